// --check: compares what would have been written with what stands there.
#pragma once

#include <string>
#include <string_view>

#include "cli/messages.h"

namespace dateline::cli {

// Prints a unified diff on standard output. Returns the exit status: 1 where they differ, else
// `otherwise`.
[[nodiscard]] int check(std::string_view made, const std::string& path, int otherwise,
                        Messages& messages);

}  // namespace dateline::cli
