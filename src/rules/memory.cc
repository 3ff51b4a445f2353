#include "rules/memory.h"

#include <algorithm>

namespace dateline::rules {

std::size_t MatchMemory::first_phrase(const Reading& reading, std::uint32_t token) {
  constexpr std::size_t near = 8;
  const auto& phrases = reading.phrases;
  const auto begins_before = [token](const Phrase& phrase) { return phrase.first < token; };
  std::size_t at = std::min(last_phrase_, phrases.size());
  for (const std::size_t last = std::min(at + near, phrases.size());
       at < last && begins_before(phrases[at]);)
    ++at;
  const bool after = at == phrases.size() || !begins_before(phrases[at]);
  if (!after || (at > 0 && !begins_before(phrases[at - 1]))) {
    at = static_cast<std::size_t>(
        std::partition_point(phrases.begin(), phrases.end(), begins_before) - phrases.begin());
  }
  last_phrase_ = at;
  return at;
}

}  // namespace dateline::rules
