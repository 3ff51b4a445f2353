// RE2 as the oracle of automata and tracer: a pattern as a regular expression over symbols, each a two-byte character.
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
  using Stretch = std::pair<std::size_t, std::size_t>;   // symbols, half-open

  Re2Oracle(const PatternNode& pattern, const Alphabet& alphabet)
      : alphabet_(alphabet), regex_(expression(pattern), options()), suffix_("(?:" + regex_.pattern() + ")\\z", options()) {}

  [[nodiscard]] bool good() const { return regex_.ok() && suffix_.ok(); }
  // How many symbols the longest match at the beginning takes; 0 where there is none.
  [[nodiscard]] std::size_t longest(Symbols symbols) const {
    const std::string text = encoded(symbols);
    re2::StringPiece match;
    return regex_.Match(text, 0, text.size(), RE2::ANCHOR_START, &match, 1) ? match.size() / 2 : 0;
  }
  // What each captured atom takes where all symbols match; nothing where they do not.
  [[nodiscard]] std::optional<std::vector<std::optional<Stretch>>> captures(Symbols symbols) const {
    const std::string text = encoded(symbols);
    std::vector<re2::StringPiece> groups(static_cast<std::size_t>(regex_.NumberOfCapturingGroups()) + 1);
    if (!regex_.Match(text, 0, text.size(), RE2::ANCHOR_BOTH, groups.data(), static_cast<int>(groups.size()))) return {};
    std::vector<std::optional<Stretch>> out;
    for (std::size_t i = 1; i < groups.size(); ++i) {
      out.emplace_back();
      if (groups[i].data() == nullptr) continue;
      const auto first = static_cast<std::size_t>(groups[i].data() - text.data()) / 2;
      out.back() = Stretch{first, first + groups[i].size() / 2};
    }
    return out;
  }
  [[nodiscard]] bool matches_beginning(Symbols symbols) const {
    const std::string text = encoded(symbols);
    return regex_.Match(text, 0, text.size(), RE2::ANCHOR_START, nullptr, 0);
  }
  [[nodiscard]] bool matches_end(Symbols symbols) const {
    const std::string text = encoded(symbols);
    return suffix_.Match(text, 0, text.size(), RE2::UNANCHORED, nullptr, 0);
  }

 private:
  static constexpr std::uint32_t base = 0x80;   // characters of two bytes: up to U+07FF

  static RE2::Options options() {
    RE2::Options out;
    out.set_longest_match(true);
    return out;
  }
  static std::string encoded(Symbols symbols) {
    std::string out;
    for (const std::uint16_t symbol : symbols) {
      out += static_cast<char>(0xC0 | ((base + symbol) >> 6));
      out += static_cast<char>(0x80 | ((base + symbol) & 0x3F));
    }
    return out;
  }
  static std::string character(std::uint32_t symbol) {
    char out[16];
    std::snprintf(out, sizeof out, "\\x{%x}", base + symbol);
    return out;
  }

  // A token of which the condition holds, with the later tokens of a phrase.
  [[nodiscard]] std::string atom(std::uint32_t predicate) const {
    std::string set;
    for (std::uint16_t symbol = 0; symbol < alphabet_.size(); ++symbol) {
      if (alphabet_.meets(symbol, predicate)) set += character(symbol);
    }
    if (set.empty()) return "[^\\x{00}-\\x{10ffff}]";
    return "(?:[" + set + "]" + character(Alphabet::continuation) + "*)";
  }
  [[nodiscard]] std::string expression(const PatternNode& node) const {
    std::string out;
    switch (node.kind) {
      case PatternNode::Kind::atom:
        return (node.capture.empty() ? "(?:" : "(") + atom(node.predicate) + ")";
      case PatternNode::Kind::repeat:
        return "(?:" + expression(node.children[0]) + ")" + node.repeat;
      case PatternNode::Kind::sequence:
        for (const PatternNode& child : node.children) out += expression(child);
        break;
      case PatternNode::Kind::alternatives:
        for (const PatternNode& child : node.children) out += (out.empty() ? "" : "|") + expression(child);
        break;
    }
    return "(?:" + out + ")";
  }

  const Alphabet& alphabet_;
  RE2 regex_, suffix_;
};

}  // namespace dateline::rules
