// Looking around an expression within its sentence: where the sentence begins and ends, and whether
// its words speak of what is over or of what is to come.
#pragma once

#include <array>
#include <cstdint>
#include <vector>

#include "rules/rules.h"

namespace dateline::time {

enum class Tense : std::uint8_t {
  none,
  past,
  future,
  intended
};  // intended: an infinitive, "agreed to meet in May"

// Infinitives look ahead where a month is meant (measured: 9 of 11), but not where a weekday is (6
// of 18).
enum class Infinitives : std::uint8_t { ignored, look_ahead };

// A day of what was still to be held: "ahead of Sunday's vote", "to win Sunday's vote".
enum class Announced : std::uint8_t { no, led_to, aimed_at };

// The word lists that the code itself asks for; what they hold is the language's own.
enum class Cue : std::uint8_t {
  future,
  past,
  link,
  perfect,     // puts a future cue into the past: "had been scheduled"
  infinitive,  // stands before an infinitive
  base_verb,
  prospective,     // an infinitive after it is still to come: "set to resume"
  intent,          // past cues that speak of what is to come: "promised", "agreed"
  present_be,      // "is", before a participle
  content_clause,  // "said Monday that"
  ahead,           // right before a day to come: "called a march for Sunday"
  timetable,       // in the present tense of a day to come: "arrives on Friday"
  subject,         // function words that a subject may hold
  function,        // all function words
  perceived,       // after "could" it tells of what was: "could see"
  aftermath,       // what follows it was before: "are leaving after a quake on Sunday"
  held_event,      // what is announced before it is held: "vote", "strike"
  before_event,    // what leads to such: "ahead of Sunday's vote", "called a strike on Friday"
  lasting,         // went on: "burned until Tuesday"
};
inline constexpr std::size_t cues = 19;

struct CueLists {
  std::array<rules::ClassId, cues> classes{};
  std::vector<std::uint64_t> masks;  // a bit a cue, by kind of word

  [[nodiscard]] bool has(const rules::Reading& reading, std::uint32_t token, Cue cue) const {
    return (masks[reading.kinds[token]] >> static_cast<unsigned>(cue) & 1) != 0;
  }
  template <typename... Cues>
  [[nodiscard]] bool has_one(const rules::Reading& reading, std::uint32_t token,
                             Cues... wanted) const {
    const std::uint64_t bits = ((std::uint64_t{1} << static_cast<unsigned>(wanted)) | ...);
    return (masks[reading.kinds[token]] & bits) != 0;
  }
  [[nodiscard]] rules::ClassId list(Cue cue) const {
    return classes[static_cast<std::size_t>(cue)];
  }
};

// `language` is tried as a prefix first: a second language has its own lists in the same lexicon.
[[nodiscard]] CueLists cue_lists(const Rules& rules, std::string_view language);

class SentenceView {
 public:
  SentenceView(const Rules& rules, const rules::Reading& reading, text::TokenRange range,
               const CueLists& lists)
      : rules_(rules), reading_(reading), range_(range), lists_(lists) {}

  // The nearest cue left of the expression, else the nearest to its right; looks at most some dozen
  // words far.
  [[nodiscard]] Tense tense_at(text::TokenRange expression, Infinitives infinitives) const;
  // Only a cue that stands shortly before it, or whose object does.
  [[nodiscard]] Tense tense_beside(text::TokenRange expression) const;
  // "Is expected to rise in the fourth quarter", "will rise in the"
  [[nodiscard]] bool is_expected(text::TokenRange expression) const;
  // Does the word before it make it one to come: "set for Friday", "postponed the vote to Friday"?
  // `moved_only`: by such a verb.
  [[nodiscard]] bool looks_ahead(text::TokenRange expression, bool moved_only) const;
  // "The June elections"
  [[nodiscard]] bool is_attribute(text::TokenRange expression) const;
  // "On 4 May 2010", "in May 2010"; at the beginning of its sentence
  [[nodiscard]] bool is_when(text::TokenRange expression) const;
  // Is it the day of what was still to be held: "ahead of Sunday's vote", "called a strike on
  // Friday"?
  [[nodiscard]] Announced announced(text::TokenRange expression) const;
  // "The king was to meet him on Friday"
  [[nodiscard]] bool was_to_be(text::TokenRange expression) const;
  // May the clock be of that day: "at 5 p.m. outside a bank in Kent on Tuesday"?
  [[nodiscard]] bool is_clock_of(text::TokenRange clock, text::TokenRange day) const;
  // The first token of the sentence that holds `token`, not farther back than `most` tokens.
  [[nodiscard]] std::uint32_t start(std::uint32_t token, std::uint32_t most) const;

