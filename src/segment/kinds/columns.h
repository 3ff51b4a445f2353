// What the makers of features share: a feature is a column of bytes, one a line.
#pragma once

#include <algorithm>
#include <array>
#include <bit>
#include <cstdint>
#include <vector>

#include "segment/kinds/features.h"

namespace dateline::segment {

inline std::uint8_t byte(std::size_t n) {
  return static_cast<std::uint8_t>(std::min<std::size_t>(n, 255));
}
// Small numbers are divided as such, which is several times quicker.
inline std::uint8_t percent(std::size_t part, std::size_t whole) {
  constexpr unsigned small = 25;  // bits, so that a hundred times that has 32
  if (whole == 0) return 0;
  if (((part | whole) >> small) != 0) return byte(part * 100 / whole);
  return byte(static_cast<std::uint32_t>(part) * 100 / static_cast<std::uint32_t>(whole));
}
// Eight steps a doubling up to 2^31.
inline std::uint8_t steps(std::size_t n) {
  ++n;
  const unsigned width = static_cast<unsigned>(std::bit_width(n));
  const std::size_t fraction = width > 3 ? (n >> (width - 4)) & 7 : (n << (4 - width)) & 7;
  return byte((width - 1) * 8 + fraction);
}

// The columns' places. To be passed by value: a byte that is written could be any object's, so that
// the compiler would read these anew after every one.
class Columns {
 public:
  explicit Columns(Features& features)
      : first_(features.column(0)),
        stride_(static_cast<std::size_t>(features.column(1) - features.column(0))) {}
  std::uint8_t* operator[](Feature f) const { return column(static_cast<std::size_t>(f)); }
  std::uint8_t* operator[](Context c) const {
    return column(stage_one_features + static_cast<std::size_t>(c));
  }
  std::uint8_t* operator[](Markup m) const {
    return column(stage_one_features + context_features + static_cast<std::size_t>(m));
  }

 private:
  [[nodiscard]] std::uint8_t* column(std::size_t number) const { return first_ + number * stride_; }
  std::uint8_t* first_;
  std::size_t stride_;
};

// Fills a column with a value of each line.
template <class Value>
void fill(std::uint8_t* column, const std::vector<Line>& lines, Value value) {
  const Line* const end = lines.data() + lines.size();
  for (const Line* line = lines.data(); line != end; ++line) *column++ = value(*line);
}

inline std::uint8_t share(double part, double whole) {
  return whole <= 0 ? std::uint8_t{0}
                    : static_cast<std::uint8_t>(std::clamp(part * 100 / whole, 0.0, 255.0));
}

// Copies a column, moved: row i gets row i + offset, `outside` beyond the ends.
inline void shifted(const std::uint8_t* from, std::uint8_t* to, std::size_t rows, int offset,
                    std::uint8_t outside) {
  const std::size_t moved = std::min(rows, static_cast<std::size_t>(offset < 0 ? -offset : offset));
  if (offset < 0) {
    std::fill_n(to, moved, outside);
    std::copy_n(from, rows - moved, to + moved);
  } else {
    std::copy_n(from + moved, rows - moved, to);
    std::fill_n(to + (rows - moved), moved, outside);
  }
}

// What the markup says, into its columns.
void markup_columns(const std::vector<Line>& lines, const LineFacts& facts, const WordCounts& words,
                    Columns out);
// What stage one thought of the lines with the same markup.
void markup_context(const std::vector<Line>& lines, const LineFacts& facts,
                    const std::vector<float>& scores, Columns out);

}  // namespace dateline::segment
