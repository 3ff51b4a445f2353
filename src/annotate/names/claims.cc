// Names that rule files tell by their shape claim their words before all else is read.
#include <algorithm>

#include "annotate/names/namer.h"

namespace dateline::annotate {

// The unit that holds the token.
std::uint32_t Namer::unit_of(std::uint32_t token) const {
  std::uint32_t low = 0, high = static_cast<std::uint32_t>(units_.size());
  while (low + 1 < high) {
    const std::uint32_t middle = low + (high - low) / 2;
    (units_[middle].first <= token ? low : high) = middle;
  }
  return low;
}

void Namer::claim_patterns(const std::vector<Zone>& zones) {
  if (patterns_.empty()) return;
  for (const Zone& zone : zones) {
    matches_.clear();
    patterns_.find(*reading_, zone.tokens, matches_);
    for (const rules::Match& match : matches_) claim(match);
  }
}

void Namer::claim(const rules::Match& match) {
  const std::uint32_t first = unit_of(match.tokens.first);
  const std::uint32_t last = unit_of(match.tokens.last - 1) + 1;
  if (units_[first].has(headline_unit)) return;
  for (std::uint32_t i = first; i < last; ++i) {
    if (claimed_[i] != 0 || (i > first && units_[i].has(line_start))) return;
  }
  std::fill(claimed_.begin() + first, claimed_.begin() + last, 1);
  const Patterns::Name& name = patterns_.name_of(match);
  if (!name.given_out) {
    nameless_.set(units_[last - 1].key, 1);
    return;
  }
  if (name.type == MentionType::person)
    return add_person(first, last, match.rule->id, first, first);
  Draft& draft = add(first, last, name.type, match.rule->id);
  draft.kind = name.kind;
  if (name.type == MentionType::organization) learn_organisation(draft);
}

}  // namespace dateline::annotate
