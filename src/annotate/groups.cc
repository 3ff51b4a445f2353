// Bodies without a name of their own that a nationality, a country or its ruler makes definite: "Norwegian troops",
// "Norway's army", "the Ruiz regime", "the U.S.-led coalition". The owner stays a mention by itself, as in
// "Norwegian | Foreign Ministry"; the noun is the body's mention, and its label and id hold both.
#include <algorithm>

#include "annotate/namer.h"

namespace dateline::annotate {

namespace {

constexpr std::uint32_t most_modifiers = 3;

}  // namespace

bool Namer::owns_group(const Draft& owner) const {
  if (owner.type == MentionType::nationality) return true;
  if (owner.type == MentionType::person) return owner.source == Source::actor || owner.person != no_entity;
  return owner.type == MentionType::place && owner.source == Source::country;
}

// Where the body's words may begin after their owner: behind "'s", or behind "-led"; 0 where they may not.
std::uint32_t Namer::group_start(const Draft& owner) const {
  const Unit* next = after(owner.last);
  if (next == nullptr) return 0;
  if (next->has(possessive)) return owner.type == MentionType::nationality ? 0 : owner.last + 1;
  const Unit* suffix = after(owner.last, 1);
  if (next->mark == '-' && suffix != nullptr && suffix->is(with_suffix)) return owner.last + 2;
  return owner.last;
}

// The noun at `i`: a word of the list that names a body.
Namer::Group Namer::group_head(std::uint32_t i) const {
  const Unit& unit = units_[i];
  const auto heads = [&](rules::WordId word) { return !words_.value(word, group_body, "value").empty(); };
  const UnitPhrase& phrase = units_.phrase(i);
  if ((phrase.bits & group_body) != 0 && heads(phrase.word)) return {phrase.last, phrase.word};
  if (unit.is(group_body) && heads(unit.word)) return {i + 1, unit.word};
  return {};
}

// The longest chain of modifiers and a noun from `first`.
Namer::Group Namer::group_at(std::uint32_t first) const {
  Group longest;
  for (std::uint32_t i = first; i <= first + most_modifiers && after(i) != nullptr && units_[i].has(word_unit); ++i) {
    if (const Group found = group_head(i); found.end > longest.end) longest = found;
    if (!units_[i].is(group_modifier)) break;
  }
  return longest;
}

std::string_view Namer::country_of(const Draft& owner) const {
  if (owner.source == Source::country || owner.source == Source::actor) return tables_.text(owner.source, owner.row, "country");
  return owner.country;
}

void Namer::find_groups() {
  std::sort(drafts_.begin(), drafts_.end(), [](const Draft& a, const Draft& b) { return a.first < b.first; });
  const std::size_t owners = drafts_.size();
  for (std::size_t number = 0; number < owners; ++number) {
    const Draft owner = drafts_[number];
    const std::uint32_t start = owns_group(owner) ? group_start(owner) : 0;
    const Group group = start == 0 ? Group{} : group_at(start);
    if (group.end == 0 || (number + 1 < owners && drafts_[number + 1].first < group.end)) continue;
    if (owner.type == MentionType::person && !units_[group.end - 1].is(group_ruled)) continue;
    Draft& draft = add(start, group.end, MentionType::organization, ids_.group);
    draft.named_from = owner.first;
    draft.group = words_.value(group.word, group_body, "value");
    draft.kind = words_.value(group.word, group_body, "kind");
    const bool compound = start > owner.last && !units_[owner.last].has(possessive);   // "U.S.-led": of more than one country
    if (!compound) draft.country = country_of(owner);
  }
}

}  // namespace dateline::annotate
