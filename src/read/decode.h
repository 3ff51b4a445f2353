// Bytes of any of the usual encodings into valid UTF-8.
#pragma once

#include <string>
#include <string_view>

#include "dateline/problem.h"

namespace dateline::read {

// Makes `bytes` valid UTF-8 in place and returns what it was: utf-8, utf-16le, utf-16be or
// windows-1252. A byte order mark goes. Bad bytes become U+FFFD, which is said once for `file`.
std::string decode(std::string& bytes, std::string_view file, Problems& problems);

}  // namespace dateline::read
