// Private to src/merge: sorted lists of hashes that are compared with many others, of which they
// share little. Of 64 equal ranges of hashes each list marks those that it has some in: only if
// both have marked one are they compared.
#pragma once

#include <bit>
#include <cstdint>
#include <span>

namespace dateline::merge {

struct Marked {
  const std::uint32_t *begin, *end;  // sorted
  std::uint64_t marks;
};

[[nodiscard]] constexpr unsigned range_of(std::uint32_t hash) { return hash >> 26; }

[[nodiscard]] inline std::uint64_t marks_of(std::span<const std::uint32_t> list) {
  std::uint64_t marks = 0;
  for (const std::uint32_t hash : list) marks |= std::uint64_t{1} << range_of(hash);
  return marks;
}

// Calls visit(i, j) for each number that both hold: where it stands in the one, and in the other.
// For short lists.
template <typename Visit>
void for_each_shared(const Marked& a, const Marked& b, const Visit& visit) {
  if ((a.marks & b.marks) == 0) return;
  for (const std::uint32_t *p = a.begin, *q = b.begin; p != a.end && q != b.end;) {
    const std::uint32_t left = *p, right = *q;
    if (left == right) visit(p - a.begin, q - b.begin);
    p += left <= right;
    q += right <= left;
  }
}

// The same for longer ones: what is in a range of one list only is skipped.
template <typename Visit>
void for_each_in_shared_ranges(const Marked& a, const Marked& b, const Visit& visit) {
  const std::uint32_t *p = a.begin, *q = b.begin;
  for (std::uint64_t both = a.marks & b.marks; both != 0; both &= both - 1) {
    const auto range = static_cast<unsigned>(std::countr_zero(both));
    while (range_of(*p) < range) ++p;
    while (range_of(*q) < range) ++q;
    do {
      const std::uint32_t left = *p, right = *q;
      if (left == right) visit(p - a.begin, q - b.begin);
      p += left <= right;
      q += right <= left;
    } while (p != a.end && q != b.end && range_of(*p) == range && range_of(*q) == range);
  }
}

}  // namespace dateline::merge
