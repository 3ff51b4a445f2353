// What a token looks like beside its classes, as five bits: the column of a word's symbol in an alphabet.
#pragma once

#include <cstddef>
#include <cstdint>

#include "text/text.h"

namespace dateline::rules {

inline constexpr std::size_t shapes = 32;

inline std::size_t shape_index(std::uint16_t flags) {
  return (flags & text::starts_upper ? 1u : 0u) | (flags & text::all_upper ? 2u : 0u) |
         (flags & text::glued ? 4u : 0u) | (flags & (text::after_newline | text::after_blank_line) ? 8u : 0u) |
         (flags & text::is_word ? 16u : 0u);
}

}  // namespace dateline::rules
