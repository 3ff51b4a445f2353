// Units: which tokens are one, what their place says of their capitals, and the lists of those that
// rules begin with.
#include "annotate/words/units.h"

#include <gtest/gtest.h>

#include "annotate/annotated.h"

namespace dateline::annotate {
namespace {

class UnitsTest : public testing::Test {
 protected:
  // The units of a text that is one zone, each with a blank behind.
  std::string read(const std::string& text) {
    text_ = text;
    rules::read_text(*finder().rules, text_, reading_);
    units_.clear();
    vocabulary_.clear();
    units_.add(reading_, words_, {0, reading_.tokens.size()}, vocabulary_);
    std::string out;
    for (std::uint32_t i = 0; i < units_.size(); ++i) out += std::string(form(i)) + " ";
    return out;
  }
  [[nodiscard]] std::string_view form(std::uint32_t unit) const {
    return reading_.span({units_[unit].first, units_[unit].last}).of(text_);
  }
  [[nodiscard]] std::string forms(const std::vector<std::uint32_t>& numbers) const {
    std::string out;
    for (const std::uint32_t i : numbers) out += std::string(form(i)) + " ";
    return out;
  }
  // The flags of the unit that reads so.
  [[nodiscard]] std::uint16_t flags(std::string_view words) const {
    for (std::uint32_t i = 0; i < units_.size(); ++i) {
      if (form(i) == words) return units_[i].flags;
    }
    return 0;
  }

  Words words_{*finder().rules};
  std::string text_;
  rules::Reading reading_;
  Units units_;
  Vocabulary vocabulary_;
};

TEST_F(UnitsTest, AreWhatAReaderTakesForOneWord) {
  EXPECT_EQ(read("Bachar al-Vandi, J. O'Quirl and the U.S. army met Kim Jong-il."),
            "Bachar al-Vandi , J. O'Quirl and the U.S. army met Kim Jong-il . ");
  EXPECT_EQ(read("an Iran-backed group's 22nd well-known plan"),
            "an Iran - backed group 's 22 nd well - known plan ");
}

TEST_F(UnitsTest, ACapitalIsTheSameUnitBeforeAWordAndBeforeAMark) {
  read("we saw Quirl there");
  const std::uint16_t before_word = flags("Quirl");
  read("we saw Quirl, there");
  EXPECT_EQ(flags("Quirl"), before_word);
  EXPECT_EQ(before_word, word_unit | capital);
  read("we saw QUIRL there");
  EXPECT_EQ(flags("QUIRL"), word_unit | capital | all_caps);
}

TEST_F(UnitsTest, KnowWhereSentencesAndLinesBegin) {
  read("\"Quirl,\" he said. Then - not-so - (Verra) it: Sul\nOdun");
  for (const char* starts : {"Quirl", "Then", "Sul", "Odun"})
    EXPECT_NE(flags(starts) & sentence_start, 0) << starts;
  for (const char* inside : {"said", "it"}) EXPECT_EQ(flags(inside) & sentence_start, 0) << inside;
  EXPECT_NE(flags("Odun") & line_start, 0);
  EXPECT_EQ(flags("Sul") & line_start, 0);
}

TEST_F(UnitsTest, OfHeadlinesSaySo) {
  read(
      "Quirl Wins Long Race In Verra Town\nQuirl won a long race in Verra town.\nQUIRL WINS "
      "RACE\n");
  EXPECT_NE(flags("Wins") & headline_unit, 0);
  EXPECT_EQ(flags("won") & headline_unit, 0);
  EXPECT_NE(flags("WINS") & caps_line_unit, 0);
}

TEST_F(UnitsTest, ListWhatRulesBeginWith) {
  read("Quirl (of Verra) met al-Vandi\nand Sul (his wife)");
  EXPECT_EQ(forms(units_.capitals()), "Quirl Verra al-Vandi Sul ");
  EXPECT_EQ(forms(units_.brackets()), "( ( ");
  EXPECT_EQ(forms(units_.lines()), "Quirl and ");
  EXPECT_EQ(units_.line_end(1), units_.size());
}

TEST_F(UnitsTest, TellWhichWordsTheArticleAlsoWritesSmall) {
  read("Hope fades. They hope. We met Quirl.");
  EXPECT_TRUE(vocabulary_.small.has(units_[0].key));
  EXPECT_FALSE(vocabulary_.capital.has(units_[0].key));
  EXPECT_TRUE(vocabulary_.capital.has(units_[units_.size() - 2].key));
  EXPECT_EQ(vocabulary_.words, 7U);
}

}  // namespace
}  // namespace dateline::annotate
