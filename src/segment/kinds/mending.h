// What the classifier could not know of a line by itself is mended after its decision: a lead that
// a picture parts from the text, a last plain sentence, entries of a live report, stories of a
// summary.
#pragma once

#include <vector>

#include "segment/kinds/page.h"

namespace dateline::segment {

// Of three to twenty words, without an end mark, and nothing that a rule knows.
[[nodiscard]] bool is_headline(const Page& page, std::size_t i);

// A caption or a credit.
[[nodiscard]] bool is_of_picture(const Page& page, std::size_t i);

// A plain sentence that closes the text: set apart like the paragraph above it or above a picture,
// which is text, with hardly a word of a page's furniture. The classifier counts a line by its
// words and knows little of such short ones. `core`: which of the lines above are text.
[[nodiscard]] bool closes_text(const Page& page, const std::vector<float>& scores,
                               const std::vector<bool>& core, std::size_t i);

// Adds to the lines that are text. `scores`: log-odds.
void mend_core(const rules::Reading& reading, const Page& page, const std::vector<float>& scores,
               std::vector<bool>& core);

}  // namespace dateline::segment
