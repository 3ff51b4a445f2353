// Which of a page's dates is the article's own: the one that stands with its title and byline.
#pragma once

#include <optional>
#include <vector>

#include "segment/stamps.h"
#include "segment/structure.h"

namespace dateline::segment {

struct LineStamp {
  std::size_t line = 0;
  Stamp stamp;
};

struct HeaderDate {
  const LineStamp* stamp = nullptr;
  Confidence confidence = Confidence::low;
};

// The dates that stand outside running text, in order, and what surrounds them.
struct PageDates {
  const StampReader& reader;
  const rules::Reading& reading;
  const Page& page;
  const Structure& structure;
  const std::vector<LineStamp>& stamps;
  bool month_first = true;
};

[[nodiscard]] HeaderDate find_header_date(const PageDates& dates, std::uint32_t article);

}  // namespace dateline::segment
