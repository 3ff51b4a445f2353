#include "segment/lines/stamps.h"

#include <array>
#include <charconv>
#include <chrono>
#include <cstdio>

namespace dateline::segment {

namespace {

constexpr std::int32_t earliest_year = 1900, latest_year = 2100;

std::int32_t number(std::string_view digits) {
  std::int32_t value = -1;
  if (digits.size() <= 9) std::from_chars(digits.data(), digits.data() + digits.size(), value);
  return value;
}

bool is_year(std::string_view digits) {
  return digits.size() == 4 && number(digits) >= earliest_year && number(digits) <= latest_year;
}

Day day_of(std::int32_t year, std::int32_t month, std::int32_t day) {
  if (year < 1 || year > 9999 || month < 1 || month > 12 || day < 1 || day > 31) return no_day;
  const std::chrono::year_month_day date{std::chrono::year{year},
                                         std::chrono::month{static_cast<unsigned>(month)},
                                         std::chrono::day{static_cast<unsigned>(day)}};
  return date.ok() ? static_cast<Day>(std::chrono::sys_days{date}.time_since_epoch().count())
                   : no_day;
}

// Of two digits: no page is older than 1991.
std::int32_t full_year(std::int32_t digits) { return digits + (digits > 90 ? 1900 : 2000); }

// Of "2024-12-05".
Stamp iso_stamp(std::string_view iso) {
  Stamp stamp;
  stamp.year = number(iso.substr(0, 4));
  stamp.month = number(iso.substr(5, 2));
  stamp.day = number(iso.substr(8, 2));
  return stamp;
}

// Four digits in a row, as a year has them.
bool may_hold_year(std::string_view path) {
  std::size_t digits = 0;
  for (const char c : path) {
    digits = c >= '0' && c <= '9' ? digits + 1 : 0;
    if (digits == 4) return true;
  }
  return false;
}

int small_value(std::string_view text) { return text.empty() ? 0 : static_cast<int>(number(text)); }

}  // namespace

// The tokens from one position on.
struct StampReader::Cursor {
  const rules::Reading& reading;
  std::uint32_t at, last;

  [[nodiscard]] bool has(std::uint32_t k) const { return at + k < last; }
  [[nodiscard]] std::string_view word(std::uint32_t k) const {
    return has(k) ? reading.word(at + k) : std::string_view();
  }
  [[nodiscard]] bool digits(std::uint32_t k) const {
    return has(k) && reading.tokens.has(at + k, text::is_number);
  }
  [[nodiscard]] bool glued(std::uint32_t k) const {
    return has(k) && reading.tokens.has(at + k, text::glued);
  }
};

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

// The parts of a date whose month is a name, one after the other.
class StampReader::NamedDate {
 public:
  NamedDate(const StampReader& words, const Cursor& cursor) : words_(words), cursor_(cursor) {}

  // 11 Mar 2025, 11th of March, 11-Mar-25, 11. März 2025.
  bool day_first(Stamp& stamp) {
    if (!take_day(stamp)) return false;
    take_ordinal();
    take_link("-");
    take_link(".");
    take(",", "/");
    if (!take_month(stamp)) return false;
    take(".", ",");
    take("-", "/");
    take_year(stamp);
    if (stamp.year == 0) stamp.year = bare_year();
    return true;
  }

  // March 11 2025, Mar. 11, 2025.
  bool month_first(Stamp& stamp) { return take_month(stamp) && rest(stamp); }

  // "Marta QuillDec. 5, 2031": the month lost the blank before it, and so may the year the one
  // after it ("Dec 5, 203112 shares").
  bool month_in_word(int month, Stamp& stamp) {
    stamp.month = month;
    ++k_;
    longest_year_ = 8;
    return rest(stamp) && stamp.year != 0;
  }

  [[nodiscard]] std::uint32_t end() const { return cursor_.at + k_; }
  // Bytes of the last token that stand behind the date.
  [[nodiscard]] std::size_t surplus() const { return surplus_; }

 private:
  [[nodiscard]] bool is(rules::ClassId words) const {
    return cursor_.has(k_) && cursor_.reading.words[end()] != 0 &&
           rules::has_class(words_.rules_, cursor_.reading.words[end()], words);
  }
  [[nodiscard]] std::string_view word() const { return cursor_.word(k_); }

  bool rest(Stamp& stamp) {
    take(".", "-");
    if (!take_day(stamp)) return false;
    take_ordinal();
    take_year(stamp);
    return true;
  }

  void take(std::string_view a, std::string_view b) {
    if (word() == a || word() == b) ++k_;
  }
  void take_link(std::string_view mark) {
    if (word() == mark || is(words_.link_)) ++k_;
  }
  void take_ordinal() {
    if (cursor_.glued(k_) && is(words_.ordinal_)) ++k_;
  }
  bool take_day(Stamp& stamp) {
    if (!cursor_.digits(k_) || word().size() > 2) return false;
    stamp.day = number(word());
    ++k_;
    return stamp.day >= 1 && stamp.day <= 31;
  }
  bool take_month(Stamp& stamp) {
    const bool may_be = cursor_.has(k_) && words_.may_be_month(cursor_.reading, end());
    stamp.month = may_be ? words_.month(cursor_.reading.words[end()]) : 0;
    ++k_;
    return stamp.month != 0;
  }

