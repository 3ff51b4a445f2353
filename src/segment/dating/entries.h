// Liveblogs and chronologies: articles made of entries, each below a date of its own that its words
// count from.
#pragma once

#include <vector>

#include "segment/dating/header_date.h"

namespace dateline::segment {

struct Entry {
  std::size_t line = 0;  // that states the day; what follows up to the next entry was told then
  Day day = no_day;
};

// In order; none where the dates inside the article do not make such a series.
// Without a day of publication, dates that lack a year follow each other.
[[nodiscard]] std::vector<Entry> find_entries(const PageDates& dates, std::uint32_t article,
                                              const Published& published);

}  // namespace dateline::segment
