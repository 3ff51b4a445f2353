// Private to src/merge: blocks of records that share a key, and the events that were met in each.
//
// Keys of a record: (participant, mode) and (participant, stem) for all its participants, (town or
// region or name, group of types), (country, group) where few events of a day share both, (person,
// fate), (mode, stem) where the text names the day, its sentence, and the smallest hash of its
// words, which sentences that share much of their words are likely to share too. What both sides do
// together has the group of talks.
#pragma once

#include <algorithm>
#include <bit>
#include <cstdint>
#include <utility>
#include <vector>

#include "merge/base/flat_map.h"
#include "merge/base/hash.h"
#include "merge/records/record.h"

namespace dateline::merge {

// Of 64 eights of days, again and again, those that the interval has a day in.
[[nodiscard]] constexpr std::uint64_t weeks_of(Day first, Day last) {
  const int begin = first >> 3;
  const auto more = static_cast<unsigned>((last >> 3) - begin);
  if (more >= 63) return ~std::uint64_t{0};
  return std::rotl((std::uint64_t{2} << more) - 1, begin & 63);
}

// Do few events of a day share the participant and their group? Every day there is much fighting in
// a country, but not many strikes.
[[nodiscard]] inline bool tells_group(const Record& record, PartKind kind) {
  return kind == PartKind::site || kind == PartKind::area || kind == PartKind::name ||
         (kind == PartKind::land && record.group != TypeGroup::force &&
          record.group != TypeGroup::word && record.group != TypeGroup::other);
}

// Two records of a day meet under more keys than others.
enum class Meet : std::uint8_t { any, on_a_day };

template <typename Visit>
void for_each_key(const Record& record, Meet meet, const Visit& visit) {
  const bool of_day = meet == Meet::on_a_day && record.is_day();
  const auto salt = static_cast<std::uint64_t>(record.standing);
  if (record.sentence != 0)
    visit(mix(mix(record.sentence, salt), static_cast<std::uint64_t>(record.type)));
  if (record.word_count > 0) {
    const std::uint64_t smallest = record.word_list[0];
    visit(mix(mix(smallest, salt), 0xF00 + static_cast<std::uint64_t>(record.group)));
  }
  if (of_day && record.stated && record.mode != 0 && record.stems[0] != 0)
    visit(mix(mix(record.mode, salt), std::uint64_t{record.stems[0]} << 32));
  for (const Part part : record.parts()) {
    const std::uint64_t seed = mix(part, salt);
    if (of_day && tells_group(record, kind_of(part)))
      visit(mix(seed, 0xE00 + static_cast<std::uint64_t>(
                                  record.deeds.is(Deed::mutual) ? TypeGroup::talk : record.group)));
    if (record.mode != 0) visit(mix(seed, record.mode));
    if (record.deeds.fate != Fate::none && kind_of(part) == PartKind::person)
      visit(mix(seed, 0xD00 + static_cast<std::uint64_t>(record.deeds.fate)));
    for (const std::uint32_t stem : record.stems) {
      if (stem != 0) visit(mix(seed, std::uint64_t{stem} << 32));
    }
  }
}

// First all records are told to it, then settle(), then candidates() and enter() for one after the
// other. Buffers are kept from use to use.
class Blocks {
 public:
  void clear(std::size_t records);
  // The next record gets the next number, from 0.
  void add(const Record& record);
  // It will be added soon.
  void prefetch(const Record& record) const {
    for_each_key(record, Meet::on_a_day, [this](std::uint64_t key) { numbers_.prefetch(key); });
  }
  // A record that has its event already; after all others, those of a day first. It is kept under
  // the keys that it shares with them.
  void add_known(const Record& record, std::uint32_t event);
  void settle();
  // The candidates of that record will be asked for soon: its blocks; when these may have come,
  // what is in them.
  void prefetch_blocks(std::uint32_t number) const {
    if (number + 1 >= begins_.size()) return;
    for (std::uint32_t i = begins_[number]; i < begins_[number + 1]; ++i)
      __builtin_prefetch(&blocks_[of_record_[i]]);
  }
  void prefetch_slots(std::uint32_t number) const {
    if (number + 1 >= begins_.size()) return;
    for (std::uint32_t i = begins_[number]; i < begins_[number + 1]; ++i) {
      const Block& block = blocks_[of_record_[i]];
      if (block.used > 0) __builtin_prefetch(slots_.data() + block.begin + block.used - 1);
    }
  }
  // Calls visit(event) for a bounded number of events that share a key with the record and are not
  // of other days; again for each key they share.
  template <typename Visit>
  void candidates(std::uint32_t number, const Record& record, const Visit& visit) const;
  // Under the keys of every record of it, an event can be found. Its date is that of its `first`.
  void enter(std::uint32_t number, const Record& record, std::uint32_t event, const Record& first);

 private:
  // Its events in order of comparison: first those dated to the day, by day.
  struct Block {
    std::uint32_t begin = 0;  // into slots_
    std::uint32_t used = 0;
    std::uint32_t days = 0;  // of these, the events that are dated to the day
    std::uint32_t records = 0;
    std::uint32_t latest = 0;                           // the record that was told last, plus 1
    std::uint32_t last_event = FlatMap::none;           // that was entered
    Day first = end_of_time, last = beginning_of_time;  // what its records span
    std::uint64_t weeks = 0;                            // and in which weeks they are
  };
  struct Slot {
    std::uint32_t event = 0;
    Day first = beginning_of_time, last = end_of_time;  // of the event, where that is known
  };
  struct Known {
    std::uint32_t block;
    Slot slot;
    bool is_day;
  };
  // A known record's keys, which are looked up a while after they were made, when what is read of
  // the table has come.
  struct Waiting {
    std::uint64_t key;
    std::uint32_t told, event;
    Day first, last;
  };
  void look_up_waiting();
  void keep_known(const Waiting& one, std::uint32_t number);
  void put(Block& block, Slot slot, bool is_day);

  FlatMap numbers_;  // key -> block
  LargeVector<Block> blocks_;
  LargeVector<Slot> slots_;
  std::vector<std::uint32_t> begins_;  // of a record, into of_record_
  std::vector<std::uint32_t> of_record_;
  std::vector<Known> known_;
  std::vector<Waiting> waiting_;
  std::vector<std::uint32_t> found_;  // the block of each
  std::vector<std::uint64_t> keys_;   // of the record that is added
  bool has_days_ = false;             // among the records that are no known ones
  std::uint32_t told_ = 0;
};

template <typename Visit>
void Blocks::candidates(std::uint32_t number, const Record& record, const Visit& visit) const {
  constexpr std::uint32_t most_days = 12, most_others = 6;
  for (std::uint32_t i = begins_[number]; i < begins_[number + 1]; ++i) {
    const Block& block = blocks_[of_record_[i]];
    if (block.used == 0) continue;
    const Slot* begin = slots_.data() + block.begin;
    const Slot* days = begin + block.days;
    // The days up to the end of the record's interval, the latest first.
    const Slot* at = days;
    if (at != begin && at[-1].first > record.last)
      at = std::upper_bound(begin, days, record.last,
                            [](Day day, const Slot& slot) { return day < slot.first; });
    for (std::uint32_t n = 0; n < most_days && at != begin; ++n) {
      --at;
      if (at->first < record.first) break;
      visit(at->event);
    }
    const Slot* other = begin + block.used;
    for (std::uint32_t n = 0; n < most_others && other != days; ++n) {
      --other;
      if (other->first <= record.last && other->last >= record.first) visit(other->event);
    }
  }
}

}  // namespace dateline::merge
