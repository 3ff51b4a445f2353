// --check-rules asks a second engine: RE2 must accept every pattern, and tell the same captures of
// every match that a rule has in its own examples.
#include <optional>
#include <vector>

#include "rules/pack.h"
#include "rules/re2_oracle.h"
#include "rules/spelling.h"

namespace dateline::rules {
namespace {

// The patterns of a folder's rules, each all `find`s of one; conditions are numbered as in the
// compiled folder.
std::vector<PatternNode> patterns_of(const Matcher& matcher, const Lexicon& lexicon) {
  std::vector<PatternNode> out;
  PredicateTable predicates;
  std::string error;
  for (const Rule& rule : matcher.rules()) {
    PatternNode& node = out.emplace_back();
    node.kind = PatternNode::Kind::alternatives;
    for (const Field& field : rule.fields) {
      if (field.key != "find" && !field.key.ends_with("before") && !field.key.ends_with("after"))
        continue;
      auto parsed = parse_pattern(field.value, lexicon, predicates, error);
      if (field.key == "find" && parsed) node.children.push_back(std::move(*parsed));
    }
  }
  return out;
}

// What the matcher says that the rule's captures took, counted from the match.
std::vector<std::optional<Re2Oracle::Stretch>> told_by(const Match& match) {
  std::vector<std::optional<Re2Oracle::Stretch>> told;
  for (const Capture& capture : match.captures) {
    told.emplace_back(std::in_place, capture.tokens.first - match.tokens.first,
                      capture.tokens.last - match.tokens.first);
  }
  return told;
}

class CrossCheck {
 public:
  CrossCheck(const Rules& rules, const Matcher& matcher, Problems& problems)
      : rules_(rules), matcher_(matcher), problems_(problems) {}

  // How many matches were compared.
  std::size_t run() {
    std::size_t compared = 0;
    const std::vector<PatternNode> patterns = patterns_of(matcher_, rules_.impl().lexicon);
    for (const RuleProgram& compiled : matcher_.program().rules) {
      const Rule& rule = matcher_.rules()[compiled.number];
      const Re2Oracle oracle(patterns[compiled.number], matcher_.program().alphabet);
      if (!oracle.good()) {
        complain(rule, rule.line,
                 "RE2 rejects a pattern of " + std::string(rule.name) + ": " + oracle.error());
        continue;
      }
      for (const Field& field : rule.fields) {
        if (field.key == "yes") compared += compare(rule, oracle, field);
      }
    }
    return compared;
  }

 private:
  std::size_t compare(const Rule& rule, const Re2Oracle& oracle, const Field& example) {
    Reading reading;
    read_text(rules_, example.value, reading);
    const text::TokenRange all{0, reading.tokens.size()};
    std::vector<Match> matches;
    matcher_.find(reading, all, matches);
    std::erase_if(matches, [&rule](const Match& match) { return match.rule != &rule; });
    if (matches.empty()) return 0;
    Spelling spelling(matcher_.program().alphabet, rules_.impl().lexicon, reading, all,
                      *reading.memory);
    const Re2Oracle::Symbols symbols = spelling.stretch(0, spelling.size());
    for (const Match& match : matches) {
      auto expected = oracle.captures(symbols.subspan(match.tokens.first, match.tokens.size()));
      if (expected) std::erase(*expected, std::nullopt);
      if (expected && told_by(match) == *expected) continue;
      complain(rule, example.line,
               "RE2 reads an example of " + std::string(rule.name) + " otherwise");
    }
    return matches.size();
  }

  void complain(const Rule& rule, std::uint32_t line, std::string message) {
    problems_.push_back({Severity::error, "rules.pattern", std::move(message), "see docs/rules.md",
                         std::string(rule.file), line, 1, "rule " + std::string(rule.name)});
  }

  const Rules& rules_;
  const Matcher& matcher_;
  Problems& problems_;
};

}  // namespace

std::size_t check_by_re2(const Rules& rules, Problems& problems) {
  std::size_t compared = 0;
  for (const auto& [folder, matcher] : rules.impl().areas)
    compared += CrossCheck(rules, *matcher, problems).run();
  return compared;
}

}  // namespace dateline::rules
