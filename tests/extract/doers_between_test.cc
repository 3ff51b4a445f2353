// Who did it, where others stand between: who says so, asides, lists, gaps, clauses that are
// joined.
#include <gtest/gtest.h>

#include "harness.h"

namespace dateline::extract {
namespace {

TEST(DoersBetween, WhomOthersBelieveToHaveDoneItDidIt) {
  EXPECT_EQ(deed("The man police believe killed a nurse was seen in Malmo.", "killed"),
            "man > nurse");
  EXPECT_EQ(deed("The suspect detectives say attacked a nurse is in Malmo.", "attacked"),
            "suspect > nurse");
  EXPECT_EQ(deed("Police suspect that the farmer murdered a nurse.", "murdered"), "farmer > nurse");
}

TEST(DoersBetween, WhoOwnsTheObjectOfARelativeClauseGoesOn) {
  EXPECT_EQ(deed("The farmer whose cattle the gang stole shot a guard.", "shot"), "farmer > guard");
}

TEST(DoersBetween, WhatIsLeftOutIsNoPartOfTheList) {
  EXPECT_EQ(deed("Gunmen shot a senator and police a bystander.", "shot"), "Gunmen > senator");
  EXPECT_EQ(deed("Gunmen shot a senator and two guards.", "shot"), "Gunmen > senator, two guards");
}

TEST(DoersBetween, ADayBetweenAndAndTheVerbIsNoSubject) {
  EXPECT_EQ(deed("Bandits robbed a bus on Sunday and on Monday murdered a driver.", "murdered"),
            "Bandits > driver");
}

TEST(DoersBetween, WhoDidItStandsBehindAnAttackByOthers) {
  EXPECT_EQ(deed("The village was overrun, after two days of shelling by the army, by rebels.",
                 "overrun"),
            "rebels > village");
}

TEST(DoersBetween, AnObjectIsOfBothVerbsBeforeIt) {
  EXPECT_EQ(deed("Rebels attacked and looted a school.", "attacked"), "Rebels > school");
  EXPECT_EQ(deed("Rebels fought and killed a nurse.", "fought"), "Rebels > ");
}

TEST(DoersBetween, WhoIsTakenHostageIsNamedBeforeIt) {
  EXPECT_EQ(deed("Gunmen took guests hostage in a hotel.", "took"), "Gunmen > guests");
}

TEST(DoersBetween, WhoSaysWhatWasDoneToThemNotToOthersIsNoVictim) {
  EXPECT_EQ(deed("Police beat two boys, not the protesters, a baker said.", "beat"),
            "Police > two boys");
}

TEST(DoersBetween, WhatIsJoinedToAParticipleWasDoneToTheSame) {
  EXPECT_EQ(deed("She spoke of villagers being killed or attacked by soldiers.", "killed"),
            "soldiers > villagers");
  EXPECT_EQ(deed("The nurse saw her father dragged from his cell and shot.", "shot"), " > father");
}

TEST(DoersBetween, ACommaAndAndOpenAClauseBehindAVerb) {
  EXPECT_EQ(deed("The warlord has tightened his grip on Hama, the largest market and port, and "
                 "his men have begun shelling the farms.",
                 "shelling"),
            "men > farms");
}

TEST(DoersBetween, TheDeadAndWoundedWoundedNobody) {
  EXPECT_EQ(deed("The bishop wrote to the families of the dead and wounded.", "wounded"), "none");
  EXPECT_EQ(
      deed("Reporters were kept out of clinics where wounded rebels were treated.", "wounded"),
      "none");
}

TEST(DoersBetween, AnAsideAboutTheSubjectIsNotTheSubject) {
  EXPECT_EQ(deed("Norway said hundreds of rebels, some armed with knives, attacked a bakery.",
                 "attacked"),
            "rebels > bakery");
  EXPECT_EQ(
      deed("Some of the men involved in the rising, he said, were arrested by Norway.", "arrested"),
      "Norway > men");
}

TEST(DoersBetween, ReportsThatCameInBombedNobody) {
  EXPECT_EQ(deed("Reports came in that a jet bombed a base.", "bombed"), "jet > base");
}

TEST(DoersBetween, AnAttackByLandAndAirIsOne) {
  EXPECT_EQ(deed("The colonel ended it by launching a ground and air attack on rebels.", "launch"),
            "colonel > rebels");
}

TEST(DoersBetween, AKillerWhoFledIsNotWhoArrestedHim) {
  EXPECT_EQ(deed("Police arrested a man who fled after killing a nurse.", "killing"),
            "man > nurse");
  EXPECT_EQ(
      deed("The union said it left a hall that opened in May after beating a guard.", "beating"),
      "none");
}

TEST(DoersBetween, WhatMenPoseAsIsNotFreed) {
  EXPECT_EQ(
      deed("Two engineers abducted in May by gunmen posing as policemen were freed.", "freed"),
      " > Two engineers");
}

TEST(DoersBetween, OneAmongThemIsNotAllOfThem) {
  EXPECT_EQ(deed("Police said five suspects, among them a policeman accused of theft, were "
                 "arrested.",
                 "arrested"),
            " > five suspects");
  EXPECT_EQ(deed("Two judges were killed, one by rebels, the other by her husband.", "killed"),
            " > Two judges");
}

TEST(DoersBetween, WhoIsNamedBehindAndNotDidNothing) {
  EXPECT_EQ(deed("It was the army and not the rebels that shelled the school.", "shelled"),
            "army > school");
}

TEST(DoersBetween, AClaimBetweenCommasChangesNoSubject) {
  EXPECT_EQ(deed("He said the soldiers had not fled, as some villagers claimed, but had shot a "
                 "nurse.",
                 "shot"),
            "soldiers > nurse");
  EXPECT_EQ(deed("The rebels said the army, retreating, had shelled the town.", "shelled"),
            "army > town");
}

TEST(DoersBetween, AnObjectMayStandFarBehindItsVerb) {
  EXPECT_EQ(deed("Peru freed on parole a woman who had served nine years.", "freed"),
            "Peru > woman");
  EXPECT_EQ(deed("Rebels freed after 40 days two nurses they had abducted in May.", "abducted"),
            "Rebels > two nurses");
}

TEST(DoersBetween, WhoStandsBehindAndAndAVerbIsANewSubject) {
  EXPECT_EQ(deed("Four surrendered and their leader, Paul Reed, was shot.", "shot"),
            " > Paul Reed");
  EXPECT_EQ(deed("The mayor appealed for calm and a ban on rallies took effect.", "appealed"),
            "mayor > calm");
}

TEST(DoersBetween, WhichOfTwoDidItIsNotKnown) {
  EXPECT_EQ(deed("Either Uganda or Rwanda bombed the camp.", "bombed"), " > camp");
  EXPECT_EQ(deed("Two or three men bombed the camp.", "bombed"), "three men > camp");
}

TEST(DoersBetween, EachOtherAreTheTwoSides) {
  EXPECT_EQ(deed("Uganda and Rwanda accused each other of bombing a camp.", "accused"),
            "Uganda > Rwanda");
  EXPECT_EQ(deed("Russia and Turkey backed the plan.", "backed"), "Russia, Turkey > plan");
}

TEST(DoersBetween, WhatIsToldBehindARelativeClauseIsOfItsAntecedent) {
  EXPECT_EQ(
      deed("The army said the rebels, who had been accused by a bishop, attacked him.", "attacked"),
      "rebels > bishop");
  EXPECT_EQ(
      deed("Police said the baker, who had robbed a bank and fled, was arrested.", "arrested"),
      " > baker");
  EXPECT_EQ(deed("The mayor said goodbye to a nurse, who wept, and attacked a guard.", "attacked"),
            "mayor > guard");
  EXPECT_EQ(deed("John Obi told the court his wife, Mary Obi, had attacked a guard.", "attacked"),
            "Mary Obi > guard");
}

TEST(DoersBetween, AListBehindHaveIsOfItsSubject) {
  EXPECT_EQ(
      deed("Rights groups say that the regime has killed, jailed and tortured monks.", "jailed"),
      "regime > monks");
  EXPECT_EQ(deed("Some 500 km east of Tripoli, warplanes and gunboats bombed rebels.", "bombed"),
            "warplanes, gunboats > rebels");
  EXPECT_EQ(
      deed("Norway's standing fell with the bombing of a train, killing nine people.", "killing"),
      " > nine people");
}

TEST(DoersBetween, MoneyAndAdverbsAreNoVictims) {
  EXPECT_EQ(deed("Thieves stole $90 million from a bank.", "stole"), "Thieves > bank");
  EXPECT_EQ(deed("Riot police pushed the crowd back on Monday.", "pushed"), "Riot police > crowd");
}

TEST(DoersBetween, WhereItWasIsNoVictim) {
  EXPECT_EQ(deed("It was in Malmo that gunmen killed the judge.", "killed"), "gunmen > judge");
}

TEST(DoersBetween, OfTwoWhoHarmAListIsNobodys) {
  EXPECT_EQ(deed("Police shot a man who had stabbed a nurse, wounded a guard and fled.", "wounded"),
            " > guard");
}

TEST(DoersBetween, ACountBehindANameIsNoPartOfIt) {
  EXPECT_EQ(deed("Kenya expelled two diplomats and Uganda three.", "expelled"),
            "Kenya > two diplomats");
}

TEST(DoersBetween, WhoAsksWhoDidItDidNothing) {
  EXPECT_EQ(deed("The judge asked who had attacked the nurse.", "attacked"), " > nurse");
}

TEST(DoersBetween, AmountsAndWhatIsNotNamedAreNobody) {
  EXPECT_EQ(deed("Germany pledged 100 million euros to Sudan.", "pledged"), "Germany > Sudan");
  EXPECT_EQ(deed("The kidnappers demanded two million dollars.", "demanded"), "kidnappers > ");
  EXPECT_EQ(deed("The EU condemned what it called a massacre.", "condemned"), "European Union > ");
}

TEST(DoersBetween, MarketsAreBombedToo) {
  EXPECT_EQ(deed("Warplanes bombed a market.", "bombed"), "Warplanes > market");
}

}  // namespace
}  // namespace dateline::extract
