// The spelling of what markup said; only the records need it.
#pragma once

#include <optional>
#include <string_view>

#include "dateline/document.h"

namespace dateline::write {

[[nodiscard]] std::string_view to_string(TagRole role);
[[nodiscard]] std::optional<TagRole> parse_tag_role(std::string_view name);

}  // namespace dateline::write
