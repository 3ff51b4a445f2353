// Where lines start, and on which line a byte stands.
#include <algorithm>
#include <cstring>

#include "text/text.h"

namespace dateline::text {

std::vector<std::uint32_t> line_starts(std::string_view text) {
  std::vector<std::uint32_t> starts{0};
  for (std::size_t at = text.find('\n'); at != std::string_view::npos;
       at = text.find('\n', at + 1)) {
    if (at + 1 < text.size()) starts.push_back(static_cast<std::uint32_t>(at + 1));
  }
  return starts;
}

std::uint32_t line_at(const std::vector<std::uint32_t>& starts, std::uint32_t offset) {
  return static_cast<std::uint32_t>(std::upper_bound(starts.begin(), starts.end(), offset) -
                                    starts.begin());
}

}  // namespace dateline::text
