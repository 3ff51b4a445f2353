// Patterns as RE2 reads them.
#include "rules/re2_oracle.h"

#include <cstdio>

namespace dateline::rules {
namespace {

constexpr std::uint32_t base = 0x80;  // characters of two bytes: up to U+07FF

RE2::Options options() {
  RE2::Options out;
  out.set_longest_match(true);
  out.set_log_errors(false);
  return out;
}

std::string encoded(Re2Oracle::Symbols symbols) {
  std::string out;
  for (const std::uint16_t symbol : symbols) {
    out += static_cast<char>(0xC0 | ((base + symbol) >> 6));
    out += static_cast<char>(0x80 | ((base + symbol) & 0x3F));
  }
  return out;
}

std::string character(std::uint32_t symbol) {
  char out[16];
  std::snprintf(out, sizeof out, "\\x{%x}", base + symbol);
  return out;
}

// A token of which the condition holds, with the later tokens of a phrase.
std::string atom(std::uint32_t predicate, const Alphabet& alphabet) {
  std::string set;
  for (std::uint16_t symbol = 0; symbol < alphabet.size(); ++symbol) {
    if (alphabet.meets(symbol, predicate)) set += character(symbol);
  }
  if (set.empty()) return "[^\\x{00}-\\x{10ffff}]";
  return "(?:[" + set + "]" + character(Alphabet::continuation) + "*)";
}

std::string expression(const PatternNode& node, const Alphabet& alphabet) {
  std::string out;
  switch (node.kind) {
    case PatternNode::Kind::atom:
      return (node.capture.empty() ? "(?:" : "(") + atom(node.predicate, alphabet) + ")";
    case PatternNode::Kind::repeat:
      return "(?:" + expression(node.children[0], alphabet) + ")" + node.repeat;
    case PatternNode::Kind::sequence:
      for (const PatternNode& child : node.children) out += expression(child, alphabet);
      break;
    case PatternNode::Kind::alternatives:
      for (const PatternNode& child : node.children)
        out += (out.empty() ? "" : "|") + expression(child, alphabet);
      break;
  }
  return "(?:" + out + ")";
}

}  // namespace

Re2Oracle::Re2Oracle(const PatternNode& pattern, const Alphabet& alphabet)
    : regex_(expression(pattern, alphabet), options()),
      suffix_("(?:" + regex_.pattern() + ")\\z", options()) {}

std::size_t Re2Oracle::longest(Symbols symbols) const {
  const std::string text = encoded(symbols);
  re2::StringPiece match;
  return regex_.Match(text, 0, text.size(), RE2::ANCHOR_START, &match, 1) ? match.size() / 2 : 0;
}

std::optional<std::vector<std::optional<Re2Oracle::Stretch>>> Re2Oracle::captures(
    Symbols symbols) const {
  const std::string text = encoded(symbols);
  std::vector<re2::StringPiece> groups(static_cast<std::size_t>(regex_.NumberOfCapturingGroups()) +
                                       1);
  if (!regex_.Match(text, 0, text.size(), RE2::ANCHOR_BOTH, groups.data(),
                    static_cast<int>(groups.size())))
    return {};
  std::vector<std::optional<Stretch>> out;
  for (std::size_t i = 1; i < groups.size(); ++i) {
    out.emplace_back();
    if (groups[i].data() == nullptr) continue;
    const auto first = static_cast<std::size_t>(groups[i].data() - text.data()) / 2;
    out.back() = Stretch{first, first + groups[i].size() / 2};
  }
  return out;
}

bool Re2Oracle::matches_beginning(Symbols symbols) const {
  const std::string text = encoded(symbols);
  return regex_.Match(text, 0, text.size(), RE2::ANCHOR_START, nullptr, 0);
}

bool Re2Oracle::matches_end(Symbols symbols) const {
  const std::string text = encoded(symbols);
  return suffix_.Match(text, 0, text.size(), RE2::UNANCHORED, nullptr, 0);
}

}  // namespace dateline::rules
