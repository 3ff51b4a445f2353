// Lines that are pieces of one paragraph: text that was wrapped at a fixed width.
#pragma once

#include <string_view>
#include <vector>

#include "segment/lines.h"

namespace dateline::segment {

// Token ranges of the dump's logical lines: a paragraph of wrapped text is one, any other line stands for itself.
[[nodiscard]] std::vector<text::TokenRange> logical_lines(std::string_view text, const text::Tokens& tokens);

}  // namespace dateline::segment
