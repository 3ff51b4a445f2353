// CentroidOpt (Ghalandari, 2017; for timelines Gholipour Ghalandari and Ifrim, ACL 2020): greedily
// add the sentence that brings the sum of the chosen ones closest to the sum of all. Sentences too
// short to tell something and too long to read are left out while there are others; so is what
// repeats a chosen one.
#include "merge/days/choose.h"

#include <algorithm>
#include <cmath>

namespace dateline::merge {
namespace {

constexpr float same_thing = 0.6F;

struct Length {
  std::uint32_t least, most;
};
constexpr Length wanted[] = {{12, 40}, {8, 60}, {0, 0xFFFFFFFF}};

// Those of a readable length; of any length where there are none.
std::vector<std::size_t> readable(const std::vector<std::size_t>& pool,
                                  const std::vector<std::uint32_t>& lengths) {
  std::vector<std::size_t> kept;
  for (const Length& length : wanted) {
    for (const std::size_t i : pool) {
      if (lengths[i] >= length.least && lengths[i] <= length.most) kept.push_back(i);
    }
    if (!kept.empty()) break;
  }
  return kept;
}

}  // namespace

std::size_t most_sentences(std::uint32_t documents) {
  return documents < 2 ? 1
                       : std::min<std::size_t>(documents + 3, 8);  // some of them tell of one event
}

std::vector<std::size_t> Chooser::choose(const std::vector<Vector>& sentences,
                                         const std::vector<std::uint32_t>& lengths,
                                         const std::vector<std::size_t>& candidates,
                                         std::size_t vocabulary, std::size_t most) {
  all_.clear();
  for (const std::size_t i : candidates) all_.add(sentences[i], 1, vocabulary);
  std::vector<std::size_t> pool = readable(candidates, lengths), chosen;
  toward_.resize(sentences.size());
  told_.assign(sentences.size(), 0);
  for (const std::size_t i : pool) toward_[i] = all_.dot(sentences[i]);
  float reached = 0,
        square = 0;  // of the sum of the chosen: its product with `all`, its length squared
  while (chosen.size() < most && !pool.empty()) {
    std::size_t best = 0;
    float best_value = -1, best_square = 0;
    for (std::size_t i = 0; i < pool.size(); ++i) {
      const float next = square + 2 * told_[pool[i]] + 1;
      const float value = (reached + toward_[pool[i]]) / std::sqrt(std::max(next, 1e-9F));
      if (value > best_value) {
        best = i;
        best_value = value;
        best_square = next;
      }
    }
    const std::size_t sentence = pool[best];
    latest_.clear();
    latest_.add(sentences[sentence], 1, vocabulary);
    std::erase_if(pool, [&](std::size_t other) {
      const float likeness = latest_.dot(sentences[other]);
      told_[other] += likeness;
      return other == sentence || likeness > same_thing;
    });
    chosen.push_back(sentence);
    reached += toward_[sentence];
    square = best_square;
  }
  return chosen;
}

}  // namespace dateline::merge
