// Private to src/text: the hash of folded bytes, eight at a time, so that a short word costs one
// load and two multiplications. It is not meant to withstand an adversary: whoever looks a token up
// compares the bytes too.
#pragma once

#include <cstdint>
#include <string_view>

#include "text/text.h"

namespace dateline::text {

constexpr std::uint64_t hash_multiplier = 0x9E3779B97F4A7C15U;

// The top bit of each byte of a chunk that is an ASCII letter: sums of seven bits that carry into
// the eighth from 'a' on, and from behind 'z' on. In lower case all letters lie between.
[[nodiscard]] constexpr std::uint64_t letters_of(std::uint64_t chunk) {
  constexpr std::uint64_t ones = 0x0101010101010101U, tops = ones << 7;
  const std::uint64_t lower = (chunk | ones * 0x20) & ~tops;
  return (lower + ones * (0x80 - 'a')) & ~(lower + ones * (0x7F - 'z')) & ~chunk & tops;
}

[[nodiscard]] constexpr std::uint64_t mix_chunk(std::uint64_t state, std::uint64_t chunk) {
  state = (state ^ chunk) * hash_multiplier;
  return state ^ (state >> 32);
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
