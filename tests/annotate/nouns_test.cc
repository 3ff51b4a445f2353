// Common nouns beside a name, lists of places, formations and ships.
#include <gtest/gtest.h>

#include "annotate/annotated.h"

namespace dateline {
namespace {

TEST(Nouns, ADistrictIsAPlace) {
  EXPECT_EQ(found("Shells fell on the Quandor district at dawn."), "Quandor/place");
}
TEST(Nouns, AMosqueIsAPlaceEvenIfItsNameIsAPersons) {
  EXPECT_EQ(found("Shells fell on the Omar Haddad mosque at dawn."), "Omar Haddad/place");
}
TEST(Nouns, AClanIsABody) {
  EXPECT_EQ(found("Later the Quandor clan came back."), "Quandor/organization");
}
TEST(Nouns, ACommonWordBeforeADistrictIsNoName) {
  EXPECT_EQ(found("School district rules changed."), "");
}
TEST(Nouns, AnArticleAfterAPrepositionOfPlaceBeginsATown) {
  EXPECT_EQ(found("A strike hit two trucks near Al Quandor."), "Al Quandor/place");
}
TEST(Nouns, AListThatBeginsWithAPlaceGoesOnWithPlaces) {
  EXPECT_EQ(found("There were floods in Quandor, Vestrin and Molbeck."),
            "Quandor/place, Vestrin/place, Molbeck/place");
}
TEST(Nouns, AfterAPlaceAndACommaAPersonMaySpeak) {
  EXPECT_EQ(mention_of("There were floods in Oslo, Vestrin said.", "Vestrin").type,
            MentionType::person);
}
TEST(Nouns, WhoIsQuotedIsAPerson) {
  EXPECT_EQ(found("\"It is cold,\" says Vestrin, a baker."), "Vestrin/person");
}
TEST(Nouns, TheOrdinalBelongsToAFormation) {
  EXPECT_EQ(found("He joined the 212th Harbour Wing and the 9th Battalion."),
            "212th Harbour Wing/organization, 9th Battalion/organization");
}
TEST(Nouns, AShipIsNobody) {
  EXPECT_EQ(found("Then HMS Vandemoor left. Later Vandemoor came back."), "");
}
TEST(Nouns, TheGulfIsASea) {
  EXPECT_EQ(mention_of("Three ships sank in the Gulf, he said.", "Gulf").name, "Persian Gulf");
}
TEST(Nouns, AGulfOfAnotherNameIsNotTheGulf) {
  EXPECT_EQ(mention_of("Three ships sank in the Gulf of Oman, he said.", "Gulf of Oman").name,
            "Gulf of Oman");
}
TEST(Nouns, ACountryMayHoldAnAnd) {
  EXPECT_EQ(found("She flew to Trinidad and Tobago later."), "Trinidad and Tobago/place");
}

}  // namespace
}  // namespace dateline
