// How this room words what goes wrong.
#pragma once

#include <string>
#include <string_view>

#include "dateline/problem.h"

namespace dateline::read {

// "permission denied": errno in words, without a look at the locale.
[[nodiscard]] std::string reason(int error);

void add_warning(std::string_view code, std::string_view file, std::string_view message,
                 std::string_view hint, Problems& problems, std::uint32_t line = 0,
                 std::string_view source_line = {});
void add_note(std::string_view code, std::string_view file, std::string_view message,
              std::string_view hint, Problems& problems, std::uint32_t line = 0);

// A path as the name of a document: names of files may be any bytes, names of documents are UTF-8.
[[nodiscard]] std::string name_of(const std::string& path);

// At most some 80 bytes of a line, cut at a character, for showing.
[[nodiscard]] std::string excerpt(std::string_view line);

}  // namespace dateline::read
