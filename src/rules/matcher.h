// Finds an area's rules in a text: one RE2 pass over the symbols for the spans, a second look at each distinct span for
// the rule and its captures, remembered per worker.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "rules/lexicon.h"
#include "rules/pattern.h"
#include "rules/rules.h"

namespace dateline::rules {

class Matcher final : public Area {
 public:
  // Takes the rules of one folder in order of priority; appends errors for patterns that do not compile. `lexicon` must
  // outlive the matcher. `number` is the matcher's place in a worker's memory.
  Matcher(std::vector<Rule> rules, const Lexicon& lexicon, std::size_t number, Problems& problems);
  ~Matcher() override;

  [[nodiscard]] std::span<const Rule> rules() const override { return rules_; }
  void find(const Reading& reading, text::TokenRange range, std::vector<Match>& matches) const override;

 private:
  struct Compiled;
  struct Found;
  void compile(Problems& problems);
  [[nodiscard]] bool next(std::string_view symbols, std::size_t from, std::size_t limit, bool anchored, Found& found) const;
  bool accept(const Reading& reading, text::TokenRange range, std::string_view symbols, std::size_t begin,
              std::size_t end, std::vector<Match>& matches) const;
  [[nodiscard]] bool context_holds(std::size_t rule, std::string_view symbols, std::size_t begin, std::size_t end) const;

  std::vector<Rule> rules_;
  const Lexicon& lexicon_;
  std::size_t number_;
  std::unique_ptr<Compiled> compiled_;
};

}  // namespace dateline::rules
