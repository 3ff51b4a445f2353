// What the marks say both may hold is looked for in the lists.
#include "merge/same/common.h"

#include <algorithm>
#include <bit>

#include "merge/records/circumstances.h"

namespace dateline::merge {

Common common_parts(const Record& a, const Record& b) {
  Common common;
  for_each_shared(a.marked_parts(), b.marked_parts(), [&](std::ptrdiff_t i, std::ptrdiff_t) {
    ++common.parts[a.part_list[i] & kind_mask];
  });
  common.in_both = a.kinds_of_parts & b.kinds_of_parts;
  common.shorter = std::min(a.word_count, b.word_count);
  common.fewer =
      std::min(a.telling_count + a.circumstance_count, b.telling_count + b.circumstance_count);
  return common;
}

void leave_out_circumstances(const Record& a, const Record& b, Common& common) {
  common.telling -= shared_circumstances(a, b);
  common.fewer = std::min(a.telling_count, b.telling_count);
}

void bound_words(const Record& a, const Record& b, Common& common) {
  common.words = std::min(common.shorter, std::popcount(a.word_marks & b.word_marks) +
                                              std::min(a.hidden_words, b.hidden_words));
  common.telling =
      shared_circumstances(a, b) + std::min({int{a.telling_count}, int{b.telling_count},
                                             std::popcount(a.telling_marks & b.telling_marks) +
                                                 std::min(a.hidden_telling, b.hidden_telling)});
}

void count_words(const Record& a, const Record& b, Common& common) {
  common.words = 0;
  common.telling = shared_circumstances(a, b);
  for_each_in_shared_ranges(
      a.marked_words(), b.marked_words(), [&](std::ptrdiff_t i, std::ptrdiff_t j) {
        ++common.words;
        common.telling += static_cast<int>((a.telling >> i) & (b.telling >> j) & 1U);
      });
}

}  // namespace dateline::merge
