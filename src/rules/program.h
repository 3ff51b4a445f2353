// A folder of rules, compiled as far as text goes: the alphabet, the automata that find, and each rule's captures and
// contexts in RE2 syntax. Plain data, so
// that it can be made at build time and stored in the image; the matcher makes RE2 objects of it.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "dateline/problem.h"
#include "rules/automaton.h"
#include "rules/lexicon.h"
#include "rules/rules.h"
#include "rules/symbols.h"

namespace dateline::rules {

struct ContextProgram {
  bool wanted = true;                // before, after; false for not-before, not-after
  bool left = true;                  // before, not-before
  std::string regex;
};

struct RuleProgram {
  std::uint32_t number = 0;          // in the folder's list of rules
  std::string captures;              // the whole match, with a group for each captured atom
  std::vector<std::string> names;    // of the groups
  std::vector<ContextProgram> contexts;
};

struct AreaProgram {
  Alphabet alphabet;
  std::vector<Automaton> automata;   // of all `find`s
  std::vector<RuleProgram> rules;    // those that have a `find`, in order of priority

  void save(Archive& archive) const;
  [[nodiscard]] static AreaProgram load(ArchiveReader& reader);
};

// Appends errors for patterns that are malformed or name unknown classes.
[[nodiscard]] AreaProgram compile_area(std::span<const Rule> rules, const Lexicon& lexicon, Problems& problems);

}  // namespace dateline::rules
