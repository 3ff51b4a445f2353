// Calendar arithmetic. Days and civil dates by the era method (400 years are 146,097 days); Easter
// by the anonymous Gregorian computus. Entry: calendar.h.
#include "time/calendar.h"

#include <algorithm>

namespace dateline::time {
namespace {

constexpr int days_per_era = 146097;
constexpr int epoch_shift = 719468;  // days from 0000-03-01 to 1970-01-01

constexpr Day raw_day(int year, int month, int day) {
  const int y = month <= 2 ? year - 1 : year;
  const int era = (y >= 0 ? y : y - 399) / 400;
  const int year_of_era = y - era * 400;
  const int day_of_year = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1;
  return era * days_per_era + year_of_era * 365 + year_of_era / 4 - year_of_era / 100 +
         day_of_year - epoch_shift;
}

constexpr Day first_day = raw_day(first_year, 1, 1);
constexpr Day last_day = raw_day(last_year, 12, 31);

std::optional<Day> in_range(std::int64_t day) {
  if (day < first_day || day > last_day) return std::nullopt;
  return static_cast<Day>(day);
}

}  // namespace

bool is_leap(int year) { return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0); }

int days_in_month(int year, int month) {
  constexpr int lengths[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  if (month < 1 || month > 12) return 0;
  return month == 2 && is_leap(year) ? 29 : lengths[month - 1];
}

std::optional<Day> make_day(int year, int month, int day) {
  if (year < first_year || year > last_year || day < 1 || day > days_in_month(year, month))
    return std::nullopt;
  return raw_day(year, month, day);
}

Civil civil(Day day) {
  const int shifted = day + epoch_shift;
  const int era = (shifted >= 0 ? shifted : shifted - (days_per_era - 1)) / days_per_era;
  const int day_of_era = shifted - era * days_per_era;
  const int year_of_era =
      (day_of_era - day_of_era / 1460 + day_of_era / 36524 - day_of_era / 146096) / 365;
  const int day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
  const int shifted_month = (5 * day_of_year + 2) / 153;
  const int month = shifted_month < 10 ? shifted_month + 3 : shifted_month - 9;
  return {year_of_era + era * 400 + (month <= 2 ? 1 : 0), month,
          day_of_year - (153 * shifted_month + 2) / 5 + 1};
}

int weekday(Day day) {
  const int since_thursday = ((day % 7) + 7) % 7;  // 1970-01-01 was a Thursday
  return (since_thursday + 3) % 7 + 1;
}

IsoWeek iso_week(Day day) {
  const int number = weekday(day);
  const Day thursday = day - number + 4;  // the week belongs to the year of its Thursday
  const int year = civil(thursday).year;
  return {year, (thursday - raw_day(year, 1, 1)) / 7 + 1, number};
}

int weeks_in_year(int iso_year) {
  // 28 December always lies in the last week.
  return iso_week(raw_day(iso_year, 12, 28)).week;
}

std::optional<Day> monday_of(int iso_year, int week) {
  if (iso_year < first_year || iso_year > last_year || week < 1 || week > weeks_in_year(iso_year))
    return std::nullopt;
  const Day fourth = raw_day(iso_year, 1, 4);  // always in week 1
  return in_range(std::int64_t{fourth} - weekday(fourth) + 1 + 7 * (week - 1));
}

int quarter(int month) { return (month - 1) / 3 + 1; }

std::optional<Day> add_months(Day day, int months) {
  const Civil date = civil(day);
  const std::int64_t index = std::int64_t{date.year} * 12 + date.month - 1 + months;
  if (index < 12 * first_year || index > 12 * last_year + 11) return std::nullopt;
  const int year = static_cast<int>(index / 12);
  const int month = static_cast<int>(index % 12) + 1;
  return make_day(year, month, std::min(date.day, days_in_month(year, month)));
}

std::optional<Day> add_days(Day day, int days) { return in_range(std::int64_t{day} + days); }

std::optional<Day> nth_weekday(int year, int month, int weekday_number, int n) {
  const int length = days_in_month(year, month);
  const auto first = make_day(year, month, n > 0 ? 1 : length);
  if (!first || n == 0 || n < -5 || n > 5) return std::nullopt;
  const int step = (weekday_number - weekday(*first) + 7) % 7;
  const int day = n > 0 ? 1 + step + 7 * (n - 1) : length - (7 - step) % 7 + 7 * (n + 1);
  return make_day(year, month, day);
}

std::optional<Day> easter(int year) {
  const int a = year % 19, b = year / 100, c = year % 100;
  const int d = b / 4, e = b % 4, f = (b + 8) / 25, g = (b - f + 1) / 3;
  const int h = (19 * a + b - d - g + 15) % 30;
  const int i = c / 4, k = c % 4;
  const int l = (32 + 2 * e + 2 * i - h - k) % 7;
  const int m = (a + 11 * h + 22 * l) / 451;
  return make_day(year, (h + l - 7 * m + 114) / 31, (h + l - 7 * m + 114) % 31 + 1);
}

std::optional<Date> whole_years(int first, int last, Precision precision) {
  const auto begin = make_day(first, 1, 1), end = make_day(last, 12, 31);
  if (!begin || !end) return std::nullopt;
  return Date{*begin, *end, precision};
}

std::optional<Date> whole_months(int year, int first_month, int months, Precision precision) {
  const auto begin = make_day(year, first_month, 1);
  if (!begin || months < 1) return std::nullopt;
  const auto next = add_months(*begin, months);
  if (next) return Date{*begin, *next - 1, precision};
  return Date{*begin, last_day, precision};  // up to the end of year 9999
}

std::optional<Date> whole_week(int iso_year, int week) {
  const auto monday = monday_of(iso_year, week);
  if (!monday) return std::nullopt;
  const auto sunday = add_days(*monday, 6);
  if (!sunday) return std::nullopt;
  return Date{*monday, *sunday, Precision::week};
}

}  // namespace dateline::time
