// Boosted oblivious trees: every tree asks the same few questions (feature > threshold) of every
// line, the answers make an index, the index a value; a line's score is the sum over the trees.
// Chosen because a tree is one row of a plain table, and because rows of features can be evaluated
// column by column (forest.h). Fitted by data/make/fit_segment.cc.
#pragma once

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <vector>

namespace dateline::segment {

inline constexpr std::size_t tree_depth = 5;
inline constexpr std::size_t tree_leaves = std::size_t{1} << tree_depth;

struct Tree {
  std::uint16_t feature[tree_depth] = {};
  std::uint8_t threshold[tree_depth] = {};  // the answer is yes where the feature is greater
  std::int16_t value[tree_leaves] = {};     // thousandths of log-odds; the first answer is the
                                            // highest bit of their index
};

// Columns of bytes: cell(feature, row). Every column has room up to a multiple of 32 rows.
class Features {
 public:
  static constexpr std::size_t block = 32;  // rows that are evaluated together
  Features() = default;
  Features(std::size_t columns, std::size_t rows) { reset(columns, rows); }
  // Its cells then hold anything.
  void reset(std::size_t columns, std::size_t rows) {
    rows_ = rows;
    stride_ = (rows + block - 1) / block * block;
    cells_.resize(columns * stride_);
  }
  [[nodiscard]] std::size_t rows() const { return rows_; }
  [[nodiscard]] std::uint8_t* column(std::size_t feature) {
    return cells_.data() + feature * stride_;
  }
  [[nodiscard]] const std::uint8_t* column(std::size_t feature) const {
    return cells_.data() + feature * stride_;
  }

 private:
  std::size_t rows_ = 0, stride_ = 0;
  std::vector<std::uint8_t> cells_;
};

struct Model {
  std::int16_t bias = 0;  // thousandths of log-odds, as the values
  std::vector<Tree> trees;
};

// Log-odds -> 0..255, for use as a feature; and -> probability.
inline std::uint8_t to_byte(float log_odds) {
  return static_cast<std::uint8_t>(std::clamp(128.0F + log_odds * 20.0F, 0.0F, 255.0F));
}
inline float probability(float log_odds) { return 1.0F / (1.0F + std::exp(-log_odds)); }

}  // namespace dateline::segment
