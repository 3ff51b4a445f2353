// Private to src/merge: which records each entry is made of, and what is known of it before it is
// made. Entries are filtered and put in order by that, so that each is made once, in its place.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "dateline/event.h"
#include "merge/base/pages.h"
#include "merge/records/articles.h"
#include "merge/records/record.h"

namespace dateline::merge {

// What of a record is needed once it is known which event it belongs to.
struct Member {
  const char* block = nullptr;
  std::uint32_t at = 0;
  std::uint32_t article = 0;
  std::uint32_t begin = 0, trigger_begin = 0;  // of its sentence, and in it
  Date date;
  std::uint16_t participants = 0;
  EventType type = EventType::other;
  bool is_background : 1 = false, is_stated : 1 = false, is_body : 1 = false,
                       is_anchored : 1 = false;
};

// The event's date, wording and type are those of this one.
[[nodiscard]] const Member& best_of(std::span<const Member> members);

struct Groups {
  std::vector<std::uint32_t> begins;    // of each entry's members; one more than there are entries
  LargeVector<Member> members;          // those of an entry in the order of comparison
  std::vector<std::uint32_t> of_event;  // the entry of each event, as Article counts them
  std::vector<std::uint32_t> of_record;

  [[nodiscard]] std::uint32_t size() const { return static_cast<std::uint32_t>(begins.size()) - 1; }
  [[nodiscard]] std::span<const Member> of(std::uint32_t entry) const {
    return std::span(members).subspan(begins[entry], begins[entry + 1] - begins[entry]);
  }
  // Do all its records tell of it as of something past?
  [[nodiscard]] bool is_background(std::uint32_t entry) const;
};
// `event` is what same_events() gave.
[[nodiscard]] Groups group_records(const Records& records, const std::vector<std::uint32_t>& event);

}  // namespace dateline::merge
