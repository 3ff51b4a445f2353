// What a token looks like beside its classes, as five bits: the column of a word's symbol in an
// alphabet.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>

#include "text/text.h"

namespace dateline::rules {

inline constexpr std::size_t shapes = 32;

constexpr std::size_t shape_index(unsigned flags) {
  return (flags & text::starts_upper ? 1u : 0u) | (flags & text::all_upper ? 2u : 0u) |
         (flags & text::glued ? 4u : 0u) |
         (flags & (text::after_newline | text::after_blank_line) ? 8u : 0u) |
         (flags & text::is_word ? 16u : 0u);
}

// By the low byte of a token's flags, which holds all that a shape is made of.
inline constexpr std::array<std::uint8_t, 256> shape_of_flags = [] {
  std::array<std::uint8_t, 256> out{};
  for (unsigned flags = 0; flags < out.size(); ++flags)
    out[flags] = static_cast<std::uint8_t>(shape_index(flags));
  return out;
}();

}  // namespace dateline::rules
