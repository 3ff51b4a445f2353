// Who did it, where the grammar tempts to name another: lists in relative clauses, participles,
// agents, victims, foils, and what is only told in films or done with words.
#include <gtest/gtest.h>

#include "harness.h"

namespace dateline::extract {
namespace {

std::string deed_of_title(std::string_view text, std::string_view trigger) {
  return deed(text, trigger, BlockKind::title);
}

TEST(Doers, TheLastVerbOfATitleIsThatOfItsFirstPhrase) {
  EXPECT_EQ(deed_of_title("Soldiers accused of killing civilians freed", "freed"), " > Soldiers");
  EXPECT_EQ(deed_of_title("Woman who killed husband freed after appeal", "freed"), " > Woman");
  EXPECT_EQ(deed_of_title("Son of dictator sentenced to death in absentia", "sentenced"),
            " > Son of dictator");
  EXPECT_EQ(deed_of_title("Mob lynches man accused of theft", "accused"), " > man");
}

TEST(Doers, WhoIsHeldHostageHoldsNobody) {
  EXPECT_EQ(deed("A priest held hostage by a gang was freed on Sunday.", "held"), "gang > priest");
  EXPECT_EQ(deed_of_title("Priest held hostage by gang freed unharmed", "freed"), " > Priest");
}

TEST(Doers, AListInARelativeClauseLeavesTheLastVerbToTheOneWhoWaits) {
  const std::string_view text =
      "Soldiers who shot two farmers, burned a mill and looted the village were praised by the "
      "governor.";
  EXPECT_EQ(deed(text, "looted"), "Soldiers > village");
  EXPECT_EQ(deed(text, "praised"), "governor > Soldiers");
  EXPECT_EQ(
      deed("A man who robbed a bank, killed a guard, and fled, was freed by police.", "freed"),
      "police > man");
}

TEST(Doers, VerbsJoinedInAnObjectClauseShareItsObject) {
  const std::string_view text =
      "The bishop, whom rebels abducted in May and tortured for weeks, thanked the king.";
  EXPECT_EQ(deed(text, "abducted"), "rebels > bishop");
  EXPECT_EQ(deed(text, "tortured"), "rebels > bishop");
  EXPECT_EQ(deed(text, "thanked"), "bishop > king");
}

TEST(Doers, WhoseAndInWhichMakeNoObjectOfTheirAntecedent) {
  EXPECT_EQ(deed("The mayor, whose guards shot a reporter, left.", "shot"), "guards > reporter");
  EXPECT_EQ(deed("The raid in which gunmen killed a priest lasted an hour.", "killed"),
            "gunmen > priest");
}

TEST(Doers, WhatNeedsAnObjectAndHasNoneWasDoneToItsSubject) {
  EXPECT_EQ(deed("The general, ousted in a coup, fled to Malta on Sunday.", "ousted"),
            " > general");
  EXPECT_EQ(deed("Jonas Brandt, sentenced in May, appealed on Monday.", "sentenced"),
            " > Jonas Brandt");
  EXPECT_EQ(deed("Soldiers arrested after the murder of a monk were freed by the junta.", "freed"),
            "junta > Soldiers");
}

TEST(Doers, AnObjectBehindItsTimeIsStillOne) {
  EXPECT_EQ(deed("Police arrested on Monday a baker in Hull.", "arrested"), "Police > baker");
  EXPECT_EQ(deed("The man whom police arrested on Monday fled.", "arrested"), "police > man");
}

TEST(Doers, JoinedParticiplesAreOfTheSameOne) {
  const std::string_view text =
      "Oskar Lind, arrested by Danish police and charged with fraud, left the town.";
  EXPECT_EQ(deed(text, "arrested"), "Danish police > Oskar Lind");
  EXPECT_EQ(deed(text, "charged"), " > Oskar Lind");
  EXPECT_EQ(deed("Several leaders were killed, imprisoned or expelled.", "imprisoned"),
            " > leaders");
}

TEST(Doers, AParticipleInFrontIsAboutTheSubjectThatFollows) {
  EXPECT_EQ(deed("Wounded by a sniper, the colonel surrendered to rebels.", "Wounded"),
            "sniper > colonel");
  EXPECT_EQ(deed("Having killed a guard, the prisoner surrendered to soldiers.", "killed"),
            "prisoner > guard");
}

TEST(Doers, ByAPlaceOrATimeOrByMistakeNobodyDidIt) {
  EXPECT_EQ(deed("The mayor was shot dead by the river on Sunday.", "shot"), " > mayor");
  EXPECT_EQ(deed("Two soldiers were killed by mistake on Monday.", "killed"), " > Two soldiers");
}

TEST(Doers, WhoAttackedBeforeAnArrestMadeNone) {
  EXPECT_EQ(deed("Two men were arrested after an attack by rebels.", "arrested"), " > Two men");
}

TEST(Doers, GettingItIsNoDoing) {
  EXPECT_EQ(deed("The senator got shot by a hunter on Saturday.", "shot"), "hunter > senator");
}

TEST(Doers, WhoDidNotDoItIsNotNamed) {
  EXPECT_EQ(deed("It was not the army that shelled the hospital but the rebels.", "shelled"),
            " > hospital");
  EXPECT_EQ(deed("Soldiers and not rebels fired on the ferry.", "fired"), "Soldiers > ferry");
}

TEST(Doers, WhatWasWronglyReportedIsDenied) {
  EXPECT_EQ(
      event_in("The paper wrongly reported that guards had killed a baker.", EventType::assault)
          .modality,
      Modality::denied);
}

TEST(Doers, ThePossessorOfAMurderSufferedIt) {
  EXPECT_EQ(deed("President Amadi's assassination on Monday shocked the region.", "assassination"),
            " > Amadi");
  EXPECT_EQ(deed("The army's killing of two students on Monday led to riots.", "killing"),
            "army > two students");
}

TEST(Doers, KinAndKillersAreThemselves) {
  EXPECT_EQ(deed("The killer of two tourists was arrested by police.", "arrested"),
            "police > killer of two tourists");
}

TEST(Doers, ABoastIsAboutWhomTheAttackHit) {
  EXPECT_EQ(deed("The Red Front claimed responsibility for the attack on a barracks.", "claimed"),
            "Red Front > barracks");
}

TEST(Doers, BothVerbsHaveTheObjectBehindTheLast) {
  EXPECT_EQ(deed("Gunmen abducted and killed a councillor on Sunday.", "abducted"),
            "Gunmen > councillor");
}

TEST(Doers, DistancesAndBackersAreNoSubjects) {
  EXPECT_EQ(deed("Western air strikes in Oba, 70 km (40 miles) south of Talmora, killed nine men.",
                 "killed"),
            "Western air strikes > nine men");
  EXPECT_EQ(deed("The militia, backed by tanks, artillery and helicopters, attacked the port.",
                 "attacked"),
            "militia > port");
}

TEST(Doers, ForcesLoyalToSomeoneAreNamedSo) {
  EXPECT_EQ(deed("The envoy said that forces loyal to the king had attacked the port.", "attacked"),
            "forces loyal to the king > port");
}

TEST(Doers, WhereADeedWasDoneIsNotWhoDidIt) {
  EXPECT_EQ(deed("The Boston bombing on Monday shocked the region.", "bombing"), " > ");
  EXPECT_EQ(deed("The jury in Leeds, Yorkshire convicted a baker.", "convicted"), "jury > baker");
}

TEST(Doers, AGerundThatIsASubjectOrBelongsToANounIsOfNobody) {
  EXPECT_EQ(deed("Attacking the president is pointless, the mayor will judge him.", "Attacking"),
            " > president");
  EXPECT_EQ(deed("The king floated the idea of bombing a church.", "bombing"), " > church");
}

TEST(Doers, TheSecondOfTwoPassivesIsOneToo) {
  EXPECT_EQ(deed("Prisoners are being tortured or killed in the cells.", "killed"), " > Prisoners");
  EXPECT_EQ(deed("Two men charged in the death of a teenager were freed.", "charged"),
            " > Two men");
}

TEST(Doers, HarmGoesOnWithHarm) {
  const std::string_view text =
      "A gang shot at officers who tried to stop them and wounded a passer-by.";
  EXPECT_EQ(deed(text, "wounded"), "gang > passer-by");
  EXPECT_EQ(deed("Rebels shot soldiers who beat a monk and abducted a nurse.", "abducted"),
            " > nurse");
  EXPECT_EQ(deed("Troops razed a house of rebels who killed two men and injured five.", "injured"),
            "rebels > five");
}

TEST(Doers, AJoinedVerbGoesOnWithTheOneOfItsAspect) {
  EXPECT_EQ(deed("Gunmen stormed the hotel where ministers were meeting and shot a guard.", "shot"),
            "Gunmen > guard");
  EXPECT_EQ(deed("Groups say troops have arrested, tortured and in some cases killed teachers.",
                 "killed"),
            "troops > teachers");
}

TEST(Doers, WhatIsInsertedTakesNoVerb) {
  EXPECT_EQ(deed("The mayor blamed smugglers who, he said, had bombed a bank.", "bombed"),
            "smugglers > bank");
  EXPECT_EQ(event_in("The two men were not, as first reported, shot by police.", EventType::assault)
                .modality,
            Modality::negated);
}

TEST(Doers, AClauseWithoutARelativeHasItsOwnSubject) {
  EXPECT_EQ(deed("The man the police arrested on Monday fled.", "arrested"), "police > man");
  EXPECT_EQ(deed("The rebels showed a soldier they captured in March.", "captured"),
            "rebels > soldier");
}

TEST(Doers, SomeOfWhomAreThoseBefore) {
  EXPECT_EQ(deed("The deputies, some of whom were beaten by guards, accused the king.", "accused"),
            "deputies > king");
}

TEST(Doers, WhoIsNeverATown) {
  EXPECT_EQ(deed("Police in Kano, who had arrested a baker, freed him.", "arrested"),
            "Police > baker");
}

TEST(Doers, HisVictimIsWhomHeKilled) {
  EXPECT_EQ(deed("The suspect killed his landlord with a hammer.", "killed"), "suspect > landlord");
}

TEST(Doers, WhoIsDescribedBehindSayDoesWhatFollows) {
  EXPECT_EQ(deed("Prosecutors say Paul Reed, a former wrestler, attacked a reporter.", "attacked"),
            "Paul Reed > reporter");
}

TEST(Doers, AnObjectBehindAnInsertionIsStillOne) {
  EXPECT_EQ(deed("The rebels killed, by their own account, nine prisoners.", "killed"),
            "rebels > ");
}

TEST(Doers, ThoseWhoDemandAreDispersed) {
  EXPECT_EQ(deed("Crowds of people demanding the release of a singer jailed for mocking the king "
                 "were dispersed by police.",
                 "dispersed"),
            "police > Crowds of people");
}

TEST(Doers, HerselfInAPassiveChangesNothing) {
  EXPECT_EQ(deed("The journalist was herself arrested by police.", "arrested"),
            "police > journalist");
}

TEST(Doers, AQuarrelIsNoAttack) {
  EXPECT_EQ(deed("The opposition attacked the minister over the law.", "attacked"), "none");
  EXPECT_EQ(deed("Rebels attacked the minister over the border.", "attacked"), "Rebels > minister");
}

TEST(Doers, AListOfHarmIsOfTheOneWhoBeganIt) {
  EXPECT_EQ(deed("The court freed a woman who killed a guard, burned his car and attacked a nurse.",
                 "attacked"),
            "woman > nurse");
  EXPECT_EQ(
      deed("The court freed a man who robbed a bank, jailed a baker and fined a nurse.", "jailed"),
      "court > baker");
}

TEST(Doers, WhoIsShotDeadShotNobody) {
  EXPECT_EQ(deed("A gunman shot dead in Malmo had attacked a bank.", "shot"), " > gunman");
  EXPECT_EQ(deed("Police shot dead two robbers.", "shot"), "Police > two robbers");
}

TEST(Doers, WhoWasShotBySomeoneAndDiedShotNobody) {
  EXPECT_EQ(deed("Jonas Brandt, shot in the leg by a guard, died in Malmo on Monday.", "shot"),
            "guard > Jonas Brandt");
}

TEST(Doers, AFoilBetweenADeedAndItsDoerIsNotNamed) {
  EXPECT_EQ(deed("It was rebels, not the army, who shelled the port.", "shelled"), "rebels > port");
  EXPECT_EQ(deed("The port was shelled not by the army but by rebels.", "shelled"),
            "rebels > port");
}

TEST(Doers, ADeedOfNobodyInTheSentenceIsNotTheSubjects) {
  EXPECT_EQ(deed("In the case of killing a guard, the court jailed a man.", "killing"), " > guard");
  EXPECT_EQ(deed("Wounded in the leg; the police arrested a man.", "Wounded"), "none");
  EXPECT_EQ(deed("Having killed a guard, the man fled.", "killed"), "man > guard");
}

TEST(Doers, NoOneIsNobody) {
  EXPECT_EQ(deed("The bomb killed no one in Kano.", "killed"), "bomb > ");
  EXPECT_EQ(deed("No one was killed in Kano on Monday.", "killed"), " > ");
}

TEST(Doers, WhoReportsAnAttackMadeNone) {
  EXPECT_EQ(deed("Residents reported heavy fighting in the city on Monday.", "fighting"), " > ");
}

TEST(Doers, FilmsAndDebatesKillNobody) {
  EXPECT_EQ(deed("In the film, soldiers kill a farmer.", "kill"), "none");
  EXPECT_EQ(deed("A film in which soldiers kill a priest opened in Rome on Friday.", "kill"),
            "none");
  EXPECT_EQ(deed("The series follows a policeman who shot his partner.", "shot"), "none");
  EXPECT_EQ(deed("The opposition slaughtered the minister in the debate.", "slaughtered"), "none");
  EXPECT_NE(deed("Gunmen shot the minister in the debate.", "shot"), "none");
}

}  // namespace
}  // namespace dateline::extract
