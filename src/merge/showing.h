// Private to src/merge: leads the chosen sentences of the days to entries.
#pragma once

#include <cstdint>
#include <vector>

#include "dateline/event.h"
#include "merge/base/flat_map.h"
#include "merge/days/salience.h"
#include "merge/entries/plan.h"
#include "merge/records/articles.h"

namespace dateline::merge {

struct Shown {
  ChronologyDay day;
  std::vector<std::uint32_t> best;  // entries of the chosen sentences
};

// Each sentence to an event that was made of it, else to a new one of type `other`. A lone
// article's sentence without a date and an event weighs for its day, and tells of it nothing. The
// entry is summed up by its first chosen sentence; a later one about the same event is not shown
// again.
class Showing {
 public:
  // Adds to the plan what was only told, and the summaries.
  Showing(const Articles& articles, Plan& plan);

  [[nodiscard]] Shown show(const DaySalience& day);

 private:
  std::uint32_t entry_of(const Telling& telling, std::uint32_t documents);
  // An event from the sentence which has no chosen summary yet: of that day, else one that was by
  // then; `any`: there are events with one.
  std::uint32_t event_of(const Article& article, const Report& report, bool& any) const;

  const Articles& articles_;
  Plan& plan_;
  FlatMap told_;  // (article, report) -> entry
};

}  // namespace dateline::merge
