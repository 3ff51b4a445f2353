// Days of what is announced, awaited or put off before it is held: "called a strike on Friday",
// "ahead of Sunday's vote". Told soon after, it may have been held; else it is still to come.
#include <algorithm>

#include "time/sentence.h"

namespace dateline::time {
namespace {

constexpr std::uint32_t no_token = ~std::uint32_t{0};
constexpr std::uint32_t words_of_name = 3;   // "Sunday's second round of the vote"
constexpr std::uint32_t words_of_place = 4;  // "a rally in the capital on Sunday"
constexpr std::uint32_t words_of_lead = 8;
constexpr std::uint32_t words_to_day = 12;  // from a clock

}  // namespace

// "Sunday's presidential vote"
bool SentenceView::is_event_of(text::TokenRange expression) const {
  const std::uint32_t last = sentence(expression.first).last;
  if (expression.last >= last || !reading_.tokens.has(expression.last, text::glued)) return false;
  const std::uint32_t from = expression.last + 1;
  return has_any(Cue::held_event, from, std::min(last, from + words_of_name));
}

// "A vote on Sunday", "a rally in the capital on Sunday"
std::uint32_t SentenceView::event_before(text::TokenRange expression, std::uint32_t first) const {
  const std::uint32_t stop =
      std::max(first, expression.first - std::min(expression.first, words_of_place + 1));
  for (std::uint32_t i = expression.first; i > stop; --i) {
    if (is(i - 1, Cue::held_event)) return i - 1;
    if (!reading_.tokens.has(i - 1, text::is_word) || cue(i - 1) != Tense::none) break;
  }
  return no_token;
}

// "Ahead of", "called", "postponed the"
bool SentenceView::is_led_to(std::uint32_t event, std::uint32_t first) const {
  const std::uint32_t stop = std::max(first, event - std::min(event, words_of_lead));
  std::uint32_t farthest = words_of_lead;
  for (std::uint32_t i = event; i > stop; --i) {
    if (!reading_.tokens.has(i - 1, text::is_word) && reading_.word(i - 1) != "-") return false;
    const std::string_view lead = value(i - 1, Cue::before_event);
    if (lead == "stop") return false;
    if (lead == "part") farthest = words_of_name;
    if (lead.size() != 1 || lead[0] < '0' || lead[0] > '9') continue;
    const auto reach = static_cast<std::uint32_t>(lead[0] - '0');
    if (reach <= farthest && event - i < reach) return true;
  }
  return false;
}

// "To boycott Sunday's vote"
bool SentenceView::is_aimed_at(std::uint32_t event, std::uint32_t first) const {
  const std::uint32_t stop = std::max(first, event - std::min(event, words_of_name));
  for (std::uint32_t i = event; i > stop; --i) {
    if (is_infinitive(i - 1, first)) return true;
  }
  return false;
}

// "Was to meet", "was due", "were expected to"
bool SentenceView::was_planned(std::uint32_t plan, std::uint32_t first) const {
  const bool planned = is_prospective(plan) || value(plan, Cue::future) == "1";
  return planned && plan > first && value(plan - 1, Cue::prospective) == "fresh";
}

// "The king was to meet the envoy on Friday", "talks were due to resume on Friday"
bool SentenceView::was_to_be(text::TokenRange expression) const {
  const std::uint32_t first = start(expression.first, words_to_day);
  if (!has_any(Cue::prospective, first, expression.first) || names_what_was(expression))
    return false;
  for (std::uint32_t i = expression.first; i > first; --i) {
    if (was_planned(i - 1, first)) return true;
    if (cue(i - 1) == Tense::past || value(i - 1, Cue::perfect) == "base") return false;
    if (i > first + 2 && is_infinitive(i - 1, first))
      return value(i - 3, Cue::prospective) == "fresh" || was_planned(i - 3, first);
  }
  return false;
}

// "Talks that had been due to resume on Friday were called off"
bool SentenceView::is_put_off(text::TokenRange expression, std::uint32_t first) const {
  bool planned = false;
  for (std::uint32_t i = expression.first; i > first && !planned; --i)
    planned = value(i - 1, Cue::future) == "1" && in_past_group(i - 1, first);
  if (!planned) return false;
  const std::uint32_t last =
      std::min(sentence(expression.first).last, expression.last + words_of_lead);
  for (std::uint32_t i = expression.last; i < last; ++i) {
    if (value(i, Cue::before_event) == "3") return true;
  }
  return false;
}

// "Told to leave by Friday", "demanded that he leave before Friday"
bool SentenceView::is_demanded(std::uint32_t link, std::uint32_t first) const {
  for (std::uint32_t i = link; i > first; --i) {
    if (value(i - 1, Cue::perfect) == "1") return false;
    if (value(i - 1, Cue::prospective) == "deadline") return true;
  }
  return false;
}

Announced SentenceView::announced(text::TokenRange expression) const {
  const std::uint32_t first = start(expression.first, words_of_place + words_of_lead + 1);
  if (is_put_off(expression, first)) return Announced::led_to;
  for (std::uint32_t i = first; i < expression.first; ++i) {
    if (value(i, Cue::perfect) == "1") return Announced::no;  // "had been set to meet on Friday"
  }
  if (is_event_of(expression)) {
    if (is_led_to(expression.first, first)) return Announced::led_to;
    return is_aimed_at(expression.first, first) ? Announced::aimed_at : Announced::no;
  }
  const std::uint32_t event = event_before(expression, first);
  return event != no_token && is_led_to(event, first) ? Announced::led_to : Announced::no;
}

// No verb lies between them, but where the clock opens the sentence: "At 5 p.m. gunmen robbed a
// bank in Kent on Tuesday"; nor a comma, then.
bool SentenceView::is_clock_of(text::TokenRange clock, text::TokenRange day) const {
  if (day.first - clock.last > words_to_day || day.first <= clock.last) return false;
  const std::uint32_t first = sentence(clock.first).first;
  if (first != sentence(day.first).first) return false;
  const bool opens = clock.first - first <= words_of_name;
  for (std::uint32_t i = clock.last; i < day.first; ++i) {
    if (is(i, Cue::content_clause) || reading_.word(i) == ";") return false;
    if (opens && !reading_.tokens.has(i, text::is_word)) return false;
    if (!opens && cue(i) != Tense::none && !describes(i, day.first)) return false;
  }
  return true;
}

}  // namespace dateline::time
