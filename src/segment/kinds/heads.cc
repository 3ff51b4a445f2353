#include "segment/kinds/heads.h"

#include <algorithm>

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
      const std::size_t text = text_below(i);
      if (text == none || !has_paragraphs(text) || !repeats(i, text)) continue;
      heads.push_back({i, text});
      i = text + 1;
    }
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
  [[nodiscard]] bool has_paragraphs(std::size_t text) const {
    std::size_t paragraphs = 0;
    std::uint32_t words = 0;
    const std::size_t last = std::min(text + text_lines, lines_.size());
    for (std::size_t i = text; i < last && (lines_[i].prose() || is_aside(i)); ++i) {
      paragraphs += lines_[i].prose();
      words += lines_[i].words;
    }
    return paragraphs >= fewest_paragraphs && words >= fewest_words;
  }

  [[nodiscard]] bool repeats(std::size_t headline, std::size_t text) const {
    constexpr std::size_t fewest = 2;
    constexpr double least = 0.3;
    const std::size_t last = std::min(text + text_lines, lines_.size());
    const Words words =
        all_words_of(reading_.tokens, {lines_[text].tokens.first, lines_[last - 1].tokens.last});
    const Overlap common = overlap(reading_.tokens, lines_[headline], words);
    return common.common >= fewest && common.share() >= least;
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
