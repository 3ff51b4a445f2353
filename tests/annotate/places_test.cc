// Places: gazetteer, place words, prepositions, facilities, nationalities, governments.
#include <gtest/gtest.h>

#include "annotate/annotated.h"

namespace dateline {
namespace {

TEST(Places, ATownHasItsCountryAndPoint) {
  const Mention mention = mention_of("They met in Bergen, Norway.", "Bergen");
  EXPECT_EQ(mention.country, "NO");
  ASSERT_TRUE(mention.where.has_value());
  EXPECT_NEAR(mention.where->lat, 60.4, 0.3);
}
TEST(Places, TheLongestNameWins) {
  EXPECT_EQ(found("They moved to Atlantic City then."), "Atlantic City/place");
}
TEST(Places, ACommonWordBeginsANameAtASentencesStart) {
  EXPECT_EQ(found("New Zealand agreed."), "New Zealand/place");
}
TEST(Places, AHeadlineInCapitalsKeepsNamesOfSeveralWords) {
  EXPECT_EQ(found("SHARES SLIP IN NEW YORK AFTER LATE SALES"), "NEW YORK/place");
}
TEST(Places, ADatelineEndsBeforeANameInSmallLetters) {
  EXPECT_EQ(found("OSLO Margaret Vandemoor opened the door."),
            "OSLO/place, Margaret Vandemoor/person");
}
TEST(Places, AListedTownKeepsTheSmallWordsInside) {
  EXPECT_EQ(found("They moved to Stoke-on-Trent then."), "Stoke-on-Trent/place");
  EXPECT_EQ(found("They moved to Newcastle upon Tyne then."), "Newcastle upon Tyne/place");
  EXPECT_EQ(found("They moved to Dar es Salaam then."), "Dar es Salaam/place");
}
TEST(Places, ATownWithSmallWordsInsideIsPartOfALongerName) {
  EXPECT_EQ(found("They met the Newcastle upon Tyne Society again.").find("upon"),
            std::string::npos);
}
TEST(Places, AListedTownMayBeginWithAWordThatIsNoName) {
  EXPECT_EQ(found("They moved to Tel Aviv then."), "Tel Aviv/place");
}
TEST(Places, AListedTownMayBeginWithATitle) {
  EXPECT_EQ(found("They moved to Saint Petersburg then."), "Saint Petersburg/place");
}
TEST(Places, AListedStateMayBeginWithAPeople) {
  EXPECT_EQ(found("They moved to Tamil Nadu then."), "Tamil Nadu/place");
}
TEST(Places, ATownThatIsACommonWordIsOneBeforeOn) {
  EXPECT_EQ(found("They were met in Phoenix on the way."), "Phoenix/place");
}
TEST(Places, ADirectionIsLeftOut) {
  const Mention mention = mention_of("They fled to northern Syria.", "Syria");
  EXPECT_EQ(mention.type, MentionType::place);
}
TEST(Places, AStreetIsAFacility) {
  const Mention mention = mention_of("They met on Vandemoor Street again.", "Vandemoor Street");
  EXPECT_EQ(mention.kind, "facility");
}
TEST(Places, ASquareNamedByATownIsNotTheTown) {
  const Mention mention = mention_of("They met at Aleppo Citadel again.", "Aleppo Citadel");
  EXPECT_EQ(mention.name, "Aleppo Citadel");
}
TEST(Places, ARoadHasItsNumber) {
  EXPECT_EQ(found("A truck overturned on Route 30 yesterday."), "Route 30/place");
}
TEST(Places, AStateKeepsItsDotAfterAComma) {
  EXPECT_EQ(found("They moved to Boston, Mass. last year."), "Boston/place, Mass./place");
}
TEST(Places, APlaceBeforeItsPoliceIsAName) {
  EXPECT_EQ(found("They called the Boston Police Department at once."),
            "Boston/place, Police Department/organization");
}
TEST(Places, ANationalityIsOne) {
  const Mention mention = mention_of("They met a Norwegian sailor.", "Norwegian");
  EXPECT_EQ(mention.type, MentionType::nationality);
  EXPECT_EQ(mention.country, "NO");
}
TEST(Places, TwoWordsForOnePeopleAreOneName) {
  EXPECT_EQ(found("They met some Iraqi Kurds there."), "Iraqi Kurds/nationality");
}
TEST(Places, ASuffixIsNotPartOfTheName) {
  EXPECT_EQ(found("They met an Iran-backed group."), "Iran/place");
}
TEST(Places, ACountryThatSpeaksIsItsGovernment) {
  EXPECT_EQ(mention_of("Then Norway denied it.", "Norway").reading, Reading::actor);
}
TEST(Places, ACapitalThatIsTalkedWithIsAGovernment) {
  EXPECT_EQ(mention_of("It broke off talks with Oslo.", "Oslo").reading, Reading::actor);
}
TEST(Places, ACountryThatOneLivesInIsAPlace) {
  EXPECT_EQ(mention_of("They lived in Norway once.", "Norway").reading, Reading::place);
}
TEST(Places, CountriesOfOneListActTogether) {
  const std::string text = "Later Norway, the Netherlands and Denmark denied it.";
  EXPECT_EQ(mention_of(text, "Norway").reading, Reading::actor);
  EXPECT_EQ(mention_of(text, "Netherlands").reading, Reading::actor);
}
TEST(Places, ACommaAloneIsNoList) {
  EXPECT_EQ(mention_of("After the storm over Norway, Denmark denied it.", "Norway").reading,
            Reading::place);
}
TEST(Places, AnArticleInsideANameOfATownMakesNoPerson) {
  EXPECT_EQ(mention_of("Shells fell on Maarat an Numan again.", "Maarat an Numan").type,
            MentionType::place);
}
TEST(Places, AnArticleBeforeAListedTownDoesNotCount) {
  EXPECT_EQ(mention_of("Shells fell on al-Tartus again.", "al-Tartus").name, "Tartus");
}
TEST(Places, TheMediterraneanIsASea) {
  EXPECT_EQ(mention_of("They drowned in the Mediterranean.", "Mediterranean").type,
            MentionType::place);
  EXPECT_EQ(mention_of("It has a Mediterranean climate.", "Mediterranean").type,
            MentionType::nationality);
}
TEST(Places, ACommonWordBeforeABodyIsNoTown) {
  EXPECT_EQ(found("Then the Federal Government of Norway agreed."),
            "Government/organization, Norway/place");
}
TEST(Places, ATownThatIsNoCapitalIsNoGovernment) {
  EXPECT_EQ(mention_of("Then Rotterdam denied it.", "Rotterdam").reading, Reading::place);
}
TEST(Places, AStreetMayBeginWithAGivenName) {
  EXPECT_EQ(found("It burned behind the 40 block of Madison Street."), "Madison Street/place");
}
TEST(Places, APoliticiansPartyComesBeforeTheHome) {
  EXPECT_EQ(found("Senator Ana Vandemoor, R-Boise, agreed."), "Ana Vandemoor/person, Boise/place");
}
TEST(Places, CapitalsAndADashBeginAStory) {
  EXPECT_EQ(found("A bridge closes again. XENIA - The bridge over the creek is old."),
            "XENIA/place");
  EXPECT_EQ(found("A bridge closes again. QUANX - The bridge over the creek is old."),
            "QUANX/organization");
}
TEST(Places, AWordForPlacesNamesTheListBeforeIt) {
  EXPECT_EQ(found("Roads in the valley and Quandor, Odunmor and Vellimor counties are closed."),
            "Quandor/place, Odunmor/place, Vellimor/place");
}
TEST(Places, APersonOfAPlaceTellsIt) {
  EXPECT_EQ(found("He met Ana Ruiz, 34, of Quandor."), "Ana Ruiz/person, Quandor/place");
  EXPECT_EQ(found("He met Ana Ruiz of Quandor."), "Ana Ruiz/person, Quandor/place");
}
TEST(Places, AnAirportKeepsThePersonItIsNamedFor) {
  EXPECT_EQ(found("They landed at John F. Kennedy International Airport."),
            "John F. Kennedy International Airport/place");
}
TEST(Places, ADivisionOfFewHidesNoTownOfMany) {
  EXPECT_EQ(found("Later she drove through Richmond to sell apples."), "Richmond/place");
}
TEST(Places, ATownBeforeItsStateIsNoPerson) {
  EXPECT_EQ(found("He moved to Sharon, Connecticut."), "Sharon/place, Connecticut/place");
}
TEST(Places, AStateOfALetterAndAWordKeepsItsDots) {
  EXPECT_EQ(found("CHARLESTON, W.Va. -- Officials met again."), "CHARLESTON/place, W.Va./place");
}
TEST(Places, ASaintsHospitalIsOneName) {
  EXPECT_EQ(found("She went to St. John's Hospital."), "St. John's Hospital/organization");
  EXPECT_EQ(found("It was on St. Patrick's Day."), "");
}
TEST(Places, AShipIsNoTown) { EXPECT_EQ(found("Then the cargo ship Tartus sailed."), ""); }
TEST(Places, BigCitiesHaveTheirUsualLabels) {
  EXPECT_EQ(mention_of("They moved to L.A. last year.", "L.A.").name, "Los Angeles");
  EXPECT_EQ(mention_of("They moved to New York City then.", "New York City").name, "New York City");
}
TEST(Places, ATownWithASaintInItIsNoStreet) {
  EXPECT_EQ(found("The South St. Paul baker won again."), "South St. Paul/place");
}

}  // namespace
}  // namespace dateline
