// Lines and their numbers.
#include <gtest/gtest.h>

#include "text/text.h"

namespace dateline::text {
namespace {

TEST(Lines, are_numbered_from_one) {
  LineCounter lines("one\ntwo\r\n\nfour");
  EXPECT_EQ(lines.line_of(0), 1u);
  EXPECT_EQ(lines.line_of(4), 2u);
  EXPECT_EQ(lines.line_of(9), 3u);
  EXPECT_EQ(lines.line_of(13), 4u);
}

TEST(Lines, end_with_their_break) {
  LineCounter lines("one\ntwo");
  EXPECT_EQ(lines.line_of(3), 1u);
  EXPECT_EQ(lines.line_of(4), 2u);
}

TEST(Lines, are_found_backwards_too) {
  LineCounter lines("one\ntwo\nthree");
  EXPECT_EQ(lines.line_of(8), 3u);
  EXPECT_EQ(lines.line_of(5), 2u);
  EXPECT_EQ(lines.line_of(0), 1u);
}

}  // namespace
}  // namespace dateline::text
