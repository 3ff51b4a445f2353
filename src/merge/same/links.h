// Private to src/merge: events that belong together but are not one: a plan and what followed, a
// claim and its denial.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "merge/records/record.h"

namespace dateline::merge {

struct Link {
  std::uint32_t from = 0, to = 0;  // the first records of two events
  std::string_view relation;       // of `from` to `to`: "follows", "denies"
};

// `event` is what same_events() gave. The result is the same for any number of jobs.
[[nodiscard]] std::vector<Link> find_links(const Records& records,
                                           const std::vector<std::uint32_t>& event, unsigned jobs);

}  // namespace dateline::merge
