// Keys of a record: (participant, mode) and (participant, stem) for the surest participants it has, and its sentence.
// Records that share a key with no other are events of their own; the others meet the latest events of their keys.
#include "merge/same_event.h"

#include <algorithm>
#include <array>
#include <numeric>
#include <utility>

#include "merge/hash.h"

namespace dateline::merge {
namespace {

struct Key {
  std::uint64_t hash;
  std::uint32_t record;
  friend auto operator<=>(const Key&, const Key&) = default;
};

void add_keys(const Records& records, std::uint32_t number, std::vector<Key>& keys) {
  const Record& record = records.all[number];
  const auto salt = static_cast<std::uint64_t>(record.standing);
  if (record.sentence != 0) {
    keys.push_back({mix(mix(record.sentence, salt), static_cast<std::uint64_t>(record.type)), number});
  }
  // Sentences that share much of their words are likely to share the one with the smallest hash.
  if (record.words.begin < record.words.end) {
    const std::uint64_t smallest = records.words[record.words.begin];
    keys.push_back({mix(mix(smallest, salt), 0xF00 + static_cast<std::uint64_t>(record.group)), number});
  }
  for (std::uint32_t i = record.parts.begin; i < record.parts.end; ++i) {
    const std::uint64_t seed = mix(records.parts[i], salt);
    if (record.mode != 0) keys.push_back({mix(seed, record.mode), number});
    for (const std::uint32_t stem : record.stems) {
      if (stem != 0) keys.push_back({mix(seed, std::uint64_t{stem} << 32), number});
    }
  }
}

// Equal keys become neighbours, in order of record: first spread over buckets by their top bits, then each bucket,
// which fits the cache, is sorted.
std::vector<Key> grouped(std::vector<Key> keys) {
  constexpr int bits = 12;
  std::vector<std::size_t> ends((std::size_t{1} << bits) + 1);
  for (const Key& key : keys) ++ends[(key.hash >> (64 - bits)) + 1];
  std::partial_sum(ends.begin(), ends.end(), ends.begin());
  std::vector<std::size_t> at(ends.begin(), ends.end() - 1);
  std::vector<Key> spread(keys.size());
  for (const Key& key : keys) spread[at[key.hash >> (64 - bits)]++] = key;
  for (std::size_t i = 0; i + 1 < ends.size(); ++i) {
    std::sort(spread.begin() + static_cast<std::ptrdiff_t>(ends[i]), spread.begin() + static_cast<std::ptrdiff_t>(ends[i + 1]));
  }
  spread.erase(std::unique(spread.begin(), spread.end()), spread.end());
  return spread;
}

// The records of one key, and the events that those met so far belong to, in order of comparison.
struct Block {
  std::uint32_t begin = 0;   // into `events`
  std::uint32_t used = 0;
  std::uint32_t days = 0;    // of these, the events that are dated to the day: they come first, by day
};

class Blocks {
 public:
  explicit Blocks(const Records& records);
  // Calls `visit(event)` for a bounded number of events that share a key with the record.
  template <typename Visit>
  void candidates(std::uint32_t number, const Visit& visit) const;
  void enter(std::uint32_t number, std::uint32_t event);

