// First the lines next to the article's head, ranked by what they say of themselves; then, where
// menus or a picture part the date from the text, a date that no other contradicts.
#include "segment/dating/header_date.h"

#include <algorithm>

namespace dateline::segment {

namespace {

constexpr std::size_t header_before = 8,
                      header_after = 10;  // lines around an article's head where its date stands
constexpr int paragraphs_above = 1;       // that may stand above the date
constexpr std::uint32_t label_line = 10, short_line = 16, line_of_dates = 24,
                        labelled_line = 30;  // words
constexpr std::uint32_t label_words = 3;     // of a line that is a label
constexpr std::size_t close_above = 3;       // lines
constexpr std::size_t close_below = 6;       // lines below the title
constexpr std::size_t most_repeats = 2;      // of one date above an article; more are a list
constexpr std::size_t top_lines = 3, far_above = 30;  // of a page; from an article's text

using Label = StampReader::Label;

// What the line of a date says of it, whichever article it is of.
class Lines {
 public:
  explicit Lines(const PageDates& dates) : dates_(dates) {}

  // "ANA RUIZ - MARCH 5, 2031" looks like a dateline, "20310305" like the number of a page.
  [[nodiscard]] Cue cue(const LineStamp& s) const {
    const Cue cue = dates_.page.cues[s.line].cue;
    return cue == Cue::dateline || cue == Cue::pagination ? Cue::none : cue;
  }
  [[nodiscard]] const Line& line(const LineStamp& s) const { return dates_.page.lines[s.line]; }
  // What stands before it, or alone on the line above.
  [[nodiscard]] Label label(const LineStamp& s) const {
    const Label own = dates_.reader.label(dates_.reading, s.stamp.token, line(s).tokens.first);
    if (own != Label::none || !leads_line(s) || s.line == 0) return own;
    const Line& above = dates_.page.lines[s.line - 1];
    if (above.words > label_words || above.numbers > 0 || above.end == LineEnd::stop) return own;
    return dates_.reader.label(dates_.reading, above.tokens.last, above.tokens.first);
  }
  [[nodiscard]] bool leads_line(const LineStamp& s) const {
    return s.stamp.token == line(s).tokens.first;
  }

  // "They met on 5 August 2031." What stands above a text does not end in a full stop but in that
  // of "p.m.".
  [[nodiscard]] bool in_sentence(const LineStamp& s) const {
    return cue(s) == Cue::none && line(s).end == LineEnd::stop && line(s).clocks == 0;
  }

  [[nodiscard]] bool is_labelled(const LineStamp& s, Label wanted) const {
    if (cue(s) == Cue::published_line)
      return (label(s) == Label::updated) == (wanted == Label::updated);
    return (cue(s) == Cue::none || cue(s) == Cue::byline) && line(s).words <= short_line &&
           !in_sentence(s) && label(s) == wanted;
  }

  // "This article was published on 5 March 2031".
  [[nodiscard]] bool is_told(const LineStamp& s) const {
    return cue(s) == Cue::author_note && label(s) == Label::published;
  }
  [[nodiscard]] bool stands_by_itself(const LineStamp& s) const {
    return cue(s) == Cue::timestamp || cue(s) == Cue::byline;
  }
  [[nodiscard]] std::uint32_t owner(const LineStamp& s) const {
    return dates_.structure.article[s.line];
  }

 protected:
  const PageDates& dates_;
};

class Search : private Lines {
 public:
  Search(const PageDates& dates, std::uint32_t article)
      : Lines(dates), article_(article), lines_(dates.structure.articles[article]) {}

  [[nodiscard]] Day change_after(Day published) const {
    constexpr Day week = 6;  // a weekday names a day for so long
    Day last = no_day;
    for (const LineStamp& s : near_head()) {
      const bool after = s.day != no_day && s.day > published && s.day <= published + week;
      if (after && label(s) == Label::updated && (last == no_day || s.day > last)) last = s.day;
    }
    return last;
  }

  HeaderDate run() const {
    const HeaderDate near = beside_head();
    if (near.stamp != nullptr) return of_list(*near.stamp) ? HeaderDate{} : near;
    const HeaderDate far = alone();
    return far.stamp != nullptr && contradicts_head(*far.stamp) ? HeaderDate{} : far;
  }

 private:
  // The date of the visit, high above the text or at the very top of the page.
  [[nodiscard]] bool in_masthead(const LineStamp& s) const {
    return s.line + (s.line < top_lines ? header_before : far_above) < lines_.core_first;
  }

