// Resolving open values against a reference. Entry: resolve().
#include "time/resolve.h"

#include <algorithm>
#include <charconv>
#include <cstdlib>
#include <limits>

#include "time/calendar.h"

namespace dateline::time {
namespace {

constexpr std::int64_t fresh_past = 2;  // days: what is told so soon after may have been held

// How far a candidate lies from the reference; 0 where they touch.
std::int64_t distance(const Date& candidate, const Date& reference) {
  if (candidate.first > reference.last) return std::int64_t{candidate.first} - reference.last;
  if (candidate.last < reference.first) return std::int64_t{reference.first} - candidate.last;
  return 0;
}

// The cost of reading a value as `candidate`: the least wins; nothing where the direction forbids
// it.
std::optional<std::int64_t> cost(const Date& candidate, const Date& reference, Toward toward) {
  const std::int64_t gap = distance(candidate, reference);
  const bool before = candidate.last<reference.first, after = candidate.first> reference.last;
  switch (toward) {
    case Toward::past:
      return after ? std::nullopt : std::optional(gap);
    case Toward::future:
      return before ? std::nullopt : std::optional(gap);
    case Toward::last:
      return before ? std::optional(gap) : std::nullopt;
    case Toward::next:
      return after ? std::optional(gap) : std::nullopt;
    case Toward::fresh:
      if (before && gap > fresh_past) return std::nullopt;
      return after ? gap + fresh_past : gap;
    case Toward::ended:
      return candidate.last <= reference.last ? std::optional(gap) : std::nullopt;
    case Toward::tense:
    case Toward::nearest:
    case Toward::current:
    case Toward::spoken:
      break;
  }
  return before ? gap * 2 - 1 : gap * 2;
}

// A narrative goes on: what lies before the last mention costs more than what lies after it.
std::optional<std::int64_t> narrative_cost(const Date& candidate, const Date& reference) {
  const std::int64_t gap = distance(candidate, reference);
  return candidate.last < reference.first ? gap * 4 / 3 : gap;
}

class Chooser {
 public:
  Chooser(const Reference& reference, Toward toward) : reference_(reference), toward_(toward) {}

  void offer(const Value& value) {
    const Date days = days_of(value);
    if (!days.known()) return;
    const auto price =
        reference_.mention && (toward_ == Toward::nearest || toward_ == Toward::tense)
            ? narrative_cost(days, reference_.days)
            : cost(days, reference_.days, toward_);
    if (!price || *price >= best_) return;
    best_ = *price;
    value_ = value;
  }
  bool take(Value& value) const {
    if (value_) value = *value_;
    return value_.has_value();
  }
  [[nodiscard]] const std::optional<Value>& value() const { return value_; }

