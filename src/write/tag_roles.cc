// See tag_roles.h.
#include "write/tag_roles.h"

#include <algorithm>
#include <array>

namespace dateline::write {
namespace {

constexpr std::array<std::string_view, 13> roles = {
    "none",  "paragraph", "heading", "list-item", "caption", "quote", "navigation",
    "aside", "footer",    "header",  "link-list", "table",   "hidden"};

}  // namespace

std::string_view to_string(TagRole role) { return roles[static_cast<std::size_t>(role)]; }

std::optional<TagRole> parse_tag_role(std::string_view name) {
  const auto found = std::find(roles.begin(), roles.end(), name);
  if (found == roles.end()) return std::nullopt;
  return static_cast<TagRole>(found - roles.begin());
}

}  // namespace dateline::write
