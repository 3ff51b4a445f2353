// Heads of articles that leave little doubt: a headline, below it a byline, a date or a dateline,
// and then paragraphs that repeat its words; or paragraphs of another topic; or, without a
// headline, the second byline or dateline of a dump.
#pragma once

#include <cstddef>
#include <vector>

#include "segment/kinds/cues.h"

namespace dateline::segment {

struct Head {
  // Lines: the headline, or what there is instead; the first paragraph.
  std::size_t first = 0, text = 0;
  bool follows_text = false;  // of another topic
};

// In order, none inside of another or above its first two paragraphs. `cues`: one a line.
[[nodiscard]] std::vector<Head> find_heads(const rules::Reading& reading,
                                           const std::vector<Line>& lines,
                                           const std::vector<LineCue>& cues);

}  // namespace dateline::segment
