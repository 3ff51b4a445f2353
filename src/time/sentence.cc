// Tense cues and sentence bounds around one expression. Entry: SentenceView.
#include "time/sentence.h"

#include <algorithm>
#include <array>

namespace dateline::time {
namespace {

constexpr std::uint32_t words_left = 30;  // linear whatever the text: never farther than this
constexpr std::uint32_t words_right = 30;
constexpr std::uint32_t words_beside = 3;
constexpr std::uint32_t words_of_object = 6;  // "jailed the former mayor in"
constexpr std::uint32_t verb_group = 3;
constexpr std::uint32_t words_of_chance = 12;  // how far "could" reaches

rules::ClassId list_of(const Rules& rules, std::string_view language, std::string_view name) {
  const auto own = rules::class_named(rules, std::string(language) + "_" + std::string(name));
  return own != rules::no_class ? own : rules::class_named(rules, name);
}

}  // namespace

CueLists cue_lists(const Rules& rules, std::string_view language) {
  constexpr std::array<std::string_view, cues> names = {
      "future_cue", "past_cue",       "link",         "perfect_cue",   "infinitive",
      "base_verb",  "prospective",    "intent_cue",   "present_be",    "content_clause",
      "ahead",      "timetable_verb", "subject_word", "function_word", "perceived",
      "aftermath",  "held_event",     "before_event", "lasting_verb"};
  CueLists lists;
  for (std::size_t i = 0; i < cues; ++i) lists.classes[i] = list_of(rules, language, names[i]);
  lists.masks = rules::class_masks(rules, lists.classes);
  return lists;
}

text::TokenRange SentenceView::sentence(std::uint32_t token) const {
  if (sentences_.empty())
    sentences_ = text::sentences(reading_.text, reading_.tokens, range_, reading_.abbreviation);
  const auto after =
      std::upper_bound(sentences_.begin(), sentences_.end(), token,
                       [](std::uint32_t t, const text::TokenRange& s) { return t < s.first; });
  return after == sentences_.begin() ? range_ : *(after - 1);
}

Tense SentenceView::tense_of(std::uint32_t token) const {
  if (reading_.tokens.has(token, text::starts_upper)) return Tense::none;  // "United", "Will Smith"
  if (is(token, Cue::future))
    return value(token, Cue::future) == "able" ? Tense::none : Tense::future;
  if (token > range_.first && is(token - 1, Cue::present_be)) return Tense::none;
  if (token + 1 < range_.last && reading_.word(token + 1) == "-")
    return Tense::none;  // "blown-out"
  return Tense::past;
}

std::uint32_t SentenceView::start(std::uint32_t token, std::uint32_t most) const {
  return std::max(sentence(token).first, token - std::min(token, most));
}

// "Will perhaps be seen": the word before it tells no tense.
bool SentenceView::is_passive(std::uint32_t token, std::uint32_t first) const {
  return token > first && value(token - 1, Cue::perceived) == "passive";
}

// "Could vote on Saturday", "could be freed on Saturday"; not "could not be reached", "could be
// seen".
bool SentenceView::is_possible(std::uint32_t modal) const {
  if (value(modal, Cue::future) != "able") return false;
  std::uint32_t verb = modal + 1;
  if (verb < range_.last && value(verb, Cue::perceived) == "passive") ++verb;
  if (verb >= range_.last || is(verb, Cue::perceived)) return false;
  return is(verb, Cue::base_verb) || (verb > modal + 1 && is(verb, Cue::past));
}

// "Burned until Tuesday"
bool SentenceView::went_on(std::uint32_t future_cue, std::uint32_t first) const {
  if (value(future_cue, Cue::future) != "end") return false;
  for (std::uint32_t i = future_cue; i > first && future_cue - i < verb_group; --i) {
    const std::string_view reach = value(i - 1, Cue::lasting);
    if (!reach.empty() && future_cue - i < static_cast<std::uint32_t>(reach[0] - '0')) return true;
  }
  return false;
}

// "The planned trip", "an injured man": a form that tells no tense.
bool SentenceView::describes(std::uint32_t token, std::uint32_t last) const {
  if (token + 1 >= last || is(token + 1, Cue::function) ||
      !reading_.tokens.has(token + 1, text::is_word))
    return false;
  return token > range_.first && value(token - 1, Cue::subject) == "determiner";
}

// A future cue within a verb group that looks back: "had been scheduled".
bool SentenceView::in_past_group(std::uint32_t token, std::uint32_t first) const {
  for (std::uint32_t i = token; i > first && token - i < verb_group; --i) {
    if (value(i - 1, Cue::perfect) == "1") return true;
  }
  return false;
}

// "A vote is being held on Friday", "is being sworn in in Rome on Friday"
bool SentenceView::is_arranged(std::uint32_t token, std::uint32_t first,
                               text::TokenRange expression) const {
  constexpr std::uint32_t beside = 5;
  if (token <= first + 1 || expression.first - token > beside ||
      value(token - 1, Cue::perfect) != "now" || !is(token - 2, Cue::present_be) ||
      names_what_was(expression))
    return false;
  for (std::uint32_t i = token + 1; i < expression.first; ++i) {
    const bool in_state = is(i - 1, Cue::function) && value(i - 1, Cue::subject) != "determiner" &&
                          !is(i, Cue::aftermath);  // "as president", "in court"
    if (!in_state && !is(i, Cue::function) && !reading_.tokens.has(i, text::starts_upper))
      return false;
  }
  return true;
}

// A past form within a verb group that looks ahead: "will be closed", "is expected to have left",
// "to be closed".
bool SentenceView::in_future_group(std::uint32_t token, std::uint32_t first) const {
  if (token > first + 1 && is_infinitive(token - 1, first)) return true;
  bool perfect = false;
  for (std::uint32_t i = token; i > first && token - i < verb_group; --i) {
    if (is_possible(i - 1)) return !perfect;
    if (cue(i - 1) == Tense::future) return !perfect || value(i - 1, Cue::future) != "unreal";
    perfect = perfect || value(i - 1, Cue::perfect) == "base";
  }
  return false;
}

bool SentenceView::is_infinitive(std::uint32_t token, std::uint32_t first) const {
  return token > first && is(token - 1, Cue::infinitive) && is(token, Cue::base_verb);
}

// "talks set to resume Monday": the infinitive is announced, and no earlier plan is told of.
bool SentenceView::is_announced(std::uint32_t infinitive, std::uint32_t first,
                                text::TokenRange expression) const {
  if (infinitive <= first + 1 || !is_prospective(infinitive - 2)) return false;
  if (value(infinitive - 2, Cue::prospective) == "day" && names_what_was(expression)) return false;
  return !in_past_group(infinitive - 2, first);
}

// "Sunday's attack", "the Sunday attack"
bool SentenceView::names_what_was(text::TokenRange expression) const {
  if (expression.first > range_.first && value(expression.first - 1, Cue::subject) == "determiner")
    return true;
  return expression.last < range_.last && reading_.tokens.has(expression.last, text::glued) &&
         reading_.tokens.has(expression.last, text::is_word);
}

bool SentenceView::is_attribute(text::TokenRange expression) const {
  return expression.first > range_.first && expression.last < range_.last &&
         value(expression.first - 1, Cue::subject) == "determiner" &&
         reading_.tokens.has(expression.last, text::is_word) && !is(expression.last, Cue::function);
}

bool SentenceView::is_when(text::TokenRange expression) const {
  if (expression.first == sentence(expression.first).first) return true;
  return !value(expression.first - 1, Cue::link, "when").empty();
}

Tense SentenceView::tense_before(text::TokenRange expression, Infinitives infinitives,
                                 std::uint32_t reach) const {
  const std::uint32_t first = start(expression.first, words_left);
  const std::uint32_t stop = std::max(first, expression.first - std::min(expression.first, reach));
  for (std::uint32_t i = expression.first; i > stop; --i) {
    if (!may_tell(i - 1)) continue;
    const Tense tense = cue(i - 1);
    if (tense == Tense::past &&
        (in_future_group(i - 1, first) || is_arranged(i - 1, first, expression))) {
      return Tense::future;
    }
    if (tense == Tense::past && is_passive(i - 1, first)) continue;
    if (i < expression.first && is_arranged(i, first, expression)) return Tense::future;
    if (tense == Tense::past && infinitives == Infinitives::look_ahead && is(i - 1, Cue::intent) &&
        expression.first - i > words_beside) {
      return Tense::intended;
    }
    if (tense == Tense::future && (in_past_group(i - 1, first) || went_on(i - 1, first)))
      return Tense::past;
    if (tense == Tense::none && is_infinitive(i - 1, first)) {
      if (is_announced(i - 1, first, expression)) return Tense::future;
      if (infinitives == Infinitives::look_ahead) return Tense::intended;
    }
    const bool chance = expression.first - i < words_of_chance && is_possible(i - 1);
    if (tense == Tense::none && (chance || by_timetable(i - 1, expression))) return Tense::future;
    if (tense != Tense::none) return tense;
  }
  return Tense::none;
}

// "For Sunday's attack" names what was.
bool SentenceView::looks_ahead(text::TokenRange expression, bool moved_only) const {
  constexpr std::uint32_t object = 12;  // words: "postponed the vote on the budget to"
  const std::uint32_t first = start(expression.first, object);
  if (expression.first == first || !is(expression.first - 1, Cue::ahead)) return false;
  if (names_what_was(expression)) return false;
  const std::string_view link = value(expression.first - 1, Cue::ahead);
  if (link == "deadline") return !moved_only && is_demanded(expression.first - 1, first);
  bool moved = !moved_only && link != "moved";
  for (std::uint32_t i = expression.first - 1; i > first; --i) {
    if (value(i - 1, Cue::perfect) == "1") return false;  // "had been set for Sunday"
    moved = moved || is(i - 1, Cue::intent);
  }
  return moved;
}

// "It rained in April", "they jailed the old mayor in April"
Tense SentenceView::tense_beside(text::TokenRange expression) const {
  const Tense tense = tense_before(expression, Infinitives::ignored, words_beside);
  if (tense != Tense::none) return tense;
  const std::uint32_t first = start(expression.first, words_of_object);
  for (std::uint32_t i = expression.first - std::min(expression.first, words_beside); i > first;
       --i) {
    if (is_infinitive(i - 1, first)) break;
    const Tense cue_here = cue(i - 1);
    if (cue_here == Tense::none) continue;
    const bool has_object = value(i, Cue::subject) == "determiner";
    return cue_here == Tense::past && has_object && !in_future_group(i - 1, first) ? Tense::past
                                                                                   : Tense::none;
  }
  return Tense::none;
}

bool SentenceView::is_expected(text::TokenRange expression) const {
  return is_when(expression) &&
         tense_before(expression, Infinitives::ignored, words_of_object) == Tense::future;
}

Tense SentenceView::tense_at(text::TokenRange expression, Infinitives infinitives) const {
  if (const Tense tense = tense_before(expression, infinitives, words_left); tense != Tense::none)
    return tense;
  const std::uint32_t last =
      std::min(sentence(expression.first).last, expression.last + words_right);
  if (expression.last < last && is(expression.last, Cue::content_clause)) return Tense::none;
  for (std::uint32_t i = expression.last; i < last; ++i) {
    if (const Tense tense = cue(i); tense != Tense::none && !describes(i, last)) return tense;
    if (is_prospective(i) && i + 2 < last && is_infinitive(i + 2, i)) return Tense::future;
  }
  return Tense::none;
}

}  // namespace dateline::time
