// What is kept of inputs between passes.
#include "kept_inputs.h"

#include <gtest/gtest.h>

#include <string>

namespace dateline {
namespace {

KeptInput input_of(std::size_t bytes) {
  KeptInput input;
  input.documents.emplace_back().text = std::string(bytes, 'a');
  return input;
}

TEST(KeptInputs, GivesBackWhatWasKept) {
  KeptInputs kept(3);
  kept.keep(1, input_of(5));
  ASSERT_NE(kept.find(1), nullptr);
  EXPECT_EQ(kept.find(1)->documents.at(0).text, "aaaaa");
  EXPECT_EQ(kept.find(0), nullptr);
  EXPECT_EQ(kept.find(2), nullptr);
}

TEST(KeptInputs, HoldsNoMoreThanFitsAFixedAmountOfMemory) {
  KeptInputs kept(20);
  std::uint32_t number = 0;
  for (; number < 20; ++number) {
    kept.keep(number, input_of(1 << 20));
    if (kept.find(number) == nullptr) break;
  }
  EXPECT_GT(number, 10U);
  EXPECT_LE(number, 16U);
}

TEST(KeptInputs, KeepsNoInputThatIsLargerThanAllTheRoom) {
  KeptInputs kept(2);
  kept.keep(0, input_of(std::size_t{17} << 20));
  EXPECT_EQ(kept.find(0), nullptr);
  EXPECT_TRUE(kept.has_room());
  kept.keep(1, input_of(5));
  EXPECT_NE(kept.find(1), nullptr);
}

TEST(KeptInputs, ForgetsAll) {
  KeptInputs kept(1);
  kept.keep(0, input_of(5));
  kept.clear();
  EXPECT_EQ(kept.find(0), nullptr);
}

}  // namespace
}  // namespace dateline
