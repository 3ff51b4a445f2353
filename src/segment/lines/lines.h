// The non-blank lines of a dump, and what each line looks like by itself: the counts that features,
// structure and dating share. One pass over the tokens.
#pragma once

#include <cstdint>
#include <vector>

#include "dateline/span.h"
#include "rules/rules.h"
#include "segment/lines/words.h"
#include "text/text.h"

namespace dateline::segment {

// How a line ends, closing quotes and brackets left aside; ordered by how much it looks like the
// end of prose.
enum class LineEnd : std::uint8_t {
  word,
  dash,
  mark,
  number,
  comma,
  colon,
  ellipsis,
  question,
  exclamation,
  stop
};
// How a line begins.
enum class LineStart : std::uint8_t { mark, bullet, number, quote, lower, upper, all_upper };

struct Line {
  Span span;  // from its first to its last visible character
  text::TokenRange tokens;
  std::uint32_t hash = 0;   // of its folded words, digits as one class
  std::uint32_t words = 0;  // words and numbers
  std::uint32_t lower = 0;  // words that start in lower case
  std::uint32_t capitals =
      0;  // words of four letters and more, not the first, that start in upper case
  std::uint32_t eligible = 0;   // words that `capitals` could have counted
  std::uint32_t all_upper = 0;  // words of two letters and more, all upper case
  std::uint32_t numbers = 0;
  std::uint32_t marks = 0;
  std::uint32_t letters = 0;      // bytes in words
  std::uint32_t short_words = 0;  // words of at most three bytes
  std::uint32_t commas = 0;
  std::uint32_t quotes = 0;
  std::uint32_t breaks = 0;      // sentence ends inside the line
  std::uint32_t separators = 0;  // | • · › » / and the like between blanks
  std::uint32_t clocks = 0;      // 12:05
  std::uint32_t links = 0;       // @ # .com www http
  std::uint32_t symbols = 0;     // marks that prose does not use
  std::uint32_t counts[word_classes] = {};
  LineEnd end = LineEnd::word;
  LineStart start = LineStart::mark;
  bool closing_quote = false;
  bool blank_before = false;
  bool blank_after = false;
  bool first_word_lower = false;

  [[nodiscard]] bool prose() const {  // what a sentence of running text looks like
    return words >= 7 && end >= LineEnd::ellipsis && lower * 2 >= words;
  }
  [[nodiscard]] bool tells_news() const {  // what somebody said, or what happened on a weekday
    return counts[static_cast<std::size_t>(WordClass::said)] +
               counts[static_cast<std::size_t>(WordClass::weekday)] >
           0;
  }
  [[nodiscard]] bool sentence() const {  // prose, or a plain sentence however short
    return prose() || (words >= 3 && end == LineEnd::stop && lower * 2 >= words);
  }
};

// `masks`: the word classes of each kind of word, as bits.
[[nodiscard]] std::vector<Line> split_lines(const rules::Reading& reading,
                                            const std::vector<std::uint64_t>& masks);

}  // namespace dateline::segment
