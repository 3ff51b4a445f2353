// See json_mend.h.
#include "read/json_mend.h"

#include <charconv>

namespace dateline::read {
namespace {

// The code of "\uXXXX" at the beginning of `text`; 0 where there is none.
unsigned escape_at(std::string_view text) {
  if (!text.starts_with("\\u") || text.size() < 6) return 0;
  unsigned code = 0;
  const auto [end, error] = std::from_chars(text.data() + 2, text.data() + 6, code, 16);
  return error == std::errc() && end == text.data() + 6 ? code : 0;
}

bool is_high(unsigned code) { return code >= 0xD800 && code < 0xDC00; }
bool is_low(unsigned code) { return code >= 0xDC00 && code < 0xE000; }

// Appends the escape that `rest` begins with; returns how many bytes it has.
std::size_t append_escape(std::string_view rest, std::string& out) {
  const unsigned code = escape_at(rest);
  if (is_high(code) && is_low(escape_at(rest.substr(6)))) {
    out += rest.substr(0, 12);
    return 12;
  }
  if (is_high(code) || is_low(code)) {
    out += "\\ufffd";
    return 6;
  }
  out += rest.substr(0, 2);
  return rest.substr(0, 2).size();
}

std::string_view word_for_nothing(std::string_view rest) {
  for (const std::string_view word : {"NaN", "-Infinity", "Infinity"})
    if (rest.starts_with(word)) return word;
  return {};
}

}  // namespace

std::string mend_json(std::string_view json) {
  std::string out;
  out.reserve(json.size() + 64);
  bool in_string = false;
  for (std::size_t i = 0; i < json.size();) {
    const char c = json[i];
    if (in_string && c == '\\') {
      i += append_escape(json.substr(i), out);
      continue;
    }
    if (c == '"') in_string = !in_string;
    const std::string_view word = in_string ? std::string_view() : word_for_nothing(json.substr(i));
    if (!word.empty()) {
      out += "null";
      i += word.size();
      continue;
    }
    out += in_string && static_cast<unsigned char>(c) < 0x20 ? ' ' : c;
    ++i;
  }
  return out;
}

}  // namespace dateline::read
