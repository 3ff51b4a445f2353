// CentroidOpt (Ghalandari, 2017; for timelines Gholipour Ghalandari and Ifrim, ACL 2020): greedily add the sentence
// that brings the sum of the chosen ones closest to the sum of all. Sentences too short to tell something and too long
// to read are left out while there are others; so is what repeats a chosen one.
#include "merge/choose.h"

#include <algorithm>
#include <cmath>

namespace dateline::merge {
namespace {

constexpr float same_thing = 0.6F;

struct Length {
  std::uint32_t least, most;
};
constexpr Length wanted[] = {{12, 40}, {8, 60}, {0, 0xFFFFFFFF}};

// The sentences of a readable length; of any length where there are none.
std::vector<std::size_t> readable(const std::vector<std::uint32_t>& lengths) {
  std::vector<std::size_t> pool;
  for (const Length& length : wanted) {
    for (std::size_t i = 0; i < lengths.size(); ++i) {
      if (lengths[i] >= length.least && lengths[i] <= length.most) pool.push_back(i);
    }
    if (!pool.empty()) break;
  }
  return pool;
}

}  // namespace

std::size_t most_sentences(std::uint32_t documents) {
  return documents < 2 ? 1 : std::min<std::size_t>(documents + 3, 8);   // some of them tell of one event
}

std::vector<std::size_t> choose(const std::vector<Vector>& sentences, const std::vector<std::uint32_t>& lengths,
                                std::size_t vocabulary, std::size_t most) {
  Sum all, taken;
  for (const Vector& sentence : sentences) all.add(sentence, 1, vocabulary);
  std::vector<std::size_t> pool = readable(lengths), chosen;
  std::vector<float> toward(sentences.size());
  for (const std::size_t i : pool) toward[i] = all.dot(sentences[i]);
  float reached = 0, square = 0;   // of the sum of the chosen: its product with `all`, its length squared
  while (chosen.size() < most && !pool.empty()) {
    std::size_t best = 0;
    float best_value = -1, best_square = 0;
    for (std::size_t i = 0; i < pool.size(); ++i) {
      const float next = square + 2 * taken.dot(sentences[pool[i]]) + 1;
      const float value = (reached + toward[pool[i]]) / std::sqrt(std::max(next, 1e-9F));
      if (value > best_value) {
        best = i;
        best_value = value;
        best_square = next;
      }
    }
    const std::size_t sentence = pool[best];
    std::erase_if(pool, [&](std::size_t other) {
      return other == sentence || cosine(sentences[sentence], sentences[other]) > same_thing;
    });
    chosen.push_back(sentence);
    taken.add(sentences[sentence], 1, vocabulary);
    reached += toward[sentence];
    square = best_square;
  }
  return chosen;
}

}  // namespace dateline::merge
