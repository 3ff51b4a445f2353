// Private to src/merge: the records of one event become one entry with all its sources.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "merge/entries/actors.h"
#include "merge/entries/folding.h"
#include "merge/records/articles.h"
#include "merge/records/record.h"

namespace dateline::merge {

// Which records each entry is made of, and what of them is needed for that.
struct Groups {
  std::vector<std::uint32_t> begins;    // of each entry's members; one more than there are entries
  LargeVector<Member> members;          // those of an entry in the order of comparison
  std::vector<std::uint32_t> of_event;  // the entry of each event, as Article counts them
  std::vector<std::uint32_t> of_record;

  [[nodiscard]] std::size_t size() const { return begins.size() - 1; }
  [[nodiscard]] std::span<const Member> of(std::size_t entry) const {
    return std::span(members).subspan(begins[entry], begins[entry + 1] - begins[entry]);
  }
};
// `event` is what same_events() gave.
[[nodiscard]] Groups group_records(const Articles& articles, const Records& records,
                                   const std::vector<std::uint32_t>& event);

struct Entries {
  std::vector<Event> events;
  std::vector<std::uint64_t> identities;  // of each
};
// That there is room for so many more saves moving all of them.
[[nodiscard]] Entries make_entries(const Articles& articles, const Labels& labels,
                                   const Groups& groups, std::size_t more, unsigned jobs);

// The text on one line: blanks of all kinds become one blank.
[[nodiscard]] std::string one_line(std::string_view text);

// A chosen sentence that no event was made of.
[[nodiscard]] Event entry_of_report(const Article& article, const DayReport& report);

// A hash of what an event is: type, start, actors, places, trigger.
[[nodiscard]] std::uint64_t identity_of(const Event& event);
// Ids are their identities; told apart by their first evidence where two would be equal.
void name_entries(Entries& entries, unsigned jobs);

}  // namespace dateline::merge
