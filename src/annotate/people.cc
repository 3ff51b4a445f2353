// Persons, organisations and acronyms that the article introduces, under the keys by which it may name them again.
#include <algorithm>

#include "annotate/namer.h"

namespace dateline::annotate {

std::uint32_t Namer::key_of(std::uint32_t first, std::uint32_t last) const {
  std::uint32_t key = units_[first].key;
  for (std::uint32_t i = first + 1; i < last; ++i) key = key * 16777619U + units_[i].key;
  return key;
}

// "al-Assad" and "Assad" are one surname.
std::uint32_t Namer::surname_key(std::uint32_t unit) const {
  const Unit& found = units_[unit];
  std::uint32_t token = found.last - 1;
  if (!found.has(joined)) return found.key;
  const bool article = (words_.bits(reading_.words[found.first]) & name_particle) != 0;
  return article ? reading_.tokens.hash[token] : found.key;
}

Draft& Namer::add(std::uint32_t first, std::uint32_t last, MentionType type, RuleId rule) {
  Draft draft;
  draft.first = first;
  draft.last = last;
  draft.type = type;
  draft.rule = headlines_ && rule != ids_.actor ? rule : rule;
  draft.title_first = draft.title_last = first;
  draft.locative = after_locative(first);
  covered_ = std::max(covered_, last);
  drafts_.push_back(draft);
  return drafts_.back();
}

std::uint32_t Namer::find_person(std::uint32_t key) const { return person_of_.find(key); }

void Namer::add_person(std::uint32_t first, std::uint32_t last, RuleId rule, std::uint32_t title_first, std::uint32_t title_last,
                       const Hit* listed) {
  Draft& draft = add(first, last, MentionType::person, rule);
  draft.title_first = title_first;
  draft.title_last = title_last;
  draft.country = country_before_;
  const Hit hit = listed != nullptr ? *listed : listed_person(first, last);
  draft.source = hit.source;
  draft.row = hit.row;
  learn_person(draft);
}

// The actor whom exactly these units name: "Bashar al-Assad" after "President".
Hit Namer::listed_person(std::uint32_t first, std::uint32_t last) {
  for (const Hit& hit : lookup_->at(first)) {
    if (hit.last != last || hit.source != Source::actor) continue;
    if (tables_.actor_type(hit.row) == ActorType::person) return hit;
  }
  return {};
}

void Namer::learn_person(Draft& draft) {
  std::uint32_t end = draft.last;
  while (end > draft.first + 1 && (units_[end - 1].is(name_suffix) || !units_[end - 1].has(capital))) --end;
  Person person;
  person.first = draft.first;
  person.last = draft.last;
  person.surname_key = surname_key(end - 1);
  person.given_key = end - draft.first >= 2 ? units_[draft.first].key : 0;
  person.country = draft.country;
  person.title_first = draft.title_first;
  person.title_last = draft.title_last;
  person.source = draft.source;
  person.row = draft.row;
  const std::uint32_t known = find_person(person.surname_key);
  if (known != FlatMap::none) {
    Person& old = persons_[known];
    const bool same = person.given_key == 0 || old.given_key == 0 || old.given_key == person.given_key;
    if (same) {
      if (person.given_key != 0 && old.given_key == 0) {
        old.first = person.first;
        old.last = person.last;
        old.given_key = person.given_key;
        person_of_.set(person.given_key ^ 0x5bd1e995U, known);
      }
      if (old.country.empty()) old.country = person.country;
      if (old.title_first == old.title_last) {
        old.title_first = person.title_first;
        old.title_last = person.title_last;
      }
      if (old.source == Source::none) {
        old.source = person.source;
        old.row = person.row;
      }
      draft.person = known;
      return;
    }
  }
  draft.person = static_cast<std::uint32_t>(persons_.size());
  persons_.push_back(person);
  person_of_.set(person.surname_key, draft.person);
  if (person.given_key != 0) person_of_.set(person.given_key ^ 0x5bd1e995U, draft.person);
}

void Namer::learn_organisation(std::uint32_t first, std::uint32_t last) {
  organisation_of_.set(key_of(first, last), 1);
  learn_acronym(first, last);
  // The first word alone, where it is a name by itself: "Boatmen's" of "Boatmen's Bancshares".
  if (last - first < 2) return;
  const Unit& unit = units_[first];
  if (unit.is(common_word | demonym | given_name | org_word | place_word | direction | title)) return;
  if (!lookup_->at(first).empty()) return;
  organisation_of_.set(unit.key, 1);
}

// "Harbour Trust (HT)".
void Namer::learn_acronym(std::uint32_t first, std::uint32_t last) {
  const Unit* open = after(last);
  const Unit* letters = after(last, 1);
  const Unit* close = after(last, 2);
  if (open == nullptr || letters == nullptr || close == nullptr || open->mark != '(' || close->mark != ')') return;
  if (!letters->has(all_caps) || last - first < 2) return;
  organisation_of_.set(letters->key, 1);
}

}  // namespace dateline::annotate
