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

struct Tree {
  std::uint16_t feature[tree_depth] = {};
  std::uint8_t threshold[tree_depth] = {};  // the answer is yes where the feature is greater
  float value[tree_leaves] = {};
};

// Columns of bytes: cell(feature, row). There is room for 64 rows more than asked for after the
// last column's end.
class Features {
 public:
  Features(std::size_t columns, std::size_t rows) : rows_(rows), cells_(columns * rows + 64) {}
  [[nodiscard]] std::size_t rows() const { return rows_; }
  [[nodiscard]] std::uint8_t* column(std::size_t feature) {
    return cells_.data() + feature * rows_;
  }
  [[nodiscard]] const std::uint8_t* column(std::size_t feature) const {
    return cells_.data() + feature * rows_;
  }

 private:
  std::size_t rows_;
  std::vector<std::uint8_t> cells_;
};

struct Model {
  float bias = 0;
  std::vector<Tree> trees;
};

// The log-odds of every row.
[[nodiscard]] std::vector<float> evaluate(const Model& model, const Features& features);
// Log-odds -> 0..255, for use as a feature; and -> probability.
[[nodiscard]] std::uint8_t to_byte(float log_odds);
[[nodiscard]] float probability(float log_odds);

}  // namespace dateline::segment
