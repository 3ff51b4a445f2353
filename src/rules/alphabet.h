// The alphabet of an area: one symbol a token, such that a condition of the area holds of all
// tokens with that symbol or of none. Automata and tracer read symbols instead of characters.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "rules/image.h"
#include "rules/lexicon.h"
#include "rules/predicate.h"
#include "rules/rules.h"
#include "rules/shapes.h"

namespace dateline::rules {

class Alphabet {
 public:
  Alphabet() = default;
  // Tables of more symbols than this would be too large.
  static constexpr std::size_t most_symbols = 0x780;
  [[nodiscard]] std::size_t size() const {
    return truth_size_ == 0 ? 0 : truths_.size() / truth_size_;
  }

  // The later tokens of a phrase: no condition holds of it.
  static constexpr std::uint16_t continuation = 0;

  // Of a token that is in no phrase that matters here.
  [[nodiscard]] std::uint16_t symbol_of(const Reading& reading, std::uint32_t token) const {
    const std::uint16_t flags = reading.tokens.flags[token];
    if ((flags & text::is_number) != 0) return number_symbol(reading.word(token), flags);
    const KindId kind = reading.kinds[token];
    return word_symbol(kind, kind != 0 || reading.words[token] != 0, flags);
  }
  // Of a phrase's first token; the others are continuations. No condition asks for phrases of some
  // kinds.
  [[nodiscard]] bool matters(KindId phrase) const { return phrase_combo_[phrase] != 0; }
  [[nodiscard]] std::uint16_t symbol_of(const Reading& reading, const Phrase& phrase,
                                        const Lexicon& lexicon) const;

  // All symbols that a word of the kind may have, and those of all numbers.
  [[nodiscard]] std::span<const std::uint16_t> symbols_of_kind(KindId kind, bool known) const;
  [[nodiscard]] std::span<const std::uint16_t> symbols_of_numbers() const {
    return {number_symbols_.data(), number_symbols_.size()};
  }

  [[nodiscard]] bool meets(std::uint16_t symbol, std::uint32_t condition) const {
    return (truths_[symbol * truth_size_ + condition / 64] >> (condition % 64) & 1) != 0;
  }
  // For compiling only: can a phrase meet the condition?
  [[nodiscard]] bool phrase_can_meet(std::uint32_t condition) const {
    return phrase_truth_[condition] != 0;
  }

  void save(Archive& archive) const;
  [[nodiscard]] static Alphabet load(ArchiveReader& reader);

 private:
  friend class AlphabetBuilder;
  [[nodiscard]] std::uint16_t word_symbol(ComboId combo, bool known, unsigned flags) const {
    const std::size_t row = known ? combo_row_[combo] : 0;
    return word_symbols_[row * shapes + shape_of_flags[flags & 0xFF]];
  }
  [[nodiscard]] std::uint16_t number_symbol(std::string_view digits, std::uint16_t flags) const;

  Flat<std::uint32_t> combo_row_;     // combination -> row of word_symbols_; 1: none of this area
  Flat<std::uint16_t> word_symbols_;  // rows of 32
  Flat<std::uint32_t> interval_starts_;  // of number values; the first is 0
  Flat<std::uint16_t> number_symbols_;   // [digits-1][interval][glued + 2*newline]
  Flat<char> phrase_combo_;              // does a phrase of this combination matter here
  Flat<char> phrase_truth_;              // of each condition: can a phrase meet it
  Flat<std::uint64_t> truths_;           // [symbol][condition], a bit each
  std::size_t truth_size_ = 0;           // words a symbol
};

[[nodiscard]] Alphabet build_alphabet(const std::vector<Predicate>& predicates,
                                      const Lexicon& lexicon);

}  // namespace dateline::rules
