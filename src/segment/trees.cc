// Evaluation runs tree by tree over blocks of rows, so that the compiler turns the questions into vector compares.
#include "segment/trees.h"

#include <algorithm>
#include <array>
#include <cmath>

// Wider vectors where the machine has them; the sums are the same, in the same order.
#if defined(__x86_64__) && defined(__GNUC__) && !defined(__clang__) && !defined(__SANITIZE_ADDRESS__)
#define DATELINE_CLONES __attribute__((target_clones("avx2", "default")))
#else
#define DATELINE_CLONES
#endif

namespace dateline::segment {

namespace {

constexpr std::size_t block = 64;

// One tree over one block of rows. All loops have a fixed length: the columns are padded.
DATELINE_CLONES void add_tree(const Tree& tree, const Features& features, std::size_t start, float* out) {
  std::array<std::uint8_t, block> index{};
  for (std::size_t level = 0; level < tree_depth; ++level) {
    const std::uint8_t* cells = features.column(tree.feature[level]) + start;
    const std::uint8_t threshold = tree.threshold[level];
    for (std::size_t i = 0; i < block; ++i) {
      index[i] = static_cast<std::uint8_t>(index[i] + index[i] + (cells[i] > threshold ? 1 : 0));
    }
  }
  for (std::size_t i = 0; i < block; ++i) out[i] += tree.value[index[i]];
}

}  // namespace

std::vector<float> evaluate(const Model& model, const Features& features) {
  std::vector<float> sums((features.rows() + block - 1) / block * block, model.bias);
  for (std::size_t start = 0; start < sums.size(); start += block) {
    for (const Tree& tree : model.trees) add_tree(tree, features, start, sums.data() + start);
  }
  sums.resize(features.rows());
  return sums;
}

std::uint8_t to_byte(float log_odds) {
  return static_cast<std::uint8_t>(std::clamp(128.0F + log_odds * 20.0F, 0.0F, 255.0F));
}

float probability(float log_odds) { return 1.0F / (1.0F + std::exp(-log_odds)); }

}  // namespace dateline::segment
