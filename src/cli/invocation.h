// What the user asked for: the flags, checked, as values.
#pragma once

#include <string>
#include <vector>

#include "dateline/pipeline.h"

namespace dateline::cli {

enum class Colour { automatic, always, never };
enum class Task { run, check_rules, show_text, fail };

struct Target {
  std::string path;  // "-": standard output
  Format format = Format::json;
};

struct Invocation {
  Task task = Task::run;
  RunOptions run;
  std::vector<Target> targets;
  std::string check;  // --check FILE; empty where not given
  Colour colour = Colour::automatic;
  bool progress = true;
  bool strict = false;
  int verbosity = 0;  // -1: errors only; 1: say what was done
  std::string text;   // help or version, for Task::show_text; usage, for Task::fail
  Problems problems;  // what is wrong with the flags, for Task::fail; else notes on them
};

[[nodiscard]] Invocation parse_flags(int count, const char* const* arguments);

}  // namespace dateline::cli
