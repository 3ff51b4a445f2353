// TIMEX3 values: parse, print, and the days that they cover. Entry: values.h.
#include "time/values.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstring>
#include <span>

#include "time/calendar.h"

namespace dateline::time {
namespace {

constexpr std::array<std::string_view, 4> seasons = {"SP", "SU", "FA", "WI"};
constexpr std::array<std::string_view, 6> parts = {"MO", "MI", "AF", "EV", "NI", "DT"};

// Reads a value from left to right.
class Reader {
 public:
  explicit Reader(std::string_view text) : text_(text) {}
  [[nodiscard]] bool done() const { return at_ == text_.size(); }
  [[nodiscard]] std::string_view rest() const { return text_.substr(at_); }
  bool take(std::string_view literal) {
    if (!rest().starts_with(literal)) return false;
    at_ += literal.size();
    return true;
  }
  // Up to `most` digits; their number is kept in `digits`.
  std::optional<int> number(std::size_t most) {
    int value = 0;
    digits = 0;
    while (digits < most && at_ < text_.size() && text_[at_] >= '0' && text_[at_] <= '9') {
      value = value * 10 + (text_[at_++] - '0');
      ++digits;
    }
    return digits > 0 ? std::optional(value) : std::nullopt;
  }
  // A number, or as many X as stand there (`unknown`).
  std::optional<int> number_or_x(std::size_t most) {
    if (!done() && text_[at_] == 'X') {
      while (!done() && text_[at_] == 'X') ++at_;
      return unknown;
    }
    return number(most);
  }
  std::size_t digits = 0;

