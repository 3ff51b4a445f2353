#include "rules/alphabet.h"

#include <algorithm>

namespace dateline::rules {

std::uint16_t Alphabet::number_symbol(std::string_view digits, std::uint16_t flags) const {
  std::uint32_t value = 0;
  const std::size_t count = std::min<std::size_t>(digits.size(), 5);
  for (std::size_t i = 0; i < count; ++i)
    value = value * 10 + static_cast<std::uint32_t>(digits[i] - '0');
  const auto it = std::upper_bound(interval_starts_.begin(), interval_starts_.end(), value) - 1;
  const auto interval = static_cast<std::size_t>(it - interval_starts_.begin());
  const std::size_t shape = (flags & text::glued ? 1u : 0u) +
                            (flags & (text::after_newline | text::after_blank_line) ? 2u : 0u);
  return number_symbols_[((count - 1) * interval_starts_.size() + interval) * 4 + shape];
}

std::uint16_t Alphabet::symbol_of(const Reading& reading, const Phrase& phrase,
                                  const Lexicon& lexicon) const {
  return word_symbol(lexicon.combo(phrase.word), true,
                     reading.tokens.flags[phrase.first] | unsigned{text::is_word});
}

std::span<const std::uint16_t> Alphabet::symbols_of_kind(KindId kind, bool known) const {
  const std::size_t row = known ? combo_row_[kind] : 0;
  return {word_symbols_.data() + row * shapes, shapes};
}

void Alphabet::save(Archive& archive) const {
  archive.put_all(combo_row_);
  archive.put_all(word_symbols_);
  archive.put_all(interval_starts_);
  archive.put_all(number_symbols_);
  archive.put_all(phrase_combo_);
  archive.put_all(truths_);
  archive.put(static_cast<std::uint64_t>(truth_size_));
}

Alphabet Alphabet::load(ArchiveReader& reader) {
  Alphabet out;
  out.combo_row_ = reader.flat<std::uint32_t>();
  out.word_symbols_ = reader.flat<std::uint16_t>();
  out.interval_starts_ = reader.flat<std::uint32_t>();
  out.number_symbols_ = reader.flat<std::uint16_t>();
  out.phrase_combo_ = reader.flat<char>();
  out.truths_ = reader.flat<std::uint64_t>();
  out.truth_size_ = static_cast<std::size_t>(reader.get<std::uint64_t>());
  return out;
}

}  // namespace dateline::rules
