// Two texts as a unified diff, by lines.
#pragma once

#include <string>
#include <string_view>

namespace dateline::cli {

// "" where they are equal. Three lines of context.
[[nodiscard]] std::string unified_diff(std::string_view before, std::string_view after,
                                       std::string_view before_name, std::string_view after_name);

}  // namespace dateline::cli
