// Dates in words. A range is worded by what it covers (a month, a half-year, a decade), whatever it
// was read from.
#include "write/wording.h"

#include <array>
#include <chrono>
#include <string_view>

namespace dateline::write {
namespace {

using std::chrono::year_month_day;

constexpr std::array<std::string_view, 12> months = {
    "January", "February", "March",     "April",   "May",      "June",
    "July",    "August",   "September", "October", "November", "December"};

struct Civil {
  int year, month, day;
};

Civil civil(Day day) {
  const year_month_day ymd{std::chrono::sys_days{std::chrono::days{day}}};
  return {static_cast<int>(ymd.year()), static_cast<int>(static_cast<unsigned>(ymd.month())),
          static_cast<int>(static_cast<unsigned>(ymd.day()))};
}

bool ends_month(Day day) { return civil(day + 1).day == 1; }

std::string short_month(int month) {
  return std::string(months[static_cast<std::size_t>(month - 1)].substr(0, 3));
}

std::string month_and_year(const Civil& date) {
  return month_name(date.month) + " " + std::to_string(date.year);
}

// Whole months of one year.
std::string months_in_words(const Civil& first, const Civil& last) {
  const std::string year = std::to_string(first.year);
  if (first.month == last.month) return month_and_year(first);
  if (first.month == 1 && last.month == 12) return year;
  if (first.month == 1 && last.month == 6) return "the first half of " + year;
  if (first.month == 7 && last.month == 12) return "the second half of " + year;
  if (first.month == 1 && last.month <= 4) return "early " + year;
  if (first.month >= 9 && last.month == 12) return "late " + year;
  if (first.month >= 4 && last.month <= 9 && last.month - first.month >= 2) return "mid-" + year;
  return "between " + month_name(first.month) + " and " + month_name(last.month) + " " + year;
}

std::string years_in_words(int first, int last) {
  if (first % 10 == 0 && last == first + 9) return "the " + std::to_string(first) + "s";
  return "between " + std::to_string(first) + " and " + std::to_string(last);
}

// What the end of the range does not say anyway.
std::string start_of_range(const Civil& a, const Civil& b) {
  std::string start = std::to_string(a.day);
  if (a.year != b.year || a.month != b.month) start += " " + short_month(a.month);
  if (a.year != b.year) start += " " + std::to_string(a.year);
  return start;
}

std::string range_in_words(Day first, Day last) {
  const Civil a = civil(first), b = civil(last);
  const bool whole_months = a.day == 1 && ends_month(last);
  if (whole_months && a.year == b.year) return months_in_words(a, b);
  if (whole_months && a.month == 1 && b.month == 12) return years_in_words(a.year, b.year);
  if (whole_months) return "between " + month_and_year(a) + " and " + month_and_year(b);
  return "between " + start_of_range(a, b) + " and " + day_in_words(last);
}

// What began with a year or month began in it.
std::string start_in_words(Day day) {
  const Civil date = civil(day);
  if (date.day != 1) return day_in_words(day);
  return date.month == 1 ? std::to_string(date.year) : month_and_year(date);
}

enum class Sharp { unknown, year, month, day };

// As a TIMEX3 value is: "2019", "2019-05", "2019-05-01".
Sharp sharpness_of(std::string_view value) {
  switch (value.find_first_not_of("0123456789-") == std::string_view::npos ? value.size() : 0) {
    case 4:
      return Sharp::year;
    case 7:
      return Sharp::month;
    case 10:
      return Sharp::day;
    default:
      return Sharp::unknown;
  }
}

bool has_open_end(const Date& date) { return date.first != no_day && date.last == no_day; }

}  // namespace

std::string month_name(int month) {
  return std::string(months[static_cast<std::size_t>(month - 1)]);
}

std::string day_in_words(Day day) {
  const Civil date = civil(day);
  return std::to_string(date.day) + " " + short_month(date.month) + " " + std::to_string(date.year);
}

std::string days_in_words(Day first, Day last) {
  if (first == last) return day_in_words(first);
  return start_of_range(civil(first), civil(last)) + " to " + day_in_words(last);
}

std::string date_in_words(const Date& date) {
  if (!date.known()) return "date unknown";
  if (date.first == no_day) return "by " + day_in_words(date.last);
  if (date.last == no_day) return "since " + start_in_words(date.first);
  return date.first == date.last ? day_in_words(date.first) : range_in_words(date.first, date.last);
}

std::string time_in_words(const EventDate& event) {
  const Date& date = event.date;
  const Sharp sharp = has_open_end(date) ? sharpness_of(event.value) : Sharp::unknown;
  if (sharp == Sharp::day) return "since " + day_in_words(date.first);
  if (sharp == Sharp::month && civil(date.first).day == 1)
    return "since " + month_and_year(civil(date.first));
  return date_in_words(date);
}

Chapter chapter_of(const EventDate& event) {
  const Date& date = event.date;
  if (!date.known()) return {};
  if (date.first == no_day || date.last == no_day) {
    const Civil at = civil(date.first == no_day ? date.last : date.first);
    const Sharp sharp = sharpness_of(event.value);
    const bool whole_year = date.last == no_day && at.day == 1 && at.month == 1 &&
                            sharp != Sharp::day && sharp != Sharp::month;
    return {at.year, whole_year ? 0 : at.month};
  }
  const Civil first = civil(date.first);
  return {first.year, date.last - date.first > 31 ? 0 : first.month};
}

}  // namespace dateline::write
