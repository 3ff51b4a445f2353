// The automaton against its oracle: RE2 over the same symbols, rule by rule.
#include "rules/automaton.h"

#include <gtest/gtest.h>
#include <re2/re2.h>

#include <random>

#include "rules/program.h"

namespace dateline::rules {
namespace {

constexpr std::array<std::string_view, 4> words = {"a", "b", "c", "d"};

std::string random_pattern(std::mt19937& random, int depth) {
  const auto pick = [&random](unsigned n) { return static_cast<unsigned>(random() % n); };
  if (depth == 0 || pick(3) == 0) {
    constexpr std::array<std::string_view, 6> atoms = {"a", "b", "c", "{1-31}", "{word}", "{number|x}"};
    return std::string(atoms[pick(atoms.size())]);
  }
  const std::string left = random_pattern(random, depth - 1);
  const std::string right = random_pattern(random, depth - 1);
  switch (pick(5)) {
    case 0: return "(" + left + "|" + right + ")";
    case 1: return "(" + left + ")? " + right;
    case 2: return "(" + left + ")+ " + right;
    case 3: return "(" + left + ")* " + right;
    default: return left + " " + right;
  }
}

struct World {
  Lexicon lexicon;
  AreaProgram program;
};

World random_world(std::mt19937& random, std::vector<std::string>& patterns) {
  LexiconBuilder builder;
  Problems problems;
  builder.add_list({"x.tsv", "", "x", SourceKind::word_list, "form\nb c\nd\n"}, problems);
  for (const std::string_view word : words) builder.add_literal(word);
  World world{Lexicon(builder.build()), {}};
  std::vector<Rule> rules;
  patterns.clear();
  for (int i = 0; i < 5; ++i) patterns.push_back(random_pattern(random, 3));
  for (const std::string& pattern : patterns) {
    rules.push_back({0, "r", "f", 1, {{"find", pattern, 1}}});
  }
  world.program = compile_area(rules, world.lexicon, problems);
  EXPECT_TRUE(problems.empty());
  return world;
}

std::vector<std::uint16_t> random_symbols(std::mt19937& random, const World& world) {
  Reading reading;
  std::string text;
  for (int i = 0; i < 30; ++i) {
    text += random() % 5 == 0 ? std::to_string(random() % 60) : std::string(words[random() % words.size()]);
    text += ' ';
  }
  reading.text = text;
  text::tokenize(text, reading.tokens);
  for (std::uint32_t i = 0; i < reading.tokens.size(); ++i) {
    reading.words.push_back(world.lexicon.find(reading.tokens.hash[i], reading.word(i), true));
    reading.kinds.push_back(world.lexicon.combo(reading.words.back()));
    Phrase phrase;
    if (world.lexicon.phrase_at(reading.tokens, i, reading.words[i], phrase)) reading.phrases.push_back(phrase);
  }
  std::vector<std::uint16_t> symbols;
  world.program.alphabet.spell(reading, world.lexicon, {0, reading.tokens.size()}, symbols);
  return symbols;
}

// The length of the longest match of `rule` at the start of `symbols`; 0 where there is none.
std::size_t by_re2(const World& world, std::size_t rule, std::span<const std::uint16_t> symbols) {
  RE2::Options options;
  options.set_longest_match(true);
  options.set_encoding(RE2::Options::EncodingLatin1);
  const RE2 regex(world.program.rules[rule].captures, options);
  std::string encoded;
  world.program.alphabet.encode(symbols, encoded);
  re2::StringPiece match;
  if (!regex.Match(encoded, 0, encoded.size(), RE2::ANCHOR_START, &match, 1)) return 0;
  return match.size();
}

std::size_t by_automaton(const World& world, std::size_t rule, std::span<const std::uint16_t> symbols) {
  std::size_t longest = 0;
  for (const Automaton& automaton : world.program.automata) {
    std::uint16_t state = Automaton::start;
    for (std::size_t at = 0; at < symbols.size() && state != Automaton::dead; ++at) {
      state = automaton.next(state, symbols[at]);
      for (const std::uint16_t ending : automaton.rules_at(state)) {
        if (ending == rule) longest = at + 1;
      }
    }
  }
  return longest;
}

TEST(Automaton, AgreesWithRE2OnRandomRulesAndTexts) {
  std::mt19937 random(7);
  std::size_t matches = 0;
  for (int round = 0; round < 60; ++round) {
    std::vector<std::string> patterns;
    const World world = random_world(random, patterns);
    ASSERT_FALSE(world.program.automata.empty());
    const auto symbols = random_symbols(random, world);
    for (std::size_t rule = 0; rule < patterns.size(); ++rule) {
      for (std::size_t at = 0; at < symbols.size(); at += 3) {
        const auto rest = std::span(symbols).subspan(at);
        const std::size_t length = by_re2(world, rule, rest);
        ASSERT_EQ(by_automaton(world, rule, rest), length) << patterns[rule];
        matches += length > 0;
      }
    }
  }
  EXPECT_GT(matches, 300u);
}

TEST(Automaton, IsTheSameAfterSavingAndLoading) {
  std::mt19937 random(11);
  std::vector<std::string> patterns;
  const World world = random_world(random, patterns);
  const Automaton& first = world.program.automata.at(0);
  Archive archive;
  first.save(archive);
  const std::string bytes = archive.take();
  std::vector<std::uint64_t> aligned((bytes.size() + 7) / 8);
  std::memcpy(aligned.data(), bytes.data(), bytes.size());
  ArchiveReader reader({reinterpret_cast<const char*>(aligned.data()), bytes.size()});
  const Automaton loaded = Automaton::load(reader);
  ASSERT_EQ(loaded.states(), first.states());
  const auto symbols = random_symbols(random, world);
  for (std::uint16_t state = 0; state < loaded.states(); ++state) {
    for (const std::uint16_t symbol : symbols) {
      EXPECT_EQ(loaded.next(state, symbol), first.next(state, symbol));
    }
  }
}

}  // namespace
}  // namespace dateline::rules
