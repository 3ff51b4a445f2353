// A light part of speech.
#pragma once

#include <cstdint>

namespace dateline::extract {

struct Word;

enum class Tag : std::uint8_t {
  determiner,
  pronoun,
  noun,
  name,
  adjective,
  number,
  possessive,
  verb,
  participle,
  gerund,
  be,
  have,
  do_verb,
  modal,
  to,
  preposition,
  conjunction,
  subordinator,
  relative,
  adverb,
  negation,
  comma,
  stop,
  quote,
  bracket,
  closing,
  other
};

// A set of tags, one bit each.
using TagBits = std::uint32_t;
template <typename... Tags>
[[nodiscard]] constexpr TagBits tag_bits(Tags... tags) {
  return ((TagBits{1} << static_cast<unsigned>(tags)) | ...);
}
[[nodiscard]] constexpr bool is_one_of(Tag tag, TagBits tags) {
  return (tags >> static_cast<unsigned>(tag) & 1) != 0;
}

// The tag of a word that no context changes; Tag::other where one may.
[[nodiscard]] Tag tag_alone(const Word& word);  // tags.cc

}  // namespace dateline::extract
