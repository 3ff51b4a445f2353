#include "segment/lines/content_words.h"

#include <bit>

namespace dateline::segment {

namespace {

// Of six letters, or four with a capital.
void mark_content_words(const std::uint16_t* flags, const std::uint32_t* begin,
                        const std::uint32_t* end, std::size_t count, std::uint8_t* out) {
  static_assert(text::starts_upper == 1);
  for (std::size_t i = 0; i < count; ++i) {
    const bool is_long = end[i] - begin[i] + 2U * (flags[i] & text::starts_upper) >= 6;
    out[i] = ((flags[i] & text::is_word) != 0) & is_long;
  }
}

}  // namespace

// All tokens of the lines are written, but only those that count keep their place. What counts is asked of all
// tokens first: vectors do that.
void ContentWords::gather(const std::vector<Line>& lines, const text::Tokens& tokens) {
  const std::size_t from = lines.empty() ? 0 : lines.front().tokens.first,
                    count = lines.empty() ? 0 : lines.back().tokens.last - from;
  counts_.resize(count);
  mark_content_words(tokens.flags.data() + from, tokens.begin.data() + from,
                     tokens.end.data() + from, count, counts_.data());
  words_.resize(count + 1);
  first_.clear();
  first_.reserve(lines.size() + 1);
  const std::uint32_t* const hash = tokens.hash.data();
  const std::uint8_t* const counts = counts_.data();  // of the tokens from `from` on
  std::uint32_t* const words = words_.data();
  std::uint32_t size = 0;
  for (const Line& line : lines) {
    first_.push_back(size);
    for (std::uint32_t i = line.tokens.first; i < line.tokens.last; ++i) {
      words[size] = hash[i];
      size += counts[i - from];
    }
  }
  first_.push_back(size);
  words_.resize(size);
}

void ContentWords::read(const std::vector<Line>& lines, const text::Tokens& tokens) {
  gather(lines, tokens);
  const std::size_t mask = std::bit_ceil(words_.size() + words_.size() / 2 + 16) - 1;
  slots_.assign(mask + 1, Slot{});
  Slot* const slots = slots_.data();
  distinct_ = 0;
  for (std::uint32_t& word : words_) {
    std::size_t at = (word * 0x9E3779B97F4A7C15ULL) >> 32 & mask;
    while (slots[at].number != 0 && slots[at].hash != word) at = (at + 1) & mask;
    if (slots[at].number == 0) slots[at] = {word, ++distinct_};
    word = slots[at].number - 1;
  }
}

}  // namespace dateline::segment
