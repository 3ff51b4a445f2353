// See json_fields.h.
#include "read/json_fields.h"

#include <algorithm>

#include "read/read.h"

namespace dateline::read {
namespace {

constexpr std::array<std::string_view, field_names> names = {
    "text", "title", "published", "url", "author", "publisher", "language", "id"};

// By field, the first hit wins.
constexpr std::array<std::string_view, field_names> known_keys = {
    "maintext text plain_text body content article p",
    "title headline title_page",
    "date_publish publish_date published_date published_at published pub_date datePublished date "
    "ts",
    "url canonical_link requested_url link u source",
    "authors author byline",
    "source_domain hostname sitename source-hostname meta_site_name publisher domain",
    "language lang meta_lang",
    "id doc uid"};

bool same_letters(std::string_view a, std::string_view lower) {
  return a.size() == lower.size() &&
         std::equal(a.begin(), a.end(), lower.begin(),
                    [](char x, char y) { return (x >= 'A' && x <= 'Z' ? x + 32 : x) == y; });
}

}  // namespace

std::optional<FieldName> parse_field_name(std::string_view name) {
  const auto found = std::find(names.begin(), names.end(), name);
  if (found == names.end()) return std::nullopt;
  return static_cast<FieldName>(found - names.begin());
}

bool is_field_name(std::string_view name) { return parse_field_name(name).has_value(); }

FieldMap::FieldMap(const std::vector<std::pair<std::string, std::string>>& overrides) {
  std::uint32_t rank = 0;
  const auto add = [this, &rank](std::string_view key, FieldName field) {
    const auto same = [key](const Alias& alias) { return alias.key == key; };
    if (std::none_of(aliases_.begin(), aliases_.end(), same))
      aliases_.push_back({std::string(key), {field, rank++}});
  };
  for (const auto& [name, key] : overrides)
    if (const auto field = parse_field_name(name)) add(key, *field);
  for (std::size_t i = 0; i < field_names; ++i) {
    for (std::string_view rest = known_keys[i]; !rest.empty();) {
      const std::size_t blank = std::min(rest.find(' '), rest.size());
      add(rest.substr(0, blank), static_cast<FieldName>(i));
      rest.remove_prefix(std::min(blank + 1, rest.size()));
    }
  }
  std::sort(aliases_.begin(), aliases_.end(),
            [](const Alias& a, const Alias& b) { return a.key < b.key; });
}

std::optional<FieldHit> FieldMap::find(std::string_view key) const {
  const auto found =
      std::lower_bound(aliases_.begin(), aliases_.end(), key,
                       [](const Alias& alias, std::string_view k) { return alias.key < k; });
  if (found == aliases_.end() || found->key != key) return std::nullopt;
  return found->hit;
}

bool is_absent(std::string_view value) {
  return value.empty() || same_letters(value, "none") || same_letters(value, "null") ||
         same_letters(value, "nan");
}

bool is_url(std::string_view value) {
  return (value.starts_with("http://") || value.starts_with("https://") ||
          value.starts_with("www.")) &&
         value.find(' ') == std::string_view::npos;
}

}  // namespace dateline::read
