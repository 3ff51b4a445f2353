// Rule files: paragraphs of `key value` lines, as docs/rules.md describes. Only splits and checks
// the shape; what the keys mean is for the pattern compiler and the rooms.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "dateline/problem.h"
#include "rules/rules.h"
#include "rules/sources.h"

namespace dateline::rules {

// The rules of one file, in order, without ids. Views point into `source`, which must outlive them.
[[nodiscard]] std::vector<Rule> parse_paragraphs(const Source& source, Problems& problems);

}  // namespace dateline::rules
