// The symbols of a range of tokens, each made when it is first asked for: most matches die at their
// first symbol.
#pragma once

#include <algorithm>
#include <cstdint>
#include <span>
#include <vector>

#include "rules/alphabet.h"
#include "rules/memory.h"

namespace dateline::rules {

class Spelling {
  static constexpr std::uint16_t unknown = 0xFFFF;

 public:
  Spelling(const Alphabet& alphabet, const Lexicon& lexicon, const Reading& reading,
           text::TokenRange range, MatchMemory& memory)
      : alphabet_(alphabet), reading_(reading), first_(range.first), symbols_(memory.symbols) {
    symbols_.assign(range.size(), unknown);
    put_phrases(lexicon, range, memory);
  }

  [[nodiscard]] std::size_t size() const { return symbols_.size(); }
  // Of the range's token number `at`.
  [[nodiscard]] std::uint16_t operator[](std::size_t at) {
    std::uint16_t& symbol = symbols_[at];
    if (symbol == unknown)
      symbol = alphabet_.symbol_of(reading_, first_ + static_cast<std::uint32_t>(at));
    return symbol;
  }
  [[nodiscard]] std::span<const std::uint16_t> stretch(std::size_t begin, std::size_t end) {
    for (std::size_t at = begin; at < end; ++at) static_cast<void>((*this)[at]);
    return std::span<const std::uint16_t>(symbols_).subspan(begin, end - begin);
  }

 private:
  // From left to right, where they do not overlap.
  void put_phrases(const Lexicon& lexicon, text::TokenRange range, MatchMemory& memory) {
    std::uint32_t free = range.first;
    for (std::size_t i = memory.first_phrase(reading_, range.first); i < reading_.phrases.size();
         ++i) {
      const Phrase& phrase = reading_.phrases[i];
      if (phrase.first >= range.last) return;
      if (phrase.first < free || phrase.last > range.last ||
          !alphabet_.matters(lexicon.combo(phrase.word)))
        continue;
      std::uint16_t* at = symbols_.data() + (phrase.first - range.first);
      *at = alphabet_.symbol_of(reading_, phrase, lexicon);
      std::fill(at + 1, at + (phrase.last - phrase.first), Alphabet::continuation);
      free = phrase.last;
    }
  }

  const Alphabet& alphabet_;
  const Reading& reading_;
  std::uint32_t first_;
  std::vector<std::uint16_t>& symbols_;
};

}  // namespace dateline::rules
