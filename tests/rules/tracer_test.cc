// The tracer against its oracle, on random rules and on all rules of the built-in pack.
#include "rules/tracer.h"

#include <gtest/gtest.h>

#include "rules/pack.h"
#include "rules/random_rules.h"
#include "rules/re2_oracle.h"

namespace dateline::rules {
namespace {

using Captures = std::optional<std::vector<std::optional<Re2Oracle::Stretch>>>;
using Symbols = Re2Oracle::Symbols;

Captures by_tracer(const AreaProgram& program, const RuleProgram& rule, Symbols symbols) {
  Tracer tracer;
  tracer.set_stretch(symbols, Direction::rightwards);
  if (!tracer.matches_all(rule.pattern, {program.steps.data(), program.steps.size()},
                          program.alphabet))
    return {};
  std::vector<std::optional<Re2Oracle::Stretch>> out;
  for (std::size_t i = 0; i < rule.captures.size(); ++i) {
    const Tracer::Taken* taken = tracer.taken_by(static_cast<std::uint16_t>(i + 1));
    out.emplace_back();
    if (taken != nullptr) out.back() = Re2Oracle::Stretch{taken->first, taken->last};
  }
  return out;
}

TEST(Tracer, TellsTheCapturesThatRE2Tells) {
  std::mt19937 random(3);
  std::size_t captured = 0;
  for (int round = 0; round < 60; ++round) {
    const RandomRules rules = random_rules(random);
    const auto symbols = random_symbols(random, rules);
    for (std::size_t rule = 0; rule < rules.nodes.size(); ++rule) {
      const Re2Oracle oracle(rules.nodes[rule], rules.program.alphabet);
      for (std::size_t begin = 0; begin < symbols.size(); begin += 4) {
        for (std::size_t size = 1; size < 8 && begin + size <= symbols.size(); ++size) {
          const Symbols stretch = std::span(symbols).subspan(begin, size);
          const Captures expected = oracle.captures(stretch);
          ASSERT_EQ(by_tracer(rules.program, rules.program.rules[rule], stretch), expected)
              << rules.patterns[rule];
          captured += expected && !expected->empty();
        }
      }
    }
  }
  EXPECT_GT(captured, 300u);
}

TEST(Tracer, ChecksContextsOnBothSidesAsRE2Does) {
  std::mt19937 random(5);
  std::size_t held = 0;
  for (int round = 0; round < 60; ++round) {
    const RandomRules rules = random_rules(random);
    const auto symbols = random_symbols(random, rules);
    for (const PatternNode& node : rules.nodes) {
      const Re2Oracle oracle(node, rules.program.alphabet);
      std::vector<std::string> names;
      std::vector<PatternStep> steps;
      const PatternCode right = *code_pattern(node, Direction::rightwards, names, steps);
      const PatternCode left = *code_pattern(node, Direction::leftwards, names, steps);
      for (std::size_t at = 0; at < symbols.size(); ++at) {
        const Symbols before = std::span(symbols).first(at), after = std::span(symbols).subspan(at);
        Tracer tracer;
        tracer.set_stretch(before, Direction::leftwards);
        const bool ends = tracer.matches_some(left, steps, rules.program.alphabet);
        ASSERT_EQ(ends, oracle.matches_end(before));
        tracer.set_stretch(after, Direction::rightwards);
        ASSERT_EQ(tracer.matches_some(right, steps, rules.program.alphabet),
                  oracle.matches_beginning(after));
        held += ends;
      }
    }
  }
  EXPECT_GT(held, 300u);
}

TEST(Tracer, NoMatchBeginsWithASymbolThatIsNotAmongTheFirstOnes) {
  std::mt19937 random(9);
  std::size_t ruled_out = 0;
  for (int round = 0; round < 60; ++round) {
    const RandomRules rules = random_rules(random);
    const auto symbols = random_symbols(random, rules);
    const std::span<const PatternStep> steps(rules.program.steps.data(),
                                             rules.program.steps.size());
    for (const RuleProgram& rule : rules.program.rules) {
      const auto firsts = first_symbols(rule.pattern, steps, rules.program.alphabet);
      for (std::size_t at = 0; at < symbols.size(); ++at) {
        if ((firsts[symbols[at] / 64] >> (symbols[at] % 64) & 1) != 0) continue;
        Tracer tracer;
        tracer.set_stretch(std::span(symbols).subspan(at), Direction::rightwards);
        EXPECT_FALSE(tracer.matches_some(rule.pattern, steps, rules.program.alphabet));
        ++ruled_out;
      }
    }
  }
  EXPECT_GT(ruled_out, 300u);
}

TEST(Tracer, TellsTheCapturesOfAllExamplesOfTheBuiltInRules) {
  Problems problems;
  const auto rules = Rules::load({}, problems);
  EXPECT_GT(check_by_re2(*rules, problems), 250u);
  for (const Problem& problem : problems) ADD_FAILURE() << problem.message;
}

}  // namespace
}  // namespace dateline::rules
