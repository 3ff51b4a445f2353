// Lines that are pieces of one paragraph: wrapped at a fixed width, or broken at links and bold
// words.
#pragma once

#include <string_view>
#include <vector>

#include "segment/lines/lines.h"

namespace dateline::segment {

// Token ranges of the dump's logical lines: the pieces of a paragraph are one, any other line
// stands for itself.
[[nodiscard]] std::vector<text::TokenRange> logical_lines(std::string_view text,
                                                          const text::Tokens& tokens);

}  // namespace dateline::segment
