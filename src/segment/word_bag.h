// Bags of content words, for asking how much of a line another stretch of text shares.
#pragma once

#include <algorithm>
#include <array>
#include <bit>
#include <cstdint>
#include <vector>

#include "segment/lines.h"
#include "text/text.h"

namespace dateline::segment {

// A bag of words by their hashes. Asking for one is a look at a table.
class Words {
 public:
  // Makes room for the words of so many tokens, which are fewer; to be called first.
  void reserve(std::size_t tokens) { slots_.assign(std::bit_ceil(tokens + tokens / 4 + 2), 0); }
  void add(std::uint32_t hash) {
    ++size_;
    std::uint64_t& slot = slots_[place_of(hash)];
    slot = (slot | hash) + once;
  }
  [[nodiscard]] bool has(std::uint32_t hash) const { return count(hash) != 0; }
  // How often it was added.
  [[nodiscard]] std::size_t count(std::uint32_t hash) const {
    return size_ == 0 ? 0 : slots_[place_of(hash)] >> 32;
  }
  [[nodiscard]] std::size_t size() const { return size_; }  // repeated words count
  [[nodiscard]] bool empty() const { return size_ == 0; }

 private:
  [[nodiscard]] std::size_t place_of(std::uint32_t hash) const {
    const std::size_t mask = slots_.size() - 1;
    std::size_t at = (hash * 0x9E3779B97F4A7C15ULL) >> 32 & mask;
    while (slots_[at] != 0 && static_cast<std::uint32_t>(slots_[at]) != hash) at = (at + 1) & mask;
    return at;
  }
  static constexpr std::uint64_t once = std::uint64_t{1} << 32;
  std::vector<std::uint64_t> slots_;  // 0, or a hash below the number of its words
  std::size_t size_ = 0;
};

// Numbers of two digits, words of five letters, or three with a capital. Without branches, which
// texts would mislead.
inline bool content_word(const text::Tokens& tokens, std::uint32_t i) {
  static_assert(text::starts_upper == 1);
  const std::uint32_t size = tokens.end[i] - tokens.begin[i], flags = tokens.flags[i];
  const bool number = ((flags & text::is_number) != 0) & (size >= 2);
  const bool word = ((flags & text::is_word) != 0) & (size + 2 * (flags & text::starts_upper) >= 5);
  return number | word;
}

inline void add_words(const text::Tokens& tokens, text::TokenRange range, Words& words) {
  std::array<std::uint32_t, 64> found;
  for (std::uint32_t i = range.first; i < range.last;) {
    const std::uint32_t last = std::min(range.last, i + static_cast<std::uint32_t>(found.size()));
    std::size_t count = 0;  // all are written, but only those that count keep their place
    for (; i < last; ++i) {
      found[count] = tokens.hash[i];
      count += content_word(tokens, i);
    }
    for (std::size_t k = 0; k < count; ++k) words.add(found[k]);
  }
}

inline Words words_of(const text::Tokens& tokens, text::TokenRange range) {
  Words words;
  words.reserve(range.size());
  add_words(tokens, range, words);
  return words;
}

// Short words too: what is a capital in a headline is none in the sentence below.
inline Words all_words_of(const text::Tokens& tokens, text::TokenRange range) {
  Words words;
  words.reserve(range.size());
  for (std::uint32_t i = range.first; i < range.last; ++i) {
    if (tokens.has(i, text::is_word | text::is_number)) words.add(tokens.hash[i]);
  }
  return words;
}

struct Overlap {
  std::size_t common = 0, all = 0;
  [[nodiscard]] double share() const {
    return all == 0 ? 0 : static_cast<double>(common) / static_cast<double>(all);
  }
};

inline Overlap overlap(const text::Tokens& tokens, const Line& line, const Words& words) {
  Overlap out;
  for (std::uint32_t i = line.tokens.first; i < line.tokens.last; ++i) {
    if (!content_word(tokens, i)) continue;
    ++out.all;
    out.common += words.has(tokens.hash[i]);
  }
  return out;
}

}  // namespace dateline::segment
