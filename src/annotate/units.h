// Units: what a reader takes for one word of a name. Tokens are finer ("al-Assad" is three, "U.S." four), so names are
// read over units: "al-Assad", "U.S.", "O'Brien", "J.", "Kim" "Jong-il"; but "Iran" "-" "backed".
#pragma once

#include <cstdint>
#include <vector>

#include "annotate/words.h"
#include "rules/rules.h"
#include "text/text.h"

namespace dateline::annotate {

enum UnitFlag : std::uint16_t {
  word_unit = 1,
  capital = 2,           // begins with a capital (or with al- and a capital)
  all_caps = 4,          // more than one letter, all capitals
  number_unit = 8,
  line_start = 16,
  sentence_start = 32,   // after a full stop, quotation mark, colon, bullet, or at a line's start
  glued_unit = 64,
  initial = 128,         // "J.", "T.J."
  possessive = 256,      // the token 's
  joined = 512,          // made of several words: "al-Assad"
  dotted = 1024,         // "U.S.", "Mr."
  headline_unit = 2048,  // on a line whose capitals say nothing: all capitals, or Title Case
  caps_line_unit = 4096, // on a line all in capitals
};

struct Unit {
  std::uint32_t first = 0;   // tokens [first, last)
  std::uint32_t last = 0;
  std::uint32_t key = 0;     // of the folded letters
  std::uint16_t flags = 0;
  char mark = 0;             // of a mark: its first byte, a quotation mark or dash folded
  std::uint64_t bits = 0;    // WordBits of the (only, or last) word
  rules::WordId word = 0;
  std::uint64_t phrase_bits = 0;   // of the longest phrase of the lists that starts here
  std::uint32_t phrase_last = 0;   // in units; 0 where there is none
  rules::WordId phrase = 0;

  [[nodiscard]] bool has(std::uint16_t flag) const { return (flags & flag) != 0; }
  [[nodiscard]] bool is(std::uint64_t bit) const { return (bits & bit) != 0; }
};

// Appends the units of [range).
void make_units(const rules::Reading& reading, const Words& words, text::TokenRange range, std::vector<Unit>& units);

}  // namespace dateline::annotate