 private:
  const Reference& reference_;
  Toward toward_;
  std::int64_t best_ = std::numeric_limits<std::int64_t>::max();
  std::optional<Value> value_;
};

bool set_year(Value& value, int year) {
  if (year < first_year || year > last_year) return false;
  value.year = static_cast<std::int16_t>(year);
  return true;
}

bool resolve_year(Value& value, const Reference& reference, Toward toward) {
  // Histories count a winter to the year that it ends in.
  value.ends_in_year = value.season == 3 && reference.mention;
  if (!reference.days.known()) {
    value.before_christ = reference.before_christ;
    value.year = static_cast<std::int16_t>(reference.year - (value.ends_in_year ? 1 : 0));
    return reference.year != unknown;
  }
  Chooser chooser(reference, toward);
  const int from = civil(reference.days.first).year, to = civil(reference.days.last).year;
  if (to - from > 200) return false;
  if (toward == Toward::current) {
    Value candidate = value;
    if (set_year(candidate, from) && days_of(candidate).known()) {
      value = candidate;
      return true;
    }
    return false;
  }
  // 29 February may be four, across a skipped leap year eight years away.
  // A winter ends in the year behind its own.
  const int reach = value.month == 2 && value.day == 29 ? 8 : value.season == 3 ? 2 : 1;
  for (int year = from - reach; year <= to + reach; ++year) {
    Value candidate = value;
    if (set_year(candidate, year)) chooser.offer(candidate);
  }
  return chooser.take(value);
}

// A weekday becomes a day with month and number.
Value as_day(const Value& value, Day day) {
  Value out = value;
  const Value exact = unit_at(day, Grain::day);
  out.year = exact.year;
  out.has_week = false;
  out.week = out.weekday = unknown;
  out.has_month = out.has_day = true;
  out.month = exact.month;
  out.day = exact.day;
  return out;
}

bool resolve_weekday(Value& value, const Reference& reference, Toward toward);

// A reference of a few days still tells the day of a weekday, where its first and its last day
// agree on it.
bool resolve_weekday_within(Value& value, const Reference& reference, Toward toward) {
  if (!reference.days.known() || reference.days.last - reference.days.first > 6) return false;
  Reference first = reference, last = reference;
  first.days = single_day(reference.days.first);
  last.days = single_day(reference.days.last);
  Value by_last = value;
  Value by_first = value;
  if (!resolve_weekday(by_first, first, toward) || !resolve_weekday(by_last, last, toward))
    return false;
  if (days_of(by_first) != days_of(by_last)) return false;
  value = by_first;
  return true;
}

bool resolve_weekday(Value& value, const Reference& reference, Toward toward) {
  if (!reference.days.is_day()) return resolve_weekday_within(value, reference, toward);
  const Day day = reference.days.first;
  if (toward == Toward::current) {
    const auto found = add_days(day, value.weekday - weekday(day));
    if (found) value = as_day(value, *found);
    return found.has_value();
  }
  const int same_week = value.weekday - weekday(day);  // -6..6
  std::optional<int> best;
  std::int64_t least = 0;
  for (int step = same_week - 7; step <= same_week + 7; step += 7) {
    if (step < -7 || step > 7) continue;
    const auto price = reference.mention && toward == Toward::nearest
                           ? narrative_cost(single_day(day + step), reference.days)
                           : cost(single_day(day + step), reference.days, toward);
    if (price && (!best || *price < least)) {
      best = step;
      least = *price;
    }
  }
  const auto found = best ? add_days(day, *best) : std::nullopt;
  if (found) value = as_day(value, *found);
  return found.has_value();
}

bool resolve_week(Value& value, const Reference& reference, Toward toward) {
  if (!reference.days.is_day()) return false;
  Chooser chooser(reference, toward);
  for (int step = -1; step <= 1; ++step) {
    const auto week =
        unit_after(reference.days.first, value.weekend ? Grain::weekend : Grain::week, step);
    if (week) chooser.offer(*week);
  }
  return chooser.take(value);
}

// "the 11th": the month is open too.
bool resolve_month(Value& value, const Reference& reference, Toward toward) {
  if (!reference.days.known() || reference.days.last - reference.days.first > 31) return false;
  Chooser chooser(reference, toward);
  for (int step = -2; step <= 2; ++step) {
    const auto month = unit_after(reference.days.first, Grain::month, step);
    if (!month || value.day > days_in_month(month->year, month->month)) continue;
    Value candidate = value;
    candidate.year = month->year;
    candidate.month = month->month;
    chooser.offer(candidate);
  }
  return chooser.take(value);
}

bool resolve_clock(Value& value, const Reference& reference) {
  if (!reference.days.is_day()) return false;
  const Value day = unit_at(reference.days.first, Grain::day);
  value.year = day.year;
  value.month = day.month;
  value.day = day.day;
  value.has_month = value.has_day = true;
  return true;
}

std::optional<Day> nth_weekday_of(std::string_view formula, int year) {
  const std::size_t first = formula.find('/'), second = formula.find('/', first + 1);
  if (second == std::string_view::npos) return std::nullopt;
  const std::size_t plus = std::min(formula.find('+', second), formula.size());
  const auto month = whole_number(formula.substr(0, first)),
             day = whole_number(formula.substr(first + 1, second - first - 1)),
             nth = whole_number(formula.substr(second + 1, plus - second - 1)),
             later = plus == formula.size() ? 0 : whole_number(formula.substr(plus));
  if (!month || !day || !nth || !later) return std::nullopt;
  const auto found = nth_weekday(year, *month, *day, *nth);
  return found ? add_days(*found, *later) : std::nullopt;
}

std::optional<Day> feast_in(std::string_view formula, int year) {
  constexpr std::string_view movable = "easter";
  if (formula.starts_with(movable)) {
    const auto sunday = easter(year);
    const auto offset = whole_number(formula.substr(movable.size()));
    return sunday && offset ? add_days(*sunday, *offset) : std::nullopt;
  }
  if (formula.find('/') != std::string_view::npos) return nth_weekday_of(formula, year);
  const std::size_t dash = formula.find('-');
  if (dash == std::string_view::npos) return std::nullopt;
  const auto month = whole_number(formula.substr(0, dash)),
             day = whole_number(formula.substr(dash + 1));
  return month && day ? make_day(year, *month, *day) : std::nullopt;
}

}  // namespace

Reference reference_of(const Date& published) {
  Reference out;
  if (published.precision == Precision::before || published.precision == Precision::after)
    return out;
  if (published.first == no_day || published.last == no_day) return out;
  out.days = published;
  out.grain = published.is_day() ? Grain::day : Grain::month;
  return out;
}

bool is_open(const Value& value) {
  if (value.kind != ValueKind::calendar) return false;
  return value.year == unknown;
}

bool resolve(Value& value, const Reference& reference, Toward toward) {
  if (!reference.known() || !is_open(value)) return false;
  if (value.has_week) {
    return value.weekday != unknown ? resolve_weekday(value, reference, toward)
                                    : resolve_week(value, reference, toward);
  }
  if (value.month != unknown || value.has_quarter || value.half != unknown ||
      value.season != unknown) {
    if (value.has_quarter && value.quarter == unknown) return false;
    return resolve_year(value, reference, toward);
  }
  if (value.has_day && value.day != unknown) return resolve_month(value, reference, toward);
  if (value.has_time && !value.has_day) return resolve_clock(value, reference);
  return false;
}

std::optional<Value> shifted(const Reference& reference, Grain grain, int count) {
  if (!reference.days.known()) {
    if (!reference.before_christ || grain != Grain::year || reference.year - count < 1)
      return std::nullopt;
    Value value;
    value.before_christ = true;
    value.year = static_cast<std::int16_t>(reference.year - count);
    return value;
  }
  // A reference that is only known to the month or the year cannot be shifted by days.
  const int width = reference.days.last - reference.days.first;
  if (grain <= Grain::week && width > 0 && grain != Grain::week) return std::nullopt;
  if (grain == Grain::week && width > 7) return std::nullopt;
  if (grain == Grain::month && width > 31) return std::nullopt;
  if (grain == Grain::quarter && width > 92) return std::nullopt;
  return unit_after(reference.days.first, grain, count);
}

std::optional<Value> feast_day(std::string_view formula, std::int16_t year) {
  const auto day = feast_in(formula, year);
  if (!day) return std::nullopt;
  return unit_at(*day, Grain::day);
}

std::optional<Value> resolve_feast(std::string_view formula, const Reference& reference,
                                   Toward toward) {
  if (!reference.days.known()) return std::nullopt;
  Chooser chooser(reference, toward);
  const int from = civil(reference.days.first).year, to = civil(reference.days.last).year;
  if (to - from > 200) return std::nullopt;
  for (int year = from - 1; year <= to + 1; ++year) {
    const auto day =
        year >= first_year && year <= last_year ? feast_in(formula, year) : std::nullopt;
    if (day) chooser.offer(unit_at(*day, Grain::day));
  }
  return chooser.value();
}

bool fill_from(Value& finer, const Value& coarser) {
  if (!is_open(finer) || coarser.kind != ValueKind::calendar || coarser.year == unknown)
    return false;
  if (coarser.has_time) return false;
  if (finer.has_week && finer.weekday != unknown) {
    if (!coarser.has_week || coarser.week == unknown || coarser.weekend) return false;
    const auto monday = monday_of(coarser.year, coarser.week);
    const auto day = monday ? add_days(*monday, finer.weekday - 1) : std::nullopt;
    if (day) finer = as_day(finer, *day);
    return day.has_value();
  }
  if (coarser.grain() == Grain::year && finer.grain() < Grain::year &&
      finer.grain() != Grain::weekend &&
      (finer.month != unknown || finer.has_quarter || finer.half != unknown ||
       finer.season != unknown)) {
    finer.year = coarser.year;
    finer.before_christ = coarser.before_christ;
    return true;
  }
  if (coarser.grain() == Grain::month && finer.has_day && finer.month == unknown &&
      finer.day != unknown) {
    if (coarser.before_christ || finer.day > days_in_month(coarser.year, coarser.month))
      return false;
    finer.year = coarser.year;
    finer.month = coarser.month;
    return true;
  }
  return false;
}

void copy_time(const Value& from, Value& to) {
  to.has_time = true;
  to.hour = from.hour;
  to.minute = from.minute;
  to.second = from.second;
  to.part[0] = from.part[0];
  to.part[1] = from.part[1];
  to.zone = from.zone;
}

std::int64_t distance_in_days(const Date& one, const Date& other) {
  if (other.first > one.last) return std::int64_t{other.first} - one.last;
  return one.first > other.last ? std::int64_t{one.first} - other.last : 0;
}

}  // namespace dateline::time
