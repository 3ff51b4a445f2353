// The classes of words that line features count. Which words belong to them stands in
// data/en/segment/*.tsv.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace dateline::segment {

enum class WordClass : std::uint8_t {
  boilerplate,
  said,
  calendar,
  sharing,
  legal,
  caption,
  you,
  credit,
  weekday,
  site
};
inline constexpr std::size_t word_classes = 10;
inline constexpr std::array<std::string_view, word_classes> word_class_names = {
    "boilerplate",  "said",        "calendar-word", "sharing-word", "legal-word",
    "caption-word", "reader-word", "credit-word",   "weekday-word", "site-word"};

}  // namespace dateline::segment
