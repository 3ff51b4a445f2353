// Reading matches, settling them and giving them out. Entry: Assembler::add() for each match in
// order, then finish().
#include "time/assemble.h"

#include <charconv>

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

void set_half_day(std::string_view half, Value& value) {
  if (value.hour == unknown) return;
  if (half == "PM" && value.hour < 12) value.hour = static_cast<std::int8_t>(value.hour + 12);
  if (half == "AM" && value.hour == 12) value.hour = 0;
}

// "Recent days" may be as many as a week: a range too wide is honest, one too narrow is wrong.
constexpr double vague_count = 7;

// Days that a duration of the form P2W covers when it ends or begins on a day.
std::optional<int> days_in(std::string_view duration) {
  if (!duration.starts_with("P")) return std::nullopt;
  duration.remove_prefix(1);
  if (duration.starts_with("T")) return 1;
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

Assembler::Assembler(const Rules& rules, const CueLists& lists, const rules::Reading& reading,
                     text::TokenRange range, const Context& context, Memory& memory,
                     std::vector<Timex>& out)
    : rules_(rules),
      lists_(lists),
      reading_(reading),
      context_(context),
      memory_(memory),
      out_(out),
      sentence_(rules, reading, range, lists),
      published_(reference_of(context.published)) {
  if (published_.known()) current_year_ = civil(published_.days.last).year;
}

bool Assembler::read_clock(const MatchView& view, const Action& action, Value& value) const {
  Scratch text;
  if (!render(action.clock, view, text)) return false;
  const auto clock = parse_value(text.view());
  if (!clock || !clock->has_time) return false;
  copy_time(*clock, value);
  return true;
}

std::optional<Found> Assembler::read(const rules::Match& match, const Action& action) const {
  const MatchView view{rules_, reading_, match, current_year_};
  Found found;
  found.match = &match;
  found.action = &action;
  found.tokens = match.tokens;
  if (const rules::Capture* part = action.span.empty() ? nullptr : match.get(action.span))
    found.tokens = part->tokens;
  found.role = action.role;
  found.as_week = action.as_week;
  Scratch text;
  if (action.role == Role::value) {
    if (!render(action.value, view, text)) return std::nullopt;
    const auto value = parse_value(text.view());
    if (!value) return std::nullopt;
    found.value = *value;
  }
  if (!action.clock.empty() && !read_clock(view, action, found.value)) return std::nullopt;
  if (!action.halfday.empty()) {
    text.clear();
    if (render(action.halfday, view, text)) set_half_day(text.view(), found.value);
  }
  if (!action.zone.empty()) {
    text.clear();
    if (render(action.zone, view, text) && !found.value.zone.assign(text.view()))
      return std::nullopt;
  }
  if (!action.mod.empty()) {
    text.clear();
    if (!render(action.mod, view, text)) return std::nullopt;
    found.mod = std::string(text.view());
  }
  return found;
}

void Assembler::add(const rules::Match& match, const Action& action) {
  if (action.when == When::narrative && !context_.narrative) return;
  if (action.role == Role::skip) {
    flush();
    return;
  }
  auto found = read(match, action);
  if (!found) return;
  std::optional<Found> second;
  if (!action.second.empty()) {
    second = read_second(*found);
    if (!second) return;
  }
  if (!chain_.empty() && !links(chain_.back(), *found)) flush();
  chain_.push_back(std::move(*found));
  if (!second) return;
  flush();
  chain_.push_back(std::move(*second));
}

// A rule that finds two expressions at once ("March 4-6, 2011"): cuts the first short and gives the
// second.
std::optional<Found> Assembler::read_second(Found& first) const {
  const MatchView view{rules_, reading_, *first.match, current_year_};
  const rules::Capture* end = first.match->get(first.action->first_end);
  const rules::Capture* start = first.match->get(first.action->second_start);
  Scratch text;
  if (end == nullptr || start == nullptr || !render(first.action->second, view, text))
    return std::nullopt;
  const auto value = parse_value(text.view());
  if (!value) return std::nullopt;
  Found second = first;
  second.value = *value;
  second.tokens.first = start->tokens.first;
  first.tokens.last = end->tokens.last;
  return second;
}

void Assembler::flush() {
  if (chain_.empty()) return;
  std::size_t last = 0;
  for (std::size_t i = 1; i < chain_.size(); ++i) {
    if (!join(chain_[last], chain_[i])) {
      ++last;
      if (last != i) chain_[last] = std::move(chain_[i]);
    }
  }
  for (std::size_t i = last; i > 0; --i) take_from_next(chain_[i - 1], chain_[i]);
  for (std::size_t i = 0; i <= last; ++i) {
    if (chain_[i].role == Role::modifier) continue;
    if (chain_[i].role == Role::clock && chain_[i].action->needs_date) continue;
    if (i > 0) go_on_from(chain_[i - 1], chain_[i]);
    if (i < last && chain_[i].role == Role::clock) take_day_from(chain_[i + 1], chain_[i]);
    settle(chain_[i]);
    emit(chain_[i]);
  }
  chain_.clear();
}

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
  std::string_view digits = count_text.view();
  if (digits.starts_with('+')) digits.remove_prefix(1);
  int count = 0;
  const auto result = std::from_chars(digits.data(), digits.data() + digits.size(), count);
  const bool exact = result.ec == std::errc() && result.ptr == digits.data() + digits.size();
  if (!exact || grain == Grain::none) {
    // A vague count, or hours: somewhere before or after.
    found.value = *parse_value(count_text.view().starts_with('-') ? "PAST_REF" : "FUTURE_REF");
    return;
  }
  const Anchored at = anchored(found);
  const auto value = shifted_from(at, found, grain, count * factor);
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

void Assembler::settle_open(Found& found) {
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

void Assembler::settle(Found& found) {
  if (is_of_another_year(found)) found.value.year = unknown;
  settle_quarter(found);
  settle_shift(found);
  if (found.role == Role::feast && !found.settled) settle_feast(found);
  if (is_open(found.value) && found.action->type != TimexType::set) settle_open(found);
  const Date days = found.as_week ? days_of(found.value) : Date{};
  if (days.is_day()) found.value = unit_at(days.first, Grain::week);
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

Date Assembler::covered(const Found& found) const {
  if (found.action->type == TimexType::set) return {};
  const Date& published = published_.days;
  const bool narrow = published.known() && published.last - published.first < days_in_week;
  if (found.action->covers == Covers::value || !narrow) return days_of(found.value);
  const auto days = days_covered(found);
  if (!days || *days < 1) return {};
  const bool past = found.action->covers == Covers::past;
  const auto first = add_days(published.first, past ? 1 - *days : 0);
  const auto last = add_days(published.last, past ? 0 : *days - 1);
  if (!first || !last) return {};
  return {*first, *last, precision_of_days(*days)};
}

void Assembler::emit(Found& found) {
  const MatchView view{rules_, reading_, *found.match, current_year_};
  Timex timex;
  timex.span = reading_.span(found.tokens);
  timex.value = to_timex(found.value);
  timex.type = found.action->type.value_or(type_of(found.value));
  timex.mod = found.mod;
  Scratch text;
  if (!found.action->quant.empty() && render(found.action->quant, view, text))
    timex.quant = std::string(text.view());
  text.clear();
  if (!found.action->freq.empty() && render(found.action->freq, view, text))
    timex.freq = std::string(text.view());
  timex.date = covered(found);
  timex.anchor = found.action->covers == Covers::value
                     ? found.anchor
                     : (timex.date.known() ? Anchor::published : Anchor::none);
  timex.anchor_span = found.anchor_span;
  timex.by_tense = found.by_tense;
  timex.rule = found.match->rule->id;
  remember(timex, found);
  out_.push_back(std::move(timex));
}

}  // namespace dateline::time
