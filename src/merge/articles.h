// Private to src/merge: the extractions of one run, sorted and without repeats. Whatever order or sharding they came
// in, from here on everything is a function of this one sorted set.
#pragma once

#include <cstdint>
#include <vector>

#include "dateline/event.h"

namespace dateline::merge {

struct Articles {
  std::vector<Extraction> all;        // by document, article
  std::vector<std::uint32_t> group;   // of near-copies: the number of its first article

  // The publication day; no_day where it is not known to the day.
  [[nodiscard]] Day published(std::uint32_t article) const {
    const Date& date = all[article].source.published.date;
    return date.is_day() ? date.first : no_day;
  }
};

// Sorts, and keeps one of those that have document and article in common (the fuller one).
[[nodiscard]] Articles collect(std::vector<Extraction> extractions);

// Gives near-copies one group: three of four min-hashes agree, and they are at most two days apart.
void group_near_copies(Articles& articles);

}  // namespace dateline::merge
