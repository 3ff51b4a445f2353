// Claimed, planned, denied or asserted, and by whom.
#include <gtest/gtest.h>

#include "harness.h"

namespace dateline::extract {
namespace {

TEST(Modality, PlainPastIsAsserted) {
  EXPECT_EQ(event_in("Police arrested a trader.", EventType::coerce).modality, Modality::asserted);
}

TEST(Modality, WhatSomeoneSaysIsReported) {
  const Event event = event_in("Police arrested a trader, the mayor said.", EventType::coerce);
  EXPECT_EQ(event.modality, Modality::reported);
  ASSERT_EQ(event.attribution.size(), 1U);
  EXPECT_EQ(event.attribution.front(), "mayor");
}

TEST(Modality, AccordingToAttributes) {
  const Event event =
      event_in("According to monitors, the army shelled the village.", EventType::assault);
  EXPECT_EQ(event.modality, Modality::reported);
  EXPECT_EQ(actors(event, ActorRole::attributed), "monitors");
}

TEST(Modality, ClaimsAreClaimed) {
  EXPECT_EQ(
      event_in("The militia claimed that it had captured the port.", EventType::assault).modality,
      Modality::claimed);
}

TEST(Modality, WhatWasDueIsPlanned) {
  for (const char* text :
       {"Two traders are due to be executed Friday.", "The trader was to be executed on Friday.",
        "The trader was scheduled to be executed on Friday."})
    EXPECT_EQ(event_in(text, EventType::threaten).modality, Modality::planned) << text;
}

TEST(Modality, WhatIsToldAsAFactOfADayToComeIsPlanned) {
  const Event polls = event_in("Voters go to the polls on Sunday.", EventType::elect);
  EXPECT_EQ(polls.modality, Modality::planned);
  EXPECT_EQ(to_iso(polls.date.date.first), "2019-05-19");
  EXPECT_EQ(event_in("The trial of the general opens on Friday.", EventType::legal).modality,
            Modality::planned);
  EXPECT_EQ(event_in("Parliament meets on Friday, the speaker said.", EventType::agree).modality,
            Modality::planned);
}

TEST(Modality, WhatHadBeenDoneIsNotPlannedWhateverItsDay) {
  const Event event = event_in("Parliament had voted for the pact on May 20.", EventType::support);
  EXPECT_EQ(event.modality, Modality::asserted);
}

TEST(Modality, WhatIsDeniedOfADayToComeStaysDenied) {
  EXPECT_EQ(
      event_in("President Ruiz denied that the ceasefire begins on Friday.", EventType::retreat)
          .modality,
      Modality::denied);
}

TEST(Modality, WhatStandsBesideADeclarationIsNotSaidByIt) {
  const Event event = event_in(
      "Albania declared a state of emergency on Monday, a day after a dam failed and killed two.",
      EventType::disaster);
  EXPECT_EQ(event.modality, Modality::asserted);
  EXPECT_TRUE(event.attribution.empty());
}

TEST(Modality, NegationIsNegated) {
  EXPECT_EQ(event_in("Police did not arrest the trader.", EventType::coerce).modality,
            Modality::negated);
}

TEST(Modality, WhatNobodyDidIsNegated) {
  EXPECT_EQ(event_in("No one attacked the palace in Talmora.", EventType::assault).modality,
            Modality::negated);
  EXPECT_EQ(event_in("None of the rebels surrendered.", EventType::retreat).modality,
            Modality::negated);
}

TEST(Modality, ManagingToDoIsDoing) {
  EXPECT_EQ(event_in("The rebels managed to capture the port.", EventType::assault).modality,
            Modality::asserted);
}

TEST(Modality, ConditionsAreConditional) {
  harness().published = single_day(*parse_day("2019-05-15"));
  const Extraction found = harness().run("Shops will close if police arrest the baker.");
  EXPECT_EQ(event_of(found, EventType::coerce).modality, Modality::conditional);
}

TEST(Modality, PromisedHelpIsAnAgreement) {
  const Event event =
      event_in("The charity will donate blankets to the refugees.", EventType::agree);
  EXPECT_EQ(event.modality, Modality::planned);
}

TEST(Modality, AnnouncedForceIsAThreat) {
  EXPECT_EQ(event_in("The army will bomb the camps.", EventType::threaten).modality,
            Modality::planned);
}

TEST(Modality, RefusedMeetingIsARejection) {
  EXPECT_TRUE(tells("The duke refused to meet the strikers.", EventType::reject));
}

TEST(Modality, DemandBelongsToTheSpeaker) {
  const Event event =
      event_in("The envoy said the militia must leave the town.", EventType::request);
  EXPECT_EQ(actors(event, ActorRole::source), "envoy");
  EXPECT_EQ(actors(event, ActorRole::target), "militia");
}

TEST(Modality, WhatTheWriterAddsIsNotReported) {
  const std::string_view text = "The duke said it would host talks after rebels captured the port.";
  const Event event = event_in(text, EventType::assault);
  EXPECT_EQ(event.modality, Modality::asserted);
  EXPECT_TRUE(event.attribution.empty());
}

TEST(Modality, AConditionInsideTheWordsIsReportedWithThem) {
  EXPECT_EQ(event_in("Monitors said that after rebels attacked the port, the army fled.",
                     EventType::assault)
                .modality,
            Modality::reported);
}

TEST(Modality, ARelativeClauseBehindACommaIsTheWritersOwn) {
  const std::string_view text =
      "The monks said they fled from Talmora, a town where bandits attacked the convent.";
  EXPECT_EQ(event_in(text, EventType::retreat).modality, Modality::reported);
  EXPECT_EQ(event_in(text, EventType::assault, with_background).modality, Modality::asserted);
}

TEST(Modality, EventNounsAreReportedToo) {
  const std::string_view text =
      "As a result of negotiations between the king and the rebels the queen left, the court said.";
  const Event event = event_in(text, EventType::consult);
  EXPECT_EQ(event.modality, Modality::reported);
  ASSERT_EQ(event.attribution.size(), 1U);
  EXPECT_EQ(event.attribution.front(), "court");
}

TEST(Modality, ReportedBeatsOngoing) {
  EXPECT_EQ(event_in("The rebels said they were attacking the port.", EventType::assault).modality,
            Modality::reported);
}

TEST(Modality, ADemandNotToActIsNoDenial) {
  const Event event =
      event_in("The envoy said the militia must not leave the town.", EventType::request);
  EXPECT_EQ(event.modality, Modality::reported);
  ASSERT_EQ(event.attribution.size(), 1U);
  EXPECT_EQ(event.attribution.front(), "envoy");
}

TEST(Modality, WhatSomeonePleadsNotGuiltyToIsDenied) {
  EXPECT_EQ(
      event_in("Carl Cole pleaded not guilty to stabbing a nurse.", EventType::assault).modality,
      Modality::denied);
}

TEST(Modality, WhetherItWasDoneIsNotTold) {
  for (const char* text : {"A jury failed to decide whether Carl Cole stabbed a nurse.",
                           "It was unclear whether the navy shelled the port.",
                           "Monitors could not confirm that the navy shelled the port.",
                           "Monitors were unable to verify that the navy shelled the port.",
                           "Monitors declined to say that the navy shelled the port."})
    EXPECT_EQ(event_in(text, EventType::assault).modality, Modality::claimed) << text;
  EXPECT_EQ(
      event_in("Envoys confirmed that the navy shelled the port.", EventType::assault).modality,
      Modality::reported);
}

TEST(Modality, WhatIsFoiledWasNotDoneByThoseWhoFoiledIt) {
  for (const char* text : {"Police thwarted a plot to kill the Norwegian premier.",
                           "The premier survived an attempt to kill the Norwegian king.",
                           "Guards disrupted a scheme to kidnap the Norwegian king."}) {
    const Event event = event_in(text, EventType::assault);
    EXPECT_EQ(event.modality, Modality::negated) << text;
    EXPECT_EQ(actors(event, ActorRole::source), "") << text;
  }
  const Event event =
      event_in("Soldiers stopped rebels from storming the palace.", EventType::assault);
  EXPECT_EQ(event.modality, Modality::negated);
  EXPECT_EQ(actors(event, ActorRole::source), "rebels");
}

TEST(Modality, WhatSomeoneWouldPreventIsNotKnown) {
  EXPECT_EQ(
      event_in("Envoys are trying to stop rebels from storming the palace.", EventType::assault)
          .modality,
      Modality::conditional);
}

TEST(Modality, WhatWasNearlyDoneWasNot) {
  for (const char* text :
       {"The navy came close to shelling the port.", "The navy stopped short of shelling the port.",
        "The navy almost shelled the port.", "The navy left without shelling the port."})
    EXPECT_EQ(event_in(text, EventType::assault).modality, Modality::negated) << text;
}

TEST(Modality, WhatIsAllegedIsClaimed) {
  EXPECT_EQ(event_in("It is alleged that Carl Cole stabbed a nurse.", EventType::assault).modality,
            Modality::claimed);
}

TEST(Modality, WhatSomeoneConspiresToDoIsPlanned) {
  EXPECT_EQ(
      event_in("Two men conspired to kill the Norwegian premier.", EventType::threaten).modality,
      Modality::planned);
}

TEST(Modality, WhatAPlotWasForIsNotTold) {
  for (const char* text : {"A plot to kill the Norwegian premier was foiled on Monday.",
                           "A plot to kill the Norwegian premier failed on Monday."}) {
    const Event event = event_in(text, EventType::assault);
    EXPECT_EQ(event.modality, Modality::conditional) << text;
    EXPECT_EQ(actors(event, ActorRole::source), "") << text;
  }
}

TEST(Modality, AClaimOfResponsibilityIsClaimed) {
  const Event event =
      event_in("The militia claimed responsibility for the attack.", EventType::assault);
  EXPECT_EQ(event.modality, Modality::claimed);
  EXPECT_EQ(actors(event, ActorRole::source), "militia");
  EXPECT_EQ(event_in("The fighting claimed the lives of nine nuns.", EventType::assault).modality,
            Modality::asserted);
}

TEST(Modality, NoneOfSomethingIsNegated) {
  EXPECT_EQ(event_in("Envoys reached no agreement with the rebels.", EventType::support).modality,
            Modality::negated);
}

TEST(Modality, WhatShouldBeDoneIsRequested) {
  EXPECT_EQ(
      event_in("Norway should impose sanctions on the militia.", EventType::sanction).modality,
      Modality::requested);
  EXPECT_EQ(event_in("Norway should have imposed sanctions on the militia.", EventType::sanction)
                .modality,
            Modality::conditional);
}

TEST(Modality, WhatIsWishedOrDoneByNobodyInParticularIsConditional) {
  EXPECT_EQ(event_in("The mayor wished that police had arrested the smugglers.", EventType::coerce,
                     with_background)
                .modality,
            Modality::conditional);
  EXPECT_EQ(event_in("Anyone who attacks a nurse will be jailed, the mayor said.",
                     EventType::assault, with_background)
                .modality,
            Modality::conditional);
  EXPECT_EQ(event_in("The mayor wished him luck and police arrested the smugglers.",
                     EventType::coerce, with_background)
                .modality,
            Modality::asserted);
}

TEST(Modality, WhatSomeoneIsProtectedFromIsNot) {
  EXPECT_EQ(event_in("The treaty protects nuns from being killed by soldiers.", EventType::assault)
                .modality,
            Modality::negated);
}

TEST(Modality, AnAllegedDeedIsClaimed) {
  EXPECT_EQ(
      event_in("Norway's alleged raids on Sweden angered the king.", EventType::assault).modality,
      Modality::claimed);
  EXPECT_EQ(event_in("The envoy spoke about claims that Norway used jets to bomb a school.",
                     EventType::assault)
                .modality,
            Modality::claimed);
}

TEST(Modality, NotByOneButByAnotherIsDone) {
  EXPECT_EQ(
      event_in("The student was shot not by police but by a rebel.", EventType::assault).modality,
      Modality::asserted);
}

TEST(Modality, WhatSomeoneVowsToHaveDoneIsPlanned) {
  EXPECT_EQ(
      event_in("The general vowed to have the strikers hunted down and shot.", EventType::threaten)
          .modality,
      Modality::planned);
}

TEST(Modality, WhatIsYetToBeDoneIsNot) {
  EXPECT_EQ(event_in("Police have yet to arrest the smugglers.", EventType::coerce, with_background)
                .modality,
            Modality::negated);
}

TEST(Modality, WhatACourtDidNotFindIsOnlyClaimed) {
  EXPECT_EQ(event_in("The court did not find that the guard had stabbed a nurse.",
                     EventType::assault, with_background)
                .modality,
            Modality::claimed);
}

TEST(Modality, RumoursOnlyClaim) {
  EXPECT_EQ(event_in("Rumours that the colonel has been arrested are spreading.", EventType::coerce,
                     with_background)
                .modality,
            Modality::claimed);
}

// The word that shows the modality of the first event of the type.
std::string shown_by(std::string_view text, EventType type) {
  const Event event = event_in(text, type);
  return event.evidence.empty() ? "no event"
                                : std::string(event.evidence.front().modality_span.of(text));
}

TEST(Modality, IsShownByAWord) {
  EXPECT_EQ(shown_by("The army will bomb the camps.", EventType::threaten), "will");
  EXPECT_EQ(shown_by("Police did not arrest the trader.", EventType::coerce), "not");
  EXPECT_EQ(shown_by("The army plans to bomb the camps.", EventType::threaten), "plans");
  EXPECT_EQ(shown_by("Police arrested a trader, the mayor said.", EventType::coerce), "said");
  EXPECT_EQ(shown_by("According to monitors, the army shelled the village.", EventType::assault),
            "According");
  EXPECT_EQ(shown_by("Police arrested a trader.", EventType::coerce), "");
}

}  // namespace
}  // namespace dateline::extract
