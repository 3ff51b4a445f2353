#include "segment/kinds/heads.h"

#include <algorithm>

#include "segment/kinds/topics.h"
#include "segment/lines/word_bag.h"

namespace dateline::segment {

namespace {

constexpr std::size_t none = static_cast<std::size_t>(-1);
constexpr std::size_t head_lines = 6;         // from the headline to the text
constexpr std::size_t fewest_paragraphs = 2;  // below a head
constexpr std::uint32_t fewest_words = 30;    // in them
constexpr std::size_t text_lines = 6;         // that are looked at

class Finder {
 public:
  Finder(const rules::Reading& reading, const std::vector<Line>& lines,
         const std::vector<LineCue>& cues)
      : reading_(reading), lines_(lines), cues_(cues) {}

  [[nodiscard]] std::vector<Head> run() const {
    std::vector<Head> heads;
    for (std::size_t i = 0; i < lines_.size(); ++i) {
      if (!is_headline(i)) continue;
      std::size_t text = headed_text(i);
      const std::size_t above = heads.empty() ? 0 : heads.back().text;
      // Questions stand above answers in interviews.
      const bool follows =
          text == none && lines_[i].end != LineEnd::question && is_another_topic(above, i);
      if (follows) text = i + 1;
      if (text == none) continue;
      heads.push_back({i, text, follows});
      i = text + 1;
    }
    add_repeated(heads, [&](std::size_t i) { return text_of_dateline(i); });
    add_repeated(heads, [&](std::size_t i) { return text_of_byline(i); });
    return heads;
  }

 private:
  [[nodiscard]] Cue cue(std::size_t i) const { return cues_[i].cue; }
  [[nodiscard]] bool is_stamp(std::size_t i) const {
    return cue(i) == Cue::published_line || cue(i) == Cue::timestamp;
  }
  [[nodiscard]] bool is_aside(std::size_t i) const {
    return cue(i) == Cue::caption || cue(i) == Cue::credit || cue(i) == Cue::promotion ||
           cue(i) == Cue::sharing;
  }

  [[nodiscard]] bool is_headline(std::size_t i) const {
    constexpr std::uint32_t shortest = 3, longest = 25;  // words
    const Line& line = lines_[i];
    return cue(i) == Cue::none && line.words >= shortest && line.words <= longest &&
           line.words > line.numbers + 1 &&
           (line.end <= LineEnd::number || line.end == LineEnd::question) &&
           line.start > LineStart::lower;
  }

  // A name that no rule knows: what stands right above the date.
  [[nodiscard]] bool is_above_stamp(std::size_t i) const {
    constexpr std::uint32_t longest = 8;  // words
    return lines_[i].words <= longest && i + 1 < lines_.size() && is_stamp(i + 1);
  }

  // The first paragraph below a headline with a byline, a date or a dateline.
  [[nodiscard]] std::size_t headed_text(std::size_t headline) const {
    const std::size_t text = text_below(headline);
    return text != none && has_paragraphs(text) && repeats(headline, text) ? text : none;
  }

  // The first paragraph, where a byline or a date stands between it and the headline, or where it
  // begins with a dateline; else none.
  [[nodiscard]] std::size_t text_below(std::size_t headline) const {
    const std::size_t last = std::min(headline + head_lines, lines_.size());
    bool known = false, deck = false;
    for (std::size_t i = headline + 1; i < last; ++i) {
      const Line& line = lines_[i];
      if (cue(i) == Cue::byline || is_stamp(i)) {
        known = true;
      } else if (line.prose() && (cue(i) == Cue::dateline || (cue(i) == Cue::none && known))) {
        return i;
      } else if (cue(i) == Cue::none && !deck && !known && line.end != LineEnd::colon) {
        deck = true;
      } else if (!is_aside(i) && !(cue(i) == Cue::none && is_above_stamp(i))) {
        break;
      }
    }
    return none;
  }

  // Teasers have one, below the next headline.
  [[nodiscard]] bool has_paragraphs(std::size_t text,
                                    std::size_t fewest = fewest_paragraphs) const {
    std::size_t paragraphs = 0;
    std::uint32_t words = 0;
    const std::size_t last = std::min(text + text_lines, lines_.size());
    for (std::size_t i = text; i < last && (lines_[i].prose() || is_aside(i)); ++i) {
      paragraphs += lines_[i].prose();
      words += lines_[i].words;
    }
    return paragraphs >= fewest && words >= fewest_words;
  }

