// Private to src/merge: which records tell of one event. Blocking first, then comparison inside a block: never all
// pairs. The blocks are made by sorting keys, each record is compared with a bounded number of events of its blocks.
#pragma once

#include <cstdint>
#include <vector>

#include "merge/record.h"

namespace dateline::merge {

// The event of each record: the index of its first record in `records.all`.
[[nodiscard]] std::vector<std::uint32_t> same_events(const Records& records);

// How well two records agree; 0: they are not one event.
[[nodiscard]] int agreement(const Records& records, const Record& a, const Record& b);

}  // namespace dateline::merge
