#include "segment/content_words.h"

#include <bit>

namespace dateline::segment {

namespace {

bool is_content_word(const text::Tokens& tokens, std::uint32_t i) {
  if (!tokens.has(i, text::is_word)) return false;
  const std::uint32_t size = tokens.end[i] - tokens.begin[i];
  return size >= 6 || (size >= 4 && tokens.has(i, text::starts_upper));
}

// Hash -> number, by open addressing; the numbers begin with 1, as 0 is an empty slot.
struct Slot {
  std::uint32_t hash = 0, number = 0;
};

}  // namespace

ContentWords::ContentWords(const std::vector<Line>& lines, const text::Tokens& tokens) {
  words_.reserve(tokens.size() / 2);
  first_.reserve(lines.size() + 1);
  for (const Line& line : lines) {
    first_.push_back(static_cast<std::uint32_t>(words_.size()));
    for (std::uint32_t i = line.tokens.first; i < line.tokens.last; ++i) {
      if (is_content_word(tokens, i)) words_.push_back(tokens.hash[i]);
    }
  }
  first_.push_back(static_cast<std::uint32_t>(words_.size()));
  const std::size_t mask = std::bit_ceil(words_.size() + words_.size() / 2 + 16) - 1;
  std::vector<Slot> slots(mask + 1);
  for (std::uint32_t& word : words_) {
    std::size_t at = (word * 0x9E3779B97F4A7C15ULL) >> 32 & mask;
    while (slots[at].number != 0 && slots[at].hash != word) at = (at + 1) & mask;
    if (slots[at].number == 0) slots[at] = {word, ++distinct_};
    word = slots[at].number - 1;
  }
}

}  // namespace dateline::segment
