// Every enumerator is spelled in one way, and read back from it.
#include <gtest/gtest.h>

#include <set>
#include <string>

#include "dateline/dateline.h"

namespace dateline {
namespace {

// Checks the enumerators 0..last; returns how many different spellings there are.
template <typename Enum, typename Parse>
std::size_t spellings(Enum last, Parse parse) {
  std::set<std::string_view> names;
  for (std::size_t i = 0; i <= static_cast<std::size_t>(last); ++i) {
    const auto value = static_cast<Enum>(i);
    EXPECT_FALSE(to_string(value).empty());
    EXPECT_EQ(parse(to_string(value)), value) << to_string(value);
    names.insert(to_string(value));
  }
  EXPECT_FALSE(parse("no such name"));
  EXPECT_FALSE(parse(""));
  return names.size();
}

TEST(Vocabulary, is_read_back_from_its_spelling) {
  EXPECT_EQ(spellings(Stage::merge, parse_stage), 5u);
  EXPECT_EQ(spellings(Precision::unknown, parse_precision), 10u);
  EXPECT_EQ(spellings(BlockKind::other, parse_block_kind), block_kinds);
  EXPECT_EQ(spellings(PublishedBasis::unknown, parse_published_basis), 11u);
  EXPECT_EQ(spellings(Confidence::low, parse_confidence), 3u);
  EXPECT_EQ(spellings(TimexType::set, parse_timex_type), 4u);
  EXPECT_EQ(spellings(Anchor::none, parse_anchor), 3u);
  EXPECT_EQ(spellings(MentionType::nationality, parse_mention_type), 4u);
  EXPECT_EQ(spellings(Reading::credit, parse_reading), 3u);
  EXPECT_EQ(spellings(EventType::other, parse_event_type), event_types);
  EXPECT_EQ(spellings(Modality::ongoing, parse_modality), 9u);
  EXPECT_EQ(spellings(ActorRole::participant, parse_actor_role), 4u);
  EXPECT_EQ(spellings(PlaceRelation::context, parse_place_relation), 3u);
  EXPECT_EQ(spellings(Zone::headline, parse_zone), 4u);
}

TEST(Vocabulary, is_spelled_as_the_contract_says) {
  EXPECT_EQ(to_string(BlockKind::related_headline), "related-headline");
  EXPECT_EQ(to_string(BlockKind::language_switch), "language-switch");
  EXPECT_EQ(to_string(PublishedBasis::sidebar_timestamps), "sidebar-timestamps");
  EXPECT_EQ(to_string(TimexType::duration), "DURATION");
  EXPECT_EQ(to_string(EventType::assault), "assault");
}

TEST(Vocabulary, gives_quad_classes_to_the_sixteen_types_only) {
  EXPECT_EQ(quad_class(EventType::agree), "verbal-cooperation");
  EXPECT_EQ(quad_class(EventType::retreat), "material-cooperation");
  EXPECT_EQ(quad_class(EventType::threaten), "verbal-conflict");
  EXPECT_EQ(quad_class(EventType::sanction), "material-conflict");
  EXPECT_EQ(quad_class(EventType::statement), "");
  EXPECT_EQ(quad_class(EventType::disaster), "");
}

TEST(Vocabulary, gives_cameo_roots_of_two_digits_or_none) {
  EXPECT_EQ(cameo_root(EventType::assault), "19");
  EXPECT_EQ(cameo_root(EventType::economy), "");
  for (std::size_t i = 0; i < event_types; ++i) {
    const auto root = cameo_root(static_cast<EventType>(i));
    EXPECT_TRUE(root.empty() || root.size() == 2) << root;
  }
}

}  // namespace
}  // namespace dateline
