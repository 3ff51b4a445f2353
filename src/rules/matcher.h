// Finds an area's rules in a text: the automata give the longest match at each token and the rules
// that end there; the tracer checks contexts and tells captures.
#pragma once

#include <optional>
#include <span>
#include <vector>

#include "rules/lexicon.h"
#include "rules/program.h"
#include "rules/rules.h"

namespace dateline::rules {

class Matcher final : public Area {
 public:
  // `rules` are those that `program` was compiled from; `lexicon` must outlive the matcher.
  Matcher(std::vector<Rule> rules, AreaProgram program, const Lexicon& lexicon);

  [[nodiscard]] std::span<const Rule> rules() const override { return rules_; }
  [[nodiscard]] const AreaProgram& program() const { return program_; }
  void find(const Reading& reading, text::TokenRange range,
            std::vector<Match>& matches) const override;
  [[nodiscard]] std::optional<Match> match_start(const Reading& reading,
                                                 text::TokenRange range) const override;

 private:
  class Search;
  void note_starts();
  [[nodiscard]] bool may_start(const Reading& reading, std::uint32_t token) const {
    return kind_starts_[reading.kinds[token]] != 0 || reading.tokens.has(token, number_flag_);
  }

  std::vector<Rule> rules_;
  AreaProgram program_;
  const Lexicon& lexicon_;
  std::vector<char>
      kind_starts_;  // by kind of words: can a match begin with one that is not in a phrase
  std::uint16_t number_flag_ = 0;  // text::is_number if a match can begin with a number
};

}  // namespace dateline::rules
