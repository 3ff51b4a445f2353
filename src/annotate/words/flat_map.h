// A small open-addressing map from 32-bit keys to 32-bit values that keeps its memory when cleared.
// Key 0 is allowed.
#pragma once

#include <cstdint>
#include <vector>

namespace dateline::annotate {

class FlatMap {
 public:
  static constexpr std::uint32_t none = 0xFFFFFFFF;

  void clear() {
    slots_.assign(64, Slot{});
    size_ = 0;
  }
  [[nodiscard]] std::uint32_t find(std::uint32_t key) const {
    if (slots_.empty()) return none;
    for (std::size_t at = place(key);; at = (at + 1) & (slots_.size() - 1)) {
      if (slots_[at].value == none) return none;
      if (slots_[at].key == key) return slots_[at].value;
    }
  }
  // `value` is not `none`.
  void set(std::uint32_t key, std::uint32_t value) {
    if (slots_.empty()) clear();
    if ((size_ + 1) * 2 > slots_.size()) grow();
    put(key, value);
  }
  [[nodiscard]] bool has(std::uint32_t key) const { return find(key) != none; }

 private:
  struct Slot {
    std::uint32_t key = 0;
    std::uint32_t value = none;
  };
  [[nodiscard]] std::size_t place(std::uint32_t key) const {
    return (key * 2654435769U >> 7) & (slots_.size() - 1);
  }
  void put(std::uint32_t key, std::uint32_t value) {
    std::size_t at = place(key);
    while (slots_[at].value != none && slots_[at].key != key) at = (at + 1) & (slots_.size() - 1);
    if (slots_[at].value == none) ++size_;
    slots_[at] = {key, value};
  }
  void grow() {
    std::vector<Slot> old(slots_.size() * 2);
    old.swap(slots_);
    size_ = 0;
    for (const Slot& slot : old) {
      if (slot.value != none) put(slot.key, slot.value);
    }
  }
  std::vector<Slot> slots_;
  std::size_t size_ = 0;
};

}  // namespace dateline::annotate
