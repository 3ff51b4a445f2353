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

void expect_good(std::string_view language) {
  Problems problems;
  const auto rules = Rules::load({}, problems);
  ASSERT_TRUE(rules) << complaints(problems);
  const Tagger tagger(*rules, problems, language);
  tagger.check_examples(problems);
  EXPECT_TRUE(problems.empty()) << complaints(problems);
}

TEST(TimeExamples, OfEnglishHold) { expect_good("en"); }

}  // namespace
}  // namespace dateline::time
