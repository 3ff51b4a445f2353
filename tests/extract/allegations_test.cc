// What is only alleged, denied, demanded or supposed, and who did what in it.
#include <gtest/gtest.h>

#include "harness.h"

namespace dateline::extract {
namespace {

TEST(Allegations, TheSuspectDidItNotThePolice) {
  EXPECT_EQ(told("Police arrested a man suspected of killing a priest.", EventType::assault),
            "man > priest | claimed");
  EXPECT_EQ(told("Guards hold a man wanted for torturing prisoners.", EventType::assault),
            "man > prisoners | claimed");
}

TEST(Allegations, TheAccusedIsTheSubjectOfTheMainVerb) {
  EXPECT_EQ(
      told("Three men accused of killing a priest were arrested by police.", EventType::coerce),
      "police > Three men | asserted");
  EXPECT_EQ(
      told("A colonel alleged to have bombed a hospital fled the country.", EventType::retreat),
      "colonel > country | asserted");
}

TEST(Allegations, ADayBehindTheDeedIsThatOfTheArrest) {
  const std::string_view text = "Police arrested a man suspected of killing a priest on Monday.";
  EXPECT_EQ(event_in(text, EventType::coerce).date.date, single_day(*parse_day("2019-05-13")));
  EXPECT_EQ(event_in(text, EventType::assault).date.date.precision, Precision::before);
}

TEST(Allegations, WhatFollowsAfterOrByIsTheSubjectsOwnDeed) {
  EXPECT_EQ(told("Gunmen fled after killing three guards.", EventType::assault),
            "Gunmen > three guards | asserted");
}

TEST(Allegations, DeniedReportsAreDenied) {
  EXPECT_EQ(told("The army denied reports that rebels had captured the port.", EventType::assault),
            "rebels > port | denied");
  EXPECT_EQ(
      told("The ministry dismissed claims that troops had shelled a school.", EventType::assault),
      "troops > school | denied");
  EXPECT_EQ(told("Reports that rebels had captured the port were false, the governor said.",
                 EventType::assault),
            "rebels > port | denied");
}

TEST(Allegations, AReportIsDeniedInItsOwnPredicateOnly) {
  for (const char* const text :
       {"The army confirmed reports that rebels had captured the port, and the governor said that "
        "claims of a famine were false.",
        "The army confirmed reports that rebels had captured the port, although it had told lies.",
        "Reports that rebels had captured the port were not false.",
        "Reports that rebels had captured the port were alarming, and other news was fake."})
    EXPECT_EQ(told(text, EventType::assault), "rebels > port | reported") << text;
  EXPECT_EQ(told("Reports that rebels had captured the port proved to be \"nonsense\".",
                 EventType::assault),
            "rebels > port | denied");
}

TEST(Allegations, ConfirmedReportsAreReported) {
  EXPECT_EQ(
      told("The army confirmed reports that rebels had captured the port.", EventType::assault),
      "rebels > port | reported");
}

TEST(Allegations, WhatIsDemandedIsARequest) {
  const std::string_view text = "Opposition parties demanded that the premier step down.";
  EXPECT_EQ(told(text, EventType::request), "Opposition parties > premier | asserted");
  EXPECT_EQ(told(text, EventType::concede), "nothing");
  EXPECT_EQ(told("A lawmaker proposed that the senate impeach the president.", EventType::request),
            "lawmaker > senate | asserted");
  EXPECT_EQ(event_in("Unions called for a general strike on Friday.", EventType::protest).modality,
            Modality::requested);
}

TEST(Allegations, WhatIsInsistedToHaveBeenIsClaimed) {
  EXPECT_EQ(
      told("The police insisted that the protesters attacked the officers.", EventType::assault),
      "protesters > officers | claimed");
}

TEST(Allegations, WhatIsExpectedIsPlanned) {
  EXPECT_EQ(told("The minister is expected to visit Kabul on Friday.", EventType::agree),
            "minister > Kabul | planned");
  EXPECT_EQ(told("Troops are poised to attack the city.", EventType::threaten),
            "Troops > city | planned");
}

TEST(Allegations, WhatIsSupposedIsConditional) {
  EXPECT_EQ(told("Imagine that rebels, with tanks, attacked the palace.", EventType::assault),
            "rebels > palace | conditional");
}

TEST(Allegations, InvertedConditionsAndQuestionsAreConditional) {
  EXPECT_EQ(told("Had rebels attacked the palace, the king would have fled.", EventType::assault),
            "rebels > palace | conditional");
}

TEST(Allegations, WhatWasDeniedIsNotPlanned) {
  EXPECT_EQ(told("The party denied that the premier would step down.", EventType::concede),
            "premier >  | denied");
}

TEST(Allegations, WhatADeniedDeedIsKnownByIsAsserted) {
  EXPECT_EQ(event_in("Norland denied it was behind the attack which killed nine people.",
                     EventType::assault, with_background)
                .modality,
            Modality::asserted);
}

}  // namespace
}  // namespace dateline::extract
