// What a worker remembers about spans it has seen: the same symbols always give the same rules and captures.
#pragma once

#include <cstring>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "rules/rules.h"

namespace dateline::rules {

struct CaptureSlot {
  std::string_view name;
  std::uint32_t first, last;   // symbols, relative to the span
};

// The captures of each rule that has matched a span.
using SpanPlan = std::vector<std::pair<std::size_t, std::vector<CaptureSlot>>>;

struct StringHash {
  using is_transparent = void;
  std::size_t operator()(std::string_view s) const { return std::hash<std::string_view>()(s); }
};

// What read_text wants to know of a token.
struct KnownWord {
  WordId word = 0;
  KindId kind = 0;
  std::uint8_t hints = 0;      // text::SentenceHint
  bool starts_phrase = false;
};

// The words seen last: most tokens of a text are a few hundred words again and again, and a look-up in the whole lexicon
// costs three cache misses.
class WordCache {
 public:
  struct Entry {
    std::uint32_t hash = 0;
    KnownWord known;
    std::uint8_t size = 0;
    char token[11] = {};       // as written; longer tokens are not kept
  };
  // The entry where a token of this hash would be.
  [[nodiscard]] Entry& at(std::uint32_t hash) { return entries_[hash & (entries - 1)]; }
  [[nodiscard]] static bool holds(const Entry& entry, std::uint32_t hash, std::string_view token) {
    return entry.hash == hash && entry.size == token.size() &&
           std::memcmp(entry.token, token.data(), token.size()) == 0;
  }
  static void keep(Entry& entry, std::uint32_t hash, std::string_view token, KnownWord known) {
    if (token.size() > sizeof entry.token) return;
    entry.hash = hash;
    entry.known = known;
    entry.size = static_cast<std::uint8_t>(token.size());
    std::memcpy(entry.token, token.data(), token.size());
  }

 private:
  static constexpr std::size_t entries = 1 << 12;
  std::vector<Entry> entries_ = std::vector<Entry>(entries);
};

// A stretch of symbols, and the rules that match it, by number.
struct FoundSpan {
  std::size_t begin = 0, end = 0;
  std::span<const std::uint16_t> rules;
};

struct MatchMemory {
  const void* pack = nullptr;   // whose words and plans these are
  WordCache words;
  std::vector<std::uint16_t> symbols;   // of the range under work
  std::string span;                     // some of them, as RE2 sees them
  std::vector<FoundSpan> ends;          // of the matches that begin at one token
  std::vector<std::unordered_map<std::string, SpanPlan, StringHash, std::equal_to<>>> plans;   // one an area
};

}  // namespace dateline::rules
