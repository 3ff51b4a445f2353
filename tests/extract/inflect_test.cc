// Forms of a verb, made from its base.
#include "extract/lexicon/inflect.h"

#include <gtest/gtest.h>

namespace dateline::extract {
namespace {

TEST(Inflect, DropsAFinalE) {
  EXPECT_EQ(inflect_verb("seize").past, "seized");
  EXPECT_EQ(inflect_verb("seize").ing, "seizing");
}

TEST(Inflect, DoublesAfterOneShortVowel) {
  EXPECT_EQ(inflect_verb("stop").past, "stopped");
  EXPECT_EQ(inflect_verb("visit").past, "visited");
  EXPECT_EQ(inflect_verb("raid").ing, "raiding");
}

TEST(Inflect, TurnsYToIesAfterAConsonant) {
  EXPECT_EQ(inflect_verb("deny").third, "denies");
  EXPECT_EQ(inflect_verb("deploy").third, "deploys");
  EXPECT_EQ(plural_of("ally"), "allies");
}

TEST(Inflect, AddsEsAfterHissingSounds) {
  EXPECT_EQ(plural_of("clash"), "clashes");
  EXPECT_EQ(plural_of("attack"), "attacks");
}

}  // namespace
}  // namespace dateline::extract
