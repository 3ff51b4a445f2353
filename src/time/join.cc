// Neighbours that belong together: "early" + "Friday" + "night", "March" + "of" + "last year", "4"
// + "-" + "6 May 2011".
#include "time/assemble.h"

namespace dateline::time {
namespace {

bool is_date(const Found& found) {
  return found.role != Role::clock && found.role != Role::modifier &&
         found.value.kind == ValueKind::calendar && !found.value.has_time &&
         found.action->type != TimexType::set;
}

bool is_day(const Found& found) { return is_date(found) && found.value.grain() == Grain::day; }

// "Last night", "yesterday morning": a day with a part of it.
bool is_part_of_day(const Found& found) {
  return found.role != Role::clock && found.role != Role::modifier &&
         found.value.kind == ValueKind::calendar && found.value.part[0] != 0 &&
         found.value.has_day && found.action->type != TimexType::set;
}

}  // namespace

// May the two belong together at all: nothing between them, or words of the list `link`?
bool Assembler::links(const Found& left, const Found& right) const {
  const std::uint32_t gap = right.tokens.first - left.tokens.last;
  if (gap > 2 || reading_.tokens.has(right.tokens.first, text::after_blank_line)) return false;
  for (std::uint32_t i = left.tokens.last; i < right.tokens.first; ++i) {
    if (!lists_.has(reading_, i, Cue::link)) return false;
  }
  return true;
}

bool Assembler::join_modifier(Found& left, const Found& right) const {
  const bool amount = left.action->join == Join::next_amount;
  const bool fits = amount ? right.action->counted
                           : (is_date(right) || right.value.has_time) && !right.action->counted;
  if (left.tokens.last != right.tokens.first || right.role == Role::modifier || !fits) return false;
  if (amount && right.action->type == TimexType::set) return false;  // "almost daily"
  const text::TokenRange tokens{left.tokens.first, right.tokens.last};
  const std::string mod = left.mod;
  const Action& modifier = *left.action;
  left = right;
  if (modifier.as != Grain::none) left.as = modifier.as;
  left.side = modifier.covers;
  left.tokens = tokens;
  if (!mod.empty()) left.mod = mod;
  return true;
}

bool Assembler::join_clock(Found& left, Found& right, bool link) {
  if ((left.role == Role::clock) == (right.role == Role::clock)) return false;
  settle_shift(left.role == Role::clock ? right : left);
  if (left.role == Role::clock && (is_day(right) || (!link && is_part_of_day(right)))) {
    const Value clock = left.value;
    const text::TokenRange tokens{left.tokens.first, right.tokens.last};
    left = right;
    left.tokens = tokens;
    copy_time(clock, left.value);
    return true;
  }
  if (right.role == Role::clock && is_day(left) && (!link || right.value.hour != unknown)) {
    copy_time(right.value, left.value);
    left.tokens.last = right.tokens.last;
    return true;
  }
  return false;
}

// Joins `right` into `left` where they are parts of one expression.
bool Assembler::join(Found& left, Found& right) {
  if (left.role == Role::modifier)
    return left.action->join != Join::previous && join_modifier(left, right);
  if (right.role == Role::modifier) {
    if (right.action->join != Join::previous || left.tokens.last != right.tokens.first)
      return false;
    left.tokens.last = right.tokens.last;
    if (!right.mod.empty()) left.mod = right.mod;
    return true;
  }
  std::string_view link;
  const std::uint32_t gap = right.tokens.first - left.tokens.last;
  if (gap > 0)
    link = rules::value(rules_, reading_.words[left.tokens.last], lists_.list(Cue::link));
  if (gap < 3 && (link.empty() || link == "clock" || link == "coarser" || link == "clock-of") &&
      join_clock(left, right, gap > 0)) {
    return true;
  }
  if (gap > 1 || left.role == Role::clock || right.role == Role::clock) return false;
  if ((gap == 0 || link == "coarser" || link == "clock-of")) {
    settle_shift(right);
    if (fill_from(left.value, right.value)) {
      left.tokens.last = right.tokens.last;
      left.anchor = right.anchor;
      left.anchor_span = right.anchor_span;
      return true;
    }
  }
  if (gap == 0 || link == "finer") {
    settle_shift(left);
    if (fill_from(right.value, left.value)) {
      right.tokens.first = left.tokens.first;
      right.anchor = left.anchor;
      right.anchor_span = left.anchor_span;
      left = right;
      return true;
    }
  }
  return false;
}

// "August and September 1914", "7 April - 19 May 1931", "4-5 March": what the first leaves open
// stands in the second.
void Assembler::take_from_next(Found& found, const Found& next) const {
  const bool open = found.role == Role::value && is_open(found.value) &&
                    found.action->anchor == AnchorKind::automatic &&
                    found.action->toward == Toward::tense && found.action->type != TimexType::set;
  if (!open || next.role != Role::value || next.value.kind != ValueKind::calendar) return;
  if (next.value.month == unknown && next.value.season == unknown) return;
  const bool day_only =
      found.value.has_day && found.value.month == unknown && found.value.day != unknown;
  if (day_only && next.value.has_day) {
    found.value.month = next.value.month;
  } else if (day_only || (found.value.month == unknown && found.value.season == unknown)) {
    return;
  }
  if (next.value.year == unknown) return;
  found.value.before_christ = next.value.before_christ;
  found.value.year = static_cast<std::int16_t>(
      next.value.year -
      (next.value.month != unknown && found.value.month > next.value.month ? 1 : 0));
}

// "Between 8 p.m. and midnight on Tuesday": the day of the second clock is the first one's too.
void Assembler::take_day_from(Found& next, Found& clock) {
  if (!next.value.has_time || next.role == Role::clock ||
      next.tokens.first != clock.tokens.last + 1)
    return;
  settle(next);
  const Date days = days_of(next.value);
  if (!days.is_day()) return;
  const bool overnight = next.value.hour > 0 && clock.value.hour > next.value.hour;
  const Value time = clock.value;
  clock.value = unit_at(days.first - (overnight ? 1 : 0), Grain::day);
  copy_time(time, clock.value);
  clock.anchor = next.anchor;
  clock.anchor_span = next.anchor_span;
}

// "Friday through Sunday", "from October to March": the second is the next one after the first;
// but "from Feb. 3 to Saturday" ends with the Saturday of the week that is reported.
void Assembler::go_on_from(const Found& first, Found& found) const {
  const bool open = found.role == Role::value && is_open(found.value) &&
                    found.action->toward == Toward::tense && found.action->type != TimexType::set &&
                    found.value.grain() == first.value.grain();
  if (!open || first.role != Role::value || found.tokens.first != first.tokens.last + 1) return;
  if (rules::value(rules_, reading_.words[first.tokens.last], lists_.list(Cue::link)) != "range")
    return;
  Reference reference;
  reference.days = days_of(first.value);
  if (!reference.known()) return;
  if (found.value.has_week && published_.days.is_day() &&
      published_.days.first - reference.days.last > days_in_week) {
    return;
  }
  if (!resolve(found.value, reference, Toward::next)) return;
  found.anchor = Anchor::mention;
  found.anchor_span = reading_.span(first.tokens);
}

}  // namespace dateline::time
