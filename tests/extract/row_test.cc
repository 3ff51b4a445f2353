// The array that units and chunks lie in.
#include "extract/lexicon/row.h"

#include <gtest/gtest.h>

#include "harness.h"

namespace dateline::extract {
namespace {

Row<int> row_of(std::initializer_list<int> values, int closing) {
  Row<int> row;
  row.start(static_cast<std::uint32_t>(values.size()), closing);
  for (const int value : values) row.add() = value;
  row.finish();
  return row;
}

TEST(Row, StandsBetweenClosingElements) {
  const Row<int> row = row_of({1, 2}, 7);
  EXPECT_EQ(row.size(), 2);
  EXPECT_EQ(row[0], 1);
  for (Index i = 1; i <= Row<int>::margin; ++i) {
    EXPECT_EQ(row[-i], 7);
    EXPECT_EQ(row[1 + i], 7);
  }
}

TEST(Row, ForgetsTheLongerOneBefore) {
  Row<int> row;
  row.start(3, 7);
  for (const int value : {1, 2, 3}) row.add() = value;
  row.finish();
  row.start(1, 9);
  row.add() = 4;
  row.finish();
  EXPECT_EQ(row.size(), 1);
  EXPECT_EQ(row[-1], 9);
  EXPECT_EQ(row[1], 9);
  EXPECT_EQ(std::vector<int>(row.begin(), row.end()), std::vector<int>{4});
}

TEST(Sentences, AreReadAlikeAfterALongerOne) {
  const std::string longer =
      "A ferry, two trawlers, a tug and a crane stood in the harbour of the old town, where nobody "
      "had worked since the "
      "owner, a cousin of the mayor, sold it to the bank that the mayor's other cousin had opened.";
  const std::string sentence = "Rebels seized the port of Talmora.";
  const Extraction alone = harness().run(sentence),
                   behind = harness().run(longer + "\n" + sentence);
  ASSERT_FALSE(alone.events.empty());
  const auto is_seizure = [](const Event& event) { return event.trigger == "seized"; };
  const auto found = std::find_if(behind.events.begin(), behind.events.end(), is_seizure);
  ASSERT_NE(found, behind.events.end());
  EXPECT_EQ(found->id, alone.events.front().id);
  EXPECT_EQ(found->summary, alone.events.front().summary);
}

}  // namespace
}  // namespace dateline::extract
