// What stands around a name, and the votes that it casts for the name's type.
#include <algorithm>
#include <cmath>

#include "annotate/namer.h"

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

// ", Verra" where Verra is a country, or a state.
bool Namer::place_follows(std::uint32_t last) {
  const Unit* comma = after(last);
  const Unit* next = after(last, 1);
  if (comma == nullptr || next == nullptr || comma->mark != ',' || !next->has(capital))
    return false;
  for (const Hit& hit : lookup_.at(last + 1)) {
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
  if (!units_[first].has(sentence_start) || units_[first].has(headline_unit)) return false;
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

void Namer::vote_place(const Pending& pending, Votes& votes) {
  const Hit hit = place_hit(pending.first, pending.last);
  const Unit& unit = units_[pending.first];
  if (unit.is(generic_body) && pending.last == pending.first + 1) return;
  if (unit.has(headline_unit) && unit.is(common_word) && pending.last == pending.first + 1) return;
  const Unit* of = after(pending.last);
  if (unit.is(common_word) && of != nullptr && of->is(connective_of)) return;  // "Battle of"
  const bool locative = after_locative(pending.first);
  const bool contained = place_follows(pending.last);
  if (hit.source == Source::none) {
    if (locative && ends_phrase(pending.last) && !unit.is(common_word) &&
        pending.last - pending.first <= 3)
      votes.place += 1.2F;
    if (contained) votes.place += 2.5F;
    const bool plain = pending.last == pending.first + 1 && !unit.is(common_word | given_name) &&
                       !unit.has(all_caps);
    if (plain && !locative && ends_phrase(pending.last) &&
        listed_with_place(pending.first, pending.last))
      votes.place += 1.1F;
    if (plain && listed_before_noun(pending.last)) votes.place += 1.6F;
    return;
  }
  double score = 0;
  if (hit.source <= Source::admin1)
    score = 3.0;
  else
    score = std::min(3.0, 0.75 * (std::log10(static_cast<double>(hit.population) + 10.0) - 2.6));
  if (unit.is(given_name) && pending.last == pending.first + 1) score -= 0.8;
  if (unit.is(common_word) && pending.last == pending.first + 1) score -= 1.0;
  if (locative) score += 1.6;
  if (contained || is_dateline(pending.first, pending.last)) score += 3.0;
  if (!locative &&
      (listed_with_place(pending.first, pending.last) || listed_before_noun(pending.last)))
    score += 1.0;
  if (unit.has(line_start) && unit.has(all_caps)) score += 2.0;
  votes.place += static_cast<float>(score);
}

// Lines of results and tables: "Verra 2 Sul 1", "Verra 12 4 3 5 20".
void Namer::vote_line(const Pending& pending, Votes& votes) {
  const Unit* next = after(pending.last);
  const Unit* second = after(pending.last, 1);
  if (next == nullptr || !next->has(number_unit)) return;
  const bool starts = units_[pending.first].has(line_start);
  const bool after_number =
      pending.first > 0 && !starts && units_[pending.first - 1].has(number_unit);
  if (starts && second != nullptr &&
      (second->has(number_unit) || (second->has(word_unit) && second->has(capital))))
    votes.organization += 3;
  if (after_number) votes.organization += 2;
}

void Namer::vote(const Pending& pending, Votes& votes) {
  ++votes.count;
  const std::uint32_t length = pending.last - pending.first;
  const Unit& unit = units_[pending.first];
  const Unit* prior = before(pending.first);
  const Unit* next = after(pending.last);
  vote_place(pending, votes);
  if (sport_) vote_line(pending, votes);
  const bool body =
      unit.is(org_word | place_word | road_number | generic_body) && !unit.is(given_name);
  const bool after_the = prior != nullptr && prior->is(article_word);
  if (length == 1 && unit.is(given_name)) votes.person += 0.8F;
  if (body) votes.person -= 2;
  // On a page about sport a lone name that no list knows is most likely a player.
  const bool lone = length == 1 && sport_ && !after_the && !body && !unit.is(common_word) &&
                    !unit.has(all_caps | headline_unit);
  if (lone && lookup_.at(pending.first).empty()) votes.person += 0.7F;
  const Unit& last = units_[pending.last - 1];
  const bool ends_in_letters =
      length >= 2 && last.has(all_caps) && !last.has(headline_unit | dotted | joined) &&
      !unit.has(all_caps) && !last.is(name_suffix) &&
      reading_->tokens.end[last.last - 1] - reading_->tokens.begin[last.first] <= 3;
  if (ends_in_letters)
    votes.organization += 1.2F;  // "Vandemoor AI"
  else if (length >= 2 && length <= 3)
    votes.person += last.is(common_word) ? 0.3F : unit.is(common_word) ? 0.8F : 1.2F;
  const bool call_sign = length == 2 && unit.has(number_unit);  // "6PR"
  if (call_sign) {
    votes.organization += 1.5F;
    votes.person -= 2;
  }
  const bool letters =
      unit.has(all_caps) && !unit.has(headline_unit) && length == 1 && !unit.has(line_start);
  const bool dateline = letters && is_dateline(pending.first, pending.last) && votes.place > 0;
  if (letters && !dateline && !unit.is(common_word | function_word)) votes.organization += 1.5F;
  if (unit.is(org_word) && length == 1) {
    const std::string_view kind = words_.value(unit.word, org_word, "kind");
    const bool one_of_its_kind = kind == "government" || kind == "alliance";
    const bool acting = next != nullptr && next->is(group_noun) && !next->has(capital);
    if (after_the || acting) votes.organization += one_of_its_kind ? 1.4F : 0.3F;
  }
  if (role_before(pending.first) != pending.first) votes.person += 2;
  if (age_follows(pending.last)) votes.person += 3;
  // "London City airport" is the town's, "School district" nobody's.
  const bool says_little = length == 1 ? unit.is(common_word | generic_body)
                                       : strong_place(pending.first, pending.first + 1, 50000);
  if (!says_little && noun_follows(pending.last, place_tail)) votes.place += 1.6F;
  if (!says_little && noun_follows(pending.last, org_tail)) votes.organization += 2.5F;
  // "...", said Ana.
  if (prior != nullptr && prior->is(speech_verb) && !prior->has(capital) &&
      (next == nullptr || next->mark == ',' || next->mark == '.')) {
    votes.person += 1.4F;
  }
  if (prior != nullptr && prior->is(org_lead) && !prior->has(capital)) votes.organization += 1.2F;
  if (after_the) {
    votes.organization += 0.6F;
    if (says_little) votes.hollow += 0.6F;
    votes.person -= 2;
  }
  if (next == nullptr) return;
  if (next->is(speech_verb) && !next->has(capital))
    (letters ? votes.organization : votes.person) += after_the ? 0 : 1.6F;
  else if (next->is(person_verb) && !next->has(capital))
    votes.person += 0.5F;
  if (next->is(org_follow) && !next->has(capital)) votes.organization += 1.4F;
  if (next->is(sport_verb) && !next->has(capital) && sport_) votes.organization += 0.6F;
  if (next->has(possessive)) votes.person += 0.2F;
}

}  // namespace dateline::annotate
