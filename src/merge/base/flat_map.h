// Private to src/merge: a map from 64-bit hashes to numbers, open addressing; one block of memory,
// no allocation an entry. Keys are hashes already, so their top bits choose the place.
#pragma once

#include <bit>
#include <cstdint>

#include "merge/base/pages.h"

namespace dateline::merge {

class FlatMap {
 public:
  static constexpr std::uint32_t none = 0xFFFFFFFF;

  explicit FlatMap(std::size_t expected = 16) { clear(expected); }
  // Empty, with room for so many; its memory is kept.
  void clear(std::size_t expected) {
    slots_.assign(std::bit_ceil(expected * 2 + 16), Slot{});
    shift_ = 64 - static_cast<int>(std::bit_width(slots_.size() - 1));
    used_ = 0;
  }

  // The number of `key`; a new key gets `fresh`.
  std::uint32_t insert(std::uint64_t key, std::uint32_t fresh) {
    if (used_ * 2 >= slots_.size()) resize(slots_.size() * 2);
    Slot& slot = slots_[place_of(key)];
    if (slot.number == none) {
      slot = {key, fresh};
      ++used_;
    }
    return slot.number;
  }
  [[nodiscard]] std::uint32_t find(std::uint64_t key) const { return slots_[place_of(key)].number; }
  void prefetch(std::uint64_t key) const { __builtin_prefetch(&slots_[(key * scatter) >> shift_]); }
  [[nodiscard]] std::size_t size() const { return used_; }

 private:
  static constexpr std::uint64_t scatter = 0x9E3779B97F4A7C15U;

  struct Slot {
    std::uint64_t key = 0;
    std::uint32_t number = none;
  };

  [[nodiscard]] std::size_t place_of(std::uint64_t key) const {
    const std::size_t mask = slots_.size() - 1;
    std::size_t at = (key * scatter) >> shift_;
    while (slots_[at].number != none && slots_[at].key != key) at = (at + 1) & mask;
    return at;
  }
  void resize(std::size_t size) {
    LargeVector<Slot> old(size);
    old.swap(slots_);
    shift_ = 64 - static_cast<int>(std::bit_width(size - 1));
    for (const Slot& slot : old) {
      if (slot.number != none) slots_[place_of(slot.key)] = slot;
    }
  }

  LargeVector<Slot> slots_;
  int shift_ = 0;
  std::size_t used_ = 0;
};

}  // namespace dateline::merge
