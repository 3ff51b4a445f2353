// A Span is a half-open range of bytes [begin, end) in the UTF-8 text of one document. Everything
// that dateline finds is a Span: a name, a date, a line, an article. Spans begin and end on UTF-8
// character boundaries.
//
//   text   T h e   K r e m l i n   s a i d
//   byte   0 1 2 3 4             11          Span{4, 11} is "Kremlin"
#pragma once

#include <cstdint>
#include <string_view>

namespace dateline {

struct Span {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;

  [[nodiscard]] constexpr std::uint32_t size() const { return end - begin; }
  [[nodiscard]] constexpr bool empty() const { return begin == end; }
  [[nodiscard]] constexpr bool contains(Span other) const {
    return begin <= other.begin && other.end <= end;
  }
  [[nodiscard]] constexpr bool overlaps(Span other) const {
    return begin < other.end && other.begin < end;
  }
  // The characters of this span; `text` must be the text of the span's own document.
  [[nodiscard]] constexpr std::string_view of(std::string_view text) const {
    return text.substr(begin, size());
  }
  friend constexpr bool operator==(Span, Span) = default;
  friend constexpr auto operator<=>(Span, Span) = default;
};

}  // namespace dateline
