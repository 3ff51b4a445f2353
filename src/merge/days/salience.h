// Private to src/merge: how much was written about each day, and the sentences that tell of it
// best.
//
// Documents are counted, not sentences: a day weighs as much as documents tell of it, near-copies
// once. Measured on news timelines this finds the days that journalists chose better than
// regression on sentence counts does.
#pragma once

#include <cstdint>
#include <vector>

#include "merge/days/topic.h"
#include "merge/records/articles.h"

namespace dateline::merge {

// A sentence that tells of a day: a report, or the undated lead of an article published on the day
// or the day after.
struct Telling {
  Day day = no_day;
  std::uint32_t article = 0;
  std::uint32_t report = 0;  // index into the article's reports
  float weight = 0;
  bool named = false;  // holds a word of the query, or there is none
  const Report* told = nullptr;
};

struct DaySalience {
  Day day = no_day;
  double documents_weighed = 0;  // n(d)
  double salience = 0;           // s(d)
  std::uint32_t documents = 0;   // groups of near-copies
  std::vector<Telling> best;     // the sentences to show, best first
};

// Sorted by day; only days that a sentence on the topic tells of.
[[nodiscard]] std::vector<DaySalience> weigh_days(const Articles& articles, const Topic& topic,
                                                  unsigned jobs);

}  // namespace dateline::merge
