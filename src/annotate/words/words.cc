// The lists' classes as bits. A list that a language lacks leaves its bit unset.
#include "annotate/words/words.h"

#include <algorithm>
#include <array>
#include <bit>

namespace dateline::annotate {

namespace {

constexpr std::array<std::string_view, 62> class_names = {"function_word",
                                                          "given_name",
                                                          "demonym",
                                                          "demonym-plural",
                                                          "demonym-faith",
                                                          "title",
                                                          "title_modifier",
                                                          "role",
                                                          "org_word",
                                                          "org_weak",
                                                          "org_of",
                                                          "place_word",
                                                          "place_prefix",
                                                          "place_of",
                                                          "locative",
                                                          "direction",
                                                          "speech_verb",
                                                          "person_verb",
                                                          "with_suffix",
                                                          "with_prefix",
                                                          "name_particle",
                                                          "initial_not_name",
                                                          "sport_verb",
                                                          "connective-of",
                                                          "org_lead",
                                                          "org_follow",
                                                          "group_noun",
                                                          "government_verb",
                                                          "credit_word",
                                                          "name_suffix",
                                                          "verb_after_name",
                                                          "common",
                                                          "sport_word",
                                                          "connective-and",
                                                          "article",
                                                          "authorship",
                                                          "title_abbreviation",
                                                          "abbreviation",
                                                          "weekday",
                                                          "month",
                                                          "determiner",
                                                          "government_object",
                                                          "street_word",
                                                          "road_number",
                                                          "generic_body",
                                                          "thing_word",
                                                          "compass",
                                                          "contraction",
                                                          "play_verb",
                                                          "play_object",
                                                          "group_body",
                                                          "group-modifier",
                                                          "group-ruled",
                                                          "compound_head",
                                                          "place_tail",
                                                          "org_tail",
                                                          "name_variant",
                                                          "name-arabic",
                                                          "name-cyrillic",
                                                          "arabic-article",
                                                          "name-servant",
                                                          "locative-weak"};

}  // namespace

Words::Words(const Rules& rules)
    : rules_(rules),
      countries_(rules::table(rules, "countries")),
      short_states_(rules::table(rules, "admin1_short")) {
  for (const std::string_view name : class_names)
    classes_.push_back(rules::class_named(rules, name));
  masks_ = rules::class_masks(rules, classes_);
}

std::string_view Words::value(rules::WordId word, WordBit bit, std::string_view column) const {
  const auto number = static_cast<std::size_t>(std::countr_zero(static_cast<std::uint64_t>(bit)));
  if (word == 0 || (bits(word) & bit) == 0) return "";
  return rules::value(rules_, word, classes_[number], column);
}

}  // namespace dateline::annotate
