// Credits: who made a picture or a text did not act.
#include <gtest/gtest.h>

#include "annotate/annotated.h"

namespace dateline {
namespace {

Reading reading_of(const std::string& text, std::string_view words,
                   BlockKind kind = BlockKind::body) {
  for (const Mention& mention : annotated(text, kind).mentions) {
    if (mention.span.of(text) == words) return mention.reading;
  }
  return Reading::place;
}

TEST(Credits, ThePhotographerAndHisAgencyAreCredits) {
  const std::string text = "Fighters rest by a wall. (Photo by Margaret VANDEMOOR / AFP)";
  EXPECT_EQ(reading_of(text, "Margaret VANDEMOOR"), Reading::credit);
  EXPECT_EQ(reading_of(text, "AFP"), Reading::credit);
}
TEST(Credits, ADashBetweenPersonAndAgencyIsACreditToo) {
  EXPECT_EQ(
      reading_of("Fighters rest. ( Margaret Vandemoor - Anadolu Agency )", "Margaret Vandemoor"),
      Reading::credit);
}
TEST(Credits, AnAgencyAloneInBracketsIsACredit) {
  EXPECT_EQ(reading_of("OSLO (Reuters) - Nothing happened.", "Reuters"), Reading::credit);
}
TEST(Credits, AnUnknownAgencyOfADatelineIsACredit) {
  EXPECT_EQ(reading_of("OSLO, March 4 (VQP) - Nothing happened.", "VQP"), Reading::credit);
}
TEST(Credits, AnAcronymInBracketsInsideASentenceIsNone) {
  EXPECT_EQ(reading_of("They asked the Vandemoor Harvest Union (VHU) - and left.", "VHU"),
            Reading::actor);
}
TEST(Credits, WhoReportedIsACredit) {
  EXPECT_EQ(reading_of("Nothing happened. (Reporting by Margaret Vandemoor)", "Margaret Vandemoor"),
            Reading::credit);
}
TEST(Credits, AnAgencyThatContributedIsACredit) {
  EXPECT_EQ(reading_of("AFP contributed reporting.", "AFP"), Reading::credit);
}
TEST(Credits, AnAgencyThatWasToldIsAnActor) {
  EXPECT_EQ(reading_of("He told Reuters so.", "Reuters"), Reading::actor);
}
TEST(Credits, ABylinesNameIsACredit) {
  EXPECT_EQ(reading_of("By Margaret Vandemoor", "Margaret Vandemoor", BlockKind::byline),
            Reading::credit);
}
TEST(Credits, AReportersLineIsACredit) {
  EXPECT_EQ(reading_of("Nothing happened.\nReporting by Margaret Vandemoor", "Margaret Vandemoor"),
            Reading::credit);
  EXPECT_EQ(reading_of("(Additional reporting by Ana Ruiz in Oslo; Editing by Margaret Vandemoor)",
                       "Ana Ruiz"),
            Reading::credit);
}
TEST(Credits, WhoStandsBesideAnAgencyIsACredit) {
  EXPECT_EQ(reading_of("A man walks. REUTERS/Margaret Vandemoor", "Margaret Vandemoor"),
            Reading::credit);
  EXPECT_EQ(reading_of("A man walks. Margaret Vandemoor/AFP/Getty Images", "Margaret Vandemoor"),
            Reading::credit);
  EXPECT_EQ(reading_of("A man walks. Margaret Vandemoor/AFP/Getty Images", "Getty Images"),
            Reading::credit);
}
TEST(Credits, AnAcronymInBracketsIsNoCredit) {
  EXPECT_EQ(reading_of("The Talmoran Rowing Federation (TRF) met.", "TRF"), Reading::actor);
}

TEST(Credits, APictureAgencyIsACredit) {
  EXPECT_EQ(reading_of("Fighters rest. (Margaret Vandemoor/Getty Images)", "Getty Images"),
            Reading::credit);
}

}  // namespace
}  // namespace dateline
