// Inputs into Documents: list, decode, one file per kind. Never fails as a whole: what cannot be used becomes a Problem
// that names the file (and line), and the rest goes on.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "dateline/document.h"
#include "dateline/problem.h"

namespace dateline::read {

struct Options {
  std::vector<std::pair<std::string, std::string>> fields;   // --field text=KEY
};

// Files and folders (walked, sorted bytewise, symlinks not followed) and "-", in a fixed order; what is no regular file
// is named in `problems`.
[[nodiscard]] std::vector<std::string> list_inputs(const std::vector<std::string>& paths, Problems& problems);

// Every document of one input, in order. `sink` may return false to stop.
using Sink = std::function<bool(Document&&)>;
void read_file(const std::string& path, const Options& options, const Sink& sink, Problems& problems);

}  // namespace dateline::read
