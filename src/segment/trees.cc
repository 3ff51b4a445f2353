// Evaluation runs tree by tree over blocks of rows, so that the compiler turns the questions into vector compares.
#include "segment/trees.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace dateline::segment {

std::vector<float> evaluate(const Model& model, const Features& features) {
  const std::size_t rows = features.rows();
  std::vector<float> sums(rows, model.bias);
  constexpr std::size_t block = 64;
  std::array<std::uint8_t, block> index;
  for (std::size_t start = 0; start < rows; start += block) {
    const std::size_t size = std::min(block, rows - start);
    for (const Tree& tree : model.trees) {
      index.fill(0);
      for (std::size_t level = 0; level < tree_depth; ++level) {
        const std::uint8_t* cells = features.column(tree.feature[level]) + start;
        const std::uint8_t threshold = tree.threshold[level];
        for (std::size_t i = 0; i < size; ++i) {
          index[i] = static_cast<std::uint8_t>((index[i] << 1) | (cells[i] > threshold ? 1 : 0));
        }
      }
      float* out = sums.data() + start;
      for (std::size_t i = 0; i < size; ++i) out[i] += tree.value[index[i]];
    }
  }
  return sums;
}

std::uint8_t to_byte(float log_odds) {
  return static_cast<std::uint8_t>(std::clamp(128.0F + log_odds * 20.0F, 0.0F, 255.0F));
}

float probability(float log_odds) { return 1.0F / (1.0F + std::exp(-log_odds)); }

}  // namespace dateline::segment
