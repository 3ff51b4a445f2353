// A set of 32-bit keys as a bitmap: keys share a bit once in some hundred thousand, which only ever makes a capital count
// less. Clearing costs what was added.
#pragma once

#include <array>
#include <cstdint>
#include <vector>

namespace dateline::annotate {

class KeySet {
 public:
  void clear() {
    for (const std::uint32_t place : used_) bits_[place] = 0;
    used_.clear();
  }
  void add(std::uint32_t key) {
    std::uint64_t& word = bits_[place(key)];
    if (word == 0) used_.push_back(place(key));
    word |= 1ULL << (key & 63U);
  }
  [[nodiscard]] bool has(std::uint32_t key) const { return (bits_[place(key)] >> (key & 63U) & 1U) != 0; }

 private:
  static constexpr std::uint32_t words = 4096;
  [[nodiscard]] static std::uint32_t place(std::uint32_t key) { return (key >> 6U ^ key >> 20U) & (words - 1); }
  std::array<std::uint64_t, words> bits_{};
  std::vector<std::uint32_t> used_;   // words of bits_ that are not 0
};

}  // namespace dateline::annotate