 private:
  [[nodiscard]] text::TokenRange sentence(std::uint32_t token) const;
  [[nodiscard]] bool is(std::uint32_t token, Cue cue) const {
    return lists_.has(reading_, token, cue);
  }
  [[nodiscard]] std::string_view value(std::uint32_t token, Cue cue,
                                       std::string_view column = "value") const {
    return is(token, cue) ? rules::value(rules_, reading_.words[token], lists_.list(cue), column)
                          : std::string_view();
  }
  [[nodiscard]] Tense tense_before(text::TokenRange expression, Infinitives infinitives,
                                   std::uint32_t reach) const;
  [[nodiscard]] bool is_infinitive(std::uint32_t token, std::uint32_t first) const;
  [[nodiscard]] bool is_prospective(std::uint32_t token) const {
    const std::string_view what = value(token, Cue::prospective);
    return what == "1" || what == "day";
  }
  [[nodiscard]] bool is_announced(std::uint32_t infinitive, std::uint32_t first,
                                  text::TokenRange expression) const;
  [[nodiscard]] bool in_past_group(std::uint32_t token, std::uint32_t first) const;
  [[nodiscard]] bool in_future_group(std::uint32_t token, std::uint32_t first) const;
  [[nodiscard]] bool is_arranged(std::uint32_t token, std::uint32_t first,
                                 text::TokenRange expression) const;
  [[nodiscard]] Tense cue(std::uint32_t token) const {  // most words are none
    return lists_.has_one(reading_, token, Cue::future, Cue::past) ? tense_of(token) : Tense::none;
  }
  [[nodiscard]] Tense tense_of(std::uint32_t token) const;
  // May the word tell a tense, alone or with those beside it?
  [[nodiscard]] bool may_tell(std::uint32_t token) const {
    return lists_.has_one(reading_, token, Cue::future, Cue::past, Cue::perfect, Cue::base_verb,
                          Cue::timetable);
  }
  [[nodiscard]] bool is_possible(std::uint32_t modal) const;
  [[nodiscard]] bool names_what_was(text::TokenRange expression) const;

  [[nodiscard]] bool is_passive(std::uint32_t token, std::uint32_t first) const;
  [[nodiscard]] bool went_on(std::uint32_t future_cue, std::uint32_t first) const;
  [[nodiscard]] bool describes(std::uint32_t token, std::uint32_t last) const;

  // announced.cc
  [[nodiscard]] std::uint32_t event_before(text::TokenRange expression, std::uint32_t first) const;
  [[nodiscard]] bool is_event_of(text::TokenRange expression) const;
  [[nodiscard]] bool was_planned(std::uint32_t plan, std::uint32_t first) const;
  [[nodiscard]] bool is_put_off(text::TokenRange expression, std::uint32_t first) const;
  [[nodiscard]] bool is_demanded(std::uint32_t link, std::uint32_t first) const;
  [[nodiscard]] bool is_led_to(std::uint32_t event, std::uint32_t first) const;
  [[nodiscard]] bool is_aimed_at(std::uint32_t event, std::uint32_t first) const;

  // timetable.cc
  [[nodiscard]] bool by_timetable(std::uint32_t verb, text::TokenRange expression) const;
  [[nodiscard]] bool joins_subjects(std::uint32_t token) const;
  [[nodiscard]] bool is_under_way(std::uint32_t verb, std::uint32_t first) const;
  [[nodiscard]] bool is_told(text::TokenRange sentence, text::TokenRange expression) const;
  [[nodiscard]] bool has_past(std::uint32_t first, std::uint32_t last) const;
  [[nodiscard]] bool has_any(Cue cue, std::uint32_t first, std::uint32_t last) const;
  [[nodiscard]] bool is_plural(std::uint32_t token) const;
  [[nodiscard]] bool has_subject(std::uint32_t verb, std::uint32_t first, bool many,
                                 bool open) const;
  [[nodiscard]] bool has_verb_but(std::uint32_t verb, text::TokenRange sentence,
                                  text::TokenRange expression) const;
  [[nodiscard]] bool has_object(std::uint32_t verb, std::uint32_t end) const;

  const Rules& rules_;
  const rules::Reading& reading_;
  text::TokenRange range_;
  const CueLists& lists_;
  mutable std::vector<text::TokenRange> sentences_;  // of the range; split when first asked for
};

}  // namespace dateline::time
