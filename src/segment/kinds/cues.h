// What the rules of data/<language>/segment say of single lines: a byline, a caption, the label of
// a list of headlines.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "dateline/article.h"
#include "rules/rules.h"
#include "segment/kinds/datelines.h"
#include "segment/lines/lines.h"

namespace dateline::segment {

// The order matters to the classifier: what belongs near an article's start or to its pictures
// comes first, from `section_label` on come lines that stand where the article is over.
enum class Cue : std::uint8_t {
  none,
  dateline,
  timestamp,
  byline,
  published_line,
  caption,
  credit,
  section_label,
  promotion,
  sharing,
  comments,
  legal,
  navigation,
  ticker,
  author_note,
  pagination,
  language_switch
};
[[nodiscard]] BlockKind kind_of(Cue cue);

// What else a rule says of a line, with the key `means`.
enum class Hint : std::uint8_t {
  none,
  place_first,    // it begins with the place that the report is from
  text_follows,   // the text goes on below it
  older_picture,  // the picture was taken for something else
  other_day       // its date may be another than that of the report
};

struct LineCue {
  Cue cue = Cue::none;
  RuleId rule = no_rule;
  text::TokenRange tokens;  // what the rule matched
  Hint hint = Hint::none;
};

class Cues {
 public:
  Cues(const Rules& rules, Problems& problems, std::string_view language);
  // One a line.
  [[nodiscard]] std::vector<LineCue> find(const rules::Reading& reading,
                                          const std::vector<Line>& lines) const;
  [[nodiscard]] LineCue of(const rules::Reading& reading, const Line& line) const;
  // The word classes of each kind of word, as bits.
  [[nodiscard]] const std::vector<std::uint64_t>& masks() const { return masks_; }
  // What the class names of a line's markup speak of: bits in the order of markup_word_names.
  [[nodiscard]] std::uint16_t said(std::string_view classes, rules::Reading& scratch) const;
  // "Subject", "Thread": with a colon behind it, a title follows.
  [[nodiscard]] bool labels_title(rules::WordId word) const {
    return word != 0 && rules::has_class(rules_, word, title_label_);
  }
  [[nodiscard]] const DatelineReader& datelines() const { return datelines_; }
  void check_examples(Problems& problems) const;

 private:
  enum class At : std::uint8_t { whole, start, end, any };
  struct Meaning {
    Cue cue = Cue::none;
    At at = At::whole;
    std::uint32_t words = 1000;
    Hint hint = Hint::none;
  };
  // One folder of rules: those for whole lines, for how lines start, for how they end.
  struct Place {
    At at = At::whole;
    const rules::Area* area = nullptr;
    std::vector<Meaning> meanings;  // beside area->rules()
    std::uint32_t longest = 0;      // the greatest number of words that a rule allows
    [[nodiscard]] const Meaning& meaning(const rules::Match& match) const {
      return meanings[static_cast<std::size_t>(match.rule - area->rules().data())];
    }
  };
  [[nodiscard]] static bool is_news(const Line& line, Cue cue);
  [[nodiscard]] LineCue meant(const Place& place, const rules::Match& match,
                              const rules::Reading& reading, const Line& line) const;
  [[nodiscard]] bool begins_with_place(const rules::Reading& reading, text::TokenRange line) const;
  [[nodiscard]] LineCue best(const Place& place, const rules::Reading& reading, const Line& line,
                             std::vector<rules::Match>& matches) const;
  [[nodiscard]] LineCue best(const rules::Reading& reading, const Line& line,
                             std::vector<rules::Match>& matches) const;

  [[nodiscard]] LineCue with_date(const LineCue& cue, const rules::Reading& reading,
                                  const Line& line) const;

  const Rules& rules_;
  std::array<Place, 3> places_;
  DatelineReader datelines_;
  RuleId dated_;
  std::vector<std::uint64_t> masks_;
  rules::ClassId markup_word_ = rules::no_class, paper_ = rules::no_class,
                 calendar_ = rules::no_class, title_label_ = rules::no_class;
  std::vector<std::uint64_t> markup_kinds_;  // by kind of words: is it a markup word?
};

}  // namespace dateline::segment
