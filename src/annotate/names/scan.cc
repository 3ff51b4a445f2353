// The order of the passes, and the runs of capitals.
#include <algorithm>

#include "annotate/names/namer.h"

namespace dateline::annotate {

namespace {

constexpr std::uint32_t longest_run =
    40;  // units: longer runs of capitals are cut, so that time stays linear

// Most units behind a name end its run: no capital, and nothing that joins two.
bool may_belong(const Unit& unit) {
  return unit.has(capital) || unit.is(name_particle) || unit.mark == '&' || unit.mark == '"';
}

}  // namespace

Namer::Namer(const Words& words, const Tables& tables, const RuleIds& ids, const Spelling& spelling,
             const Patterns& patterns)
    : words_(words),
      tables_(tables),
      ids_(ids),
      spelling_(spelling),
      patterns_(patterns),
      lookup_(words, tables) {}

void Namer::clear() {
  units_.clear();
  vocabulary_.clear();
  drafts_.clear();
  persons_.clear();
  named_.clear();
  organisations_.clear();
  pending_.clear();
  votes_.clear();
  for (FlatMap* map : {&vote_of_, &person_of_, &organisation_of_, &nameless_, &team_}) map->clear();
  country_before_ = {};
  covered_ = 0;
}

void Namer::run(const rules::Reading& reading, const std::vector<Zone>& zones) {
  clear();
  reading_ = &reading;
  for (const Zone& zone : zones) units_.add(reading, words_, zone.tokens, vocabulary_);
  lookup_.start(reading, units_);
  claimed_.assign(units_.size(), 0);
  sport_ = vocabulary_.about_sport();
  find_phrases();
  mark_teams();
  claim_patterns(zones);
  find_runs(false);
  covered_ = 0;
  for (const Run& run : runs_) parse(run);
  settle_all();
  find_runs(true);
  covered_ = 0;
  for (const Run& run : runs_) parse(run);
  settle_all();
  prefer_persons();
  mark_playing();
  prefer_teams();
  sort_drafts();
  read_governments();
  find_groups();
  sort_drafts();
  read_credits(zones);
}

// By where they begin. Their places are sorted, not the drafts, which are long.
void Namer::sort_drafts() {
  order_.clear();
  for (std::size_t i = 0; i < drafts_.size(); ++i)
    order_.push_back(std::uint64_t{drafts_[i].first} << 32U | i);
  if (std::is_sorted(order_.begin(), order_.end())) return;
  std::sort(order_.begin(), order_.end());
  sorted_.clear();
  for (const std::uint64_t place : order_) sorted_.push_back(drafts_[place & 0xFFFFFFFFU]);
  drafts_.swap(sorted_);
}

// A capital that begins a sentence or a line says nothing where the word is a common one.
bool Namer::is_plain_start(std::uint32_t i) const {
  const Unit& unit = units_[i];
  if (!unit.has(sentence_start)) return false;
  if (unit.is(function_word)) return true;
  if (unit.has(joined) || unit.has(initial)) return false;
  if (vocabulary_.capital.has(unit.key)) return false;
  if (vocabulary_.small.has(unit.key)) return true;
  return unit.is(common_word) && !unit.is(title | demonym);
}

bool Namer::known_in_headline(std::uint32_t i) const {
  const std::uint32_t key = units_[i].key;
  return person_of_.has(key) || organisation_of_.has(key) || vocabulary_.capital.has(key);
}

bool Namer::is_name_unit(std::uint32_t i) const {
  const Unit& unit = units_[i];
  if (!unit.has(word_unit) || !unit.has(capital)) return false;
  if (unit.is(not_name | weekday | month) && !is_odd_given_name(i) && !in_phrase(i)) return false;
  if (unit.has(headline_unit)) {
    if (in_phrase(i)) return true;
    if (unit.is(function_word)) return false;
    const bool after_given =
        i > 0 && !unit.has(line_start) && units_[i - 1].is(given_name) &&
        units_[i - 1].has(capital) && !units_[i - 1].is(common_word) &&
        (i + 1 >= units_.size() || !units_[i + 1].has(capital) || units_[i + 1].has(line_start));
    const Unit* next = after(i + 1);
    const bool before_surname = unit.is(given_name) && next != nullptr && next->has(capital) &&
                                !next->is(common_word | function_word | demonym | org_word);
    return after_given || before_surname || !unit.is(common_word) ||
           unit.is(title | demonym | org_word) || known_in_headline(i);
  }
  return !unit.is(function_word) || !unit.has(sentence_start);
}

// A particle or & between capitals of one name.
bool Namer::joins(std::uint32_t i, std::uint32_t end) const {
  const Unit& unit = units_[i];
  if (i + 1 >= end || units_[i + 1].has(line_start)) return false;
  const bool capital_next = units_[i + 1].has(capital) && is_name_unit(i + 1);
  if (unit.mark == '&') return capital_next;
  if (!unit.is(name_particle) || unit.has(capital) || !unit.has(word_unit)) return false;
  if (capital_next) return true;
  return i + 2 < end && units_[i + 1].is(name_particle) && !units_[i + 1].has(capital) &&
         units_[i + 2].has(capital) && !units_[i + 2].has(line_start);
}

// `Ana "Sparrow" Ruiz`: behind the nickname; `i` where there is none.
std::uint32_t Namer::nickname_end(std::uint32_t i) const {
  constexpr std::uint32_t longest = 3;  // words
  const Unit& given = units_[i - 1];
  if (units_[i].mark != '"' || units_[i].has(glued_unit) ||
      !(given.is(given_name) || given.has(initial)))
    return i;
  std::uint32_t end = i + 1;
  while (after(end) != nullptr && end <= i + longest &&
         (units_[end].has(capital) || units_[end].is(connective_of)))
    ++end;
  const Unit* close = after(end);
  const Unit* surname = after(end, 1);
  const bool named = end > i + 1 && surname != nullptr && close->mark == '"' &&
                     close->has(glued_unit) && surname->has(capital) && is_name_unit(end + 1);
  return named ? end + 1 : i;
}

// "an", "as": small words of English that are particles only inside a listed name, "Maarat an
// Numan".
bool Namer::parts(std::uint32_t first, std::uint32_t i) {
  if (!units_[i].is(function_word) || units_[i].mark == '&') return false;
  return !listed_over(first, i);
}

// "Peter Such", "Theresa May": a small word or a month as a surname.
bool Namer::is_odd_surname(std::uint32_t i) const {
  const Unit& unit = units_[i];
  const Unit& given = units_[i - 1];
  if (!unit.has(capital) || unit.has(all_caps | headline_unit | dotted | joined)) return false;
  if (!unit.is(function_word | month) || !given.is(given_name) || given.is(month) ||
      (given.is(common_word) && given.has(sentence_start)))
    return false;
  const Unit* next = after(i + 1);
  const bool joined_on =
      next != nullptr && next->mark == '-' && next->has(glued_unit);  // "Kim In-so"
  return next == nullptr || !(joined_on || next->has(number_unit | capital));
}

// "met Jan Vandemoor", "said June Ruiz": a month as a given name.
bool Namer::is_odd_given_name(std::uint32_t i) const {
  const Unit& unit = units_[i];
  if (!unit.is(given_name) || unit.has(sentence_start | all_caps | headline_unit | dotted))
    return false;
  const Unit* prior = before(i);
  const Unit* next = after(i + 1);
  return next != nullptr && next->has(capital) && !next->has(all_caps) &&
         !next->is(common_word | function_word | not_name | month | weekday | title | demonym) &&
         prior != nullptr && !prior->is(function_word | locative | article_word | month);
}

// "MOSCOW Ana Ruiz": the end of a dateline that has no other.
bool Namer::changes_case(std::uint32_t i) const {
  const Unit& prior = units_[i - 1];
  return prior.has(all_caps) && !prior.has(dotted) && units_[i].has(capital) &&
         !units_[i].has(all_caps | initial) &&
         reading_->tokens.end[prior.last - 1] - reading_->tokens.begin[prior.first] > 3 &&
         !units_[i].is(org_word);
}

std::uint32_t Namer::run_end(std::uint32_t first) {
  const auto size = static_cast<std::uint32_t>(units_.size());
  std::uint32_t i = first + 1;
  const UnitPhrase& phrase = units_.phrase(first);
  if ((phrase.bits & title) != 0 && phrase.last > i && phrase.last <= size)
    i = phrase.last;  // "Secretary of State"
  while (i < size && i < first + longest_run && !units_[i].has(line_start)) {
    if (!may_belong(units_[i]) || changes_case(i) || claimed_[i] != 0) break;
    const bool letter = i + 1 < size && units_[i + 1].mark == '&' && is_letter(i);  // "A&M"
    if ((is_name_unit(i) && (letter || !units_[i].is(function_word))) || is_odd_surname(i)) {
      const UnitPhrase& inner = units_.phrase(i);  // "U.S. Secretary of State"
      const bool whole = (inner.bits & title) != 0 && inner.last > i && inner.last <= size &&
                         units_[inner.last - 1].has(capital);
      i = whole ? inner.last : i + 1;
    } else if (joins(i, size) && !parts(first, i)) {
      ++i;
    } else if (const std::uint32_t end = nickname_end(i); end > i) {
      i = end;
    } else {
      break;
    }
  }
  while (i > first + 1 && !units_[i - 1].has(capital)) --i;
  return i;
}

// "W", "L" of a table's head: a capital by itself, without a dot.
bool Namer::is_letter(std::uint32_t i) const {
  const Unit& unit = units_[i];
  return !unit.has(dotted | joined) &&
         reading_->tokens.end[unit.last - 1] - reading_->tokens.begin[unit.first] == 1;
}

bool Namer::listed_from(std::uint32_t first) {
  for (const Hit& hit : lookup_.at(first)) {
    if (hit.last > first + 1) return true;
  }
  return false;
}

// "Turkey", "New York", "National Bank of Verra": a common word at a sentence's start that a name
// begins with all the same.
bool Namer::starts_name(std::uint32_t first, std::uint32_t end) {
  if (units_[first].is(function_word)) return false;
  if ((units_.phrase(first).bits & demonym) != 0) return true;
  for (const Hit& hit : lookup_.at(first)) {
    if (hit.source == Source::country || hit.last > first + 1) return true;
  }
  // "Mark Ruiz": a given name that is a common word too.
  if (units_[first].is(given_name) && end - first >= 2) {
    if (!units_[first + 1].is(common_word | demonym | title | org_word)) return true;
    const Unit* next = after(end);
    const bool closed = next == nullptr || next->mark == '(' || next->mark == ',' ||
                        next->has(possessive) || next->is(speech_verb | person_verb);
    if (end - first == 2 && closed && !units_[first + 1].is(demonym | org_word)) return true;
  }
  return end - first >= 2 && (units_[end - 1].is(org_word) || units_[first].is(org_word));
}

// A word that is no name counts where a listed name of several words begins with it: in a headline
// a common one, "NEW YORK"; elsewhere any, "Tel Odun".
void Namer::find_phrases() {
  in_phrase_.assign(units_.size(), 0);
  for (const std::uint32_t i : units_.capitals()) {
    const bool headline = units_[i].has(headline_unit);
    if (headline == units_[i].is(not_name)) continue;
    for (const Hit& hit : lookup_.at(i)) {
      if (hit.last < i + 2 ||
          (is_place(hit.source) && hit.population < 30000 && hit.source > Source::admin1))
        continue;
      if (!headline && !all_capital(i, hit.last)) continue;
      if (hit.source == Source::actor && tables_.actor_type(hit.row) == ActorType::other) continue;
      std::fill(in_phrase_.begin() + i, in_phrase_.begin() + hit.last, 1);
      break;
    }
  }
}

void Namer::find_runs(bool headlines) {
  runs_.clear();
  std::uint32_t end = 0;  // of the run before
  for (const std::uint32_t i : units_.capitals()) {
    const bool here = units_[i].has(headline_unit) == headlines;
    if (i < end || !here || claimed_[i] != 0 || !is_name_unit(i)) continue;
    const std::uint32_t capitals_end = run_end(i);
    end = claim_listed(i, capitals_end);
    if (end != capitals_end) continue;
    std::uint32_t first = i;
    if (!headlines && is_plain_start(i) && !starts_name(i, end)) ++first;
    // "A Verra County man" after a dash: small words begin only listed names ("The Hague").
    while (first < end && units_[first].is(article_word | determiner) &&
           !units_[first].has(initial) && !listed_from(first))
      ++first;
    while (first < end && is_letter(first)) ++first;
    if (first < end) runs_.push_back({first, end});
  }
}

}  // namespace dateline::annotate
