// The alphabet of an area: one symbol a token, such that a condition of the area holds of all tokens with that symbol or
// of none. The automata read symbols instead of characters; so does RE2.
//
// Up to 250 symbols are one Latin-1 byte each; larger alphabets use two-byte UTF-8 code points.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <unordered_map>
#include <vector>

#include "rules/image.h"
#include "rules/lexicon.h"
#include "rules/predicate.h"
#include "rules/rules.h"

namespace dateline::rules {

class Alphabet {
 public:
  Alphabet() = default;
  Alphabet(const std::vector<Predicate>& predicates, const Lexicon& lexicon);

  // More symbols than RE2's two-byte code points can stand for.
  static constexpr std::size_t most_symbols = 0x780;
  [[nodiscard]] std::size_t size() const { return truths_.size(); }

  // The later tokens of a phrase: no condition holds of it.
  static constexpr std::uint16_t continuation = 0;

  // The symbols of tokens [range): phrases that matter here are one symbol and continuations.
  void spell(const Reading& reading, const Lexicon& lexicon, text::TokenRange range,
             std::vector<std::uint16_t>& out) const;
  // Symbols as RE2 sees them.
  void encode(std::span<const std::uint16_t> symbols, std::string& out) const;
  // The character class of all symbols of which a condition holds, with what may follow inside a phrase; "" where no
  // token can meet it.
  [[nodiscard]] std::string expression(std::uint32_t predicate) const;

  [[nodiscard]] std::size_t width() const { return width_; }     // bytes a symbol
  [[nodiscard]] bool latin1() const { return width_ == 1; }
  // For compiling only: which conditions hold of each symbol, and whether a phrase can meet a condition.
  [[nodiscard]] const std::vector<std::vector<bool>>& truths() const { return truths_; }
  [[nodiscard]] bool phrase_can_meet(std::uint32_t predicate) const { return phrase_truth_[predicate] != 0; }

  void save(Archive& archive) const;          // what spell() needs; expression() is for compiling only
  [[nodiscard]] static Alphabet load(ArchiveReader& reader);

 private:
  using Truth = std::vector<bool>;
  std::uint16_t intern(const Truth& truth);
  void add_words(const std::vector<Predicate>& predicates, const Lexicon& lexicon);
  void add_numbers(const std::vector<Predicate>& predicates, const Lexicon& lexicon);
  [[nodiscard]] std::uint16_t word_symbol(ComboId combo, bool known, std::uint16_t flags) const;
  [[nodiscard]] std::uint16_t number_symbol(std::string_view digits, std::uint16_t flags) const;

  std::vector<Truth> truths_;                       // of each symbol
  std::unordered_map<Truth, std::uint16_t> ids_;    // and back, but for the continuation
  std::vector<std::uint32_t> combo_row_;            // combination -> row of word_symbols_; 1: none of this area
  std::vector<std::uint16_t> word_symbols_;         // rows of 32
  std::vector<std::uint32_t> interval_starts_;      // of number values; the first is 0
  std::vector<std::uint16_t> number_symbols_;       // [digits-1][interval][glued + 2*newline]
  std::vector<char> phrase_combo_;                  // does a phrase of this combination matter here
  std::vector<char> phrase_truth_;                  // of each predicate: can a phrase meet it
  std::size_t width_ = 1;
};

}  // namespace dateline::rules
