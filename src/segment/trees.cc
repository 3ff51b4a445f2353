// Evaluation runs tree by tree over blocks of rows. The questions are vector compares; where the
// machine has wide vectors, the values are looked up in them too. The sums are the same on every
// machine, in the same order.
#include "segment/trees.h"

#include <algorithm>
#include <cmath>
#include <cstring>

#if defined(__x86_64__) && defined(__GNUC__) && !defined(__clang__) && \
    !defined(__SANITIZE_ADDRESS__)
#define DATELINE_WIDE 1
#define DATELINE_FOR(machine) __attribute__((target(machine)))
#else
#define DATELINE_FOR(machine)
#endif

namespace dateline::segment {

namespace {

constexpr std::size_t block = 32;
using Bytes = std::uint8_t __attribute__((vector_size(block)));

// The leaves that one tree leads a block of rows to. The columns are padded: a block may reach
// beyond the last row.
[[gnu::always_inline]] inline void find_leaves(const Tree& tree, const Features& features,
                                               std::size_t start, Bytes& leaves) {
  leaves = Bytes{};
  for (std::size_t level = 0; level < tree_depth; ++level) {
    Bytes cells;
    std::memcpy(&cells, features.column(tree.feature[level]) + start, block);
    leaves = leaves + leaves -
             reinterpret_cast<Bytes>(cells > tree.threshold[level]);  // a true compare is -1
  }
}

DATELINE_FOR("default")
void add_trees(const std::vector<Tree>& trees, const Features& features, std::size_t start,
               float* out) {
  for (const Tree& tree : trees) {
    Bytes leaves;
    find_leaves(tree, features, start, leaves);
    for (std::size_t i = 0; i < block; ++i) out[i] += tree.value[leaves[i]];
  }
}

#ifdef DATELINE_WIDE
// A tree's 32 values are four vectors of eight: a row's value is picked out of the lower or the
// upper two. The sums stay in registers, those of every fourth row in one: there a 32-bit place has
// the row's leaf as one of its bytes.
DATELINE_FOR("avx2")
void add_trees(const std::vector<Tree>& trees, const Features& features, std::size_t start,
               float* out) {
  using Floats = float __attribute__((vector_size(32)));
  using Places = std::int32_t __attribute__((vector_size(32)));
  static_assert(tree_leaves == 32);
  Floats sums[4];
  for (std::size_t i = 0; i < block; ++i) sums[i % 4][i / 4] = out[i];
  for (const Tree& tree : trees) {
    Bytes leaves;
    find_leaves(tree, features, start, leaves);
    Floats a, b, c, d;
    std::memcpy(&a, tree.value, sizeof a);
    std::memcpy(&b, tree.value + 8, sizeof b);
    std::memcpy(&c, tree.value + 16, sizeof c);
    std::memcpy(&d, tree.value + 24, sizeof d);
    const Places places = reinterpret_cast<Places>(leaves);
    for (int k = 0; k < 4; ++k) {
      const Places at = places >> (8 * k) & 31;
      sums[k] += at < 16 ? __builtin_shuffle(a, b, at) : __builtin_shuffle(c, d, at);
    }
  }
  for (std::size_t i = 0; i < block; ++i) out[i] = sums[i % 4][i / 4];
}
#endif

}  // namespace

std::vector<float> evaluate(const Model& model, const Features& features) {
  std::vector<float> sums((features.rows() + block - 1) / block * block, model.bias);
  for (std::size_t start = 0; start < sums.size(); start += block) {
    add_trees(model.trees, features, start, sums.data() + start);
  }
  sums.resize(features.rows());
  return sums;
}

std::uint8_t to_byte(float log_odds) {
  return static_cast<std::uint8_t>(std::clamp(128.0F + log_odds * 20.0F, 0.0F, 255.0F));
}

float probability(float log_odds) { return 1.0F / (1.0F + std::exp(-log_odds)); }

}  // namespace dateline::segment
