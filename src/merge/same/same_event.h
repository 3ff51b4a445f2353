// Private to src/merge: which records tell of one event. Blocking first, then comparison inside a
// block: never all pairs. Each record is compared with a bounded number of events that share a key
// with it.
#pragma once

#include <cstdint>
#include <vector>

#include "merge/records/record.h"

namespace dateline::merge {

// The event of each record: the index of its first record. The result is the same for any number of
// jobs.
[[nodiscard]] std::vector<std::uint32_t> same_events(const Records& records, unsigned jobs);

// The agreement of two records of one sentence.
inline constexpr int word_for_word = 1000;
// How well two records agree; 0: they are not one event, or agree no better than `least`.
[[nodiscard]] int agreement(const Record& a, const Record& b, int least = 0);
// Do the marks of their towns say already that they contradict? Cheap, and most that do are known
// by that.
[[nodiscard]] bool are_elsewhere(const Record& a, const Record& b);
// Does something in their participants or places forbid that they are one?
[[nodiscard]] bool contradict(const Record& a, const Record& b);
// Have they a mode, or a stem of their triggers, in common?
[[nodiscard]] bool same_trigger(const Record& a, const Record& b);
// What two records have in common, whatever keeps them apart: names and sites, and of the words of
// the shorter sentence how many in a hundred.
struct Likeness {
  int names = 0, words = 0;
};
[[nodiscard]] Likeness likeness(const Record& a, const Record& b);

}  // namespace dateline::merge