  [[nodiscard]] std::span<const LineStamp> near_head() const {
    const std::size_t head = lines_.title == ArticleLines::none ? lines_.core_first : lines_.title;
    return stamps_of(dates_.stamps, head - std::min(head, header_before),
                     std::min(lines_.core_first + header_after, lines_.last));
  }

  // Some way below the title, by itself below another headline: the date of another article.
  [[nodiscard]] bool of_list(const LineStamp& found) const {
    constexpr std::uint32_t headline = 4;  // words
    if (lines_.title == ArticleLines::none || found.line <= lines_.title + close_below)
      return false;
    const Line& above = dates_.page.lines[found.line - 1];
    return cue(found) == Cue::timestamp && dates_.page.cues[found.line - 1].cue == Cue::none &&
           above.words >= headline && above.end <= LineEnd::question;
  }

  // The article's head has a date without a year, of another day of the year.
  [[nodiscard]] bool contradicts_head(const LineStamp& far) const {
    const std::size_t above = lines_.title == ArticleLines::none ? lines_.core_first : lines_.title;
    return std::ranges::any_of(near_head(), [&](const LineStamp& s) {
      return s.stamp.year == 0 && (stands_by_itself(s) || cue(s) == Cue::published_line) &&
             s.line + close_above >= above && s.line < lines_.core_first &&
             (s.stamp.month != far.stamp.month || s.stamp.day != far.stamp.day);
    });
  }

  [[nodiscard]] bool is_below_text(std::size_t at) const {
    int paragraphs = 0;
    for (std::size_t i = lines_.core_first; i < at; ++i) {
      paragraphs += is_core(dates_.structure.kinds[i]) && dates_.page.lines[i].prose() &&
                    dates_.page.lines[i].words > 25;
    }
    return paragraphs > paragraphs_above;
  }

  // "July 17, 2031: the pier in the morning": a date that a picture or an entry of a chronology
  // begins with.
  [[nodiscard]] bool begins_entry(const LineStamp& s) const {
    const text::TokenRange tokens = line(s).tokens;
    if (!leads_line(s) || s.stamp.minutes >= 0 || line(s).words <= label_line) return false;
    std::uint32_t next = s.stamp.token;
    while (next < tokens.last && dates_.reading.tokens.begin[next] < s.stamp.span.end) ++next;
    return next < tokens.last &&
           (dates_.reading.word(next) == ":" || dates_.reading.word(next) == "-");
  }

  // The labelled line first ("Published on ..."), else a date alone near the title.
  [[nodiscard]] int rank(const LineStamp& s) const {
    const bool inside = lines_.title == ArticleLines::none || s.line >= lines_.title;
    const bool close = inside || s.line + close_above >= lines_.title;
    const Label said = label(s);
    if (cue(s) == Cue::published_line) return said == Label::updated ? 3 : inside ? 6 : 5;
    if (in_sentence(s) || said == Label::of_life) return 0;
    if (said == Label::published && close && line(s).words <= labelled_line) return inside ? 5 : 3;
    int rank = 0;
    if (cue(s) == Cue::timestamp) rank = inside ? 4 : close ? 2 : 1;
    if (cue(s) == Cue::byline) rank = 4;
    if (cue(s) == Cue::none && close && !begins_entry(s)) rank = rank_unlabelled(s, inside);
    return said == Label::updated ? rank - 1 : rank;
  }
  [[nodiscard]] int rank_unlabelled(const LineStamp& s, bool inside) const {
    if (!inside) {
      const std::uint32_t longest = s.stamp.minutes >= 0 || is_address(s) ? short_line : label_line;
      return line(s).words <= longest ? 1 : 0;
    }
    return line(s).words <= (leads_line(s) ? line_of_dates : short_line) ? 2 : 0;
  }

  // "https://harbour.example/2031/03/05/bridge-closed"
  [[nodiscard]] bool is_address(const LineStamp& s) const {
    const std::string_view text = line(s).span.of(dates_.reading.text);
    return (text.starts_with("http") || text.starts_with("www.")) &&
           text.find(' ') == std::string_view::npos;
  }

