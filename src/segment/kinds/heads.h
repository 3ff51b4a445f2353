// Heads of articles that leave little doubt: a headline, below it a byline, a date or a dateline,
// and then paragraphs that repeat its words.
#pragma once

#include <cstddef>
#include <vector>

#include "segment/kinds/cues.h"

namespace dateline::segment {

struct Head {
  std::size_t headline = 0, text = 0;  // lines; `text`: the first paragraph
};

// In order, none inside of another or above its first two paragraphs. `cues`: one a line.
[[nodiscard]] std::vector<Head> find_heads(const rules::Reading& reading,
                                           const std::vector<Line>& lines,
                                           const std::vector<LineCue>& cues);

}  // namespace dateline::segment
