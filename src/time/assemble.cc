// Reading matches, joining them and giving them out. Entry: Assembler::add() for each match in
// order, then finish(). What is still open is settled in settle.cc.
#include "time/assemble.h"

#include "time/calendar.h"

namespace dateline::time {
namespace {

void set_half_day(std::string_view half, Value& value) {
  if (value.hour == unknown) return;
  if (half == "PM" && value.hour < 12) value.hour = static_cast<std::int8_t>(value.hour + 12);
  if (half == "AM" && value.hour == 12) value.hour = 0;
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
  found.as = action.as;
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
  if (action.when == (context_.narrative ? When::news : When::narrative)) return;
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
  if (clock_ && found.role != Role::clock) give_day_to_clock(timex, found);
  if (found.role == Role::clock && found.anchor == Anchor::published)
    clock_ = OpenClock{out_.size(), found.tokens, found.value};
  remember(timex, found);
  out_.push_back(std::move(timex));
}

// "At 5 p.m. outside a bank in Kent on Tuesday"
void Assembler::give_day_to_clock(const Timex& day, const Found& found) {
  const OpenClock clock = *clock_;
  clock_.reset();
  if (!day.date.is_day() || found.value.has_time || day.type != TimexType::date ||
      !sentence_.is_clock_of(clock.tokens, found.tokens))
    return;
  Value value = unit_at(day.date.first, Grain::day);
  copy_time(clock.value, value);
  Timex& timex = out_[clock.index];
  timex.value = to_timex(value);
  timex.date = days_of(value);
  timex.anchor = Anchor::mention;
  timex.anchor_span = day.span;
  timex.by_tense = false;
}

}  // namespace dateline::time
