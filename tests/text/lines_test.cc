// Lines and their numbers.
#include <gtest/gtest.h>

#include <vector>

#include "text/text.h"

namespace dateline::text {
namespace {

using Starts = std::vector<std::uint32_t>;

TEST(Lines, start_after_each_line_break) {
  EXPECT_EQ(line_starts(""), (Starts{0}));
  EXPECT_EQ(line_starts("one"), (Starts{0}));
  EXPECT_EQ(line_starts("one\ntwo\r\n\nfour"), (Starts{0, 4, 9, 10}));
}

TEST(Lines, do_not_count_the_nothing_after_the_last_break) {
  EXPECT_EQ(line_starts("one\n"), (Starts{0}));
}

TEST(Lines, are_numbered_from_one) {
  const auto starts = line_starts("one\ntwo\n\nfour");
  EXPECT_EQ(line_at(starts, 0), 1u);
  EXPECT_EQ(line_at(starts, 3), 1u);  // the line break belongs to its line
  EXPECT_EQ(line_at(starts, 4), 2u);
  EXPECT_EQ(line_at(starts, 8), 3u);
  EXPECT_EQ(line_at(starts, 12), 4u);
}

}  // namespace
}  // namespace dateline::text
