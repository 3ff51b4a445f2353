// Joining and resolving matches. Entry: Assembler::add() for each match in order, then finish().
#include "time/assemble.h"

#include <charconv>

#include "time/calendar.h"

namespace dateline::time {
namespace {

constexpr int near_days = 120;
constexpr int days_in_week = 7;
constexpr std::uint32_t quarter_reach = 1200;  // bytes: how far a report is still about the quarter it named
constexpr int narrative_reach = 1500;         // days: a bare year farther than this is a glance aside
constexpr int year_onward = 366;
constexpr std::uint32_t opening_words = 2;
constexpr std::uint32_t sentence_reach = 60;  // tokens: how far back "8 p.m." looks for its day

bool is_date(const Found& found) {
  return found.role != Role::clock && found.role != Role::modifier && found.value.kind == ValueKind::calendar &&
         !found.value.has_time && found.action->type != TimexType::set;
}

bool is_day(const Found& found) { return is_date(found) && found.value.grain() == Grain::day; }

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

void copy_time(const Value& from, Value& to) {
  to.has_time = true;
  to.hour = from.hour;
  to.minute = from.minute;
  to.second = from.second;
  to.part[0] = from.part[0];
  to.part[1] = from.part[1];
  to.zone = from.zone;
}

void set_half_day(std::string_view half, Value& value) {
  if (value.hour == unknown) return;
  if (half == "PM" && value.hour < 12) value.hour = static_cast<std::int8_t>(value.hour + 12);
  if (half == "AM" && value.hour == 12) value.hour = 0;
}

// Days that a duration of the form P2W covers when it ends or begins on `day`; vague counts are taken as some.
std::optional<int> days_in(std::string_view duration) {
  if (!duration.starts_with("P")) return std::nullopt;
  duration.remove_prefix(1);
  if (duration.starts_with("T")) return 1;
  double count = 0;
  if (duration.starts_with("X")) {
    count = 4;
    duration.remove_prefix(1);
  } else {
    const auto result = std::from_chars(duration.data(), duration.data() + duration.size(), count);
    if (result.ec != std::errc()) return std::nullopt;
    duration.remove_prefix(static_cast<std::size_t>(result.ptr - duration.data()));
  }
  if (duration.size() != 1 || count > 10000) return std::nullopt;
  switch (duration[0]) {
    case 'D': return static_cast<int>(count);
    case 'W': return static_cast<int>(count * 7);
    case 'M': return static_cast<int>(count * 30.44);
    case 'Q': return static_cast<int>(count * 91.3);
    case 'Y': return static_cast<int>(count * 365.25);
    default: return std::nullopt;
  }
}

std::int64_t distance_in_days(const Date& one, const Date& other) {
  if (other.first > one.last) return std::int64_t{other.first} - one.last;
  return one.first > other.last ? std::int64_t{one.first} - other.last : 0;
}

std::optional<int> days_of_grain(Grain grain) {
  switch (grain) {
    case Grain::week: case Grain::weekend: return 7;
    case Grain::month: return 30;
    case Grain::quarter: case Grain::season: return 91;
    case Grain::year: return 365;
    default: return std::nullopt;
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

Assembler::Assembler(const Rules& rules, const CueLists& lists, const rules::Reading& reading, text::TokenRange range,
                     const Context& context, Memory& memory, std::vector<Timex>& out)
    : rules_(rules), lists_(lists), reading_(reading), context_(context), memory_(memory), out_(out),
      sentence_(rules, reading, range, lists), published_(reference_of(context.published)) {
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
  if (const rules::Capture* part = action.span.empty() ? nullptr : match.get(action.span)) found.tokens = part->tokens;
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
    if (render(action.zone, view, text) && !found.value.zone.assign(text.view())) return std::nullopt;
  }
  if (!action.mod.empty()) {
    text.clear();
    if (!render(action.mod, view, text)) return std::nullopt;
    found.mod = std::string(text.view());
  }
  return found;
}

void Assembler::add(const rules::Match& match, const Action& action) {
  if (action.narrative_only && !context_.narrative) return;
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

// A rule that finds two expressions at once ("March 4-6, 2011"): cuts the first short and gives the second.
std::optional<Found> Assembler::read_second(Found& first) const {
  const MatchView view{rules_, reading_, *first.match, current_year_};
  const rules::Capture* end = first.match->get(first.action->first_end);
  const rules::Capture* start = first.match->get(first.action->second_start);
  Scratch text;
  if (end == nullptr || start == nullptr || !render(first.action->second, view, text)) return std::nullopt;
  const auto value = parse_value(text.view());
  if (!value) return std::nullopt;
  Found second = first;
  second.value = *value;
  second.tokens.first = start->tokens.first;
  first.tokens.last = end->tokens.last;
  return second;
}

// May the two belong together at all: nothing between them, or words of the list `link`?
bool Assembler::links(const Found& left, const Found& right) const {
  const std::uint32_t gap = right.tokens.first - left.tokens.last;
  if (gap > 2 || reading_.tokens.has(right.tokens.first, text::after_blank_line)) return false;
  for (std::uint32_t i = left.tokens.last; i < right.tokens.first; ++i) {
    if (!rules::has_class(rules_, reading_.words[i], lists_.link)) return false;
  }
  return true;
}

bool Assembler::join_modifier(Found& left, const Found& right) const {
  const bool amount = left.action->join == Join::next_amount;
  const bool fits = amount ? right.action->counted : (is_date(right) || right.value.has_time) && !right.action->counted;
  if (left.tokens.last != right.tokens.first || right.role == Role::modifier || !fits) return false;
  if (amount && right.action->type == TimexType::set) return false;  // "almost daily"
  const text::TokenRange tokens{left.tokens.first, right.tokens.last};
  const std::string mod = left.mod;
  const bool week = left.action->as_week;
  left = right;
  left.as_week |= week;
  left.tokens = tokens;
  if (!mod.empty()) left.mod = mod;
  return true;
}

bool Assembler::join_clock(Found& left, const Found& right, bool link) const {
  if (left.role == Role::clock && is_day(right)) {
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
  if (left.role == Role::modifier) return left.action->join != Join::previous && join_modifier(left, right);
  if (right.role == Role::modifier) {
    if (right.action->join != Join::previous || left.tokens.last != right.tokens.first) return false;
    left.tokens.last = right.tokens.last;
    if (!right.mod.empty()) left.mod = right.mod;
    return true;
  }
  std::string_view link;
  const std::uint32_t gap = right.tokens.first - left.tokens.last;
  if (gap > 0) link = rules::value(rules_, reading_.words[left.tokens.last], lists_.link);
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
    settle(chain_[i]);
    emit(chain_[i]);
  }
  chain_.clear();
}

// "August and September 1914", "26 June - 4 August 1952", "4-5 March": what the first leaves open stands in the second.
void Assembler::take_from_next(Found& found, const Found& next) const {
  const bool open = found.role == Role::value && is_open(found.value) && found.action->anchor == AnchorKind::automatic &&
                    found.action->toward == Toward::tense && found.action->type != TimexType::set;
  if (!open || next.role != Role::value || next.value.kind != ValueKind::calendar) return;
  if (next.value.month == unknown && next.value.season == unknown) return;
  const bool day_only = found.value.has_day && found.value.month == unknown && found.value.day != unknown;
  if (day_only && next.value.has_day) {
    found.value.month = next.value.month;
  } else if (day_only || (found.value.month == unknown && found.value.season == unknown)) {
    return;
  }
  if (next.value.year == unknown) return;
  found.value.before_christ = next.value.before_christ;
  found.value.year = static_cast<std::int16_t>(next.value.year - (next.value.month != unknown && found.value.month > next.value.month ? 1 : 0));
}

// "Friday through Sunday", "from October to March": the second is the next one after the first.
void Assembler::go_on_from(const Found& first, Found& found) const {
  const bool open = found.role == Role::value && is_open(found.value) && found.action->toward == Toward::tense &&
                    found.action->type != TimexType::set && found.value.grain() == first.value.grain();
  if (!open || first.role != Role::value || found.tokens.first != first.tokens.last + 1) return;
  if (rules::value(rules_, reading_.words[first.tokens.last], lists_.link) != "range") return;
  Reference reference;
  reference.days = days_of(first.value);
  if (!reference.known() || !resolve(found.value, reference, Toward::next)) return;
  found.anchor = Anchor::mention;
  found.anchor_span = reading_.span(first.tokens);
}

Assembler::Anchored Assembler::published() const {
  return {published_, published_.known() ? Anchor::published : Anchor::none, {}};
}

Assembler::Anchored Assembler::mentioned() const {
  if (!memory_.last_date.known() && memory_.last_year_bc < 0) return published();
  Anchored out;
  out.reference.days = memory_.last_date;
  out.reference.before_christ = memory_.last_year_bc > 0;
  out.reference.year = memory_.last_year_bc;
  out.reference.mention = true;
  out.anchor = Anchor::mention;
  out.span = memory_.last_span;
  return out;
}

// In a narrative: where the telling stands, unless the same sentence glances aside at another year.
Assembler::Anchored Assembler::mentioned_near(std::uint32_t token) const {
  if (!memory_.aside.known()) return mentioned();
  const std::uint32_t start = sentence_.start(token, sentence_reach);
  if (memory_.aside_span.begin < reading_.tokens.begin[start]) return mentioned();
  Anchored out;
  out.reference.days = memory_.aside;
  out.reference.mention = true;
  out.anchor = Anchor::mention;
  out.span = memory_.aside_span;
  return out;
}

Assembler::Anchored Assembler::last_day() const {
  Anchored out;
  out.reference.days = memory_.last_day;
  out.reference.mention = true;
  out.anchor = Anchor::mention;
  out.span = memory_.last_day_span;
  return out;
}

// The last day named in the same sentence; in a narrative, the last one named at all; else publication.
Assembler::Anchored Assembler::mentioned_day(std::uint32_t token) const {
  const bool known = memory_.last_day.known();
  const std::uint32_t start = sentence_.start(token, sentence_reach);
  if (known && (context_.narrative || memory_.last_day_span.begin >= reading_.tokens.begin[start])) return last_day();
  return context_.narrative ? Anchored{} : published();
}

// The quarter that results are told of where the text has named none: the last that has ended.
Assembler::Anchored Assembler::latest_quarter() const {
  Anchored out = published();
  const auto quarter = out.reference.days.is_day() ? unit_after(out.reference.days.first, Grain::quarter, -1) : std::nullopt;
  if (quarter) out.reference.days = days_of(*quarter);
  return out;
}

Assembler::Anchored Assembler::anchored(const Found& found) const {
  switch (found.action->anchor) {
    case AnchorKind::published: return published();
    case AnchorKind::mention: return mentioned();
    case AnchorKind::day_mention: return memory_.last_day.known() ? last_day() : published();
    case AnchorKind::quarter_mention:
      if (memory_.last_quarter.known() &&
          reading_.tokens.begin[found.tokens.first] < memory_.last_quarter_span.end + quarter_reach) {
        Anchored out;
        out.reference.days = memory_.last_quarter;
        out.reference.mention = true;
        out.anchor = Anchor::mention;
        out.span = memory_.last_quarter_span;
        return out;
      }
      return latest_quarter();
    case AnchorKind::automatic: break;
  }
  if (found.value.has_time && !found.value.has_day && found.value.year == unknown && !found.value.has_week) {
    return mentioned_day(found.tokens.first);
  }
  if (!context_.narrative) return published();
  return mentioned_near(found.tokens.first);
}

// A day of the month within some months of publication is the nearest such day (right in 94% of the cases we counted),
// whatever the tense; farther away the tense decides.
bool Assembler::is_near(const Value& value) const {
  if (value.month == unknown) return true;
  Value nearest = value;
  return !resolve(nearest, published_, Toward::nearest) || distance_in_days(days_of(nearest), published_.days) < near_days;
}

Toward Assembler::direction(const Found& found) {
  const Toward wanted = found.action->toward;
  if (wanted != Toward::tense) return wanted;
  const Value& value = found.value;
  if (found.role == Role::value && (value.has_quarter || value.half != unknown)) return Toward::past;
  if (context_.narrative || (found.role == Role::value && value.has_day && is_near(value))) return Toward::nearest;
  const Tense tense = sentence_.tense_at(found.tokens, value.has_week ? Infinitives::ignored : Infinitives::look_ahead);
  if (tense == Tense::future || tense == Tense::intended) {
    by_tense_ = true;
    return Toward::future;
  }
  if (value.has_week) return Toward::past;
  by_tense_ = tense == Tense::past;
  return by_tense_ ? Toward::past : Toward::nearest;
}

void Assembler::settle_shift(Found& found) {
  if (found.role != Role::shift || found.settled) return;
  found.settled = true;
  const MatchView view{rules_, reading_, *found.match, current_year_};
  Scratch count_text, unit_text;
  const Value before = found.value;
  if (!render(found.action->count, view, count_text) || !render(found.action->unit, view, unit_text)) return;
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
  std::optional<Value> value;
  const bool of_quarter = found.action->anchor == AnchorKind::quarter_mention;
  if (of_quarter && at.anchor == Anchor::mention && grain == Grain::year) {
    value = shifted(at.reference, Grain::quarter, 4 * count);  // "a year earlier" of a quarter's result
  } else {
    value = shifted(of_quarter && grain == Grain::year ? published_ : at.reference, grain, count * factor);
  }
  if (!value) {
    found.value = *parse_value(grain == Grain::day ? "XXXX-XX-XX" : grain == Grain::week ? "XXXX-WXX" : grain == Grain::month ? "XXXX-XX" : "XXXX");
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
    if (const auto stated = parse_value(year.view())) value = feast_day(formula.view(), stated->year);
  } else {
    const Anchored at = anchored(found);
    value = resolve_feast(formula.view(), at.reference, Toward::nearest);
    const bool stated = found.action->toward != Toward::tense;
    if (stated || (value && !at.reference.mention && distance_in_days(days_of(*value), at.reference.days) >= near_days)) {
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

void Assembler::settle_open(Found& found) {
  const Anchored at = anchored(found);
  if (!resolve(found.value, at.reference, direction(found))) {
    if (found.value.has_time && !found.value.has_month && !found.value.has_week) found.value.has_day = found.value.has_month = true;
    return;
  }
  found.anchor = at.anchor;
  found.anchor_span = at.span;
}

// "the 1988 period": the quarter that is being told of, in that year.
void Assembler::settle_quarter(Found& found) const {
  Value& value = found.value;
  if (!value.has_quarter || value.quarter != unknown || value.year == unknown) return;
  const Date days = memory_.last_quarter.known() ? memory_.last_quarter : latest_quarter().reference.days;
  if (days.known()) value.quarter = unit_at(days.first, Grain::quarter).quarter;
}

void Assembler::settle(Found& found) {
  by_tense_ = false;
  settle_quarter(found);
  settle_shift(found);
  if (found.role == Role::feast && !found.settled) settle_feast(found);
  if (is_open(found.value) && found.action->type != TimexType::set) settle_open(found);
  const Date days = found.as_week ? days_of(found.value) : Date{};
  if (days.is_day()) found.value = unit_at(days.first, Grain::week);
}

Date Assembler::covered(const Found& found) const {
  if (found.action->type == TimexType::set) return {};
  const Date& published = published_.days;
  const bool narrow = published.known() && published.last - published.first < days_in_week;
  if (found.action->covers == Covers::value || !narrow) return days_of(found.value);
  const auto days = found.value.kind == ValueKind::duration ? days_in(found.value.word.view()) : days_of_grain(found.value.grain());
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
  if (!found.action->quant.empty() && render(found.action->quant, view, text)) timex.quant = std::string(text.view());
  text.clear();
  if (!found.action->freq.empty() && render(found.action->freq, view, text)) timex.freq = std::string(text.view());
  timex.date = covered(found);
  timex.anchor = found.action->covers == Covers::value ? found.anchor : (timex.date.known() ? Anchor::published : Anchor::none);
  timex.anchor_span = found.anchor_span;
  timex.by_tense = by_tense_;
  timex.rule = found.match->rule->id;
  remember(timex, found);
  out_.push_back(std::move(timex));
}

// A narrative is moved on by what it tells, not by what counts from the day of publication. A bare year moves it on
// where it opens a sentence or a line; elsewhere it is a glance aside ("a campaign planned for 1976") that holds for its
// own sentence only.
bool Assembler::moves_on(const Timex& timex, const Found& found) {
  if (!context_.narrative) return true;
  if (found.anchor == Anchor::published) return false;
  memory_.aside = {};
  if (found.value.grain() < Grain::year || !memory_.last_date.known() || !timex.date.known()) return true;
  const std::uint32_t first = found.tokens.first;
  const bool opens = reading_.tokens.has(first, text::after_newline | text::after_blank_line) ||
                     first - sentence_.start(first, sentence_reach) <= opening_words;
  const bool onward = timex.date.first > memory_.last_date.last && found.value.grain() == Grain::year &&
                      distance_in_days(memory_.last_date, timex.date) < year_onward &&
                      sentence_.tense_at(found.tokens, Infinitives::ignored) != Tense::future;
  if (onward || (opens && distance_in_days(memory_.last_date, timex.date) < narrative_reach)) return true;
  memory_.aside = timex.date;
  memory_.aside_span = timex.span;
  return false;
}

void Assembler::remember(const Timex& timex, const Found& found) {
  const Value& value = found.value;
  // Results of "the nine months" are compared with nine months, not with a quarter.
  if (value.kind == ValueKind::duration && value.word.view().ends_with('M') && !value.word.view().starts_with("PT")) {
    memory_.last_quarter = {};
  }
  if (value.kind != ValueKind::calendar || value.year == unknown || timex.type == TimexType::set) return;
  if (!moves_on(timex, found)) return;
  memory_.last_span = timex.span;
  memory_.last_year_bc = static_cast<std::int16_t>(value.before_christ ? value.year : -1);
  memory_.last_date = timex.date;
  if (timex.date.is_day()) {
    memory_.last_day = timex.date;
    memory_.last_day_span = timex.span;
  }
  if (value.has_quarter && timex.date.known() && found.action->anchor != AnchorKind::quarter_mention) {
    memory_.last_quarter = timex.date;
    memory_.last_quarter_span = timex.span;
  }
}

}  // namespace dateline::time
