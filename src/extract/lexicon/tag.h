// A light part of speech.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>

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

// The tag of an ASCII mark, by its character; Tag::other where none has or the context decides.
inline constexpr std::array<Tag, 128> mark_tags = [] {
  std::array<Tag, 128> tags{};
  tags.fill(Tag::other);
  const auto set = [&](std::string_view marks, Tag tag) {
    for (const char mark : marks) tags[static_cast<std::size_t>(mark)] = tag;
  };
  set(",-", Tag::comma);
  set(".!?;:", Tag::stop);
  set("\"", Tag::quote);
  set("([", Tag::bracket);
  set(")]", Tag::closing);
  set("%", Tag::noun);
  set("&", Tag::conjunction);
  return tags;
}();
[[nodiscard]] constexpr Tag tag_of_mark(char mark) {
  const auto byte = static_cast<unsigned char>(mark);
  return byte < mark_tags.size() ? mark_tags[byte] : Tag::other;
}

// The tag of a word that no context changes; Tag::other where one may.
[[nodiscard]] Tag tag_alone(const Word& word);  // tags.cc

}  // namespace dateline::extract
