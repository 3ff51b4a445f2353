// Both lists are sorted: each is read once.
#include "merge/common.h"

#include <algorithm>
#include <bit>

#include "merge/circumstances.h"

namespace dateline::merge {

Common common_parts(const Record& a, const Record& b) {
  Common common;
  const Part *p = a.part_list, *p_end = p + a.part_count;
  const Part *q = b.part_list, *q_end = q + b.part_count;
  while (p != p_end && q != q_end) {
    const Part left = *p, right = *q;
    common.parts[left & kind_mask] += left == right;
    p += left <= right;
    q += right <= left;
  }
  common.in_both = a.kinds_of_parts & b.kinds_of_parts;
  common.shorter = std::min(a.word_count, b.word_count);
  common.fewer =
      std::min(a.telling_count + a.circumstance_count, b.telling_count + b.circumstance_count);
  common.most_words = std::min(common.shorter, std::popcount(a.word_bits & b.word_bits) +
                                                   std::min(a.hidden_words, b.hidden_words));
  return common;
}

void leave_out_circumstances(const Record& a, const Record& b, Common& common) {
  common.telling -= shared_circumstances(a, b);
  common.fewer = std::min(a.telling_count, b.telling_count);
}

void count_words(const Record& a, const Record& b, Common& common) {
  common.words = 0;
  common.telling = shared_circumstances(a, b);
  for (unsigned i = 0, j = 0; i < a.word_count && j < b.word_count;) {
    const std::uint32_t left = a.word_list[i], right = b.word_list[j];
    const bool same = left == right;
    common.words += same;
    common.telling += static_cast<int>((a.telling >> i) & (b.telling >> j) & std::uint32_t{same});
    i += left <= right;
    j += right <= left;
  }
}

}  // namespace dateline::merge
