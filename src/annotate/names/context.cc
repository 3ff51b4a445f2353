// What stands around a name.
#include <algorithm>

#include "annotate/names/namer.h"

namespace dateline::annotate {

bool Namer::after_locative(std::uint32_t first) const {
  const Unit* unit = before(first);
  if (unit == nullptr) return false;
  if (unit->is(article_word)) unit = before(first, 2);
  if (unit != nullptr && unit->is(direction) && !unit->has(capital))
    unit = before(first, 2) == nullptr ? unit : before(first, 2);
  if (unit == nullptr) return false;
  if (unit->is(locative)) return true;
  if (unit->is(direction) && !unit->has(capital)) return true;
  const Unit* noun = before(first, 2);
  if (noun == nullptr) return false;
  if (unit->is(connective_of)) return noun->is(place_of) || is_home_of(first);
  // "Ana Ruiz, D-Verra"
  return unit->mark == '-' && !words_.value(noun->word, with_prefix, "party").empty();
}

// "Ana Ruiz of Verra", "Ana Ruiz, 34, of Verra": `first` stands behind the "of".
bool Namer::is_home_of(std::uint32_t first) const {
  const Unit* prior = before(first, 2);
  if (prior->mark == ',') {
    const Unit* age = before(first, 3);
    return age != nullptr && age->has(number_unit);
  }
  if (!prior->has(capital)) return false;
  // Was a person named just there, in full?
  constexpr int most_steps = 8;
  std::uint32_t at = person_of_.find(surname_key(first - 2));
  for (int step = 0; at != FlatMap::none && step < most_steps; at = named_[at].previous, ++step) {
    const Person& person = persons_[named_[at].person];
    if (named_[at].unit + 1 < first - 1 && named_[at].unit + 4 > first - 2)
      return person.given_key != 0;
  }
  return false;
}

// "striker Ana Ruiz", "his wife Ana": the first unit of the role, or `first` where there is none.
std::uint32_t Namer::role_before(std::uint32_t first) const {
  const Unit* unit = before(first);
  if (unit == nullptr || unit->has(capital) || !unit->has(word_unit)) return first;
  if (unit->is(role)) return first - 1;
  return first;
}

// "Ana Ruiz, 34,": an age.
bool Namer::age_follows(std::uint32_t last) const {
  const Unit* comma = after(last);
  const Unit* number = after(last, 1);
  const Unit* end = after(last, 2);
  if (comma == nullptr || number == nullptr || comma->mark != ',' || !number->has(number_unit))
    return false;
  const std::size_t digits =
      reading_->tokens.end[number->first] - reading_->tokens.begin[number->first];
  return digits == 2 && (end == nullptr || end->mark == ',' || end->mark == '.');
}

// ", the oldest northern brewer", ", a former minister": the lists of the noun that tells what the
// name before the comma is; 0 where none does.
std::uint64_t Namer::apposition(std::uint32_t last) const {
  constexpr std::uint32_t longest = 5;  // words behind the article
  const Unit* comma = after(last);
  const Unit* article = after(last, 1);
  if (comma == nullptr || article == nullptr || comma->mark != ',' || article->has(capital) ||
      !article->is(article_word | determiner))
    return 0;
  for (std::uint32_t i = last + 2; i < last + 2 + longest; ++i) {
    const Unit* word = after(i);
    if (word == nullptr || !word->has(word_unit) || word->has(capital)) return 0;
    const Unit* next = after(i + 1);
    const bool ends = next == nullptr || !next->has(word_unit) ||
                      next->is(function_word | connective_of | locative);
    if (ends) return word->bits & (org_lead | role | place_of);
  }
  return 0;
}

// "Ana Ruiz (Norway)": how results name who took part.
bool Namer::country_in_brackets(std::uint32_t last) {
  const Unit* open = after(last);
  const Unit* name = after(last, 1);
  if (open == nullptr || name == nullptr || open->mark != '(' || !name->has(capital)) return false;
  const auto hits = lookup_.at(last + 1);
  return std::any_of(hits.begin(), hits.end(), [&](const Hit& hit) {
    const Unit* close = after(hit.last);
    return has_national_side(hit) && close != nullptr && close->mark == ')';
  });
}

// ", Verra" where Verra is a country, or a state.
bool Namer::place_follows(std::uint32_t last) {
  const Unit* comma = after(last);
  const Unit* next = after(last, 1);
  if (comma == nullptr || next == nullptr || comma->mark != ',' || !next->has(capital))
    return false;
  for (const Hit& hit : lookup_.at(last + 1)) {
    const Unit* behind = after(hit.last);  // "Ana Ruiz, Oslo Newsroom"
    if (behind != nullptr && behind->has(capital)) continue;
    if (hit.source == Source::country || hit.source == Source::admin1) return true;
  }
  return false;
}

// "Idra district": a common noun that tells what the name is.
bool Namer::noun_follows(std::uint32_t last, std::uint64_t kinds) const {
  const Unit* noun = after(last);
  return noun != nullptr && noun->has(word_unit) && !noun->has(capital) &&
         ((noun->bits | units_.phrase(last).bits) & kinds) != 0;
}

// "Fire at school. VERRA - A fire": capitals and a dash at a sentence's start.
bool Namer::is_dateline(std::uint32_t first, std::uint32_t last) const {
  const Unit* prior = before(first);  // a date may stand before it
  const bool starts =
      units_[first].has(sentence_start) || (prior != nullptr && prior->has(number_unit));
  if (!starts || units_[first].has(headline_unit)) return false;
  for (std::uint32_t i = first; i < last; ++i) {
    if (!units_[i].has(all_caps) && !units_[i].has(dotted)) return false;
  }
  const Unit* dash = after(last);
  const Unit* next = after(last, 1);
  return dash != nullptr && next != nullptr && dash->mark == '-' && !dash->has(glued_unit) &&
         !next->has(all_caps) && !(last == first + 1 && units_[first].is(common_word));
}

// "in Idra, Odun and Sul": a name of a list that a preposition of place begins.
bool Namer::listed_with_place(std::uint32_t first, std::uint32_t last) const {
  constexpr int most_names = 6;
  const Unit* joint = before(first);
  const Unit* next = after(last);
  const bool ends = joint != nullptr && joint->is(connective_and);
  const bool goes_on = joint != nullptr && joint->mark == ',' && next != nullptr &&
                       (next->is(connective_and) || next->mark == ',') &&
                       after(last, 1) != nullptr && units_[last + 1].has(capital);
  if (!ends && !goes_on) return false;
  std::uint32_t at = first;
  for (int names = 0; names < most_names; ++names) {
    joint = before(at);
    if (joint == nullptr || (joint->mark != ',' && !joint->is(connective_and))) return false;
    std::uint32_t name = at - 1;
    if (joint->is(connective_and) && name > 0 && units_[name - 1].mark == ',') --name;
    while (name > 0 && before(name) != nullptr && units_[name - 1].has(word_unit) &&
           units_[name - 1].has(capital))
      --name;
    if (name + 1 >= at) return false;
    if (after_locative(name)) return true;
    at = name;
  }
  return false;
}

// "Idra, Odun and Sul counties": a name of a list that a word for places ends.
bool Namer::listed_before_noun(std::uint32_t last) const {
  constexpr int most_names = 8;
  bool has_and = false;
  for (int names = 0; names < most_names; ++names) {
    const Unit* joint = after(last);
    if (joint == nullptr || (joint->mark != ',' && !joint->is(connective_and))) return false;
    std::uint32_t name = last + 1;
    if (joint->mark == ',' && after(name) != nullptr && units_[name].is(connective_and)) ++name;
    has_and = has_and || units_[name - 1].is(connective_and);
    std::uint32_t end = name;
    while (after(end) != nullptr && units_[end].has(word_unit) && units_[end].has(capital)) ++end;
    if (end == name) return false;
    if (noun_follows(end, place_tail)) return has_and;
    last = end;
  }
  return false;
}

// Nothing that the name could stand before as an adjective: a mark, a small word, a verb, the
// line's end.
bool Namer::ends_phrase(std::uint32_t last) const {
  const Unit* next = after(last);
  if (next == nullptr || !next->has(word_unit)) return next == nullptr || !next->has(number_unit);
  return next->is(function_word | verb_after_name | speech_verb | person_verb | weekday | month);
}

}  // namespace dateline::annotate
