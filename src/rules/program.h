// A folder of rules, compiled: the alphabet, the automata that find, and each rule's captures and
// contexts as steps for the tracer. Plain data, so that it can be made at build time and stored in
// the image.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "dateline/problem.h"
#include "rules/alphabet.h"
#include "rules/automaton.h"
#include "rules/lexicon.h"
#include "rules/rules.h"
#include "rules/tracer.h"

namespace dateline::rules {

struct ContextProgram {
  bool wanted = true;                          // before, after; false for not-before, not-after
  Direction direction = Direction::leftwards;  // before, not-before
  PatternCode pattern;
  std::uint32_t firsts = 0;  // where its row of AreaProgram::first_symbols begins
};

struct RuleProgram {
  std::uint32_t number = 0;           // in the folder's list of rules
  PatternCode pattern;                // all `find`s
  std::vector<std::string> captures;  // their names
  std::vector<ContextProgram> contexts;
};

struct AreaProgram {
  Alphabet alphabet;
  std::vector<Automaton> automata;    // of all `find`s
  std::vector<RuleProgram> rules;     // those that have a `find`, in order of priority
  Flat<PatternStep> steps;            // of all patterns
  Flat<std::uint64_t> first_symbols;  // what each context can begin with: most are ruled out by the
                                      // symbol beside the match

  [[nodiscard]] bool may_begin(const ContextProgram& context, std::uint16_t symbol) const {
    return (first_symbols[context.firsts + symbol / 64U] >> (symbol % 64) & 1) != 0;
  }

  void save(Archive& archive) const;
  [[nodiscard]] static AreaProgram load(ArchiveReader& reader);
};

// Appends errors for patterns that are malformed or name unknown classes.
[[nodiscard]] AreaProgram compile_area(std::span<const Rule> rules, const Lexicon& lexicon,
                                       Problems& problems);

}  // namespace dateline::rules
