// UTF-8: is it valid, and if not, which bytes have to go. ASCII is skipped eight bytes at a time.
#include <cstring>
#include <utility>

#include "text/chars.h"
#include "text/text.h"

namespace dateline::text {
namespace {

constexpr std::uint64_t high_bits = 0x8080808080808080U;
constexpr std::string_view replacement = "\xEF\xBF\xBD";

// The first position at or after `at` that does not hold an ASCII byte.
std::size_t skip_ascii(std::string_view bytes, std::size_t at) {
  while (at + 8 <= bytes.size()) {
    std::uint64_t chunk = 0;
    std::memcpy(&chunk, bytes.data() + at, 8);
    if ((chunk & high_bits) != 0) break;
    at += 8;
  }
  while (at < bytes.size() && static_cast<unsigned char>(bytes[at]) < 0x80) ++at;
  return at;
}

// The first bad byte, or the size.
std::size_t first_bad(std::string_view bytes, std::size_t at) {
  while ((at = skip_ascii(bytes, at)) < bytes.size()) {
    const Char next = decode(bytes, at);
    if (!next.valid) return at;
    at += next.size;
  }
  return at;
}

}  // namespace

bool is_utf8(std::string_view bytes) { return first_bad(bytes, 0) == bytes.size(); }

Utf8 repair_utf8(std::string bytes) {
  std::size_t bad = first_bad(bytes, 0);
  if (bad == bytes.size()) return {std::move(bytes), 0};
  Utf8 result;
  result.text.reserve(bytes.size() + bytes.size() / 16 + 16);
  std::size_t copied = 0;
  while (bad < bytes.size()) {
    result.text.append(bytes, copied, bad - copied);
    result.text.append(replacement);
    ++result.repaired;
    copied = bad + 1;
    bad = first_bad(bytes, copied);
  }
  result.text.append(bytes, copied);
  return result;
}

}  // namespace dateline::text
