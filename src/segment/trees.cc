// Evaluation runs tree by tree over blocks of rows. The questions are vector compares; where the
// machine has wide vectors, the values are looked up in them too. Sums are whole numbers, the same
// on every machine.
#include "segment/trees.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstring>

#include "segment/wide.h"

#ifdef DATELINE_WIDE
#include <immintrin.h>
#endif

namespace dateline::segment {

namespace {

constexpr std::size_t block = Features::block;
using Bytes = std::uint8_t __attribute__((vector_size(block)));

// The leaves that one tree leads a block of rows to. The noes are counted, as vectors compare
// unsigned bytes for "at most" in two steps and for "greater" in three.
[[gnu::always_inline]] inline void find_leaves(const Tree& tree, const Features& features,
                                               std::size_t start, Bytes& leaves) {
  Bytes noes{};
  for (std::size_t level = 0; level < tree_depth; ++level) {
    Bytes cells;
    std::memcpy(&cells, features.column(tree.feature[level]) + start, block);
    noes = noes + noes -
           reinterpret_cast<Bytes>(cells <= tree.threshold[level]);  // a true compare is -1
  }
  leaves = static_cast<std::uint8_t>(tree_leaves - 1) - noes;
}

std::int16_t saturated(int sum) {
  return static_cast<std::int16_t>(std::clamp(sum, INT16_MIN, INT16_MAX));
}

DATELINE_FOR("default")
void add_trees(const std::vector<Tree>& trees, const Features& features, std::size_t start,
               std::int16_t* sums) {
  for (const Tree& tree : trees) {
    Bytes leaves;
    find_leaves(tree, features, start, leaves);
    for (std::size_t i = 0; i < block; ++i) sums[i] = saturated(sums[i] + tree.value[leaves[i]]);
  }
}

#ifdef DATELINE_WIDE
DATELINE_FOR("avx2")
inline __m256i load(const std::int16_t* numbers) {
  return _mm256_loadu_si256(reinterpret_cast<const __m256i*>(numbers));
}

DATELINE_FOR("avx2")
inline void store(std::int16_t* numbers, __m256i vector) {
  _mm256_storeu_si256(reinterpret_cast<__m256i*>(numbers), vector);
}

// One of a table's 32 bytes for each leaf: looked up in its lower 16 and in its upper 16, and the
// right one taken by the leaf's highest bit, which stands on top of the bytes of `upper`.
DATELINE_FOR("avx2")
inline __m256i look_up(const std::uint8_t* table, __m256i leaves, __m256i upper) {
  const __m128i* const parts = reinterpret_cast<const __m128i*>(table);
  const __m256i first = _mm256_broadcastsi128_si256(_mm_loadu_si128(parts)),
                second = _mm256_broadcastsi128_si256(_mm_loadu_si128(parts + 1));
  return _mm256_blendv_epi8(_mm256_shuffle_epi8(first, leaves), _mm256_shuffle_epi8(second, leaves),
                            upper);
}

// Low and high bytes of the values are paired within the halves of a vector: so one sum holds the
// rows 0-7 and 16-23, the other 8-15 and 24-31.
DATELINE_FOR("avx2")
void add_trees(const std::vector<Tree>& trees, const Features& features, std::size_t start,
               std::int16_t* sums) {
  static_assert(tree_leaves == 32 && block == 32);
  const __m256i first = load(sums), second = load(sums + 16);
  __m256i one = _mm256_permute2x128_si256(first, second, 0x20),
          other = _mm256_permute2x128_si256(first, second, 0x31);
  for (const Tree& tree : trees) {
    Bytes found;
    find_leaves(tree, features, start, found);
    const __m256i leaves = reinterpret_cast<__m256i>(found);
    const __m256i upper = _mm256_slli_epi16(leaves, 3);
    const __m256i low = look_up(tree.value.low(), leaves, upper),
                  high = look_up(tree.value.high(), leaves, upper);
    one = _mm256_adds_epi16(one, _mm256_unpacklo_epi8(low, high));
    other = _mm256_adds_epi16(other, _mm256_unpackhi_epi8(low, high));
  }
  store(sums, _mm256_permute2x128_si256(one, other, 0x20));
  store(sums + 16, _mm256_permute2x128_si256(one, other, 0x31));
}
#endif

}  // namespace

std::vector<float> evaluate(const Model& model, const Features& features) {
  std::vector<float> scores(features.rows());
  for (std::size_t start = 0; start < scores.size(); start += block) {
    std::array<std::int16_t, block> sums;
    sums.fill(model.bias);
    add_trees(model.trees, features, start, sums.data());
    const std::size_t rows = std::min(block, scores.size() - start);
    for (std::size_t i = 0; i < rows; ++i) scores[start + i] = static_cast<float>(sums[i]) / 1000;
  }
  return scores;
}

std::uint8_t to_byte(float log_odds) {
  return static_cast<std::uint8_t>(std::clamp(128.0F + log_odds * 20.0F, 0.0F, 255.0F));
}

float probability(float log_odds) { return 1.0F / (1.0F + std::exp(-log_odds)); }

}  // namespace dateline::segment
