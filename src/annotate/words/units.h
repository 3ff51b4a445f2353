// Units: what a reader takes for one word of a name. Tokens are finer ("al-Assad" is three, "U.S."
// four), so names are read over units: "al-Assad", "U.S.", "O'Brien", "J.", "Kim" "Jong-il"; but
// "Iran" "-" "backed".
//
// Most units are words in small letters that no rule begins with: Units also keeps where those few
// stand that one does, so that the passes over an article go from one to the next.
#pragma once

#include <cstdint>
#include <vector>

#include "annotate/words/vocabulary.h"
#include "annotate/words/words.h"
#include "rules/rules.h"
#include "text/text.h"

namespace dateline::annotate {

enum UnitFlag : std::uint16_t {
  word_unit = 1,
  capital = 2,   // begins with a capital (or with al- and a capital)
  all_caps = 4,  // more than one letter, all capitals
  number_unit = 8,
  line_start = 16,
  sentence_start = 32,  // after a full stop, quotation mark, colon, bullet, or at a line's start
  glued_unit = 64,
  initial = 128,          // "J.", "T.J."
  possessive = 256,       // the token 's
  joined = 512,           // made of several words: "al-Assad"
  dotted = 1024,          // "U.S.", "Mr."
  headline_unit = 2048,   // on a line whose capitals say nothing: all capitals, or Title Case
  caps_line_unit = 4096,  // on a line all in capitals
};

struct Unit {
  std::uint64_t bits = 0;   // WordBits of the (only, or last) word
  std::uint32_t first = 0;  // tokens [first, last)
  std::uint32_t last = 0;
  std::uint32_t key = 0;  // of the folded letters
  rules::WordId word = 0;
  std::uint32_t phrase = 0;  // for Units::phrase
  std::uint16_t flags = 0;
  char mark = 0;  // of a mark: its first byte, a quotation mark or dash folded

  [[nodiscard]] bool has(std::uint16_t flag) const { return (flags & flag) != 0; }
  [[nodiscard]] bool is(std::uint64_t bit) const { return (bits & bit) != 0; }
};

// The longest phrase of the lists that starts at a unit.
struct UnitPhrase {
  std::uint64_t bits = 0;
  std::uint32_t last = 0;  // in units; 0 where there is none
  rules::WordId word = 0;
};

class Units {
 public:
  void clear();
  // Appends the units of one zone, whose first token begins a line.
  void add(const rules::Reading& reading, const Words& words, text::TokenRange zone,
           Vocabulary& vocabulary);

  [[nodiscard]] std::uint32_t size() const { return size_; }
  [[nodiscard]] const Unit& operator[](std::size_t i) const { return units_[i]; }
  [[nodiscard]] const Unit* data() const { return units_.data(); }
  [[nodiscard]] const UnitPhrase& phrase(std::uint32_t i) const {
    return phrases_[units_[i].phrase];
  }

  // Numbers of units, ascending: those that begin with a capital, the marks "(", the first of each
  // line.
  [[nodiscard]] const std::vector<std::uint32_t>& capitals() const { return capitals_; }
  [[nodiscard]] const std::vector<std::uint32_t>& brackets() const { return brackets_; }
  [[nodiscard]] const std::vector<std::uint32_t>& lines() const { return lines_; }
  // One past the last unit of line number `line`.
  [[nodiscard]] std::uint32_t line_end(std::size_t line) const {
    return line + 1 < lines_.size() ? lines_[line + 1] : size_;
  }

 private:
  friend class UnitMaker;
  std::vector<Unit> units_;  // the first size_ are this article's
  std::uint32_t size_ = 0;
  std::vector<UnitPhrase> phrases_;  // [0]: none
  std::vector<std::uint32_t> capitals_, brackets_, lines_;
};

}  // namespace dateline::annotate