  [[nodiscard]] HeaderDate beside_head() const {
    HeaderDate best;
    int best_rank = 0;
    for (const LineStamp& s : near_head()) {
      if (s.day == no_day || is_below_text(s.line)) continue;
      const int own = rank(s);
      if (own <= best_rank) continue;
      best_rank = own;
      best = {&s, own >= 3 ? Confidence::high : Confidence::medium};
    }
    return best.stamp != nullptr && label(*best.stamp) == Label::updated
               ? before_update(*best.stamp)
               : best;
  }
  // An update is no day of publication where another date above the text is of the weeks before. By
  // itself it is the last word, but not a firm one.
  [[nodiscard]] HeaderDate before_update(const LineStamp& update) const {
    constexpr Day weeks = 31;
    for (const LineStamp& s : near_head()) {
      const bool before = s.day != no_day && s.day < update.day && s.day >= update.day - weeks;
      if (before && s.line < lines_.core_first && rank(s) > 0 && label(s) != Label::updated)
        return {&s, Confidence::high};
    }
    return {&update, Confidence::medium};
  }

  // What the page says of its article, else a date that says so of itself, else one that stands
  // above the text by itself, else anywhere: each only where it is the one such day.
  [[nodiscard]] HeaderDate alone() const {
    OneDay told = dates_.by_owner.told;
    for (const LineStamp* s : own()) {
      if (is_told(*s)) told.add(*s);
    }
    if (told.first != nullptr && told.agrees) return {told.first, Confidence::high};
    for (const Label wanted : {Label::published, Label::updated}) {
      OneDay labelled =
          wanted == Label::published ? dates_.by_owner.published : dates_.by_owner.updated;
      for (const LineStamp* s : own()) {
        if (is_labelled(*s, wanted)) labelled.add(*s);
      }
      if (labelled.first != nullptr && labelled.agrees) return {labelled.first, Confidence::medium};
    }
    const LineStamp* above = only_above(lines_.core_first);
    if (above != nullptr) return {above, Confidence::medium};
    return {only_above(dates_.page.lines.size()), Confidence::low};
  }

  [[nodiscard]] std::span<const LineStamp* const> own() const {
    const auto found = std::ranges::equal_range(dates_.by_owner.owned, article_, {},
                                                [&](const LineStamp* s) { return owner(*s); });
    return {found.begin(), found.end()};
  }

  // The first of those by themselves above line `end`, where they are few and agree on the day.
  [[nodiscard]] const LineStamp* only_above(std::size_t end) const {
    OneDay found;
    std::size_t count = 0;
    const auto add = [&](const LineStamp& s) {
      if (s.line >= end || in_masthead(s)) return;
      found.add(s);
      ++count;
    };
    for (const LineStamp* s : own()) {
      if (stands_by_itself(*s)) add(*s);
    }
    const std::vector<const LineStamp*>& loose = dates_.by_owner.loose;
    const std::size_t below_masthead = lines_.core_first - std::min(lines_.core_first, far_above);
    auto at = std::ranges::lower_bound(loose, below_masthead, {}, &LineStamp::line);
    for (; at != loose.end() && (*at)->line < end && found.agrees && count <= most_repeats; ++at)
      add(**at);
    return found.agrees && count <= most_repeats ? found.first : nullptr;
  }

  std::uint32_t article_;
  const ArticleLines& lines_;
};

}  // namespace

std::span<const LineStamp> stamps_of(const std::vector<LineStamp>& stamps, std::size_t first_line,
                                     std::size_t last_line) {
  const auto first = std::ranges::lower_bound(stamps, first_line, {}, &LineStamp::line);
  return {first, std::ranges::lower_bound(first, stamps.end(), last_line, {}, &LineStamp::line)};
}

DatesByOwner dates_by_owner(const PageDates& dates) {
  const Lines lines(dates);
  DatesByOwner out;
  for (const LineStamp& s : dates.stamps) {
    if (s.day == no_day) continue;
    if (lines.owner(s) != no_article) {
      out.owned.push_back(&s);
      continue;
    }
    if (lines.is_told(s)) out.told.add(s);
    if (lines.is_labelled(s, Label::published)) out.published.add(s);
    if (lines.is_labelled(s, Label::updated)) out.updated.add(s);
    if (lines.stands_by_itself(s)) out.loose.push_back(&s);
  }
  std::ranges::stable_sort(out.owned, {}, [&](const LineStamp* s) { return lines.owner(*s); });
  return out;
}

HeaderDate find_header_date(const PageDates& dates, std::uint32_t article) {
  return Search(dates, article).run();
}

Day find_change(const PageDates& dates, std::uint32_t article, Day published) {
  return Search(dates, article).change_after(published);
}

}  // namespace dateline::segment
