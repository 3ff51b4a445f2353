// Folding and kinds of characters. ASCII by table; the rest by utf8proc: compatibility
// decomposition (NFKD), case folding, marks dropped; then the letters that Unicode does not
// decompose but that readers write without their stroke.
#include <utf8proc.h>

#include <array>

#include "text/chars.h"
#include "text/text.h"

namespace dateline::text {
namespace {

// Letters with strokes and the like, lower case, and the signs for ayin and hamza, which become
// nothing.
std::string_view special_letter(char32_t code) {
  switch (code) {
    case U'ø':
      return "o";
    case U'ł':
      return "l";
    case U'đ':
      return "d";
    case U'ı':
      return "i";
    case U'ð':
      return "d";
    case U'þ':
      return "th";
    case U'æ':
      return "ae";
    case U'œ':
      return "oe";
    case U'ħ':
      return "h";
    case U'ŧ':
      return "t";
    case U'ŋ':
      return "ng";
    case U'ə':
    case U'ǝ':
      return "e";
    case U'ĸ':
      return "k";
    case U'ƀ':
      return "b";
    case U'ɨ':
      return "i";
    case U'ʉ':
      return "u";
    case U'ƒ':
      return "f";
    default:
      return {};
  }
}

bool is_ayin_or_hamza(char32_t code) {
  return code == 0x02BE || code == 0x02BF || code == 0x02B9 || code == 0x02BD || code == 0x02C1 ||
         code == 0x02C0;
}

bool is_apostrophe(char32_t code) {
  switch (code) {
    case U'\'':
    case U'`':
    case 0x00B4:
    case 0x02BB:
    case 0x02BC:
    case 0x2018:
    case 0x2019:
    case 0x201A:
    case 0x201B:
    case 0x2032:
    case 0xFF07:
    case 0x2035:
      return true;
    default:
      return false;
  }
}

bool is_dash(char32_t code) {
  return (code >= 0x2010 && code <= 0x2015) || code == 0x2212 || code == 0x2043 || code == 0xFE58 ||
         code == 0xFE63 || code == 0xFF0D;
}

bool is_quote(char32_t code) {
  return (code >= 0x201C && code <= 0x201F) || code == 0x00AB || code == 0x00BB || code == 0x2033 ||
         code == 0x2039 || code == 0x203A || code == 0xFF02 || code == 0x301D || code == 0x301E;
}

void append_utf8(char32_t code, std::string& out) {
  std::array<utf8proc_uint8_t, 4> bytes{};
  const auto size = utf8proc_encode_char(static_cast<utf8proc_int32_t>(code), bytes.data());
  out.append(reinterpret_cast<const char*>(bytes.data()), static_cast<std::size_t>(size));
}

void append_folded_part(char32_t code, std::string& out) {
  if (is_apostrophe(code)) {
    out += '\'';
  } else if (is_dash(code)) {
    out += '-';
  } else if (is_quote(code)) {
    out += '"';
  } else if (const auto special = special_letter(code); !special.empty()) {
    out += special;
  } else if (!is_ayin_or_hamza(code)) {
    append_utf8(code, out);
  }
}

void fold_by_unicode(char32_t code, std::string& out) {
  if (is_apostrophe(code) || is_dash(code) || is_quote(code)) return append_folded_part(code, out);
  constexpr int rules = UTF8PROC_DECOMPOSE | UTF8PROC_COMPAT | UTF8PROC_CASEFOLD |
                        UTF8PROC_STRIPMARK | UTF8PROC_IGNORE;
  std::array<utf8proc_int32_t, 32> parts{};
  int boundary = 0;
  const auto count =
      utf8proc_decompose_char(static_cast<utf8proc_int32_t>(code), parts.data(), parts.size(),
                              static_cast<utf8proc_option_t>(rules), &boundary);
  if (count < 0 || count > static_cast<utf8proc_ssize_t>(parts.size()))
    return append_utf8(code, out);
  for (utf8proc_ssize_t i = 0; i < count; ++i) {
    append_folded_part(static_cast<char32_t>(parts[static_cast<std::size_t>(i)]), out);
  }
}

CharKind ascii_kind(char32_t code) {
  if (code <= U' ' || code == 0x7F) return CharKind::blank;
  if (code >= U'0' && code <= U'9') return CharKind::digit;
  if (code >= U'A' && code <= U'Z') return CharKind::upper;
  if (code >= U'a' && code <= U'z') return CharKind::lower;
  return is_apostrophe(code) ? CharKind::apostrophe : CharKind::visible;
}

CharKind unicode_kind(char32_t code) {
  if (is_apostrophe(code)) return CharKind::apostrophe;
  switch (utf8proc_category(static_cast<utf8proc_int32_t>(code))) {
    case UTF8PROC_CATEGORY_LU:
    case UTF8PROC_CATEGORY_LT:
      return CharKind::upper;
    case UTF8PROC_CATEGORY_LL:
      return CharKind::lower;
    case UTF8PROC_CATEGORY_LM:
    case UTF8PROC_CATEGORY_LO:
      return CharKind::caseless;
    case UTF8PROC_CATEGORY_MN:
    case UTF8PROC_CATEGORY_MC:
    case UTF8PROC_CATEGORY_ME:
      return CharKind::combining;
    case UTF8PROC_CATEGORY_ZS:
    case UTF8PROC_CATEGORY_ZL:
    case UTF8PROC_CATEGORY_ZP:
    case UTF8PROC_CATEGORY_CC:
      return CharKind::blank;
    case UTF8PROC_CATEGORY_CF:
      return CharKind::invisible;
    default:
      return CharKind::visible;
  }
}

// The characters that news is full of, computed once: Latin, Greek, Cyrillic, and general
// punctuation.
class Cache {
 public:
  Cache() {
    std::string folded;
    for (char32_t slot = 0; slot < entries_.size(); ++slot) {
      const char32_t code = slot < low_end ? slot : slot - low_end + punctuation_begin;
      folded.clear();
      fold_by_unicode(code, folded);
      Entry& entry = entries_[slot];
      entry.kind = code < 0x80 ? ascii_kind(code) : unicode_kind(code);
      entry.size = static_cast<std::uint8_t>(folded.size());
      if (folded.size() > entry.bytes.size())
        entry.size = too_long;
      else
        folded.copy(entry.bytes.data(), folded.size());
    }
  }

