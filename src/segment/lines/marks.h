// What a mark is for, in any script: whether it ends a sentence, opens a quotation, sets parts of a
// line apart.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>

namespace dateline::segment {

enum class Mark : std::uint8_t {
  other,
  stop,
  exclamation,
  question,
  ellipsis,
  comma,
  colon,
  dash,
  open,
  close,
  quote,
  separator,
  slash,
  link,
  symbol
};

// Marks of one byte.
inline constexpr std::array<Mark, 128> ascii_marks = [] {
  std::array<Mark, 128> out{};
  const auto put = [&](std::string_view characters, Mark mark) {
    for (const char c : characters) out[static_cast<unsigned char>(c)] = mark;
  };
  put(".", Mark::stop);
  put("!", Mark::exclamation);
  put("?", Mark::question);
  put(",", Mark::comma);
  put(";:", Mark::colon);
  put("-", Mark::dash);
  put("([", Mark::open);
  put(")]", Mark::close);
  put("\"'", Mark::quote);
  put("|><*", Mark::separator);
  put("/", Mark::slash);
  put("@#", Mark::link);
  put("{}=_\\+~^", Mark::symbol);
  return out;
}();

inline Mark mark_of_two(std::string_view token) {
  if (token == "\xC2\xB7") return Mark::separator;                      // middle dot
  if (token == "\xC2\xAB" || token == "\xC2\xBB") return Mark::quote;   // guillemets
  if (token == "\xC2\xA9" || token == "\xC2\xAE") return Mark::symbol;  // (c) (r)
  if (token == "\xDB\x94" || token == "\xD8\x9F") return Mark::stop;    // Arabic
  return Mark::other;
}

// U+2000-203F
inline Mark general_punctuation(unsigned last) {
  if (last >= 0x90 && last <= 0x95) return Mark::dash;
  if (last >= 0x98 && last <= 0x9F) return Mark::quote;
  if (last == 0xA2 || last == 0xBA || last == 0xB9) return Mark::separator;  // bullet, angle quotes
  return last == 0xA6 ? Mark::ellipsis : Mark::other;
}

// U+3000-303F
inline Mark ideographic(unsigned last) {
  if (last >= 0x8C && last <= 0x8F) return Mark::quote;
  return last == 0x82 ? Mark::stop : last == 0x81 ? Mark::comma : Mark::other;
}

// U+FF00-FF3F
inline Mark full_width(unsigned last) {
  switch (last) {
    case 0x81:
      return Mark::exclamation;
    case 0x9F:
      return Mark::question;
    case 0x8C:
      return Mark::comma;
    case 0x9A:
      return Mark::colon;
    default:
      return Mark::other;
  }
}

inline Mark mark_of_three(std::string_view token) {
  const std::string_view block = token.substr(0, 2);
  const unsigned last = static_cast<unsigned char>(token[2]);
  if (block == "\xE2\x80") return general_punctuation(last);
  if (block == "\xE3\x80") return ideographic(last);
  if (block == "\xEF\xBC") return full_width(last);
  if (token == "\xE0\xA5\xA4") return Mark::stop;          // danda
  return token[0] == '\xE2' ? Mark::symbol : Mark::other;  // arrows, boxes, dingbats
}

inline Mark mark_of(std::string_view token) {
  switch (token.size()) {
    case 1:
      return ascii_marks[static_cast<unsigned char>(token[0]) & 0x7F];
    case 2:
      return mark_of_two(token);
    case 3:
      return mark_of_three(token);
    default:
      return Mark::symbol;
  }
}

}  // namespace dateline::segment
