// The days of deeds that a verb answers or announces, and of what goes by a timetable.
#include <gtest/gtest.h>

#include "harness.h"

namespace dateline::extract {
namespace {

// "..2019-05-14": by that day.
std::string days(const Date& date) {
  const std::string first = date.first == no_day ? "" : to_iso(date.first);
  return date.first == date.last ? first : first + ".." + to_iso(date.last);
}

TEST(EventDates, WhatSomeoneIsArrestedForWasBefore) {
  const auto murder = [](std::string_view text) { return days(days_of(text, "murder")); };
  EXPECT_EQ(murder("Police arrested a man on Tuesday over the murder of a nurse."), "..2019-05-14");
  EXPECT_EQ(murder("A court on Tuesday jailed a man for the murder of a nurse."), "..2019-05-14");
  EXPECT_EQ(murder("Police arrested a man for the murder of a nurse on Tuesday."), "..2019-05-14");
  EXPECT_EQ(murder("Police arrested a man on Tuesday for the murder of a nurse on Sunday."),
            "2019-05-12");
}

TEST(EventDates, WhatIsProtestedAgainstWasBefore) {
  EXPECT_EQ(days(days_of("Villagers marched on Tuesday over the killing of a priest.", "killing")),
            "..2019-05-14");
}

TEST(EventDates, WhatSomeoneIsArrestedInIsOfThatDay) {
  EXPECT_EQ(days(days_of("Ten people were arrested on Tuesday in clashes with police.", "clashes")),
            "2019-05-14");
}

TEST(EventDates, WhatIsAnnouncedForADayIsOfThatDayAndPlanned) {
  for (const char* text : {"The union announced a general strike for Friday.",
                           "The union has announced a general strike for Friday."}) {
    const Event strike = event_in(text, EventType::threaten);
    EXPECT_EQ(first_day(strike), "2019-05-17") << text;
    EXPECT_EQ(strike.modality, Modality::planned) << text;
  }
}

TEST(EventDates, WhatIsBannedAheadOfItsDayIsNotOfThatDay) {
  EXPECT_EQ(days(days_of("Police banned a march planned for Saturday.", "banned")), "..2019-05-15");
}

TEST(EventDates, WhatAnswersADeedWasOnItsDayOrLater) {
  EXPECT_EQ(days(days_of("The king condemned Sunday's attack.", "condemned")),
            "2019-05-12..2019-05-15");
  EXPECT_EQ(days(days_of("Police arrested two men over Sunday's riots.", "arrested")),
            "2019-05-12..2019-05-15");
}

TEST(EventDates, WhatWasDoneInADeedWasOnItsDay) {
  EXPECT_EQ(days(days_of("Nine people were killed in Sunday's attack.", "killed")), "2019-05-12");
  EXPECT_EQ(days(days_of("The king was killed by Sunday's blast.", "killed")), "2019-05-12");
}

TEST(EventDates, ALeadingDayIsOfTheMainVerb) {
  EXPECT_EQ(days(days_of("On Monday, rebels who seized a mine freed two guards.", "freed")),
            "2019-05-13");
  EXPECT_EQ(days(days_of("On Monday, a day after the talks failed, jets bombed a port.", "bombed")),
            "2019-05-13");
}

TEST(EventDates, WhatDescribesAPhraseWasBeforeTheDayOfItsVerb) {
  EXPECT_EQ(days(days_of("A soldier captured by rebels was freed on Monday.", "captured")),
            "..2019-05-13");
  EXPECT_EQ(days(days_of("Rebels on Monday freed a priest abducted in Mara.", "abducted")),
            "..2019-05-13");
}

TEST(EventDates, ADayInsideAnotherPhraseIsNotTheVerbs) {
  const Event killing = event_in(
      "The violence came after the judges announced the results of the January 30 elections.",
      EventType::assault, with_background);
  EXPECT_EQ(days(killing.date.date), "..2019-05-15");
}

TEST(EventDates, WhatHasBeenDoneWasByTheDayItIsToldOf) {
  EXPECT_EQ(
      days(days_of("Police have arrested three men, a spokesman said on Monday.", "arrested")),
      "..2019-05-13");
}

TEST(EventDates, AClauseBehindSinceAndATimeIsOfThatTime) {
  EXPECT_EQ(
      days(days_of("It was the worst raid since 2008, when rebels killed the king.", "killed")),
      "2008-01-01..2008-12-31");
}

TEST(EventDates, ADayOfTheMonthCountsNobody) {
  EXPECT_EQ(days(days_of("Police on May 13 arrested three men.", "arrested")), "2019-05-13");
}

}  // namespace
}  // namespace dateline::extract
