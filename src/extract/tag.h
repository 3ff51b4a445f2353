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

// The tag of a word that no context changes; Tag::other where one may.
[[nodiscard]] Tag tag_alone(const Word& word);  // tags.cc

}  // namespace dateline::extract
