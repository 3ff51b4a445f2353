// Texts and their numbers.
#include "extract/lexicon/text_table.h"

#include <gtest/gtest.h>

#include <string>

namespace dateline::extract {
namespace {

TEST(TextTable, NumbersTextsInTheOrderOfAdding) {
  TextTable table(4);
  EXPECT_EQ(table.add("seize"), 0U);
  EXPECT_EQ(table.add("seized"), 1U);
  EXPECT_EQ(table.add("seize"), 0U);
  EXPECT_EQ(table.find("seized"), 1U);
}

TEST(TextTable, DoesNotKnowWhatWasNotAdded) {
  TextTable table(4);
  static_cast<void>(table.add("seize"));
  EXPECT_EQ(table.find("seiz"), TextTable::absent);
  EXPECT_EQ(table.find(""), TextTable::absent);
}

TEST(TextTable, KeepsNumbersWhenItGrows) {
  TextTable table(1);
  for (int i = 0; i < 1000; ++i) static_cast<void>(table.add("word" + std::to_string(i)));
  for (int i = 0; i < 1000; ++i) {
    EXPECT_EQ(table.find("word" + std::to_string(i)), static_cast<std::uint32_t>(i));
  }
}

}  // namespace
}  // namespace dateline::extract
