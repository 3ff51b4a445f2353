// What kind of input this is: by content first, then by the file's name.
#pragma once

#include <cstdint>
#include <string_view>

namespace dateline::read {

// `unread`: text of a kind that is made for programs and not read here, such as a table.
enum class InputKind : std::uint8_t { text, json, json_lines, html, binary, unread };

// `bytes` is all of an input, or its beginning with at least the first line if `name` does not
// already tell.
[[nodiscard]] InputKind recognise(std::string_view bytes, std::string_view name);
// What makes text of something binary or unread: a hint for the user; empty where it is of no known
// kind.
[[nodiscard]] std::string_view way_out(std::string_view bytes, std::string_view name);
// Cheap test on a beginning: is this a file of one record a line?
[[nodiscard]] bool is_json_lines(std::string_view bytes, std::string_view name);

}  // namespace dateline::read
