// Private to src/merge: 64-bit hashes of bytes and numbers, the same on every machine.
#pragma once

#include <bit>
#include <cstdint>
#include <cstring>
#include <string_view>

#include "text/text.h"

namespace dateline::merge {

[[nodiscard]] constexpr std::uint64_t mix(std::uint64_t state, std::uint64_t value) {
  state = (state ^ value) * 0x9E3779B97F4A7C15U;
  return state ^ (state >> 29);
}

// At most seven bytes as a number, the first one highest.
[[nodiscard]] inline std::uint64_t last_bytes(const char* at, std::size_t count) {
  const auto byte = [at](std::size_t i) {
    return std::uint64_t{static_cast<unsigned char>(at[i])};
  };
  const auto four = [at](std::size_t i) {
    std::uint32_t bytes = 0;
    std::memcpy(&bytes, at + i, 4);
    return std::endian::native == std::endian::big ? bytes : __builtin_bswap32(bytes);
  };
  if (count >= 4) return std::uint64_t{four(0)} << (8 * (count - 4)) | four(count - 4);
  if (count == 0) return 0;
  return byte(0) << (8 * (count - 1)) | byte(count / 2) << (8 * (count - 1 - count / 2)) |
         byte(count - 1);
}

[[nodiscard]] inline std::uint64_t hash_of(std::string_view bytes, std::uint64_t seed = 0) {
  std::uint64_t state = mix(seed, bytes.size() + 1);
  std::size_t at = 0;
  for (; at + 8 <= bytes.size(); at += 8) {
    state = mix(state, text::load_chunk(bytes, at));
  }
  const std::uint64_t rest = last_bytes(bytes.data() + at, bytes.size() - at);
  return mix(mix(state, rest), 0x5851F42D4C957F2DU);
}

}  // namespace dateline::merge
