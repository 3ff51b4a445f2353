// What two marked lists share, against looking for each number of the one in all of the other.
#include "merge/base/marked.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <utility>
#include <vector>

namespace dateline::merge {
namespace {

using List = std::vector<std::uint32_t>;
using Places = std::vector<std::pair<std::ptrdiff_t, std::ptrdiff_t>>;

Places shared(const List& a, const List& b) {
  const auto marked = [](const List& list) {
    return Marked{list.data(), list.data() + list.size(), marks_of(list)};
  };
  Places found, in_ranges;
  for_each_shared(marked(a), marked(b),
                  [&](std::ptrdiff_t i, std::ptrdiff_t j) { found.emplace_back(i, j); });
  for_each_in_shared_ranges(marked(a), marked(b), [&](std::ptrdiff_t i, std::ptrdiff_t j) {
    in_ranges.emplace_back(i, j);
  });
  EXPECT_EQ(found, in_ranges);
  return found;
}

Places shared_by_search(const List& a, const List& b) {
  Places found;
  for (auto i = a.begin(); i != a.end(); ++i) {
    const auto j = std::find(b.begin(), b.end(), *i);
    if (j != b.end()) found.emplace_back(i - a.begin(), j - b.begin());
  }
  return found;
}

// Few ranges, so that many numbers share a mark, and few numbers in each, so that many are in both.
List some_numbers(std::uint64_t seed) {
  List list;
  for (std::uint64_t i = seed % 23; i > 0; --i) {
    seed = seed * 6364136223846793005U + 1442695040888963407U;
    const auto range = static_cast<std::uint32_t>(seed >> 60 & 7U);
    list.push_back((range * 9) << 26 | static_cast<std::uint32_t>(seed >> 40 & 3U));
  }
  std::sort(list.begin(), list.end());
  list.erase(std::unique(list.begin(), list.end()), list.end());
  return list;
}

TEST(Marked, FindsWhatBothHoldWhereverItStands) {
  std::size_t found = 0;
  for (std::uint64_t seed = 1; seed < 4000; ++seed) {
    const List a = some_numbers(seed), b = some_numbers(seed * 31);
    EXPECT_EQ(shared(a, b), shared_by_search(a, b)) << seed;
    found += shared(a, b).size();
  }
  EXPECT_GT(found, 1000U);
}

TEST(Marked, AListThatEndsWithinASharedRangeIsNotReadBeyondItsEnd) {
  EXPECT_EQ(shared({5}, {4, 5, 6}), (Places{{0, 1}}));
  EXPECT_EQ(shared({1, 2}, {3, 4}), Places());
  EXPECT_EQ(shared({}, {3, 4}), Places());
}

}  // namespace
}  // namespace dateline::merge
