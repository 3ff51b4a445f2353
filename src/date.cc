// Days as ISO 8601 text and back. Calendar arithmetic is the library's own <chrono>; nothing here
// knows "today".
#include "dateline/date.h"

#include <chrono>

namespace dateline {
namespace {

// All of `text` as a number; nothing where a character is not a digit.
std::optional<int> digits(std::string_view text) {
  int value = 0;
  for (const char c : text) {
    if (c < '0' || c > '9') return std::nullopt;
    value = value * 10 + (c - '0');
  }
  return value;
}

std::optional<Day> civil_day(int year, unsigned month, unsigned day) {
  const std::chrono::year_month_day date{std::chrono::year{year}, std::chrono::month{month},
                                         std::chrono::day{day}};
  if (year < 1 || year > 9999 || !date.ok()) return std::nullopt;
  return static_cast<Day>(std::chrono::sys_days{date}.time_since_epoch().count());
}

Day last_day_of_month(int year, unsigned month) {
  const std::chrono::year_month_day_last last{
      std::chrono::year{year}, std::chrono::month_day_last{std::chrono::month{month}}};
  return static_cast<Day>(std::chrono::sys_days{last}.time_since_epoch().count());
}

void put_digits(int value, char* last, int count) {
  for (; count > 0; --count, value /= 10) *last-- = static_cast<char>('0' + value % 10);
}

}  // namespace

Date single_day(Day day) { return {day, day, day == no_day ? Precision::unknown : Precision::day}; }

std::optional<Day> parse_day(std::string_view iso) {
  if (iso.size() != 10 || iso[4] != '-' || iso[7] != '-') return std::nullopt;
  const auto year = digits(iso.substr(0, 4));
  const auto month = digits(iso.substr(5, 2));
  const auto day = digits(iso.substr(8, 2));
  if (!year || !month || !day) return std::nullopt;
  return civil_day(*year, static_cast<unsigned>(*month), static_cast<unsigned>(*day));
}

std::optional<Date> parse_date(std::string_view iso) {
  if (iso.size() > 10 && (iso[10] == 'T' || iso[10] == ' ')) iso = iso.substr(0, 10);
  if (iso.size() == 10) {
    const auto day = parse_day(iso);
    return day ? std::optional(single_day(*day)) : std::nullopt;
  }
  if (iso.size() != 4 && !(iso.size() == 7 && iso[4] == '-')) return std::nullopt;
  const auto year = digits(iso.substr(0, 4));
  if (!year || *year < 1) return std::nullopt;
  if (iso.size() == 4)
    return Date{*civil_day(*year, 1, 1), *civil_day(*year, 12, 31), Precision::year};
  const auto month = digits(iso.substr(5, 2));
  if (!month || *month < 1 || *month > 12) return std::nullopt;
  const auto m = static_cast<unsigned>(*month);
  return Date{*civil_day(*year, m, 1), last_day_of_month(*year, m), Precision::month};
}

char* put_iso(Day day, char* out) {
  const std::chrono::year_month_day date{std::chrono::sys_days{std::chrono::days{day}}};
  put_digits(static_cast<int>(date.year()), out + 3, 4);
  out[4] = '-';
  put_digits(static_cast<int>(static_cast<unsigned>(date.month())), out + 6, 2);
  out[7] = '-';
  put_digits(static_cast<int>(static_cast<unsigned>(date.day())), out + 9, 2);
  return out + 10;
}

std::string to_iso(Day day) {
  if (day == no_day) return {};
  std::string iso(10, '-');
  put_iso(day, iso.data());
  return iso;
}

}  // namespace dateline
