// Looking around an expression within its sentence: where the sentence begins and ends, and whether
// its words speak of what is over or of what is to come.
#pragma once

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

// The word lists that the code itself asks for; what they hold is the language's own.
struct CueLists {
  rules::ClassId future = rules::no_class;
  rules::ClassId past = rules::no_class;
  rules::ClassId link = rules::no_class;
  rules::ClassId perfect =
      rules::no_class;  // puts a future cue into the past: "had been scheduled"
  rules::ClassId infinitive = rules::no_class;  // stands before an infinitive
  rules::ClassId base_verb = rules::no_class;
  rules::ClassId prospective =
      rules::no_class;  // an infinitive after it is still to come: "set to resume"
  rules::ClassId intent =
      rules::no_class;  // past cues that speak of what is to come: "promised", "agreed"
  rules::ClassId present_be = rules::no_class;      // "is", before a participle
  rules::ClassId content_clause = rules::no_class;  // "said Monday that"
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
  // Only a cue that stands right before it: "it rained in April".
  [[nodiscard]] Tense tense_beside(text::TokenRange expression) const;
  // The first token of the sentence that holds `token`, not farther back than `most` tokens.
  [[nodiscard]] std::uint32_t start(std::uint32_t token, std::uint32_t most) const;

 private:
  [[nodiscard]] text::TokenRange sentence(std::uint32_t token) const;
  [[nodiscard]] bool is(std::uint32_t token, rules::ClassId list) const;
  [[nodiscard]] std::string_view value(std::uint32_t token, rules::ClassId list) const;
  [[nodiscard]] Tense tense_before(text::TokenRange expression, Infinitives infinitives,
                                   std::uint32_t reach) const;
  [[nodiscard]] bool is_infinitive(std::uint32_t token, std::uint32_t first) const;
  [[nodiscard]] bool is_announced(std::uint32_t infinitive, std::uint32_t first) const;
  [[nodiscard]] bool in_past_group(std::uint32_t token, std::uint32_t first) const;
  [[nodiscard]] bool in_future_group(std::uint32_t token, std::uint32_t first) const;
  [[nodiscard]] Tense cue(std::uint32_t token) const;

  const Rules& rules_;
  const rules::Reading& reading_;
  text::TokenRange range_;
  const CueLists& lists_;
  mutable std::vector<text::TokenRange> sentences_;  // of the range; split when first asked for
};

}  // namespace dateline::time
