// On which line a byte stands.
#include <algorithm>

#include "text/text.h"

namespace dateline::text {

std::uint32_t LineCounter::line_of(std::uint32_t offset) {
  if (offset < at_)
    line_ -=
        static_cast<std::uint32_t>(std::count(text_.begin() + offset, text_.begin() + at_, '\n'));
  at_ = std::min(at_, offset);
  const std::string_view before = text_.substr(0, offset);
  for (std::size_t at = before.find('\n', at_); at != std::string_view::npos;
       at = before.find('\n', at + 1))
    ++line_;
  at_ = static_cast<std::uint32_t>(before.size());
  return line_;
}

}  // namespace dateline::text
