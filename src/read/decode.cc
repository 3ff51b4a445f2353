// See decode.h. UTF-8 is tried first; what is not is either UTF-8 with some damage (there are good
// sequences of several bytes) or Windows-1252 (there are none).
#include "read/decode.h"

#include <algorithm>
#include <array>
#include <cstdint>

#include "read/problems.h"
#include "text/text.h"

namespace dateline::read {
namespace {

// Windows-1252, 0x80..0x9F; 0 where the code page has nothing.
constexpr std::array<char16_t, 32> windows_1252 = {
    0x20AC, 0,      0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
    0x2039, 0x0152, 0,      0x017D, 0,      0,      0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
    0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0,      0x017E, 0x0178};

void append_utf8(char32_t c, std::string& out) {
  const auto put = [&out](char32_t byte) {
    out += static_cast<char>(static_cast<unsigned char>(byte));
  };
  if (c < 0x80) return put(c);
  if (c < 0x800) {
    put(0xC0 | (c >> 6));
  } else {
    if (c < 0x10000) {
      put(0xE0 | (c >> 12));
    } else {
      put(0xF0 | (c >> 18));
      put(0x80 | ((c >> 12) & 0x3F));
    }
    put(0x80 | ((c >> 6) & 0x3F));
  }
  put(0x80 | (c & 0x3F));
}

enum class ByteOrder { little, big };

std::string from_utf16(std::string_view bytes, ByteOrder order) {
  std::string out;
  out.reserve(bytes.size());
  const auto unit = [&](std::size_t i) {
    const auto a = static_cast<unsigned char>(bytes[i]);
    const auto b = static_cast<unsigned char>(bytes[i + 1]);
    return static_cast<char32_t>(order == ByteOrder::little ? a | (b << 8) : b | (a << 8));
  };
  const auto is_high = [](char32_t c) { return c >= 0xD800 && c < 0xDC00; };
  const auto is_low = [](char32_t c) { return c >= 0xDC00 && c < 0xE000; };
  std::size_t i = 0;
  for (; i + 1 < bytes.size(); i += 2) {
    char32_t c = unit(i);
    if (is_high(c) && i + 3 < bytes.size() && is_low(unit(i + 2))) {
      c = 0x10000 + ((c - 0xD800) << 10) + (unit(i + 2) - 0xDC00);
      i += 2;
    } else if (is_high(c) || is_low(c)) {
      c = 0xFFFD;
    }
    append_utf8(c, out);
  }
  if (i < bytes.size()) append_utf8(0xFFFD, out);
  return out;
}

std::string from_windows_1252(std::string_view bytes) {
  std::string out;
  out.reserve(bytes.size() + bytes.size() / 16);
  for (const char byte : bytes) {
    const auto c = static_cast<unsigned char>(byte);
    append_utf8(c >= 0x80 && c < 0xA0 ? char32_t{windows_1252[c - 0x80]} : char32_t{c}, out);
  }
  return out;
}

// How many bytes the well-formed sequence at `i` has; 0 where it is not well formed enough to tell
// UTF-8.
std::size_t sequence_at(std::string_view bytes, std::size_t i) {
  const auto lead = static_cast<unsigned char>(bytes[i]);
  const std::size_t length = lead >= 0xF0 && lead < 0xF5 ? 4
                             : lead >= 0xE0              ? 3
                             : lead >= 0xC2              ? 2
                                                         : 0;
  if (length == 0 || lead >= 0xF5 || i + length > bytes.size()) return 0;
  for (std::size_t k = 1; k < length; ++k)
    if ((static_cast<unsigned char>(bytes[i + k]) & 0xC0) != 0x80) return 0;
  return length;
}

bool is_windows_1252(std::string_view bytes) {
  std::size_t sequences = 0;
  std::size_t strays = 0;
  for (std::size_t i = 0; i < bytes.size();) {
    const auto c = static_cast<unsigned char>(bytes[i]);
    const std::size_t length = c < 0x80 ? 1 : sequence_at(bytes, i);
    if (c >= 0x80 && length == 0) {
      if (c < 0xA0 && windows_1252[c - 0x80] == 0) return false;
      ++strays;
    } else if (c >= 0x80) {
      ++sequences;
    }
    i += std::max<std::size_t>(length, 1);
  }
  return sequences * 4 < strays && strays * 4 < bytes.size();
}

// UTF-16 without a mark: in Latin text every second byte is zero.
bool zeros_at(std::string_view bytes, std::size_t parity) {
  const std::string_view beginning = bytes.substr(0, 1024);
  std::size_t zeros = 0;
  for (std::size_t i = parity; i < beginning.size(); i += 2) zeros += beginning[i] == '\0';
  return zeros * 5 > beginning.size();
}

void say_repaired(std::string_view original, std::size_t repaired, std::string_view file,
                  Problems& problems) {
  std::size_t good = 0;
  while (good < original.size()) {
    const auto c = static_cast<unsigned char>(original[good]);
    const std::size_t length = c < 0x80 ? 1 : sequence_at(original, good);
    if (length == 0) break;
    good += length;
  }
  const std::size_t line = text::newlines_in(original.substr(0, good)) + 1;
  add_note("read.utf8", file,
           "is not valid UTF-8: " + std::to_string(repaired) +
               (repaired == 1 ? " byte was" : " bytes were") + " replaced by U+FFFD",
           "convert it to UTF-8 first, if its encoding is known", problems,
           static_cast<std::uint32_t>(line));
}

}  // namespace

std::string decode(std::string& bytes, std::string_view file, Problems& problems) {
  if (bytes.starts_with("\xEF\xBB\xBF")) bytes.erase(0, 3);
  if (bytes.starts_with("\xFF\xFE") || bytes.starts_with("\xFE\xFF")) {
    const ByteOrder order = bytes[0] == '\xFF' ? ByteOrder::little : ByteOrder::big;
    bytes = from_utf16(std::string_view(bytes).substr(2), order);
    return order == ByteOrder::little ? "utf-16le" : "utf-16be";
  }
  for (const std::size_t parity : {std::size_t{1}, std::size_t{0}}) {
    if (!zeros_at(bytes, parity)) continue;
    bytes = from_utf16(bytes, parity == 1 ? ByteOrder::little : ByteOrder::big);
    return parity == 1 ? "utf-16le" : "utf-16be";
  }
  if (text::is_utf8(bytes)) return "utf-8";
  if (is_windows_1252(bytes)) {
    bytes = from_windows_1252(bytes);
    return "windows-1252";
  }
  const std::string original = bytes;
  text::Utf8 repaired = text::repair_utf8(std::move(bytes));
  bytes = std::move(repaired.text);
  say_repaired(original, repaired.repaired, file, problems);
  return "utf-8";
}

}  // namespace dateline::read
