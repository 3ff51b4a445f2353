// Finds an area's rules in a text: the automaton gives the longest match at each token and the rules that end there; RE2
// checks contexts and tells captures, which a worker remembers for each distinct span.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "rules/lexicon.h"
#include "rules/memory.h"
#include "rules/program.h"
#include "rules/rules.h"

namespace dateline::rules {

class Matcher final : public Area {
 public:
  // `rules` are those that `program` was compiled from; `lexicon` must outlive the matcher; `number` is its place in a
  // worker's memory.
  Matcher(std::vector<Rule> rules, AreaProgram program, const Lexicon& lexicon, std::size_t number);
  ~Matcher() override;

  [[nodiscard]] std::span<const Rule> rules() const override { return rules_; }
  [[nodiscard]] const AreaProgram& program() const { return program_; }
  void find(const Reading& reading, text::TokenRange range, std::vector<Match>& matches) const override;
  [[nodiscard]] std::optional<Match> match_start(const Reading& reading, text::TokenRange range) const override;
  // Compiles every rule and appends an error for each that RE2 rejects.
  void check(Problems& problems) const;

 private:
  struct Compiled;
  bool spell(const Reading& reading, text::TokenRange range) const;
  void ends_at(const Automaton& automaton, std::span<const std::uint16_t> symbols, std::size_t begin,
               std::vector<FoundSpan>& ends) const;
  bool match_at(const Reading& reading, text::TokenRange range, FoundSpan& found, std::vector<Match>& matches) const;
  bool accept(const Reading& reading, text::TokenRange range, FoundSpan found, std::vector<Match>& matches) const;
  [[nodiscard]] bool context_holds(std::size_t rule, MatchMemory& memory, FoundSpan found) const;
  [[nodiscard]] const std::vector<CaptureSlot>& slots_of(std::size_t rule, MatchMemory& memory, FoundSpan found) const;

  std::vector<Rule> rules_;
  AreaProgram program_;
  const Lexicon& lexicon_;
  std::size_t number_;
  std::vector<bool> starts_;    // by symbol: can a match begin with it
  std::unique_ptr<Compiled> compiled_;
};

}  // namespace dateline::rules
