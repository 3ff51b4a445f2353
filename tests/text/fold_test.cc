// Folding: one spelling for all the ways in which a name is written.
#include <gtest/gtest.h>

#include <string>

#include "text/text.h"

namespace dateline::text {
namespace {

TEST(Fold, lowers_ascii) { EXPECT_EQ(fold("United NATIONS 2013!"), "united nations 2013!"); }

TEST(Fold, drops_accents_composed_or_not) {
  EXPECT_EQ(fold("Élysée"), "elysee");
  EXPECT_EQ(fold("E\u0301lyse\u0301e"), "elysee");
  EXPECT_EQ(fold("Erdoğan"), "erdogan");
  EXPECT_EQ(fold("İzmir"), "izmir");
}

TEST(Fold, writes_letters_that_do_not_decompose_as_readers_do) {
  EXPECT_EQ(fold("Łódź Ørsted Đakovo Diyarbakır"), "lodz orsted dakovo diyarbakir");
  EXPECT_EQ(fold("Gießen"), "giessen");
  EXPECT_EQ(fold("Æthelred"), "aethelred");
}

TEST(Fold, makes_one_apostrophe_dash_and_quote_of_many) {
  EXPECT_EQ(fold("’‘ʼ′´"), "'''''");
  EXPECT_EQ(fold("‐‑–—−"), "-----");
  EXPECT_EQ(fold("“”„«»"), "\"\"\"\"\"");
}

TEST(Fold, drops_ayin_hamza_and_invisible_characters) {
  EXPECT_EQ(fold("Saʿdi Qurʾan"), "sadi quran");
  EXPECT_EQ(fold("gov\u00ADern\u200Bment"), "government");
}

TEST(Fold, opens_ligatures_and_wide_forms) { EXPECT_EQ(fold("ﬁre ＡＢＣ"), "fire abc"); }

TEST(Fold, changes_nothing_the_second_time) {
  const std::string text = "Élysée – Łódź ’s Straße ½ … ﬁ İ ǅ Ω ΐ Ж 中 한 \u1E9E \u0345";
  EXPECT_EQ(fold(fold(text)), fold(text));
}

}  // namespace
}  // namespace dateline::text