  [[nodiscard]] bool repeats(std::size_t headline, std::size_t text) const {
    constexpr std::size_t fewest = 2;
    constexpr double least = 0.3;
    const std::size_t last = std::min(text + text_lines, lines_.size());
    const Overlap common =
        overlap(reading_.tokens, lines_[headline],
                text::TokenRange{lines_[text].tokens.first, lines_[last - 1].tokens.last});
    return common.common >= fewest && common.share() >= least;
  }

  // Text above, from line `first` on, and text right below, of something else.
  [[nodiscard]] bool is_another_topic(std::size_t first, std::size_t headline) const {
    constexpr std::size_t furthest = 60, most = 4;  // lines above; paragraphs below
    constexpr std::uint32_t fewest_above = 40;      // words
    std::size_t last = headline + 1;
    while (last < lines_.size() && last <= headline + most && lines_[last].prose()) ++last;
    if (last <= headline + fewest_paragraphs || !has_paragraphs(headline + 1)) return false;
    first = std::max(first, headline - std::min(headline, furthest));
    std::size_t paragraphs = 0;
    std::uint32_t words = 0;
    for (std::size_t i = first; i < headline; ++i) {
      if (!lines_[i].prose()) continue;
      ++paragraphs;
      words += lines_[i].words;
    }
    return paragraphs >= fewest_paragraphs && words >= fewest_above &&
           changes_topic(reading_.tokens, lines_, {first, headline}, headline,
                         {headline + 1, last});
  }

  // "PORT ELLIS, May 12 (QPW) -": capitals, and a date or an agency.
  [[nodiscard]] std::size_t text_of_dateline(std::size_t i) const {
    if (cue(i) != Cue::dateline || lines_[i].start != LineStart::all_upper) return none;
    const text::TokenRange place = cues_[i].tokens;
    for (std::uint32_t t = place.first; t < place.last; ++t) {
      if (reading_.tokens.has(t, text::is_number) || reading_.word(t) == "(")
        return lines_[i].prose() && lines_[i].words >= fewest_words / 2 ? i : none;
    }
    return none;
  }

  // A reader's comment has a byline too, and seldom news below it.
  [[nodiscard]] bool tells_news(std::size_t text) const {
    return lines_[text].tells_news() || (text + 1 < lines_.size() && lines_[text + 1].tells_news());
  }

  [[nodiscard]] std::size_t text_of_byline(std::size_t i) const {
    if (cue(i) != Cue::byline) return none;
    std::size_t text = i + 1;
    while (text < lines_.size() && text <= i + 2 && is_stamp(text)) ++text;
    const bool begins = text < lines_.size() && lines_[text].prose() &&
                        (cue(text) == Cue::none || cue(text) == Cue::dateline);
    return begins && has_paragraphs(text) && tells_news(text) ? text : none;
  }

  // A sentence, a rule of marks, an advertisement; or what belongs to the next head.
  [[nodiscard]] bool ends_story(std::size_t i) const {
    return lines_[i].sentence() || lines_[i].words == 0 || cue(i) == Cue::promotion ||
           cue(i) == Cue::byline || is_stamp(i);
  }

  // What stands without a headline begins a story where the dump has two of it.
  template <class Text>
  void add_repeated(std::vector<Head>& heads, Text text_of) const {
    std::vector<Head> found;
    for (std::size_t i = 0; i < lines_.size(); ++i) {
      if (!found.empty() && !ends_story(i - 1)) continue;
      if (const std::size_t text = text_of(i); text != none) found.push_back({i, text});
    }
    if (found.size() < 2) return;
    for (const Head& head : found) {
      const auto next =
          std::upper_bound(heads.begin(), heads.end(), head.text,
                           [](std::size_t text, const Head& other) { return text < other.first; });
      if (next == heads.begin() || std::prev(next)->text < head.first) heads.insert(next, head);
    }
  }

  const rules::Reading& reading_;
  const std::vector<Line>& lines_;
  const std::vector<LineCue>& cues_;
};

}  // namespace

std::vector<Head> find_heads(const rules::Reading& reading, const std::vector<Line>& lines,
                             const std::vector<LineCue>& cues) {
  return Finder(reading, lines, cues).run();
}

}  // namespace dateline::segment
