// The tokeniser again, as plainly as it can be said: all characters with their classes first, then
// tokens from those. The fast one in src/text/tokens.cc must always agree with it.
#pragma once

#include <utf8proc.h>

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "text/text.h"

namespace dateline::text::test {

struct PlainChar {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  utf8proc_int32_t code = 0;
};

struct PlainToken {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  std::uint16_t flags = 0;
  std::uint32_t hash = 0;
  friend bool operator==(const PlainToken&, const PlainToken&) = default;
};

class PlainTokenizer {
 public:
  explicit PlainTokenizer(std::string_view text) : text_(text) { read_characters(); }

  std::vector<PlainToken> run() {
    std::size_t i = 0;
    while (i < chars_.size()) i = next_token(i);
    return tokens_;
  }

 private:
  void read_characters() {
    std::size_t at = 0;
    while (at < text_.size()) {
      utf8proc_int32_t code = 0;
      const auto size =
          utf8proc_iterate(reinterpret_cast<const utf8proc_uint8_t*>(text_.data()) + at,
                           static_cast<utf8proc_ssize_t>(text_.size() - at), &code);
      const std::size_t used = size > 0 ? static_cast<std::size_t>(size) : 1;
      if (size <= 0) code = 0xFFFD;
      chars_.push_back(
          {static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(at + used), code});
      at += used;
    }
  }

  static std::string category(utf8proc_int32_t code) { return utf8proc_category_string(code); }
  static bool one_of(utf8proc_int32_t code, std::u32string_view set) {
    return set.find(static_cast<char32_t>(code)) != std::u32string_view::npos;
  }
  static bool apostrophe(utf8proc_int32_t code) {
    return one_of(code, U"'`\u00B4\u02BB\u02BC\u2018\u2019\u201A\u201B\u2032\u2035\uFF07");
  }
  static bool letter(utf8proc_int32_t code) {
    return category(code)[0] == 'L' && !apostrophe(code);
  }
  static bool combining(utf8proc_int32_t code) { return category(code)[0] == 'M'; }
  static bool invisible(utf8proc_int32_t code) { return category(code) == "Cf"; }
  static bool upper(utf8proc_int32_t code) {
    return category(code) == "Lu" || category(code) == "Lt";
  }
  static bool blank(utf8proc_int32_t code) {
    return category(code)[0] == 'Z' || category(code) == "Cc";
  }
  static bool digit(utf8proc_int32_t code) { return code >= '0' && code <= '9'; }

  std::size_t next_token(std::size_t i) {
    const auto code = chars_[i].code;
    if (letter(code)) return word(i);
    if (digit(code)) return number(i);
    if (!blank(code) && !invisible(code) && !combining(code)) add(i, i + 1, is_mark);
    return i + 1;
  }

  std::size_t word(std::size_t i) {
    std::size_t end = i;
    for (std::size_t j = i; j < chars_.size(); ++j) {
      const auto code = chars_[j].code;
      if (!letter(code) && !combining(code) && !invisible(code)) break;
      if (!invisible(code)) end = j + 1;
    }
    bool all = true;
    for (std::size_t j = i; j < end; ++j) {
      if (letter(chars_[j].code) && !upper(chars_[j].code)) all = false;
    }
    add(i, end, is_word | (upper(chars_[i].code) ? starts_upper : 0) | (all ? all_upper : 0));
    const bool has_s = end + 1 < chars_.size() && apostrophe(chars_[end].code) &&
                       one_of(chars_[end + 1].code, U"sS");
    if (!has_s) return end;
    if (end + 2 < chars_.size()) {
      const auto after = chars_[end + 2].code;
      if (letter(after) || combining(after) || invisible(after)) return end;
    }
    add(end, end + 2, is_word);
    return end + 2;
  }

  std::size_t number(std::size_t i) {
    std::size_t end = i;
    while (end < chars_.size() && digit(chars_[end].code)) ++end;
    add(i, end, is_number);
    return end;
  }

  void add(std::size_t first, std::size_t last, int flags) {
    const std::uint32_t begin = chars_[first].begin;
    const std::uint32_t end = chars_[last - 1].end;
    std::string visible;
    for (std::size_t j = first; j < last; ++j) {
      const auto& c = chars_[j];
      if (!invisible(c.code)) visible += text_.substr(c.begin, c.end - c.begin);
    }
    for (const char byte : visible) {
      if (static_cast<unsigned char>(byte) >= 0x80) flags |= non_ascii;
    }
    tokens_.push_back({begin, end, static_cast<std::uint16_t>(flags | gap_flags(first)),
                       hash_folded(fold(visible))});
    last_char_ = last;
  }

  // Looks at what stands between the token before and the character `first`.
  int gap_flags(std::size_t first) const {
    int newlines = 0;
    bool blanks = tokens_.empty();
    for (std::size_t j = last_char_; j < first; ++j) {
      if (chars_[j].code == '\n') ++newlines;
      if (blank(chars_[j].code)) blanks = true;
    }
    if (newlines > 1) return after_newline | after_blank_line;
    if (newlines == 1) return after_newline;
    return blanks ? 0 : glued;
  }

  std::string_view text_;
  std::vector<PlainChar> chars_;
  std::vector<PlainToken> tokens_;
  std::size_t last_char_ = 0;
};

}  // namespace dateline::text::test
