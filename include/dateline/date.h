// Calendar days and what a text says about one: an interval, never a point that pretends to be
// sure.
//
// A Day counts days from 1970-01-01 in the proleptic Gregorian calendar (so 1970-01-02 is 1,
// 1969-12-31 is -1). Years run from 1 to 9999. Ranges are inclusive.
#pragma once

#include <cstdint>
#include <limits>
#include <optional>
#include <string>
#include <string_view>

namespace dateline {

using Day = std::int32_t;
inline constexpr Day no_day = std::numeric_limits<Day>::min();

// Spelled as in the output ("season" also stands for quarters and half-years, "decade" also for
// centuries).
enum class Precision : std::uint8_t {
  time,
  day,
  week,
  month,
  season,
  year,
  decade,
  before,
  after,
  unknown
};

// The days that something may have happened on: first..last inclusive. `before` leaves `first`
// open, `after` leaves `last` open (no_day), `unknown` both.
struct Date {
  Day first = no_day;
  Day last = no_day;
  Precision precision = Precision::unknown;

  [[nodiscard]] bool known() const { return first != no_day || last != no_day; }
  [[nodiscard]] bool is_day() const { return first != no_day && first == last; }
  friend bool operator==(const Date&, const Date&) = default;
};

[[nodiscard]] Date single_day(Day day);

// "2024-12-05" -> Day; nothing for a day that does not exist ("2024-02-30") or another shape.
[[nodiscard]] std::optional<Day> parse_day(std::string_view iso);

// Like parse_day, and takes "2024-12" and "2024" too (the whole month or year), and ignores a time
// after the day.
[[nodiscard]] std::optional<Date> parse_date(std::string_view iso);

// "2024-12-05"; "" for no_day.
[[nodiscard]] std::string to_iso(Day day);
// The ten characters of to_iso into `out`; returns where they end. Not for no_day.
char* put_iso(Day day, char* out);

[[nodiscard]] std::string_view to_string(Precision precision);
[[nodiscard]] std::optional<Precision> parse_precision(std::string_view name);

}  // namespace dateline
