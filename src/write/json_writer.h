// A small JSON writer: places commas and indents, escapes what JSON demands and leaves UTF-8 as it
// is. One code path serves the records (compact, one line) and the finished chronology (two-space
// indent).
//
// What it writes gathers in a buffer of its own and goes to `out` when that is full, whenever the
// outermost bracket closes, and at the end. One check a field keeps room for all of it but strings.
// The keys are literals: inlined, they are copied as constants.
#pragma once

#include <algorithm>
#include <charconv>
#include <cstdint>
#include <cstring>
#include <iterator>
#include <string>
#include <string_view>

#include "dateline/date.h"
#include "dateline/span.h"

namespace dateline::write {

enum class JsonStyle { line, indented };

class JsonWriter {
 public:
  explicit JsonWriter(std::string& out, JsonStyle style = JsonStyle::line)
      : out_(out), style_(style) {}
  // Goes on where another has come to: so many brackets are open, and in the innermost stands
  // something or nothing.
  JsonWriter(std::string& out, JsonStyle style, int depth, bool empty)
      : out_(out), style_(style), depth_(depth), comma_(empty ? 0 : 1) {}
  JsonWriter(const JsonWriter&) = delete;
  JsonWriter& operator=(const JsonWriter&) = delete;
  ~JsonWriter() { flush(); }

  void open_object() { separate(), open('{'); }
  void open_object(std::string_view key) { this->key(key), open('{'); }
  void close_object() { close('}'); }
  void open_array(std::string_view key) { this->key(key), open('['); }
  void close_array() { close(']'); }
  // Closes the object of a record and its line; what is written goes on gathering.
  void close_line() { --depth_, comma_ = 0, put('}'), put('\n'); }

  [[gnu::always_inline]] void text(std::string_view key, std::string_view value) {
    this->key(key), string(value);
  }
  // Null where empty.
  [[gnu::always_inline]] void text_or_null(std::string_view key, std::string_view value) {
    this->key(key), value.empty() ? put("null") : string(value);
  }
  void number(std::string_view key, std::int64_t value) { this->key(key), digits(value); }
  void real(std::string_view key, double value) { this->key(key), real(value); }
  void boolean(std::string_view key, bool value) {
    this->key(key), value ? put("true") : put("false");
  }
  void null(std::string_view key) { this->key(key), put("null"); }
  void day(std::string_view key, Day value) {  // ISO or null
    this->key(key), value == no_day ? put("null") : iso(value);
  }
  void span(std::string_view key, Span value) { this->key(key), pair(value.begin, value.end); }
  void span_or_null(std::string_view key, Span value) {  // null where empty
    this->key(key), value.empty() ? put("null") : pair(value.begin, value.end);
  }
  void pair(std::string_view key, std::uint32_t first, std::uint32_t second) {
    this->key(key), pair(first, second);
  }

  void item(std::string_view value) { separate(), string(value); }
  void item(std::int64_t value) { separate(), digits(value); }
  void item(Span value) { separate(), pair(value.begin, value.end); }
  void hex(std::uint64_t value);  // 16 digits, as a string

 private:
  static constexpr std::size_t capacity = 2048;
  static constexpr std::size_t longest_number = 24;
  static constexpr std::size_t longest_indent = 32;
  // A key, its brackets and commas, and a number, or two, or a day.
  static constexpr std::size_t longest_field = 256;

  // Puts are not checked: each field and bracket begins with `make_room`.
  void put(std::string_view constant) {
    std::memcpy(at_, constant.data(), constant.size());
    at_ += constant.size();
  }
  void put(char c) { *at_++ = c; }

  // Keys are short. (The place to write at is a local: what is written might else be it.)
  [[gnu::always_inline]] void key(std::string_view name) {
    separate();
    char* at = at_;
    *at++ = '"';
    std::memcpy(at, name.data(), name.size());
    at += name.size();
    *at++ = '"';
    *at++ = ':';
    *at = ' ';
    at_ = at + (style_ == JsonStyle::indented ? 1 : 0);
  }
  // Room for a field, a comma where something stands before it, and the place to write at.
  [[gnu::always_inline]] void separate() {
    make_room();
    char* const at = at_;
    at_ = at + comma_;
    comma_ = 1;
    *at = ',';
    if (style_ == JsonStyle::indented && depth_ > 0) indent();
  }
  void make_room() {
    if (at_ > buffer_ + capacity) [[unlikely]]
      flush();
  }
  // For so many bytes of a string, an escape and the marks behind it.
  void make_room(std::size_t bytes) {
    if (bytes + longest_number > static_cast<std::size_t>(std::end(buffer_) - at_)) flush();
  }
  void indent() {
    constexpr std::string_view line = "\n                               ";
    static_assert(line.size() == longest_indent);
    const std::size_t size = std::min(static_cast<std::size_t>(depth_) * 2 + 1, line.size());
    std::memcpy(at_, line.data(), line.size());
    at_ += size;
  }

  void open(char bracket) {
    put(bracket);
    ++depth_;
    comma_ = 0;
  }
  void close(char bracket) {
    make_room();
    --depth_;
    if (comma_ != 0 && style_ == JsonStyle::indented) indent();
    put(bracket);
    comma_ = 1;
    if (depth_ == 0) end();
  }
  void end() { comma_ = 0, flush(); }
  void string(std::string_view value);
  void escaped_string(std::string_view value);
  void escape(unsigned char c);
  void real(double value);
  void digits(std::int64_t value) { at_ = std::to_chars(at_, at_ + longest_number, value).ptr; }
  void iso(Day day);
  void pair(std::uint32_t first, std::uint32_t second);
  void flush();

  std::string& out_;
  JsonStyle style_;
  int depth_ = 0;
  std::size_t comma_ = 0;  // how many go before what stands next in the innermost bracket
  Day last_day_ = no_day;
  char last_iso_[12];  // of last_day_, between quotation marks
  char* at_ = buffer_;
  char buffer_[capacity + longest_field];
};

}  // namespace dateline::write
