// The engine as the rooms see it, over small packs made in memory.
#include <gtest/gtest.h>

#include <algorithm>

#include "rules/pack.h"

namespace dateline::rules {
namespace {

Source word_list(std::string stem, std::string text) {
  return {"data/en/words/" + stem + ".tsv", "en/words", stem, SourceKind::word_list,
          std::move(text)};
}

Source rule_file(std::string stem, std::string text) {
  return {"data/en/time/" + stem + ".rules", "en/time", stem, SourceKind::rule_file,
          std::move(text)};
}

std::vector<Source> months() {
  return {
      word_list("month", "# comment\nform\tvalue\tclass\nmarch\t3\t\nmay\t5\tambiguous\njune\t6\n"),
      word_list("weekday", "form\tvalue\nfriday\t5\n"),
      word_list("feast", "form\tvalue\nnew year's eve\t12-31\neve\t0\n")};
}

class Engine : public testing::Test {
 protected:
  void build(std::string rules, std::vector<Source> overlays = {}) {
    auto sources = months();
    sources.push_back(rule_file("dates", std::move(rules)));
    pack_ = build_pack(std::move(sources), std::move(overlays), problems_);
  }

  // "text=rule" of every match, one a line.
  std::string find(std::string_view text) {
    read_text(*pack_, text, reading_);
    matches_.clear();
    pack_->areas.at("en/time")->find(reading_, {0, reading_.tokens.size()}, matches_);
    std::string out;
    for (const Match& match : matches_) {
      out += std::string(reading_.span(match.tokens).of(text)) + "=" +
             std::string(match.rule->name) + "\n";
    }
    return out;
  }

