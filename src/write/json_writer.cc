// See json_writer.h. Strings are copied and searched for what needs an escape 16 bytes at once.
#include "write/json_writer.h"

#include <fmt/format.h>

#include <array>
#include <bit>
#include <cmath>

#ifdef __SSE2__
#include <emmintrin.h>
#endif

namespace dateline::write {
namespace {

constexpr std::array<bool, 256> make_escaped() {
  std::array<bool, 256> table{};
  for (std::size_t c = 0; c < 0x20; ++c) table[c] = true;
  table['"'] = table['\\'] = table[0x7F] = true;
  return table;
}
constexpr std::string_view hex_digits = "0123456789abcdef";
constexpr std::array<bool, 256> escaped = make_escaped();

std::size_t plain_bytewise(std::string_view text) {
  std::size_t plain = 0;
  while (plain < text.size() && !escaped[static_cast<unsigned char>(text[plain])]) ++plain;
  return plain;
}

#ifdef __SSE2__

// One bit for each of 16 bytes that must be escaped.
unsigned escapes_in(__m128i bytes) {
  const __m128i control = _mm_cmpeq_epi8(_mm_min_epu8(bytes, _mm_set1_epi8(0x1F)), bytes);
  const __m128i quote = _mm_cmpeq_epi8(bytes, _mm_set1_epi8('"'));
  const __m128i backslash = _mm_cmpeq_epi8(bytes, _mm_set1_epi8('\\'));
  const __m128i rubout = _mm_cmpeq_epi8(bytes, _mm_set1_epi8(0x7F));
  return static_cast<unsigned>(_mm_movemask_epi8(
      _mm_or_si128(_mm_or_si128(control, quote), _mm_or_si128(backslash, rubout))));
}

template <typename Number>
Number load(const char* at) {
  Number number;
  std::memcpy(&number, at, sizeof number);
  return number;
}

// Both ends of a text of as many bytes as one or two numbers: copied, and together.
template <typename Number>
std::pair<Number, Number> copy_ends(std::string_view text, char* out) {
  const std::size_t last = text.size() - sizeof(Number);
  const auto first_bytes = load<Number>(text.data()), last_bytes = load<Number>(text.data() + last);
  std::memcpy(out, &first_bytes, sizeof(Number));
  std::memcpy(out + last, &last_bytes, sizeof(Number));
  return {first_bytes, last_bytes};
}

// Copies a text of 1 to 15 bytes; gives all of them in one vector, some more than once.
__m128i copy_small(std::string_view text, char* out) {
  if (text.size() >= 8) {
    const auto [first, last] = copy_ends<long long>(text, out);
    return _mm_set_epi64x(last, first);
  }
  if (text.size() >= 4) {
    const auto [first, last] = copy_ends<int>(text, out);
    return _mm_set_epi32(last, first, last, first);
  }
  const auto [first, last] = copy_ends<char>(text, out);
  const char middle = out[text.size() / 2] = text[text.size() / 2];
  return _mm_unpacklo_epi8(_mm_unpacklo_epi8(_mm_set1_epi8(first), _mm_set1_epi8(last)),
                           _mm_set1_epi8(middle));
}

// Copies a text; gives how many bytes from the start need no escape, the rest of the copy counts
// for nothing.
[[gnu::always_inline]] inline std::size_t copy_plain(std::string_view text, char* out) {
  if (text.size() < 16)
    return escapes_in(copy_small(text, out)) == 0 ? text.size() : plain_bytewise(text);
  const std::size_t last = text.size() - 16;
  for (std::size_t i = 0;; i = std::min(i + 16, last)) {
    const __m128i bytes = _mm_loadu_si128(reinterpret_cast<const __m128i*>(text.data() + i));
    _mm_storeu_si128(reinterpret_cast<__m128i*>(out + i), bytes);
    const unsigned found = escapes_in(bytes);
    if (found != 0) return i + static_cast<std::size_t>(std::countr_zero(found));
    if (i == last) return text.size();
  }
}

#else

std::size_t copy_plain(std::string_view text, char* out) {
  const std::size_t plain = plain_bytewise(text);
  std::memcpy(out, text.data(), plain);
  return plain;
}

#endif

// The letter that stands for it behind a backslash; 0 where only \u does.
char short_escape(unsigned char c) {
  switch (c) {
    case '"':
    case '\\':
      return static_cast<char>(c);
    case '\n':
      return 'n';
    case '\r':
      return 'r';
    case '\t':
      return 't';
    case '\b':
      return 'b';
    case '\f':
      return 'f';
    default:
      return 0;
  }
}

// Coordinates and shares have five decimals at most: these are then the shortest digits, for no two
// numbers of up to 15 digits are the same double. Gives 0 where `value` is none of them.
constexpr double decimals = 100000;
std::int64_t as_decimal(double value) {
  if (!(std::abs(value) >= 0.001 && std::abs(value) < 1e9)) return 0;
  const auto scaled = static_cast<std::int64_t>(value * decimals + (value < 0 ? -0.5 : 0.5));
  return static_cast<double>(scaled) / decimals == value ? scaled : 0;
}

}  // namespace

void JsonWriter::real(double value) {
  if (const std::int64_t decimal = as_decimal(value); decimal != 0) {
    constexpr auto scale = static_cast<std::int64_t>(decimals);
    if (decimal < 0) put('-');
    digits(std::abs(decimal) / scale);
    std::int64_t rest = std::abs(decimal) % scale;
    put('.');
    for (std::int64_t unit = scale / 10; rest != 0 || unit == scale / 10; unit /= 10) {
      put(static_cast<char>('0' + rest / unit));
      rest %= unit;
    }
  } else if (!std::isfinite(value)) {
    put("null");
  } else if (value == 0 && !std::signbit(value)) {
    put("0.0");
  } else {
    const std::string shortest = fmt::format("{}", value);
    put(shortest);
    if (shortest.find_first_of(".e") == std::string::npos) put(".0");
  }
}

void JsonWriter::string(std::string_view value) {
  put('"');
  make_room(value.size());
  if (value.size() > capacity) [[unlikely]]
    return escaped_string(value);
  char* const at = at_;
  const std::size_t plain = value.empty() ? 0 : copy_plain(value, at);
  at[plain] = '"';
  at_ = at + plain + 1;
  if (plain != value.size()) [[unlikely]] {
    --at_;
    escaped_string(value.substr(plain));
  }
}

// The rest of a string that is long or needs escapes, and the mark that closes it.
void JsonWriter::escaped_string(std::string_view value) {
  while (!value.empty()) {
    const std::string_view piece = value.substr(0, capacity);
    make_room(piece.size());
    const std::size_t plain = copy_plain(piece, at_);
    at_ += plain;
    value.remove_prefix(plain);
    if (plain == piece.size()) continue;
    escape(static_cast<unsigned char>(value.front()));
    value.remove_prefix(1);
  }
  put('"');
}

void JsonWriter::hex(std::uint64_t value) {
  separate();
  put('"');
  for (int shift = 60; shift >= 0; shift -= 4) put(hex_digits[value >> shift & 15]);
  put('"');
}

void JsonWriter::escape(unsigned char c) {
  put('\\');
  if (const char letter = short_escape(c); letter != 0) return put(letter);
  put("u00");
  put(hex_digits[c >> 4]);
  put(hex_digits[c & 15]);
}

// Most days of a record are the same.
void JsonWriter::iso(Day day) {
  if (day != last_day_) {
    last_day_ = day;
    last_iso_[0] = '"';
    *put_iso(day, last_iso_ + 1) = '"';
  }
  std::memcpy(at_, last_iso_, sizeof last_iso_);
  at_ += sizeof last_iso_;
}

void JsonWriter::pair(std::uint32_t first, std::uint32_t second) {
  char* at = at_;
  *at++ = '[';
  at = std::to_chars(at, at + longest_number, first).ptr;
  *at++ = ',';
  *at = ' ';
  at += style_ == JsonStyle::indented ? 1 : 0;
  at = std::to_chars(at, at + longest_number, second).ptr;
  *at++ = ']';
  at_ = at;
}

void JsonWriter::flush() {
  out_.append(buffer_, at_);
  at_ = buffer_;
}

}  // namespace dateline::write
