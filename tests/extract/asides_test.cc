// Who says it, or what is told by the way, between a subject and its verb: neither takes the verb.
#include <gtest/gtest.h>

#include "harness.h"

namespace dateline::extract {
namespace {

TEST(Asides, ASpeakerBetweenCommasIsNoDoer) {
  const Event event =
      event_in("The army, the governor said, shelled a school.", EventType::assault);
  EXPECT_EQ(actors(event, ActorRole::source), "army");
  EXPECT_EQ(event.modality, Modality::reported);
  EXPECT_EQ(event.attribution, std::vector<std::string>{"governor"});
}

TEST(Asides, AnySpeakerWillDo) {
  for (const char* const text :
       {"The army, residents say, shelled a school.",
        "The army, said the governor, shelled a school.",
        "The army, a nurse told reporters in the port on Monday, shelled a school.",
        "The army, police believe, has shelled a school."})
    EXPECT_EQ(told(text, EventType::assault), "army > school | reported") << text;
  EXPECT_EQ(told("The army, the governor claimed, shelled a school.", EventType::assault),
            "army > school | claimed");
  EXPECT_EQ(told("The army, the court was told, shelled a school.", EventType::assault),
            "army > school | claimed");
}

TEST(Asides, AnAppositiveThatSpeaksKeepsItsVerb) {
  EXPECT_EQ(told("Anna Kerr, the mayor, said rebels, many of them boys, shelled a school.",
                 EventType::assault),
            "rebels > school | reported");
}

TEST(Asides, AClauseBehindAfterGoesOnBehindARelativeOne) {
  for (const char* const text :
       {"The vote was held a day after rebels, who control the port, shelled a school.",
        "The vote was held a day after rebels, who control the port and who have denied it, "
        "shelled a "
        "school."})
    EXPECT_EQ(told(text, EventType::assault), "rebels > school | asserted") << text;
}

TEST(Asides, APronounMeansTheSubjectOnBothSidesOfOne) {
  const Extraction found = harness().run(
      "The rebels, who often attack police in the valley, said they had shelled a school.");
  ASSERT_FALSE(found.events.empty());
  EXPECT_EQ(actors(found.events.back(), ActorRole::source), "rebels");
}

TEST(Asides, APartOfThemIsNotWhoDiedAlone) {
  for (const char* const text :
       {"Nine guards, among them two colonels, were killed by rebels.",
        "Nine guards, most of them young men, were killed by rebels.",
        "On Monday rebels killed nine guards, some of them young men, in the port."}) {
    EXPECT_EQ(told(text, EventType::assault).substr(0, 7), "rebels ") << text;
    const Event event = event_in(text, EventType::assault);
    EXPECT_NE(actors(event, ActorRole::target).find("guards"), std::string::npos) << text;
    EXPECT_EQ(event.toll.dead, 9) << text;
  }
}

TEST(Asides, AgesAreNobody) {
  EXPECT_EQ(told("Police arrested Olga Brandt, 33, Ute Marr, 29, and a baker.", EventType::coerce),
            "Police > Olga Brandt, Ute Marr, baker | asserted");
  EXPECT_EQ(told("Olga Brandt, 33, and a baker, 41, were arrested by police.", EventType::coerce),
            "police > Olga Brandt, baker | asserted");
  EXPECT_EQ(
      told("Olga Brandt, 33, who shelled a school on Sunday, was arrested.", EventType::assault),
      "Olga Brandt > school | asserted");
}

TEST(Asides, AWholeListIsTheSubjectOfWhatIsSaid) {
  EXPECT_EQ(told("The mayor said soldiers, rebels and policemen had shelled a school.",
                 EventType::assault),
            "soldiers, rebels, policemen > school | reported");
}

}  // namespace
}  // namespace dateline::extract
