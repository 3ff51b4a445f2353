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

Event deaths(const std::string& sentence, std::int32_t dead, std::string place = "") {
  Event made = event(EventType::disaster, "killed", fifth, sentence);
  made.mode = "natural";
  made.actors.push_back(actor(std::to_string(dead) + " dockers", ActorRole::target));
  made.toll.dead = dead;
  EventPlace where = city(place.empty() ? "Alba" : place, "ZZ");
  if (place.empty()) where.kind = "region";
  made.places.push_back(where);
  return made;
}

TEST(SameEvent, TwoMisfortunesOfOneDayInOneRegionAreTwoEvents) {
  const Chronology c =
      merged({article("a", "2024-12-06", {deaths("A storm killed 4 dockers in Alba", 4)}),
              article("b", "2024-12-06", {deaths("A fire in a mine killed 9 in Alba", 9)})});
  EXPECT_EQ(c.events.size(), 2U);
}

TEST(SameEvent, OneMisfortuneIsKnownByItsTollAndItsWords) {
  const Chronology c =
      merged({article("a", "2024-12-06", {deaths("A storm killed 4 dockers in Alba", 4)}),
              article("b", "2024-12-06", {deaths("The storm over Alba killed 4", 4)})});
  EXPECT_EQ(c.events.size(), 1U);
}

TEST(SameEvent, TownsThatAreOnlyMentionedSpeakAgainstOneEvent) {
  Event north = deaths("A strike on a house in Port Alba killed 8", 8, "Port Alba"),
        south = deaths("A strike on a house in Saint Bruno killed 7", 7, "Saint Bruno");
  for (Event* one : {&north, &south}) one->places[0].relation = PlaceRelation::context;
  EXPECT_EQ(merged({article("a", "2024-12-06", {north}), article("b", "2024-12-06", {south})})
                .events.size(),
            2U);
}

TEST(SameEvent, AKillingWithoutADateIsNotOneOfYearsBefore) {
  Event news = deaths("At least 9 dockers have been killed in Alba", 9);
  news.date.date = {no_day, fifth.first + 900, Precision::before};
  const Chronology c =
      merged({article("a", "2024-12-06", {deaths("A storm killed 4 dockers in Alba", 4)}),
              article("b", "2027-05-20", {news})});
  EXPECT_EQ(c.events.size(), 2U);
}

TEST(SameEvent, TwoSayingsOfOnePersonShareWordsIfTheyAreOne) {
  const auto saying = [](const std::string& what) {
    Event made = event(EventType::statement, "said", fifth, "Ono Peri said " + what);
    made.actors.push_back(actor("Ono Peri", ActorRole::source, "person/ono-peri", "ZZ"));
    return made;
  };
  const auto entries = [&](const std::string& one, const std::string& other) {
    return merged({article("a", "2024-12-06", {saying(one)}),
                   article("b", "2024-12-06", {saying(other)})})
        .events.size();
  };
  EXPECT_EQ(entries("taxes on herring will rise", "the bridge opens late"), 2U);
  EXPECT_EQ(entries("taxes on herring will rise", "herring taxes rise next"), 1U);
}

TEST(SameEvent, TollsThatRoseALittleAreOfOneEvent) {
  const auto entries = [](std::int32_t dead) {
    return merged({article("a", "2024-12-06",
                           {deaths("A bomb at a mosque in Port Alba killed 12", 12, "Port Alba")}),
                   article("b", "2024-12-06",
                           {deaths("Mosque blast killed more", dead, "Port Alba")})})
        .events.size();
  };
  EXPECT_EQ(entries(14), 1U);
  EXPECT_EQ(entries(30), 2U);
}

TEST(SameEvent, NewsWithoutADayOfOtherMonthsAreTwoEvents) {
  const auto entries = [](Day later) {
    Event march = deaths("Floods killed 12 dockers in Alba", 12), then = march;
    march.date.date = {no_day, fifth.first, Precision::before};
    then.evidence[0].sentence = "Floods in Alba killed 12 dockers again";
    then.date.date = {no_day, fifth.first + later, Precision::before};
    return merged({article("a", "2024-12-05", {march}), article("b", "2025-01-20", {then})})
        .events.size();
  };
  EXPECT_EQ(entries(5), 1U);
  EXPECT_EQ(entries(46), 2U);
}

}  // namespace
}  // namespace dateline
