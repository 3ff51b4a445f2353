// What the word lists say about a word, as one mask of bits: a table by kind of word, built once.
#pragma once

#include <cstdint>
#include <vector>

#include "rules/rules.h"

namespace dateline::annotate {

// One bit a class of data/<language>/words, in the order of `class_names` in words.cc.
enum WordBit : std::uint64_t {
  function_word = 1ULL << 0,
  given_name = 1ULL << 1,
  demonym = 1ULL << 2,
  demonym_plural = 1ULL << 3,
  demonym_faith = 1ULL << 4,
  title = 1ULL << 5,
  title_modifier = 1ULL << 6,
  role = 1ULL << 7,
  org_word = 1ULL << 8,
  org_weak = 1ULL << 9,
  org_of = 1ULL << 10,
  place_word = 1ULL << 11,
  place_prefix = 1ULL << 12,
  place_of = 1ULL << 13,
  locative = 1ULL << 14,
  direction = 1ULL << 15,
  speech_verb = 1ULL << 16,
  person_verb = 1ULL << 17,
  with_suffix = 1ULL << 18,
  with_prefix = 1ULL << 19,
  name_particle = 1ULL << 20,
  not_name = 1ULL << 21,
  sport_verb = 1ULL << 22,
  connective_of = 1ULL << 23,
  org_lead = 1ULL << 24,
  org_follow = 1ULL << 25,
  group_noun = 1ULL << 26,
  government_verb = 1ULL << 27,
  credit_word = 1ULL << 28,
  name_suffix = 1ULL << 29,
  verb_after_name = 1ULL << 30,
  common_word = 1ULL << 31,
  sport_word = 1ULL << 32,
  connective_and = 1ULL << 33,
  article_word = 1ULL << 34,
  authorship = 1ULL << 35,
  title_abbreviation = 1ULL << 36,
  abbreviation = 1ULL << 37,
  weekday = 1ULL << 38,
  month = 1ULL << 39,
  determiner = 1ULL << 40,
  government_object = 1ULL << 41,
  street_word = 1ULL << 42,
  road_number = 1ULL << 43,
  generic_body = 1ULL << 44,
  thing_word = 1ULL << 45,
  compass = 1ULL << 46,
  contraction = 1ULL << 47,
  play_verb = 1ULL << 48,
  play_object = 1ULL << 49,
  group_body = 1ULL << 50,
  group_modifier = 1ULL << 51,
  group_ruled = 1ULL << 52,
  compound_head = 1ULL << 53,
  place_tail = 1ULL << 54,
  org_tail = 1ULL << 55,
  name_variant = 1ULL << 56,
  name_arabic = 1ULL << 57,
  name_cyrillic = 1ULL << 58,
  arabic_article = 1ULL << 59,
  name_servant = 1ULL << 60,
  locative_weak = 1ULL << 61,
};

// One sum of masks counts both: the first in its lower half, the second in its upper.
inline constexpr std::uint64_t counted_bits = function_word | sport_word;

class Words {
 public:
  explicit Words(const Rules& rules);
  [[nodiscard]] std::uint64_t bits(rules::WordId word) const {
    return masks_[rules::kind_of(rules_, word)];
  }
  [[nodiscard]] std::uint64_t bits_of_kind(rules::KindId kind) const { return masks_[kind]; }
  [[nodiscard]] const std::uint64_t* masks() const { return masks_.data(); }
  [[nodiscard]] const Rules& rules() const { return rules_; }
  [[nodiscard]] const rules::Table* countries() const { return countries_; }
  [[nodiscard]] const rules::Table* short_states() const { return short_states_; }
  // A column of the word's row in the list that gives it this bit.
  [[nodiscard]] std::string_view value(rules::WordId word, WordBit bit,
                                       std::string_view column) const;

 private:
  const Rules& rules_;
  const rules::Table* countries_;
  const rules::Table* short_states_;
  std::vector<std::uint64_t> masks_;  // by kind of word
  std::vector<rules::ClassId> classes_;
};

}  // namespace dateline::annotate
