// A word of three letters or more may stand inside another ("flu" in "influenza", "Libya" in
// "Libyan"); a shorter one must be a word of its own ("BP").
#include "merge/days/topic.h"

#include <algorithm>

#include "text/text.h"

namespace dateline::merge {
namespace {

bool is_word_byte(char c) {
  const auto byte = static_cast<unsigned char>(c);
  return byte >= 0x80 || (byte >= '0' && byte <= '9') || (byte >= 'a' && byte <= 'z');
}

bool stands_alone(std::string_view text, std::size_t at, std::size_t size) {
  return (at == 0 || !is_word_byte(text[at - 1])) &&
         (at + size == text.size() || !is_word_byte(text[at + size]));
}

bool holds_word(std::string_view folded, std::string_view word) {
  for (std::size_t at = folded.find(word); at != std::string_view::npos;
       at = folded.find(word, at + 1)) {
    if (word.size() >= 3 || stands_alone(folded, at, word.size())) return true;
  }
  return false;
}

}  // namespace

Topic::Topic(std::string_view query) {
  const std::string folded = text::fold(query);
  for (std::size_t at = 0; at < folded.size();) {
    const std::size_t first = folded.find_first_not_of(" \t\r\n,", at);
    if (first == std::string::npos) break;
    const std::size_t last = std::min(folded.find_first_of(" \t\r\n,", first), folded.size());
    words_.push_back(folded.substr(first, last - first));
    at = last;
  }
  std::sort(words_.begin(), words_.end());
}

bool Topic::holds(std::string_view sentence) const {
  if (words_.empty()) return true;
  const std::string folded = text::fold(sentence);
  return std::any_of(words_.begin(), words_.end(),
                     [&](const std::string& word) { return holds_word(folded, word); });
}

bool Topic::holds(const Event& event) const {
  if (words_.empty() || holds(event.summary)) return true;
  for (const Evidence& evidence : event.evidence) {
    if (holds(evidence.sentence)) return true;
  }
  for (const EventActor& actor : event.actors) {
    if (holds(actor.name)) return true;
  }
  return std::any_of(event.places.begin(), event.places.end(),
                     [&](const EventPlace& place) { return holds(place.name); });
}

}  // namespace dateline::merge
