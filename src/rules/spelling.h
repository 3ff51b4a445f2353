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
      : alphabet_(alphabet),
        lexicon_(lexicon),
        reading_(reading),
        range_(range),
        symbols_(memory.symbols),
        phrase_(reading.phrases.data() + memory.first_phrase(reading, range.first)),
        phrases_end_(reading.phrases.data() + reading.phrases.size()),
        free_(range.first) {
    symbols_.assign(range.size(), unknown);
  }

  [[nodiscard]] std::size_t size() const { return range_.size(); }
  // Of the range's token number `at`.
  [[nodiscard]] std::uint16_t operator[](std::size_t at) {
    if (symbols_[at] == unknown) make(at);
    return symbols_[at];
  }
  [[nodiscard]] std::span<const std::uint16_t> stretch(std::size_t begin, std::size_t end) {
    for (std::size_t at = begin; at < end; ++at) static_cast<void>((*this)[at]);
    return std::span<const std::uint16_t>(symbols_).subspan(begin, end - begin);
  }

 private:
  void make(std::size_t at) {
    const auto token = range_.first + static_cast<std::uint32_t>(at);
    while (phrase_ != phrases_end_ && phrase_->first <= token) put(*phrase_++);
    if (symbols_[at] == unknown) symbols_[at] = alphabet_.symbol_of(reading_, token);
  }

  // Phrases come from left to right; they do not overlap.
  void put(const Phrase& phrase) {
    if (phrase.first < free_ || phrase.last > range_.last ||
        !alphabet_.matters(lexicon_.combo(phrase.word)))
      return;
    std::uint16_t* at = symbols_.data() + (phrase.first - range_.first);
    *at = alphabet_.symbol_of(reading_, phrase, lexicon_);
    std::fill(at + 1, at + (phrase.last - phrase.first), Alphabet::continuation);
    free_ = phrase.last;
  }

  const Alphabet& alphabet_;
  const Lexicon& lexicon_;
  const Reading& reading_;
  text::TokenRange range_;
  std::vector<std::uint16_t>& symbols_;
  const Phrase* phrase_;  // the next to be put
  const Phrase* phrases_end_;
  std::uint32_t free_;  // the first token that no phrase has taken
};

}  // namespace dateline::rules
