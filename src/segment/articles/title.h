// The title of an article: the line before its text that looks most like a headline, if one does.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>
#include <vector>

#include "dateline/document.h"
#include "segment/articles/structure.h"
#include "segment/lines/word_bag.h"

namespace dateline::segment {

// Could the line be a headline, by its length and end?
[[nodiscard]] bool headline_shape(const Line& line);

// Without what a bar sets apart: "Bridge closed | Harbour Times", "Opinion | Close the bridge".
// Nor with what labels it: "Subject: Bridge closed".
[[nodiscard]] Span headline_span(const rules::Reading& reading, const Cues& cues, const Line& line);

// What speaks for and against a line's being the title; `none` stands for there being no title.
enum class TitleSign : std::uint8_t {
  none,
  blank_before,
  blank_after,
  head_near,
  head_far,
  common,
  frequent,
  score,
  title_case,
  upper_case,
  two_words,
  three_words,
  five_words,
  long_line,
  far,
  very_far,
  inside,
  text,
  lower_start,
  stop,
  colon,
  caption,
  clock,
  separator,
  cue,
  unknown,
  outdone,
  unspaced,
  above_deck,
  deck,
  count
};
inline constexpr std::size_t title_signs = static_cast<std::size_t>(TitleSign::count);
inline constexpr std::array<std::string_view, title_signs> title_sign_names = {
    "none",        "blank-before", "blank-after", "head-near",  "head-far",   "common",
    "frequent",    "score",        "title-case",  "upper-case", "two-words",  "three-words",
    "five-words",  "long",         "far",         "very-far",   "inside",     "text",
    "lower-start", "stop",         "colon",       "caption",    "clock",      "separator",
    "cue",         "unknown",      "outdone",     "unspaced",   "above-deck", "deck"};

class TitleSigns {
 public:
  [[nodiscard]] float& operator[](TitleSign sign) {
    return values_[static_cast<std::size_t>(sign)];
  }
  [[nodiscard]] const std::array<float, title_signs>& values() const { return values_; }

 private:
  std::array<float, title_signs> values_{};
};

// A weight a sign: data/world/segment_title.tsv, fitted by data/make/fit_title.cc.
class TitleWeights {
 public:
  explicit TitleWeights(const Rules& rules);
  [[nodiscard]] float score(const TitleSigns& signs) const;
  [[nodiscard]] float none() const { return weights_[static_cast<std::size_t>(TitleSign::none)]; }
  // The natural logarithm; of small counts from a table.
  [[nodiscard]] float log_of(std::size_t count) const;

 private:
  std::array<float, 64> logs_{};
  std::array<float, title_signs> weights_{};
};

class TitleFinder {
 public:
  TitleFinder(const Document& document, const rules::Reading& reading, const Page& page,
              const std::vector<bool>& core, const std::vector<float>& scores,
              const TitleWeights& weights);
  // Sets the article's title and what follows from it. `from`: the first line that may be the
  // title.
  void find(std::size_t from, ArticleLines& article) const;

  struct Candidate {
    std::size_t line = 0;
    TitleSigns signs;
  };
  // The lines that find() chooses from where nothing states the title.
  [[nodiscard]] std::vector<Candidate> candidates(std::size_t from,
                                                  const ArticleLines& article) const;

 private:
  struct Range {
    std::size_t first = 0, last = 0;  // half-open
  };
  // How often each content word of the lines that may be the title stands in the article's first
  // lines.
  class Frequencies;
  [[nodiscard]] Range reach(std::size_t from, const ArticleLines& article) const;
  [[nodiscard]] TitleSigns signs(std::size_t i, const ArticleLines& article,
                                 const Frequencies& words) const;
  void add_word_signs(const Line& line, const Frequencies& words, TitleSigns& out) const;
  void add_place_signs(std::size_t i, const ArticleLines& article, TitleSigns& out) const;
  [[nodiscard]] std::size_t lines_to_head(std::size_t i) const;
  [[nodiscard]] bool spaced(std::size_t i) const;
  [[nodiscard]] bool is_headline_or_deck(std::size_t i) const;
  [[nodiscard]] bool is_above_deck(std::size_t i) const;
  [[nodiscard]] std::size_t likeliest(std::size_t from, const ArticleLines& article) const;
  [[nodiscard]] std::size_t below_date(std::size_t from, const ArticleLines& article) const;
  [[nodiscard]] bool heads_bare_text(std::size_t from, const ArticleLines& article) const;
  [[nodiscard]] std::size_t most_like_stated(std::size_t from, const ArticleLines& article) const;
  [[nodiscard]] double like_stated(std::size_t i, const ArticleLines& article) const;

  Words stated_;  // of the title that markup or record states
  const rules::Reading& reading_;
  const Page& page_;
  const std::vector<bool>& core_;
  const std::vector<float>& scores_;
  const TitleWeights& weights_;
};

}  // namespace dateline::segment
