#include "segment/content_words.h"

#include <bit>

namespace dateline::segment {

namespace {

// Of six letters, or four with a capital. Without branches, which texts would mislead.
bool is_content_word(std::uint16_t flags, std::uint32_t size) {
  static_assert(text::starts_upper == 1);
  const bool is_long = size + 2U * (flags & text::starts_upper) >= 6;
  return ((flags & text::is_word) != 0) & is_long;
}

// Hash -> number, by open addressing; the numbers begin with 1, as 0 is an empty slot.
struct Slot {
  std::uint32_t hash = 0, number = 0;
};

}  // namespace

// All tokens are written, but only those that count keep their place.
void ContentWords::gather(const std::vector<Line>& lines, const text::Tokens& tokens) {
  words_.resize(tokens.size() + 1);
  first_.reserve(lines.size() + 1);
  std::uint32_t* const words = words_.data();
  std::uint32_t size = 0;
  for (const Line& line : lines) {
    first_.push_back(size);
    for (std::uint32_t i = line.tokens.first; i < line.tokens.last; ++i) {
      words[size] = tokens.hash[i];
      size += is_content_word(tokens.flags[i], tokens.end[i] - tokens.begin[i]);
    }
  }
  first_.push_back(size);
  words_.resize(size);
}

ContentWords::ContentWords(const std::vector<Line>& lines, const text::Tokens& tokens) {
  gather(lines, tokens);
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
