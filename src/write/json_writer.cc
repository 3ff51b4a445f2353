// See json_writer.h. Escaping looks at each byte once and copies whole stretches that need none.
#include "write/json_writer.h"

#include <fmt/format.h>

#include <array>
#include <cmath>
#include <iterator>

namespace dateline::write {
namespace {

constexpr std::array<bool, 256> make_escaped() {
  std::array<bool, 256> table{};
  for (std::size_t c = 0; c < 0x20; ++c) table[c] = true;
  table['"'] = table['\\'] = table[0x7F] = true;
  return table;
}
constexpr std::array<bool, 256> escaped = make_escaped();

void append_escape(unsigned char c, std::string& out) {
  switch (c) {
    case '"':
      out += "\\\"";
      return;
    case '\\':
      out += "\\\\";
      return;
    case '\n':
      out += "\\n";
      return;
    case '\r':
      out += "\\r";
      return;
    case '\t':
      out += "\\t";
      return;
    case '\b':
      out += "\\b";
      return;
    case '\f':
      out += "\\f";
      return;
    default:
      fmt::format_to(std::back_inserter(out), "\\u{:04x}", c);
  }
}

void append_number(std::int64_t value, std::string& out) {
  const fmt::format_int digits(value);
  out.append(digits.data(), digits.size());
}

}  // namespace

void JsonWriter::text_or_null(std::string_view key, std::string_view value) {
  if (value.empty())
    null(key);
  else
    text(key, value);
}

void JsonWriter::number(std::string_view key, std::int64_t value) {
  this->key(key);
  append_number(value, out_);
}

void JsonWriter::real(std::string_view key, double value) {
  this->key(key);
  if (!std::isfinite(value)) {
    out_ += "null";
    return;
  }
  const std::size_t begin = out_.size();
  fmt::format_to(std::back_inserter(out_), "{}", value);
  if (out_.find_first_of(".e", begin) == std::string::npos) out_ += ".0";
}

void JsonWriter::boolean(std::string_view key, bool value) {
  this->key(key);
  out_ += value ? "true" : "false";
}

void JsonWriter::day(std::string_view key, Day value) {
  if (value == no_day)
    null(key);
  else
    text(key, to_iso(value));
}

void JsonWriter::span_or_null(std::string_view key, Span value) {
  if (value.empty())
    null(key);
  else
    span(key, value);
}

void JsonWriter::open(char bracket) {
  out_ += bracket;
  ++depth_;
  empty_ = true;
}

void JsonWriter::close(char bracket) {
  --depth_;
  if (!empty_) indent();
  out_ += bracket;
  empty_ = false;
}

void JsonWriter::key(std::string_view name) {
  separate();
  out_ += '"';
  out_ += name;
  out_ += style_ == JsonStyle::line ? "\":" : "\": ";
}

void JsonWriter::string(std::string_view value) {
  out_ += '"';
  std::size_t copied = 0;
  for (std::size_t i = 0; i < value.size(); ++i) {
    const auto c = static_cast<unsigned char>(value[i]);
    if (!escaped[c]) continue;
    out_.append(value, copied, i - copied);
    append_escape(c, out_);
    copied = i + 1;
  }
  out_.append(value, copied);
  out_ += '"';
}

void JsonWriter::pair(std::uint32_t first, std::uint32_t second) {
  out_ += '[';
  append_number(first, out_);
  out_ += style_ == JsonStyle::line ? "," : ", ";
  append_number(second, out_);
  out_ += ']';
}

void JsonWriter::separate() {
  if (depth_ == 0) return;
  if (!empty_) out_ += ',';
  empty_ = false;
  indent();
}

void JsonWriter::indent() {
  if (style_ == JsonStyle::line) return;
  out_ += '\n';
  out_.append(static_cast<std::size_t>(depth_) * 2, ' ');
}

}  // namespace dateline::write