  struct Entry {
    CharKind kind = CharKind::visible;
    std::uint8_t size = 0;
    std::array<char, 6> bytes{};
  };
  static constexpr std::uint8_t too_long = 0xFF;

  // Null where the character is not held.
  [[nodiscard]] const Entry* find(char32_t code) const {
    if (code < low_end) return &entries_[code];
    if (code >= punctuation_begin && code < punctuation_end)
      return &entries_[code - punctuation_begin + low_end];
    return nullptr;
  }

 private:
  static constexpr char32_t low_end = 0x530;
  static constexpr char32_t punctuation_begin = 0x2000;
  static constexpr char32_t punctuation_end = 0x2070;
  std::array<Entry, low_end + punctuation_end - punctuation_begin> entries_{};
};

const Cache& cache() {
  static const Cache instance;
  return instance;
}

}  // namespace

Char decode(std::string_view text, std::size_t at) {
  const auto first = static_cast<unsigned char>(text[at]);
  if (first < 0x80) return {first, 1, true};
  utf8proc_int32_t code = 0;
  const auto* bytes = reinterpret_cast<const utf8proc_uint8_t*>(text.data() + at);
  const auto size = utf8proc_iterate(bytes, static_cast<utf8proc_ssize_t>(text.size() - at), &code);
  if (size <= 0) return {0xFFFD, 1, false};
  return {static_cast<char32_t>(code), static_cast<std::uint32_t>(size), true};
}

CharKind kind_of(char32_t code) {
  if (const auto* entry = cache().find(code)) return entry->kind;
  return unicode_kind(code);
}

void fold_into(char32_t code, std::string& out) {
  const auto* entry = cache().find(code);
  if (entry == nullptr || entry->size == Cache::too_long) return fold_by_unicode(code, out);
  out.append(entry->bytes.data(), entry->size);
}

std::string fold(std::string_view utf8) {
  std::string out;
  out.reserve(utf8.size());
  const Cache& known = cache();
  for (std::size_t at = 0; at < utf8.size();) {
    const auto byte = static_cast<unsigned char>(utf8[at]);
    if (byte < 0x80) {
      out += known.find(byte)->bytes[0];  // one for one
      ++at;
      continue;
    }
    const Char next = decode(utf8, at);
    fold_into(next.code, out);
    at += next.size;
  }
  return out;
}

}  // namespace dateline::text
