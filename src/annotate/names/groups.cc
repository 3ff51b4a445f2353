// Bodies without a name of their own that a nationality, a country or its ruler makes definite:
// "Norwegian troops", "Norway's army", "the Ruiz regime", "the U.S.-led coalition". The owner stays
// a mention by itself, as in "Norwegian | Foreign Ministry"; the noun is the body's mention, and
// its label and id hold both.
#include <algorithm>

#include "annotate/names/namer.h"

namespace dateline::annotate {

namespace {

constexpr std::uint32_t most_modifiers = 3;

}  // namespace

bool Namer::owns_group(const Draft& owner) const {
  if (owner.type == MentionType::nationality) return true;
  if (owner.type == MentionType::person)
    return owner.source == Source::actor || owner.person != no_entity;
  return owner.type == MentionType::place &&
         (owner.source == Source::country || owner.source == Source::region);
}

// "Ministry of Defence" and "Defence Ministry" are one body of their country, which "of Norway" may
// name.
void Namer::name_state_body(Draft& draft) {
  std::uint32_t end = draft.last;
  for (std::uint32_t i = draft.first + 1; i < draft.last && draft.country.empty(); ++i) {
    if (!units_[i].has(capital) ||
        (!units_[i - 1].is(connective_of) && !units_[i - 1].is(article_word)))
      continue;
    for (const Hit& hit : lookup_.at(i)) {
      if (hit.source != Source::country || hit.last != draft.last) continue;
      draft.country = tables_.text(Source::country, hit.row, "country");
      end = units_[i - 1].is(article_word) ? i - 2 : i - 1;
    }
  }
  const Unit& first = units_[draft.first];
  if (draft.country.empty()) return;
  if (end == draft.first + 1)
    draft.group = words_.value(first.word, group_body, "value");
  else if (const UnitPhrase& phrase = units_.phrase(draft.first); phrase.last == end)
    draft.group = words_.value(phrase.word, group_body, "value");
}

// Where the body's words may begin after their owner: behind "'s", or behind "-led"; 0 where they
// may not.
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
  const auto heads = [&](rules::WordId word) {
    return !words_.value(word, group_body, "value").empty();
  };
  const UnitPhrase& phrase = units_.phrase(i);
  if ((phrase.bits & group_body) != 0 && heads(phrase.word)) return {phrase.last, phrase.word};
  if (unit.is(group_body) && heads(unit.word)) return {i + 1, unit.word};
  return {};
}

// The longest chain of modifiers and a noun from `first`; nothing where the noun stands before
// another as its adjective.
Namer::Group Namer::group_at(std::uint32_t first) const {
  Group longest;
  for (std::uint32_t i = first;
       i <= first + most_modifiers && after(i) != nullptr && units_[i].has(word_unit); ++i) {
    Group found = group_head(i);
    const bool weak = !words_.value(found.word, group_body, "weak").empty();
    if (weak && longest.end == i) found.word = longest.word;  // "rebel leaders" are rebels
    if (found.end > longest.end) longest = found;
    if (!units_[i].is(group_modifier)) break;
  }
  const Unit* next = longest.end == 0 ? nullptr : after(longest.end);
  const bool adjective =
      next != nullptr && next->is(compound_head) && units_[longest.end - 1].is(group_modifier);
  return adjective ? Group{} : longest;
}

std::string_view Namer::country_of(const Draft& owner) const {
  if (owner.source == Source::country || owner.source == Source::region ||
      owner.source == Source::actor)
    return tables_.text(owner.source, owner.row, "country");
  if (owner.person == no_entity) return owner.country;
  const Person& person = persons_[owner.person];
  return person.source == Source::actor ? tables_.text(Source::actor, person.row, "country")
                                        : person.country;
}

// "the government of Norway": the unit of the body's noun; the country's own where there is none.
std::uint32_t Namer::body_before(const Draft& country) const {
  const Unit* of = before(country.first);
  const std::uint32_t back = of != nullptr && of->is(article_word) ? 3 : 2;
  of = before(country.first, back - 1);
  const Unit* noun = before(country.first, back);
  const bool fits =
      of != nullptr && noun != nullptr && of->is(connective_of) && noun->is(group_ruled);
  return fits && country.source == Source::country ? country.first - back : country.first;
}

void Namer::add_group(const Draft& owner, std::uint32_t first, Group group) {
  Draft& draft = add(first, group.end, MentionType::organization, ids_.group);
  draft.named_from = std::min(owner.first, first);
  draft.named_to = std::max(owner.last, group.end);
  draft.group = words_.value(group.word, group_body, "value");
  draft.kind = words_.value(group.word, group_body, "kind");
  const bool compound =
      first > owner.last &&
      !units_[owner.last].has(possessive);  // "U.S.-led": of more than one country
  if (!compound) draft.country = country_of(owner);
}

void Namer::find_groups() {
  const std::size_t owners = drafts_.size();
  for (std::size_t number = 0; number < owners; ++number) {
    const Draft owner = drafts_[number];
    if (!owns_group(owner)) continue;
    const std::uint32_t noun = body_before(owner);
    const bool claimed = (number > 0 && drafts_[number - 1].last > noun) ||
                         (drafts_.size() > owners && drafts_.back().last > noun);
    if (noun < owner.first && !claimed) add_group(owner, noun, group_head(noun));
    const std::uint32_t start = group_start(owner);
    const Group group = start == 0 ? Group{} : group_at(start);
    if (group.end == 0 || (number + 1 < owners && drafts_[number + 1].first < group.end)) continue;
    if (owner.type == MentionType::person && !units_[group.end - 1].is(group_ruled)) continue;
    add_group(owner, start, group);
  }
}

}  // namespace dateline::annotate
