// Both ways of folding a line give the same bytes: one at a time, or sixteen at a time without a
// branch where the machine has wide vectors.
#include "segment/lines/line_hash.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cstring>

#include "segment/lines/wide.h"
#include "text/text.h"

#ifdef DATELINE_WIDE
#include <immintrin.h>
#endif

namespace dateline::segment {

namespace {

constexpr std::size_t shortest = 3;    // visible bytes: "-" and the like say nothing
constexpr std::size_t longest = 1000;  // whole paragraphs repeat where texts are copied, which
                                       // furniture is not
constexpr std::size_t head = 64, tail = 32;
constexpr std::size_t step = 16;

// The bytes of a line that are looked at; behind them stand zeros, which count as blanks.
struct Sample {
  std::array<unsigned char, head + tail + step> bytes;
  std::size_t size = 0;

  explicit Sample(std::string_view line) : size(std::min(line.size(), head + tail)) {
    if (line.size() > size) {
      std::memcpy(bytes.data(), line.data(), head);
      std::memcpy(bytes.data() + head, line.data() + line.size() - tail, tail);
    } else {
      std::memcpy(bytes.data(), line.data(), size);
    }
    std::memset(bytes.data() + size, 0, step);
  }
};

// A sample without blanks and repeated digits, closed up. There is room for what vectors write past
// the end.
struct Folded {
  std::array<unsigned char, head + tail + step> bytes;
  std::size_t size = 0;
};

bool is_blank(char c) { return static_cast<unsigned char>(c) <= ' '; }

// What a byte counts as: 0 for blanks, '0' for digits, capitals as small letters.
constexpr std::array<unsigned char, 256> folded_byte = [] {
  std::array<unsigned char, 256> table{};
  for (unsigned byte = ' ' + 1; byte < 256; ++byte) {
    const bool digit = byte >= '0' && byte <= '9', capital = byte >= 'A' && byte <= 'Z';
    table[byte] = static_cast<unsigned char>(digit ? '0' : capital ? byte | 0x20U : byte);
  }
  return table;
}();

DATELINE_FOR("default")
void fold(const Sample& sample, Folded& out) {
  bool after_digit = false;
  for (std::size_t i = 0; i < sample.size; ++i) {
    const unsigned char byte = folded_byte[sample.bytes[i]];
    if (byte == 0) continue;
    out.bytes[out.size] = byte;
    out.size += !(byte == '0' && after_digit);
    after_digit = byte == '0';
  }
}

#ifdef DATELINE_WIDE
// By a mask of eight bytes: the places of those that are kept, side by side.
constexpr std::array<std::uint64_t, 256> places = [] {
  std::array<std::uint64_t, 256> table{};
  for (unsigned mask = 0; mask < 256; ++mask) {
    unsigned kept = 0;
    for (unsigned i = 0; i < 8; ++i) {
      if ((mask >> i & 1) != 0) table[mask] |= std::uint64_t{i} << (8 * kept++);
    }
  }
  return table;
}();

// 255 for each byte from `first` to `last`.
DATELINE_FOR("avx2,popcnt")
inline __m128i between(__m128i bytes, char first, char last) {
  const __m128i from_first = _mm_sub_epi8(bytes, _mm_set1_epi8(first));
  return _mm_cmpeq_epi8(_mm_min_epu8(from_first, _mm_set1_epi8(static_cast<char>(last - first))),
                        from_first);
}

// Appends those of the first eight bytes that `mask` has.
DATELINE_FOR("avx2,popcnt")
inline void append(__m128i bytes, unsigned mask, Folded& out) {
  const __m128i kept =
      _mm_shuffle_epi8(bytes, _mm_loadl_epi64(reinterpret_cast<const __m128i*>(&places[mask])));
  _mm_storel_epi64(reinterpret_cast<__m128i*>(out.bytes.data() + out.size), kept);
  out.size += static_cast<unsigned>(std::popcount(mask));
}

DATELINE_FOR("avx2,popcnt")
void fold(const Sample& sample, Folded& out) {
  unsigned after_digit = 0;  // bit 0: the last visible byte was a digit
  for (std::size_t i = 0; i < sample.size; i += step) {
    const __m128i bytes =
        _mm_loadu_si128(reinterpret_cast<const __m128i*>(sample.bytes.data() + i));
    const __m128i digit = between(bytes, '0', '9');
    const __m128i small =
        _mm_or_si128(bytes, _mm_and_si128(between(bytes, 'A', 'Z'), _mm_set1_epi8(0x20)));
    const __m128i folded = _mm_blendv_epi8(small, _mm_set1_epi8('0'), digit);
    const auto blanks = static_cast<unsigned>(_mm_movemask_epi8(between(bytes, 0, ' ')));
    const auto digits = static_cast<unsigned>(_mm_movemask_epi8(digit));
    // What follows a digit, right behind it or behind blanks: the sum carries a bit over them.
    const unsigned follows = digits << 1 | after_digit;
    const unsigned next = (follows | ((follows & blanks) + blanks)) & ~blanks;
    after_digit = next >> step & 1;
    const unsigned kept = ~(blanks | (digits & next));
    append(folded, kept & 0xFF, out);
    append(_mm_srli_si128(folded, 8), kept >> 8 & 0xFF, out);
  }
}
#endif

// Eight bytes at a time.
std::uint64_t hash_of(Folded& folded) {
  std::memset(folded.bytes.data() + folded.size, 0, 8);
  std::uint64_t hash = folded.size;
  for (std::size_t i = 0; i < folded.size; i += 8) {
    std::uint64_t word = 0;
    std::memcpy(&word, folded.bytes.data() + i, 8);
    hash = text::mix_chunk(hash, word);
  }
  return hash;
}

// Has the line a length that says something? Its first and last byte are visible.
bool is_of_interest(std::string_view line) {
  static_assert(shortest == 3);
  if (line.size() < shortest || line.size() > 2 * longest) return false;
  const std::string_view inside = line.substr(1, line.size() - 2);
  if (std::all_of(inside.begin(), inside.end(), is_blank)) return false;
  if (line.size() <= longest) return true;
  const auto blanks = static_cast<std::size_t>(std::count_if(line.begin(), line.end(), is_blank));
  return line.size() - blanks <= longest;
}

}  // namespace

std::uint64_t line_hash(std::string_view line) {
  while (!line.empty() && is_blank(line.front())) line.remove_prefix(1);
  while (!line.empty() && is_blank(line.back())) line.remove_suffix(1);
  if (!is_of_interest(line)) return 0;
  Folded folded;
  fold(Sample(line), folded);
  return hash_of(folded) | 1;
}

}  // namespace dateline::segment
