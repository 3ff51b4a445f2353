// All examples of all time rules, of every language of the pack.
#include "time/examples.h"

#include <algorithm>

#include <gtest/gtest.h>

#include "rules/rules.h"
#include "time/actions.h"
#include "time/time.h"

namespace dateline::time {
namespace {

std::string complaints(const Problems& problems) {
  std::string out;
  for (const Problem& problem : problems)
    out += problem.file + ":" + std::to_string(problem.line) + ": " + problem.message + "\n";
  return out;
}

void expect_good(std::string_view language, std::size_t fewest_examples) {
  Problems problems;
  const auto rules = Rules::load({}, problems);
  ASSERT_TRUE(rules) << complaints(problems);
  const Tagger tagger(*rules, problems, language);
  tagger.check_examples(problems);
  EXPECT_TRUE(problems.empty()) << complaints(problems);
  std::size_t examples = 0;
  for (const rules::Rule& rule : rules::area(*rules, std::string(language) + "/time").rules()) {
    for (const rules::Field& field : rule.fields)
      examples += field.key == "yes" || field.key == "no" ? 1 : 0;
  }
  EXPECT_GE(examples, fewest_examples);
}

TEST(TimeExamples, OfEnglishHold) { expect_good("en", 400); }

TEST(TimeExamples, OfASecondLanguageHoldWithoutAWordOfItInTheCode) { expect_good("de", 60); }

// What is wrong with a rule of these fields.
std::vector<Problem> compile(std::vector<rules::Field> fields) {
  Problems problems;
  const auto rules = Rules::load({}, problems);
  rules::Rule rule;
  rule.name = "en.time.test";
  rule.file = "test.rules";
  rule.line = 7;
  rule.fields = std::move(fields);
  (void)compile_actions(*rules, {&rule, 1}, problems);
  return problems;
}

TEST(TimeActions, AreCompiledWithoutComplaintWhereTheyAreRight) {
  EXPECT_TRUE(
      compile({{"find", "{month} {day:1-31}", 8}, {"value", "XXXX-{month}-{day}", 9}}).empty());
}

TEST(TimeActions, NameTheLineOfAHoleThatNothingFills) {
  const auto problems =
      compile({{"find", "{month} {day:1-31}", 8}, {"value", "XXXX-{month}-{days}", 9}});
  ASSERT_EQ(problems.size(), 1u);
  EXPECT_EQ(problems[0].code, "rules.action");
  EXPECT_EQ(problems[0].file, "test.rules");
  EXPECT_EQ(problems[0].line, 9u);
}

TEST(TimeActions, NameTheLineOfAWordThatMeansNothing) {
  EXPECT_EQ(
      compile({{"find", "{month}", 8}, {"value", "XXXX-{month}", 9}, {"toward", "sideways", 10}})
          .at(0)
          .line,
      10u);
  EXPECT_EQ(compile({{"find", "{month}", 8}, {"value", "XXXX-{month:roman}", 9}}).at(0).line, 9u);
  EXPECT_EQ(compile({{"find", "{month}", 8}, {"shift", "-1", 9}}).at(0).line, 9u);
}

TEST(TimeActions, ARuleMustSayWhatItFound) {
  EXPECT_EQ(compile({{"find", "{month}", 8}}).at(0).line, 7u);
}

TEST(TimeExamples, AWrongExampleSaysWhatWasFound) {
  Problems problems;
  const auto rules = Rules::load({}, problems);
  const Tagger tagger(*rules, problems);
  const rules::Area& area = rules::area(*rules, "en/time");
  const ExampleRunner runner(*rules, area, tagger);
  const auto rule = std::find_if(area.rules().begin(), area.rules().end(),
                                 [](const rules::Rule& r) { return r.name == "en.time.weekday"; });
  ASSERT_NE(rule, area.rules().end());
  EXPECT_EQ(runner.check_yes(*rule, "met on Monday -> Monday = 2013-03-18"), "");
  EXPECT_EQ(runner.check_yes(*rule, "met on Monday -> Monday = 2013-03-11 @ 2013-03-15"), "");
  EXPECT_NE(runner.check_yes(*rule, "met on Monday -> Monday = 2013-03-19"), "");
  EXPECT_NE(runner.check_yes(*rule, "met on Monday -> Monday = 2013-03-18 SET"), "");
  EXPECT_NE(runner.check_yes(*rule, "met on Monday -> "), "");
  EXPECT_NE(runner.check_yes(*rule, "met on Monday -> Monday = 2013-03-18 ; Tuesday = 2013-03-19"),
            "");
  EXPECT_NE(runner.check_yes(*rule, "met last week -> last week = 2013-W11"), "");
  EXPECT_EQ(runner.check_no(*rule, "met last week"), "");
  EXPECT_NE(runner.check_no(*rule, "met on Monday"), "");
}

}  // namespace
}  // namespace dateline::time
