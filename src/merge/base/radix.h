// Private to src/merge: sorts by a 64-bit key in time linear in the number of items, and keeps the
// order of equal ones. Bytes that all keys share cost no pass.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <utility>
#include <vector>

namespace dateline::merge {

template <typename T, typename Allocator, typename Key>
void radix_sort(std::vector<T, Allocator>& items, const Key& key_of) {
  constexpr std::size_t digits = 8, values = 256;
  std::vector<std::array<std::uint32_t, values>> counts(digits);
  for (const T& item : items) {
    const std::uint64_t key = key_of(item);
    for (std::size_t d = 0; d < digits; ++d) ++counts[d][(key >> (8 * d)) & 0xFF];
  }
  std::vector<T, Allocator> other;
  for (std::size_t d = 0; d < digits; ++d) {
    std::array<std::uint32_t, values>& count = counts[d];
    if (items.empty() || count[(key_of(items.front()) >> (8 * d)) & 0xFF] == items.size()) continue;
    std::uint32_t begin = 0;
    for (std::uint32_t& one : count) begin += std::exchange(one, begin);
    other.resize(items.size());
    for (const T& item : items) other[count[(key_of(item) >> (8 * d)) & 0xFF]++] = item;
    items.swap(other);
  }
}

}  // namespace dateline::merge
