// Private to src/merge: the total order of entries: start, end, precision, type, first evidence.
#pragma once

#include <cstdint>
#include <vector>

#include "dateline/event.h"

namespace dateline::merge {

// What they are sorted by first, and then.
[[nodiscard]] std::uint64_t days_in_order(const Date& date);
[[nodiscard]] std::uint16_t kind_in_order(const Date& date, EventType type);

// Sorts the events, which most often are; gives, for each old index, the new one.
[[nodiscard]] std::vector<std::uint32_t> sort_events(std::vector<Event>& events);

}  // namespace dateline::merge
