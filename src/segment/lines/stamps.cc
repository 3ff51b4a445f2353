// See stamps.h. Dates in digits, clocks, and where in a line they stand.
#include "segment/lines/stamps.h"

#include <array>
#include <chrono>
#include <cstdio>

#include "segment/lines/named_date.h"

namespace dateline::segment {

namespace {

Day day_of(std::int32_t year, std::int32_t month, std::int32_t day) {
  if (year < 1 || year > 9999 || month < 1 || month > 12 || day < 1 || day > 31) return no_day;
  const std::chrono::year_month_day date{std::chrono::year{year},
                                         std::chrono::month{static_cast<unsigned>(month)},
                                         std::chrono::day{static_cast<unsigned>(day)}};
  return date.ok() ? static_cast<Day>(std::chrono::sys_days{date}.time_since_epoch().count())
                   : no_day;
}

int small_value(std::string_view text) { return text.empty() ? 0 : static_cast<int>(number(text)); }

}  // namespace

StampReader::StampReader(const Rules& rules)
    : rules_(rules),
      calendar_(rules::class_named(rules, "calendar-word")),
      month_name_(rules::class_named(rules, "month-name")),
      update_(rules::class_named(rules, "update-word")),
      published_(rules::class_named(rules, "line-published")),
      life_(rules::class_named(rules, "life-word")),
      ordinal_(rules::class_named(rules, "ordinal_ending")),
      link_(rules::class_named(rules, "date-link")),
      unit_(rules::class_named(rules, "date-unit")),
      month_kinds_(rules::class_masks(rules, std::array{calendar_, month_name_})) {}

int StampReader::month(rules::WordId word) const {
  if (word == 0) return 0;
  for (const rules::ClassId names : {calendar_, month_name_}) {
    if (rules::has_class(rules_, word, names))
      return small_value(rules::value(rules_, word, names, "month"));
  }
  return 0;
}

int StampReader::weekday(rules::WordId word) const {
  return word == 0 || !rules::has_class(rules_, word, calendar_)
             ? 0
             : small_value(rules::value(rules_, word, calendar_, "weekday"));
}

Day Stamp::on(bool month_first) const {
  if (year == 0) return no_day;
  const bool swap = ambiguous && !month_first;
  return swap ? day_of(year, day, month) : day_of(year, month, day);
}

std::string Stamp::time() const {
  if (minutes < 0) return "";
  std::array<char, 32> text{};
  std::snprintf(text.data(), text.size(), "%02d:%02d", static_cast<int>(minutes / 60),
                static_cast<int>(minutes % 60));
  return text.data();
}

// 2031年6月5日, 2031년 6월 5일.
bool StampReader::with_units(const Cursor& c, Stamp& stamp, std::uint32_t& last) const {
  const auto is_unit = [&](std::uint32_t k) {
    return c.has(k) && c.reading.words[c.at + k] != 0 &&
           rules::has_class(rules_, c.reading.words[c.at + k], unit_);
  };
  if (!is_year(c.word(0)) || !is_unit(1) || !is_unit(3) || !is_unit(5) || !c.digits(2) ||
      !c.digits(4))
    return false;
  stamp.year = number(c.word(0));
  stamp.month = number(c.word(2));
  stamp.day = number(c.word(4));
  last = c.at + 6;
  return stamp.on(true) != no_day;
}

// 05.12.24 could be a number of another kind where more follows than a clock.
bool StampReader::stands_alone(const Cursor& c) {
  constexpr std::uint32_t date = 5;  // tokens
  const bool whole = c.word(0).size() == 2 && c.word(2).size() == 2;
  return whole && (!c.has(date) || (c.digits(date) && c.word(date + 1) == ":"));
}

// 2024-12-05, 2024/12/5, 05.12.2024, 12/05/2024, 12/5/24, 20241205.
bool StampReader::numeric(const Cursor& c, Stamp& stamp, std::uint32_t& last) const {
  const std::string_view a = c.word(0);
  if (a.size() == 8 && is_year(a.substr(0, 4))) {
    stamp.year = number(a.substr(0, 4));
    stamp.month = number(a.substr(4, 2));
    stamp.day = number(a.substr(6, 2));
    last = c.at + 1;
    return stamp.on(true) != no_day;
  }
  if (with_units(c, stamp, last)) return true;
  const std::string_view mark = c.word(1);
  if ((mark != "/" && mark != "-" && mark != ".") || c.word(3) != mark || !c.digits(2) ||
      !c.digits(4))
    return false;
  if (!c.glued(1) || !c.glued(2) || !c.glued(3) || !c.glued(4)) return false;
  const std::string_view b = c.word(2), d = c.word(4);
  last = c.at + 5;
  if (is_year(a) && b.size() <= 2 && d.size() <= 2) {
    stamp.year = number(a);
    stamp.month = number(b);
    stamp.day = number(d);
    return stamp.on(true) != no_day;
  }
  if (a.size() > 2 || b.size() > 2 ||
      (!is_year(d) && (d.size() != 2 || (mark == "." && !stands_alone(c)))))
    return false;
  stamp.year = d.size() == 2 ? full_year(number(d)) : number(d);
  stamp.month = number(a);
  stamp.day = number(b);
  stamp.ambiguous = stamp.month <= 12 && stamp.day <= 12 && stamp.month != stamp.day;
  if (stamp.month > 12 ||
      (mark == "." && stamp.day <= 12)) {  // with dots, the day comes first wherever it can
    std::swap(stamp.month, stamp.day);
    stamp.ambiguous = false;
  }
  return stamp.on(true) != no_day;
}

// Where in a word the name of a month begins that lost the blank before it; 0 where none does.
std::size_t StampReader::month_within(const Cursor& c) const {
  const std::string_view word = c.word(0);
  if (c.reading.words[c.at] != 0 || word.size() < 4 || !(c.digits(1) || c.digits(2))) return 0;
  std::size_t p = word.size() - 1;
  while (p > 0 && (word[p] < 'A' || word[p] > 'Z')) --p;
  return p > 0 && month(rules::word_of(rules_, word.substr(p))) != 0 ? p : 0;
}

bool StampReader::named(const Cursor& cursor, Stamp& stamp, std::uint32_t& last) const {
  NamedDate date(*this, cursor);
  if (!(cursor.digits(0) ? date.day_first(stamp) : date.month_first(stamp))) return false;
  last = date.end();
  return true;
}

// "No. 9, March 4, 2021": the number is none of the date that follows.
bool StampReader::is_of_next(const Cursor& c, const Stamp& stamp, std::uint32_t last) const {
  if (stamp.year != 0 || last >= c.last || !c.digits(last - c.at)) return false;
  for (std::uint32_t i = c.at + 1; i < last; ++i) {
    Stamp next;
    std::uint32_t end = 0;
    if (may_be_month(c.reading, i))
      return named({c.reading, i, c.last}, next, end) && next.year != 0;
  }
  return false;
}

// A time of day that follows within a few tokens.
void StampReader::clock(const Cursor& c, Stamp& stamp, std::uint32_t& last) const {
  for (std::uint32_t k = 0; k < 5 && c.has(k + 2); ++k) {
    if (!c.digits(k)) continue;
    if (c.word(k).size() > 2 || (c.word(k + 1) != ":" && c.word(k + 1) != ".") ||
        !c.digits(k + 2) || c.word(k + 2).size() != 2) {
      return;
    }
    std::int32_t hour = number(c.word(k));
    const std::int32_t minute = number(c.word(k + 2));
    if (hour > 24 || minute > 59) return;
    std::uint32_t after = k + 3;
    while (c.word(after) == ":" && c.digits(after + 1)) after += 2;
    const std::string_view half = c.word(after);
    const char letter = half.empty() ? ' ' : static_cast<char>(half[0] | 0x20);
    const bool meridiem = (half.size() == 2 && (half[1] | 0x20) == 'm') ||
                          (half.size() == 1 && c.word(after + 1) == ".");
    if (meridiem && letter == 'p' && hour < 12) hour += 12;
    if (meridiem && letter == 'a' && hour == 12) hour = 0;
    stamp.minutes = hour % 24 * 60 + minute;
    last = c.at + after + (meridiem && half.size() == 2 ? 1 : 0);
    return;
  }
}

std::vector<Stamp> StampReader::find(const rules::Reading& reading, text::TokenRange range) const {
  std::vector<Stamp> stamps;
  for (std::uint32_t i = range.first; i < range.last;) {
    if (!may_begin(reading, i)) {
      ++i;
      continue;
    }
    const Cursor cursor{reading, i, range.last};
    Stamp stamp;
    std::uint32_t last = i + 1;
    std::size_t blank_lost = 0;  // bytes of the first token that stand before the date
    std::size_t surplus = 0;     // and of the last one behind it
    bool found = false;
    if (cursor.digits(0)) {
      found = numeric(cursor, stamp, last);
      if (!found) {
        stamp = {};
        found = named(cursor, stamp, last) && !is_of_next(cursor, stamp, last);
      }
    } else if (may_be_month(reading, i)) {
      found = named(cursor, stamp, last);
    } else if ((blank_lost = month_within(cursor)) != 0) {
      NamedDate date(*this, cursor);
      found = date.month_in_word(month(rules::word_of(rules_, cursor.word(0).substr(blank_lost))),
                                 stamp);
      last = date.end();
      surplus = date.surplus();
    }
    if (found) {
      const std::uint32_t end = last;
      clock({reading, last, range.last}, stamp, last);
      stamp.span = reading.span({i, last});
      if (last == end) stamp.span.end -= static_cast<std::uint32_t>(surplus);
      stamp.span.begin += static_cast<std::uint32_t>(blank_lost);
      stamp.token = i;
      stamps.push_back(stamp);
    }
    i = found ? last : i + 1;
  }
  return stamps;
}

StampReader::Label StampReader::label(const rules::Reading& reading, std::uint32_t at,
                                      std::uint32_t line_begin) const {
  constexpr std::uint32_t reach = 8;
  for (std::uint32_t i = at; i-- > line_begin && i + reach >= at;) {
    if (reading.words[i] == 0) continue;
    if (rules::has_class(rules_, reading.words[i], update_)) return Label::updated;
    if (rules::has_class(rules_, reading.words[i], published_)) return Label::published;
    if (rules::has_class(rules_, reading.words[i], life_)) return Label::of_life;
  }
  return Label::none;
}

}  // namespace dateline::segment