 private:
  const Records& records_;
  std::vector<Block> blocks_;
  struct Slot {
    Day day = 0;                // the first of the record that brought it here
    std::uint32_t event = 0;
  };
  std::vector<Slot> events_;
  std::vector<std::uint32_t> of_record_begin_;   // into of_record_
  std::vector<std::uint32_t> of_record_;         // block numbers
};

Blocks::Blocks(const Records& records) : records_(records) {
  std::vector<Key> keys;
  keys.reserve(records.all.size() * 6);
  const auto size = static_cast<std::uint32_t>(records.all.size());
  for (std::uint32_t i = 0; i < size; ++i) add_keys(records, i, keys);
  keys = grouped(std::move(keys));
  of_record_begin_.assign(size + 1, 0);
  std::size_t kept = 0;
  std::uint32_t slots = 0;
  for (std::size_t i = 0, j = 0; i < keys.size(); i = j) {
    while (j < keys.size() && keys[j].hash == keys[i].hash) ++j;
    if (j - i < 2) continue;
    const auto block = static_cast<std::uint32_t>(blocks_.size());
    blocks_.push_back({slots, 0, 0});
    slots += static_cast<std::uint32_t>(j - i);
    for (std::size_t k = i; k < j; ++k) {
      keys[kept++] = {block, keys[k].record};
      ++of_record_begin_[keys[kept - 1].record + 1];
    }
  }
  events_.resize(slots);
  std::partial_sum(of_record_begin_.begin(), of_record_begin_.end(), of_record_begin_.begin());
  of_record_.resize(kept);
  std::vector<std::uint32_t> fill(of_record_begin_.begin(), of_record_begin_.end() - 1);
  for (std::size_t i = 0; i < kept; ++i) {
    of_record_[fill[keys[i].record]++] = static_cast<std::uint32_t>(keys[i].hash);
  }
}

template <typename Visit>
void Blocks::candidates(std::uint32_t number, const Visit& visit) const {
  constexpr std::uint32_t most_days = 12, most_others = 6;
  const Record& record = records_.all[number];
  std::uint32_t seen[8] = {};   // several blocks may hold one event; most are met again at once
  std::uint32_t last = 0;
  const auto once = [&](std::uint32_t event) {
    for (const std::uint32_t known : seen) {
      if (known == event + 1) return;
    }
    seen[last++ % 8] = event + 1;
    visit(event);
  };
  for (std::uint32_t i = of_record_begin_[number]; i < of_record_begin_[number + 1]; ++i) {
    const Block& block = blocks_[of_record_[i]];
    const Slot* begin = events_.data() + block.begin;
    const Slot* days = begin + block.days;
    // The days up to the end of the record's interval, the latest first.
    const Slot* at = std::upper_bound(begin, days, record.last, [](Day day, const Slot& slot) { return day < slot.day; });
    for (std::uint32_t n = 0; n < most_days && at != begin; ++n) {
      --at;
      if (at->day < record.first) break;
      once(at->event);
    }
    const Slot* other = begin + block.used;
    for (std::uint32_t n = 0; n < most_others && other != days; ++n) once((--other)->event);
  }
}

// Under the keys of every record of it, an event can be found.
void Blocks::enter(std::uint32_t number, std::uint32_t event) {
  const bool day = records_.all[number].first == records_.all[number].last;
  for (std::uint32_t i = of_record_begin_[number]; i < of_record_begin_[number + 1]; ++i) {
    Block& block = blocks_[of_record_[i]];
    const bool known = block.used > 0 && events_[block.begin + block.used - 1].event == event;
    if (known) continue;
    events_[block.begin + block.used++] = {records_.all[number].first, event};
    if (day) ++block.days;
  }
}

}  // namespace

namespace {

// An event's first record and its latest ones: what a newcomer is compared with.
class Members {
 public:
  explicit Members(std::uint32_t size) : latest_(size) {}

  void add(std::uint32_t event, std::uint32_t record) {
    Latest& latest = latest_[event];
    latest.records[latest.count++ % latest.records.size()] = record;
  }
  [[nodiscard]] int agreement_with(const Records& records, std::uint32_t event, const Record& record) const {
    const Record& first = records.all[event];
    const int score = agreement(records, record, first);
    // Worded like another report of the event; but the first has the surest date, which must not be excluded.
    if (score > 0 || first.first > record.last || record.first > first.last) return score;
    const Latest& latest = latest_[event];
    int best = 0;
    for (std::size_t i = 0; i < std::min<std::size_t>(latest.count, latest.records.size()); ++i) {
      best = std::max(best, agreement(records, record, records.all[latest.records[i]]));
    }
    return best;
  }

 private:
  struct Latest {
    std::array<std::uint32_t, 5> records = {};
    std::uint32_t count = 0;
  };
  std::vector<Latest> latest_;
};

}  // namespace

std::vector<std::uint32_t> same_events(const Records& records) {
  Blocks blocks(records);
  const auto size = static_cast<std::uint32_t>(records.all.size());
  std::vector<std::uint32_t> event(size);
  Members members(size);
  for (std::uint32_t i = 0; i < size; ++i) {
    std::uint32_t best = i;
    int best_score = 0;
    blocks.candidates(i, [&](std::uint32_t candidate) {
      const int score = members.agreement_with(records, candidate, records.all[i]);
      if (score > best_score || (score == best_score && score > 0 && candidate < best)) {
        best = candidate;
        best_score = score;
      }
    });
    event[i] = best;
    if (best != i) members.add(best, i);
    blocks.enter(i, best);
  }
  return event;
}

}  // namespace dateline::merge
