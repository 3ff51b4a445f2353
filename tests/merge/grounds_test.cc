// What tells happenings of one day and town apart, or joins reports of one that are worded
// otherwise: circumstances, fates, tolls, figures, and dates that fit twice.
#include <gtest/gtest.h>

#include "merge/make.h"

namespace dateline {
namespace {

using namespace test;

const Date fifth = single_day(parse_day("2024-12-05").value());
const Date by_the_ninth = {no_day, fifth.first + 4, Precision::before};

std::string_view circumstances_of(std::string_view word) {
  if (word == "tavern" || word == "inn") return "venue/bar";
  if (word == "stable") return "venue/stable";
  if (word == "blaze") return "cause/fire";
  if (word == "robbing") return "charge/robbery";
  if (word == "poisoning") return "charge/murder";
  if (word == "flee") return "fate/flight";
  if (word == "quake") return "cause/quake nature/quake";
  if (word == "sank" || word == "capsized") return "cause/sinking";
  if (word == "aftershock") return "cause/aftershock leader/aftershock";
  if (word == "climbed") return "tally/change";
  if (word == "second") return "order/next";
  return {};
}

merge::Options with_circumstances() {
  merge::Options options;
  options.note_of_word = [](std::string_view word) {
    const bool is_common = word.size() < 4 || word == "were" || word == "five" ||
                           word == "people" || word == "thursday";
    return merge::WordNote{is_common, circumstances_of(word)};
  };
  return options;
}

std::size_t entries(const Event& a, const Event& b) {
  return merged({article("a", "2024-12-06", {a}), article("b", "2024-12-06", {b})},
                with_circumstances())
      .events.size();
}

EventActor of_kind(std::string name, ActorRole role, std::string kind) {
  EventActor made = actor(std::move(name), role);
  made.kind = std::move(kind);
  return made;
}

EventActor person(std::string name, std::string id, ActorRole role) {
  EventActor made = actor(std::move(name), role, std::move(id));
  made.type = "person";
  return made;
}

Event deed(EventType type, std::string mode, std::string trigger, Date date, std::string sentence) {
  Event made = event(type, std::move(trigger), date, std::move(sentence));
  made.mode = std::move(mode);
  return made;
}

Event shooting_at(const std::string& where) {
  Event made = deed(EventType::assault, "kill", "killed", fifth,
                    "Five people were killed at " + where + " in Port Alba on Thursday");
  made.places.push_back(city("Port Alba", "ZZ"));
  made.actors.push_back(of_kind("five people", ActorRole::target, "civilian"));
  made.toll = {5, -1, -1, -1, "killed five"};
  return made;
}

Event arrest(const std::string& charge, EventActor target) {
  Event made = deed(EventType::coerce, "arrest", "arrested", fifth,
                    "Guards arrested a man on suspicion of " + charge + " in Port Alba");
  made.places.push_back(city("Port Alba", "ZZ"));
  made.actors.push_back(of_kind("Guards", ActorRole::source, "police"));
  made.actors.push_back(std::move(target));
  return made;
}

const EventActor a_man = of_kind("man", ActorRole::target, "civilian");

TEST(Circumstances, AsManyDeadInAnInnAndInAStableAreTwoEvents) {
  EXPECT_EQ(entries(shooting_at("a tavern"), shooting_at("a stable")), 2U);
}

TEST(Circumstances, TwoWordsForOneKindOfPlaceAreOneEvent) {
  EXPECT_EQ(entries(shooting_at("a tavern"), shooting_at("an inn")), 1U);
}

TEST(Circumstances, OtherChargesAreOtherArrests) {
  EXPECT_EQ(entries(arrest("robbing a miller", a_man), arrest("robbing a miller", a_man)), 1U);
  EXPECT_EQ(entries(arrest("robbing a miller", a_man), arrest("poisoning a miller", a_man)), 2U);
}

TEST(Grounds, OneNamedPersonIsNotTwelvePeople) {
  const auto arrest_of = [](const std::string& who, EventActor target) {
    Event made = arrest("smuggling", std::move(target));
    made.evidence[0].sentence = "Guards in Port Alba arrested " + who + " on Thursday";
    return made;
  };
  const Event named =
      arrest_of("the captain Ono Peri", person("Ono Peri", "person/ono-peri", ActorRole::target));
  EXPECT_EQ(
      entries(named, arrest_of("the captain", of_kind("captain", ActorRole::target, "civilian"))),
      1U);
  EXPECT_EQ(
      entries(named, arrest_of("12 people", of_kind("12 people", ActorRole::target, "civilian"))),
      2U);
}

TEST(Grounds, ThreeWhoAreArrestedAreNotFive) {
  const auto arrest_of = [](std::int32_t detained, const std::string& who) {
    Event made = arrest("smuggling", a_man);
    made.evidence[0].sentence = "Guards in Port Alba arrested " + who + " over smuggled salt";
    made.actors[1].name = who;
    made.toll.detained = detained;
    return made;
  };
  EXPECT_EQ(entries(arrest_of(3, "sailors"), arrest_of(3, "crewmen")), 1U);
  EXPECT_EQ(entries(arrest_of(3, "sailors"), arrest_of(5, "crewmen")), 2U);
}

TEST(Grounds, OtherSumsAreOtherPledges) {
  const auto pledge = [](const std::string& sum, const std::string& end) {
    Event made = deed(EventType::agree, "agree", "pledged", fifth,
                      "Norland pledged " + sum + " million crowns" + end);
    made.actors.push_back(actor("Norland", ActorRole::source, "place/zz", "ZZ"));
    made.actors.push_back(actor(sum + " million crowns", ActorRole::target));
    return made;
  };
  EXPECT_EQ(entries(pledge("500", " for schools"), pledge("500", " on Thursday")), 1U);
  EXPECT_EQ(entries(pledge("500", " for schools"), pledge("20", " on Thursday")), 2U);
}

TEST(Grounds, ThatAHotelWasHitAndThatPeopleDiedThereIsOneEvent) {
  Event hit = deed(EventType::assault, "strike", "bombed", fifth,
                   "Planes bombed the Harbour Hotel in Port Alba on Thursday");
  hit.actors.push_back(actor("the Harbour Hotel", ActorRole::target));
  hit.toll = {21, -1, -1, -1, "killed 21"};
  Event died = deed(EventType::die, "die", "died", fifth,
                    "21 guests died in the Harbour Hotel in Port Alba on Thursday");
  died.actors.push_back(of_kind("21 guests", ActorRole::target, "civilian"));
  died.toll = {21, -1, -1, -1, "21 guests died"};
  for (Event* one : {&hit, &died}) one->places.push_back(city("Port Alba", "ZZ"));
  EXPECT_EQ(entries(hit, died), 1U);
  died.toll.dead = 4;
  EXPECT_EQ(entries(hit, died), 2U);
}

TEST(Fates, APersonDiesOnceWhateverTheWordAndTheDate) {
  Event killed = deed(EventType::assault, "kill", "assassinated", fifth,
                      "The mayor Ono Peri was assassinated after a rally on Thursday");
  Event died = deed(EventType::die, "die", "died", by_the_ninth,
                    "Markets were quiet in the week in which Ono Peri died");
  for (Event* one : {&killed, &died})
    one->actors.push_back(person("Ono Peri", "person/ono-peri", ActorRole::target));
  EXPECT_EQ(entries(killed, died), 1U);
  died.actors[0] = person("Ulm Tavo", "person/ulm-tavo", ActorRole::target);
  EXPECT_EQ(entries(killed, died), 2U);
}

TEST(Grounds, ATollThatIsSaidToHaveChangedIsOfTheSameEvent) {
  const auto wreck = [](std::int32_t dead, const std::string& sentence) {
    Event made = deed(EventType::die, "die", "died", fifth, sentence);
    made.places.push_back(city("Port Alba", "ZZ"));
    made.toll = {dead, -1, -1, -1, "died"};
    return made;
  };
  const Event first = wreck(20, "Twenty sailors died off Port Alba on Thursday in a gale");
  const std::string later = "sailors that died off Port Alba on Thursday ";
  EXPECT_EQ(entries(first, wreck(45, "The number of " + later + "climbed")), 1U);
  EXPECT_EQ(entries(first, wreck(45, "The number of " + later + "was told")), 2U);
  EXPECT_EQ(entries(first, wreck(450, "The number of " + later + "climbed")), 2U);
}

TEST(Circumstances, WhatOpensWithAnAftershockIsNotTheQuakeThatItNamesLater) {
  const auto shaken = [](const std::string& sentence) {
    Event made = deed(EventType::disaster, "natural", "quake", fifth, sentence);
    made.places.push_back(city("Port Alba", "ZZ"));
    return made;
  };
  const Event quake = shaken("A quake shook walls in Port Alba on Thursday morning");
  EXPECT_EQ(entries(quake, shaken("An aftershock shook walls in Port Alba after the quake")), 2U);
  EXPECT_EQ(entries(quake, shaken("The quake shook walls in Port Alba before an aftershock")), 1U);
}

TEST(Circumstances, ASecondBombOfAnArticleIsNotItsFirst) {
  const auto bombing = [](const std::string& bomb) {
    Event made = deed(EventType::assault, "kill", "killed", fifth,
                      "A " + bomb + " killed people at the harbour of Port Alba on Thursday");
    made.places.push_back(city("Port Alba", "ZZ"));
    made.actors.push_back(actor(bomb, ActorRole::source));
    return made;
  };
  Event next = bombing("second bomb");
  next.evidence[0].span = {200, 270};
  const auto in_one =
      merged({article("a", "2024-12-06", {bombing("bomb"), next})}, with_circumstances());
  EXPECT_EQ(in_one.events.size(), 2U);
  EXPECT_EQ(entries(bombing("bomb"), next), 1U) << "another article may call the first so";
}

TEST(Circumstances, ACountryHasOneQuakeOnADay) {
  const auto disaster = [](const std::string& trigger, const std::string& sentence) {
    Event made = deed(EventType::disaster, "natural", trigger, fifth, sentence);
    EventPlace land = city("", "ZZ");
    land.id.clear();
    land.kind = "country";
    made.places.push_back(land);
    return made;
  };
  EXPECT_EQ(entries(disaster("quake", "A quake shook the north on Thursday"),
                    disaster("died", "Nine miners died in the quake of Thursday")),
            1U);
  EXPECT_EQ(entries(disaster("sank", "A barge sank in the north on Thursday"),
                    disaster("capsized", "Nine miners died as a raft capsized on Thursday")),
            2U);
}

TEST(Circumstances, AnArticleTellsOfOneSinking) {
  const auto sinking = [](const std::string& trigger, const std::string& sentence,
                          std::uint32_t begin) {
    Event made = deed(EventType::disaster, "natural", trigger, fifth, sentence);
    made.evidence[0].span = {begin, begin + 60};
    EventPlace land = city("", "ZZ");
    land.id.clear();
    land.kind = "country";
    made.places.push_back(land);
    return made;
  };
  const Event ferry = sinking("sank", "A ferry sank off the islands on Thursday", 0);
  const Event named = sinking("capsized", "The Blue Heron capsized in a gale by noon", 100);
  EXPECT_EQ(
      merged({article("a", "2024-12-06", {ferry, named})}, with_circumstances()).events.size(), 1U);
  EXPECT_EQ(entries(ferry, named), 2U);
}

TEST(Circumstances, OneCauseIsOneEventWhereMostOfTheWordsAreShared) {
  const auto fire = [](const std::string& mode, const std::string& sentence) {
    Event made = deed(EventType::disaster, mode, mode, fifth, sentence);
    made.places.push_back(city("Port Alba", "ZZ"));
    return made;
  };
  const Event one = fire("gutted", "A blaze gutted the customs archive of Port Alba on Thursday");
  EXPECT_EQ(entries(one, fire("spread", "The blaze spread to the customs archive in Port Alba")),
            1U);
  EXPECT_EQ(entries(one, fire("spread", "The blaze spread to cars and gardens in Port Alba")), 2U);
}

TEST(Dates, ThatBothWereFiresSpeaksForNewsOfTheNextDayToo) {
  const auto fire = [](Date date, const std::string& sentence) {
    Event made = deed(EventType::disaster, "natural", "spread", date, sentence);
    made.places.push_back(city("Port Alba", "ZZ"));
    return made;
  };
  const Event dated = fire(fifth, "A blaze spread through an inn in Port Alba near the guildhall");
  const std::string news = "A blaze has spread through a tavern kitchen in Port Alba";
  EXPECT_EQ(entries(dated, fire({no_day, fifth.first + 1, Precision::before}, news)), 1U);
  EXPECT_EQ(entries(dated, fire({no_day, fifth.first + 9, Precision::before}, news)), 2U);
}

TEST(Fates, APersonWhomOnlyTheSentenceNamesDiesOnce) {
  const auto death = [](EventActor target, Date date) {
    Event made = deed(EventType::die, "die", "died", date,
                      "Ono Peri, one of the best known painters of Norland, has died");
    made.actors.push_back(std::move(target));
    return made;
  };
  Event named = death(person("Ono Peri", "person/ono-peri", ActorRole::target), fifth);
  named.evidence[0].sentence = "The painter Ono Peri died on Thursday";
  named.places.push_back(city("Port Alba", "ZZ"));
  Event described = death(actor("painters", ActorRole::target), by_the_ninth);
  described.places.push_back(city("Port Alba", "ZZ"));
  EXPECT_EQ(entries(named, described), 1U);
  described.evidence[0].sentence = "Ulm Tavo, one of the best known painters of Norland, has died";
  EXPECT_EQ(entries(named, described), 2U);
}

TEST(Fates, WhoWasForcedToFleeIsWhoFled) {
  Event forced = deed(EventType::coerce, "force", "forcing", fifth,
                      "Rebels took the port, forcing governor Ono Peri to flee");
  forced.actors.push_back(of_kind("Rebels", ActorRole::source, "armed-group"));
  forced.actors.push_back(person("Ono Peri", "person/ono-peri", ActorRole::target));
  Event fled = deed(EventType::retreat, "flee", "fled", by_the_ninth,
                    "Ono Peri fled across the border, relatives said");
  fled.actors.push_back(person("Ono Peri", "person/ono-peri", ActorRole::source));
  EXPECT_EQ(entries(forced, fled), 1U);
  forced.evidence[0].sentence = "Rebels took the port, forcing governor Ono Peri to pay";
  EXPECT_EQ(entries(forced, fled), 2U);
}

TEST(Fates, WhoTookPowerIsNotWhoLostIt) {
  const auto coup = [](ActorRole role, Date date) {
    Event made = deed(EventType::assault, "regime-change", "coup", date,
                      "A coup shook Norland and general Ono Peri was at its centre");
    made.actors.push_back(person("Ono Peri", "person/ono-peri", role));
    made.places.push_back(city("Port Alba", "ZZ"));
    return made;
  };
  Event later = coup(ActorRole::source, by_the_ninth);
  later.evidence[0].sentence = "Since the coup general Ono Peri has ruled alone";
  EXPECT_EQ(entries(coup(ActorRole::source, fifth), later), 1U);
  later.actors[0].role = ActorRole::target;
  EXPECT_EQ(entries(coup(ActorRole::source, fifth), later), 2U);
}

TEST(Dates, WhatFitsTwoEventsOfDifferentDaysBelongsToNeither) {
  const std::string own = "Then the harbour of Port Alba was seized";
  const auto entries_with = [](const std::string& sentence, std::vector<Event> dated) {
    std::vector<Extraction> articles = {
        article("z", "2024-12-10", {harbour(by_the_ninth, sentence)})};
    for (Event& one : dated)
      articles.push_back(article(std::to_string(articles.size()), "2024-12-06", {one}));
    return merged(std::move(articles)).events.size();
  };
  const Event once = harbour(fifth), before = harbour(single_day(fifth.first - 20));
  EXPECT_EQ(entries_with(own, {once}), 1U);
  EXPECT_EQ(entries_with(own, {once, before}), 3U);
  EXPECT_EQ(entries_with(once.evidence[0].sentence, {once, before}), 2U) << "word for word";
}

}  // namespace
}  // namespace dateline
