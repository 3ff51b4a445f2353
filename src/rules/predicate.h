// What stands between { and } in a pattern, or a literal: a condition on one token.
//
// Conditions are not tested on the text: an area asks each of them once for every kind of token
// that can occur, and gives tokens of which the same conditions hold the same symbol.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "rules/lexicon.h"

namespace dateline::rules {

// What can be told of a token without its text.
struct TokenKind {
  ComboId combo = 0;
  bool known = false;  // stands in some word list
  bool word = false;
  bool number = false;
  bool upper = false;
  bool caps = false;
  bool glued = false;
  bool newline = false;
  std::uint32_t value = 0;  // of a number
  std::uint8_t digits = 0;  // of a number; 5 means five or more
};

class Predicate {
 public:
  // `text` is what stands between the braces, without a capture's name. An error message where it
  // is malformed or names a class that no list has.
  [[nodiscard]] static std::optional<Predicate> parse(std::string_view text, const Lexicon& lexicon,
                                                      std::string& error);
  // One folded token.
  [[nodiscard]] static Predicate literal(std::string_view token, const Lexicon& lexicon);

  [[nodiscard]] bool holds(const TokenKind& token, const Lexicon& lexicon) const;
  // Is the text a single class name? Such predicates are captured under it.
  [[nodiscard]] static bool is_plain_class(std::string_view text, const Lexicon& lexicon);
  // Adds the classes that it asks for, and the ends of its number ranges.
  void collect(std::vector<ClassId>& classes, std::vector<std::uint32_t>& ends) const;
  [[nodiscard]] bool uses(std::string_view what) const;  // "Capital" "CAPS" "glued" "newline" ...

 private:
  enum class Op : std::uint8_t { cls, range, digits, shape, negate, both, either };
  enum class Shape : std::uint8_t { word, upper, caps, lower, mark, any, glued, newline, unknown };
  struct Node {
    Op op;
    Shape shape;
    ClassId cls;
    std::uint32_t low, high;
  };
  class Parser;
  [[nodiscard]] bool leaf(const Node& node, const TokenKind& token, const Lexicon& lexicon) const;

  std::vector<Node> postfix_;
};

}  // namespace dateline::rules
