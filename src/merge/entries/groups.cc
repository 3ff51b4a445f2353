// An event is named by its first record; entries are numbered in the order of these.
#include "merge/entries/groups.h"

#include <algorithm>
#include <numeric>

namespace dateline::merge {
namespace {

Member member_of(const Record& record) {
  Member member;
  member.block = record.block;
  member.at = record.at;
  member.article = record.article;
  member.begin = record.begin;
  member.trigger_begin = record.trigger_begin;
  member.date = record.date();
  member.participants = record.participants;
  member.type = record.type;
  member.is_background = record.background;
  member.is_stated = record.stated;
  member.is_body = record.zone == Zone::body;
  member.is_anchored = record.is_anchored;
  return member;
}

// History last; then the narrowest date, one that the text states, one from the body, the most
// participants.
std::uint64_t rank_of(const Member& member) {
  const Day first = member.date.first == no_day ? beginning_of_time : member.date.first;
  const Day last = member.date.last == no_day ? end_of_time : member.date.last;
  std::uint64_t rank = member.is_background ? 1 : 0;
  rank = rank << 32 | static_cast<std::uint32_t>(last - first);
  rank = rank << 1 | (member.is_stated ? 0 : 1);
  rank = rank << 1 | (member.is_body ? 0 : 1);
  return rank << 16 | (0xFFFFU - member.participants);
}

}  // namespace

// Of equals the first.
const Member& best_of(std::span<const Member> members) {
  const Member* best = &members.front();
  std::uint64_t least = rank_of(*best);
  for (const Member& member : members.subspan(1)) {
    const std::uint64_t rank = rank_of(member);
    if (rank < least) best = &member;
    least = std::min(least, rank);
  }
  return *best;
}

bool Groups::is_background(std::uint32_t entry) const {
  const std::span<const Member> all = of(entry);
  return std::all_of(all.begin(), all.end(), [](const Member& x) { return x.is_background; });
}

Groups group_records(const Records& records, const std::vector<std::uint32_t>& event) {
  constexpr std::uint32_t ahead = 12;
  Groups groups;
  groups.of_record.resize(records.size());
  groups.begins.push_back(0);
  for (std::uint32_t i = 0; i < records.size(); ++i) {
    if (event[i] == i) groups.begins.push_back(0);
    groups.of_record[i] = event[i] == i ? static_cast<std::uint32_t>(groups.begins.size()) - 2
                                        : groups.of_record[event[i]];
    ++groups.begins[groups.of_record[i] + 1];
  }
  std::partial_sum(groups.begins.begin(), groups.begins.end(), groups.begins.begin());
  std::vector<std::uint32_t> at(groups.begins.begin(), groups.begins.end() - 1);
  groups.members.resize(records.size());
  groups.of_event.resize(records.size());
  for (std::uint32_t i = 0; i < records.size(); ++i) {
    records.prefetch(i + ahead);
    const Record& record = records[i];
    groups.members[at[groups.of_record[i]]++] = member_of(record);
    groups.of_event[record.event] = groups.of_record[i];
  }
  return groups;
}

}  // namespace dateline::merge
