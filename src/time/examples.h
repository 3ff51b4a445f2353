// Runs the examples that stand in the rule files.
//
//   yes  on Monday and Tuesday  ->  Monday = 2024-12-02 ; Tuesday = 2024-12-03  @ 2024-12-05
//
// Left of -> the text, right of it every expression that is found in it, in order: words, value,
// and optionally a type or mod=, quant=, freq=, from=, to=. After @ the publication date
// (2013-03-22 where none is given, - for unknown) and optionally `narrative`. The rule itself must
// have matched. In a `no` text the rule must not have matched.
#pragma once

#include <string>
#include <string_view>

#include "rules/rules.h"
#include "time/time.h"

namespace dateline::time {

class ExampleRunner {
 public:
  ExampleRunner(const Rules& rules, const rules::Area& area, const Tagger& tagger)
      : rules_(rules), area_(area), tagger_(tagger) {}

  // "" where the example holds, else what came out.
  [[nodiscard]] std::string check_yes(const rules::Rule& rule, std::string_view example) const;
  [[nodiscard]] std::string check_no(const rules::Rule& rule, std::string_view example) const;

 private:
  [[nodiscard]] std::vector<Timex> found_in(std::string_view text, const Context& context,
                                            rules::Reading& reading) const;
  [[nodiscard]] bool matched(const rules::Rule& rule, const rules::Reading& reading) const;

  const Rules& rules_;
  const rules::Area& area_;
  const Tagger& tagger_;
};

}  // namespace dateline::time
