// What tells near-copies.
#include "extract/facts/fingerprint.h"

#include <gtest/gtest.h>

#include <string>

namespace dateline::extract {
namespace {

struct Print {
  std::uint64_t minima[4] = {};
};

// Words w0 w1 ..., with `changed` in the place of one of them.
Print print_of(int words, int changed = -1) {
  std::string text;
  for (int i = 0; i < words; ++i)
    text += i == changed ? "other " : std::string(1, 'w') + std::to_string(i) + " ";
  text::Tokens tokens;
  text::tokenize(text, tokens);
  Fingerprint fingerprint;
  fingerprint.add(tokens, {0, tokens.size()});
  Print print;
  fingerprint.copy_to(print.minima);
  return print;
}

int alike(const Print& a, const Print& b) {
  int same = 0;
  for (int i = 0; i < 4; ++i) same += a.minima[i] == b.minima[i] ? 1 : 0;
  return same;
}

TEST(Fingerprint, IsTheSameForTheSameWords) { EXPECT_EQ(alike(print_of(300), print_of(300)), 4); }

TEST(Fingerprint, KeepsMostMinimaWhereAWordChanges) {
  int kept = 0;
  for (int changed = 0; changed < 100; ++changed)
    kept += alike(print_of(300), print_of(300, changed));
  EXPECT_GE(kept, 380);  // of 400; one word touches ten of 600 shingles at most
}

TEST(Fingerprint, SharesNothingWithOtherWords) {
  text::Tokens tokens;
  text::tokenize("the ferry left the old harbour at dawn with nobody on board", tokens);
  Fingerprint fingerprint;
  fingerprint.add(tokens, {0, tokens.size()});
  Print print;
  fingerprint.copy_to(print.minima);
  EXPECT_EQ(alike(print, print_of(300)), 0);
}

TEST(Fingerprint, IsNoughtForFewWords) {
  for (const std::uint64_t minimum : print_of(1).minima) EXPECT_EQ(minimum, 0U);
}

}  // namespace
}  // namespace dateline::extract
