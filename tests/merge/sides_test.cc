// What those who did it and those to whom it was done say against two records being one event.
#include <gtest/gtest.h>

#include "merge/make.h"

namespace dateline {
namespace {

using namespace test;

const Date fifth = single_day(parse_day("2024-12-05").value());

EventActor person(std::string name, std::string id, ActorRole role = ActorRole::target) {
  EventActor made = actor(std::move(name), role, std::move(id));
  made.type = "person";
  return made;
}

EventActor of_kind(std::string name, ActorRole role, std::string kind) {
  EventActor made = actor(std::move(name), role);
  made.kind = std::move(kind);
  return made;
}

Event told(EventType type, std::string trigger, std::string sentence,
           std::vector<EventActor> actors) {
  Event made = event(type, trigger, fifth, std::move(sentence));
  made.mode = trigger;
  made.places.push_back(city("Port Alba", "ZZ"));
  made.actors = std::move(actors);
  return made;
}

std::size_t entries(const Event& a, const Event& b) {
  return merged({article("a", "2024-12-06", {a}), article("b", "2024-12-06", {b})}).events.size();
}

Event arrest_of(const std::string& who, EventActor target) {
  return told(EventType::coerce, "arrested",
              "Guards arrested " + who + " over missing harbour fees in Port Alba",
              {of_kind("Guards", ActorRole::source, "police"), std::move(target)});
}

Event bombing_of(const std::string& what, std::int32_t dead) {
  Event made = told(EventType::assault, "bombed",
                    "Planes bombed a " + what + " in Port Alba on Thursday and killed people",
                    {actor("Planes", ActorRole::source), actor(what, ActorRole::target)});
  made.toll.dead = dead;
  return made;
}

Event meeting(std::vector<EventActor> actors, std::string sentence) {
  return told(EventType::consult, "met", std::move(sentence), std::move(actors));
}

TEST(Sides, OtherPersonsAsTargetsAreOtherEvents) {
  EXPECT_EQ(entries(arrest_of("Ono Peri", person("Ono Peri", "person/ono-peri")),
                    arrest_of("Ulm Tavo", person("Ulm Tavo", "person/ulm-tavo"))),
            2U);
}

TEST(Sides, OnePersonsSurnameIsHisFullName) {
  EXPECT_EQ(entries(arrest_of("Ono Peri", person("Ono Peri", "person/ono-peri")),
                    arrest_of("Peri", person("Peri", "person/peri"))),
            1U);
}

TEST(Sides, TwoPersonsOfOneSurnameAreOtherEvents) {
  EXPECT_EQ(entries(arrest_of("Ono Peri", person("Ono Peri", "person/ono-peri")),
                    arrest_of("Ulm Peri", person("Ulm Peri", "person/ulm-peri"))),
            2U);
}

TEST(Sides, APersonIsNotAnotherDescribedOne) {
  EXPECT_EQ(entries(arrest_of("Ono Peri", person("Ono Peri", "person/ono-peri")),
                    arrest_of("a banker", actor("banker", ActorRole::target))),
            2U);
}

TEST(Sides, APersonIsTheDescribedOneWhomTheOtherSentenceNames) {
  EXPECT_EQ(entries(arrest_of("Ono Peri", person("Ono Peri", "person/ono-peri")),
                    arrest_of("a banker, Ono Peri", actor("banker", ActorRole::target))),
            1U);
  EXPECT_EQ(entries(arrest_of("Ono Peri", person("Ono Peri", "person/ono-peri")),
                    arrest_of("a banker, Ulm Peri", actor("banker", ActorRole::target))),
            2U);
}

TEST(Sides, OfTwoPersonsEachReportMayHaveOneAndNameTheOther) {
  const auto refusal = [](const std::string& sentence, EventActor one) {
    Event made = event(EventType::legal, "refused", fifth, sentence);
    made.mode = "refuse";
    made.actors = {std::move(one)};
    return made;
  };
  const Event by = refusal("Ulm Tavo refused to release the smuggler Ono Peri",
                           person("Ulm Tavo", "person/ulm-tavo", ActorRole::source));
  const Event of = refusal("The warden refused to release the smuggler Ono Peri",
                           person("Ono Peri", "person/ono-peri"));
  EXPECT_EQ(entries(by, of), 1U);
  const Event another = refusal("The warden refused to release the smuggler Eda Lun",
                                person("Eda Lun", "person/eda-lun"));
  EXPECT_EQ(entries(by, another), 2U);
}

TEST(Sides, WhoKilledIsNotWhoWasKilled) {
  const auto killing = [](const std::string& by, const std::string& by_kind, const std::string& of,
                          const std::string& of_kind_of) {
    return told(EventType::assault, "killed", by + " killed 4 " + of + " in Port Alba on Thursday",
                {of_kind(by, ActorRole::source, by_kind),
                 of_kind("4 " + of, ActorRole::target, of_kind_of)});
  };
  EXPECT_EQ(entries(killing("Rebels", "armed-group", "soldiers", "military"),
                    killing("Troops", "military", "rebels", "armed-group")),
            2U);
  EXPECT_EQ(entries(killing("Rebels", "armed-group", "soldiers", "military"),
                    killing("Insurgents", "armed-group", "troops", "military")),
            1U);
}

TEST(Sides, ATownThatOneLeavesIsTheTownThatAnotherTakes) {
  const auto change = [](const std::string& mode, const std::string& by, const std::string& land) {
    Event made = told(mode == "seize" ? EventType::assault : EventType::retreat, mode,
                      by + (mode == "seize" ? " took Port Alba" : " gave up Port Alba"),
                      {actor(by, ActorRole::source, "organization/" + land, land)});
    return made;
  };
  EXPECT_EQ(entries(change("withdraw", "Norland", "NN"), change("seize", "Sudland", "SS")), 1U);
  EXPECT_EQ(entries(change("withdraw", "Norland", "NN"), change("seize", "Norland", "NN")), 2U);
  Event later = change("seize", "Sudland", "SS");
  later.date.date = {no_day, fifth.first + 60, Precision::before};
  EXPECT_EQ(entries(change("withdraw", "Norland", "NN"), later), 2U) << "left more than once";
}

TEST(Sides, AsManySoldiersAreNotAsManyVillagers) {
  const auto killing = [](const std::string& of, const std::string& kind, const std::string& end) {
    Event made = told(EventType::assault, "killed", "Rebels killed 12 " + of + end,
                      {of_kind("Rebels", ActorRole::source, "armed-group"),
                       of_kind("12 " + of, ActorRole::target, kind)});
    made.toll = {12, -1, -1, -1, "killed 12"};
    return made;
  };
  const Event soldiers = killing("soldiers", "military", " at dawn");
  EXPECT_EQ(entries(soldiers, killing("villagers", "civilian", " near wells")), 2U);
  EXPECT_EQ(entries(soldiers, killing("troops", "military", " near wells")), 1U);
}

TEST(Sides, TwoWhoAreOfOneTownAreNotOne) {
  const auto killing = [](const std::string& of) {
    Event made = told(EventType::assault, "killed", "A Norland " + of + " was killed by a bomb",
                      {actor("Norland " + of, ActorRole::target, "", "NN")});
    made.places.push_back(city("Norland", "NN"));
    return made;
  };
  EXPECT_EQ(entries(killing("judge"), killing("singer")), 2U);
  EXPECT_EQ(entries(killing("judge"), killing("judge")), 1U);
}

TEST(Sides, OtherTargetsAreOtherEventsUnlessAsManyDied) {
  EXPECT_EQ(entries(bombing_of("hospital", 9), bombing_of("school", 30)), 2U);
  EXPECT_EQ(entries(bombing_of("hospital", -1), bombing_of("school", -1)), 2U);
  EXPECT_EQ(entries(bombing_of("hospital", 9), bombing_of("clinic", 9)), 1U);
}

TEST(Sides, AHeadlineWordsTheTargetOfItsArticleInItsOwnWay) {
  Event headline = bombing_of("hospital", -1), body = bombing_of("clinic", -1);
  headline.evidence[0].zone = Zone::title;
  body.evidence[0].span = {200, 270};
  EXPECT_EQ(merged({article("a", "2024-12-06", {headline, body})}).events.size(), 1U);
  EXPECT_EQ(entries(headline, body), 2U);
}

TEST(Sides, MinistersOfOtherCountriesAreMetApart) {
  const auto with = [](const std::string& adjective, const std::string& country) {
    return meeting({actor("president", ActorRole::source),
                    actor(adjective + " minister", ActorRole::target, "", country)},
                   "The president met the " + adjective + " minister in Port Alba on Thursday");
  };
  EXPECT_EQ(entries(with("Alban", "ZZ"), with("Boran", "YY")), 2U);
  EXPECT_EQ(entries(with("Alban", "ZZ"), with("northern", "ZZ")), 1U);
}

TEST(Sides, TalksAreKnownByAllWhoTakePartInAnyOrder) {
  const auto land = [](const std::string& name, ActorRole role, const std::string& code) {
    EventActor made = actor(name, role, "place/" + code, code);
    made.type = "place";
    made.kind = "country";
    return made;
  };
  using enum ActorRole;
  const Event one = meeting({land("Alba", source, "ZZ"), land("Bora", target, "YY")},
                            "Alba met Bora for talks about fish in Port Alba");
  const Event other = meeting({land("Cara", source, "XX"), land("Bora", target, "YY")},
                              "Cara met Bora for talks about fish in Port Alba");
  const Event turned = meeting({land("Bora", source, "YY"), land("Alba", target, "ZZ")},
                               "Bora met Alba for talks about fish in Port Alba");
  EXPECT_EQ(entries(one, other), 2U);
  EXPECT_EQ(entries(one, turned), 1U);
}

TEST(Sides, TalksOfOnePersonWithTwoOthersAreTwo) {
  const auto with = [](const std::string& name, const std::string& id) {
    return meeting({person("Ono Peri", "person/ono-peri", ActorRole::source), person(name, id)},
                   "President Ono Peri met " + name + " in Port Alba on Thursday");
  };
  EXPECT_EQ(entries(with("Ulm Tavo", "person/ulm-tavo"), with("Eda Lun", "person/eda-lun")), 2U);
  EXPECT_EQ(entries(with("Ulm Tavo", "person/ulm-tavo"), with("Tavo", "person/tavo")), 1U);
}

}  // namespace
}  // namespace dateline
