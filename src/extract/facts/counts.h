// How many several numbers in a row tell together: "two hundred and five", "1.5 million", "12 000".
#pragma once

#include <cstdint>

#include "extract/sentence/sentence.h"

namespace dateline::extract {

// A run of units that are numbers, with the "and" between them.
struct Count {
  Index first = none, last = none;  // units [first, last); none: no number stands there
  std::int32_t value = -1;          // -1: the run tells no exact number, or one past all bounds
};

// The whole run that the unit `i` is of.
[[nodiscard]] Count count_at(const Context& context, const Sentence& sentence, Index i);

}  // namespace dateline::extract
