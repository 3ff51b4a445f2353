// Fills in what an expression leaves open ("Thursday", "in March", "8 p.m.") from the day that it
// is told on.
//
// The method: for each year (or week) near the reference that the value could mean, take the days
// it would cover, and choose by direction: past, future, nearest. Nothing is ever resolved against
// the clock.
#pragma once

#include <optional>

#include "dateline/date.h"
#include "time/actions.h"
#include "time/values.h"

namespace dateline::time {

// What an expression is resolved against: the publication date, or an earlier expression.
struct Reference {
  Date days;                   // unknown: nothing can be resolved
  bool before_christ = false;  // then only `year` is known
  std::int16_t year = unknown;
  Grain grain = Grain::none;
  bool mention = false;

  [[nodiscard]] bool known() const { return days.known() || (before_christ && year > 0); }
};

[[nodiscard]] Reference reference_of(const Date& published);

// Does the value lack a year, a week or a day that a reference can supply?
[[nodiscard]] bool is_open(const Value& value);

// Fills the open fields; false where nothing fits (the value is then unchanged).
bool resolve(Value& value, const Reference& reference, Toward toward);

// "N units later": at the grain of the unit, or day-exact from a day for days and hours.
[[nodiscard]] std::optional<Value> shifted(const Reference& reference, Grain grain, int count);

// A day with a name. `formula`: "12-25", "easter-2", "11/4/4" (month/weekday/which). Year unknown:
// open.
[[nodiscard]] std::optional<Value> feast_day(std::string_view formula, std::int16_t year);
// The same where the year is open: chosen by direction.
[[nodiscard]] std::optional<Value> resolve_feast(std::string_view formula,
                                                 const Reference& reference, Toward toward);

// Fills the year (and week) of `finer` from `coarser`: "March" of "last year", "Tuesday" of "this
// week".
bool fill_from(Value& finer, const Value& coarser);

void copy_time(const Value& from, Value& to);

// Days between two stretches of days; 0 where they touch.
[[nodiscard]] std::int64_t distance_in_days(const Date& one, const Date& other);

}  // namespace dateline::time
