// What an expression is resolved against and in which direction, and what is remembered for those
// after it.
#include "time/assemble.h"

#include "time/calendar.h"

namespace dateline::time {
namespace {

constexpr std::uint32_t quarter_reach =
    1200;  // bytes: how far a report is still about the quarter it named
constexpr int narrative_reach = 1500;  // days: a bare year farther than this is a glance aside
constexpr int year_onward = 366;
constexpr std::uint32_t comparison_reach = 300;  // bytes
constexpr std::uint32_t story_reach = 400;       // bytes
constexpr std::uint32_t opening_words = 2;
constexpr std::uint32_t sentence_reach = 60;  // tokens: how far back "8 p.m." looks for its day

bool is_late(const Value& value) {
  constexpr int evening = 18;
  if (!value.has_time) return false;
  return value.hour == unknown ? value.part[0] == 'N' || value.part[0] == 'E'
                               : value.hour >= evening;
}

}  // namespace

Assembler::Anchored Assembler::published() const {
  return {published_, published_.known() ? Anchor::published : Anchor::none, {}};
}

Assembler::Anchored Assembler::at_mention(const Date& days, Span span) {
  Anchored out;
  out.reference.days = days;
  out.reference.mention = true;
  out.anchor = Anchor::mention;
  out.span = span;
  return out;
}

Assembler::Anchored Assembler::mentioned() const {
  if (!memory_.last_date.known() && memory_.last_year_bc < 0) return published();
  Anchored out = at_mention(memory_.last_date, memory_.last_span);
  out.reference.before_christ = memory_.last_year_bc > 0;
  out.reference.year = memory_.last_year_bc;
  return out;
}

// In a narrative: where the telling stands, unless the same sentence glances aside at another year.
Assembler::Anchored Assembler::mentioned_near(std::uint32_t token) const {
  if (!memory_.aside.known() || !in_sentence(memory_.aside_span, token)) return mentioned();
  return at_mention(memory_.aside, memory_.aside_span);
}

// Does what stands at `span` belong to the same sentence?
bool Assembler::in_sentence(Span span, std::uint32_t token) const {
  return span.begin >= reading_.tokens.begin[sentence_.start(token, sentence_reach)];
}

// "Gunmen stormed a bank on Sunday. They left at about 4 p.m.": in the sentence before the one that
// holds `token`, and neither is told of what is to come?
bool Assembler::told_before(Span span, std::uint32_t token) const {
  const std::uint32_t start = sentence_.start(token, sentence_reach);
  return start > 0 && in_sentence(span, start - 1) &&
         sentence_.tense_at({token, token + 1}, Infinitives::ignored) == Tense::past;
}

Assembler::Anchored Assembler::last_day() const {
  return at_mention(memory_.last_day, memory_.last_day_span);
}

// The last day named in the same sentence; in a narrative, the last one named at all; else
// publication.
Assembler::Anchored Assembler::mentioned_day(std::uint32_t token) const {
  if (memory_.last_day.known() &&
      (context_.narrative || in_sentence(memory_.last_day_span, token) ||
       told_before(memory_.last_day_span, token))) {
    return last_day();
  }
  return context_.narrative ? Anchored{} : published();
}

// "They stormed the bank at 8 p.m. on Sunday. At 2 a.m. they fled.": the small hours behind an
// evening are of the next day.
Assembler::Anchored Assembler::day_of_clock(const Found& found) const {
  constexpr int small_hours = 7;
  Anchored out = mentioned_day(found.tokens.first);
  const int hour = found.value.hour;
  if (out.anchor != Anchor::mention || !memory_.last_day_is_late || hour == unknown ||
      hour >= small_hours) {
    return out;
  }
  if (const auto next = add_days(out.reference.days.first, 1))
    out.reference.days = single_day(*next);
  return out;
}

// The quarter that results are told of where the text has named none: the last that has ended.
Assembler::Anchored Assembler::latest_quarter() const {
  Anchored out = published();
  const auto quarter = out.reference.days.is_day()
                           ? unit_after(out.reference.days.first, Grain::quarter, -1)
                           : std::nullopt;
  if (quarter) out.reference.days = days_of(*quarter);
  return out;
}

// Does it go on from the day just told: "the 6th", "the Friday"; or a month or day of one, told in
// the past, from a date of an earlier year that the sentence before states?
bool Assembler::continues_story(const Found& found) const {
  const Date& told = memory_.last_date;
  const std::uint32_t token = found.tokens.first;
  if (!told.known() || reading_.tokens.begin[token] > memory_.last_span.end + story_reach)
    return false;
  if (found.action->anchor == AnchorKind::story) return told.is_day();
  const bool open = found.role == Role::value && found.value.month != unknown &&
                    found.action->anchor == AnchorKind::automatic &&
                    found.action->toward == Toward::tense;
  return open && memory_.last_is_story && told_before(memory_.last_span, token) &&
         !in_sentence(memory_.last_span, token) && !sentence_.is_attribute(found.tokens);
}

Assembler::Anchored Assembler::anchored(const Found& found) const {
  switch (found.action->anchor) {
    case AnchorKind::published:
      return published();
    case AnchorKind::mention:
      return mentioned();
    case AnchorKind::day_mention:
      return memory_.last_day.known() ? last_day() : published();
    case AnchorKind::told_day:
      return memory_.last_day.known() ? last_day() : Anchored{};
    case AnchorKind::told:
      return memory_.last_date.known() || memory_.last_year_bc > 0 ? mentioned() : Anchored{};
    case AnchorKind::sentence:
      if (memory_.last_date.known() && in_sentence(memory_.last_span, found.tokens.first))
        return mentioned();
      break;
    case AnchorKind::period_mention:
      if (memory_.last_date.precision == Precision::month &&
          in_sentence(memory_.last_span, found.tokens.first)) {
        return mentioned();
      }
      [[fallthrough]];
    case AnchorKind::quarter_mention:
      if (memory_.last_quarter.known() && reading_.tokens.begin[found.tokens.first] <
                                              memory_.last_quarter_span.end + quarter_reach) {
        Anchored out;
        out.reference.days = memory_.last_quarter;
        out.reference.mention = true;
        out.anchor = Anchor::mention;
        out.span = memory_.last_quarter_span;
        return out;
      }
      return latest_quarter();
    case AnchorKind::automatic:
    case AnchorKind::story:
      break;
  }
  if (found.value.has_time && !found.value.has_day && found.value.year == unknown &&
      !found.value.has_week) {
    return day_of_clock(found);
  }
  if (!context_.narrative) return published();
  return mentioned_near(found.tokens.first);
}

// A day of the month within some months of publication is the nearest such day (right in 94% of the
// cases we counted), whatever the tense, and so is a bare month within two, unless the verb beside
// it says otherwise; farther away the tense decides.
bool Assembler::is_nearest(const Found& found) const {
  if (found.value.has_day) return is_near(found.value);
  return found.value.month != unknown && is_near(found.value) &&
         (sentence_.is_attribute(found.tokens) ||
          sentence_.tense_beside(found.tokens) == Tense::none);
}

bool Assembler::is_near(const Value& value) const {
  if (value.month == unknown) return true;
  Value nearest = value;
  const int limit = value.has_day ? near_days : near_month_days;
  return !resolve(nearest, published_, Toward::nearest) ||
         distance_in_days(days_of(nearest), published_.days) < limit;
}

// "Was dismissed this Tuesday", "leaves this Sunday"
Toward Assembler::spoken(const Found& found) const {
  return sentence_.tense_beside(found.tokens) == Tense::past ? Toward::past : Toward::future;
}

// The day of what is set or announced: "a vote set for Friday", "ahead of Sunday's vote". Of a date
// in the month, which may be told of years later, the nearest is surer.
std::optional<Toward> Assembler::awaited(const Found& found) const {
  const Value& value = found.value;
  const Toward wanted = found.action->toward;
  if (context_.narrative || found.role != Role::value || value.grain() > Grain::day ||
      (wanted != Toward::tense && wanted != Toward::past))
    return std::nullopt;
  if (value.weekday != unknown && sentence_.was_to_be(found.tokens)) return Toward::fresh;
  if (wanted == Toward::tense && value.grain() == Grain::day &&
      sentence_.looks_ahead(found.tokens, !value.has_week))
    return Toward::future;
  if (value.weekday == unknown) return std::nullopt;
  switch (sentence_.announced(found.tokens)) {
    case Announced::led_to:
      return Toward::fresh;
    case Announced::aimed_at:
      return Toward::nearest;
    case Announced::no:
      break;
  }
  return std::nullopt;
}

Toward Assembler::direction(Found& found) const {
  const Toward wanted = found.action->toward;
  if (wanted == Toward::spoken) return spoken(found);
  if (const auto ahead = awaited(found)) {
    found.by_tense = true;
    return *ahead;
  }
  if (wanted != Toward::tense) return wanted;
  const Value& value = found.value;
  if (found.role == Role::value && (value.has_quarter || value.half != unknown))
    return sentence_.is_expected(found.tokens) ? Toward::nearest : Toward::past;
  if (context_.narrative || (found.role == Role::value && is_nearest(found)))
    return Toward::nearest;
  const Tense tense = sentence_.tense_at(
      found.tokens, value.has_week ? Infinitives::ignored : Infinitives::look_ahead);
  if (tense == Tense::future || tense == Tense::intended) {
    found.by_tense = true;
    return Toward::future;
  }
  if (value.has_week) return Toward::past;
  found.by_tense = tense == Tense::past;
  return found.by_tense ? Toward::past : Toward::nearest;
}

// A narrative is moved on by what it tells, not by what counts from the day of publication. A bare
// year moves it on where it opens a sentence or a line; elsewhere it is a glance aside ("a campaign
// planned for 1976") that holds for its own sentence only.
bool Assembler::moves_on(const Timex& timex, const Found& found) {
  if (!context_.narrative) return true;
  if (found.anchor == Anchor::published) return false;
  memory_.aside = {};
  if (found.value.grain() < Grain::year || !memory_.last_date.known() || !timex.date.known())
    return true;
  const std::uint32_t first = found.tokens.first;
  const bool opens = reading_.tokens.has(first, text::after_newline | text::after_blank_line) ||
                     first - sentence_.start(first, sentence_reach) <= opening_words;
  const bool onward = timex.date.first > memory_.last_date.last &&
                      found.value.grain() == Grain::year &&
                      distance_in_days(memory_.last_date, timex.date) < year_onward &&
                      sentence_.tense_at(found.tokens, Infinitives::ignored) != Tense::future;
  if (onward || (opens && distance_in_days(memory_.last_date, timex.date) < narrative_reach))
    return true;
  memory_.aside = timex.date;
  memory_.aside_span = timex.span;
  return false;
}

// "Up from 9 cents in the 1988 period", "in the second quarter": results are compared with an
// earlier quarter, and the report goes on with its own.
bool Assembler::is_compared(const Timex& quarter) const {
  return memory_.last_quarter.known() && memory_.last_quarter.last <= published_.days.last &&
         quarter.date.first < memory_.last_quarter.first &&
         quarter.span.begin < memory_.last_quarter_span.end + comparison_reach;
}

// Is it a date of an earlier year, with that year, or one that goes on from such a date; told in
// the past, and no bound ("the worst since May 2010") nor a name ("the May 2010 flood")?
bool Assembler::is_story(const Timex& timex, const Found& found) const {
  if (context_.narrative || !timex.date.known() || timex.date.precision > Precision::year ||
      current_year_ <= civil(timex.date.last).year)
    return false;
  const bool goes_on = timex.anchor == Anchor::mention && memory_.last_is_story;
  const bool stated = found.role == Role::value && timex.anchor == Anchor::none;
  return (goes_on || stated) && !sentence_.is_attribute(found.tokens) &&
         sentence_.is_when(found.tokens) &&
         sentence_.tense_at(found.tokens, Infinitives::ignored) == Tense::past;
}

void Assembler::remember(const Timex& timex, const Found& found) {
  const Value& value = found.value;
  // Results of "the nine months" are compared with nine months, not with a quarter.
  if (value.kind == ValueKind::duration && value.word.view().ends_with('M') &&
      !value.word.view().starts_with("PT")) {
    memory_.last_quarter = {};
  }
  if (value.kind != ValueKind::calendar || value.year == unknown || timex.type == TimexType::set)
    return;
  if (!moves_on(timex, found)) return;
  memory_.last_span = timex.span;
  memory_.last_year_bc = static_cast<std::int16_t>(value.before_christ ? value.year : -1);
  memory_.last_date = timex.date;
  memory_.last_is_story = is_story(timex, found);
  if (timex.date.is_day()) {
    memory_.last_day = timex.date;
    memory_.last_day_span = timex.span;
    memory_.last_day_is_late = found.role != Role::clock && is_late(value);
  }
  if (value.has_quarter && timex.date.known() &&
      found.action->anchor != AnchorKind::quarter_mention &&
      found.action->anchor != AnchorKind::period_mention && !is_compared(timex)) {
    memory_.last_quarter = timex.date;
    memory_.last_quarter_span = timex.span;
  }
}

}  // namespace dateline::time
