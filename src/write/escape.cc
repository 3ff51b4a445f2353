// Backslash escapes (CommonMark 2.4). "://" and "www." are broken up so that bare addresses do not
// become links.
#include "write/escape.h"

namespace dateline::write {
namespace {

constexpr std::string_view marks = "\\`*_{}[]()<>#+!|~$&^=";

bool is_control(unsigned char byte) { return byte < 0x20 || byte == 0x7F; }

// U+200E/F, U+202A..E, U+2066..9, U+FEFF and C1 controls: nothing to see, much to spoof. Gives
// their length in bytes.
std::size_t invisible_size(std::string_view text) {
  const auto byte = [&](std::size_t i) {
    return i < text.size() ? static_cast<unsigned char>(text[i]) : 0U;
  };
  if (byte(0) == 0xC2 && byte(1) >= 0x80 && byte(1) <= 0x9F) return 2;
  if (byte(0) == 0xEF && byte(1) == 0xBB && byte(2) == 0xBF) return 3;
  if (byte(0) != 0xE2) return 0;
  const bool marks_80 = byte(1) == 0x80 && (byte(2) == 0x8E || byte(2) == 0x8F ||
                                            (byte(2) >= 0xA8 && byte(2) <= 0xAE));
  const bool marks_81 = byte(1) == 0x81 && byte(2) >= 0xA6 && byte(2) <= 0xA9;
  return marks_80 || marks_81 ? 3 : 0;
}

bool ends_with_www(std::string_view before) {
  if (before.size() < 3) return false;
  const std::string_view last = before.substr(before.size() - 3);
  return (last[0] | 0x20) == 'w' && (last[1] | 0x20) == 'w' && (last[2] | 0x20) == 'w';
}

}  // namespace

std::string escape_markdown(std::string_view text) {
  std::string out;
  out.reserve(text.size() + text.size() / 8);
  for (std::size_t at = 0; at < text.size(); ++at) {
    const char c = text[at];
    if (const std::size_t size = invisible_size(text.substr(at)); size > 0) {
      at += size - 1;
      continue;
    }
    if (c == ' ' || is_control(static_cast<unsigned char>(c))) {
      if (!out.empty() && out.back() != ' ') out += ' ';
      continue;
    }
    const bool address = (c == ':' && text.substr(at, 3) == "://") ||
                         (c == '.' && ends_with_www(text.substr(0, at)));
    if (address || c == '@' || marks.find(c) != std::string_view::npos) out += '\\';
    out += c;
  }
  while (!out.empty() && out.back() == ' ') out.pop_back();
  return out;
}

std::string link_target(std::string_view url) {
  if (url.substr(0, 7) != "http://" && url.substr(0, 8) != "https://") return "";
  std::string out;
  for (const char c : url) {
    const auto byte = static_cast<unsigned char>(c);
    const bool plain = byte > 0x20 && byte < 0x7F &&
                       std::string_view("<>\"'()\\`[]{}|^*_").find(c) == std::string_view::npos;
    if (plain || c == '_') {
      out += c;
      continue;
    }
    constexpr std::string_view digits = "0123456789ABCDEF";
    out += '%';
    out += digits[byte >> 4];
    out += digits[byte & 15];
  }
  return out;
}

}  // namespace dateline::write
