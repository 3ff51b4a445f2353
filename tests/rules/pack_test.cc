// A pack that was saved to an image and loaded again is the pack that was built.
#include "rules/pack.h"

#include <gtest/gtest.h>

namespace dateline::rules {
namespace {

std::vector<Source> sources() {
  return {{"data/en/a/days.rules", "en/a", "days", SourceKind::rule_file,
           "rule en.a.day\nfind {month} {day:1-31}\nnot-after %\nkind day\nyes June 5\n"},
          {"data/en/words/month.tsv", "en/words", "month", SourceKind::word_list,
           "form\tvalue\nmarch\t3\njune\t6\nmid june\t6\n"},
          {"data/mechanisms/a.tsv", "mechanisms", "a", SourceKind::mechanisms,
           "mechanism\twhat\na.guess\tguesses\n"}};
}

std::unique_ptr<Rules::Impl> built(Problems& problems) {
  return build_pack(sources(), {}, problems);
}

std::unique_ptr<Rules::Impl> loaded(const std::string& image, Problems& problems) {
  return load_pack(*ImageView::open(image), problems);
}

std::vector<Match> find(const Rules::Impl& pack, Reading& reading, std::string_view text) {
  read_text(pack, text, reading);
  std::vector<Match> matches;
  pack.areas.at("en/a")->find(reading, {0, reading.tokens.size()}, matches);
  return matches;
}

TEST(Pack, ALoadedPackFindsWhatTheBuiltOneFinds) {
  Problems problems;
  const auto pack = built(problems);
  ASSERT_TRUE(pack);
  const std::string image = save_pack(*pack, sources());  // a loaded pack reads from it
  const auto again = loaded(image, problems);
  ASSERT_TRUE(again);
  for (const auto* one : {pack.get(), again.get()}) {
    Reading reading;
    const auto matches = find(*one, reading, "June 5, march 40 and March 12 % June 31");
    ASSERT_EQ(matches.size(), 2u);
    EXPECT_EQ(matches[1].rule->get("kind"), "day");
    EXPECT_EQ(matches[1].rule->line, 1u);
    const Capture* month = matches[1].get("month");
    EXPECT_EQ(one->lexicon.value(month->word, one->lexicon.class_named("month"), "value"), "6");
  }
}

TEST(Pack, TheDigestSurvivesAndChangesWithAnyText) {
  Problems problems;
  const auto pack = built(problems);
  EXPECT_EQ(loaded(save_pack(*pack, sources()), problems)->digest, pack->digest);
  auto other = sources();
  other[1].text += "may\t5\n";
  EXPECT_NE(build_pack(other, {}, problems)->digest, pack->digest);
  EXPECT_TRUE(pack->digest.starts_with("sha256:"));
}

TEST(Pack, MechanismsAreNamedWithTheirLine) {
  Problems problems;
  const std::string image = save_pack(*built(problems), sources());
  const auto pack = loaded(image, problems);
  const RuleId id = pack->ids.at("a.guess");
  EXPECT_EQ(pack->named[id].path, "data/mechanisms/a.tsv");
  EXPECT_EQ(pack->named[id].line, 2u);
}

TEST(Pack, SavingTwiceGivesTheSameBytes) {
  Problems problems;
  EXPECT_EQ(save_pack(*built(problems), sources()), save_pack(*built(problems), sources()));
}

TEST(Sources, ComeBackAsTheyWere) {
  const std::vector<Source> sources = {
      {"data/en/words/month.tsv", "en/words", "month", SourceKind::word_list,
       "# list\nform\n\njune\njuly\njuly  \n"},
      {"data/en/x/x.rules", "en/x", "x", SourceKind::rule_file, "rule  x\nrule  y"}};
  const auto back =
      unpack_sources(pack_sources(sources, {SourceKind::word_list, SourceKind::rule_file}));
  ASSERT_EQ(back.size(), 2U);
  EXPECT_EQ(back[0].text, sources[0].text);
  EXPECT_EQ(back[0].stem, "month");
  EXPECT_EQ(back[1].text, sources[1].text);
}

TEST(Image, OtherBytesAreNoImage) {
  EXPECT_FALSE(ImageView::open(""));
  EXPECT_FALSE(ImageView::open("something else entirely"));
}

}  // namespace
}  // namespace dateline::rules
