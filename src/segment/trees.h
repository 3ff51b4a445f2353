// Boosted oblivious trees: every tree asks the same few questions (feature > threshold) of every
// line, the answers make an index, the index a value; a line's score is the sum over the trees.
// Chosen because a tree is one row of a plain table, and because rows of features can be evaluated
// column by column. Fitted by data/make/fit_segment.cc.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace dateline::segment {

inline constexpr std::size_t tree_depth = 5;
inline constexpr std::size_t tree_leaves = std::size_t{1} << tree_depth;

// The values that a tree leads to, in thousandths of log-odds. Lower and upper bytes lie apart: so
// a vector of leaves is looked up by shuffling bytes.
class LeafValues {
 public:
  void set(std::size_t leaf, std::int16_t value) {
    low_[leaf] = static_cast<std::uint8_t>(value);
    high_[leaf] = static_cast<std::uint8_t>(value >> 8);
  }
  [[nodiscard]] std::int16_t operator[](std::size_t leaf) const {
    return static_cast<std::int16_t>(low_[leaf] | high_[leaf] << 8);
  }
  [[nodiscard]] const std::uint8_t* low() const { return low_; }
  [[nodiscard]] const std::uint8_t* high() const { return high_; }

 private:
  std::uint8_t low_[tree_leaves] = {}, high_[tree_leaves] = {};
};

struct Tree {
  std::uint16_t feature[tree_depth] = {};
  std::uint8_t threshold[tree_depth] = {};  // the answer is yes where the feature is greater
  LeafValues value;
};

// Columns of bytes: cell(feature, row), zeros at first. Every column has room up to a multiple of
// 32 rows.
class Features {
 public:
  static constexpr std::size_t block = 32;  // rows that are evaluated together
  Features(std::size_t columns, std::size_t rows)
      : rows_(rows), stride_((rows + block - 1) / block * block), cells_(columns * stride_) {}
  [[nodiscard]] std::size_t rows() const { return rows_; }
  [[nodiscard]] std::uint8_t* column(std::size_t feature) {
    return cells_.data() + feature * stride_;
  }
  [[nodiscard]] const std::uint8_t* column(std::size_t feature) const {
    return cells_.data() + feature * stride_;
  }

 private:
  std::size_t rows_, stride_;
  std::vector<std::uint8_t> cells_;
};

struct Model {
  std::int16_t bias = 0;  // thousandths of log-odds, as the values
  std::vector<Tree> trees;
};

// The log-odds of every row; no more than 32 either way.
[[nodiscard]] std::vector<float> evaluate(const Model& model, const Features& features);
// Log-odds -> 0..255, for use as a feature; and -> probability.
[[nodiscard]] std::uint8_t to_byte(float log_odds);
[[nodiscard]] float probability(float log_odds);

}  // namespace dateline::segment
