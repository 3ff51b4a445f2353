// Whether two stretches of text tell of the same: by the names in them, and by their other words.
#pragma once

#include <cstddef>
#include <vector>

#include "segment/lines/lines.h"

namespace dateline::segment {

struct LineRange {
  std::size_t first = 0, last = 0;  // half-open
};

// Does another story begin with the headline between the two, as far as words can tell? The text
// below repeats the headline and has hardly a name or another word of the text above.
[[nodiscard]] bool changes_topic(const text::Tokens& tokens, const std::vector<Line>& lines,
                                 LineRange above, std::size_t headline, LineRange below);

}  // namespace dateline::segment
