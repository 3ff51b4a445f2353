// Private to src/merge: the records of one event become one entry with all its sources.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "merge/entries/actors.h"
#include "merge/records/articles.h"
#include "merge/records/record.h"

namespace dateline::merge {

struct Entries {
  std::vector<Event> events;
  std::vector<std::uint32_t>
      of_event;  // the entry of each event, in the count of all articles' events
  std::vector<std::uint32_t> of_record;
};

// `event` is what same_events() gave. The records are let go, as the entries need much memory; that
// there is room for so many more saves moving all of them.
[[nodiscard]] Entries make_entries(const Articles& articles, const Labels& labels, Records records,
                                   const std::vector<std::uint32_t>& event, std::size_t more,
                                   unsigned jobs);

// The text on one line: blanks of all kinds become one blank.
[[nodiscard]] std::string one_line(std::string_view text);

// A chosen sentence that no event was made of.
[[nodiscard]] Event entry_of_report(const Article& article, const DayReport& report);

// Ids are hashes of what an event is: type, start, actors, places, trigger; told apart by their
// first evidence where two would be equal.
void name_entries(std::vector<Event>& events, unsigned jobs);

}  // namespace dateline::merge
