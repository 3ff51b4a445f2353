// Entries that belong together but are not one.
#include <gtest/gtest.h>

#include <string>

#include "merge/make.h"

namespace dateline {
namespace {

using namespace test;

const Day fifth = parse_day("2024-12-05").value();

Event signing(Modality modality, Day on, const std::string& how) {
  Event made = event(
      EventType::agree, how, single_day(on),
      "Prime Minister Aron Vell " + how + " the harbour treaty with the islands in Port Alba");
  made.mode = "sign";
  made.modality = modality;
  made.actors.push_back(actor("Aron Vell", ActorRole::source, "person/aron-vell", "ZZ"));
  made.places.push_back(city("Port Alba", "ZZ"));
  return made;
}

const Event& of(const Chronology& c, Modality modality) {
  for (const Event& one : c.events) {
    if (one.modality == modality) return one;
  }
  ADD_FAILURE() << "no such entry";
  return c.events.front();
}

TEST(Links, WhatHappenedFollowsThePlan) {
  const Chronology c =
      merged({article("a", "2024-12-03", {signing(Modality::planned, fifth, "will sign")}),
              article("b", "2024-12-06", {signing(Modality::asserted, fifth, "signed")})});
  ASSERT_EQ(c.events.size(), 2U);
  ASSERT_EQ(of(c, Modality::asserted).links.size(), 1U);
  EXPECT_EQ(of(c, Modality::asserted).links[0].relation, "follows");
  EXPECT_EQ(of(c, Modality::asserted).links[0].event, of(c, Modality::planned).id);
  EXPECT_TRUE(of(c, Modality::planned).links.empty());
}

TEST(Links, APlanDatedByTheDayItWasMadeIsFollowedWithinAFortnight) {
  const Extraction plan =
      article("a", "2024-12-05", {signing(Modality::planned, fifth, "will sign")});
  const Chronology soon = merged(
      {plan, article("b", "2024-12-15", {signing(Modality::asserted, fifth + 9, "signed")})});
  EXPECT_EQ(of(soon, Modality::asserted).links.size(), 1U);
  const Chronology late = merged(
      {plan, article("b", "2025-01-15", {signing(Modality::asserted, fifth + 40, "signed")})});
  EXPECT_TRUE(of(late, Modality::asserted).links.empty());
}

TEST(Links, ADenialDeniesTheClaim) {
  const Chronology c =
      merged({article("a", "2024-12-05", {signing(Modality::claimed, fifth, "signed")}),
              article("b", "2024-12-06", {signing(Modality::denied, fifth + 1, "never signed")})});
  ASSERT_EQ(c.events.size(), 2U);
  ASSERT_EQ(of(c, Modality::denied).links.size(), 1U);
  EXPECT_EQ(of(c, Modality::denied).links[0].relation, "denies");
  EXPECT_EQ(of(c, Modality::denied).links[0].event, of(c, Modality::claimed).id);
}

TEST(Links, APlanOfOthersIsNotFollowed) {
  Event other = signing(Modality::planned, fifth, "will sign");
  other.actors[0] = actor("Mira Sunn", ActorRole::source, "person/mira-sunn", "YY");
  other.places[0] = city("Lower Fen", "YY");
  other.evidence[0].sentence =
      "President Mira Sunn will sign a law on fishing in Lower Fen this winter";
  const Chronology c =
      merged({article("a", "2024-12-03", {other}),
              article("b", "2024-12-06", {signing(Modality::asserted, fifth, "signed")})});
  EXPECT_TRUE(of(c, Modality::asserted).links.empty());
}

TEST(Links, ALinkToAnEntryThatWasLeftOutIsLeftOut) {
  merge::Options options;
  options.top = 1;
  const Chronology c =
      merged({article("a", "2024-12-03", {signing(Modality::planned, fifth, "will sign")}),
              article("b", "2024-12-06", {signing(Modality::asserted, fifth, "signed")})},
             options);
  ASSERT_EQ(c.events.size(), 1U);
  EXPECT_EQ(c.events[0].modality, Modality::asserted);
  EXPECT_TRUE(c.events[0].links.empty());
}

TEST(Links, ADenialThatNamesTheDayDeniesWhatHarmWasDoneOnItByWhateverName) {
  const auto harm = [](Modality modality, const std::string& mode, const std::string& sentence) {
    Event made = event(EventType::assault, mode, single_day(fifth), sentence);
    made.mode = mode;
    made.modality = modality;
    made.places.push_back(city("Port Alba", "ZZ"));
    return made;
  };
  const Chronology c = merged(
      {article("a", "2024-12-05",
               {harm(Modality::asserted, "kill", "Gunmen killed seven at a court in Port Alba")}),
       article("b", "2024-12-09",
               {harm(Modality::denied, "strike",
                     "The League denied Thursday's shooting of seven at "
                     "a court in Port Alba by gunmen")})});
  ASSERT_EQ(c.events.size(), 2U);
  ASSERT_EQ(of(c, Modality::denied).links.size(), 1U);
  EXPECT_EQ(of(c, Modality::denied).links[0].event, of(c, Modality::asserted).id);
}

}  // namespace
}  // namespace dateline
