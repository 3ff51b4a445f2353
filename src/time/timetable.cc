// The present of what goes by a timetable tells of a day to come: "The king travels to Berlin on
// Wednesday", "Voters go to the polls on Sunday", "Nurses are striking on Friday". Without parts of
// speech: the form must fit its subject, and headlines, which have no full stop, tell of what was.
#include <algorithm>

#include "time/sentence.h"

namespace dateline::time {
namespace {

constexpr std::uint32_t subject_words = 8;
constexpr std::uint32_t words_around = 60;  // linear whatever the text: never farther than this

}  // namespace

bool SentenceView::has_past(std::uint32_t first, std::uint32_t last) const {
  for (std::uint32_t i = first; i < last; ++i) {
    if (cue(i) == Tense::past) return true;
  }
  return false;
}

bool SentenceView::has_any(Cue cue, std::uint32_t first, std::uint32_t last) const {
  for (std::uint32_t i = first; i < last; ++i) {
    if (is(i, cue)) return true;
  }
  return false;
}

// "Is travelling", "are also meeting"
bool SentenceView::is_under_way(std::uint32_t verb, std::uint32_t first) const {
  constexpr std::uint32_t reach = 2;
  return value(verb, Cue::timetable) == "now" &&
         has_any(Cue::present_be, std::max(first, verb - std::min(verb, reach)), verb);
}

bool SentenceView::is_plural(std::uint32_t token) const {
  if (is(token, Cue::subject)) return value(token, Cue::subject) == "plural";
  const std::string_view word = reading_.word(token);
  return word.size() > 3 && word.ends_with('s') && !word.ends_with("ss") && !word.ends_with("us") &&
         !word.ends_with("is");
}

// "Visits Madrid", "leaves the city": no noun.
bool SentenceView::has_object(std::uint32_t verb, std::uint32_t end) const {
  if (verb + 1 >= end) return false;
  return value(verb + 1, Cue::subject) == "determiner" ||
         reading_.tokens.has(verb + 1, text::starts_upper);
}

// "The king and the envoy", "He and Ruiz"
bool SentenceView::joins_subjects(std::uint32_t token) const {
  return value(token, Cue::subject) == "joins" &&
         (value(token + 1, Cue::subject) == "determiner" ||
          reading_.tokens.has(token + 1, text::starts_upper));
}

// Is all between the beginning of the clause and the verb one subject, of many or of one? `open`:
// it must be seen to be of one, "the king", "Ruiz".
bool SentenceView::has_subject(std::uint32_t verb, std::uint32_t first, bool many,
                               bool open) const {
  bool plural = false, named = false;
  std::uint32_t i = verb;
  for (; i > first && reading_.tokens.has(i - 1, text::is_word); --i) {
    const std::uint32_t word = i - 1;
    if (is(word, Cue::content_clause) || (!many && !open && cue(word) == Tense::past)) break;
    const bool allowed = is(word, Cue::subject) || !is(word, Cue::function);
    if (verb - word > subject_words || !allowed || cue(word) != Tense::none) return false;
    plural = plural || is_plural(word) || (word + 1 < verb && joins_subjects(word));
    named = named || value(word, Cue::subject) == "determiner" ||
            (word > first && reading_.tokens.has(word, text::starts_upper));
  }
  if (i == verb || value(verb - 1, Cue::subject) == "determiner") return false;
  return many ? plural : named || !open;
}

// Not of headlines, nor of captions with the day between commas: "Ruiz arrives at court, Friday,".
bool SentenceView::is_told(text::TokenRange sentence, text::TokenRange expression) const {
  if (reading_.word(expression.first - 1) == ",") return false;
  const std::uint32_t from = std::max(expression.last, sentence.last - std::min(sentence.last, 2U));
  for (std::uint32_t i = from; i < sentence.last; ++i) {
    if (reading_.word(i) == ".") return true;
  }
  return false;
}

// Another verb than this one, which may be a noun: "Votes on Friday were void", "on Friday cost
// him".
bool SentenceView::has_verb_but(std::uint32_t verb, text::TokenRange sentence,
                                text::TokenRange expression) const {
  if (expression.last < sentence.last && is(expression.last, Cue::base_verb)) return true;
  for (std::uint32_t i = sentence.first; i < sentence.last; ++i) {
    if (i != verb && (cue(i) != Tense::none || is(i, Cue::present_be))) return true;
  }
  return false;
}

bool SentenceView::by_timetable(std::uint32_t verb, text::TokenRange expression) const {
  if (!is(verb, Cue::timetable) || reading_.tokens.has(verb, text::starts_upper)) return false;
  text::TokenRange here = sentence(verb);
  if (!is_told(here, expression) || names_what_was(expression) ||
      has_any(Cue::aftermath, verb + 1, expression.first)) {
    return false;
  }
  here.first = std::max(here.first, verb - std::min(verb, words_around));
  here.last = std::min(here.last, expression.last + words_around);
  if (value(verb, Cue::timetable) == "now") return is_under_way(verb, here.first);
  const std::string_view particle = value(verb, Cue::timetable, "with");
  if (!particle.empty() && (verb + 1 >= here.last || reading_.word(verb + 1) != particle))
    return false;
  const bool many = value(verb, Cue::timetable) == "many";
  const bool noun = !value(verb, Cue::timetable, "noun").empty();
  if (noun && expression.last < here.last && is(expression.last, Cue::content_clause))
    return false;  // "follows reports on Monday that"
  const bool open =
      noun && !has_object(verb, expression.first) && has_verb_but(verb, here, expression);
  if (!has_subject(verb, here.first, many, open)) return false;
  return !noun || !has_past(expression.last, here.last);
}

}  // namespace dateline::time
