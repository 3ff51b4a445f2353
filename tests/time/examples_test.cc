// All examples of all time rules, of every language of the pack.
#include <gtest/gtest.h>

#include "rules/rules.h"
#include "time/time.h"

namespace dateline::time {
namespace {

std::string complaints(const Problems& problems) {
  std::string out;
  for (const Problem& problem : problems) out += problem.file + ":" + std::to_string(problem.line) + ": " + problem.message + "\n";
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
    for (const rules::Field& field : rule.fields) examples += field.key == "yes" || field.key == "no" ? 1 : 0;
  }
  EXPECT_GE(examples, fewest_examples);
}

TEST(TimeExamples, OfEnglishHold) { expect_good("en", 280); }

TEST(TimeExamples, OfASecondLanguageHoldWithoutAWordOfItInTheCode) { expect_good("de", 60); }

TEST(TimeExamples, AFailingExampleNamesItsFileAndLine) {
  Problems problems;
  const auto rules = Rules::load({std::string(DATELINE_SOURCE_DIR) + "/tests/time/broken_rules"}, problems);
  ASSERT_TRUE(rules) << complaints(problems);
  const Tagger tagger(*rules, problems);
  ASSERT_EQ(problems.size(), 1u) << complaints(problems);
  EXPECT_EQ(problems[0].code, "rules.action");
  EXPECT_EQ(problems[0].line, 10u);
  tagger.check_examples(problems);
  ASSERT_EQ(problems.size(), 3u) << complaints(problems);
  EXPECT_EQ(problems[1].code, "rules.example");
  EXPECT_EQ(problems[1].line, 6u);
}

}  // namespace
}  // namespace dateline::time
