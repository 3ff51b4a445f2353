// Calendar arithmetic: pure functions over Day numbers, years 1 to 9999.
//
// Every result is checked: a day that does not exist ("30 February"), or that leaves the range of
// years, is no result at all. Weekdays count as in ISO 8601: Monday is 1, Sunday 7.
#pragma once

#include <optional>

#include "dateline/date.h"

namespace dateline::time {

struct Civil {
  int year = 0;
  int month = 0;
  int day = 0;
};

struct IsoWeek {
  int year = 0;     // the year that the week belongs to, not always the day's own
  int week = 0;     // 1..53
  int weekday = 0;  // 1..7
};

inline constexpr int first_year = 1;
inline constexpr int last_year = 9999;

[[nodiscard]] bool is_leap(int year);
[[nodiscard]] int days_in_month(int year, int month);  // 0 where there is no such month
[[nodiscard]] std::optional<Day> make_day(int year, int month, int day);
[[nodiscard]] Civil civil(Day day);
[[nodiscard]] IsoWeek iso_week(Day day);
[[nodiscard]] int weekday(Day day);
[[nodiscard]] int weeks_in_year(int iso_year);  // 52 or 53
[[nodiscard]] std::optional<Day> monday_of(int iso_year, int week);
[[nodiscard]] int quarter(int month);  // 1..4
// The same day of the month `months` later or earlier, or the month's last where it is shorter: 31
// January + 1 month is the last of February.
[[nodiscard]] std::optional<Day> add_months(Day day, int months);
[[nodiscard]] std::optional<Day> add_days(Day day, int days);
// The nth `weekday` of a month; -1 is the last one.
[[nodiscard]] std::optional<Day> nth_weekday(int year, int month, int weekday, int n);
// Easter Sunday of the western churches.
[[nodiscard]] std::optional<Day> easter(int year);

// Whole stretches of the calendar, both ends included; nothing where they leave the range.
[[nodiscard]] std::optional<Date> whole_years(int first, int last, Precision precision);
[[nodiscard]] std::optional<Date> whole_months(int year, int first_month, int months,
                                               Precision precision);
[[nodiscard]] std::optional<Date> whole_week(int iso_year, int week);

}  // namespace dateline::time