  Problems problems_;
  std::unique_ptr<Rules::Impl> pack_;
  Reading reading_;
  std::vector<Match> matches_;
};

TEST_F(Engine, FindsTheLongestMatch) {
  build(
      "rule day\nfind {month} {1-31}\nyes x\n\n"
      "rule full\nfind {weekday}? ,? {month} {1-31} ,? {1000-2100}\nyes x\n");
  ASSERT_TRUE(pack_);
  EXPECT_EQ(find("on Friday, March 22, 2013 and in June 3."),
            "Friday, March 22, 2013=full\nJune 3=day\n");
}

TEST_F(Engine, AmongEquallyLongMatchesTheFirstRuleWins) {
  build("rule one\nfind {month}\nyes x\n\nrule two\nfind (march|june)\nyes x\n");
  EXPECT_EQ(find("March June"), "March=one\nJune=one\n");
}

TEST_F(Engine, CapturesNameTheirTokensAndWords) {
  build("rule day\nfind {month} {day:1-31} (, {year:d4})?\nyes x\n");
  EXPECT_EQ(find("May 5, 2011"), "May 5, 2011=day\n");
  ASSERT_EQ(matches_.size(), 1u);
  EXPECT_EQ(matches_[0].get("day")->tokens, (text::TokenRange{1, 2}));
  EXPECT_EQ(matches_[0].get("year")->tokens, (text::TokenRange{3, 4}));
  const ClassId month = pack_->lexicon.class_named("month");
  EXPECT_EQ(pack_->lexicon.value(matches_[0].get("month")->word, month, "value"), "5");
}

TEST_F(Engine, AMatchOfAShapeSeenBeforeHasItsOwnCaptures) {
  build("rule day\nfind {month} {day:1-31} (, {year:d4})?\nyes x\n");
  EXPECT_EQ(find("May 5, 2011 or March 6, 2012 or June 7"),
            "May 5, 2011=day\nMarch 6, 2012=day\nJune 7=day\n");
  ASSERT_EQ(matches_.size(), 3u);
  EXPECT_EQ(matches_[1].get("day")->tokens, (text::TokenRange{6, 7}));
  EXPECT_EQ(matches_[1].get("year")->tokens, (text::TokenRange{8, 9}));
  const ClassId month = pack_->lexicon.class_named("month");
  EXPECT_EQ(pack_->lexicon.value(matches_[1].get("month")->word, month, "value"), "3");
  EXPECT_EQ(matches_[2].get("year"), nullptr);
}

TEST_F(Engine, NumbersOutsideTheRangeDoNotMatch) {
  build("rule day\nfind {month} {1-31}\nyes x\n");
  EXPECT_EQ(find("March 222, March 0, March 31, March 031"), "March 31=day\nMarch 031=day\n");
}

TEST_F(Engine, AForbiddenContextLeavesTheShorterMatch) {
  build("rule month\nfind {month}\nyes x\n\nrule day\nfind {month} {1-31}\nnot-after %\nyes x\n");
  EXPECT_EQ(find("June 5 % June 6"), "June=month\nJune 6=day\n");
}

TEST_F(Engine, AWantedContextIsNoPartOfTheMatch) {
  build("rule year\nfind {1000-2100}\nbefore (in|since)\nyes x\n");
  EXPECT_EQ(find("in 2011 but 2012 since 2013"), "2011=year\n2013=year\n");
}

TEST_F(Engine, APhraseIsOneAtomAndHidesItsWords) {
  build("rule feast\nfind {feast}\nyes x\n");
  EXPECT_EQ(find("on New Year's Eve and on the eve"), "New Year's Eve=feast\neve=feast\n");
}

TEST_F(Engine, ConditionsCombine) {
  build(
      "rule a\nfind {month&Capital&!ambiguous}\nyes x\n\n"
      "rule b\nfind {x:weekday|ambiguous}\nyes x\n");
  EXPECT_EQ(find("march March may Friday"), "March=a\nmay=b\nFriday=b\n");
}

TEST_F(Engine, GluedTellsWhetherABlankStandsBefore) {
  build("rule t\nfind {number} {glued&word}\nyes x\n");
  EXPECT_EQ(find("10am 10 am"), "10am=t\n");
}

TEST_F(Engine, LiteralMarksNeedNoQuotesButOperatorsDo) {
  build("rule r\nfind \"(\" {number} / {number} \")\"\nyes x\n");
  EXPECT_EQ(find("score (12/5)"), "(12/5)=r\n");
}

TEST_F(Engine, ARuleWithoutAnExampleIsAnErrorWithFileAndLine) {
  build("\nrule one\nfind march\n");
  EXPECT_FALSE(pack_);
  ASSERT_EQ(problems_.size(), 1u);
  EXPECT_EQ(problems_[0].code, "rules.no-example");
  EXPECT_EQ(problems_[0].file, "data/en/time/dates.rules");
  EXPECT_EQ(problems_[0].line, 2u);
}

TEST_F(Engine, ADuplicateNameIsAnError) {
  build("rule one\nfind march\nyes x\n\nrule one\nfind june\nyes x\n");
  ASSERT_EQ(problems_.size(), 1u);
  EXPECT_EQ(problems_[0].code, "rules.duplicate");
  EXPECT_EQ(problems_[0].line, 5u);
}

TEST_F(Engine, AnUnknownClassIsAnErrorWithTheLineOfThePattern) {
  build("rule one\nfind {moth}\nyes x\n");
  ASSERT_EQ(problems_.size(), 1u);
  EXPECT_EQ(problems_[0].code, "rules.pattern");
  EXPECT_EQ(problems_[0].line, 2u);
}

TEST_F(Engine, AnUnclosedGroupIsAnError) {
  build("rule one\nfind (march\nyes x\n");
  ASSERT_EQ(problems_.size(), 1u);
  EXPECT_EQ(problems_[0].message, "a group is not closed");
}

TEST_F(Engine, ALineOutsideAnyRuleIsAnError) {
  build("find march\n");
  ASSERT_EQ(problems_.size(), 1u);
  EXPECT_EQ(problems_[0].code, "rules.syntax");
}

TEST_F(Engine, AnOverlayReplacesARuleOfTheSameNameAndPutsNewOnesFirst) {
  build("rule one\nfind march\nyes x\n\nrule two\nfind june\nyes x\n",
        {rule_file("mine", "rule two\nfind may\nyes x\n\nrule three\nfind march\nyes x\n")});
  ASSERT_TRUE(pack_);
  EXPECT_EQ(find("march may june"), "march=three\nmay=two\n");
}

TEST_F(Engine, AnOverlayAddsFormsToAList) {
  build("rule one\nfind {month}\nyes x\n", {word_list("month", "form\tvalue\nbrumaire\t11\n")});
  ASSERT_TRUE(pack_);
  EXPECT_EQ(find("June Brumaire"), "June=one\nBrumaire=one\n");
}

TEST_F(Engine, ALargeAlphabetFindsTheSame) {
  std::string rules;
  for (char a = 'a'; a <= 'z'; ++a) {
    for (char b = 'a'; b <= 'n'; ++b) {
      rules += std::string("rule ") + a + b + "\nfind x" + a + b + "q {number}\nyes x\n\n";
    }
  }
  build(rules);
  ASSERT_TRUE(pack_);
  EXPECT_EQ(find("xcdq 5 xzzq 6 xanq 7"), "xcdq 5=cd\nxanq 7=an\n");
}

TEST_F(Engine, MoreSymbolsThanTheAlphabetHoldsAreAnError) {
  std::string rules = "rule r\nyes x\n";
  for (char a = 'a'; a <= 'z'; ++a) {
    for (char b = 'a'; b <= 'z'; ++b) {
      for (const char c : {'x', 'y', 'z'}) rules += std::string("find ") + a + b + c + "\n";
    }
  }
  build(rules);
  EXPECT_FALSE(pack_);
  ASSERT_EQ(problems_.size(), 1u);
  EXPECT_NE(problems_[0].message.find("too many kinds"), std::string::npos);
}

TEST_F(Engine, AMatchAtTheStartIsTheFirstThatFindGives) {
  build("rule day\nfind {month} {1-31}\nnot-after %\nyes x\n\nrule month\nfind {month}\nyes x\n");
  find("June 5 % June 6 x");
  const auto& area = *pack_->areas.at("en/time");
  const auto first = area.match_start(reading_, {0, reading_.tokens.size()});
  ASSERT_TRUE(first);
  EXPECT_EQ(first->tokens, (text::TokenRange{0, 1}));
  EXPECT_EQ(first->rule->name, "month");
  EXPECT_EQ(area.match_start(reading_, {3, reading_.tokens.size()})->rule->name, "day");
  EXPECT_FALSE(area.match_start(reading_, {1, reading_.tokens.size()}));
}

TEST_F(Engine, AMatchOfTheWholeIsOneThatEndsWithTheRange) {
  build("rule date\nfind {month} {1-31}\nyes x\n\nrule month\nfind {month}\nafter %\nyes x\n");
  find("June 5 % June");
  const auto& area = *pack_->areas.at("en/time");
  EXPECT_EQ(area.match_whole(reading_, {0, 2})->rule->name, "date");
  EXPECT_FALSE(area.match_whole(reading_, {0, 3}));  // it goes on
  EXPECT_FALSE(area.match_whole(reading_, {3, 4}));  // its context lies outside
  EXPECT_FALSE(area.match_whole(reading_, {0, 0}));
}

TEST_F(Engine, FindingEndsWhereEveryContextRejects) {
  build("rule a\nfind {number}+\nnot-after x\nyes x\n");
  std::string text;
  for (int i = 0; i < 20000; ++i) text += "1 x ";
  find(text);
  EXPECT_EQ(matches_.size(), 0u);
}

}  // namespace
}  // namespace dateline::rules
