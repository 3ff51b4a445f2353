// A small JSON writer: places commas and indents, escapes what JSON demands and leaves UTF-8 as it
// is. One code path serves the records (compact, one line) and the finished chronology (two-space
// indent).
//
// What it writes gathers in a buffer of its own and goes to `out` when that is full and whenever
// the outermost bracket closes. The keys are literals: inlined, they are copied as constants.
#pragma once

#include <algorithm>
#include <charconv>
#include <cstdint>
#include <cstring>
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
      : out_(out), style_(style), depth_(depth), empty_(empty) {}
  JsonWriter(const JsonWriter&) = delete;
  JsonWriter& operator=(const JsonWriter&) = delete;
  ~JsonWriter() { flush(); }

  void open_object() { separate(), open('{'); }
  void open_object(std::string_view key) { this->key(key), open('{'); }
  void close_object() { close('}'); }
  void open_array(std::string_view key) { this->key(key), open('['); }
  void close_array() { close(']'); }

  void text(std::string_view key, std::string_view value) { this->key(key), string(value); }
  void text_or_null(std::string_view key, std::string_view value) {  // null where empty
    this->key(key), value.empty() ? put("null") : string(value);
  }
  void number(std::string_view key, std::int64_t value) { this->key(key), digits(value); }
  void real(std::string_view key, double value);  // shortest digits that read back the same
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

 private:
  static constexpr std::size_t capacity = 4096;
  static constexpr std::size_t longest_number = 24;

  // Room for so many bytes; no more than `capacity`.
  void need(std::size_t bytes) {
    if (static_cast<std::size_t>(buffer_ + capacity - at_) < bytes) flush();
  }
  void put(std::string_view constant) {
    need(constant.size());
    std::memcpy(at_, constant.data(), constant.size());
    at_ += constant.size();
  }
  void put(char c) { need(1), *at_++ = c; }

  [[gnu::always_inline]] void key(std::string_view name) {
    separate();
    need(name.size() + 4);
    *at_++ = '"';
    std::memcpy(at_, name.data(), name.size());
    at_ += name.size();
    *at_++ = '"';
    *at_++ = ':';
    if (style_ == JsonStyle::indented) *at_++ = ' ';
  }
  // A comma where something stands before, and the place to write at.
  [[gnu::always_inline]] void separate() {
    if (depth_ == 0) return;
    if (!empty_) put(',');
    empty_ = false;
    if (style_ == JsonStyle::indented) indent();
  }
  void indent() {
    constexpr std::string_view line = "\n                               ";
    const std::size_t size = std::min(static_cast<std::size_t>(depth_) * 2 + 1, line.size());
    need(line.size());
    std::memcpy(at_, line.data(), line.size());
    at_ += size;
  }

  void open(char bracket) {
    put(bracket);
    ++depth_;
    empty_ = true;
  }
  void close(char bracket);
  void string(std::string_view value);
  void escape(unsigned char c);
  void digits(std::int64_t value) {
    need(longest_number);
    at_ = std::to_chars(at_, buffer_ + capacity, value).ptr;
  }
  void iso(Day day);
  void pair(std::uint32_t first, std::uint32_t second);
  void flush();

  std::string& out_;
  JsonStyle style_;
  int depth_ = 0;
  bool empty_ = true;  // nothing stands yet in the innermost bracket
  char* at_ = buffer_;
  char buffer_[capacity];
};

}  // namespace dateline::write
