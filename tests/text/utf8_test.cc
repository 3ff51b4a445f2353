// UTF-8: what is valid, and what becomes of bytes that are not.
#include <gtest/gtest.h>

#include <string>

#include "text/text.h"

namespace dateline::text {
namespace {

const std::string bad = "\xEF\xBF\xBD";

TEST(Utf8, accepts_valid_text) {
  EXPECT_TRUE(is_utf8(""));
  EXPECT_TRUE(is_utf8("plain ASCII of more than eight bytes"));
  EXPECT_TRUE(is_utf8("Élysée – “Москва” 😀"));
}

TEST(Utf8, refuses_what_the_standard_refuses) {
  EXPECT_FALSE(is_utf8("\x80"));
  EXPECT_FALSE(is_utf8("long enough text \xC3"));
  EXPECT_FALSE(is_utf8("\xC0\xAF"));          // overlong
  EXPECT_FALSE(is_utf8("\xED\xA0\x80"));      // a surrogate
  EXPECT_FALSE(is_utf8("\xF4\x90\x80\x80"));  // above U+10FFFF
  EXPECT_FALSE(is_utf8("\xFF"));
}

TEST(Utf8, leaves_valid_text_alone) {
  const auto result = repair_utf8("Élysée");
  EXPECT_EQ(result.text, "Élysée");
  EXPECT_EQ(result.repaired, 0u);
}

TEST(Utf8, replaces_each_bad_byte) {
  const auto result = repair_utf8("caf\xE9 in \xE2\x82 Par\xC3");
  EXPECT_EQ(result.text, "caf" + bad + " in " + bad + bad + " Par" + bad);
  EXPECT_EQ(result.repaired, 4u);
}

TEST(Utf8, is_valid_after_repair_whatever_it_was) {
  std::string bytes;
  for (int i = 0; i < 256; ++i) bytes += static_cast<char>(i);
  for (int i = 255; i >= 0; --i) bytes += static_cast<char>(i);
  EXPECT_TRUE(is_utf8(repair_utf8(bytes).text));
}

}  // namespace
}  // namespace dateline::text
