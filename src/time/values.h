// TIMEX3 values as data: what "2013-W11-WE" or "XXXX-03-05T08:30" or "P2.5Y" says, field by field.
//
// Text -> Value -> text is one normal form: numbers get their zeros, unknown fields their X. A
// Value says which days it covers, or that it cannot.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "dateline/date.h"
#include "dateline/mention.h"

namespace dateline::time {

inline constexpr std::int16_t unknown = -1;

enum class ValueKind : std::uint8_t { calendar, duration, reference };

// How coarse a calendar value is, fine to coarse.
enum class Grain : std::uint8_t {
  time,
  day,
  weekend,
  week,
  month,
  quarter,
  season,
  half,
  year,
  decade,
  century,
  none
};

// Short text without a heap: the parts of a value that stay as written.
struct Word {
  char text[15] = {};
  std::uint8_t size = 0;
  [[nodiscard]] std::string_view view() const { return {text, size}; }
  [[nodiscard]] bool assign(std::string_view from);  // false where it does not fit
};

struct Value {
  ValueKind kind = ValueKind::calendar;

  // calendar
  bool before_christ = false;
  std::int16_t year = unknown;  // with `year_digits` 3 and 2: the decade (199), the century (19)
  std::uint8_t year_digits = 4;
  std::int8_t month = unknown;
  std::int8_t day = unknown;
  bool has_day = false;    // a day is meant, known or not: XXXX-XX-XX
  bool has_month = false;  // a month is meant, known or not: 1998-XX
  bool has_week = false;
  std::int8_t week = unknown;
  std::int8_t weekday = unknown;
  bool weekend = false;
  bool has_quarter = false;
  std::int8_t quarter = unknown;
  std::int8_t half = unknown;
  std::int8_t season = unknown;  // 0 SP, 1 SU, 2 FA, 3 WI
  bool ends_in_year = false;     // a winter that began the year before
  std::int8_t hour = unknown;
  std::int8_t minute = unknown;
  std::int8_t second = unknown;
  bool has_time = false;
  char part[2] = {0, 0};  // MO MI AF EV NI DT
  Word zone;              // "Z", "-05"; as written

  // duration and reference: the text itself
  Word word;

  [[nodiscard]] Grain grain() const;
};

// "2013-3-5" and "2013-03-05" are the same. Nothing for what is no value, or no date
// ("2013-02-30").
[[nodiscard]] std::optional<Value> parse_value(std::string_view text);
[[nodiscard]] std::string to_timex(const Value& value);
// The days of a calendar value; unknown where a field that matters is unknown, and before year 1.
[[nodiscard]] Date days_of(const Value& value);
[[nodiscard]] TimexType type_of(const Value& value);

// The calendar unit of grain `grain` that holds `day`.
[[nodiscard]] Value unit_at(Day day, Grain grain);
// The unit `count` units later than the one that holds `day`; nothing beyond years 1 to 9999.
[[nodiscard]] std::optional<Value> unit_after(Day day, Grain grain, int count);

// "-3", "+3", "3"; nothing where it is no such number.
[[nodiscard]] std::optional<int> whole_number(std::string_view text);

[[nodiscard]] Precision precision_of(Grain grain);
[[nodiscard]] int first_month_of_season(int season);

}  // namespace dateline::time
