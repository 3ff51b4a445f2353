// Who did it, and to whom.
#include <gtest/gtest.h>

#include "harness.h"

namespace dateline::extract {
namespace {

TEST(Roles, SubjectIsSourceAndObjectIsTarget) {
  const Event event = event_in("Gunmen attacked a police post near the river.", EventType::assault);
  EXPECT_EQ(actors(event, ActorRole::source), "Gunmen");
  EXPECT_EQ(actors(event, ActorRole::target), "police post");
}

TEST(Roles, TimesAndTheSubjectItselfAreNoActors) {
  const Event weeks = event_in("Weeks of fighting displaced nine families.", EventType::coerce);
  EXPECT_EQ(actors(weeks, ActorRole::source), "");
  const Event state =
      event_in("Albania declared a state of emergency on Monday.", EventType::coerce);
  EXPECT_EQ(actors(state, ActorRole::target), "");
}

TEST(Roles, ANameBesideARoleIsWhoItIs) {
  const Event event =
      event_in("His lawyer, Marco Testa, denied the charges on Monday.", EventType::reject);
  EXPECT_EQ(actors(event, ActorRole::source), "Marco Testa");
}

TEST(Roles, ANameBesideARoleOfAPlaceIsWhoItIs) {
  const Extraction found =
      harness().run("Norway expelled the mayor of Oslo, John Hill, on Monday.");
  EXPECT_EQ(actors(event_of(found, EventType::sanction), ActorRole::target), "John Hill");
}

TEST(Roles, ANameIsSurerThanAPronounThatSeemsToMeanIt) {
  const Extraction found =
      harness().run("Anna Kerr left the house. She accused Kerr of fraud on Monday.");
  const Event event = event_of(found, EventType::accuse);
  EXPECT_EQ(actors(event, ActorRole::source), "");
  EXPECT_EQ(actors(event, ActorRole::target), "Anna Kerr");
}

TEST(Roles, ParticipleBehindANameIsAboutIt) {
  const Event event =
      event_in("Police arrested Gallini, elected in 2015, on Monday.", EventType::elect);
  EXPECT_EQ(actors(event, ActorRole::target), "Gallini");
}

TEST(Roles, PlacesBehindAnObjectAreNoTarget) {
  const Event event =
      event_in("Police arrested former finance minister Sani Musa in Abuja.", EventType::coerce);
  EXPECT_EQ(actors(event, ActorRole::source), "Police");
}

TEST(Roles, PassiveTurnsThemRound) {
  const Event event = event_in("Two envoys were expelled by the junta.", EventType::sanction);
  EXPECT_EQ(actors(event, ActorRole::source), "junta");
  EXPECT_EQ(actors(event, ActorRole::target), "Two envoys");
}

TEST(Roles, LightVerbTakesTheTargetFromThePreposition) {
  const Event event = event_in("The militia launched an attack on the convoy.", EventType::assault);
  EXPECT_EQ(actors(event, ActorRole::target), "convoy");
  EXPECT_EQ(event.trigger, "launched an attack");
}

TEST(Roles, RelativeClauseTakesItsAntecedent) {
  const Options all{false, true};
  const Extraction found =
      harness().run("The rebels who captured the bridge left it at dawn.", all);
  const Event event = event_of(found, EventType::assault);
  EXPECT_EQ(actors(event, ActorRole::source), "rebels");
}

TEST(Roles, ParticipialClauseTakesTheSubjectOfItsMainClause) {
  const Extraction found = harness().run("Troops stormed the camp, arresting nine men.");
  EXPECT_EQ(actors(event_of(found, EventType::coerce), ActorRole::source), "Troops");
}

TEST(Roles, CoordinatedVerbKeepsTheSubject) {
  const Extraction found =
      harness().run("The premier praised the nurses and condemned the strikers.");
  EXPECT_EQ(actors(event_of(found, EventType::accuse), ActorRole::source), "premier");
}

TEST(Roles, JointSubjectOfAMeetingIsSplit) {
  const Event event =
      event_in("The mayor and the governor met at the harbour.", EventType::consult);
  EXPECT_EQ(actors(event, ActorRole::source), "mayor");
  EXPECT_EQ(actors(event, ActorRole::target), "governor");
}

TEST(Roles, CoordinatedObjectsAreAllTargets) {
  const Event event =
      event_in("Police arrested two reporters, a pilot and a nurse.", EventType::coerce);
  EXPECT_EQ(actors(event, ActorRole::target), "two reporters, pilot, nurse");
}

TEST(Roles, OwnThingsAreNoTargetWhereAPrepositionNamesOne) {
  const Event event =
      event_in("The kingdom withdrew its troops from the valley.", EventType::retreat);
  EXPECT_EQ(actors(event, ActorRole::target), "valley");
}

TEST(Roles, ApproximateNumbersBelongToTheObject) {
  const Event event = event_in("The blast killed at least 14 soldiers.", EventType::assault);
  EXPECT_EQ(actors(event, ActorRole::target), "14 soldiers");
}

TEST(Roles, UnknownActorsAreKeptAsText) {
  const Event event = event_in("Masked farmhands abducted a beekeeper.", EventType::assault);
  EXPECT_EQ(actors(event, ActorRole::source), "Masked farmhands");
  EXPECT_EQ(actors(event, ActorRole::target), "beekeeper");
}

TEST(Roles, PronounMeansTheLastPerson) {
  const Extraction found =
      harness().run("Foreign Minister Anna Kerr arrived on Monday. She condemned the raid.");
  EXPECT_EQ(actors(event_of(found, EventType::accuse), ActorRole::source), "Anna Kerr");
}

TEST(Roles, TheTriggerEndsBeforeTheObjectInsideAPhrase) {
  EXPECT_EQ(event_in("Soldiers forced the farmers to leave.", EventType::coerce).trigger, "forced");
}

TEST(Roles, APhraseGoesOnBehindAClauseAboutItsObject) {
  const Event event =
      event_in("The ministry ordered the newspaper, which had mocked the duke, to close.",
               EventType::coerce);
  EXPECT_EQ(actors(event, ActorRole::source), "ministry");
  EXPECT_EQ(actors(event, ActorRole::target), "newspaper");
}

TEST(Roles, AVerbBehindAPrepositionTakesTheNearestPhrase) {
  const std::string_view text =
      "The ministry opened an inquiry into the bank over the way judges are chosen.";
  EXPECT_EQ(actors(event_in(text, EventType::accuse), ActorRole::target), "bank");
}

TEST(Roles, WhoIsNamedBehindAThingIsTheTarget) {
  const Event event =
      event_in("The mayor demanded an explanation from the minister.", EventType::request);
  EXPECT_EQ(actors(event, ActorRole::target), "minister");
}

TEST(Roles, JointSubjectsAreTwoSidesWhateverTheyFailToAgreeOn) {
  const Event event =
      event_in("Norway and Sweden failed to reach agreement on a pipeline.", EventType::reject);
  EXPECT_EQ(actors(event, ActorRole::source), "Norway");
  EXPECT_EQ(actors(event, ActorRole::target), "Sweden");
}

TEST(Roles, WhatItSaysItDidIsItsDeed) {
  const Event event = event_in("The navy says it has seized the port.", EventType::assault);
  EXPECT_EQ(actors(event, ActorRole::source), "navy");
}

TEST(Roles, WhatIsHitDoesNotKill) {
  for (const char* text : {"The shelling of a school killed nine pupils.",
                           "The bombing of a hotel in Oslo killed nine pupils."}) {
    const std::string source = actors(event_in(text, EventType::assault), ActorRole::source);
    EXPECT_TRUE(source == "shelling" || source == "bombing") << source;
  }
}

TEST(Roles, WhoIsNamedByNotDidNothing) {
  const Event event =
      event_in("The navy said Norway, not its own marines, bombed the port.", EventType::assault);
  EXPECT_EQ(actors(event, ActorRole::source), "Norway");
  EXPECT_EQ(event.modality, Modality::reported);
}

TEST(Roles, WhatAnAttackHitIsNotWhoKilledInTheClauseBehindIt) {
  const Event event = event_in("The mayor condemned the attack on a church that killed nine nuns.",
                               EventType::assault, with_background);
  EXPECT_NE(actors(event, ActorRole::source), "church");
}

TEST(Roles, ItIsNoneOfThePeopleBeforeIt) {
  const Event event =
      event_in("Relatives laid wreaths at the church after it was bombed.", EventType::assault);
  EXPECT_EQ(actors(event, ActorRole::target), "");
}

TEST(Roles, ARoleStandsForWhomAnEarlierSentenceNamedWithIt) {
  const std::string_view text =
      "Energy Minister Anna Kerr spoke on Monday. The minister condemned the raid.";
  EXPECT_EQ(actors(event_in(text, EventType::accuse), ActorRole::source), "Anna Kerr");
}

TEST(Roles, ARoleStandsForABodyWithThatWordInItsName) {
  const std::string_view text =
      "The Union of Port Workers met on Monday. The union demanded the withdrawal of the bill.";
  EXPECT_EQ(actors(event_in(text, EventType::request), ActorRole::source), "Union of Port Workers");
}

TEST(Roles, AnotherMinisterIsNobodyNamedBefore) {
  const std::string_view text =
      "Energy Minister Anna Kerr spoke on Monday. A minister condemned the raid.";
  EXPECT_EQ(actors(event_in(text, EventType::accuse), ActorRole::source), "minister");
}

TEST(Roles, APronounStandsForTheRoleOfTheSentenceBefore) {
  const std::string_view text =
      "Energy Minister Anna Kerr and Finance Minister Olga Brandt spoke on Monday. The minister "
      "left early. She condemned the raid.";
  EXPECT_EQ(actors(event_in(text, EventType::accuse), ActorRole::source), "Olga Brandt");
}

TEST(Roles, TheVerbBehindAWhoClauseIsOfWhomItDescribes) {
  const auto target = [](std::string_view sentence, EventType type) {
    return actors(event_in(sentence, type), ActorRole::target);
  };
  EXPECT_EQ(target("A driver who tried to stop the robbers was shot dead.", EventType::assault),
            "driver");
  EXPECT_EQ(target("A nurse who blamed the mayor for the delay was arrested.", EventType::coerce),
            "nurse");
  EXPECT_EQ(
      target("Police said a man who tried to rescue the sailors was killed.", EventType::assault),
      "man");
  EXPECT_EQ(target("The man who said the mayor was arrested fled to Norland.", EventType::coerce),
            "mayor");
}

TEST(Roles, AClauseJoinedBehindARelativeClauseHasItsOwnSubject) {
  const Event event = event_in(
      "Rebels freed a clerk who had led the union and soldiers shot two men.", EventType::assault);
  EXPECT_EQ(actors(event, ActorRole::source), "soldiers");
}

TEST(Roles, APassiveThatAndGoesOnHasTheSameTarget) {
  const Extraction found = harness().run("Jon Brandt was convicted of fraud and fined.");
  EXPECT_EQ(actors(event_of(found, EventType::coerce), ActorRole::target), "Jon Brandt");
  EXPECT_EQ(actors(event_of(found, EventType::coerce), ActorRole::source), "");
  const Event charged =
      event_in("The editor was arrested on Sunday and charged with treason.", EventType::coerce);
  EXPECT_EQ(actors(charged, ActorRole::target), "editor");
  const Event bombed = event_in("The rebels were expelled and bombed a port.", EventType::assault);
  EXPECT_EQ(actors(bombed, ActorRole::source), "rebels");
}

TEST(Roles, WhomOneIsHandedOverToIsNoTarget) {
  const Event event = event_in("Portugal extradited a smuggler to Spain.", EventType::coerce);
  EXPECT_EQ(actors(event, ActorRole::target), "smuggler");
  const Event ban = event_in("Portugal banned the sale of arms to Spain.", EventType::coerce);
  EXPECT_EQ(actors(ban, ActorRole::target), "Spain");
}

TEST(Roles, WhatGoesOnBehindAnAsideIsOfTheMainClause) {
  const Event event = event_in("The army freed a clerk, who had led the union, but shot two men.",
                               EventType::assault);
  EXPECT_EQ(actors(event, ActorRole::source), "army");
}

}  // namespace
}  // namespace dateline::extract
