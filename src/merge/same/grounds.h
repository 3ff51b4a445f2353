// Private to src/merge: what speaks for two records being one event, and what against it, in
// points.
#pragma once

#include "merge/records/record.h"
#include "merge/same/common.h"

namespace dateline::merge {

// What speaks for two records, and against.
struct Grounds {
  int points = 0;
  int doubts = 0;  // once they are known, taken off the points
  bool trigger = false;
  bool once = false;  // what befalls a person or a country not often
};

// All but the doubts, which cost more to find.
[[nodiscard]] Grounds weigh(const Record& a, const Record& b, const Common& common, bool trigger);
void take_off_doubts(const Record& a, const Record& b, const Common& common, Grounds& grounds);

// Of these, for the words.
[[nodiscard]] int telling_points(const Common& common);
// Persons, names, places and countries.
[[nodiscard]] int who_and_where(const Common& common);
[[nodiscard]] bool share_stem(const Record& a, const Record& b);
[[nodiscard]] inline bool are_both(const Record& a, const Record& b, Deed deed) {
  return a.deeds.is(deed) && b.deeds.is(deed);
}
// One person dies once; a country's rulers fall seldom.
[[nodiscard]] bool is_of_once(const Record& a, const Record& b, const Common& common);
// About as many died in one town: whatever did it, and whatever it is called.
[[nodiscard]] bool share_toll(const Record& a, const Record& b, const Common& common);
// Some died, by both, and about as many.
[[nodiscard]] bool have_near_tolls(const Record& a, const Record& b);
// Both were storms, or shootings, told in much the same words.
[[nodiscard]] bool share_cause(const Record& a, const Record& b, const Common& common);
// Two reports that name one day and word one thing in much the same way, though the one says "the
// capital" and the other names it.
[[nodiscard]] bool is_retold(const Record& a, const Record& b, const Common& common);

}  // namespace dateline::merge
