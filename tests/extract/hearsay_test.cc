// What nobody vouches for, or what is denied elsewhere in the sentence, is no fact.
#include <gtest/gtest.h>

#include "harness.h"

namespace dateline::extract {
namespace {

TEST(Hearsay, AnAdverbLeavesItToOthers) {
  EXPECT_EQ(told("The baker allegedly killed a priest on Sunday.", EventType::assault),
            "baker > priest | claimed");
  EXPECT_EQ(told("A church was bombed, reportedly by rebels.", EventType::assault),
            "rebels > church | claimed");
  EXPECT_EQ(told("Apparently, the army shelled a village.", EventType::assault),
            "army > village | claimed");
}

TEST(Hearsay, TheAdverbIsOfItsOwnVerbOnly) {
  const std::string_view text = "Police arrested a baker for allegedly torturing a monk.";
  EXPECT_EQ(told(text, EventType::coerce), "Police > baker | asserted");
}

TEST(Hearsay, WhoSaysItVouchesForIt) {
  EXPECT_EQ(told("The army had reportedly shelled a village, the mayor said.", EventType::assault),
            "army > village | reported");
}

TEST(Hearsay, WhatIsBelievedToHaveBeenDoneIsClaimed) {
  for (const char* const text : {"The baker is thought to have killed a priest.",
                                 "The baker was said by neighbours to have killed a priest.",
                                 "It is believed that the baker killed a priest.",
                                 "The jury was told that the baker killed a priest.",
                                 "The court heard how the baker killed a priest."})
    EXPECT_EQ(told(text, EventType::assault), "baker > priest | claimed") << text;
}

TEST(Hearsay, WhatOneWasToldToDoIsNoClaim) {
  EXPECT_EQ(told("The envoy was told to leave the country on Monday.", EventType::retreat),
            "nothing");
}

TEST(Hearsay, WhatATrialIsForIsClaimed) {
  for (const char* const text :
       {"Two men are on trial for killing a priest.", "Two men were tried for killing a priest.",
        "Two men are under investigation on Monday for killing a priest.",
        "Two men, wanted for killing a priest, fled on Monday."})
    EXPECT_EQ(told(text, EventType::assault), "Two men > priest | claimed") << text;
}

TEST(Hearsay, WhoStandsTrialIsCharged) {
  EXPECT_EQ(told("Two men went on trial for the murder of a priest.", EventType::accuse),
            " > Two men | asserted");
}

TEST(Hearsay, WhoIsAcquittedDidNothing) {
  for (const char* const text : {"A court acquitted Olga Brandt of the murder of her husband.",
                                 "Olga Brandt was cleared of the murder of her husband.",
                                 "Olga Brandt was found not guilty of the murder of her husband.",
                                 "A judge exonerated Olga Brandt of murdering her husband."})
    EXPECT_EQ(told(text, EventType::assault), "nothing") << text;
  EXPECT_EQ(told("The jury found Olga Brandt not guilty.", EventType::accuse),
            "jury > Olga Brandt | negated");
}

TEST(Hearsay, DenialsReachTheReportThatTheyDeny) {
  for (const char* const text :
       {"Rumours that rebels captured the port were denied by the governor.",
        "The governor said reports that rebels had captured the port were untrue.",
        "The governor dismissed as nonsense claims that rebels had captured the port.",
        "The governor does not believe that rebels captured the port."})
    EXPECT_EQ(told(text, EventType::assault), "rebels > port | denied") << text;
}

TEST(Hearsay, WhatNobodyConfirmsIsClaimed) {
  const Event event =
      event_in("Neither side confirmed that rebels had captured the port.", EventType::assault);
  EXPECT_EQ(event.modality, Modality::claimed);
  EXPECT_TRUE(event.attribution.empty());
}

TEST(Hearsay, ADenialInsideARelativeClauseEndsThere) {
  EXPECT_EQ(
      told("Olga Brandt, who denies killing a priest, was jailed for life.", EventType::coerce),
      " > Olga Brandt | asserted");
  EXPECT_EQ(
      told("The army, which denied that its men had fled, shelled the port.", EventType::assault),
      "army > port | asserted");
}

TEST(Hearsay, WhatIsNeitherConfirmedNorDeniedIsClaimed) {
  EXPECT_EQ(told("The council neither confirmed nor denied that the army had shelled a school.",
                 EventType::assault),
            "army > school | claimed");
  EXPECT_EQ(told("The council neither confirmed nor denied that the army had shelled a school.",
                 EventType::reject),
            "council > army | negated");
}

TEST(Hearsay, NeitherOfTwoDidIt) {
  EXPECT_EQ(told("Neither the army nor the rebels shelled the school.", EventType::assault),
            "army, rebels > school | negated");
  EXPECT_EQ(
      event_in("The school was shelled by neither the army nor the rebels.", EventType::assault)
          .modality,
      Modality::negated);
}

TEST(Hearsay, ChargesThatAreDeniedInAPleaAreDenied) {
  EXPECT_EQ(told("Olga Brandt pleaded not guilty to charges that she had killed a priest.",
                 EventType::assault),
            "Olga Brandt > priest | denied");
}

TEST(Hearsay, AnUltimatumIsADemand) {
  for (const char* const text : {"The army gave rebels until Sunday to leave the port.",
                                 "The army gave rebels 48 hours to leave the port."}) {
    EXPECT_EQ(told(text, EventType::request), "army > rebels | asserted") << text;
    EXPECT_EQ(told(text, EventType::retreat), "nothing") << text;
  }
}

TEST(Hearsay, WhoCouldHaveStoppedAMassacreKilledNobody) {
  EXPECT_EQ(told("The council could have stopped the massacre.", EventType::assault), "nothing");
}

TEST(Hearsay, APastBehindWhatIsVowedIsOfWhoVowedIt) {
  EXPECT_EQ(told("The mayor vowed that looters would be jailed and resigned her office.",
                 EventType::concede)
                .substr(0, 5),
            "mayor");
}

TEST(Hearsay, TheNameOfTheDeadIsNoOffice) {
  for (const char* const text :
       {"Police named the gunman as Olga Brandt.", "The victim was named as Olga Brandt.",
        "A baker was shot by a man named Anton Kerr."})
    EXPECT_EQ(told(text, EventType::appoint), "nothing") << text;
  EXPECT_EQ(told("The king named Olga Brandt as premier.", EventType::appoint),
            "king > Olga Brandt | asserted");
}

TEST(Hearsay, FirstSaidIsAVerb) {
  EXPECT_EQ(told("State radio first said 40 had died in the valley.", EventType::die).substr(0, 5),
            " > 40");
}

TEST(Hearsay, WhatIsBlamedOnSomeoneAccusesHim) {
  EXPECT_EQ(told("The shelling of a school was blamed on rebels.", EventType::accuse),
            " > rebels | asserted");
  EXPECT_EQ(told("The mayor blamed the fire on rebels.", EventType::accuse),
            "mayor > rebels | asserted");
}

TEST(Hearsay, WhoKilledThemIsJailedNotThey) {
  const Event event =
      event_in("The killers of two nurses were arrested on Monday.", EventType::coerce);
  EXPECT_EQ(actors(event, ActorRole::target), "killers of two nurses");
  EXPECT_LT(event.toll.detained, 0);
  EXPECT_EQ(told("The rapist of a nurse was jailed.", EventType::coerce),
            " > rapist of a nurse | asserted");
}

TEST(Hearsay, AVerbBehindARelativeWordIsNoNoun) {
  EXPECT_EQ(told("Allegations that the guards beat a student were rejected by the governor.",
                 EventType::assault),
            "guards > student | denied");
}

TEST(Hearsay, WhatRebelsClaimWithoutThatIsClaimed) {
  EXPECT_EQ(told("Rebels claim the army killed 30 farmers.", EventType::assault),
            "army > 30 farmers | claimed");
}

TEST(Hearsay, ChargesAgainstSomeoneAreOfWhatHeDidNotSurelyDo) {
  EXPECT_EQ(event_in("The charges against Anton Kerr of murdering a nun were dropped on Monday.",
                     EventType::assault)
                .modality,
            Modality::claimed);
}

}  // namespace
}  // namespace dateline::extract
