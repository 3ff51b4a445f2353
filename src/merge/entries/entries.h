// Private to src/merge: the records of one event become one entry with all its sources.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "merge/entries/actors.h"
#include "merge/entries/plan.h"
#include "merge/records/articles.h"

namespace dateline::merge {

struct Entries {
  std::vector<Event> events;
  std::vector<std::uint64_t> identities;  // of each
};

// In the order of the plan, which gives up what was only told.
[[nodiscard]] Entries make_entries(const Articles& articles, const Labels& labels, Plan& plan,
                                   unsigned jobs);

// The text on one line: blanks of all kinds become one blank.
[[nodiscard]] std::string one_line(std::string_view text);

// A chosen sentence that no event was made of.
[[nodiscard]] Event entry_of_report(const Article& article, const DayReport& report);

// A hash of what an event is: type, start, actors, places, trigger. Its id says the same.
[[nodiscard]] std::uint64_t identity_of(const Event& event);
[[nodiscard]] std::string id_of(std::uint64_t identity);
// Gives other ids to entries whose ids are equal: these are told apart by their first evidence.
void tell_names_apart(Entries& entries);

}  // namespace dateline::merge
