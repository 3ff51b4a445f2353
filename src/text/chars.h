// Private to src/text: one character at a time. decode() reads it, kind_of() says how the tokeniser
// sees it, and fold_into() appends its folded form. All are defined for any bytes: a byte that is
// not UTF-8 reads as U+FFFD.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace dateline::text {

struct Char {
  char32_t code = 0;
  std::uint32_t size = 1;  // bytes it takes
  bool valid = true;
};

enum class CharKind : std::uint8_t {
  blank,      // separates tokens
  invisible,  // soft hyphen, zero-width characters: ignored, in words too
  combining,  // belongs to the letter before it
  upper,      // letters
  lower,
  caseless,
  digit,  // ASCII only
  apostrophe,
  visible,  // everything else
};

[[nodiscard]] Char decode(std::string_view text, std::size_t at);
[[nodiscard]] CharKind kind_of(char32_t code);
[[nodiscard]] constexpr bool is_letter(CharKind kind) {
  return kind == CharKind::upper || kind == CharKind::lower || kind == CharKind::caseless;
}
// What may stand in a word after its first letter.
[[nodiscard]] constexpr bool continues_word(CharKind kind) {
  return is_letter(kind) || kind == CharKind::combining || kind == CharKind::invisible;
}
void fold_into(char32_t code, std::string& out);

}  // namespace dateline::text
