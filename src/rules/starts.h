// Where a match can begin, told of each token by itself: a bit an area. find() so goes from one
// candidate to the next eight tokens at a time, and most tokens of a text cost it nothing.
#pragma once

#include <cstdint>
#include <vector>

#include "rules/lexicon.h"
#include "rules/program.h"
#include "rules/shapes.h"

namespace dateline::rules {

class Starts {
 public:
  // Bits of areas. Those after the eighth share one with another area: a bit says "may", never
  // "does".
  using Mask = std::uint8_t;
  static constexpr unsigned masks = 8;

  Starts() = default;
  explicit Starts(const Lexicon& lexicon);
  // Returns the area's bit.
  Mask add(const AreaProgram& program);

  // Of a token that is in no phrase, wherever it stands. `known`: is it in the lexicon?
  [[nodiscard]] Mask of_token(KindId kind, bool known, std::uint16_t flags) const {
    if ((flags & text::is_number) != 0) return numbers_;
    const std::size_t row = known ? kind + std::size_t{1} : 0;
    return words_[row * shapes + (shape_of_flags[flags & 0xFF] & spelling_bits)];
  }
  // Of a phrase's first token.
  [[nodiscard]] Mask of_phrase(KindId kind) const { return phrases_[kind]; }

 private:
  // What of a shape a token's bytes tell, without what stands before it.
  static constexpr std::size_t spelling_bits =
      shape_index(text::starts_upper | text::all_upper | text::is_word);
  void add_words(const Alphabet& alphabet, const std::vector<char>& starts, Mask bit);
  void add_phrases(const Alphabet& alphabet, const std::vector<char>& starts, Mask bit);

  unsigned areas_ = 0;
  std::vector<Mask> words_;    // [kind + 1][shape]; row 0: not in the lexicon
  std::vector<Mask> phrases_;  // by kind
  Mask numbers_ = 0;
};

}  // namespace dateline::rules
