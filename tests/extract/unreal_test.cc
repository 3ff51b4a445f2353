// Deeds that are looked for, played, put off, replaced, disowned or not so after all are no facts.
#include <gtest/gtest.h>

#include "harness.h"

namespace dateline::extract {
namespace {

constexpr EventType assault = EventType::assault, coerce = EventType::coerce;

TEST(Unreal, WhatSomethingIsOfferedOrAskedForIsNotDone) {
  for (const char* const text : {"The mayor offered a reward for the arrest of the king.",
                                 "The accord provides for the arrest of the king.",
                                 "A warrant for the arrest of the king was issued on Monday.",
                                 "The ministry promised $5,000 for the arrest of the king.",
                                 "They offered $50 for information leading to the arrest of him."})
    EXPECT_FALSE(tells(text, coerce)) << text;
  EXPECT_EQ(told("Police paid $5,000 after the arrest of the king on Monday.", coerce),
            " > king | asserted");
}

TEST(Unreal, WhatABillIsToDoIsNotDone) {
  EXPECT_EQ(told("A bill to arrest the rebels was withdrawn on Monday.", coerce),
            " > rebels | conditional");
  EXPECT_EQ(told("The senate approved a resolution to arrest the rebels.", coerce),
            "senate > rebels | asserted");
}

TEST(Unreal, WhatAPlanThreatOrAttemptIsToDoIsNotDone) {
  EXPECT_EQ(told("Guards received threats to kill a priest.", assault), " > priest | conditional");
  EXPECT_EQ(told("Rebels made attempts to kill a priest.", assault), "Rebels > priest | ongoing");
  EXPECT_EQ(told("Rebels announced a plan to kill a priest.", EventType::threaten),
            "Rebels > priest | planned");
  EXPECT_EQ(told("Rebels dropped a plan to kill a priest.", assault), "Rebels > priest | negated");
  EXPECT_EQ(told("Rebels have no plans to kill a priest.", assault), "Rebels > priest | negated");
}

TEST(Unreal, WhatFailedOrWasAttemptedWasTried) {
  EXPECT_EQ(event_in("A failed coup shook the country on Monday.", assault).modality,
            Modality::ongoing);
  EXPECT_EQ(
      event_in("The attempted murder of a priest on Monday shook the country.", assault).modality,
      Modality::ongoing);
}

TEST(Unreal, WhatIsFacedOrFearedHasNotCome) {
  EXPECT_FALSE(tells("The minister faces arrest.", coerce));
  EXPECT_FALSE(tells("The general faces arrest over the theft.", coerce));
  EXPECT_FALSE(tells("The minister fears arrest.", coerce));
}

TEST(Unreal, ADayMayStandBetweenAReportAndWhatItTells) {
  EXPECT_EQ(told("Reports on Monday that the army bombed the port were false.", assault),
            "army > port | denied");
  EXPECT_EQ(told("The claim by a monk that the army bombed the port was false.", assault),
            "army > port | denied");
}

TEST(Unreal, WhatIsPutOffOrRuledOutIsNotDone) {
  EXPECT_FALSE(tells("The army put off the attack on the port until Friday.", assault));
}

TEST(Unreal, MockAttacksAreNone) {
  EXPECT_FALSE(tells("Soldiers staged a simulated attack on a port on Monday.", assault));
  EXPECT_FALSE(tells("Actors re-enacted the murder of a king on Monday.", assault));
}

TEST(Unreal, WhatIsDoneInADrillIsPlayedWhereNobodyIsHurt) {
  EXPECT_FALSE(tells("In the drill, rebels bombed a bridge on Monday.", assault));
  EXPECT_TRUE(tells("In the drill, a shell killed two soldiers on Monday.", assault));
}

TEST(Unreal, WhatAPlayTellsInANounIsNoDeed) {
  EXPECT_FALSE(
      tells("The play, in which the murder of a king is avenged, opened on Monday.", assault));
}

TEST(Unreal, WhatSomethingElseWasDoneForIsNegated) {
  EXPECT_EQ(told("Instead of arresting the rebels, the army ate.", coerce),
            "army > rebels | negated");
  EXPECT_EQ(told("The king would sooner eat than arrest the rebels.", coerce),
            "king > rebels | negated");
  EXPECT_EQ(told("The army did not stay instead of fleeing to Ghana.", EventType::retreat),
            "army > Ghana | asserted");
}

TEST(Unreal, WhatOneCeasedToDoIsDoneNoLonger) {
  EXPECT_EQ(told("The army has stopped shelling the port.", assault), "army > port | negated");
  EXPECT_EQ(told("The army has not stopped shelling the port.", assault), "army > port | asserted");
}

TEST(Unreal, WhatOneStoodReadyToDoIsNotDone) {
  EXPECT_EQ(told("Troops stood ready to shell the port.", EventType::threaten),
            "Troops > port | planned");
}

TEST(Unreal, WhatIsStillOrYetToComeIsNoRefusal) {
  EXPECT_EQ(told("The rebels have still to free the nuns.", EventType::retreat),
            "rebels > nuns | negated");
}

TEST(Unreal, WhatWasToHaveBeenDoneWasNot) {
  EXPECT_EQ(told("The king was to have met the rebels on Sunday.", EventType::consult),
            "king > rebels | negated");
}

TEST(Unreal, WhatIsNotTrueIsDenied) {
  for (const char* const text : {"It is not true that the army bombed the port.",
                                 "It isn't true that the army bombed the port.",
                                 "It is untrue that the army bombed the port.",
                                 "It is not the case that the army bombed the port.",
                                 "It was a lie that the army bombed the port.",
                                 "The story that the army bombed the port was a hoax.",
                                 "The notion that the army bombed the port is absurd."})
    EXPECT_EQ(told(text, assault), "army > port | denied") << text;
  EXPECT_EQ(told("It is true that the army bombed the port.", assault), "army > port | asserted");
}

TEST(Unreal, WithoutProofItIsClaimed) {
  EXPECT_EQ(told("There is no proof that the army bombed the port.", assault),
            "army > port | claimed");
  EXPECT_EQ(told("No one has produced evidence that the army bombed the port.", assault),
            "army > port | claimed");
  EXPECT_EQ(told("Lawyers found nothing to show that the army bombed the port.", assault),
            "army > port | claimed");
}

TEST(Unreal, WhatWasReportedIsDeniedByASentenceThatTakesItBack) {
  for (const char* const text :
       {"On May 3 we reported that Otto Kerr had been arrested. This was untrue.",
        "On May 3 we reported that Otto Kerr had been arrested. The report was false.",
        "On May 3 we reported that Otto Kerr had been arrested. That was not true."})
    EXPECT_EQ(told(text, coerce), " > Otto Kerr | denied") << text;
  EXPECT_EQ(told("Police arrested Otto Kerr. This was wrong.", coerce),
            "Police > Otto Kerr | asserted");
}

TEST(Unreal, WhatIsStillToBeProvedOrNotAdmittedIsClaimed) {
  for (const char* const text : {"Prosecutors must prove that the army bombed the port.",
                                 "Prosecutors are trying to prove that the army bombed the port.",
                                 "The king refused to admit that the army bombed the port."})
    EXPECT_EQ(told(text, assault), "army > port | claimed") << text;
  EXPECT_EQ(event_in("A baker confessed to killing a nun.", assault).modality, Modality::reported);
}

TEST(Unreal, WhatSomeoneDeniesDoingIsADeedThatIsDenied) {
  EXPECT_EQ(told("The army denied bombing the port.", assault), "army > port | denied");
  EXPECT_EQ(told("The army denied having bombed the port.", assault), "army > port | denied");
  EXPECT_EQ(told("The army denied the murder of a priest.", assault), "army > priest | denied");
  EXPECT_EQ(told("The army did not deny bombing the port.", assault), "army > port | claimed");
  EXPECT_TRUE(tells("The army denied bombing the port.", EventType::reject));
}

TEST(Unreal, WhatOneWouldNotAdmitIsNotAhead) {
  EXPECT_EQ(told("The army would not admit to having bombed the port.", assault),
            "army > port | claimed");
}

TEST(Unreal, WhomSomeoneClearedDidItForNobodyKnows) {
  EXPECT_EQ(told("A baker convicted of killing a priest was exonerated.", assault),
            "baker > priest | claimed");
  EXPECT_EQ(told("A baker wrongly convicted of killing a priest wept.", assault),
            "baker > priest | claimed");
  EXPECT_EQ(told("A baker convicted of killing a priest wept.", assault),
            "baker > priest | asserted");
}

TEST(Unreal, WhatAChargeIsOfIsClaimed) {
  EXPECT_EQ(told("Prosecutors dropped a charge of rape against the baker.", assault),
            " > baker | claimed");
}

TEST(Unreal, NobodyMayStandInsideAPhraseOrBehindTheVerb) {
  for (const char* const text :
       {"The army struck nobody.", "Members of neither party were struck by the army.",
        "Not one of the guards was struck by the army.", "The army struck neither of the guards.",
        "Hardly anyone was struck by the army.", "Barely anyone was struck by the army.",
        "Few of the guards were struck by the army."})
    EXPECT_EQ(event_in(text, assault).modality, Modality::negated) << text;
  EXPECT_EQ(event_in("A few guards were struck by the army.", assault).modality,
            Modality::asserted);
}

TEST(Unreal, BehindNotAndButSomeoneElseSufferedIt) {
  EXPECT_EQ(told("Police arrested not the baker but a monk.", coerce), "Police > monk | asserted");
  EXPECT_EQ(told("Police did not arrest the baker but a monk.", coerce),
            "Police > monk | asserted");
  EXPECT_EQ(told("Police did not arrest the baker, but a monk wept.", coerce),
            "Police > baker | negated");
  EXPECT_EQ(told("Police arrested not only the baker but also a monk.", coerce),
            "Police > baker | asserted");
}

TEST(Unreal, WhatDidNotComeToPassIsNotNegatedOnlyImagined) {
  EXPECT_EQ(event_in("If the guards had not killed a nun, all would be well.", assault).modality,
            Modality::conditional);
  EXPECT_EQ(
      event_in("Had the shop been shut, her brother would not have died.", EventType::die).modality,
      Modality::conditional);
}

TEST(Unreal, WhatSeemsOrIsFearedIsClaimed) {
  for (const char* const text :
       {"It seems that rebels killed a priest.", "Rebels appear to have killed a priest.",
        "A priest is feared to have been killed by rebels.",
        "A priest is feared killed by rebels."})
    EXPECT_EQ(event_in(text, assault).modality, Modality::claimed) << text;
}

TEST(Unreal, AQuotedClauseIsSomeonesWords) {
  EXPECT_EQ(event_in("A banner read \"The army kills children\".", assault).modality,
            Modality::reported);
  EXPECT_EQ(event_in("So it was,\" he wept, and the army killed a nun.", assault).modality,
            Modality::asserted);
}

TEST(Unreal, ThereWasIsNoQuestion) {
  EXPECT_EQ(event_in("There was an attack on a port on Monday.", assault).modality,
            Modality::asserted);
}

TEST(Unreal, AQuestionIsOneBehindALabelToo) {
  for (const char* const text :
       {"Q: Did police shoot the student?", "Q. Did police shoot the student?",
        "* Did police shoot the student?", "Question: Did police shoot the student?",
        "Well, did police shoot the student?", "And did police shoot the student?"})
    EXPECT_EQ(event_in(text, assault).modality, Modality::conditional) << text;
}

}  // namespace
}  // namespace dateline::extract
