// On which line a byte stands.
#include <algorithm>

#include "text/text.h"

namespace dateline::text {

std::uint32_t LineCounter::line_of(std::uint32_t offset) {
  if (offset < at_) *this = LineCounter(text_);
  const auto between = text_.substr(at_, offset - at_);
  line_ += static_cast<std::uint32_t>(std::count(between.begin(), between.end(), '\n'));
  at_ = offset;
  return line_;
}

}  // namespace dateline::text
