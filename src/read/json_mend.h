// Mends what others write that is almost JSON, so that a parser takes it.
#pragma once

#include <string>
#include <string_view>

namespace dateline::read {

// Outside strings NaN and Infinity become null (Python writes them, JSON has no such words); inside
// strings halves of surrogate pairs become U+FFFD, and control characters blanks. `json` is valid
// UTF-8.
[[nodiscard]] std::string mend_json(std::string_view json);

}  // namespace dateline::read
