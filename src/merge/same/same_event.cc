// Records of a day first, each day for itself: records of different days are never one event. Then
// those with wider dates, each standing for itself: they may belong to an event of a day or to one
// of their own.
#include "merge/same/same_event.h"

#include <algorithm>
#include <array>
#include <utility>

#include "merge/base/parallel.h"
#include "merge/same/blocks.h"

namespace dateline::merge {
namespace {

// An event's latest records; with its first one, what a newcomer is compared with.
class Members {
 public:
  explicit Members(std::size_t size) : latest_(size) {}

  void add(std::uint32_t event, std::uint32_t record) {
    Latest& latest = latest_[event];
    latest.records[latest.count++ % latest.records.size()] = record;
  }
  void prefetch(std::uint32_t event) const { __builtin_prefetch(&latest_[event]); }
  // Has the record not yet been compared with this event?
  [[nodiscard]] bool is_new(std::uint32_t event, std::uint32_t record) {
    return std::exchange(latest_[event].compared, record) != record;
  }
  // 0 where it is not more than `least`.
  [[nodiscard]] int agreement_with(const Records& records, std::uint32_t event,
                                   const Record& record, int least) const {
    const Record& first = records[event];
    if (first.first > record.last || record.first > first.last) return 0;
    if (are_elsewhere(record, first)) return 0;
    const int with_first = agreement(record, first, least);
    // It may be worded like another report of the event. But the first, whose date is the surest,
    // stands for it: what contradicts that is no part of it.
    const Latest& latest = latest_[event];
    int best = std::max(with_first, least);
    for (std::size_t i = 0; i < std::min<std::size_t>(latest.count, latest.records.size()); ++i) {
      best = std::max(best, agreement(record, records[latest.records[i]], best));
    }
    return best == least || (with_first == 0 && contradict(record, first)) ? 0 : best;
  }

 private:
  struct Latest {
    std::array<std::uint32_t, 5> records = {};
    std::uint32_t count = 0;
    std::uint32_t compared = 0xFFFFFFFF;
  };
  LargeVector<Latest> latest_;
};

// Most of the events that share a key with a record share several. Such a one is known again,
// unless another one has taken its place.
class Seen {
 public:
  Seen() { pairs_.fill(~std::uint64_t{0}); }
  [[nodiscard]] bool is_new(std::uint32_t event, std::uint32_t record) {
    const std::uint64_t pair = std::uint64_t{record} << 32 | event;
    return std::exchange(pairs_[event % pairs_.size()], pair) != pair;
  }

 private:
  std::array<std::uint64_t, 256> pairs_;
};

struct Fit {
  std::uint32_t event = 0;
  int score = 0;
};

// What one thread works with; its buffers are kept from day to day.
struct Desk {
  Blocks blocks;
  Seen seen;
  std::vector<std::uint32_t> candidates;
  std::vector<Fit> fits;
};

class Joining {
 public:
  Joining(const Records& records, std::vector<std::uint32_t>& event)
      : records_(records), event_(event), members_(records.size()) {}

  // The records of one day.
  void join_day(std::uint32_t first, std::uint32_t last, Desk& desk) {
    constexpr std::uint32_t ahead = 8;
    Blocks& blocks = desk.blocks;
    blocks.clear(last - first);
    for (std::uint32_t i = first; i < last; ++i) {
      records_.prefetch(i + 2 * ahead);
      records_.prefetch_lists(i + ahead);
      blocks.add(records_[i]);
    }
    blocks.settle();
    for (std::uint32_t i = first; i < last; ++i) join(i, i - first, desk);
  }

