// Finds an area's rules in a text: one RE2 pass over the symbols for the spans, a second look at each distinct span for
// the rule and its captures, remembered per worker.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "rules/lexicon.h"
#include "rules/program.h"
#include "rules/rules.h"

namespace dateline::rules {

class Matcher final : public Area {
 public:
  // `rules` are those that `program` was compiled from; `lexicon` must outlive the matcher; `number` is its place in a
  // worker's memory. Appends an error where RE2 rejects the rules together; each alone is compiled at first use, or by
  // check().
  Matcher(std::vector<Rule> rules, AreaProgram program, const Lexicon& lexicon, std::size_t number, Problems& problems);
  ~Matcher() override;

  [[nodiscard]] std::span<const Rule> rules() const override { return rules_; }
  [[nodiscard]] const AreaProgram& program() const { return program_; }
  void find(const Reading& reading, text::TokenRange range, std::vector<Match>& matches) const override;
  // Compiles every rule and appends an error for each that RE2 rejects.
  void check(Problems& problems) const;

 private:
  struct Compiled;
  struct Found {
    std::size_t begin = 0, end = 0;
  };
  [[nodiscard]] bool next(std::string_view symbols, Found from, bool anchored, Found& found) const;
  bool accept(const Reading& reading, text::TokenRange range, std::string_view symbols, Found found,
              std::vector<Match>& matches) const;
  [[nodiscard]] bool context_holds(std::size_t rule, std::string_view symbols, Found found) const;

  std::vector<Rule> rules_;
  AreaProgram program_;
  const Lexicon& lexicon_;
  std::size_t number_;
  std::unique_ptr<Compiled> compiled_;
};

}  // namespace dateline::rules
