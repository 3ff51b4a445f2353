// A live report is a row of entries under clock times, each with a sentence, most of them text
// already: then all are.
#pragma once

#include <vector>

#include "segment/kinds/page.h"

namespace dateline::segment {

// Adds the entries to the lines that are text. `scores`: log-odds.
void add_entries(const Page& page, const std::vector<float>& scores, std::vector<bool>& core);

}  // namespace dateline::segment
