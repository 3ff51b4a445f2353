// Persons, organisations and acronyms that the article introduces, under the keys by which it may
// name them again.
#include <algorithm>

#include "annotate/names/namer.h"

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
  const bool article = (words_.bits(reading_->words[found.first]) & name_particle) != 0;
  return article ? reading_->tokens.hash[token] : found.key;
}

Draft& Namer::add(std::uint32_t first, std::uint32_t last, MentionType type, RuleId rule) {
  Draft draft;
  draft.first = first;
  draft.last = last;
  draft.type = type;
  draft.rule = rule;
  draft.title_first = draft.title_last = first;
  draft.locative = after_locative(first);
  covered_ = std::max(covered_, last);
  drafts_.push_back(draft);
  return drafts_.back();
}

// Of those who have this surname (or given name), the one named last before `unit`; else the first
// one after it. Titles that tell another gender do not fit. The chain is followed for a few steps
// only, so that time stays linear.
std::uint32_t Namer::find_person(std::uint32_t key, std::uint32_t unit, char gender) const {
  constexpr int most_steps = 32;
  std::uint32_t after_it = FlatMap::none;
  std::uint32_t at = person_of_.find(key);
  for (int step = 0; at != FlatMap::none && step < most_steps; at = named_[at].previous, ++step) {
    const char other = persons_[named_[at].person].gender;
    if (gender != 0 && other != 0 && gender != other) continue;
    if (named_[at].unit <= unit) return named_[at].person;
    after_it = named_[at].person;
  }
  return after_it;
}

void Namer::name_person(std::uint32_t key, std::uint32_t unit, std::uint32_t person) {
  const std::uint32_t head = person_of_.find(key);
  if (head != FlatMap::none && named_[head].person == person) return;
  named_.push_back({unit, person, head});
  person_of_.set(key, static_cast<std::uint32_t>(named_.size() - 1));
}

// m or f where the title or the given name tells.
char Namer::gender_of(const Draft& draft) const {
  for (std::uint32_t i = draft.title_first; i < draft.title_last; ++i) {
    const std::string_view stated = words_.value(units_[i].word, title, "gender");
    if (!stated.empty()) return stated[0];
  }
  if (draft.last - draft.first < 2) return 0;
  const std::string_view given = words_.value(units_[draft.first].word, given_name, "value");
  return given == "m" || given == "f" ? given[0] : '\0';
}

// "B. Ruiz", "Ruiz" and "Bruno Ruiz" may be one person; "Ana Ruiz" is another.
bool Namer::same_person(const Person& known, const Person& person) const {
  if (known.source != Source::none && known.source == person.source && known.row == person.row)
    return true;
  if (person.given_key == 0 || known.given_key == 0 || person.given_key == known.given_key)
    return true;
  const bool initials = units_[person.first].has(initial) || units_[known.first].has(initial);
  return initials && first_letter(person.first) == first_letter(known.first);
}

char Namer::first_letter(std::uint32_t unit) const {
  return reading_->text[reading_->tokens.begin[units_[unit].first]];
}

void Namer::add_person(std::uint32_t first, std::uint32_t last, RuleId rule,
                       std::uint32_t title_first, std::uint32_t title_last, const Hit* listed) {
  Draft& draft = add(first, last, MentionType::person, rule);
  draft.title_first = title_first;
  draft.title_last = title_last;
  draft.country = country_before_;
  const Hit hit = listed != nullptr ? *listed : listed_person(first, last);
  draft.source = hit.source;
  draft.row = hit.row;
  learn_person(draft);
}

// The actor whom exactly these units name, in any spelling: "Bashar al-Assad" after "President".
Hit Namer::listed_person(std::uint32_t first, std::uint32_t last) {
  for (const Hit& hit : lookup_.at(first)) {
    if (hit.last != last || hit.source != Source::actor) continue;
    if (tables_.actor_type(hit.row) == ActorType::person) return hit;
  }
  if (last - first < 2) return {};
  spelling_.write(*reading_, {units_[first].first, units_[last - 1].last}, spelled_);
  const auto row = spelling_.person(spelled_);
  return row ? Hit{last, Source::actor, true, *row, 0} : Hit{};
}

