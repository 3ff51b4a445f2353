// The character set of an HTML page: byte order mark, then what its meta tag says, then the bytes
// themselves.
#pragma once

#include <string>
#include <string_view>

#include "dateline/problem.h"

namespace dateline::read {

// "windows-1251" of <meta charset="windows-1251">, lower case; "" where none is stated in the first
// bytes.
[[nodiscard]] std::string stated_charset(std::string_view bytes);

// Makes `bytes` valid UTF-8 in place and returns what it was.
std::string decode_html(std::string& bytes, std::string_view file, Problems& problems);

}  // namespace dateline::read
