// Which records become one entry, and what the entry keeps of them.
#include <gtest/gtest.h>

#include "merge/make.h"

namespace dateline {
namespace {

using namespace test;

const Date fifth = single_day(parse_day("2024-12-05").value());
const Date week = {fifth.first - 4, fifth.first + 2, Precision::week};

TEST(SameEvent, TwoArticlesThatTellOfOneSeizureMakeOneEntryWithBothSources) {
  const Chronology c =
      merged({article("a", "2024-12-05", {harbour(fifth)}),
              article("b", "2024-12-06", {harbour(fifth, "The harbour of Port Alba was seized")})});
  ASSERT_EQ(c.events.size(), 1U);
  EXPECT_EQ(c.events[0].evidence.size(), 2U);
  EXPECT_EQ(c.events[0].documents, 2U);
}

TEST(SameEvent, TheMorePreciseDateWins) {
  const Chronology c = merged(
      {article("a", "2024-12-07", {harbour(week)}), article("b", "2024-12-06", {harbour(fifth)})});
  ASSERT_EQ(c.events.size(), 1U);
  EXPECT_EQ(c.events[0].date.date, fifth);
}

TEST(SameEvent, DatesThatExcludeEachOtherKeepTwoEntries) {
  const Chronology c = merged({article("a", "2024-12-07", {harbour(single_day(fifth.first - 1))}),
                               article("b", "2024-12-06", {harbour(fifth)})});
  EXPECT_EQ(c.events.size(), 2U);
}

TEST(SameEvent, AnOpenDateJoinsTheDayItDoesNotExclude) {
  const Date before = {no_day, fifth.first + 5, Precision::before};
  const Chronology c = merged({article("a", "2024-12-10", {harbour(before)}),
                               article("b", "2024-12-06", {harbour(fifth)})});
  ASSERT_EQ(c.events.size(), 1U);
  EXPECT_EQ(c.events[0].date.date, fifth);
}

TEST(SameEvent, DifferentCitiesAreDifferentEvents) {
  Event other = harbour(fifth, "Rebels seized the harbour of Saint Bruno from the navy");
  other.places[0] = city("Saint Bruno", "ZZ");
  EXPECT_EQ(
      merged({article("a", "2024-12-06", {harbour(fifth)}), article("b", "2024-12-06", {other})})
          .events.size(),
      2U);
}

TEST(SameEvent, APlanIsNotItsExecution) {
  Event plan = harbour(fifth);
  plan.modality = Modality::planned;
  EXPECT_EQ(
      merged({article("a", "2024-12-04", {plan}), article("b", "2024-12-06", {harbour(fifth)})})
          .events.size(),
      2U);
}

TEST(SameEvent, ADenialIsNotTheClaim) {
  Event denial = harbour(fifth), claim = harbour(fifth);
  denial.modality = Modality::denied;
  claim.modality = Modality::claimed;
  EXPECT_EQ(merged({article("a", "2024-12-06", {denial}), article("b", "2024-12-06", {claim})})
                .events.size(),
            2U);
}

TEST(SameEvent, TheCapitalOfOneReportIsTheCityThatAnotherNames) {
  const auto march = [](std::string sentence) {
    Event made = event(EventType::protest, "marched", fifth, std::move(sentence));
    made.mode = "demonstrate";
    return made;
  };
  Event city_march = march("Dockers marched through Port Alba on Thursday to demand higher wages"),
        capital = march("Hundreds of dockers marched through the capital to demand higher wages");
  city_march.places.push_back(city("Port Alba", "ZZ"));
  city_march.actors.push_back(actor("Dockers", ActorRole::source));
  capital.actors.push_back(actor("Hundreds", ActorRole::source));
  const auto entries = [&] {
    return merged({article("a", "2024-12-06", {city_march}), article("b", "2024-12-06", {capital})})
        .events.size();
  };
  EXPECT_EQ(entries(), 1U);
  capital.date.text.clear();  // of the day only because its article is
  EXPECT_EQ(entries(), 2U);
}

TEST(SameEvent, TwoTriggersOfOneSentenceStayTwoEvents) {
  const std::string sentence = "Rebels seized Port Alba and arrested its mayor";
  Event seizure = harbour(fifth, sentence), arrest = harbour(fifth, sentence);
  arrest.type = EventType::coerce;
  arrest.trigger = "arrested";
  arrest.mode = "arrest";
  arrest.evidence[0].trigger_span = {24, 32};
  EXPECT_EQ(merged({article("a", "2024-12-06", {seizure, arrest})}).events.size(), 2U);
}

TEST(SameEvent, DifferentTollsAreListedWithTheirSources) {
  Event few = harbour(fifth), many = harbour(fifth);
  few.toll.dead = 12;
  many.toll.dead = 30;
  const Chronology c =
      merged({article("a", "2024-12-06", {few}), article("b", "2024-12-06", {many})});
  ASSERT_EQ(c.events.size(), 1U);
  ASSERT_EQ(c.events[0].variants.size(), 2U);
  EXPECT_EQ(c.events[0].variants[0].what, "dead");
  EXPECT_EQ(c.events[0].variants[0].value, "12");
  EXPECT_EQ(c.events[0].variants[0].documents, std::vector<std::string>{"a"});
}

TEST(SameEvent, AWiderDateIsNoDisagreement) {
  const Chronology c = merged(
      {article("a", "2024-12-07", {harbour(week)}), article("b", "2024-12-06", {harbour(fifth)})});
  ASSERT_EQ(c.events.size(), 1U);
  EXPECT_TRUE(c.events[0].variants.empty());
}

TEST(SameEvent, DatesThatOverlapOnlyAreListed) {
  const Date first = {fifth.first, fifth.first + 3, Precision::week},
             second = {fifth.first + 2, fifth.first + 6, Precision::week};
  const Chronology c = merged({article("a", "2024-12-09", {harbour(first)}),
                               article("b", "2024-12-12", {harbour(second)})});
  ASSERT_EQ(c.events.size(), 1U);
  EXPECT_EQ(c.events[0].variants.size(), 2U);
}

TEST(SameEvent, WithoutAnyDateOneSharedCountryIsNotEnough) {
  Event dated = event(EventType::consult, "met", fifth, "The envoys of Alba met in the north");
  Event undated =
      event(EventType::consult, "met", {}, "Alba and its neighbours met for talks about fish");
  for (Event* one : {&dated, &undated})
    one->actors.push_back(actor("Alba", ActorRole::source, "place/alba", "ZZ"));
  EXPECT_EQ(
      merged({article("a", "2024-12-06", {dated}), article("b", "", {undated})}).events.size(), 2U);
}

TEST(SameEvent, AnEntryIsAssertedIfOneSourceAssertsIt) {
  Event claim = harbour(fifth);
  claim.modality = Modality::claimed;
  const Chronology c =
      merged({article("a", "2024-12-06", {claim}), article("b", "2024-12-06", {harbour(fifth)})});
  ASSERT_EQ(c.events.size(), 1U);
  EXPECT_EQ(c.events[0].modality, Modality::asserted);
}

TEST(SameEvent, ActorsOfAllSourcesAreKeptOnce) {
  Event named = harbour(fifth);
  named.actors.push_back(actor("Coast Guard", ActorRole::target, "organization/coast-guard"));
  Event again = named;
  const Chronology c =
      merged({article("a", "2024-12-06", {named}), article("b", "2024-12-06", {again})});
  ASSERT_EQ(c.events.size(), 1U);
  EXPECT_EQ(c.events[0].actors.size(), 2U);
}

}  // namespace
}  // namespace dateline
