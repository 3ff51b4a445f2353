// The `find` patterns of a folder as a table: a deterministic automaton over symbols, made at build
// time.
//
// From a token it reads symbols until no rule can match any more; every state says which rules end
// there. Reading stops after `longest_match` symbols, so that a text costs time linear in its
// length whatever the rules are. Construction: Thompson's, then subsets (Aho, Sethi, Ullman,
// "Compilers", 3.7); RE2 is its oracle in the tests.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "rules/alphabet.h"
#include "rules/image.h"
#include "rules/pattern.h"

namespace dateline::rules {

class Automaton {
 public:
  static constexpr std::size_t longest_match = 64;  // symbols
  static constexpr std::uint16_t dead = 0;
  static constexpr std::uint16_t start = 1;

  Automaton() = default;

  [[nodiscard]] std::uint16_t next(std::uint16_t state, std::uint16_t symbol) const {
    return table_[state * classes_ + symbol_class_[symbol]];
  }
  [[nodiscard]] std::size_t states() const { return rules_begin_.size() - 1; }
  [[nodiscard]] std::size_t cells() const { return table_.size(); }

  void save(Archive& archive) const;
  [[nodiscard]] static Automaton load(ArchiveReader& reader);

  class Walk;

 private:
  friend class AutomatonBuilder;

  std::size_t classes_ = 0;
  Flat<std::uint16_t> symbol_class_;  // symbols that all states treat alike are one class
  Flat<std::uint16_t> table_;         // [state][class] -> state
  Flat<std::uint32_t> rules_begin_;
  Flat<std::uint16_t> rules_;
};

// A way through the states. The tables' places are kept at hand.
class Automaton::Walk {
 public:
  explicit Walk(const Automaton& automaton)
      : classes_(automaton.classes_),
        symbol_class_(automaton.symbol_class_.data()),
        table_(automaton.table_.data()),
        rules_begin_(automaton.rules_begin_.data()),
        rules_(automaton.rules_.data()) {}

  // False where no rule can match any more.
  bool step(std::uint16_t symbol) {
    state_ = table_[state_ * classes_ + symbol_class_[symbol]];
    return state_ != dead;
  }
  [[nodiscard]] bool ends_rules() const { return rules_begin_[state_] != rules_begin_[state_ + 1]; }
  // Those that end here, by number, in order of priority.
  [[nodiscard]] std::span<const std::uint16_t> rules() const {
    return {rules_ + rules_begin_[state_], rules_begin_[state_ + 1] - rules_begin_[state_]};
  }

 private:
  std::size_t state_ = start;
  std::size_t classes_;
  const std::uint16_t* symbol_class_;
  const std::uint16_t* table_;
  const std::uint32_t* rules_begin_;
  const std::uint16_t* rules_;
};

// `finds[i]` are the patterns of rule i. Rules that would need too large a table together are split
// among several automata; nothing where one rule alone is too intricate.
[[nodiscard]] std::optional<std::vector<Automaton>> build_automata(
    const std::vector<std::vector<PatternNode>>& finds, const Alphabet& alphabet);

}  // namespace dateline::rules
