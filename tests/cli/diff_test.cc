// Unified diffs.
#include "cli/diff.h"

#include <gtest/gtest.h>

#include <fstream>
#include <random>

#include "support/files.h"

namespace dateline::cli {
namespace {

TEST(UnifiedDiff, is_empty_for_equal_texts) {
  EXPECT_EQ(unified_diff("a\nb\n", "a\nb\n", "x", "y"), "");
  EXPECT_EQ(unified_diff("", "", "x", "y"), "");
}

TEST(UnifiedDiff, shows_three_lines_around_a_change) {
  EXPECT_EQ(unified_diff("1\n2\n3\n4\n5\n6\n7\n8\n", "1\n2\n3\n4\nfive\n6\n7\n8\n", "old", "new"),
            "--- old\n+++ new\n@@ -2,7 +2,7 @@\n 2\n 3\n 4\n-5\n+five\n 6\n 7\n 8\n");
}

TEST(UnifiedDiff, says_where_no_newline_ends_a_file) {
  EXPECT_EQ(unified_diff("a", "b\n", "old", "new"),
            "--- old\n+++ new\n@@ -1 +1 @@\n-a\n\\ No newline at end of file\n+b\n");
}

TEST(UnifiedDiff, counts_from_zero_where_there_was_nothing) {
  EXPECT_EQ(unified_diff("", "a\n", "/dev/null", "new"),
            "--- /dev/null\n+++ new\n@@ -0,0 +1 @@\n+a\n");
}

TEST(UnifiedDiff, parts_hunks_that_lie_far_apart) {
  std::string before, after;
  for (int i = 0; i < 40; ++i) {
    before += std::to_string(i) + "\n";
    after += i == 5 || i == 30 ? "x\n" : std::to_string(i) + "\n";
  }
  const std::string diff = unified_diff(before, after, "a", "b");
  EXPECT_NE(diff.find("@@ -3,7 +3,7 @@"), std::string::npos);
  EXPECT_NE(diff.find("@@ -28,7 +28,7 @@"), std::string::npos);
}

TEST(UnifiedDiff, is_what_patch_turns_one_text_into_the_other_with) {
  std::mt19937 random(7);
  test::TemporaryFolder folder;
  if (test::run_command("command -v patch", folder.path()).status != 0)
    GTEST_SKIP() << "there is no patch";
  for (int round = 0; round < 30; ++round) {
    std::string before, after;
    for (int i = 0; i < 60; ++i) {
      const std::string line = std::to_string(random() % 9) + "\n";
      if (random() % 8 != 0) before += line;
      if (random() % 8 != 0) after += line;
    }
    std::ofstream(folder.path() / "f") << before;
    std::ofstream(folder.path() / "d") << unified_diff(before, after, "f", "f");
    if (before != after) {
      ASSERT_EQ(test::run_command("patch -s -p0 < d", folder.path()).status, 0) << before << "---\n"
                                                                                << after;
    }
    EXPECT_EQ(test::read_file(folder.path() / "f"), after);
  }
}

TEST(UnifiedDiff, stays_cheap_for_texts_that_have_nothing_in_common) {
  std::string before, after;
  for (int i = 0; i < 20000; ++i) {
    before += "a" + std::to_string(i) + "\n";
    after += "b" + std::to_string(i) + "\n";
  }
  EXPECT_NE(unified_diff(before, after, "a", "b").find("@@ -1,20000 +1,20000 @@"),
            std::string::npos);
}

}  // namespace
}  // namespace dateline::cli
