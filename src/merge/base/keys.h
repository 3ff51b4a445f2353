// Private to src/merge: sorted numbers of several kinds, the kind in the high bits, so that a kind
// is one run; and what two such lists have in common.
#pragma once

#include <algorithm>
#include <cstdint>
#include <span>
#include <string_view>

#include "merge/base/hash.h"

namespace dateline::merge {

using Keys = std::span<const std::uint32_t>;
inline constexpr unsigned key_kind_bits = 3, key_kind_shift = 32 - key_kind_bits;

// `Kind` is an enumeration of at most eight.
template <typename Kind>
[[nodiscard]] constexpr std::uint32_t make_key(Kind kind, std::uint32_t hash) {
  return static_cast<std::uint32_t>(kind) << key_kind_shift | hash >> key_kind_bits;
}
template <typename Kind>
[[nodiscard]] std::uint32_t make_key(Kind kind, std::string_view text) {
  return make_key(kind, static_cast<std::uint32_t>(hash_of(text) >> 32));
}

template <typename Kind>
[[nodiscard]] constexpr std::uint8_t kind_bit(Kind kind) {
  return static_cast<std::uint8_t>(1U << static_cast<unsigned>(kind));
}
[[nodiscard]] inline std::uint8_t kinds_of(Keys keys) {
  std::uint8_t kinds = 0;
  for (const std::uint32_t key : keys)
    kinds |= static_cast<std::uint8_t>(1U << (key >> key_kind_shift));
  return kinds;
}

// Two lists: which kinds each has, of which kinds they have a key in common, and how many keys.
struct Meeting {
  std::uint8_t left, right, both = 0;
  int shared = 0;

  Meeting(Keys a, Keys b) : left(kinds_of(a)), right(kinds_of(b)) {
    if ((left & right) == 0) return;  // also where one is empty
    for (auto p = a.begin(), q = b.begin(); p != a.end() && q != b.end();) {
      const std::uint32_t x = *p, y = *q;
      if (x == y) {
        both |= static_cast<std::uint8_t>(1U << (x >> key_kind_shift));
        ++shared;
      }
      p += x <= y;
      q += y <= x;
    }
  }
  template <typename Kind>
  [[nodiscard]] bool differ(Kind kind) const {
    return (left & right & ~both & kind_bit(kind)) != 0;
  }
};

}  // namespace dateline::merge
