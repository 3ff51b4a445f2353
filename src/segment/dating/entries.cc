// Dates stand inside articles for other reasons too, below embedded posts and pictures. Entries
// have the clock time or each their own day, go on in one direction, and hold most of the text.
#include "segment/dating/entries.h"

#include <algorithm>

namespace dateline::segment {

namespace {

constexpr std::size_t fewest = 3;        // entries
constexpr std::size_t introduction = 3;  // at most one part in so many of the paragraphs
constexpr std::size_t labels_above = 2;  // lines above the text where the first entry's may stand
constexpr std::uint32_t longest_label = 10;  // words
constexpr std::uint32_t words_before = 2;    // the weekday, a comma

struct Candidate {
  Entry entry;
  std::int32_t minutes = -1;
};

class Search {
 public:
  Search(const PageDates& dates, std::uint32_t article, const Published& published)
      : dates_(dates),
        article_(article),
        lines_(dates.structure.articles[article]),
        published_(published) {}

  std::vector<Entry> run() const {
    std::vector<Candidate> found;
    for (const LineStamp& s :
         stamps_of(dates_.stamps, lines_.core_first - std::min(lines_.core_first, labels_above),
                   lines_.last)) {
      const Day day = day_of(s, found.empty() ? no_day : found.back().entry.day);
      if (day == no_day || !is_label(s) || !has_text_below(s.line)) continue;
      if (!found.empty() && found.back().entry.line == s.line) continue;
      found.push_back({{s.line, day}, s.stamp.minutes});
    }
    if (found.size() < fewest || !is_series(found) || !holds_text(found.front().entry.line))
      return {};
    std::vector<Entry> entries;
    for (const Candidate& candidate : found) entries.push_back(candidate.entry);
    return entries;
  }

 private:
  // "Dec 5, 10:45" is of the year that brings it nearest to the article's own day; where that is
  // unknown, the next such day after the entry above.
  [[nodiscard]] Day day_of(const LineStamp& s, Day above) const {
    if (s.stamp.year != 0) return s.day;
    if (!published_.date.is_day()) return next_day(s.stamp, above);
    constexpr Day half_a_year = 183;
    const std::int32_t year = std::atoi(to_iso(published_.date.first).c_str());
    for (const std::int32_t own : {year, year - 1, year + 1}) {
      Stamp stamp = s.stamp;
      stamp.year = own;
      const Day day = stamp.on(dates_.month_first);
      if (day != no_day && std::abs(day - published_.date.first) < half_a_year) return day;
    }
    return no_day;
  }

  [[nodiscard]] Day next_day(Stamp stamp, Day above) const {
    if (above == no_day) return no_day;
    stamp.year = std::atoi(to_iso(above).c_str());
    const Day day = stamp.on(dates_.month_first);
    if (day != no_day && day >= above) return day;
    ++stamp.year;
    return stamp.on(dates_.month_first);
  }

  [[nodiscard]] bool is_label(const LineStamp& s) const {
    const Line& line = dates_.page.lines[s.line];
    const std::uint32_t owner = dates_.structure.article[s.line];
    const bool own = std::find(published_.evidence.begin(), published_.evidence.end(),
                               s.stamp.span) != published_.evidence.end();
    return !own && (owner == article_ || owner == no_article) &&
           dates_.page.cues[s.line].cue != Cue::published_line &&
           dates_.structure.kinds[s.line] != BlockKind::caption && line.words <= longest_label &&
           s.stamp.token <= line.tokens.first + words_before;
  }

  [[nodiscard]] bool is_paragraph(std::size_t line) const {
    return dates_.structure.article[line] == article_ && is_core(dates_.structure.kinds[line]) &&
           dates_.page.lines[line].prose();
  }
  [[nodiscard]] bool has_text_below(std::size_t line) const {
    constexpr std::size_t reach = 4;
    const std::size_t last = std::min(line + 1 + reach, lines_.last);
    for (std::size_t i = line + 1; i < last; ++i) {
      if (is_paragraph(i)) return true;
    }
    return false;
  }

  static bool is_series(const std::vector<Candidate>& found) {
    const bool clocks =
        std::all_of(found.begin(), found.end(), [](const Candidate& c) { return c.minutes >= 0; });
    const auto before = [clocks](const Candidate& a, const Candidate& b) {
      if (a.entry.day != b.entry.day) return a.entry.day < b.entry.day;
      return clocks && a.minutes <= b.minutes;
    };
    const auto out_of_order = [&](const Candidate& a, const Candidate& b) { return !before(a, b); };
    const auto out_of_reverse = [&](const Candidate& a, const Candidate& b) {
      return !before(b, a);
    };
    return std::adjacent_find(found.begin(), found.end(), out_of_order) == found.end() ||
           std::adjacent_find(found.begin(), found.end(), out_of_reverse) == found.end();
  }

  [[nodiscard]] bool holds_text(std::size_t first) const {
    std::size_t before = 0, all = 0;
    for (std::size_t i = lines_.core_first; i < lines_.last; ++i) {
      if (!is_paragraph(i)) continue;
      ++all;
      before += i < first;
    }
    return before * introduction <= all;
  }

  const PageDates& dates_;
  std::uint32_t article_;
  const ArticleLines& lines_;
  const Published& published_;
};

}  // namespace

std::vector<Entry> find_entries(const PageDates& dates, std::uint32_t article,
                                const Published& published) {
  return Search(dates, article, published).run();
}

}  // namespace dateline::segment
