// A pattern as a tree: sequence, alternatives, repetition, atoms. Atoms are numbered conditions of
// their area.
#pragma once

#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "rules/predicate.h"

namespace dateline::rules {

struct PatternNode {
  enum class Kind : std::uint8_t { atom, sequence, alternatives, repeat };
  Kind kind = Kind::sequence;
  std::uint32_t predicate = 0;  // of an atom
  std::string capture;          // of an atom; empty where not captured
  char repeat = 0;              // ? * +
  std::vector<PatternNode> children;
};

// The conditions of one area, each kept once.
class PredicateTable {
 public:
  std::uint32_t add(const std::string& key, Predicate predicate);
  [[nodiscard]] const std::vector<Predicate>& all() const { return predicates_; }

 private:
  std::vector<Predicate> predicates_;
  std::unordered_map<std::string, std::uint32_t> ids_;
};

// Nothing and an error message where the pattern is malformed.
[[nodiscard]] std::optional<PatternNode> parse_pattern(std::string_view text,
                                                       const Lexicon& lexicon,
                                                       PredicateTable& predicates,
                                                       std::string& error);

// The literal tokens (folded) that a pattern uses; before the lexicon is built.
void collect_literals(std::string_view text, const std::function<void(std::string_view)>& add);

}  // namespace dateline::rules
