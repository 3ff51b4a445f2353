// Where find() looks, against where the automata match.
#include "rules/starts.h"

#include <gtest/gtest.h>

#include "rules/random_rules.h"

namespace dateline::rules {
namespace {

bool begins_match(const RandomRules& rules, std::span<const std::uint16_t> symbols) {
  for (const Automaton& automaton : rules.program.automata) {
    Automaton::Walk walk(automaton);
    for (std::size_t at = 0; at < symbols.size() && walk.step(symbols[at]); ++at) {
      if (walk.ends_rules()) return true;
    }
  }
  return false;
}

Starts::Mask mask_at(const Starts& starts, const RandomRules& rules, const Reading& reading,
                     std::uint32_t token) {
  unsigned mask =
      starts.of_token(reading.kinds[token], reading.words[token] != 0, reading.tokens.flags[token]);
  for (const Phrase& phrase : reading.phrases) {
    if (phrase.first == token) mask |= starts.of_phrase(rules.lexicon.combo(phrase.word));
  }
  return static_cast<Starts::Mask>(mask);
}

TEST(Starts, HaveABitForEachTokenThatBeginsAMatch) {
  std::mt19937 random(23);
  std::size_t begun = 0, passed_over = 0;
  for (int round = 0; round < 60; ++round) {
    const RandomRules rules = random_rules(random);
    Starts starts(rules.lexicon);
    const Starts::Mask bit = starts.add(rules.program);
    std::string text;
    const Reading reading = random_reading(random, rules, text);
    const auto symbols = symbols_of(rules, reading);
    for (std::uint32_t token = 0; token < reading.tokens.size(); ++token) {
      const bool marked = (mask_at(starts, rules, reading, token) & bit) != 0;
      const bool begins = begins_match(rules, std::span(symbols).subspan(token));
      ASSERT_TRUE(marked || !begins) << text << " at " << token;
      begun += begins;
      passed_over += !marked;
    }
  }
  EXPECT_GT(begun, 100u);
  EXPECT_GT(passed_over, 20u);  // most random patterns can begin with nearly any word
}

TEST(Starts, GiveEachAreaItsBitUntilTheyRunOut) {
  std::mt19937 random(5);
  const RandomRules rules = random_rules(random);
  Starts starts(rules.lexicon);
  unsigned bits = 0;
  for (unsigned i = 0; i < Starts::masks; ++i) bits |= starts.add(rules.program);
  EXPECT_EQ(bits, 0xFFu);
  EXPECT_EQ(starts.add(rules.program), 1);
}

}  // namespace
}  // namespace dateline::rules
