// Which lines of a dump are the text of its articles: the classifier's scores of single lines, seen
// over the page.
#pragma once

#include <vector>

#include "segment/kinds/page.h"

namespace dateline::segment {

// One a line. What a rule knows to be a picture's, a byline or a date is never text. `scores`:
// log-odds.
[[nodiscard]] std::vector<bool> core_lines(const rules::Reading& reading, const Page& page,
                                           const std::vector<float>& scores);

}  // namespace dateline::segment