  void take_year(Stamp& stamp) {
    const std::uint32_t before = k_;
    take(",", "-");
    take(",", ".");
    if (is(words_.link_)) ++k_;
    stamp.year = short_year();
    if (stamp.year == 0) stamp.year = long_year();
    if (stamp.year == 0) k_ = before;
  }

  // 5-Dec-31, Dec 5, '31.
  std::int32_t short_year() {
    const bool apostrophe = word() == "'" || word() == "\xE2\x80\x99";
    if (cursor_.word(k_ - 1) != "-" && !apostrophe) return 0;
    const std::uint32_t digits = k_ + apostrophe;
    if (!cursor_.digits(digits) || cursor_.word(digits).size() != 2 || !cursor_.glued(digits))
      return 0;
    k_ = digits + 1;
    return full_year(number(cursor_.word(digits)));
  }

  // "5 Dec 31" on a line that says little else: before its end, a mark or a clock.
  std::int32_t bare_year() {
    const std::string_view digits = word(), next = cursor_.word(k_ + 1);
    const bool ends = next.empty() || next == "," || next == "|" || next == ")" ||
                      (cursor_.digits(k_ + 1) && cursor_.word(k_ + 2) == ":");
    if (!cursor_.digits(k_) || digits.size() != 2 || !ends) return 0;
    ++k_;
    return full_year(number(digits));
  }

  // 2023; or with a clock time that lost the blank between them: "20235:00".
  std::int32_t long_year() {
    const std::string_view year = word();
    const bool with_hour = year.size() > 4 && year.size() <= 6 && cursor_.word(k_ + 1) == ":";
    if (!cursor_.digits(k_) || (year.size() > longest_year_ && !with_hour) ||
        !is_year(year.substr(0, 4)))
      return 0;
    ++k_;
    surplus_ = with_hour ? 0 : year.size() - 4;
    return number(year.substr(0, 4));
  }

  const StampReader& words_;
  const Cursor& cursor_;
  std::uint32_t k_ = 0;
  std::size_t longest_year_ = 4;  // digits
  std::size_t surplus_ = 0;
};

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

std::vector<Stamp> StampReader::stated(std::string_view value, const rules::Reading& beside) const {
  if (is_year(value.substr(0, 4)) && parse_day(value)) return {iso_stamp(value)};  // as most do
  constexpr std::int64_t seconds = 100'000'000,
                         most = 99'999'999'999;  // 1973 .. ; more digits are fractions
  std::int64_t epoch = 0;
  const auto [end, error] = std::from_chars(value.data(), value.data() + value.size(), epoch);
  const bool fraction = end != value.data() + value.size() && *end == '.';
  if (error == std::errc() && (end == value.data() + value.size() || fraction) && epoch > seconds) {
    while (epoch > most) epoch /= 1000;
    Stamp stamp = iso_stamp(to_iso(static_cast<Day>(epoch / 86400)));
    stamp.minutes = static_cast<std::int32_t>(epoch % 86400 / 60);
    // 20241205 is a date, not a day of 1970.
    if (!(value.size() == 8 && is_year(value.substr(0, 4)))) return {stamp};
  }
  rules::Reading reading;
  reading.memory = beside.memory;
  rules::read_text(rules_, value, reading);
  return find(reading, {0, reading.tokens.size()});
}

Day StampReader::in_path(std::string_view path, const rules::Reading& beside) const {
  if (!may_hold_year(path)) return no_day;
  rules::Reading reading;
  reading.memory = beside.memory;
  rules::read_text(rules_, path, reading);
  const std::uint32_t size = reading.tokens.size();
  for (std::uint32_t i = 0; i < size; ++i) {
    const Cursor c{reading, i, size};
    if (!c.digits(0)) continue;
    Stamp stamp;
    std::uint32_t last = 0;
    const bool year_first =
        is_year(c.word(0)) || (c.word(0).size() == 8 && is_year(c.word(0).substr(0, 4)));
    if (year_first && numeric(c, stamp, last)) return stamp.on(true);
    // /2024/dec/05/
    if (is_year(c.word(0)) && (c.word(1) == "/" || c.word(1) == "-") && c.word(3) == c.word(1) &&
        c.digits(4) && c.has(2)) {
      const int named_month = month(reading.words[i + 2]);
      const Day day =
          named_month == 0 ? no_day : day_of(number(c.word(0)), named_month, number(c.word(4)));
      if (day != no_day) return day;
    }
  }
  return no_day;
}

}  // namespace dateline::segment
