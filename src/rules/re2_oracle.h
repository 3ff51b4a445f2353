// RE2 as the oracle of automata and tracer, in the tests and for --check-rules: a pattern as a
// regular expression over symbols, each a two-byte character.
#pragma once

#include <re2/re2.h>

#include <optional>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "rules/alphabet.h"
#include "rules/pattern.h"

namespace dateline::rules {

class Re2Oracle {
 public:
  using Symbols = std::span<const std::uint16_t>;
  using Stretch = std::pair<std::size_t, std::size_t>;  // symbols, half-open

  Re2Oracle(const PatternNode& pattern, const Alphabet& alphabet);

  // False where RE2 rejects the pattern: what the other functions say is then nothing.
  [[nodiscard]] bool good() const { return regex_.ok() && suffix_.ok(); }
  [[nodiscard]] const std::string& error() const {
    return regex_.ok() ? suffix_.error() : regex_.error();
  }
  // How many symbols the longest match at the beginning takes; 0 where there is none.
  [[nodiscard]] std::size_t longest(Symbols symbols) const;
  // What each captured atom takes where all symbols match; nothing where they do not.
  [[nodiscard]] std::optional<std::vector<std::optional<Stretch>>> captures(Symbols symbols) const;
  [[nodiscard]] bool matches_beginning(Symbols symbols) const;
  [[nodiscard]] bool matches_end(Symbols symbols) const;

 private:
  RE2 regex_, suffix_;
};

}  // namespace dateline::rules
