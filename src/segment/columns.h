// What the makers of features share: a feature is a column of bytes, one a line.
#pragma once

#include <algorithm>
#include <array>
#include <bit>
#include <cstdint>
#include <vector>

#include "segment/features.h"

namespace dateline::segment {

inline std::uint8_t byte(std::size_t n) {
  return static_cast<std::uint8_t>(std::min<std::size_t>(n, 255));
}
inline std::uint8_t percent(std::size_t part, std::size_t whole) {
  return whole == 0 ? std::uint8_t{0} : byte(part * 100 / whole);
}
// Eight steps a doubling up to 2^31.
inline std::uint8_t steps(std::size_t n) {
  ++n;
  const unsigned width = static_cast<unsigned>(std::bit_width(n));
  const std::size_t fraction = width > 3 ? (n >> (width - 4)) & 7 : (n << (4 - width)) & 7;
  return byte((width - 1) * 8 + fraction);
}

// The columns' places, kept at hand: a byte that is written could be anything, so that the compiler
// would compute a column's place anew after every one.
class Columns {
 public:
  explicit Columns(Features& features) {
    for (std::size_t i = 0; i < all_features; ++i) columns_[i] = features.column(i);
  }
  std::uint8_t* operator[](Feature f) { return columns_[static_cast<std::size_t>(f)]; }
  std::uint8_t* operator[](Context c) {
    return columns_[stage_one_features + static_cast<std::size_t>(c)];
  }
  std::uint8_t* operator[](Markup m) {
    return columns_[stage_one_features + context_features + static_cast<std::size_t>(m)];
  }

 private:
  std::array<std::uint8_t*, all_features> columns_;
};

// Sums over a window of +-radius rows, from prefix sums.
class Window {
 public:
  template <class Value>
  Window(std::size_t rows, Value value) : sums_(rows + 1) {
    for (std::size_t i = 0; i < rows; ++i) sums_[i + 1] = sums_[i] + value(i);
  }
  [[nodiscard]] double around(std::size_t i, std::size_t radius) const {
    return between(i > radius ? i - radius : 0, std::min(i + radius + 1, sums_.size() - 1));
  }
  [[nodiscard]] double between(std::size_t first, std::size_t last) const {
    return sums_[last] - sums_[first];
  }

 private:
  std::vector<double> sums_;
};

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
void markup_columns(const std::vector<Line>& lines, const LineFacts& facts, Columns& out);

}  // namespace dateline::segment
