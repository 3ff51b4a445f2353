// Names that rule files tell by their shape, and listed towns that a run of capitals would cut,
// claim their words before all else is read.
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

// A short word without a capital, as listed names have inside.
bool Namer::is_small(const Unit& unit) const {
  constexpr std::uint32_t longest = 4;  // bytes
  return unit.has(word_unit) && !unit.has(capital) &&
         reading_->tokens.end[unit.last - 1] - reading_->tokens.begin[unit.first] <= longest;
}

// "Frankfurt am Main": capitals, and only short words without inside.
bool Namer::small_inside(std::uint32_t first, std::uint32_t last) const {
  for (std::uint32_t i = first + 1; i + 1 < last; ++i) {
    if (units_[i].has(word_unit) && !units_[i].has(capital) && !is_small(units_[i])) return false;
  }
  return units_[last - 1].has(capital | glued_unit);
}

// May a listed name go on behind a run of capitals?
bool Namer::may_go_on(std::uint32_t end) const {
  const Unit* next = after(end);
  if (next == nullptr) return false;
  if (next->has(capital | glued_unit)) return true;
  if (!is_small(*next)) return false;
  const Unit* second = after(end, 1);
  return second != nullptr && (second->has(capital | glued_unit) || is_small(*second));
}

// "Ana de la Ruiz" is a person first, and only then a small town.
bool Namer::is_known_body(std::uint32_t first, const Hit& hit) const {
  constexpr std::int64_t town = 5000, town_of_note = 100000;  // people
  if (hit.source == Source::actor)
    return tables_.actor_type(hit.row) != ActorType::person &&
           tables_.actor_type(hit.row) != ActorType::other;
  const bool named = units_[first].is(given_name | title) && !after_locative(first);
  return is_place(hit.source) &&
         (hit.source <= Source::admin1 || hit.population >= (named ? town_of_note : town));
}

// "Stoke-on-Trent", "Dar es Salaam", "G7": a listed name with small words, marks or numbers inside,
// of which the run of capitals [first, end) is the beginning. Where it ends; else `end`.
std::uint32_t Namer::claim_listed(std::uint32_t first, std::uint32_t end) {
  const Unit* prior = before(first);
  if (!may_go_on(end) || (prior != nullptr && prior->has(capital) && is_name_unit(first - 1)))
    return end;
  for (const Hit& hit : lookup_.at(first)) {
    if (hit.last <= end) break;
    if (!is_known_body(first, hit) || !small_inside(first, hit.last)) continue;
    const Unit* next = after(hit.last);
    if (next != nullptr && next->has(capital) && is_name_unit(hit.last)) break;  // a longer name
    add_listed(first, is_place(hit.source) ? place_hit(first, hit.last) : hit);
    std::fill(claimed_.begin() + first, claimed_.begin() + hit.last, 1);
    return hit.last;
  }
  return end;
}

}  // namespace dateline::annotate
