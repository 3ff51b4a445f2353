// Private to src/merge: sorting by name with numbers. The documents of a corpus begin alike; the
// eight bytes after that tell most of them apart.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace dateline::merge {

// How many bytes all names have in common.
template <typename Items, typename NameOf>
[[nodiscard]] std::size_t common_prefix(const Items& items, const NameOf& name_of) {
  if (items.empty()) return 0;
  const std::string_view first = name_of(items.front());
  std::size_t common = first.size();
  for (const auto& item : items) {
    const std::string_view name = std::string_view(name_of(item)).substr(0, common);
    common = static_cast<std::size_t>(std::mismatch(name.begin(), name.end(), first.begin()).first -
                                      name.begin());
  }
  return common;
}

// Eight bytes as a number that sorts like them; equal numbers say nothing.
[[nodiscard]] inline std::uint64_t first_bytes(std::string_view text) {
  std::uint64_t bytes = 0;
  for (std::size_t i = 0; i < 8; ++i)
    bytes = bytes << 8 | (i < text.size() ? static_cast<unsigned char>(text[i]) : 0U);
  return bytes;
}

}  // namespace dateline::merge
