// See recognise.h.
#include "read/recognise.h"

#include <algorithm>
#include <array>
#include <cstdint>

#include "read/html.h"
#include "read/json.h"
#include "text/text.h"

namespace dateline::read {
namespace {

constexpr std::string_view utf8_mark = "\xEF\xBB\xBF";

bool ends_with_any(std::string_view name, std::string_view a, std::string_view b) {
  const auto ends = [name](std::string_view ending) {
    return name.size() >= ending.size() &&
           std::equal(ending.rbegin(), ending.rend(), name.rbegin(),
                      [](char x, char y) { return x == (y >= 'A' && y <= 'Z' ? y + 32 : y); });
  };
  return ends(a) || ends(b);
}

std::string_view without_mark_and_blanks(std::string_view bytes) {
  if (bytes.starts_with(utf8_mark)) bytes.remove_prefix(utf8_mark.size());
  const std::size_t first = bytes.find_first_not_of(" \t\r\n");
  return first == std::string_view::npos ? std::string_view() : bytes.substr(first);
}

bool has_utf16_mark(std::string_view bytes) {
  return bytes.starts_with("\xFF\xFE") || bytes.starts_with("\xFE\xFF");
}

// May any of eight bytes be a control character?
bool may_hold_controls(std::uint64_t bytes) {
  constexpr std::uint64_t ones = 0x0101010101010101U, tops = ones << 7;
  const std::uint64_t deletes = bytes ^ ones * 0x7F;
  return (((bytes - ones * 0x20) & ~bytes) | ((deletes - ones) & ~deletes)) & tops;
}

struct Controls {
  std::size_t zeros[2] = {};  // at even, at odd places: text in UTF-16 has them in one of the two
  std::size_t others = 0;

  void count(unsigned char c, std::size_t place) {
    if (c == 0) ++zeros[place % 2];
    const bool blank =
        c == '\t' || c == '\n' || c == '\r' || c == '\f' || c == '\v' || c == 0x1B || c == 0x08;
    if ((c < 0x20 && !blank) || c == 0x7F) ++others;
  }
};

// Files of these kinds begin so, and may hold no other sign of what they are.
struct Magic {
  std::string_view beginning, way_out;
};
constexpr std::array magics = {
    Magic{"%PDF-", "a PDF file: pdftotext makes text of it"},
    Magic{"\x1F\x8B", "compressed by gzip: gunzip -c FILE | dateline -"},
    Magic{"PK\x03\x04", "a ZIP archive, or a document that is one: unpack or export it first"},
    Magic{"BZh", "compressed by bzip2: bunzip2 -c FILE | dateline -"},
    Magic{"\xFD"
          "7zXZ",
          "compressed by xz: xz -dc FILE | dateline -"},
    Magic{"\x28\xB5\x2F\xFD", "compressed by zstd: zstd -dc FILE | dateline -"},
};

const Magic* magic_of(std::string_view bytes) {
  const auto* const found = std::find_if(magics.begin(), magics.end(), [&](const Magic& magic) {
    return bytes.starts_with(magic.beginning);
  });
  return found == magics.end() ? nullptr : found;
}

// Text of kinds that hold articles, and that nothing here reads.
struct TextKind {
  std::string_view beginning, extension, way_out;
};
constexpr std::array unread_texts = {
    TextKind{"WARC/", "", "a WARC archive: unpack its pages first"},
    TextKind{"<?xml", "", "an XML file, such as a feed: make JSON Lines of its items"},
    TextKind{"<rss", "", "a feed: make JSON Lines of its items"},
    TextKind{"<feed", "", "a feed: make JSON Lines of its items"},
    TextKind{"", ".csv", "a table: make JSON Lines of its rows"},
    TextKind{"", ".tsv", "a table: make JSON Lines of its rows"},
};

const TextKind* unread_text(std::string_view bytes, std::string_view name) {
  const std::string_view content = without_mark_and_blanks(bytes);
  const auto* const found =
      std::find_if(unread_texts.begin(), unread_texts.end(), [&](const TextKind& kind) {
        return content.starts_with(kind.beginning) &&
               (kind.extension.empty() || ends_with_any(name, kind.extension, kind.extension));
      });
  return found == unread_texts.end() ? nullptr : found;
}

// NUL bytes, or more control characters and bytes of no character set than any text has.
bool is_binary(std::string_view bytes) {
  if (has_utf16_mark(bytes)) return false;
  const std::string_view beginning = bytes.substr(0, 8192);
  Controls controls;
  for (std::size_t at = 0; at < beginning.size(); at += 8) {
    if (!may_hold_controls(text::load_chunk(beginning, at))) continue;
    const std::size_t end = std::min(at + 8, beginning.size());
    for (std::size_t i = at; i < end; ++i)
      controls.count(static_cast<unsigned char>(beginning[i]), i);
  }
  const std::size_t half = beginning.size() / 2;
  const auto [even, odd] = controls.zeros;
  if (even + odd > 0)
    return !(std::max(even, odd) * 10 > half * 4 && std::min(even, odd) * 50 <= half);
  return controls.others * 50 > beginning.size();
}

}  // namespace

bool is_json_lines(std::string_view bytes, std::string_view name) {
  const std::string_view content = without_mark_and_blanks(bytes);
  if (!content.starts_with('{')) return false;
  if (ends_with_any(name, ".jsonl", ".ndjson")) return true;
  const std::size_t newline = content.find('\n');
  if (newline == std::string_view::npos) return false;
  return is_json_object(content.substr(0, newline));
}

std::string_view way_out(std::string_view bytes, std::string_view name) {
  if (const Magic* const magic = magic_of(bytes); magic != nullptr) return magic->way_out;
  const TextKind* const kind = unread_text(bytes, name);
  return kind == nullptr ? std::string_view() : kind->way_out;
}

InputKind recognise(std::string_view bytes, std::string_view name) {
  if (bytes.starts_with("%PDF-") || is_binary(bytes)) return InputKind::binary;
  const std::string_view content = without_mark_and_blanks(bytes);
  if (is_json_lines(bytes, name)) return InputKind::json_lines;
  if (content.starts_with('{') &&
      (ends_with_any(name, ".json", ".jsonl") || is_json_object(content)))
    return InputKind::json;
  if (content.starts_with('[') && (ends_with_any(name, ".json", ".json") || is_json_array(content)))
    return InputKind::json;
  if (is_html(bytes, name)) return InputKind::html;
  return unread_text(bytes, name) == nullptr ? InputKind::text : InputKind::unread;
}

}  // namespace dateline::read
