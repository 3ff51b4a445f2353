// A small JSON writer: appends to a string, places commas and indents, escapes what JSON demands
// and leaves UTF-8 as it is. One code path serves the records (compact, one line) and the finished
// chronology (two-space indent).
#pragma once

#include <cstdint>
#include <optional>
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

  void open_object() { separate(), open('{'); }
  void open_object(std::string_view key) { this->key(key), open('{'); }
  void close_object() { close('}'); }
  void open_array(std::string_view key) { this->key(key), open('['); }
  void close_array() { close(']'); }

  void text(std::string_view key, std::string_view value) { this->key(key), string(value); }
  void text_or_null(std::string_view key, std::string_view value);  // null where empty
  void number(std::string_view key, std::int64_t value);
  void real(std::string_view key, double value);  // shortest digits that read back the same
  void boolean(std::string_view key, bool value);
  void null(std::string_view key) { this->key(key), out_ += "null"; }
  void day(std::string_view key, Day value);  // ISO or null
  void span(std::string_view key, Span value) { this->key(key), pair(value.begin, value.end); }
  void span_or_null(std::string_view key, Span value);  // null where empty
  void pair(std::string_view key, std::uint32_t first, std::uint32_t second) {
    this->key(key), pair(first, second);
  }

  void item(std::string_view value) { separate(), string(value); }
  void item(Span value) { separate(), pair(value.begin, value.end); }

 private:
  void open(char bracket);
  void close(char bracket);
  void key(std::string_view name);
  void string(std::string_view value);
  void pair(std::uint32_t first, std::uint32_t second);
  void separate();  // a comma where something stands before, and the place to write at
  void indent();

  std::string& out_;
  JsonStyle style_;
  int depth_ = 0;
  bool empty_ = true;  // nothing stands yet in the innermost bracket
};

}  // namespace dateline::write
