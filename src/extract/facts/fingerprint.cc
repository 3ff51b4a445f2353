// One 64-bit hash a shingle, rolled from word to word (Karp and Rabin 1987) and permuted four times
// by multiplication (Broder 1997, min-wise hashing).
#include "extract/facts/fingerprint.h"

#include <algorithm>
#include <iterator>

namespace dateline::extract {
namespace {

constexpr std::uint32_t shingle = 5;
constexpr std::uint64_t multipliers[4] = {0x9E3779B97F4A7C15, 0xC2B2AE3D27D4EB4F,
                                          0x165667B19E3779F9, 0xD6E8FEB86659FD93};
constexpr std::uint64_t base = 0xFF51AFD7ED558CCD;
constexpr std::uint64_t oldest = base * base * base * base;  // of a shingle's first word

std::uint64_t mix(std::uint64_t value) {
  value ^= value >> 33;
  value *= base;
  return value ^ (value >> 33);
}

}  // namespace

void Fingerprint::add(const text::Tokens& tokens, text::TokenRange range) {
  std::uint64_t window[shingle] = {};
  std::uint64_t least[4] = {least_[0], least_[1], least_[2], least_[3]};
  std::uint64_t rolled = 0;
  std::uint32_t count = 0, slot = 0;
  for (std::uint32_t i = range.first; i < range.last; ++i) {
    if (!tokens.has(i, text::is_word | text::is_number)) continue;
    const std::uint64_t word = mix(tokens.hash[i] + std::uint64_t{1});
    rolled = (rolled - window[slot] * oldest) * base + word;
    window[slot] = word;
    slot = slot + 1 == shingle ? 0 : slot + 1;
    if (++count < shingle) continue;
    const std::uint64_t hash = mix(rolled);
    for (int k = 0; k < 4; ++k) least[k] = std::min(least[k], hash * multipliers[k]);
  }
  any_ = any_ || count >= shingle;
  std::copy(std::begin(least), std::end(least), std::begin(least_));
}

void Fingerprint::copy_to(std::uint64_t (&out)[4]) const {
  for (int k = 0; k < 4; ++k) out[k] = any_ ? least_[k] : 0;
}

}  // namespace dateline::extract
