// Evaluation runs over blocks of rows: first all questions, then tree by tree. The questions are
// vector compares; where the machine has wide vectors, the values are looked up in them too. Sums
// are whole numbers, the same on every machine.
#include "segment/kinds/forest.h"

#include <algorithm>
#include <array>
#include <compare>
#include <cstring>
#include <memory>

#include "segment/lines/wide.h"

#ifdef DATELINE_WIDE
#include <immintrin.h>
#endif

namespace dateline::segment {

namespace {

constexpr std::size_t block = Features::block;
using Bytes = std::uint8_t __attribute__((vector_size(block)));
using SignedBytes = std::int8_t __attribute__((vector_size(block)));

// What a block of rows answers to a question: -1 is yes.
struct Answers {
  Bytes rows;
};

// Sums of bytes in whole numbers of 16 bits, which are right however often they have overflowed, as
// long as the last sum fits.
struct Sums {
  std::array<std::uint16_t, block> rows{};
};

// Bytes are compared as signed numbers, which vectors can in one step.
[[gnu::always_inline]] inline void ask(const std::vector<Forest::Topic>& topics,
                                       const std::int8_t* threshold, const Features& features,
                                       std::size_t start, Answers* answers) {
  for (const Forest::Topic topic : topics) {
    Bytes cells;
    std::memcpy(&cells, features.column(topic.feature) + start, block);
    const auto values = reinterpret_cast<SignedBytes>(cells ^ std::uint8_t{128});
#pragma GCC unroll 4
    for (std::size_t i = 0; i < topic.questions; ++i)
      (answers++)->rows = reinterpret_cast<Bytes>(values > *threshold++);
  }
}

[[gnu::always_inline]] inline const Bytes& answer_at(const Answers* answers, std::uint32_t place) {
  return reinterpret_cast<const Answers*>(reinterpret_cast<const char*>(answers) + place)->rows;
}

// The lower four bits of the leaf that the tree leads each row to.
[[gnu::always_inline]] inline void find_lower_bits(const Forest::ByteTree& tree,
                                                   const Answers* answers, Bytes& bits) {
  bits = -answer_at(answers, tree.question[1]);
  for (std::size_t level = 2; level < tree_depth; ++level)
    bits = bits + bits - answer_at(answers, tree.question[level]);
}

DATELINE_FOR("default")
Sums sum_of(const std::vector<Forest::ByteTree>& trees, const Answers* answers) {
  Sums sums;
  for (const Forest::ByteTree& tree : trees) {
    Bytes leaves;
    find_lower_bits(tree, answers, leaves);
    leaves |= answer_at(answers, tree.question[0]) & std::uint8_t{16};
    for (std::size_t i = 0; i < block; ++i)
      sums.rows[i] = static_cast<std::uint16_t>(sums.rows[i] + tree.value[leaves[i]]);
  }
  return sums;
}

DATELINE_FOR("default")
void answer_all(const std::vector<Forest::Topic>& topics, const std::int8_t* thresholds,
                const Features& features, std::size_t start, Answers* answers) {
  ask(topics, thresholds, features, start, answers);
}

#ifdef DATELINE_WIDE
DATELINE_FOR("avx2")
void answer_all(const std::vector<Forest::Topic>& topics, const std::int8_t* thresholds,
                const Features& features, std::size_t start, Answers* answers) {
  ask(topics, thresholds, features, start, answers);
}

// Of the 32 values the upper 16 for those who answered the first question with yes.
DATELINE_FOR("avx2")
inline __m256i look_up(const std::uint8_t* values, __m256i lower_bits, __m256i upper) {
  const auto* const parts = reinterpret_cast<const __m128i*>(values);
  const __m256i first = _mm256_broadcastsi128_si256(_mm_loadu_si128(parts)),
                second = _mm256_broadcastsi128_si256(_mm_loadu_si128(parts + 1));
  return _mm256_blendv_epi8(_mm256_shuffle_epi8(first, lower_bits),
                            _mm256_shuffle_epi8(second, lower_bits), upper);
}

// Numbers of 16 bits hold the values of two rows: their sum less that of the upper ones is the sum
// of the lower ones.
DATELINE_FOR("avx2")
Sums sum_of(const std::vector<Forest::ByteTree>& trees, const Answers* answers) {
  static_assert(tree_leaves == 32 && block == 32);
  __m256i both{}, upper{};
#pragma GCC unroll 2
  for (const Forest::ByteTree& tree : trees) {
    Bytes bits;
    find_lower_bits(tree, answers, bits);
    const auto first_answer = reinterpret_cast<__m256i>(answer_at(answers, tree.question[0]));
    const __m256i values = look_up(tree.value, reinterpret_cast<__m256i>(bits), first_answer);
    both = _mm256_add_epi16(both, values);
    upper = _mm256_add_epi16(upper, _mm256_srli_epi16(values, 8));
  }
  const __m256i lower = _mm256_sub_epi16(both, _mm256_slli_epi16(upper, 8));
  std::array<std::uint16_t, block / 2> even, odd;
  std::memcpy(even.data(), &lower, sizeof lower);
  std::memcpy(odd.data(), &upper, sizeof upper);
  Sums sums;
  for (std::size_t i = 0; i < block / 2; ++i) {
    sums.rows[2 * i] = even[i];
    sums.rows[2 * i + 1] = odd[i];
  }
  return sums;
}
#endif

}  // namespace

struct Forest::Asked {
  std::uint16_t feature = 0;
  std::uint8_t threshold = 0;
  friend auto operator<=>(const Asked&, const Asked&) = default;
};

Forest::Forest(const Model& model) : bias_(model.bias) {
  std::vector<Asked> questions;
  for (const Tree& tree : model.trees) {
    for (std::size_t i = 0; i < tree_depth; ++i)
      questions.push_back({tree.feature[i], tree.threshold[i]});
  }
  std::sort(questions.begin(), questions.end());
  questions.erase(std::unique(questions.begin(), questions.end()), questions.end());
  for (const Asked question : questions) {
    if (topics_.empty() || topics_.back().feature != question.feature)
      topics_.push_back({question.feature, 0});
    ++topics_.back().questions;
    thresholds_.push_back(static_cast<std::int8_t>(question.threshold - 128));
  }
  for (const Tree& tree : model.trees) add(tree, questions);
}

// The tree as one or several that lead to bytes.
void Forest::add(const Tree& tree, const std::vector<Asked>& questions) {
  constexpr int most = 255;
  ByteTree out;
  for (std::size_t i = 0; i < tree_depth; ++i) {
    const Asked question{tree.feature[i], tree.threshold[i]};
    const auto place = std::lower_bound(questions.begin(), questions.end(), question);
    out.question[i] =
        static_cast<std::uint32_t>(place - questions.begin()) * std::uint32_t{sizeof(Answers)};
  }
  const auto [least, greatest] = std::minmax_element(tree.value, tree.value + tree_leaves);
  bias_ += *least;
  for (int taken = 0; taken < *greatest - *least; taken += most) {
    for (std::size_t leaf = 0; leaf < tree_leaves; ++leaf) {
      const int rest = tree.value[leaf] - *least - taken;
      out.value[leaf] = static_cast<std::uint8_t>(std::clamp(rest, 0, most));
    }
    trees_.push_back(out);
  }
}

std::vector<float> Forest::evaluate(const Features& features) const {
  std::vector<float> scores(features.rows());
  const auto answers = std::make_unique_for_overwrite<Answers[]>(thresholds_.size());
  for (std::size_t start = 0; start < scores.size(); start += block) {
    answer_all(topics_, thresholds_.data(), features, start, answers.get());
    const Sums sums = sum_of(trees_, answers.get());
    const std::size_t rows = std::min(block, scores.size() - start);
    for (std::size_t i = 0; i < rows; ++i) {
      const auto sum = static_cast<std::int16_t>(bias_ + sums.rows[i]);
      scores[start + i] = static_cast<float>(sum) / 1000;
    }
  }
  return scores;
}

}  // namespace dateline::segment
