// Is a text a history? Then its months and days belong to the last date told, not to the day of
// publication.
//
// Decided from the text itself: a history names years throughout and hardly uses words that count
// from its own day.
#pragma once

#include "rules/rules.h"
#include "time/actions.h"

namespace dateline::time {

// A cheap look: enough four-digit numbers that could be years?
[[nodiscard]] bool may_be_narrative(const rules::Reading& reading, text::TokenRange range);

class NarrativeVote {
 public:
  void add(const Action& action);
  [[nodiscard]] bool decide() const;

 private:
  int years_ = 0;     // expressions that state their year
  int relative_ = 0;  // expressions that count from the day of publication, and bare weekdays
};

}  // namespace dateline::time
