// Private to src/merge: which hashes come more than once. Where few do, the others need not be
// sorted to find them.
#pragma once

#include <bit>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace dateline::merge {

class Repeated {
 public:
  explicit Repeated(std::size_t expected)
      : shift_(64 - static_cast<int>(std::bit_width(std::bit_ceil(expected * 8 + 64) - 1))),
        once_(std::size_t{1} << (58 - shift_)),
        again_(once_.size()) {}

  void add(std::uint64_t hash) {
    const Place at = place_of(hash);
    again_[at.word] |= once_[at.word] & at.bit;
    once_[at.word] |= at.bit;
  }
  // True for all that were added twice, and for a few others.
  [[nodiscard]] bool may_hold(std::uint64_t hash) const {
    const Place at = place_of(hash);
    return (again_[at.word] & at.bit) != 0;
  }

 private:
  struct Place {
    std::size_t word;
    std::uint64_t bit;
  };
  [[nodiscard]] Place place_of(std::uint64_t hash) const {
    const std::uint64_t number = (hash * 0x9E3779B97F4A7C15U) >> shift_;
    return {number >> 6, std::uint64_t{1} << (number & 63)};
  }

  int shift_;
  std::vector<std::uint64_t> once_, again_;
};

}  // namespace dateline::merge
