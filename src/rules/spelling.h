// The symbols of a range of tokens, each made when it is first asked for: most matches die at their
// first symbol.
#pragma once

#include <algorithm>
#include <cstdint>
#include <limits>
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
        symbols_(memory.room_for_symbols(range.size())),
        phrase_(reading.phrases.data() + memory.first_phrase(reading, range.first)),
        free_(range.first) {
    std::fill_n(symbols_, range.size(), unknown);
    look_ahead();
  }

  [[nodiscard]] std::size_t size() const { return range_.size(); }
  // Of the range's token number `at`.
  [[nodiscard]] std::uint16_t operator[](std::size_t at) {
    const std::uint16_t symbol = symbols_[at];
    return symbol != unknown ? symbol : make(at);
  }
  [[nodiscard]] std::span<const std::uint16_t> stretch(std::size_t begin, std::size_t end) {
    for (std::size_t at = begin; at < end; ++at) static_cast<void>((*this)[at]);
    return {symbols_ + begin, end - begin};
  }

 private:
  std::uint16_t make(std::size_t at) {
    const auto token = range_.first + static_cast<std::uint32_t>(at);
    if (token >= next_phrase_) {
      put_phrases(token);
      if (symbols_[at] != unknown) return symbols_[at];
    }
    return symbols_[at] = alphabet_.symbol_of(reading_, token);
  }

  // Those that begin up to the token. Apart, as most texts have few.
  [[gnu::noinline]] void put_phrases(std::uint32_t token) {
    while (next_phrase_ <= token) {
      put(*phrase_++);
      look_ahead();
    }
  }
  void look_ahead() {
    const bool any = phrase_ != reading_.phrases.data() + reading_.phrases.size();
    next_phrase_ = any ? phrase_->first : std::numeric_limits<std::uint32_t>::max();
  }

  // Phrases come from left to right; they do not overlap.
  void put(const Phrase& phrase) {
    if (phrase.first < free_ || phrase.last > range_.last ||
        !alphabet_.matters(lexicon_.combo(phrase.word)))
      return;
    std::uint16_t* const at = symbols_ + (phrase.first - range_.first);
    *at = alphabet_.symbol_of(reading_, phrase, lexicon_);
    std::fill(at + 1, at + (phrase.last - phrase.first), Alphabet::continuation);
    free_ = phrase.last;
  }

  const Alphabet& alphabet_;
  const Lexicon& lexicon_;
  const Reading& reading_;
  text::TokenRange range_;
  std::uint16_t* symbols_;
  const Phrase* phrase_;       // the next to be put
  std::uint32_t next_phrase_;  // the token that it begins at
  std::uint32_t free_;         // the first token that no phrase has taken
};

}  // namespace dateline::rules
