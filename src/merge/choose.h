// Private to src/merge: which sentences of a day to show.
#pragma once

#include <cstdint>
#include <vector>

#include "merge/words.h"

namespace dateline::merge {

// How many sentences to choose for a day that so many documents tell of.
[[nodiscard]] std::size_t most_sentences(std::uint32_t documents);

// Indices of the chosen sentences, best first. `lengths` are in words.
[[nodiscard]] std::vector<std::size_t> choose(const std::vector<Vector>& sentences,
                                              const std::vector<std::uint32_t>& lengths, std::size_t vocabulary,
                                              std::size_t most);

}  // namespace dateline::merge
