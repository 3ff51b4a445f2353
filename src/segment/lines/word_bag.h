// Bags of content words, for asking how much of a line another stretch of text shares.
#pragma once

#include <array>
#include <bit>
#include <cstdint>
#include <vector>

#include "segment/lines/lines.h"
#include "text/text.h"

namespace dateline::segment {

// Words by their hashes, each with a number. Asking for one is a look at a table.
class WordTable {
 public:
  // Makes room for so many words; to be called first.
  void reserve(std::size_t words) { slots_.assign(std::bit_ceil(words + words / 4 + 2), Slot{}); }
  struct Slot {
    std::uint32_t hash = 0, number = 0;  // 0: empty
  };
  [[nodiscard]] Slot& at(std::uint32_t hash) { return slots_[place_of(hash)]; }
  [[nodiscard]] std::uint32_t number_of(std::uint32_t hash) const {
    return slots_[place_of(hash)].number;
  }

 private:
  [[nodiscard]] std::size_t place_of(std::uint32_t hash) const {
    const std::size_t mask = slots_.size() - 1;
    std::size_t at = (hash * 0x9E3779B97F4A7C15ULL) >> 32 & mask;
    while (slots_[at].number != 0 && slots_[at].hash != hash) at = (at + 1) & mask;
    return at;
  }
  std::vector<Slot> slots_;
};

// A bag of words.
class Words {
 public:
  // Makes room for the words of so many tokens, which are fewer; to be called first.
  void reserve(std::size_t tokens) { table_.reserve(tokens); }
  void add(std::uint32_t hash) {
    table_.at(hash) = {hash, 1};
    ++size_;
  }
  [[nodiscard]] bool has(std::uint32_t hash) const {
    return size_ != 0 && table_.number_of(hash) != 0;
  }
  [[nodiscard]] std::size_t size() const { return size_; }  // repeated words count
  [[nodiscard]] bool empty() const { return size_ == 0; }

 private:
  WordTable table_;
  std::size_t size_ = 0;
};

// How often each of some words stands in a text.
class AskedWords {
 public:
  void reserve(std::size_t tokens) { table_.reserve(tokens); }
  void ask_for(std::uint32_t hash) {
    table_.at(hash) = {hash, 1};
    filter_[hash / 64 % filter_.size()] |= std::uint64_t{1} << hash % 64;
  }
  // False for most of the others.
  [[nodiscard]] bool may_be_asked_for(std::uint32_t hash) const {
    return (filter_[hash / 64 % filter_.size()] >> hash % 64 & 1) != 0;
  }
  void add(std::uint32_t hash) {
    WordTable::Slot& slot = table_.at(hash);
    slot.number += slot.number != 0;
  }
  // Of a word that was asked for.
  [[nodiscard]] std::size_t count(std::uint32_t hash) const { return table_.number_of(hash) - 1; }

 private:
  WordTable table_;                         // one more than the count
  std::array<std::uint64_t, 16> filter_{};  // by the words' last bits
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

inline Words words_of(const text::Tokens& tokens, text::TokenRange range) {
  Words words;
  words.reserve(range.size());
  for (std::uint32_t i = range.first; i < range.last; ++i) {
    if (content_word(tokens, i)) words.add(tokens.hash[i]);
  }
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

// The same where the text is given and not its bag: only the line's words are kept.
inline Overlap overlap(const text::Tokens& tokens, const Line& line, text::TokenRange text) {
  AskedWords asked;
  asked.reserve(line.tokens.size());
  for (std::uint32_t i = line.tokens.first; i < line.tokens.last; ++i) {
    if (content_word(tokens, i)) asked.ask_for(tokens.hash[i]);
  }
  for (std::uint32_t i = text.first; i < text.last; ++i) {
    if (asked.may_be_asked_for(tokens.hash[i])) asked.add(tokens.hash[i]);
  }
  Overlap out;
  for (std::uint32_t i = line.tokens.first; i < line.tokens.last; ++i) {
    if (!content_word(tokens, i)) continue;
    ++out.all;
    out.common += asked.count(tokens.hash[i]) > 0;
  }
  return out;
}

}  // namespace dateline::segment
