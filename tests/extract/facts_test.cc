// What stands in the record of an event: its sentence, toll, place and summary.
#include <gtest/gtest.h>

#include "harness.h"

namespace dateline::extract {
namespace {

TEST(Tolls, NumbersOfDeadAndInjuredAreKept) {
  const Toll toll =
      event_in("The blast killed 14 soldiers and wounded thirty.", EventType::assault).toll;
  EXPECT_EQ(toll.dead, 14);
  EXPECT_EQ(toll.injured, 30);
  EXPECT_EQ(toll.words, "killed 14; wounded thirty");
}

TEST(Tolls, TheNumberMayStandBefore) {
  EXPECT_EQ(
      event_in("Some 1,200 people were arrested in the capital.", EventType::coerce).toll.detained,
      1200);
}

std::int32_t dead(std::string_view text) { return event_in(text, EventType::assault).toll.dead; }
std::int32_t displaced(std::string_view number) {
  return event_in("The army attacked the port and displaced " + std::string(number) + " people.",
                  EventType::assault)
      .toll.displaced;
}

TEST(Tolls, AllWordsOfANumberCount) {
  EXPECT_EQ(dead("Rebels killed one hundred and twenty villagers."), 120);
  EXPECT_EQ(dead("Rebels killed twenty-five villagers."), 25);
  EXPECT_EQ(dead("Rebels killed twenty five villagers."), 25);
  EXPECT_EQ(dead("Rebels killed two dozen villagers."), 24);
  EXPECT_EQ(dead("Rebels killed a hundred villagers."), 100);
  EXPECT_EQ(dead("Two hundred villagers were killed by rebels."), 200);
  EXPECT_EQ(dead("One hundred and twenty villagers were killed by rebels."), 120);
}

TEST(Tolls, HundredAndLargerWordsMultiply) {
  EXPECT_EQ(displaced("two million"), 2'000'000);
  EXPECT_EQ(displaced("two thousand three hundred"), 2300);
  EXPECT_EQ(displaced("five hundred thousand"), 500'000);
  EXPECT_EQ(displaced("two million three hundred thousand and five"), 2'300'005);
  EXPECT_EQ(displaced("3 thousand"), 3000);
  EXPECT_EQ(displaced("1.5 million"), 1'500'000);
}

TEST(Tolls, DigitsMayStandInGroupsOfThree) {
  EXPECT_EQ(displaced("12 000"), 12'000);
  EXPECT_EQ(displaced("1 200 000"), 1'200'000);
  EXPECT_EQ(displaced("1,200,000"), 1'200'000);
}

TEST(Tolls, WhatIsNoExactNumberIsNone) {
  for (const std::string_view number :
       {"five billion billion", "several hundred", "half a million", "two and a half million",
        "five billion", "99999999999999999999", "1.5", "14 12", "1,5", "two three"})
    EXPECT_EQ(displaced(number), -1) << number;
}

TEST(Tolls, TwoNumbersWithAndBetweenAreTwo) { EXPECT_EQ(displaced("five and six"), 5); }

TEST(Tolls, AVagueNumberBehindLeavesTheOneBefore) {
  EXPECT_EQ(dead("14 villagers were killed in several attacks by rebels."), 14);
  EXPECT_EQ(dead("14 villagers were killed in dozens of attacks by rebels."), 14);
}

TEST(Tolls, ThoseWhoDidItAreNotCounted) {
  EXPECT_EQ(dead("Two gunmen killed a guard in Kano."), -1);
  EXPECT_EQ(dead("Gunmen in two cars killed the judge."), -1);
  EXPECT_EQ(
      event_in("Rebels killed 14 villagers and wounded a guard.", EventType::assault).toll.injured,
      -1);
}

TEST(Tolls, ThoseWhoFledOrDiedAreCounted) {
  EXPECT_EQ(event_in("Rebels shelled Kano and 200 people fled the city.", EventType::assault)
                .toll.displaced,
            200);
}

TEST(Tolls, ANumberBehindAPrepositionCountsSomethingElse) {
  EXPECT_EQ(dead("Fourteen villagers were killed in three attacks by rebels."), 14);
  EXPECT_EQ(dead("Villagers were killed by two gunmen."), -1);
}

TEST(Tolls, YearsOfAgeAreNoDead) {
  EXPECT_EQ(dead("Rebels killed a priest aged 80."), -1);
  EXPECT_EQ(dead("A guard aged 25 was shot dead by two gunmen."), -1);
}

TEST(Tolls, NobodyIsNoDead) {
  EXPECT_EQ(dead("No one was killed when rebels attacked the port."), -1);
  EXPECT_EQ(dead("Rebels attacked the port but none of the 40 guards was killed."), -1);
  EXPECT_EQ(dead("Rebels attacked the port and killed no fewer than 14 guards."), 14);
}

TEST(Tolls, ATallyCameToItsLastNumber) {
  EXPECT_EQ(dead("The death toll from the attack on the port has risen from 9 to at least 14."),
            14);
  EXPECT_EQ(dead("The number of people killed in the attack on the port has reached 14."), 14);
  EXPECT_EQ(dead("Rebels attacked the port, taking the toll to 14."), 14);
}

TEST(Tolls, AnOrdinalCountsNobody) {
  EXPECT_EQ(dead("Rebels killed villagers in the 12th attack."), -1);
  EXPECT_EQ(dead("A guard was killed in the 12th attack by rebels."), -1);
}

TEST(Places, ThePeopleOfASentenceTellTheCountryThatTheArticleNames) {
  const Extraction found =
      harness().run("Police in Syria are on alert.\nSyrian rebels arrested a trader.");
  const Event& event = event_of(found, EventType::coerce);
  ASSERT_EQ(event.places.size(), 1u);
  EXPECT_EQ(event.places[0].country, "SY");
  EXPECT_EQ(event.places[0].relation, PlaceRelation::context);
}

TEST(Places, APlaceThatIsToldNeedsNoPeople) {
  const Extraction found =
      harness().run("Police in Syria are on alert.\nSyrian rebels arrested a trader in Beirut.");
  const Event& event = event_of(found, EventType::coerce);
  ASSERT_EQ(event.places.size(), 1u);
  EXPECT_EQ(event.places[0].name, "Beirut");
}

TEST(Places, TheTitleTellsWhereOnlyActorsAreNamed) {
  const Extraction found =
      harness().run("Calls for calm in Syria\nRussia arrested a trader.", {}, BlockKind::title);
  const Event& event = event_of(found, EventType::coerce);
  EXPECT_TRUE(std::any_of(event.places.begin(), event.places.end(),
                          [](const EventPlace& place) { return place.name == "Syria"; }));
}

TEST(Summary, LosesTheTailThatSaysWhoSaidSo) {
  EXPECT_EQ(
      event_in("Police arrested a trader, the mayor said on Tuesday.", EventType::coerce).summary,
      "Police arrested a trader");
}

TEST(Summary, LosesTheTailOfASpokesmanWithAName) {
  const std::string_view text =
      "Soldiers evacuated farmers from villages along the Drin, a spokesman for the "
      "ministry, Colonel Ardit Hoxha, told reporters.";
  const Event event = event_in(text, EventType::aid);
  EXPECT_EQ(event.summary, "Soldiers evacuated farmers from villages along the Drin");
  EXPECT_EQ(actors(event, ActorRole::attributed), "spokesman");
}

TEST(Summary, KeepsQuotationMarksInPairs) {
  EXPECT_EQ(
      event_in("The envoy urged \"calm by all sides and help for the town.\"", EventType::request)
          .summary,
      "The envoy urged \"calm by all sides and help for the town.\"");
}

TEST(Summary, LosesAccordingToAtTheStart) {
  EXPECT_EQ(event_in("According to monitors, troops shelled the town.", EventType::assault).summary,
            "troops shelled the town");
}

TEST(Summary, LosesAFrameWithAPronoun) {
  EXPECT_EQ(event_in("He added that police had arrested a trader.", EventType::coerce).summary,
            "police had arrested a trader");
}

TEST(Summary, LosesADatelineInCapitals) {
  EXPECT_EQ(event_in("TALMORA, MAY 3: Police arrested a trader.", EventType::coerce).summary,
            "Police arrested a trader");
}

TEST(Summary, LosesADatelineWithItsAgencyAndDate) {
  for (const char* dateline : {"TALMORA (PanWire), 3 May. - ", "Talmora, 3 May 2031 - ",
                               "TALMORA, Odun (PanWire) \u2014 ", "TALMORA -- "})
    EXPECT_EQ(
        event_in(std::string(dateline) + "Police arrested a trader.", EventType::coerce).summary,
        "Police arrested a trader")
        << dateline;
}

TEST(Summary, KeepsANameBeforeAColonOrADash) {
  EXPECT_EQ(
      event_in("Ana Ruiz (Labour) - a trader - accused the mayor.", EventType::accuse).summary,
      "Ana Ruiz (Labour) - a trader - accused the mayor");
}

TEST(Summary, LosesTheAdverbThatJoinsIt) {
  EXPECT_EQ(event_in("Meanwhile, police arrested a trader.", EventType::coerce).summary,
            "police arrested a trader");
}

TEST(Evidence, RereadsItsSentence) {
  const Event event = event_in("A ferry left.\nRebels seized the port.", EventType::assault);
  ASSERT_EQ(event.evidence.size(), 1U);
  EXPECT_EQ(event.evidence.front().sentence, "Rebels seized the port.");
  EXPECT_EQ(event.evidence.front().line, 2U);
  EXPECT_NE(event.evidence.front().rule_place.find("assault.rules:"), std::string::npos);
}

TEST(Headlines, AuxiliariesMayBeMissing) {
  const Extraction arrested =
      harness().run("Trader arrested for smuggling parrots", {}, BlockKind::title);
  EXPECT_EQ(actors(event_of(arrested, EventType::coerce), ActorRole::target), "Trader");
  const Extraction resigns = harness().run("Prime minister to resign", {}, BlockKind::title);
  EXPECT_EQ(event_of(resigns, EventType::agree).modality, Modality::planned);
}

TEST(EventId, IsTheSameForTheSameEvent) {
  const std::string id = event_in("Rebels seized the port on May 2, 2019.", EventType::assault).id;
  EXPECT_EQ(id.size(), 14U);
  EXPECT_EQ(id, event_in("Rebels seized the port on May 2, 2019.", EventType::assault).id);
  EXPECT_NE(id, event_in("Rebels seized the port on May 3, 2019.", EventType::assault).id);
}

TEST(Idioms, HoldNoEvent) {
  EXPECT_TRUE(harness().run("Four clubs took part in the cup.").events.empty());
  EXPECT_TRUE(harness().run("She had a heart attack.").events.empty());
}

TEST(Length, ALongSentenceIsReadInPieces) {
  std::string text;
  for (int i = 0; i < 2000; ++i) text += "the army attacked rebels and ";
  const Extraction found = harness().run(text);
  ASSERT_FALSE(found.events.empty());
  for (const Event& event : found.events) EXPECT_LT(event.evidence.front().sentence.size(), 4000U);
}

TEST(Facts, WhoWasKilledInOneEventWasNotInAnotherOfAnotherDay) {
  const Extraction found = harness().run(
      "A bomb killed five guards in Talmora on Monday, two days after an attack on a court.");
  ASSERT_EQ(found.events.size(), 2U);
  EXPECT_EQ(found.events[0].toll.dead, 5);
  EXPECT_EQ(found.events[1].toll.dead, -1);
}

TEST(Facts, WhoResignsOverDeathsHasNoDead) {
  const Extraction found =
      harness().run("The minister resigned on Monday after rebels killed five guards in Talmora.");
  ASSERT_GE(found.events.size(), 2U);
  EXPECT_EQ(event_of(found, EventType::concede).toll.dead, -1);
  EXPECT_EQ(event_of(found, EventType::assault).toll.dead, 5);
}

}  // namespace
}  // namespace dateline::extract
