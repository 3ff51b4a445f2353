// "A day after rebels seized the town", "days of unrest": how far an event lies from the one that
// dates it, and how long it went on.
#pragma once

#include <optional>

#include "extract/sentence/sentence.h"

namespace dateline::extract {

struct Offset {
  static constexpr char hours = 'H', minutes = 'T';  // few of them: the same day
  int count = 0;                                     // of units, forwards; below zero backwards
  char unit = 'D';     // D, W, M or Y as in TIMEX3, or one of these two
  Index timex = none;  // the duration that says it

  [[nodiscard]] bool is_same_day() const { return unit == hours || unit == minutes; }
};

// What stands before the "after" or "before" at unit `word`; nothing where that is no counted
// number of days, weeks, months or years, nor few minutes or hours.
[[nodiscard]] std::optional<Offset> offset_before(const Context& context, const Sentence& sentence,
                                                  Index word);

// "Minutes after", "two hours before"?
[[nodiscard]] bool is_same_day(const Context& context, const Sentence& sentence, Index word);

// The days so far from `date`: exact for days and weeks, the whole month or year for larger units.
// Unknown where `date` is no single day, nor a month or year that is counted on in its own units.
[[nodiscard]] Date shifted(const Date& date, const Offset& offset);

// The most days that a duration covers, both ends counted: 3 for "three days"; fewer than the next
// larger unit for "days", "weeks" and "months". 0 where that tells nothing.
[[nodiscard]] int most_days(const Timex& duration);

}  // namespace dateline::extract
