// Long quotations and long sentences as hashes of their words: what articles about one day's news
// have in common.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "dateline/span.h"

namespace dateline::segment {

// `hash` is odd for a quotation, even for a sentence; marks, blanks and case do not count.
struct SharedText {
  std::uint64_t hash = 0;
  Span span;
};

// Appends those that lie in `within`, which is one or more paragraphs of `text`.
void find_shared_texts(std::string_view text, Span within, std::vector<SharedText>& out);

// What a text in common tells: words put in quotation marks travel less far from their day than a
// sentence does, which may be background that is told again for months.
[[nodiscard]] constexpr std::uint32_t weight_of(std::uint64_t hash) {
  return (hash & 1) != 0 ? 2 : 1;
}

inline constexpr std::uint32_t sister_weight = 2;  // in common with one document, at least
inline constexpr std::size_t most_holders = 12;  // a text in more documents than this is a formula

}  // namespace dateline::segment
