// Whom "they", "it" and "he" mean; nobody where it is not known.
#include <gtest/gtest.h>

#include "harness.h"

namespace dateline::extract {
namespace {

std::string last_source(std::string_view text) {
  const Extraction found = harness().run(text, with_background);
  return found.events.empty() ? "nothing" : actors(found.events.back(), ActorRole::source);
}

TEST(Pronouns, TheyBesideItAreOthers) {
  EXPECT_EQ(last_source("The army said it had driven rebels out of the valley, a day after they "
                        "attacked a school."),
            "rebels");
}

TEST(Pronouns, WhoWasArrestedHadDoneIt) {
  EXPECT_EQ(last_source("Police said they had arrested three men after they killed a nurse."),
            "three men");
  EXPECT_EQ(actors(event_in("Soldiers freed two girls after they were abducted by bandits.",
                            EventType::assault, with_background),
                   ActorRole::target),
            "two girls");
}

TEST(Pronouns, WhoOfTwoArmiesStruckFirstIsNotKnown) {
  EXPECT_EQ(last_source("The army bombed rebels after they attacked a school."), "");
}

TEST(Pronouns, ProsecutorsDoNotDoWhatTheyAllege) {
  EXPECT_EQ(last_source("Prosecutors allege they shot a nurse."), "");
  EXPECT_EQ(last_source("Two men were arrested. Prosecutors allege they shot a nurse."), "Two men");
  EXPECT_EQ(last_source("Two men were arrested. Police said they had robbed a bank."), "Two men");
  EXPECT_EQ(last_source("Police said they had arrested a nurse."), "Police");
}

TEST(Pronouns, TheSentenceAfterGoesOnWithThem) {
  const Extraction found = harness().run(
      "Two men were arrested. Prosecutors allege they shot a nurse. They were charged on Monday.");
  EXPECT_EQ(actors(event_of(found, EventType::accuse), ActorRole::target), "Two men");
}

TEST(Pronouns, NobodySaysThatHeWasKilled) {
  EXPECT_EQ(told("The ministry said they had been killed by a mob.", EventType::assault),
            "mob >  | reported");
}

TEST(Pronouns, WhoeverWasAccusedDeniesIt) {
  EXPECT_EQ(last_source("The council accused the army of shelling a school. It denied the charge."),
            "army");
  EXPECT_EQ(
      last_source("The council accused the army and the navy of shelling a school. They denied "
                  "the charge."),
      "");
}

TEST(Pronouns, WhoSawItDidNotDoIt) {
  EXPECT_EQ(last_source("Neighbours told reporters they kidnapped a nurse on Monday."), "");
  EXPECT_EQ(last_source("A nurse spoke. They shot at our ambulances."), "");
  EXPECT_EQ(last_source("The rebels said they kidnapped a nurse on Monday."), "rebels");
}

TEST(Pronouns, HeIsNoWomanAndSheNoMan) {
  EXPECT_EQ(last_source("Mary Holt met Tom Price on Monday. He accused the army of fraud."),
            "Tom Price");
  EXPECT_EQ(last_source("Mary Holt met Tom Price on Monday. She accused the army of fraud."),
            "Mary Holt");
  EXPECT_EQ(last_source("The minister, Mary Holt, met the nurse. He arrested a guard."), "");
  EXPECT_EQ(last_source("Soldiers freed Tom Price on Monday. He had attacked a bank."),
            "Tom Price");
}

TEST(Pronouns, OfTwoInASentenceNobodyIsMeant) {
  const Extraction found = harness().run(
      "A nurse was stabbed by her husband on Monday. He was jailed by a court.", with_background);
  EXPECT_EQ(actors(event_of(found, EventType::coerce), ActorRole::target), "");
}

TEST(Pronouns, WhoSpeaksIsNotHeInsideTheQuotation) {
  EXPECT_EQ(last_source("The envoy told reporters it was sad. \"He is killing his own nurses.\""),
            "");
  EXPECT_EQ(last_source("The envoy told reporters it was sad. He killed a nurse."), "envoy");
}

TEST(Pronouns, OneHumanIsNeitherTheyNorIt) {
  EXPECT_EQ(last_source("The guard died. They freed all the women."), "");
  EXPECT_EQ(last_source("The rebels attacked the army. It shelled their camp."), "");
}

TEST(Pronouns, OneCountryIsNotThey) {
  EXPECT_EQ(last_source("The US praised the farmers. They attacked a depot in May."), "farmers");
  EXPECT_EQ(last_source("France and Chad met. They attacked a depot."), "France");
}

TEST(Pronouns, WhatTheyHadDoneIsOfThoseItWasDoneFor) {
  EXPECT_EQ(last_source("Police arrested two men on Monday. They had attacked a bank."), "two men");
  EXPECT_EQ(last_source("Rebels attacked the farmers. They had shelled a depot."), "");
  EXPECT_EQ(last_source("Rebels attacked the farmers. They shelled a depot."), "Rebels");
}

TEST(Pronouns, AClauseWithoutARelativeWordHasItsOwnSubject) {
  EXPECT_EQ(last_source("Police said the man they arrested had killed a nurse on Sunday."), "man");
}

}  // namespace
}  // namespace dateline::extract
