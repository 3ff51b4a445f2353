// Days that are only one end of a time: "since 2015", "by Monday", what was before something told.
#include "extract/facts/dater.h"

namespace dateline::extract {
namespace {

// The basis of a date that is unknown, but for lying before or after that of its words.
constexpr std::string_view open_bound = "bound";

}  // namespace

// The word before a time expression; null at the sentence's beginning.
const Word* Dater::word_before(Index timex_index) const {
  for (Index u = 0; u < size_of(sentence_.units); ++u) {
    if (unit_at(sentence_, u).timex == timex_index) return u == 0 ? nullptr : &word(u - 1);
  }
  return nullptr;
}

// "Not until Monday did they": on Monday.
bool Dater::is_not_until(Index index) const {
  Index u = 0;
  while (u < size_of(sentence_.units) && unit_at(sentence_, u).timex != index) ++u;
  return u >= 2 && u < size_of(sentence_.units) && word(u - 1).is(WordClass::bound_before) &&
         word(u - 2).is(WordClass::negation);
}

// "since 2015", "until Monday": the preposition makes it a bound; "after midnight on Tuesday" is
// that day, but not of what has gone on "since Tuesday evening".
void Dater::make_preposed_bound(const Word& left, EventDate& event) const {
  const bool after = left.is(WordClass::bound_after);
  if (!after && !left.is(WordClass::bound_before)) return;
  Date& date = event.date;
  const bool perfect = candidate_.verb != none && at(candidate_.verb).perfect;
  if (date.is_day() && !perfect && event.value.find('T') != std::string::npos) return;
  if (!date.known())
    event.basis = open_bound;
  else if (after && date.first != no_day)
    date = {date.first, no_day, Precision::after};
  else if (!after && date.last != no_day)
    date = {no_day, date.last, Precision::before};
}

// "Was killed by Sunday's blast": no bound.
bool Dater::is_agent(Index index) const {
  const Index phrase = phrase_of(index);
  return phrase != none && is_at(phrase) && simple_past() && at(candidate_.verb).passive;
}

// "The worst attack since 2008, when rebels shelled the port": at that time, not from then on.
bool Dater::is_when(Index index) const {
  if (candidate_.verb == none) return false;
  const Index opening = opening_word(candidate_.verb);
  if (opening < 2 || !word(opening).is(WordClass::meanwhile)) return false;
  const bool comma = unit_at(sentence_, opening - 1).tag == Tag::comma;
  return unit_at(sentence_, opening - (comma ? 2 : 1)).timex == index;
}

// Before the day that the clause above is dated by: "fled after rebels seized the town on ..."
// told on Monday.
void Dater::make_bound(DatedBy& found) {
  Date& date = found.date.date;
  if (date.precision == Precision::after)
    date = Date{};
  else
    date = {no_day, date.last, Precision::before};
  if (!date.known()) {
    date.precision = Precision::unknown;
    found.date.basis = open_bound;
  }
  found.explicit_date = false;
}

}  // namespace dateline::extract
