// Bodies that a nationality, a country or a ruler makes definite.
#include <gtest/gtest.h>

#include "annotate/annotated.h"

namespace dateline {
namespace {

TEST(Groups, ANationalityMakesTroopsABody) {
  EXPECT_EQ(found("On Monday Norwegian troops left the bridge."),
            "Norwegian/nationality, troops/organization");
}
TEST(Groups, TheBodyHasTheCountryAndBothWords) {
  const Mention mention =
      mention_of("On Monday Norwegian security forces left.", "security forces");
  EXPECT_EQ(mention.name, "Norwegian security forces");
  EXPECT_EQ(mention.country, "NO");
}
TEST(Groups, TroopsAndArmyOfACountryAreOneActor) {
  const std::string text = "Norwegian troops left. Later Norway's army came back.";
  EXPECT_EQ(mention_of(text, "troops").id, "organization/no-military");
  EXPECT_EQ(mention_of(text, "army").id, "organization/no-military");
}
TEST(Groups, TroopsOfTwoCountriesAreTwo) {
  const std::string text = "Norwegian troops met Danish troops.";
  EXPECT_NE(mention_of(text, "troops").id, mention_of(text, "troops", 1).id);
}
TEST(Groups, ALedCoalitionBelongsToNoOneCountry) {
  const Mention mention =
      mention_of("Later the Norwegian-led coalition struck again.", "coalition");
  EXPECT_EQ(mention.name, "Norwegian-led coalition");
  EXPECT_EQ(mention.country, "");
}
TEST(Groups, ARulersNameMakesARegime) {
  EXPECT_EQ(mention_of("Later the Assad regime denied it.", "regime").country, "SY");
}
TEST(Groups, ARulerHasNoOfficials) {
  EXPECT_EQ(found("Later Assad officials denied it."), "Assad/person");
}
TEST(Groups, ABodyIsOneMentionBetweenTwoCountries) {
  EXPECT_EQ(found("Later the Norwegian army of Denmark left."),
            "Norwegian/nationality, army/organization, Denmark/place");
}
TEST(Groups, AMinistryIsOneBodyByAnyOrderOfItsWords) {
  const std::string text =
      "The Foreign Ministry of Norway agreed. The Norwegian Ministry of Foreign Affairs denied it.";
  EXPECT_EQ(mention_of(text, "Foreign Ministry of Norway").id, "organization/no-foreign-ministry");
  EXPECT_EQ(mention_of(text, "Ministry of Foreign Affairs").id, "organization/no-foreign-ministry");
}
TEST(Groups, TheGovernmentOfACountryIsItsGovernment) {
  EXPECT_EQ(mention_of("Later the government of Norway agreed.", "government").id,
            "organization/no-government");
}
TEST(Groups, LeadersOfTheOppositionAreTheOpposition) {
  EXPECT_EQ(mention_of("Later Norwegian opposition leaders agreed.", "opposition leaders").id,
            "organization/no-opposition");
}
TEST(Groups, ABodyAsAnAdjectiveIsNone) {
  EXPECT_EQ(found("Later Norwegian army bases were shut."), "Norwegian/nationality");
}
TEST(Groups, ANounWithoutAnOwnerIsNoName) {
  EXPECT_EQ(found("Later the troops left the bridge."), "");
}
TEST(Groups, ACompanyOfTheCountryIsNone) {
  EXPECT_EQ(found("Later Norwegian bakers protested."), "Norwegian/nationality");
}

}  // namespace
}  // namespace dateline
