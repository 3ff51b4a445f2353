// What the readers of dates share: numbers, and the tokens from one position on.
#pragma once

#include <charconv>
#include <cstdint>
#include <string_view>

#include "segment/lines/stamps.h"

namespace dateline::segment {

inline constexpr std::int32_t earliest_year = 1900, latest_year = 2100;

inline std::int32_t number(std::string_view digits) {
  std::int32_t value = -1;
  if (digits.size() <= 9) std::from_chars(digits.data(), digits.data() + digits.size(), value);
  return value;
}

inline bool is_year(std::string_view digits) {
  return digits.size() == 4 && number(digits) >= earliest_year && number(digits) <= latest_year;
}

// Of two digits: no page is older than 1991.
inline std::int32_t full_year(std::int32_t digits) { return digits + (digits > 90 ? 1900 : 2000); }

// The tokens from one position on.
struct StampReader::Cursor {
  const rules::Reading& reading;
  std::uint32_t at, last;

  [[nodiscard]] bool has(std::uint32_t k) const { return at + k < last; }
  [[nodiscard]] std::string_view word(std::uint32_t k) const {
    return has(k) ? reading.word(at + k) : std::string_view();
  }
  [[nodiscard]] bool digits(std::uint32_t k) const {
    return has(k) && reading.tokens.has(at + k, text::is_number);
  }
  [[nodiscard]] bool glued(std::uint32_t k) const {
    return has(k) && reading.tokens.has(at + k, text::glued);
  }
};

}  // namespace dateline::segment
