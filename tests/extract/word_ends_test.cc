// What the ends of unknown words tell.
#include "extract/lexicon/word_ends.h"

#include <gtest/gtest.h>

namespace dateline::extract {
namespace {

WordEnds ends_of_nouns() {
  WordEnds ends;
  ends.add(WordEnd::plural, "s");
  ends.add(WordEnd::singular, "ss");
  ends.add(WordEnd::adjective, "less");
  return ends;
}

TEST(WordEnds, AreAllThatAWordHas) {
  const FoundEnds found = ends_of_nouns().of("hopeless");
  EXPECT_TRUE(found.has(WordEnd::plural));
  EXPECT_TRUE(found.has(WordEnd::singular));
  EXPECT_TRUE(found.has(WordEnd::adjective));
  EXPECT_EQ(found.longest(), 4U);
}

TEST(WordEnds, AreNotFoundInsideAWord) {
  const FoundEnds found = ends_of_nouns().of("sister");
  EXPECT_FALSE(found.has(WordEnd::plural));
  EXPECT_EQ(found.longest(), 0U);
}

TEST(WordEnds, BehindAStemOfTwoLettersAreNoGuess) {
  const FoundEnds found = ends_of_nouns().of("unless");
  EXPECT_TRUE(found.has(WordEnd::adjective));
  EXPECT_FALSE(found.has_behind_stem(WordEnd::adjective));
  EXPECT_TRUE(ends_of_nouns().of("ageless").has_behind_stem(WordEnd::adjective));
}

TEST(WordEnds, AreNotLongerThanTheWord) {
  EXPECT_FALSE(ends_of_nouns().of("ess").has(WordEnd::adjective));
  EXPECT_EQ(ends_of_nouns().of("").longest(), 0U);
}

TEST(WordEnds, HaveNamesInTheRules) {
  EXPECT_EQ(word_end_named("singular-noun"), WordEnd::singular_noun);
  EXPECT_EQ(word_end_named("dual"), std::nullopt);
}

}  // namespace
}  // namespace dateline::extract
