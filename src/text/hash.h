// Private to src/text: the hash of folded bytes, eight at a time, so that a short word costs one
// load and two multiplications. It is not meant to withstand an adversary: the lexicon compares the
// bytes too; names of several words are told by their hashes alone.
#pragma once

#include <cstdint>
#include <string_view>

#include "text/text.h"

namespace dateline::text {

// The top bit of each byte of a chunk that is an ASCII letter: sums of seven bits that carry into
// the eighth from 'a' on, and from behind 'z' on. In lower case all letters lie between.
[[nodiscard]] constexpr std::uint64_t letters_of(std::uint64_t chunk) {
  constexpr std::uint64_t ones = 0x0101010101010101U, tops = ones << 7;
  const std::uint64_t lower = (chunk | ones * 0x20) & ~tops;
  return (lower + ones * (0x80 - 'a')) & ~(lower + ones * (0x7F - 'z')) & ~chunk & tops;
}

[[nodiscard]] constexpr std::uint32_t finish_hash(std::uint64_t state, std::size_t size) {
  state = (state ^ size) * hash_multiplier;
  return static_cast<std::uint32_t>(state >> 32);
}

[[nodiscard]] inline std::uint32_t hash_bytes(std::string_view bytes) {
  std::uint64_t state = 0;
  for (std::size_t at = 0; at < bytes.size(); at += 8) {
    const std::size_t count = bytes.size() - at < 8 ? bytes.size() - at : 8;
    state = mix_chunk(state, keep_bytes(load_chunk(bytes, at), count));
  }
  return finish_hash(state, bytes.size());
}

}  // namespace dateline::text
