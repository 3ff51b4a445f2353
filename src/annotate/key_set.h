// A set of 32-bit keys as a bitmap: keys share a bit once in some hundred thousand, which only ever makes a capital count
// less. Clearing costs the same for any article.
#pragma once

#include <array>
#include <cstdint>

namespace dateline::annotate {

class KeySet {
 public:
  void clear() { bits_.fill(0); }
  void add(std::uint32_t key) { bits_[place(key)] |= 1ULL << (key & 63U); }
  [[nodiscard]] bool has(std::uint32_t key) const { return (bits_[place(key)] >> (key & 63U) & 1U) != 0; }

 private:
  static constexpr std::uint32_t words = 4096;
  [[nodiscard]] static std::uint32_t place(std::uint32_t key) { return (key >> 6U ^ key >> 20U) & (words - 1); }
  std::array<std::uint64_t, words> bits_{};
};

}  // namespace dateline::annotate
