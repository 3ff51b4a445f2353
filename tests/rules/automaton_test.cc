// The automaton against its oracle: RE2 over the same symbols, rule by rule.
#include "rules/automaton.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "rules/random_rules.h"
#include "rules/re2_oracle.h"

namespace dateline::rules {
namespace {

std::size_t by_automaton(const RandomRules& rules, std::size_t rule,
                         std::span<const std::uint16_t> symbols) {
  std::size_t longest = 0;
  for (const Automaton& automaton : rules.program.automata) {
    Automaton::Walk walk(automaton);
    for (std::size_t at = 0; at < symbols.size() && walk.step(symbols[at]); ++at) {
      const auto ending = walk.rules();
      if (std::find(ending.begin(), ending.end(), rule) != ending.end()) longest = at + 1;
    }
  }
  return longest;
}

TEST(Automaton, AgreesWithRE2OnRandomRulesAndTexts) {
  std::mt19937 random(7);
  std::size_t matches = 0;
  for (int round = 0; round < 60; ++round) {
    const RandomRules rules = random_rules(random);
    ASSERT_FALSE(rules.program.automata.empty());
    const auto symbols = random_symbols(random, rules);
    for (std::size_t rule = 0; rule < rules.nodes.size(); ++rule) {
      const Re2Oracle oracle(rules.nodes[rule], rules.program.alphabet);
      ASSERT_TRUE(oracle.good()) << rules.patterns[rule];
      for (std::size_t at = 0; at < symbols.size(); at += 3) {
        const auto rest = std::span(symbols).subspan(at);
        const std::size_t length = oracle.longest(rest);
        ASSERT_EQ(by_automaton(rules, rule, rest), length) << rules.patterns[rule];
        matches += length > 0;
      }
    }
  }
  EXPECT_GT(matches, 300u);
}

TEST(Automaton, IsTheSameAfterSavingAndLoading) {
  std::mt19937 random(11);
  const RandomRules rules = random_rules(random);
  const Automaton& first = rules.program.automata.at(0);
  Archive archive;
  first.save(archive);
  const std::string bytes = archive.take();
  std::vector<std::uint64_t> aligned((bytes.size() + 7) / 8);
  std::memcpy(aligned.data(), bytes.data(), bytes.size());
  ArchiveReader reader({reinterpret_cast<const char*>(aligned.data()), bytes.size()});
  const Automaton loaded = Automaton::load(reader);
  ASSERT_EQ(loaded.states(), first.states());
  const auto symbols = random_symbols(random, rules);
  for (std::uint16_t state = 0; state < loaded.states(); ++state) {
    for (const std::uint16_t symbol : symbols) {
      EXPECT_EQ(loaded.next(state, symbol), first.next(state, symbol));
    }
  }
}

}  // namespace
}  // namespace dateline::rules
