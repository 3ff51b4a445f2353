// What a worker keeps from one text to the next: the words that it has looked up, and room to work
// in.
#pragma once

#include <algorithm>
#include <array>
#include <span>
#include <string_view>
#include <vector>

#include "rules/rules.h"
#include "rules/tracer.h"

namespace dateline::rules {

// What read_text wants to know of a token.
struct KnownWord {
  WordId word = 0;
  KindId kind = 0;
  std::uint8_t hints = 0;     // text::SentenceHint
  std::uint8_t starts = 0;    // Starts::Mask
  std::uint64_t seconds = 0;  // Lexicon::second_tokens
};

// The words seen last: most tokens of a text are a few hundred words again and again, and a look-up
// in the whole lexicon costs three cache misses.
class WordCache {
 public:
  // A token's bytes as written, zeros behind: no token holds a zero. Longer ones are not kept.
  struct Spelled {
    std::uint64_t low = 0, high = 0;
    friend bool operator==(Spelled, Spelled) = default;
  };
  static constexpr std::size_t longest = sizeof(Spelled);
  struct Entry {
    Spelled token;
    KnownWord known;
  };
  // Null where the token is not kept.
  [[nodiscard]] const Entry* find(std::uint32_t hash, Spelled token) const {
    const Entry* const pair = &entries_[hash % pairs * 2];
    if (pair[0].token == token) return pair;
    return pair[1].token == token ? pair + 1 : nullptr;
  }
  // Of two tokens in one place the older one goes.
  void keep(std::uint32_t hash, const Entry& entry) {
    Entry* const pair = &entries_[hash % pairs * 2];
    if (pair[0].token == entry.token) return;
    pair[1] = pair[0];
    pair[0] = entry;
  }

 private:
  static constexpr std::size_t pairs = 1 << 12;
  std::vector<Entry> entries_ = std::vector<Entry>(2 * pairs);
};

// What the captures of short matches took, of those traced last: it depends on nothing but the rule
// and the symbols, and most dates of a text are of a few shapes.
class TraceCache {
 public:
  static constexpr std::size_t longest = 8, most_captures = 4;
  using Key = std::array<std::uint64_t, 2>;  // a match's symbols, zeros behind
  [[nodiscard]] static Key key_of(std::span<const std::uint16_t> symbols) {
    Key key{};
    for (std::size_t i = 0; i < symbols.size(); ++i)
      key[i / 4] |= std::uint64_t{symbols[i]} << i % 4 * 16;
    return key;
  }
  struct Entry {
    const void* rule = nullptr;
    std::uint8_t size = 0, count = 0;
    Key key{};
    std::array<Tracer::Taken, most_captures> taken{};
    [[nodiscard]] std::span<const Tracer::Taken> all() const { return {taken.data(), count}; }
    [[nodiscard]] bool holds(const void* asked, std::size_t symbols, const Key& wanted) const {
      return rule == asked && size == symbols && key[0] == wanted[0] && key[1] == wanted[1];
    }
    // Not where there are too many.
    void keep(const void* of, std::size_t symbols, const Key& as,
              std::span<const Tracer::Taken> what) {
      if (what.size() > most_captures) return;
      rule = of;
      size = static_cast<std::uint8_t>(symbols);
      count = static_cast<std::uint8_t>(what.size());
      key = as;
      std::copy(what.begin(), what.end(), taken.begin());
    }
  };
  // Where the match would be; `seed` tells rules apart.
  [[nodiscard]] Entry& at(std::uint32_t seed, const Key& key) {
    return entries_[text::mix_chunk(text::mix_chunk(seed, key[0]), key[1]) % places];
  }

 private:
  static constexpr std::size_t places = 256;
  std::vector<Entry> entries_ = std::vector<Entry>(places);
};

// A stretch of symbols, and the rules that match it, by number.
struct FoundSpan {
  std::size_t begin = 0, end = 0;
  std::span<const std::uint16_t> rules;
};

struct MatchMemory {
  const void* pack = nullptr;  // whose words these are
  WordCache words;
  std::vector<FoundSpan> ends;  // of the matches that begin at one token
  Tracer tracer;
  TraceCache traces;
  std::vector<Tracer::Taken> taken;  // of the match that was traced last

  // For the symbols of the range under work.
  [[nodiscard]] std::uint16_t* room_for_symbols(std::size_t count) {
    if (symbols_.size() < count) symbols_.resize(count * 2);
    return symbols_.data();
  }
  // The first phrase that does not begin before `token`: found from the last answer on, as ranges
  // are mostly asked for in the order of the text.
  [[nodiscard]] std::size_t first_phrase(const Reading& reading, std::uint32_t token);
  // The phrase that begins there; null where none does.
  [[nodiscard]] const Phrase* phrase_at(const Reading& reading, std::uint32_t token) {
    const std::size_t i = first_phrase(reading, token);
    return i < reading.phrases.size() && reading.phrases[i].first == token ? &reading.phrases[i]
                                                                           : nullptr;
  }

 private:
  std::vector<std::uint16_t> symbols_;
  std::size_t last_phrase_ = 0;
};

}  // namespace dateline::rules
