// Persons: titles, roles, given names, second mentions, particles.
#include <gtest/gtest.h>

#include "annotate/annotated.h"

namespace dateline {
namespace {

TEST(Persons, AFamilyNameThatStandsFirstIsKnownBehindATitle) {
  const std::string text = "They met Wen Jiahui and Park Sung-ho. Mr Wen thanked Mr Park.";
  EXPECT_EQ(mention_of(text, "Wen").id, "person/wen-jiahui");
  EXPECT_EQ(mention_of(text, "Park").id, "person/park-sung-ho");
}
TEST(Persons, AGivenNameBehindAnOfficeIsSomebodyElse) {
  EXPECT_NE(mention_of("They met Harry Vandemoor. King Harry left.", "Harry").id,
            "person/harry-vandemoor");
}
TEST(Persons, AListedNameKeepsItsSmallPartBehindATitle) {
  EXPECT_EQ(mention_of("Secretary-General Ban Ki-moon spoke.", "Ban Ki-moon").id,
            "person/ban-ki-moon");
}
TEST(Persons, ATitleIsNotPartOfTheName) {
  EXPECT_EQ(found("They thanked President Quirl Vandemoor yesterday."), "Quirl Vandemoor/person");
}
TEST(Persons, ATitleIsTheRole) {
  EXPECT_EQ(mention_of("They thanked Foreign Minister Quirl Vandemoor.", "Quirl Vandemoor").role,
            "Foreign Minister");
}
TEST(Persons, ARankOfSeveralWordsIsOneTitle) {
  EXPECT_EQ(found("A report by Lt. Col. Quirl Vandemoor was read."), "Quirl Vandemoor/person");
}
TEST(Persons, ANationalityBeforeATitleGivesTheCountry) {
  EXPECT_EQ(
      mention_of("They thanked Norwegian President Quirl Vandemoor.", "Quirl Vandemoor").country,
      "NO");
}
TEST(Persons, ARoleInLowerCaseMakesAPerson) {
  EXPECT_EQ(found("It was won by the striker Quirl Vandemoor again."), "Quirl Vandemoor/person");
}
TEST(Persons, AGivenNameMakesAPerson) {
  EXPECT_EQ(found("Later Margaret Vandemoor opened the door."), "Margaret Vandemoor/person");
}
TEST(Persons, InitialsMakeAPerson) {
  EXPECT_EQ(found("Later J. K. Vandemoor left."), "J. K. Vandemoor/person");
}
TEST(Persons, AParticleStaysInTheName) {
  EXPECT_EQ(found("Later Margaret van der Moor opened the door."), "Margaret van der Moor/person");
}
TEST(Persons, AnArticleWithAHyphenStaysInTheName) {
  EXPECT_EQ(found("Later Omar al-Vandi opened the door."), "Omar al-Vandi/person");
}
TEST(Persons, ASurnameAloneIsTheSamePerson) {
  const std::string text = "Margaret Vandemoor came. The door shut, and Vandemoor left.";
  EXPECT_EQ(mention_of(text, "Vandemoor").id, "person/margaret-vandemoor");
}
TEST(Persons, ASurnameWithoutItsArticleIsTheSamePerson) {
  const std::string text = "Omar al-Vandi came. The door shut, and Vandi left.";
  EXPECT_EQ(mention_of(text, "Vandi").id, "person/omar-vandi");
}
TEST(Persons, ASurnameThatIsACountryIsThePersonOnceNamed) {
  EXPECT_EQ(
      mention_of("Margaret Jordan came. The film is by Jordan, a critic said.", "Jordan").type,
      MentionType::person);
}
TEST(Persons, AfterAPrepositionOfPlaceItIsStillTheCountry) {
  EXPECT_EQ(mention_of("Margaret Jordan came. She had worked in Jordan before.", "Jordan").type,
            MentionType::place);
}
TEST(Persons, AListedPersonHasHisIdUnderAnySpelling) {
  EXPECT_EQ(mention_of("They met President Bachar al Assad there.", "Bachar al Assad").id,
            "person/bashar-al-assad");
}
TEST(Persons, TheArticlesOwnPersonComesBeforeTheListedOne) {
  EXPECT_EQ(mention_of("Margaret Putin came. Later Putin left.", "Putin").id,
            "person/margaret-putin");
}
TEST(Persons, OfTwoWithOneSurnameTheNearestBeforeIsMeant) {
  const std::string text =
      "Margaret Vandi came. Then Vandi sang. Peter Vandi came. Then Vandi left.";
  EXPECT_EQ(mention_of(text, "Vandi", 0).id, "person/margaret-vandi");
  EXPECT_EQ(mention_of(text, "Vandi", 1).id, "person/peter-vandi");
}
TEST(Persons, ATitleThatTellsTheGenderDecidesBetweenTwo) {
  const std::string text = "Margaret Vandi came. Peter Vandi came. They thanked Mrs. Vandi again.";
  EXPECT_EQ(mention_of(text, "Vandi").id, "person/margaret-vandi");
}
TEST(Persons, AnInitialStandsForAGivenName) {
  const std::string text = "Margaret Vandi came. A letter by M. Vandi was read.";
  EXPECT_EQ(mention_of(text, "M. Vandi").id, "person/margaret-vandi");
}
TEST(Persons, AnotherInitialIsAnotherPerson) {
  const std::string text = "Margaret Vandi came. A letter by P. Vandi was read.";
  EXPECT_EQ(mention_of(text, "P. Vandi").id, "person/p-vandi");
}
TEST(Persons, RomanNumeralsBelongToTheName) {
  EXPECT_EQ(found("It was built for King Otto VII there."), "Otto VII/person");
}
TEST(Persons, ACommonWordAtASentencesStartIsNoName) {
  EXPECT_EQ(found("Nothing happened. Rain fell. Doors shut."), "");
}
TEST(Persons, AnUnknownWordIsNotGivenOut) {
  EXPECT_EQ(found("They ate a Vandemoor with salt."), "");
}

TEST(Persons, ATitleOfSeveralWordsMayFollowACountry) {
  const Mention mention =
      mention_of("Later U.S. Secretary of State Anna Quandor left.", "Anna Quandor");
  EXPECT_EQ(mention.role, "Secretary of State");
  EXPECT_EQ(mention.country, "US");
}
TEST(Persons, ANameThatWaitsTakesNoCountryFromElsewhere) {
  EXPECT_EQ(mention_of("\"No,\" said Quandor. Iraq agreed.", "Quandor").country, "");
}
TEST(Persons, TwoTitlesAreNoPerson) { EXPECT_EQ(found("Yes, Mr President, he said."), ""); }
TEST(Persons, LettersThatSpeakAreABody) {
  EXPECT_EQ(found("On Monday the rest of QVB said no."), "QVB/organization");
}
TEST(Persons, ACountryThatOneGoesToIsNobodysSurname) {
  const std::string text =
      "Anna Jordan came. She lived in Jordan. They met in Jordan again. Then Jordan agreed.";
  EXPECT_EQ(mention_of(text, "Jordan", 2).type, MentionType::place);
}
TEST(Persons, AListedNameMayEndInASmallWordAfterAHyphen) {
  EXPECT_EQ(mention_of("Later Ban Ki-moon agreed.", "Ban Ki-moon").id, "person/ban-ki-moon");
}

TEST(Persons, AListedSurnameThatIsACommonWordFollowsATitle) {
  EXPECT_EQ(mention_of("President Bush left.", "Bush").role, "President");
}
TEST(Persons, ASignalFromAListedPersonIsNotFromATown) {
  EXPECT_EQ(mention_of("They waited for a signal from Obama again.", "Obama").type,
            MentionType::person);
  EXPECT_EQ(mention_of("Nobody near Obama's campaign knew.", "Obama").type, MentionType::person);
}
TEST(Persons, ADoctorAfterAnOfficeIsNoStreet) {
  EXPECT_EQ(found("They asked Health Director Dr. Anna Quandor."), "Anna Quandor/person");
}
TEST(Persons, MembersOfAPartyAreNoPerson) {
  EXPECT_EQ(found("They asked some Rich Republicans."), "");
}
TEST(Persons, ASurnameMayBeAHill) {
  EXPECT_EQ(found("They expelled the mayor, John Hill, at once."), "John Hill/person");
}
TEST(Persons, AGivenNameMayBeACommonWord) {
  EXPECT_EQ(found("Then Mayor Bill Vandemoor agreed."), "Bill Vandemoor/person");
}
TEST(Persons, ASurnameMayBeASmallWordOrAMonth) {
  EXPECT_EQ(found("Later Theresa May agreed with Peter Such."),
            "Theresa May/person, Peter Such/person");
}
TEST(Persons, SmallWordsOfEnglishJoinNoNames) {
  EXPECT_EQ(found("It was in Bergen as Ana Ruiz spoke."), "Bergen/place, Ana Ruiz/person");
}
TEST(Persons, AMonthMayBeAGivenName) {
  EXPECT_EQ(found("He met Jan Vandemoor."), "Jan Vandemoor/person");
  EXPECT_EQ(found("In June Vandemoor left."), "");
}
TEST(Persons, ANicknameStandsInside) {
  EXPECT_EQ(found("He met Hector \"Sparrow\" Vandemoor."), "Hector \"Sparrow\" Vandemoor/person");
  EXPECT_EQ(mention_of("He met Hector \"Sparrow\" Vandemoor.", "Hector \"Sparrow\" Vandemoor").id,
            "person/hector-sparrow-vandemoor");
}
TEST(Persons, ACountryAsGivenNameIsThePersons) {
  EXPECT_EQ(found("The coach chose Chad Curtis again."), "Chad Curtis/person");
}
TEST(Persons, WhoFollowsAPerson) {
  EXPECT_EQ(found("Then Vandemoor, who was late, came."), "Vandemoor/person");
}
TEST(Persons, ASurnameMayBeANationality) {
  EXPECT_EQ(found("Later Vasile Moldovan, of the club, agreed."), "Vasile Moldovan/person");
}
TEST(Persons, AnAppositionTellsWhoANameIs) {
  EXPECT_EQ(found("Then Vandemoor, a former soldier, came."), "Vandemoor/person");
}

}  // namespace
}  // namespace dateline
