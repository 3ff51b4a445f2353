// On which line a byte stands.
#include <algorithm>

#include "text/text.h"

namespace dateline::text {

// From one to the next: they are far apart.
std::size_t newlines_in(std::string_view text) {
  std::size_t count = 0;
  for (std::size_t at = text.find('\n'); at != std::string_view::npos; at = text.find('\n', at + 1))
    ++count;
  return count;
}

std::uint32_t LineCounter::line_of(std::uint32_t offset) {
  offset = std::min(offset, static_cast<std::uint32_t>(text_.size()));
  if (offset < at_)
    line_ -= static_cast<std::uint32_t>(newlines_in(text_.substr(offset, at_ - offset)));
  else
    line_ += static_cast<std::uint32_t>(newlines_in(text_.substr(at_, offset - at_)));
  at_ = offset;
  return line_;
}

}  // namespace dateline::text
