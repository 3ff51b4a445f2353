// Sums over stretches of a page's lines, from sums over all lines before.
#pragma once

#include <algorithm>
#include <cstdint>
#include <vector>

namespace dateline::segment {

template <class Number>
class Window {
 public:
  Window() = default;
  template <class Value>
  Window(std::size_t rows, Value value) {
    sum_up(rows, value);
  }
  // Of the values of each row; what was there before is gone.
  template <class Value>
  void sum_up(std::size_t rows, Value value) {
    sums_.resize(rows + 1);
    Number* sums = sums_.data();
    Number sum = *sums = 0;
    for (std::size_t i = 0; i < rows; ++i) *++sums = sum += value(i);
  }
  // Of the rows at most `radius` away.
  [[nodiscard]] Number around(std::size_t i, std::size_t radius) const {
    return between(i > radius ? i - radius : 0, std::min(i + radius + 1, sums_.size() - 1));
  }
  [[nodiscard]] Number between(std::size_t first, std::size_t last) const {
    return sums_[last] - sums_[first];
  }

 private:
  std::vector<Number> sums_;
};
using WordCounts = Window<std::uint32_t>;

}  // namespace dateline::segment
