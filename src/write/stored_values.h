// JSON values of records back into ours. Nothing is trusted: what is missing or of another kind
// gives the default, what contradicts itself is refused.
#pragma once

#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <string_view>

#include "dateline/article.h"
#include "dateline/date.h"
#include "dateline/event.h"
#include "dateline/mention.h"

namespace dateline::write {

using Json = nlohmann::json;

// Nothing for a line that is no JSON object or is nested deeper than any record of ours.
[[nodiscard]] std::optional<Json> parse_record(std::string_view line);

[[nodiscard]] const Json& member(const Json& object, const char* key);  // null where absent
[[nodiscard]] const Json& list(const Json& object,
                               const char* key);  // empty where absent or no array
[[nodiscard]] std::string text(const Json& object, const char* key);
[[nodiscard]] std::string_view view(const Json& object, const char* key);
[[nodiscard]] std::int64_t number(const Json& object, const char* key, std::int64_t otherwise = 0);
[[nodiscard]] double real(const Json& object, const char* key);
[[nodiscard]] bool boolean(const Json& object, const char* key);
[[nodiscard]] Span span(const Json& pair);
[[nodiscard]] Day day(const Json& object, const char* key);
[[nodiscard]] Date date(const Json& object);                               // start, end, precision
[[nodiscard]] std::optional<Coordinates> coordinates(const Json& object);  // lat, lon
[[nodiscard]] Published published(const Json& object);

// The value that `name` spells, or the first one.
template <typename Enum>
[[nodiscard]] Enum spelled(std::optional<Enum> value) {
  return value.value_or(Enum{});
}

[[nodiscard]] Source source(const Json& record);
[[nodiscard]] Event event(const Json& record);
[[nodiscard]] DayReport report(const Json& record);

}  // namespace dateline::write
