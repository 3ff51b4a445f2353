// Texts and the numbers that they got, from 0 in the order of adding: one array of bytes and one
// probe, no nodes.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "text/text.h"

namespace dateline::extract {

class TextTable {
 public:
  static constexpr std::uint32_t absent = 0xFFFFFFFF;

  // `expected` texts fit without growing.
  explicit TextTable(std::size_t expected) {
    std::size_t slots = 16;
    while (slots < expected * 2) slots *= 2;
    slots_.assign(slots, absent);
    entries_.reserve(expected);
    bytes_.reserve(expected * 8);
  }

  [[nodiscard]] std::uint32_t find(std::string_view text) const {
    return slots_[slot_of(text, text::hash_folded(text))];
  }

  // The number of the text, a new one where it is not known.
  std::uint32_t add(std::string_view text) {
    const std::uint32_t hash = text::hash_folded(text);
    const std::size_t slot = slot_of(text, hash);
    if (slots_[slot] != absent) return slots_[slot];
    const auto number = static_cast<std::uint32_t>(entries_.size());
    slots_[slot] = number;
    entries_.push_back(
        {hash, static_cast<std::uint32_t>(bytes_.size()), static_cast<std::uint32_t>(text.size())});
    bytes_ += text;
    if (entries_.size() * 2 > slots_.size()) grow();
    return number;
  }

  [[nodiscard]] std::uint32_t hash(std::uint32_t number) const { return entries_[number].hash; }
  [[nodiscard]] std::string_view text(std::uint32_t number) const {
    return std::string_view(bytes_).substr(entries_[number].first, entries_[number].size);
  }

 private:
  struct Entry {
    std::uint32_t hash = 0, first = 0, size = 0;
  };

  [[nodiscard]] std::size_t slot_of(std::string_view text, std::uint32_t hash) const {
    const std::size_t mask = slots_.size() - 1;
    std::size_t at = hash & mask;
    for (; slots_[at] != absent; at = (at + 1) & mask) {
      const Entry& entry = entries_[slots_[at]];
      if (entry.hash == hash && std::string_view(bytes_).substr(entry.first, entry.size) == text)
        break;
    }
    return at;
  }

  void grow() {
    slots_.assign(slots_.size() * 2, absent);
    const std::size_t mask = slots_.size() - 1;
    for (std::uint32_t number = 0; number < entries_.size(); ++number) {
      std::size_t at = entries_[number].hash & mask;
      while (slots_[at] != absent) at = (at + 1) & mask;
      slots_[at] = number;
    }
  }

  std::string bytes_;
  std::vector<Entry> entries_;
  std::vector<std::uint32_t> slots_;  // open addressing, a power of two
};

}  // namespace dateline::extract