// "Mr Xi" after "Xi Jinping": one word after a title that goes with family names, so that it is one
// wherever the full name has it.
bool Namer::is_family_name(const Draft& draft, std::uint32_t end) const {
  if (end - draft.first != 1 || draft.title_first == draft.title_last) return false;
  const Unit& before_it = units_[draft.title_last - 1];
  return !before_it.is(street_word) &&
         (before_it.is(title_abbreviation) || !units_[draft.first].is(given_name));
}

void Namer::learn_person(Draft& draft) {
  std::uint32_t end = draft.last;
  while (end > draft.first + 1 &&
         (units_[end - 1].is(name_suffix) || !units_[end - 1].has(capital)))
    --end;
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
  person.gender = gender_of(draft);
  std::uint32_t known = find_person(person.surname_key, draft.first, person.gender);
  if (known == FlatMap::none && is_family_name(draft, end))
    known = find_person(given_key(units_[draft.first].key), draft.first, person.gender);
  if (known != FlatMap::none && same_person(persons_[known], person)) {
    complete(persons_[known], person);
    draft.person = known;
  } else {
    draft.person = static_cast<std::uint32_t>(persons_.size());
    persons_.push_back(person);
  }
  name_person(person.surname_key, draft.first, draft.person);
  if (person.given_key != 0) name_person(given_key(person.given_key), draft.first, draft.person);
}

// What a later mention adds to the person: the full name, a title, a country.
void Namer::complete(Person& known, const Person& person) const {
  if (person.given_key != 0 && (known.given_key == 0 || (units_[known.first].has(initial) &&
                                                         !units_[person.first].has(initial)))) {
    known.first = person.first;
    known.last = person.last;
    known.given_key = person.given_key;
  }
  if (known.gender == 0) known.gender = person.gender;
  if (known.country.empty()) known.country = person.country;
  if (known.title_first == known.title_last) {
    known.title_first = person.title_first;
    known.title_last = person.title_last;
  }
  if (known.source == Source::none) {
    known.source = person.source;
    known.row = person.row;
  }
}

// Given names have keys of their own: "Ruiz" may be a surname and a given name.
std::uint32_t Namer::given_key(std::uint32_t key) { return key ^ 0x5bd1e995U; }

// The end of an organisation's name without its legal form: "Vandemoor" of "Vandemoor Co. Ltd".
std::uint32_t Namer::core_end(const Draft& draft) const {
  std::uint32_t end = draft.last;
  while (end > draft.first + 1 && (units_[end - 1].mark == ',' ||
                                   !words_.value(units_[end - 1].word, org_word, "legal").empty()))
    --end;
  return end;
}

// `draft` is the fullest form that the article gives; its acronym and its first word may stand for
// it later.
void Namer::learn_organisation(const Draft& draft) {
  const auto number = static_cast<std::uint32_t>(organisations_.size());
  const std::uint32_t key = key_of(draft.first, draft.last);
  if (organisation_of_.has(key)) return;
  organisations_.push_back(draft);
  organisation_of_.set(key, number);
  learn_acronym(draft.first, draft.last, number);
  // The first word alone, where it is a name by itself: "Boatmen's" of "Boatmen's Bancshares".
  if (draft.last - draft.first < 2) return;
  const Unit& unit = units_[draft.first];
  if (unit.is(common_word | demonym | given_name | org_word | place_word | direction | title))
    return;
  if (!lookup_.at(draft.first).empty() || organisation_of_.has(unit.key)) return;
  organisation_of_.set(unit.key, number);
}

// "Harbour Trust (HT)".
void Namer::learn_acronym(std::uint32_t first, std::uint32_t last, std::uint32_t number) {
  const Unit* open = after(last);
  const Unit* letters = after(last, 1);
  const Unit* close = after(last, 2);
  if (open == nullptr || letters == nullptr || close == nullptr || open->mark != '(' ||
      close->mark != ')')
    return;
  if (!letters->has(all_caps) || last - first < 2 || organisation_of_.has(letters->key)) return;
  organisation_of_.set(letters->key, number);
}

}  // namespace dateline::annotate
