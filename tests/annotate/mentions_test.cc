// What holds of all mentions, whatever the text.
#include <gtest/gtest.h>

#include "annotate/annotated.h"
#include "annotate/words/ids.h"

namespace dateline {
namespace {

const std::string busy =
    "The University of Oslo and the Syrian Observatory for Human Rights met President Bashar "
    "al-Assad in New York, where "
    "J. K. Vandemoor of Vandemoor & Quirl (VQ) spoke for the Ministry of Trade and Industry. "
    "Vandemoor left for Boston, Mass. on "
    "Route 30.\nRESULTS OF LEAGUE MATCHES PLAYED IN CUP\nOslo 2 Bergen 1\nOSLO AT BERGEN\n";

TEST(Mentions, AreSortedAndDoNotOverlap) {
  ASSERT_GT(annotated(busy).mentions.size(), 5U);
  std::uint32_t end = 0;
  for (const Mention& mention : annotated(busy).mentions) {
    EXPECT_GE(mention.span.begin, end) << mention.span.of(busy);
    EXPECT_GT(mention.span.end, mention.span.begin);
    end = mention.span.end;
  }
}
TEST(Mentions, HaveARuleALabelAndAnId) {
  ASSERT_GT(annotated(busy).mentions.size(), 5U);
  for (const Mention& mention : annotated(busy).mentions) {
    EXPECT_NE(finder().rules->name(mention.rule), "") << mention.span.of(busy);
    EXPECT_NE(mention.name, "");
    EXPECT_NE(mention.id, "") << mention.span.of(busy);
  }
}
TEST(Mentions, AreTheSameWhenFoundAgain) { EXPECT_EQ(found(busy), found(busy)); }
TEST(Mentions, OfNothingAreNone) {
  EXPECT_EQ(found(""), "");
  EXPECT_EQ(found("\n\n . ( \" ' - \n"), "");
}
TEST(Mentions, ABlockOutsideTheArticleIsNotRead) {
  EXPECT_EQ(found("President Quirl Vandemoor spoke.", BlockKind::ticker), "");
}
// What is left in the buffers of one article must not show in the next.
TEST(Mentions, DoNotDependOnTheArticleBefore) {
  annotate::Workspace workspace;
  const auto labels = [&](const std::string& text) {
    std::string out;
    for (const Mention& mention : annotated(text, workspace).mentions)
      out += mention.id + " " + mention.name + "\n";
    return out;
  };
  const std::string alone = labels(busy);
  EXPECT_NE(
      labels(
          "Oslo beat Bergen 2-1. Mr. Vandemoor, 34, of Quirl Trust (QT) met QT in Paris, Texas."),
      "");
  EXPECT_EQ(labels(busy), alone);
}

std::string slug(std::string_view name) {
  std::string id = "-";
  annotate::append_slug(name, id);
  return id;
}
TEST(Ids, SlugsAreFoldedAndHyphenated) {
  EXPECT_EQ(slug("Jos\u00e9 O'Vandi-Quirl  Jr."), "-jose-ovandi-quirl-jr");
  EXPECT_EQ(slug("T.J. `Quirl' & Sons!"), "-tj-quirl-sons");
}
TEST(Ids, ASlugOfMarksIsEmpty) { EXPECT_EQ(slug("(...)"), "-"); }
TEST(Ids, CodesKeepTheirLength) {
  std::string id = "place/";
  annotate::append_code("Val d'\u00d6r", id);
  EXPECT_EQ(id, "place/val-d-or");
}

}  // namespace
}  // namespace dateline