  // The records of one standing with wide dates.
  void join_wide(Standing standing) {
    const std::uint32_t first_wide = records_.first_wide();
    std::vector<std::uint32_t> wide;
    for (std::uint32_t i = first_wide; i < records_.size(); ++i) {
      if (records_.standing(i) == standing) wide.push_back(i);
    }
    if (wide.empty()) return;
    Desk desk;
    Blocks& blocks = desk.blocks;
    blocks.clear(wide.size());
    constexpr std::uint32_t ahead = 4;
    for (std::size_t i = 0; i < wide.size(); ++i) {
      if (i + 2 * ahead < wide.size()) records_.prefetch(wide[i + 2 * ahead]);
      if (i + ahead < wide.size()) blocks.prefetch(records_[wide[i + ahead]]);
      blocks.add(records_[wide[i]]);
    }
    for (std::uint32_t i = 0; i < first_wide; ++i) {
      records_.prefetch(i + 2 * ahead);
      records_.prefetch_lists(i + ahead);
      if (records_.standing(i) == standing) blocks.add_known(records_[i], event_[i]);
    }
    blocks.settle();
    for (std::uint32_t i = 0; i < wide.size(); ++i) {
      blocks.prefetch_blocks(i + 2 * ahead);
      blocks.prefetch_slots(i + ahead);
      join(wide[i], i, desk);
    }
  }

 private:
  static constexpr int margin = 10;  // of a score: one point

  void join(std::uint32_t record, std::uint32_t number, Desk& desk) {
    find_candidates(record, number, desk);
    desk.fits.clear();
    Fit best{record, 0};
    // Events that are compared with a record of one day all hold that day.
    const int needed = records_[record].is_day() ? 0 : margin;
    for (const std::uint32_t candidate : desk.candidates) {
      const int score = members_.agreement_with(records_, candidate, records_[record],
                                                std::max(best.score - needed - 1, 0));
      if (score == 0) continue;
      desk.fits.push_back({candidate, score});
      if (score > best.score || (score == best.score && candidate < best.event))
        best = desk.fits.back();
    }
    const std::uint32_t event = is_one_of_several(best, desk.fits) ? record : best.event;
    event_[record] = event;
    if (event != record) members_.add(event, record);
    desk.blocks.enter(number, records_[record], event, records_[event]);
  }

  // A town that was taken twice: of which time a report without a day tells is not known, unless it
  // is another's, word for word.
  [[nodiscard]] bool is_one_of_several(const Fit& best, const std::vector<Fit>& fits) const {
    if (best.score >= word_for_word) return false;
    const Record& first = records_[best.event];
    return std::any_of(fits.begin(), fits.end(), [&](const Fit& fit) {
      const Record& other = records_[fit.event];
      return fit.score + margin >= best.score &&
             (other.last < first.first || other.first > first.last);
    });
  }

  // The events to compare with, each once. They lie all over the memory: what will be read of them
  // is fetched while others are looked for.
  void find_candidates(std::uint32_t record, std::uint32_t number, Desk& desk) {
    std::vector<std::uint32_t>& found = desk.candidates;
    found.clear();
    desk.blocks.candidates(number, records_[record], [&](std::uint32_t candidate) {
      if (!desk.seen.is_new(candidate, record)) return;
      members_.prefetch(candidate);
      records_.prefetch(candidate);
      found.push_back(candidate);
    });
    std::erase_if(found,
                  [&](std::uint32_t candidate) { return !members_.is_new(candidate, record); });
    for (const std::uint32_t candidate : found) records_.prefetch_lists(candidate);
  }

  const Records& records_;
  std::vector<std::uint32_t>& event_;
  Members members_;
};

// Where each day's records begin, and where the last one's end.
std::vector<std::uint32_t> day_ends(const Records& records) {
  std::vector<std::uint32_t> ends = {0};
  for (std::uint32_t i = 1; i < records.first_wide(); ++i) {
    if (records.first_day(i) != records.first_day(i - 1)) ends.push_back(i);
  }
  if (records.first_wide() > 0) ends.push_back(records.first_wide());
  return ends;
}

}  // namespace

std::vector<std::uint32_t> same_events(const Records& records, unsigned jobs) {
  std::vector<std::uint32_t> event(records.size());
  Joining joining(records, event);
  const std::vector<std::uint32_t> ends = day_ends(records);
  std::vector<Desk> desks(jobs);
  in_parallel(jobs, ends.size() - 1, [&](std::size_t day, unsigned thread) {
    joining.join_day(ends[day], ends[day + 1], desks[thread]);
  });
  in_parallel(jobs, standings, [&](std::size_t standing, unsigned) {
    joining.join_wide(static_cast<Standing>(standing));
  });
  return event;
}

}  // namespace dateline::merge