 private:
  std::string_view text_;
  std::size_t at_ = 0;
};

bool fits(std::optional<int> number, int low, int high) {
  return number && (*number == unknown || (*number >= low && *number <= high));
}

std::optional<int> index_of(std::span<const std::string_view> names, Reader& reader) {
  for (std::size_t i = 0; i < names.size(); ++i) {
    if (reader.take(names[i])) return static_cast<int>(i);
  }
  return std::nullopt;
}

bool read_year(Reader& reader, Value& value) {
  value.before_christ = reader.take("BC");
  if (reader.take("XXXX")) return true;
  const auto year = reader.number(4);
  if (!year) return false;
  value.year = static_cast<std::int16_t>(*year);
  value.year_digits = static_cast<std::uint8_t>(reader.digits);
  // A year below 1000 is written with its zeros: 0480 is a year, 048 a decade, 04 a century.
  if (value.year_digits == 3 && reader.take("X")) value.year_digits = 3;
  if (value.year_digits == 2 && reader.take("XX")) value.year_digits = 2;
  if (value.year_digits == 1) return false;
  return *year > 0;
}

bool read_week(Reader& reader, Value& value) {
  const auto week = reader.number_or_x(2);
  if (!fits(week, 1, 53)) return false;
  value.has_week = true;
  value.week = static_cast<std::int8_t>(*week);
  if (!reader.take("-")) return true;
  if (reader.take("WE")) {
    value.weekend = true;
    return true;
  }
  const auto day = reader.number_or_x(1);
  if (!fits(day, 1, 7)) return false;
  value.weekday = static_cast<std::int8_t>(*day);
  return true;
}

bool read_month_day(Reader& reader, Value& value) {
  const auto month = reader.number_or_x(2);
  if (!fits(month, 1, 12)) return false;
  value.has_month = true;
  value.month = static_cast<std::int8_t>(*month);
  if (!reader.take("-")) return true;
  const auto day = reader.number_or_x(2);
  if (!fits(day, 1, 31)) return false;
  value.has_day = true;
  value.day = static_cast<std::int8_t>(*day);
  return true;
}

bool read_unit(Reader& reader, Value& value) {
  if (reader.take("W") && !reader.rest().starts_with("I")) return read_week(reader, value);
  if (reader.take("I")) {
    value.season = 3;
    return true;
  }
  if (reader.take("Q")) {
    const auto number = reader.number_or_x(1);
    value.has_quarter = true;
    value.quarter = static_cast<std::int8_t>(number.value_or(0));
    return fits(number, 1, 4);
  }
  if (reader.take("H")) {
    const auto number = reader.number(1);
    value.half = static_cast<std::int8_t>(number.value_or(0));
    return fits(number, 1, 2);
  }
  if (const auto season = index_of(seasons, reader)) {
    value.season = static_cast<std::int8_t>(*season);
    return true;
  }
  return read_month_day(reader, value);
}

bool read_clock(Reader& reader, Value& value) {
  value.has_time = true;
  if (const auto part = index_of(parts, reader)) {
    std::memcpy(value.part, parts[static_cast<std::size_t>(*part)].data(), 2);
    return reader.done();
  }
  const auto hour = reader.number_or_x(2);
  if (!fits(hour, 0, 24)) return false;
  value.hour = static_cast<std::int8_t>(*hour);
  value.minute = hour == unknown ? unknown : 0;
  if (reader.take(":")) {
    const auto minute = reader.number(2);
    if (!fits(minute, 0, 59)) return false;
    value.minute = static_cast<std::int8_t>(*minute);
    if (reader.take(":")) {
      const auto second = reader.number(2);
      if (!fits(second, 0, 60)) return false;
      value.second = static_cast<std::int8_t>(*second);
    }
  }
  return value.zone.assign(reader.rest());
}

// A day that its month or year does not have is no value; a month without a year may have its
// longest.
bool day_exists(const Value& value) {
  if (value.day == unknown || value.month == unknown) return true;
  const int year = value.year == unknown || value.before_christ ? 2000 : value.year;
  return value.day <= days_in_month(year, value.month);
}

void put(std::string& out, int number, int digits) {
  char buffer[8];
  for (int i = digits - 1; i >= 0; --i) {
    buffer[i] = number < 0 ? 'X' : static_cast<char>('0' + number % 10);
    number = number < 0 ? number : number / 10;
  }
  out.append(buffer, static_cast<std::size_t>(digits));
}

void put_year(std::string& out, const Value& value) {
  if (value.before_christ) out += "BC";
  put(out, value.year, value.year_digits);
  if (value.year_digits == 3) out += 'X';
  if (value.year_digits == 2) out += "XX";
}

void put_time(std::string& out, const Value& value) {
  out += 'T';
  if (value.part[0] != 0) {
    out.append(value.part, 2);
    return;
  }
  put(out, value.hour, 2);
  if (value.hour != unknown) {
    out += ':';
    put(out, value.minute, 2);
  }
  if (value.second != unknown) {
    out += ':';
    put(out, value.second, 2);
  }
  out += value.zone.view();
}

void put_unit(std::string& out, const Value& value) {
  if (value.has_week) {
    out += "-W";
    put(out, value.week, 2);
    if (value.weekend) out += "-WE";
    if (value.weekday != unknown) put(out += '-', value.weekday, 1);
  } else if (value.has_quarter) {
    put(out += "-Q", value.quarter, 1);
  } else if (value.half != unknown) {
    put(out += "-H", value.half, 1);
  } else if (value.season != unknown) {
    (out += '-') += seasons[static_cast<std::size_t>(value.season)];
  } else if (value.has_month || value.has_day || value.has_time) {
    put(out += '-', value.month, 2);
    if (value.has_day || value.has_time) put(out += '-', value.day, 2);
  }
}

std::optional<Date> week_days(const Value& value) {
  if (value.week == unknown) return std::nullopt;
  const auto week = whole_week(value.year, value.week);
  if (!week) return std::nullopt;
  if (value.weekend) return Date{week->first + 5, week->last, Precision::week};
  if (value.weekday != unknown) return single_day(week->first + value.weekday - 1);
  return week;
}

std::optional<Date> known_days(const Value& value) {
  if (value.year_digits == 3)
    return whole_years(std::max(1, value.year * 10), value.year * 10 + 9, Precision::decade);
  if (value.year_digits == 2)
    return whole_years(std::max(1, value.year * 100), value.year * 100 + 99, Precision::decade);
  if (value.has_week) return week_days(value);
  if (value.has_quarter) {
    if (value.quarter == unknown) return std::nullopt;
    return whole_months(value.year, value.quarter * 3 - 2, 3, Precision::season);
  }
  if (value.half != unknown)
    return whole_months(value.year, value.half * 6 - 5, 6, Precision::season);
  if (value.season != unknown) {
    const int year = value.ends_in_year ? value.year - 1 : value.year;
    return whole_months(year, first_month_of_season(value.season), 3, Precision::season);
  }
  if (value.month == unknown) return whole_years(value.year, value.year, Precision::year);
  if (value.day == unknown) return whole_months(value.year, value.month, 1, Precision::month);
  const auto day = make_day(value.year, value.month, value.day);
  if (!day) return std::nullopt;
  return Date{*day, *day, value.has_time ? Precision::time : Precision::day};
}

// P, a count (2, 2.5, X), and a unit: a letter, T and a letter (P90TM is PT90M), or a multiple of
// one (P2*10Y is P20Y).
std::optional<Value> parse_duration(std::string_view text) {
  Reader reader(text.substr(1));
  const bool time_first = reader.take("T");
  const std::string_view from = reader.rest();
  const bool vague = reader.take("X");
  const auto whole = vague ? std::nullopt : reader.number(6);
  if (!vague && !whole) return std::nullopt;
  const bool fraction = reader.take(".") && reader.number(3);
  const std::string_view count = from.substr(0, from.size() - reader.rest().size());
  int factor = 1;
  if (reader.take("*")) factor = reader.number(4).value_or(1);
  const bool time = time_first | reader.take("T");
  std::string out = time ? "PT" : "P";
  out += whole && !fraction ? std::to_string(*whole * factor) : std::string(count);
  out += reader.rest();
  Value value;
  value.kind = ValueKind::duration;
  const bool good = !reader.done() && value.word.assign(out);
  return good ? std::optional(value) : std::nullopt;
}

}  // namespace

bool Word::assign(std::string_view from) {
  if (from.size() > sizeof text) return false;
  std::copy(from.begin(), from.end(), text);
  size = static_cast<std::uint8_t>(from.size());
  return true;
}

Grain Value::grain() const {
  if (kind != ValueKind::calendar) return Grain::none;
  if (has_time) return Grain::time;
  if (has_day || weekday != unknown) return Grain::day;
  if (weekend) return Grain::weekend;
  if (has_week) return Grain::week;
  if (has_month) return Grain::month;
  if (has_quarter) return Grain::quarter;
  if (season != unknown) return Grain::season;
  if (half != unknown) return Grain::half;
  if (year_digits == 3) return Grain::decade;
  return year_digits == 2 ? Grain::century : Grain::year;
}

std::optional<Value> parse_value(std::string_view text) {
  Value value;
  if (text.starts_with("P") && !text.ends_with("_REF")) return parse_duration(text);
  if (text.ends_with("_REF")) {
    value.kind = ValueKind::reference;
    return value.word.assign(text) ? std::optional(value) : std::nullopt;
  }
  Reader reader(text);
  if (reader.take("T")) return read_clock(reader, value) ? std::optional(value) : std::nullopt;
  if (!read_year(reader, value)) return std::nullopt;
  if (reader.take("-") && !read_unit(reader, value)) return std::nullopt;
  if (reader.take("T") && !read_clock(reader, value)) return std::nullopt;
  if (!value.has_time && !reader.done()) return std::nullopt;
  if (!day_exists(value)) return std::nullopt;
  return value;
}

std::string to_timex(const Value& value) {
  if (value.kind != ValueKind::calendar) return std::string(value.word.view());
  std::string out;
  put_year(out, value);
  put_unit(out, value);
  if (value.has_time) put_time(out, value);
  return out;
}

Date days_of(const Value& value) {
  if (value.kind != ValueKind::calendar || value.before_christ || value.year == unknown) return {};
  return known_days(value).value_or(Date{});
}

TimexType type_of(const Value& value) {
  if (value.kind == ValueKind::duration) return TimexType::duration;
  return value.has_time ? TimexType::time : TimexType::date;
}

int first_month_of_season(int season) { return 3 * season + 3; }

std::optional<int> whole_number(std::string_view text) {
  if (text.starts_with('+')) text.remove_prefix(1);
  int number = 0;
  const auto result = std::from_chars(text.data(), text.data() + text.size(), number);
  const bool whole = result.ec == std::errc() && result.ptr == text.data() + text.size();
  return whole ? std::optional(number) : std::nullopt;
}

Precision precision_of(Grain grain) {
  switch (grain) {
    case Grain::time:
      return Precision::time;
    case Grain::day:
      return Precision::day;
    case Grain::weekend:
    case Grain::week:
      return Precision::week;
    case Grain::month:
      return Precision::month;
    case Grain::quarter:
    case Grain::season:
    case Grain::half:
      return Precision::season;
    case Grain::year:
      return Precision::year;
    case Grain::decade:
    case Grain::century:
      return Precision::decade;
    case Grain::none:
      break;
  }
  return Precision::unknown;
}

Value unit_at(Day day, Grain grain) {
  Value value;
  const Civil date = civil(day);
  value.year = static_cast<std::int16_t>(date.year);
  switch (grain) {
    case Grain::time:
    case Grain::day:
      value.has_day = true;
      value.day = static_cast<std::int8_t>(date.day);
      [[fallthrough]];
    case Grain::month:
      value.has_month = true;
      value.month = static_cast<std::int8_t>(date.month);
      break;
    case Grain::weekend:
    case Grain::week: {
      const IsoWeek week = iso_week(day);
      value.year = static_cast<std::int16_t>(week.year);
      value.has_week = true;
      value.week = static_cast<std::int8_t>(week.week);
      value.weekend = grain == Grain::weekend;
      break;
    }
    case Grain::quarter:
      value.has_quarter = true;
      value.quarter = static_cast<std::int8_t>(quarter(date.month));
      break;
    case Grain::season:
      value.season = static_cast<std::int8_t>((date.month + 9) % 12 / 3);
      if (date.month < 3)
        value.year = static_cast<std::int16_t>(date.year - 1);  // this winter began last year
      break;
    case Grain::half:
      value.half = static_cast<std::int8_t>(date.month <= 6 ? 1 : 2);
      break;
    case Grain::decade:
      value.year = static_cast<std::int16_t>(date.year / 10);
      value.year_digits = 3;
      break;
    case Grain::century:
      value.year = static_cast<std::int16_t>(date.year / 100);
      value.year_digits = 2;
      break;
    case Grain::year:
    case Grain::none:
      break;
  }
  return value;
}

std::optional<Value> unit_after(Day day, Grain grain, int count) {
  constexpr int most =
      120000;  // months: farther is outside of all years, and keeps the products small
  if (count > most || count < -most) return std::nullopt;
  std::optional<Day> shifted;
  switch (grain) {
    case Grain::time:
    case Grain::day:
      shifted = add_days(day, count);
      break;
    case Grain::weekend:
    case Grain::week:
      shifted = add_days(day, 7 * count);
      break;
    case Grain::month:
      shifted = add_months(day, count);
      break;
    case Grain::quarter:
    case Grain::season:
      shifted = add_months(day, 3 * count);
      break;
    case Grain::half:
      shifted = add_months(day, 6 * count);
      break;
    case Grain::year:
      shifted = add_months(day, 12 * count);
      break;
    case Grain::decade:
      shifted = add_months(day, 120 * count);
      break;
    case Grain::century:
      shifted = add_months(day, 1200 * count);
      break;
    case Grain::none:
      return std::nullopt;
  }
  if (!shifted) return std::nullopt;
  return unit_at(*shifted, grain);
}

}  // namespace dateline::time
