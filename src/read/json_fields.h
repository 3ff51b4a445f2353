// Which key of a record fills which field of a Document.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace dateline::read {

enum class FieldName : std::uint8_t {
  text,
  title,
  published,
  url,
  author,
  publisher,
  language,
  id
};
inline constexpr std::size_t field_names = static_cast<std::size_t>(FieldName::id) + 1;

[[nodiscard]] std::optional<FieldName> parse_field_name(std::string_view name);

struct FieldHit {
  FieldName field;
  std::uint32_t rank;  // the lowest wins
};

// The aliases of the output contract, with what the user says on top.
class FieldMap {
 public:
  explicit FieldMap(const std::vector<std::pair<std::string, std::string>>& overrides);
  // Nothing where no field goes by that key.
  [[nodiscard]] std::optional<FieldHit> find(std::string_view key) const;

 private:
  struct Alias {
    std::string key;
    FieldHit hit;
  };
  std::vector<Alias> aliases_;  // sorted by key
};

// "None", "null", "NaN" and the like stand for nothing.
[[nodiscard]] bool is_absent(std::string_view value);
[[nodiscard]] bool is_url(std::string_view value);

}  // namespace dateline::read
