// Which type a deed is: a strike at work or an attack, an accident or a killing.
#include <gtest/gtest.h>

#include "harness.h"

namespace dateline::extract {
namespace {

TEST(Types, GoingOnStrikeIsNoAttackOnThePlace) {
  const Extraction found = harness().run("Bakers went on strike in Peru on Monday.");
  EXPECT_TRUE(tells(found, EventType::protest));
  EXPECT_FALSE(tells(found, EventType::assault));
}

TEST(Types, StrikeIsOneOfWorkersWhereAnEarlierSentenceTellsOfThem) {
  const Extraction found =
      harness().run("The dockers' union said wages were low. The last strike was in May 2018.");
  EXPECT_TRUE(tells(found, EventType::protest));
  EXPECT_FALSE(tells(found, EventType::assault));
}

TEST(Types, StrikeIsAnAttackWhereArmsAreNamed) {
  const Extraction found =
      harness().run("The workers heard drones. A missile strike hit the camp on Monday.");
  EXPECT_TRUE(tells(found, EventType::assault));
  EXPECT_FALSE(tells(found, EventType::protest));
}

TEST(Types, StructuresAndStormsKillByDisaster) {
  for (const char* text : {"A dam failed on Monday and killed two people.",
                           "Cyclone Alma killed ninety people on Monday.",
                           "The Alma Nova sank on Monday, killing nine people.",
                           "Two watchmen were killed on Monday when the roof collapsed."}) {
    const Extraction found = harness().run(text);
    EXPECT_TRUE(tells(found, EventType::disaster)) << text;
    EXPECT_FALSE(tells(found, EventType::assault)) << text;
  }
}

TEST(Types, ABombThatExplodesIsNoAccident) {
  for (const char* text : {"A car bomb exploded in Kano on Monday, killing three people.",
                           "A bomb exploded in Kano on Monday and killed three people."}) {
    const Extraction found = harness().run(text);
    EXPECT_TRUE(tells(found, EventType::assault)) << text;
    EXPECT_FALSE(tells(found, EventType::disaster)) << text;
  }
}

TEST(Types, GunmenStillKillByAssault) {
  const Extraction found = harness().run("Gunmen sank a boat on Monday, killing nine people.");
  EXPECT_TRUE(tells(found, EventType::assault));
  EXPECT_FALSE(tells(found, EventType::disaster));
}

TEST(Types, TheInjuredAreThoseOfTheHarmToldBefore) {
  const Extraction crash =
      harness().run("A train derailed on Monday. Nine people were injured on Monday.");
  EXPECT_FALSE(tells(crash, EventType::assault));
  const Extraction raid =
      harness().run("Gunmen attacked a post on Monday. Nine people were injured on Monday.");
  EXPECT_FALSE(tells(raid, EventType::disaster));
}

TEST(Types, DeathsInProtestsAreNoAccidentAfterOne) {
  const Extraction found =
      harness().run("A train derailed on Monday. Nine people were killed on Monday in protests.");
  EXPECT_TRUE(tells(found, EventType::assault));
}

TEST(Types, DeniedChargesAreRejected) {
  const Extraction found = harness().run("Anna Kerr denied the charges on Monday.");
  EXPECT_TRUE(tells(found, EventType::reject));
  EXPECT_FALSE(tells(found, EventType::accuse));
}

TEST(Types, DeathsOfAnAccidentAreADisasterOnItsDay) {
  for (const char* text : {"Ten people were killed when a bus plunged into a river on Monday.",
                           "Thirty people died when a boat capsized off the coast on Monday.",
                           "Six soldiers were killed as a helicopter crashed on Monday."}) {
    const Event event = event_in(text, EventType::disaster);
    EXPECT_EQ(event.date.date, single_day(*parse_day("2019-05-13"))) << text;
  }
}

TEST(Types, DeathsByArmsAreNoDisaster) {
  for (const char* text : {"Ten people were killed when gunmen attacked a bus on Monday.",
                           "Four people died when a bomb exploded on a bus on Monday."})
    EXPECT_FALSE(tells(text, EventType::disaster)) << text;
}

TEST(Types, WhatSomeoneIsAccusedOfIsNotAsserted) {
  EXPECT_FALSE(tells("Norland accused Islandia of genocide on Monday.", EventType::assault));
  const Event event =
      event_in("A soldier was charged with the murder of a priest on Monday.", EventType::assault);
  EXPECT_EQ(event.modality, Modality::claimed);
  EXPECT_EQ(actors(event, ActorRole::source), "soldier");
}

TEST(Types, FlightThatEndsARobberyIsNoRetreat) {
  const Extraction found = harness().run("Two men robbed a bank in Talmora on Monday and fled.");
  EXPECT_FALSE(tells(found, EventType::retreat));
  EXPECT_TRUE(tells(found, EventType::crime));
}

TEST(Types, ASentenceToDeathIsNoDeath) {
  EXPECT_FALSE(tells("A court sentenced a man to death on Monday.", EventType::die));
}

TEST(Types, AnObituaryTellsADeath) {
  const Event event = event_in("John Hale, who has died aged 91, ran a farm.", EventType::die);
  EXPECT_EQ(actors(event, ActorRole::target), "John Hale");
}

TEST(Types, TheTargetIsWhomTheThingWasUsedAgainst) {
  EXPECT_EQ(
      actors(event_in("Police used tear gas against protesters in Talmora.", EventType::assault),
             ActorRole::target),
      "protesters");
  const Event raised = event_in("Norland raised its alert level from two.", EventType::mobilize);
  EXPECT_FALSE(raised.id.empty());
  EXPECT_EQ(actors(raised, ActorRole::target), "");
}

TEST(Types, AJoinedClauseIsNoTarget) {
  EXPECT_EQ(actors(event_in("Rebels attacked from the north and Colonel Arn fled to Talmora.",
                            EventType::assault),
                   ActorRole::target),
            "");
}

TEST(Types, ACeasefireThatNobodyAgreedOnIsNone) {
  EXPECT_FALSE(tells("Envoys failed on Monday to agree on a ceasefire.", EventType::retreat));
}

TEST(Types, GunfireIsNoDisaster) {
  EXPECT_FALSE(tells("Police fire killed two students.", EventType::disaster));
  EXPECT_FALSE(tells("Nine nuns were wounded by Norwegian fire.", EventType::disaster));
  EXPECT_TRUE(tells("A hotel fire killed nine nuns.", EventType::disaster));
}

TEST(Types, TermsForACeasefireAreNone) {
  EXPECT_FALSE(tells("The premier rejected the rebels' terms for a ceasefire on Monday.",
                     EventType::retreat));
}

TEST(Types, ArmsThatAreGivenAreNoTarget) {
  const Event event = event_in("Norland donated six fighter jets to the rebels.", EventType::aid);
  EXPECT_EQ(actors(event, ActorRole::target), "rebels");
}

TEST(Types, AStrikeAtACopperMineIsAProtest) {
  EXPECT_TRUE(tells("Workers at a copper mine began a strike on Monday to demand higher pay.",
                    EventType::protest));
}

TEST(Types, WhatAQuakeATrainOrGasDidIsADisaster) {
  for (const char* text :
       {"Nine nuns were killed after an earthquake struck Talmora on Monday.",
        "Nine nuns were killed when a train hit their bus.", "A gas explosion killed nine nuns.",
        "A blast at a coal mine killed nine men.",
        "A gas cylinder exploded in a hotel, killing nine nuns."}) {
    EXPECT_TRUE(tells(text, EventType::disaster)) << text;
    EXPECT_FALSE(tells(text, EventType::assault)) << text;
  }
}

TEST(Types, BlastsByArmsStayAttacks) {
  for (const char* text : {"An explosion killed six policemen at a checkpoint.",
                           "Nine nuns were killed when a missile hit a bus.",
                           "Nine nuns were killed when rebels hit a bus.",
                           "A bomb at a gas station killed nine nuns."}) {
    EXPECT_TRUE(tells(text, EventType::assault)) << text;
    EXPECT_FALSE(tells(text, EventType::disaster)) << text;
  }
}

TEST(Types, ATruceThatCollapsedIsNone) {
  EXPECT_FALSE(
      tells("A truce between Norland and Talmora collapsed on Monday.", EventType::retreat));
  EXPECT_FALSE(tells("A truce between Norland and Talmora ended on Monday.", EventType::retreat));
}

TEST(Types, WhatWasCalledOffOrThwartedWasNotDone) {
  EXPECT_FALSE(
      tells("A meeting of the two ministers was called off on Monday.", EventType::consult));
  EXPECT_FALSE(tells("The premier called off a meeting with the rebels.", EventType::consult));
  EXPECT_FALSE(tells("A cyber attack on the bank was thwarted on Monday.", EventType::assault));
}

TEST(Types, HelicoptersThatWillBeSentAreNoThreat) {
  EXPECT_TRUE(tells("Norland will send two helicopters to Talmora.", EventType::agree));
  EXPECT_TRUE(tells("Norland will send troops to Talmora.", EventType::threaten));
}

TEST(Types, BreakingIntoComputersIsACrime) {
  EXPECT_EQ(event_in("Hackers broke into the network of a bank.", EventType::crime).mode, "cyber");
  EXPECT_FALSE(tells("A ransomware attack on a bank disrupted payments.", EventType::assault));
}

TEST(Types, MoneyIsPledgedToWhomItIsFor) {
  EXPECT_EQ(
      actors(event_in("Norland pledged $2bn for Talmora.", EventType::agree), ActorRole::target),
      "Talmora");
}

TEST(Types, AReshuffleAppointsAndAnExtraditionCoerces) {
  EXPECT_TRUE(tells("The president reshuffled his cabinet on Monday.", EventType::appoint));
  EXPECT_TRUE(tells("Norland extradited a banker to Talmora.", EventType::coerce));
}

TEST(Types, StrikesOfWorkersThatLieAheadAreProtestsAndNoThreats) {
  const Event event = event_in("Nurses will strike on Friday.", EventType::protest);
  EXPECT_EQ(event.modality, Modality::planned);
  EXPECT_EQ(event.mode, "strike");
  EXPECT_FALSE(tells("The union called a warning strike on Monday.", EventType::assault));
}

TEST(Types, WhoKilledNobodyKilledNot) {
  EXPECT_EQ(event_in("The rebels killed no one in Talmora.", EventType::assault).modality,
            Modality::negated);
  EXPECT_EQ(event_in("The rebels killed no fewer than nine nuns.", EventType::assault).modality,
            Modality::asserted);
}

TEST(Types, FireFromRebelsIsAnAttackAndFireFromUnionsIsNone) {
  for (const char* text : {"A convoy came under fire near Kano on Monday.",
                           "The hospital came under attack from rebels on Monday.",
                           "Shells landed on a school in Kano on Monday."}) {
    EXPECT_TRUE(tells(harness().run(text), EventType::assault)) << text;
  }
  for (const char* text : {"The minister came under fire from the unions on Monday.",
                           "Peru came under fire for its visa rules on Monday."}) {
    const Extraction found = harness().run(text);
    EXPECT_TRUE(tells(found, EventType::accuse)) << text;
    EXPECT_FALSE(tells(found, EventType::assault)) << text;
  }
}

TEST(Types, MarketsAreBombedButDoNotAttack) {
  EXPECT_TRUE(tells(harness().run("The army bombed a market on Sunday."), EventType::assault));
  EXPECT_FALSE(tells(harness().run("Markets attacked the peso on Sunday."), EventType::assault));
}

TEST(Types, WhatIsInForceDecidesTheType) {
  EXPECT_TRUE(tells(harness().run("A ceasefire came into force on Monday."), EventType::retreat));
  EXPECT_TRUE(tells(harness().run("A curfew took effect on Monday."), EventType::coerce));
  EXPECT_TRUE(tells(harness().run("The law came into force on Monday."), EventType::legal));
}

TEST(Types, AVoteToStrikeLiesAhead) {
  EXPECT_EQ(told("Nurses voted to strike on Monday.", EventType::protest), "Nurses >  | planned");
}

TEST(Types, ADepotMayBeShelledByNobodyKnown) {
  EXPECT_TRUE(tells(harness().run("A depot was shelled on Monday."), EventType::assault));
  EXPECT_FALSE(tells(harness().run("The goal was bombarded by the strikers in the second half."),
                     EventType::assault));
}

TEST(Types, ABusThatPassesABombKillsNobody) {
  const Extraction found =
      harness().run("A roadside bomb went off on Monday as a minibus passed, killing four people.");
  EXPECT_TRUE(tells(found, EventType::assault));
  EXPECT_FALSE(tells(found, EventType::disaster));
}

TEST(Types, WhatIsGivenToOneIsNoDeedOfHis) {
  EXPECT_EQ(told("The trafficker was given a life sentence by a court.", EventType::coerce),
            "court > trafficker | asserted");
  EXPECT_EQ(told("The Peruvian baker was granted asylum by Norway.", EventType::aid),
            "Norway > Peruvian baker | asserted");
}

TEST(Types, ProtestersProtestAlsoWhereTheyCountAsArmed) {
  EXPECT_TRUE(tells("Protesters burned a flag on Monday.", EventType::protest));
  EXPECT_FALSE(tells("Rebels began strikes on the camp on Monday.", EventType::protest));
}

TEST(Types, AFactoryBlowsUpByItself) {
  const Extraction found = harness().run("A fireworks factory blew up on Monday.");
  EXPECT_TRUE(tells(found, EventType::disaster));
  EXPECT_FALSE(tells(found, EventType::assault));
}

TEST(Types, VotingIsNoVictory) {
  const Event event = event_in("Voting began in Peru on Monday.", EventType::elect);
  EXPECT_EQ(event.mode, "vote");
}

TEST(Types, NamingIsNoOfficeWithoutOne) {
  for (const char* text : {"Two men were named as suspects on Monday.",
                           "A second man, who cannot be named, was arrested on Monday.",
                           "Police named the victim on Monday."}) {
    EXPECT_FALSE(tells(text, EventType::appoint)) << text;
  }
  EXPECT_TRUE(tells("The king named a banker as premier on Monday.", EventType::appoint));
  EXPECT_TRUE(tells("The king named her finance minister on Monday.", EventType::appoint));
}

TEST(Types, WhoIsSackedIsNotAppointed) {
  EXPECT_EQ(event_in("The board fired its chief on Monday.", EventType::appoint).mode, "dismiss");
  EXPECT_EQ(event_in("The bank's chairman was ousted on Monday.", EventType::appoint).mode,
            "dismiss");
}

TEST(Types, ARocketWithASatelliteIsNoWeapon) {
  EXPECT_TRUE(
      tells("A rocket with a satellite exploded after launch on Monday.", EventType::disaster));
  EXPECT_TRUE(tells("A rocket exploded near the camp on Monday.", EventType::assault));
}

TEST(Types, WhoIsShotMayLive) {
  EXPECT_EQ(event_in("A priest was shot on Monday.", EventType::assault).mode, "strike");
  EXPECT_EQ(event_in("A priest was shot dead on Monday.", EventType::assault).mode, "kill");
  EXPECT_EQ(event_in("A sniper fatally shot a priest.", EventType::assault).mode, "kill");
}

TEST(Types, APleaOfNotGuiltyIsOne) {
  EXPECT_EQ(told("The baker pleaded not guilty on Monday.", EventType::legal),
            "baker >  | asserted");
}

TEST(Types, AStormWithANameHitsAPlaceWithOne) {
  const Extraction found = harness().run("Hurricane Olga hit Belize on Monday.");
  EXPECT_TRUE(tells(found, EventType::disaster));
  EXPECT_FALSE(tells(found, EventType::assault));
}

TEST(Types, WhatIsBlownUpDidNotBlowUpByItself) {
  EXPECT_TRUE(tells("A school was blown up in Kano on Monday.", EventType::assault));
  EXPECT_FALSE(tells("A school was blown up in Kano on Monday.", EventType::disaster));
}

TEST(Types, WhoFightsAFireDidNotLightIt) {
  EXPECT_EQ(told("Fifty firefighters battled a blaze in Kano on Monday.", EventType::disaster),
            " > Kano | asserted");
}

TEST(Types, WhatIsWarnedOfHasNotCome) {
  EXPECT_FALSE(tells("The minister warned of a long war on Monday.", EventType::assault));
}

}  // namespace
}  // namespace dateline::extract
