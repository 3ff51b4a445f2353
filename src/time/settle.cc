// Settles what a match leaves open: shifts, feasts, weekdays and months without a year; and the
// days that the result covers. Entry: Assembler::settle().
#include <charconv>
#include <utility>

#include "time/assemble.h"
#include "time/calendar.h"

namespace dateline::time {
namespace {

Grain grain_of_unit(std::string_view unit, int& factor) {
  factor = 1;
  if (unit == "D") return Grain::day;
  if (unit == "W") return Grain::week;
  if (unit == "WE") return Grain::weekend;
  if (unit == "M") return Grain::month;
  if (unit == "Q") return Grain::quarter;
  if (unit == "S") return Grain::season;
  if (unit == "Y") return Grain::year;
  if (unit == "*10Y") return Grain::decade;
  if (unit == "*100Y") return Grain::century;
  if (unit == "*2W") {
    factor = 2;
    return Grain::week;
  }
  return Grain::none;
}

// The very day so many units later.
std::optional<Day> day_after(Day day, std::string_view unit, int count) {
  int factor = 1;
  switch (grain_of_unit(unit, factor)) {
    case Grain::day:
      return add_days(day, count);
    case Grain::week:
      return add_days(day, count * factor * days_in_week);
    case Grain::month:
      return add_months(day, count);
    case Grain::year:
      return add_months(day, count * 12);
    case Grain::decade:
      return add_months(day, count * 120);
    default:
      return std::nullopt;
  }
}

// More than any text means, and little enough to reckon with.
bool is_countable(int count) {
  constexpr int most = 100'000;
  return count >= -most && count <= most;
}

// A vague count, or hours: before or after.
Value somewhere(std::string_view count) {
  return *parse_value(count.starts_with('-') ? "PAST_REF" : "FUTURE_REF");
}

// So long a report may be rewritten; a later change is one of the page.
constexpr Day rewritten_days = 2;

// "Recent days" may be as many as a week: a range too wide is honest, one too narrow is wrong.
constexpr double vague_count = 7;

// "The past 48 hours" reach back two days; a day's hours are taken for today's.
int days_of_hours(std::string_view duration) {
  constexpr int day = 24, most = 1000;
  if (!duration.ends_with('H')) return 1;
  const int hours = whole_number(duration.substr(0, duration.size() - 1)).value_or(0);
  return hours <= day || hours > most ? 1 : 1 + (hours + day - 1) / day;
}

// Days that a duration of the form P2W covers when it ends or begins on a day.
std::optional<int> days_in(std::string_view duration) {
  if (!duration.starts_with("P")) return std::nullopt;
  duration.remove_prefix(1);
  if (duration.starts_with("T")) return days_of_hours(duration.substr(1));
  double count = 0;
  if (duration.starts_with("X")) {
    count = vague_count;
    duration.remove_prefix(1);
  } else {
    const auto result = std::from_chars(duration.data(), duration.data() + duration.size(), count);
    if (result.ec != std::errc()) return std::nullopt;
    duration.remove_prefix(static_cast<std::size_t>(result.ptr - duration.data()));
  }
  if (duration.size() != 1 || count > 10000) return std::nullopt;
  switch (duration[0]) {
    case 'D':
      return static_cast<int>(count);
    case 'W':
      return static_cast<int>(count * 7);
    case 'M':
      return static_cast<int>(count * 30.44);
    case 'Q':
      return static_cast<int>(count * 91.3);
    case 'Y':
      return static_cast<int>(count * 365.25);
    default:
      return std::nullopt;
  }
}

std::optional<int> days_of_grain(Grain grain) {
  switch (grain) {
    case Grain::week:
    case Grain::weekend:
      return 7;
    case Grain::month:
      return 30;
    case Grain::quarter:
    case Grain::season:
      return 91;
    case Grain::year:
      return 365;
    default:
      return std::nullopt;
  }
}

Precision precision_of_days(int days) {
  if (days <= 1) return Precision::day;
  if (days <= 14) return Precision::week;
  if (days <= 62) return Precision::month;
  if (days <= 200) return Precision::season;
  return days <= 1100 ? Precision::year : Precision::decade;
}

}  // namespace

std::optional<Value> Assembler::shifted_from(const Anchored& at, const Found& found, Grain grain,
                                             int count) const {
  if (grain == Grain::quarter && at.reference.days.precision == Precision::month)
    return shifted(at.reference, Grain::month, 3 * count);  // "the same period" of a month's
  const bool of_quarter =
      found.action->anchor == AnchorKind::quarter_mention && grain == Grain::year;
  if (of_quarter && at.anchor == Anchor::mention)
    return shifted(at.reference, Grain::quarter, 4 * count);  // "a year earlier" of its result
  return shifted(of_quarter ? published_ : at.reference, grain, count);
}

// "Two years later he was shot", where two years after what was told last are yet to come: it was
// told of another time.
bool Assembler::is_told_too_late(const Value& value, const Found& found) const {
  const AnchorKind anchor = found.action->anchor;
  return (anchor == AnchorKind::told || anchor == AnchorKind::told_day) && published_.known() &&
         days_of(value).first > published_.days.last &&
         sentence_.tense_at(found.tokens, Infinitives::ignored) == Tense::past;
}

void Assembler::settle_shift(Found& found) {
  if (found.role != Role::shift || found.settled) return;
  found.settled = true;
  const MatchView view{rules_, reading_, *found.match, current_year_};
  Scratch count_text, unit_text;
  const Value before = found.value;
  if (!render(found.action->count, view, count_text) ||
      !render(found.action->unit, view, unit_text))
    return;
  int factor = 1;
  const Grain grain = grain_of_unit(unit_text.view(), factor);
  const std::optional<int> count = whole_number(count_text.view());
  if (!count || !is_countable(*count) || grain == Grain::none) {
    found.value = somewhere(count_text.view());
    return;
  }
  const Anchored at = anchored(found);
  const auto value = shifted_from(at, found, grain, *count * factor);
  if (!value || is_told_too_late(*value, found)) {
    found.value = *parse_value(grain == Grain::day     ? "XXXX-XX-XX"
                               : grain == Grain::week  ? "XXXX-WXX"
                               : grain == Grain::month ? "XXXX-XX"
                                                       : "XXXX");
  } else {
    found.value = *value;
    found.anchor = at.anchor;
    found.anchor_span = at.span;
  }
  if (before.has_time) copy_time(before, found.value);
  take_year(view, found);
}

// "This day in 1963"
void Assembler::take_year(const MatchView& view, Found& found) const {
  Scratch text;
  if (found.action->year.empty() || found.value.year == unknown ||
      !render(found.action->year, view, text))
    return;
  const auto stated = parse_value(text.view());
  if (!stated || found.value.day > days_in_month(stated->year, found.value.month)) return;
  found.value.year = stated->year;
}

// "A week ago on Thursday", "ten years ago today": so far from the day that was found.
void Assembler::settle_then(Found& found) const {
  const Date days = days_of(found.value);
  if (found.action->then_count.empty() || !days.is_day()) return;
  const MatchView view{rules_, reading_, *found.match, current_year_};
  Scratch count_text, unit_text;
  if (!render(found.action->then_count, view, count_text) ||
      !render(found.action->then_unit, view, unit_text))
    return;
  const std::optional<int> count = whole_number(count_text.view());
  const auto there = count && is_countable(*count) ? day_after(days.first, unit_text.view(), *count)
                                                   : std::nullopt;
  if (!there) {
    found.value = somewhere(count_text.view());
    return;
  }
  const Value day = found.value;
  found.value = unit_at(*there, Grain::day);
  if (day.has_time) copy_time(day, found.value);
}

void Assembler::settle_feast(Found& found) {
  const MatchView view{rules_, reading_, *found.match, current_year_};
  Scratch formula, year;
  found.settled = true;
  if (!render(found.action->value, view, formula)) return;
  std::optional<Value> value;
  if (!found.action->year.empty() && render(found.action->year, view, year)) {
    if (const auto stated = parse_value(year.view()))
      value = feast_day(formula.view(), stated->year);
  } else {
    const Anchored at = anchored(found);
    value = resolve_feast(formula.view(), at.reference, Toward::nearest);
    const bool stated = found.action->toward != Toward::tense;
    if (stated || (value && !at.reference.mention &&
                   distance_in_days(days_of(*value), at.reference.days) >= near_days)) {
      value = resolve_feast(formula.view(), at.reference, direction(found));
    }
    found.anchor = at.anchor;
    found.anchor_span = at.span;
  }
  const Value before = found.value;
  found.value = value.value_or(*parse_value("XXXX-XX-XX"));
  if (before.has_time) copy_time(before, found.value);
  if (!value) found.anchor = Anchor::none;
}

// A text that was changed since tells of the days between as of the past: "on Thursday".
bool Assembler::settle_by_change(Found& found, const Anchored& at) {
  const bool weekday = found.value.has_week && found.value.weekday != unknown;
  if (!weekday || context_.modified == no_day || at.anchor != Anchor::published ||
      context_.modified - at.reference.days.last > rewritten_days ||
      direction(found) != Toward::past)
    return false;
  Reference changed = at.reference;
  changed.days = single_day(context_.modified);
  Value late = found.value;
  if (!resolve(late, changed, Toward::past) || days_of(late).first <= at.reference.days.last)
    return false;
  found.value = late;
  found.anchor = at.anchor;
  found.anchor_span = at.span;
  return true;
}

// "It burned on 4 November 2010. They were arrested on the 6th": the next after what was told.
bool Assembler::settle_by_story(Found& found) {
  if (context_.narrative || !published_.known() || !continues_story(found)) return false;
  const Anchored at = at_mention(memory_.last_date, memory_.last_span);
  Value next = found.value;
  const bool within = memory_.last_date.precision == Precision::year;
  if (!resolve(next, at.reference, within ? Toward::current : Toward::next) ||
      days_of(next).last > published_.days.last)
    return false;
  found.value = next;
  found.anchor = at.anchor;
  found.anchor_span = at.span;
  return true;
}

void Assembler::settle_open(Found& found) {
  if (settle_by_story(found)) return;
  const Anchored at = anchored(found);
  if (settle_by_change(found, at)) return;
  if (!resolve(found.value, at.reference, direction(found))) {
    if (found.value.has_time && !found.value.has_month && !found.value.has_week)
      found.value.has_day = found.value.has_month = true;
    return;
  }
  found.anchor = at.anchor;
  found.anchor_span = at.span;
}

// "the 1988 period": the quarter that is being told of, in that year.
void Assembler::settle_quarter(Found& found) const {
  Value& value = found.value;
  if (!value.has_quarter || value.quarter != unknown || value.year == unknown) return;
  const Date days =
      memory_.last_quarter.known() ? memory_.last_quarter : latest_quarter().reference.days;
  if (days.known()) value.quarter = unit_at(days.first, Grain::quarter).quarter;
}

// A day that names a deed of a certain year: of that year, unless it lies ahead, or that day of the
// year has just passed and the rule says that a fresh deed may be meant.
bool Assembler::is_of_another_year(const Found& found) const {
  const When when = found.action->when;
  if ((when != When::past && when != When::stale) || !published_.known()) return false;
  if (days_of(found.value).first > published_.days.last) return true;
  Value latest = found.value;
  latest.year = unknown;
  return when == When::stale && resolve(latest, published_, Toward::past) &&
         published_.days.last - days_of(latest).first <= fresh_days;
}

// "12/03/2024": the month stands first, unless the text has written "22/03/2024", or that day is
// still to come and the other is past.
void Assembler::settle_order(Found& found) {
  Value& value = found.value;
  memory_.day_first = memory_.day_first || found.action->order == Order::day_first;
  constexpr int months = 12;
  if (found.action->order != Order::open || value.day > months) return;
  Value other = value;
  std::swap(other.day, other.month);
  const bool ahead = published_.known() && days_of(value).first > published_.days.last &&
                     days_of(other).first <= published_.days.last &&
                     sentence_.tense_at(found.tokens, Infinitives::ignored) != Tense::future;
  if (memory_.day_first || ahead) value = other;
}

void Assembler::settle(Found& found) {
  settle_order(found);
  if (is_of_another_year(found)) found.value.year = unknown;
  settle_quarter(found);
  settle_shift(found);
  if (found.role == Role::feast && !found.settled) settle_feast(found);
  if (is_open(found.value) && found.action->type != TimexType::set) settle_open(found);
  settle_then(found);
  const Date days = found.as != Grain::none ? days_of(found.value) : Date{};
  if (days.is_day()) found.value = unit_at(days.first, found.as);
}

// Of what covers the days before or after publication: how many.
std::optional<int> Assembler::days_covered(const Found& found) const {
  Scratch stretch;
  const MatchView view{rules_, reading_, *found.match, current_year_};
  if (!found.action->stretch.empty() && render(found.action->stretch, view, stretch))
    return days_in(stretch.view());
  return found.value.kind == ValueKind::duration ? days_in(found.value.word.view())
                                                 : days_of_grain(found.value.grain());
}

// "Earlier this month": its days up to publication; "later this month": those from then on.
Date Assembler::side_of_publication(Date days, Covers side) const {
  const Date& published = published_.days;
  if (!published.known() || days.first > published.first || days.last < published.last) return days;
  (side == Covers::past ? days.last : days.first) =
      side == Covers::past ? published.last : published.first;
  return days;
}

Date Assembler::covered(const Found& found) const {
  if (found.action->type == TimexType::set) return {};
  const Date& published = published_.days;
  const bool narrow = published.known() && published.last - published.first < days_in_week;
  if (found.side != Covers::value) return side_of_publication(days_of(found.value), found.side);
  if (found.action->covers == Covers::value || !narrow) return days_of(found.value);
  const auto days = days_covered(found);
  if (!days || *days < 1) return {};
  const bool past = found.action->covers == Covers::past;
  const auto first = add_days(published.first, past ? 1 - *days : 0);
  const auto last = add_days(published.last, past ? 0 : *days - 1);
  if (!first || !last) return {};
  return {*first, *last, precision_of_days(*days)};
}

}  // namespace dateline::time
