// Finds an area's rules in a text: the automata give the longest match at each token and the rules
// that end there; the tracer checks contexts and tells captures.
#pragma once

#include <optional>
#include <span>
#include <vector>

#include "rules/lexicon.h"
#include "rules/program.h"
#include "rules/rules.h"
#include "rules/starts.h"

namespace dateline::rules {

class Matcher final : public Area {
 public:
  // `rules` are those that `program` was compiled from; `lexicon` must outlive the matcher; `start`
  // is the program's bit.
  Matcher(std::vector<Rule> rules, AreaProgram program, const Lexicon& lexicon, Starts::Mask start);

  [[nodiscard]] std::span<const Rule> rules() const override { return rules_; }
  [[nodiscard]] const AreaProgram& program() const { return program_; }
  void find(const Reading& reading, text::TokenRange range,
            std::vector<Match>& matches) const override;
  [[nodiscard]] std::optional<Match> match_start(const Reading& reading,
                                                 text::TokenRange range) const override;
  [[nodiscard]] std::optional<Match> match_whole(const Reading& reading,
                                                 text::TokenRange range) const override;

 private:
  class Search;
  [[nodiscard]] std::uint32_t next_start(const Reading& reading, std::uint32_t token,
                                         std::uint32_t last) const;

  std::vector<Rule> rules_;
  AreaProgram program_;
  const Lexicon& lexicon_;
  Starts::Mask start_;
};

}  // namespace dateline::rules
