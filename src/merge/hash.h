// Private to src/merge: 64-bit hashes of bytes and numbers, the same on every machine.
#pragma once

#include <cstdint>
#include <string_view>

#include "text/text.h"

namespace dateline::merge {

[[nodiscard]] constexpr std::uint64_t mix(std::uint64_t state, std::uint64_t value) {
  state = (state ^ value) * 0x9E3779B97F4A7C15U;
  return state ^ (state >> 29);
}

[[nodiscard]] inline std::uint64_t hash_of(std::string_view bytes, std::uint64_t seed = 0) {
  std::uint64_t state = mix(seed, bytes.size() + 1);
  std::size_t at = 0;
  for (; at + 8 <= bytes.size(); at += 8) {
    state = mix(state, text::load_chunk(bytes, at));
  }
  std::uint64_t rest = 0;
  for (; at < bytes.size(); ++at) rest = (rest << 8) | static_cast<unsigned char>(bytes[at]);
  return mix(mix(state, rest), 0x5851F42D4C957F2DU);
}

}  // namespace dateline::merge
