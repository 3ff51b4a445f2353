// What went wrong, as a value. The library never prints, exits or throws for bad input: it appends
// Problems, and the program decides what to show and which exit status follows.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace dateline {

enum class Severity : std::uint8_t {
  note,     // worth knowing; nothing was lost
  warning,  // an input or a part of it could not be used; the rest goes on
  error,    // nothing can be done: usage, configuration, rules, output
};

struct Problem {
  Severity severity = Severity::warning;
  std::string code;          // stable, such as "read.binary"; listed in docs/command-line.md
  std::string message;       // lower case, one sentence, no full stop
  std::string hint;          // what to do about it; may be empty
  std::string file;          // the input or rule file; may be empty
  std::uint32_t line = 0;    // counts from 1; 0 where there is none
  std::uint32_t column = 0;  // counts from 1; 0 where there is none
  std::string source_line;   // the offending line itself; may be empty
};

using Problems = std::vector<Problem>;

}  // namespace dateline
