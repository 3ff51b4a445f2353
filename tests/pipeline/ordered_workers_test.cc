// Any number of threads gives the results of one, in order.
#include "ordered_workers.h"

#include <gtest/gtest.h>

#include <atomic>
#include <numeric>
#include <stdexcept>
#include <vector>

namespace dateline {
namespace {

struct NoBuffers {};

std::vector<int> squares(unsigned jobs, int count, int stop_after) {
  int at = 0;
  std::vector<int> out;
  OrderedWorkers workers(
      jobs, [&]() -> std::optional<int> { return at < count ? std::optional(at++) : std::nullopt; },
      [] { return NoBuffers{}; },
      [](int&& i, NoBuffers&) {
        if (i % 7 == 0) std::this_thread::yield();
        return i * i;
      },
      [&](int&& result) {
        out.push_back(result);
        return static_cast<int>(out.size()) < stop_after;
      });
  workers.run();
  return out;
}

TEST(OrderedWorkers, hand_results_on_in_order) {
  const std::vector<int> expected = squares(1, 5000, 10000);
  ASSERT_EQ(expected.size(), 5000u);
  EXPECT_EQ(expected[4999], 4999 * 4999);
  for (const unsigned jobs : {2U, 3U, 8U}) EXPECT_EQ(squares(jobs, 5000, 10000), expected) << jobs;
}

TEST(OrderedWorkers, stop_where_nobody_wants_more) {
  for (const unsigned jobs : {1U, 2U, 8U}) EXPECT_EQ(squares(jobs, 5000, 10).size(), 10u) << jobs;
}

TEST(OrderedWorkers, do_nothing_without_items) {
  for (const unsigned jobs : {1U, 4U}) EXPECT_TRUE(squares(jobs, 0, 10).empty());
}

TEST(OrderedWorkers, keep_no_more_results_than_the_ring_holds) {
  constexpr unsigned jobs = 2;
  std::atomic<int> made = 0;
  int handed_on = 0;
  int most = 0;
  int at = 0;
  OrderedWorkers workers(
      jobs, [&]() -> std::optional<int> { return at < 2000 ? std::optional(at++) : std::nullopt; },
      [] { return NoBuffers{}; },
      [&](int&& i, NoBuffers&) {
        ++made;
        return i;
      },
      [&](int&&) {
        most = std::max(most, made.load() - handed_on);
        ++handed_on;
        return true;
      });
  workers.run();
  EXPECT_LE(most, 4 * static_cast<int>(jobs) + 1);
}

TEST(OrderedWorkers, pass_an_exception_on) {
  for (const unsigned jobs : {1U, 4U}) {
    int at = 0;
    OrderedWorkers workers(
        jobs,
        [&]() -> std::optional<int> { return at < 1000 ? std::optional(at++) : std::nullopt; },
        [] { return NoBuffers{}; },
        [](int&& i, NoBuffers&) {
          if (i == 500) throw std::runtime_error("memory");
          return i;
        },
        [](int&&) { return true; });
    EXPECT_THROW(workers.run(), std::runtime_error) << jobs;
  }
}

}  // namespace
}  // namespace dateline
