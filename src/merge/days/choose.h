// Private to src/merge: which sentences of a day to show.
#pragma once

#include <cstdint>
#include <vector>

#include "merge/records/words.h"

namespace dateline::merge {

// How many sentences to choose for a day that so many documents tell of.
[[nodiscard]] std::size_t most_sentences(std::uint32_t documents);

// Keeps its buffers from day to day.
class Chooser {
 public:
  // Which of `candidates` to show, best first; all of these say together what the day is about.
  // `lengths` are in words.
  [[nodiscard]] std::vector<std::size_t> choose(const std::vector<Vector>& sentences,
                                                const std::vector<std::uint32_t>& lengths,
                                                const std::vector<std::size_t>& candidates,
                                                std::size_t vocabulary, std::size_t most);

 private:
  Sum all_, latest_;
  std::vector<float> toward_;  // of each sentence: its product with the sum of all
  std::vector<float> told_;    // and with that of the chosen
};

}  // namespace dateline::merge
