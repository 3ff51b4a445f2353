// Private to src/write: any text as Markdown that shows it and does nothing else.
#pragma once

#include <string>
#include <string_view>

namespace dateline::write {

// On one line; every character that Markdown (or HTML in it) could read as markup stands after a
// backslash; control characters and those that turn the direction of writing are left out.
[[nodiscard]] std::string escape_markdown(std::string_view text);

// As the target of a link, or "" where it is not a plain http(s) address.
[[nodiscard]] std::string link_target(std::string_view url);

}  // namespace dateline::write
