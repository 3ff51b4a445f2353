// Private to src/merge: what two records have in common, counted.
#pragma once

#include <array>

#include "merge/records/record.h"

namespace dateline::merge {

// Parts and words that are in both records.
struct Common {
  std::array<int, kind_mask + 1> parts = {};
  unsigned in_both = 0;  // kinds that both have parts of, one bit each
  int words = 0;         // content words of the sentences
  int shorter = 0;       // how many content words the shorter sentence has
  // Shared words that name no date, place, actor or toll, and circumstances.
  int telling = 0;
  int fewer = 0;  // how many of them the sentence with fewer has

  [[nodiscard]] int of(PartKind kind) const { return parts[static_cast<std::size_t>(kind)]; }
  // Both have such parts, but none in common.
  [[nodiscard]] bool clashes(PartKind kind) const {
    return of(kind) == 0 && (in_both >> static_cast<unsigned>(kind) & 1U) != 0;
  }
  [[nodiscard]] int named() const { return of(PartKind::name) + of(PartKind::person); }
  [[nodiscard]] bool places() const { return of(PartKind::site) + of(PartKind::area) > 0; }
  // As a percentage of the telling words of the sentence with fewer: long sentences share some by
  // chance.
  [[nodiscard]] int told_percent() const { return fewer == 0 ? 0 : 100 * telling / fewer; }
  // Shared words as a percentage of the shorter sentence's; 0 for a sentence of one to three.
  [[nodiscard]] int overlap_percent() const { return shorter < 4 ? 0 : 100 * words / shorter; }
};

// All but `words` and `telling`.
[[nodiscard]] Common common_parts(const Record& a, const Record& b);
// Without a day, that both were shootings says little.
void leave_out_circumstances(const Record& a, const Record& b, Common& common);
// These cost most, and are counted last; before that, as many as there may be.
void bound_words(const Record& a, const Record& b, Common& common);
void count_words(const Record& a, const Record& b, Common& common);

}  // namespace dateline::merge
