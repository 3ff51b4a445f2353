// What comes from inputs cannot harm a terminal.
#include "cli/messages.h"

#include <gtest/gtest.h>

namespace dateline::cli {
namespace {

TEST(Harmless, leaves_text_alone) {
  EXPECT_EQ(harmless("Élysée “Москва” 😀.txt"), "Élysée “Москва” 😀.txt");
}

TEST(Harmless, shows_control_characters) {
  EXPECT_EQ(harmless("a\x1b[31mb\nc\x7f"), "a\\x1b[31mb\\x0ac\\x7f");
  EXPECT_EQ(harmless("a\tb"), "a b");
}

TEST(Harmless, shows_characters_that_turn_the_direction_of_text) {
  EXPECT_EQ(harmless("a\u202Etxt.exe"), "a\\u202etxt.exe");
  EXPECT_EQ(harmless("\u0085"), "\\u0085");
}

TEST(Harmless, shows_bytes_that_are_no_utf8) { EXPECT_EQ(harmless("a\xFF\xC3"), "a\\xff\\xc3"); }

}  // namespace
}  // namespace dateline::cli
