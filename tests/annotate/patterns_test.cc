// Names that rule files tell by their shape.
#include "annotate/names/patterns.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>

#include "annotate/annotated.h"

namespace dateline {
namespace {

// What loading a pack with this rule more says.
Problems problems_of(const std::string& rule) {
  const auto folder = std::filesystem::path(testing::TempDir()) / "dateline-patterns";
  std::filesystem::create_directories(folder / "en/entity");
  std::ofstream(folder / "en/entity/own.rules") << rule;
  Problems problems;
  const auto rules = Rules::load({folder.string()}, problems);
  if (rules != nullptr) annotate::Patterns(*rules, "en", problems).check_examples(problems);
  std::filesystem::remove_all(folder);
  return problems;
}

TEST(Patterns, EveryExampleOfThePackHolds) {
  Problems problems;
  finder().annotator.check_examples(problems);
  EXPECT_TRUE(problems.empty()) << problems.front().message;
}
TEST(Patterns, ARuleOfTheUserIsRead) {
  EXPECT_TRUE(problems_of("rule  own.ferry\nfind  ferry {Capital}\ntype  other\nyes   the ferry "
                          "Quandor  ->  ferry Quandor\n")
                  .empty());
}
TEST(Patterns, AnExampleMustGiveTheNameItPromises) {
  const Problems problems = problems_of(
      "rule  own.ferry\nfind  ferry {Capital}\ntype  other\nyes   the ferry Quandor  ->  "
      "Quandor\n");
  ASSERT_EQ(problems.size(), 1U);
  EXPECT_EQ(problems[0].code, "rules.example");
}
TEST(Patterns, ATypeThatDoesNotExistIsAnError) {
  const Problems problems = problems_of(
      "rule  own.ferry\nfind  ferry {Capital}\ntype  boat\nyes   the ferry Quandor  ->  ferry "
      "Quandor\n");
  ASSERT_EQ(problems.size(), 1U);
  EXPECT_EQ(problems[0].code, "rules.action");
}
TEST(Patterns, AnOperationIsNobodyAndNeitherIsItsLastWord) {
  EXPECT_EQ(found("They began Operation Bright Quandor. Later Quandor went on."), "");
}
TEST(Patterns, AStormIsNoPerson) {
  EXPECT_EQ(found("Then Hurricane Vandi came to Oslo."), "Oslo/place");
}
TEST(Patterns, WhatIsSaidBehindACommaMakesAPlace) {
  EXPECT_EQ(found("They talked about Quandor, a small village near Oslo."),
            "Quandor/place, Oslo/place");
}

}  // namespace
}  // namespace dateline
