// Organisations: key words, acronyms, lists, sides in result lines.
#include <gtest/gtest.h>

#include "annotate/annotated.h"

namespace dateline {
namespace {

TEST(Organisations, AListedNameOfALetterAndANumberIsOne) {
  EXPECT_EQ(found("The talks with M23 went on."), "M23/organization");
}
TEST(Organisations, AKeyWordEndsTheName) {
  EXPECT_EQ(found("They sold it to the Vandemoor Trading Corporation in May."),
            "Vandemoor Trading Corporation/organization");
}
TEST(Organisations, OfGoesOnAfterAKeyWord) {
  EXPECT_EQ(found("They asked the Ministry of Inland Fisheries about it."),
            "Ministry of Inland Fisheries/organization");
}
TEST(Organisations, AMinistryGoesOnOverAnd) {
  EXPECT_EQ(found("They asked the Ministry of Trade and Industry about it."),
            "Ministry of Trade and Industry/organization");
}
TEST(Organisations, ANationalityBeforeAMinistryIsANameByItself) {
  EXPECT_EQ(found("Later the Norwegian Foreign Ministry denied it."),
            "Norwegian/nationality, Foreign Ministry/organization");
}
TEST(Organisations, TheNationalityGivesItsCountry) {
  EXPECT_EQ(
      mention_of("Later the Norwegian Foreign Ministry denied it.", "Foreign Ministry").country,
      "NO");
}
TEST(Organisations, MinistriesOfTwoCountriesAreTwo) {
  const std::string text = "The Norwegian Foreign Ministry met the Danish Foreign Ministry.";
  EXPECT_NE(mention_of(text, "Foreign Ministry").id, mention_of(text, "Foreign Ministry", 1).id);
}
TEST(Organisations, ANationalityStaysInTheNameOfAParty) {
  EXPECT_EQ(found("She joined the Norwegian Orchard Party then."),
            "Norwegian Orchard Party/organization");
}
TEST(Organisations, AnAcronymInBracketsStandsForTheName) {
  const std::string text = "The Vandemoor Harvest Union (VHU) met. Later the VHU left.";
  EXPECT_EQ(mention_of(text, "VHU", 1).type, MentionType::organization);
}
TEST(Organisations, AnAcronymHasTheIdOfItsFullName) {
  const std::string text = "The Vandemoor Harvest Union (VHU) met. Later the VHU left.";
  EXPECT_EQ(mention_of(text, "VHU", 1).id, "organization/vandemoor-harvest-union");
}
TEST(Organisations, AnAmpersandMakesACompany) {
  EXPECT_EQ(found("They bought it from Vandemoor & Quirl at once."),
            "Vandemoor & Quirl/organization");
}
TEST(Organisations, ALegalFormIsNoPartOfTheId) {
  EXPECT_EQ(
      mention_of("They sold it to Vandemoor Trading Co Ltd in May.", "Vandemoor Trading Co Ltd").id,
      "organization/vandemoor-trading");
  EXPECT_EQ(mention_of("They sold it to Vandemoor Trading Inc in May.", "Vandemoor Trading Inc").id,
            "organization/vandemoor-trading");
}
TEST(Organisations, ACapitalArticleInsideASentenceBelongsToTheName) {
  const std::string text = "She works for The Vandemoor Trust in Oslo.";
  EXPECT_EQ(found(text), "The Vandemoor Trust/organization, Oslo/place");
  EXPECT_EQ(mention_of(text, "The Vandemoor Trust").id, "organization/vandemoor-trust");
}
TEST(Organisations, AnArticleAtTheStartOfASentenceDoesNot) {
  EXPECT_EQ(found("The Vandemoor Trust moved."), "Vandemoor Trust/organization");
}
TEST(Organisations, WordsThatMakeABodyTogetherOutweighATitle) {
  EXPECT_EQ(found("He went to Bishop Quandor High School then."),
            "Bishop Quandor High School/organization");
}
TEST(Organisations, TwoPersonsMayStandAroundAnAmpersand) {
  EXPECT_EQ(found("The show has Anna Quandor & Peter Vestrin again."),
            "Anna Quandor/person, Peter Vestrin/person");
}
TEST(Organisations, DigitsAndCapitalsAreACallSign) {
  EXPECT_EQ(found("Then 7QV bought it."), "7QV/organization");
}
TEST(Organisations, ACommonWordIsNoBodyForItsArticleAlone) {
  EXPECT_EQ(
      found(
          "Near the Battle of Quandor the Battle was long, and the Battle of it, and the Battle."),
      "");
}
TEST(Organisations, LettersOfAClubBeginItsName) {
  EXPECT_EQ(found("She moved to FC Quandor in May."), "FC Quandor/organization");
}
TEST(Organisations, AListedBodyHasItsIdUnderItsAcronym) {
  EXPECT_EQ(mention_of("Later the IAEA agreed.", "IAEA").id,
            "organization/international-atomic-energy-agency");
}
TEST(Organisations, ASeatOfGovernmentHasItsCountry) {
  EXPECT_EQ(mention_of("Then the Kremlin agreed.", "Kremlin").country, "RU");
}
TEST(Organisations, AnAcronymInSmallLettersIsAnotherWord) {
  EXPECT_EQ(mention_of("They asked Ana Vandi, and Ana agreed.", "Ana", 0).type,
            MentionType::person);
}
TEST(Organisations, ACupIsNoName) { EXPECT_EQ(found("They won the World Cup again."), ""); }
TEST(Organisations, TownsInALineOfResultsAreSides) {
  EXPECT_EQ(
      found("Results of the league matches played in the first round of the cup:\nOslo 2 Bergen 1"),
      "Oslo/organization, Bergen/organization");
}
TEST(Organisations, CountriesInALineOfResultsStayPlaces) {
  EXPECT_EQ(found("Results of the league matches played in the first round of the cup:\nNorway 2 "
                  "Denmark 1"),
            "Norway/place, Denmark/place");
}
TEST(Organisations, TownsOfATableAreSides) {
  EXPECT_EQ(found("Standings of the league after the matches played, won, drawn, lost:\nOslo 12 7 "
                  "3 2 24\nBergen 12 6 3 3 21"),
            "Oslo/organization, Bergen/organization");
}
TEST(Organisations, ATownThatBeatsAnotherIsASide) {
  EXPECT_EQ(found("In the league match on a wet pitch the striker scored twice as Bergen beat Oslo "
                  "in the cup."),
            "Bergen/organization, Oslo/organization");
}
TEST(Organisations, WhereAScheduledMatchIsPlayedStaysAPlace) {
  EXPECT_EQ(found("Schedule of the league matches to be played in the second round of the "
                  "cup:\nOSLO AT BERGEN"),
            "OSLO/organization, BERGEN/place");
}
TEST(Organisations, ASideIsStillATownAfterIn) {
  const std::string text =
      "Results of the league matches played in the first round:\nOslo 2 Bergen 1\nThe game was in "
      "Oslo.";
  EXPECT_EQ(mention_of(text, "Oslo", 1).type, MentionType::place);
}

TEST(Organisations, AShortNameOfLettersEndsABodysName) {
  EXPECT_EQ(found("Later Quandor AI bought it."), "Quandor AI/organization");
}
TEST(Organisations, ACompanyIsMeantWhereNoArticleMakesItTheRegion) {
  EXPECT_EQ(mention_of("Later Amazon bought it.", "Amazon").type, MentionType::organization);
  EXPECT_EQ(mention_of("They crossed the Amazon again.", "Amazon").type, MentionType::place);
}
TEST(Organisations, WhatSaidItIsABody) {
  EXPECT_EQ(found("Then Vandemoor said it had sold more."), "Vandemoor/organization");
}
TEST(Organisations, WhatHasAChiefExecutiveIsABody) {
  EXPECT_EQ(found("Then Vandemoor CEO Ana Ruiz agreed."),
            "Vandemoor/organization, Ana Ruiz/person");
}
constexpr const char* game = "They won the match, the cup game of the season. ";
TEST(Organisations, ATownWithACaptainIsASideOnASportPage) {
  EXPECT_EQ(found(std::string(game) + "Rotterdam captain Ana Ruiz scored."),
            "Rotterdam/organization, Ana Ruiz/person");
  EXPECT_EQ(found("They met Rotterdam captain Ana Ruiz."), "Rotterdam/place, Ana Ruiz/person");
}
TEST(Organisations, ATownWithPointsIsASide) {
  EXPECT_EQ(found(std::string(game) + "Rotterdam 20 points."), "Rotterdam/organization");
}
TEST(Organisations, AStableFollowsItsRidersCountry) {
  EXPECT_EQ(found(std::string(game) + "Ana Ruiz (Norway) Vandemoor 4:48"),
            "Ana Ruiz/person, Norway/place, Vandemoor/organization");
}
TEST(Organisations, ATownAndACommonWordAreASideOnASportPage) {
  EXPECT_EQ(found(std::string(game) + "He began with the Rotterdam River Lanterns."),
            "Rotterdam River Lanterns/organization");
}
TEST(Organisations, AMatchInATownIsInTheTown) {
  EXPECT_EQ(found(std::string(game) + "It was the final in Milan."), "Milan/place");
}
TEST(Organisations, AnAppositionTellsWhatANameIs) {
  EXPECT_EQ(found("Then Quandor, the oldest northern brewer to survive, sold more."),
            "Quandor/organization");
}
TEST(Organisations, OneClearPlaceOfANameIsEnough) {
  EXPECT_EQ(found("It was lent to the club Vellimor. Later Vellimor rose. Then Vellimor fell."),
            "Vellimor/organization, Vellimor/organization, Vellimor/organization");
}
TEST(Organisations, LettersBeforeAGluedNumberAreNone) {
  EXPECT_EQ(found("They saw a QX2 on Monday."), "");
}

}  // namespace
}  // namespace dateline
