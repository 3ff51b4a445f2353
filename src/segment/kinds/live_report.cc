#include "segment/kinds/live_report.h"

#include <algorithm>

namespace dateline::segment {

namespace {

// "14:05", "12.55 BST": the time alone.
bool is_clock(const Page& page, std::size_t i) {
  const Line& line = page.lines[i];
  const bool dotted =
      line.start == LineStart::number && line.numbers == 2 && line.marks == 1 && line.commas == 0;
  return page.cues[i].cue == Cue::timestamp && (line.clocks == 1 || dotted) && line.words <= 4 &&
         line.numbers <= 3;
}

// "2:05 p.m. Bridge closed": the time and what the entry is about.
bool is_timed_headline(const Page& page, std::size_t i) {
  constexpr std::uint32_t shortest = 4, longest = 16;  // words
  const Line& line = page.lines[i];
  return page.cues[i].cue == Cue::none && line.start == LineStart::number && line.clocks == 1 &&
         line.numbers == 2 && line.words >= shortest && line.words <= longest &&
         line.end <= LineEnd::number;
}

class LiveReport {
 public:
  LiveReport(const Page& page, const std::vector<bool>& core) : page_(page), core_(core) {
    for (std::size_t i = 0; i < page.lines.size(); ++i) {
      if (is_clock(page, i) || is_timed_headline(page, i)) clocks_.push_back(i);
    }
  }

  [[nodiscard]] bool is_one() const {
    constexpr std::size_t fewest = 3, longest = 30;  // entries; lines of an entry
    std::size_t entries = 0, known = 0;
    for (std::size_t k = 0; k < clocks_.size(); ++k) {
      const std::size_t from = clocks_[k] + 1, to = end_of(k);
      entries += to - from <= longest && any(from, to, [&](std::size_t i) { return prose(i); });
      known += any(from, to, [&](std::size_t i) { return core_[i] && prose(i); });
    }
    return entries >= fewest && entries * 4 >= clocks_.size() * 3 && known * 3 >= entries;
  }

  void add_to(const std::vector<float>& scores, std::vector<bool>& core) const {
    constexpr float least = -3;
    for (const std::size_t clock : clocks_) {
      std::size_t i = clock + 1;
      const auto open = [&] { return i < page_.lines.size() && page_.cues[i].cue == Cue::none; };
      if (open() && !prose(i) && page_.lines[i].words >= 2) ++i;  // the entry's headline
      const std::size_t first = i;
      while (open() && page_.lines[i].sentence() && scores[i] > least) core[i++] = true;
      if (i == first) continue;
      core[clock + 1] = true;
      if (page_.cues[clock].cue == Cue::none) core[clock] = true;
    }
  }

 private:
  [[nodiscard]] bool prose(std::size_t i) const { return page_.lines[i].prose(); }
  [[nodiscard]] std::size_t end_of(std::size_t entry) const {
    constexpr std::size_t last_one = 5;  // lines
    return entry + 1 < clocks_.size() ? clocks_[entry + 1]
                                      : std::min(clocks_[entry] + last_one, page_.lines.size());
  }
  template <class Test>
  static bool any(std::size_t from, std::size_t to, Test test) {
    for (std::size_t i = from; i < to; ++i) {
      if (test(i)) return true;
    }
    return false;
  }

  const Page& page_;
  const std::vector<bool>& core_;
  std::vector<std::size_t> clocks_;
};

}  // namespace

void add_entries(const Page& page, const std::vector<float>& scores, std::vector<bool>& core) {
  const LiveReport report(page, core);
  if (report.is_one()) report.add_to(scores, core);
}

}  // namespace dateline::segment
