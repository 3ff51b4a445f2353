// The flags: one list, from which the help is made as well.
#pragma once

#include <string>
#include <vector>

#include "cli/invocation.h"

namespace CLI {
class App;
}

namespace dateline::cli {

// The values as they were typed, each as often as it was given, before they are checked.
struct Typed {
  using Values = std::vector<std::string>;
  Values outputs, types, actors, places, query, fields;                 // repeatable
  Values format, from, until, published, since, before, colour, check;  // once
  Values min_sources, top, jobs;                                        // numbers, once
  bool quiet = false, verbose = false, no_progress = false, check_rules = false;
};

void add_flags(CLI::App& app, Typed& typed, Invocation& into);
// Turns what was typed into values; every mistake is named.
void check_flags(const Typed& typed, Invocation& into);

}  // namespace dateline::cli
