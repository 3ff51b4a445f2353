// Headlines: present tense, dropped auxiliaries and articles, names in a row, who says it behind a
// colon.
#include <gtest/gtest.h>

#include "harness.h"

namespace dateline::extract {
namespace {

Event headline(std::string_view text, EventType type) {
  return event_of(harness().run(text, {}, BlockKind::title), type);
}

TEST(Headlines, PresentTenseIsOfTheDay) {
  const Event event = headline("Gunman wounds two children in Lyon", EventType::assault);
  EXPECT_EQ(actors(event, ActorRole::source), "Gunman");
  EXPECT_EQ(actors(event, ActorRole::target), "two children");
  EXPECT_EQ(event.date.date, harness().published);
}

TEST(Headlines, AnInfinitiveLiesAhead) {
  const Event event = headline("Prime Minister Karlsen to resign", EventType::agree);
  EXPECT_EQ(event.modality, Modality::planned);
}

TEST(Headlines, PluralSubjectsNeedNoArticleBehindTheVerb) {
  const Event event = headline("Police arrest mayor over bribes", EventType::coerce);
  EXPECT_EQ(actors(event, ActorRole::source), "Police");
  EXPECT_EQ(actors(event, ActorRole::target), "mayor");
}

TEST(Headlines, DroppedAuxiliariesArePassive) {
  const Event event = headline("Two policemen killed in market blast", EventType::assault);
  EXPECT_EQ(actors(event, ActorRole::source), "");
  EXPECT_EQ(actors(event, ActorRole::target), "Two policemen");
}

TEST(Headlines, DroppedAuxiliariesBehindASpeakerArePassiveToo) {
  const Event event = headline("Army says 12 militants killed in raid", EventType::assault);
  EXPECT_EQ(actors(event, ActorRole::target), "12 militants");
  EXPECT_EQ(event.modality, Modality::reported);
}

TEST(Headlines, ACommaJoinsNames) {
  const Event event = headline("France, Germany sign defence pact", EventType::support);
  EXPECT_EQ(actors(event, ActorRole::source), "France");
  EXPECT_EQ(actors(event, ActorRole::target), "Germany");
}

TEST(Headlines, ParticlesBelongToTheVerb) {
  EXPECT_EQ(headline("Union calls off port strike", EventType::concede).trigger,
            "calls off port strike");
}

TEST(Headlines, CapitalsMakeANameOfAPronoun) {
  EXPECT_EQ(actors(headline("US vetoes resolution on truce", EventType::reject), ActorRole::source),
            "US");
}

TEST(Headlines, ThousandsAct) {
  EXPECT_EQ(actors(headline("Thousands protest in Talmora over law", EventType::protest),
                   ActorRole::source),
            "Thousands");
}

TEST(Headlines, WhoStandsBehindAColonSaysIt) {
  const Event event = headline("Turkey agrees to reopen border: envoy", EventType::agree);
  EXPECT_EQ(event.modality, Modality::reported);
  ASSERT_EQ(event.attribution.size(), 1U);
  EXPECT_EQ(event.attribution.front(), "envoy");
  EXPECT_EQ(event.summary, "Turkey agrees to reopen border");
}

TEST(Headlines, WhoStandsBeforeAColonSaysIt) {
  const Event event = headline("Envoy: rebels seize port", EventType::assault);
  ASSERT_EQ(event.attribution.size(), 1U);
  EXPECT_EQ(event.summary, "rebels seize port");
}

Event of_title(std::string_view article) {
  const Extraction found = harness().run(article, {}, BlockKind::title);
  return found.events.empty() ? Event() : found.events.front();
}

TEST(Headlines, TheLeadSaysWhenItWas) {
  const Event event = of_title(
      "Gunmen kidnap 40 pupils\nArmed men kidnapped 40 pupils from a school on Monday, police "
      "said.");
  EXPECT_EQ(event.evidence.front().zone, Zone::title);
  EXPECT_EQ(event.date.date, single_day(harness().published.first - 2));
  EXPECT_EQ(event.date.text, "Monday");
}

TEST(Headlines, NewsOfAnotherLeadIsKnownToBeNoLaterThanThePublication) {
  const Event event = of_title("Two die in avalanche\nPolice arrested a guide on Monday.");
  EXPECT_EQ(event.date.date, (Date{no_day, harness().published.last, Precision::before}));
}

TEST(Headlines, WhatTheLeadTellsOfLongAgoDatesNoNews) {
  const Event event =
      of_title("Gunmen kidnap 40 pupils\nGunmen last kidnapped pupils on 3 May 1974.");
  EXPECT_NE(event.date.date, single_day(parse_day("1974-05-03").value()));
}

TEST(Headlines, WithoutAnEarlierDayInTheLeadTheyAreOfTheDay) {
  const Event event = of_title("Gunmen kidnap 40 pupils\nParents gathered at the school.");
  EXPECT_EQ(event.date.date, harness().published);
}

}  // namespace
}  // namespace dateline::extract
