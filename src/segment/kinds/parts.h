// A dump may hold several pages or stories one after another. The classifier knows pages with one
// article: each is given to it alone.
#pragma once

#include <cstddef>
#include <vector>

#include "segment/kinds/page.h"

namespace dateline::segment {

// The first line of each part; one only, 0, where nothing says that there are more.
[[nodiscard]] std::vector<std::size_t> find_parts(const Page& page);

// The lines from the first up to the last as a page of their own.
[[nodiscard]] Page part_of(const Page& page, std::size_t first, std::size_t last);

}  // namespace dateline::segment
