// Rules and texts drawn at random, for comparing the engine with its oracle.
#pragma once

#include <array>
#include <random>
#include <string>
#include <string_view>
#include <vector>

#include "rules/program.h"
#include "rules/spelling.h"

namespace dateline::rules {

constexpr std::array<std::string_view, 4> random_words = {"a", "b", "c", "d"};

inline std::string random_pattern(std::mt19937& random, int depth) {
  const auto pick = [&random](unsigned n) { return static_cast<unsigned>(random() % n); };
  if (depth == 0 || pick(3) == 0) {
    constexpr std::array<std::string_view, 8> atoms = {
        "a", "b", "c", "{1-31}", "{n:1-31}", "{w:word}", "{number|x}", "{x}"};
    return std::string(atoms[pick(atoms.size())]);
  }
  const std::string left = random_pattern(random, depth - 1);
  const std::string right = random_pattern(random, depth - 1);
  switch (pick(6)) {
    case 0:
      return "(" + left + "|" + right + ")";
    case 1:
      return "(" + left + ")? " + right;
    case 2:
      return "(" + left + ")+ " + right;
    case 3:
      return "(" + left + ")* " + right;
    case 4:
      return "((" + left + ")? " + right + ")+";
    default:
      return left + " " + right;
  }
}

struct RandomRules {
  std::vector<std::string> patterns;
  Lexicon lexicon;
  PredicateTable predicates;
  std::vector<PatternNode> nodes;  // of the patterns
  AreaProgram program;
};

// One rule a pattern; `d` is a word of the list x, and `b c` a phrase of it.
inline RandomRules random_rules(std::mt19937& random) {
  RandomRules out;
  Problems problems;
  LexiconBuilder builder;
  builder.add_list({"x.tsv", "", "x", SourceKind::word_list, "form\nb c\nd\n"}, problems);
  for (const std::string_view word : random_words) builder.add_literal(word);
  out.lexicon = Lexicon(builder.build());
  for (int i = 0; i < 5; ++i) out.patterns.push_back(random_pattern(random, 3));
  std::vector<Rule> rules;
  std::string error;
  for (const std::string& pattern : out.patterns) {
    rules.push_back({0, "r", "f", 1, {{"find", pattern, 1}}});
    out.nodes.push_back(*parse_pattern(pattern, out.lexicon, out.predicates, error));
  }
  out.program =
      compile_area(rules, out.lexicon, problems);  // numbers the conditions as out.predicates does
  return out;
}

// A reading keeps no text of its own: `text` is set to what it reads.
inline Reading random_reading(std::mt19937& random, const RandomRules& rules, std::string& text) {
  Reading reading;
  text.clear();
  for (int i = 0; i < 30; ++i) {
    text += random() % 5 == 0 ? std::to_string(random() % 60)
                              : std::string(random_words[random() % random_words.size()]);
    text += ' ';
  }
  reading.text = text;
  text::tokenize(text, reading.tokens);
  for (std::uint32_t i = 0; i < reading.tokens.size(); ++i) {
    reading.words.push_back(rules.lexicon.find(reading.tokens.hash[i], reading.word(i), true));
    reading.kinds.push_back(rules.lexicon.combo(reading.words.back()));
    Phrase phrase;
    if (rules.lexicon.phrase_at(reading.tokens, i, reading.words[i], phrase))
      reading.phrases.push_back(phrase);
  }
  return reading;
}

inline std::vector<std::uint16_t> symbols_of(const RandomRules& rules, const Reading& reading) {
  MatchMemory memory;
  Spelling spelling(rules.program.alphabet, rules.lexicon, reading, {0, reading.tokens.size()},
                    memory);
  const auto all = spelling.stretch(0, spelling.size());
  return {all.begin(), all.end()};
}

inline std::vector<std::uint16_t> random_symbols(std::mt19937& random, const RandomRules& rules) {
  std::string text;
  return symbols_of(rules, random_reading(random, rules, text));
}

}  // namespace dateline::rules
