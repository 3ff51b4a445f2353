// Private to src/merge: the total order of entries: start, end, precision, type, first evidence.
#pragma once

#include <cstdint>
#include <vector>

#include "dateline/event.h"

namespace dateline::merge {

// Sorts the events; gives, for each old index, the new one.
[[nodiscard]] std::vector<std::uint32_t> sort_events(std::vector<Event>& events);

}  // namespace dateline::merge
