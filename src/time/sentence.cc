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
      "future_cue",   "past_cue",       "link",        "perfect_cue",
      "infinitive",   "base_verb",      "prospective", "intent_cue",
      "present_be",   "content_clause", "ahead",       "timetable_verb",
      "subject_word", "function_word",  "perceived",   "aftermath"};
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

Tense SentenceView::cue(std::uint32_t token) const {
  if (reading_.tokens.has(token, text::starts_upper)) return Tense::none;  // "United", "Will Smith"
  if (is(token, Cue::future))
    return value(token, Cue::future) == "able" ? Tense::none : Tense::future;
  if (token > range_.first && is(token - 1, Cue::present_be)) return Tense::none;
  return is(token, Cue::past) ? Tense::past : Tense::none;
}

std::uint32_t SentenceView::start(std::uint32_t token, std::uint32_t most) const {
  return std::max(sentence(token).first, token - std::min(token, most));
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

std::string_view SentenceView::value(std::uint32_t token, Cue cue, std::string_view column) const {
  return lists_.has(reading_, token, cue)
             ? rules::value(rules_, reading_.words[token], lists_.list(cue), column)
             : std::string_view();
}

// A future cue within a verb group that looks back: "had been scheduled".
bool SentenceView::in_past_group(std::uint32_t token, std::uint32_t first) const {
  for (std::uint32_t i = token; i > first && token - i < verb_group; --i) {
    if (value(i - 1, Cue::perfect) == "1") return true;
  }
  return false;
}

// "A vote is being held on Friday"
bool SentenceView::is_arranged(std::uint32_t token, std::uint32_t first,
                               text::TokenRange expression) const {
  constexpr std::uint32_t beside = 2;
  return token > first + 1 && expression.first - token <= beside &&
         value(token - 1, Cue::perfect) == "now" && is(token - 2, Cue::present_be);
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
  if (infinitive <= first + 1 || !is(infinitive - 2, Cue::prospective)) return false;
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

Tense SentenceView::tense_before(text::TokenRange expression, Infinitives infinitives,
                                 std::uint32_t reach) const {
  const std::uint32_t first = start(expression.first, words_left);
  const std::uint32_t stop = std::max(first, expression.first - std::min(expression.first, reach));
  for (std::uint32_t i = expression.first; i > stop; --i) {
    const Tense tense = cue(i - 1);
    if (tense == Tense::past &&
        (in_future_group(i - 1, first) || is_arranged(i - 1, first, expression))) {
      return Tense::future;
    }
    if (tense == Tense::past && infinitives == Infinitives::look_ahead && is(i - 1, Cue::intent) &&
        expression.first - i > words_beside) {
      return Tense::intended;
    }
    if (tense == Tense::future && in_past_group(i - 1, first)) return Tense::past;
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
  bool moved = !moved_only && value(expression.first - 1, Cue::ahead) != "moved";
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

Tense SentenceView::tense_at(text::TokenRange expression, Infinitives infinitives) const {
  if (const Tense tense = tense_before(expression, infinitives, words_left); tense != Tense::none)
    return tense;
  const std::uint32_t last =
      std::min(sentence(expression.first).last, expression.last + words_right);
  if (expression.last < last && is(expression.last, Cue::content_clause)) return Tense::none;
  for (std::uint32_t i = expression.last; i < last; ++i) {
    if (const Tense tense = cue(i); tense != Tense::none) return tense;
    if (is(i, Cue::prospective) && i + 2 < last && is_infinitive(i + 2, i)) return Tense::future;
  }
  return Tense::none;
}

}  // namespace dateline::time
