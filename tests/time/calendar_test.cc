// Calendar arithmetic against std::chrono and against dates from almanacs.
#include "time/calendar.h"

#include <chrono>

#include <gtest/gtest.h>

namespace dateline::time {
namespace {

Day day(int year, int month, int number) { return *make_day(year, month, number); }

TEST(Calendar, AgreesWithChronoOnEveryDayOfAThousandYears) {
  using namespace std::chrono;
  for (Day d = day(1600, 1, 1); d <= day(2600, 1, 1); ++d) {
    const year_month_day expected{sys_days{days{d}}};
    const Civil found = civil(d);
    ASSERT_EQ(found.year, static_cast<int>(expected.year()));
    ASSERT_EQ(static_cast<unsigned>(found.month), static_cast<unsigned>(expected.month()));
    ASSERT_EQ(static_cast<unsigned>(found.day), static_cast<unsigned>(expected.day()));
    ASSERT_EQ(make_day(found.year, found.month, found.day), d);
    ASSERT_EQ(static_cast<unsigned>(weekday(d)),
              std::chrono::weekday{sys_days{days{d}}}.iso_encoding());
  }
}

TEST(Calendar, RejectsDaysThatDoNotExist) {
  EXPECT_FALSE(make_day(2023, 2, 29));
  EXPECT_TRUE(make_day(2024, 2, 29));
  EXPECT_FALSE(make_day(1900, 2, 29));
  EXPECT_FALSE(make_day(2024, 2, 30));
  EXPECT_FALSE(make_day(2024, 4, 31));
  EXPECT_FALSE(make_day(2024, 13, 1));
  EXPECT_FALSE(make_day(2024, 0, 1));
  EXPECT_FALSE(make_day(0, 1, 1));
  EXPECT_FALSE(make_day(10000, 1, 1));
}

TEST(Calendar, WeeksAtTheEdgeOfAYearBelongToTheYearOfTheirThursday) {
  EXPECT_EQ(iso_week(day(2021, 1, 3)).year, 2020);
  EXPECT_EQ(iso_week(day(2021, 1, 3)).week, 53);
  EXPECT_EQ(iso_week(day(2024, 12, 30)).year, 2025);
  EXPECT_EQ(iso_week(day(2024, 12, 30)).week, 1);
  EXPECT_EQ(iso_week(day(2013, 3, 22)).week, 12);
}

TEST(Calendar, WeeksOfAYear) {
  EXPECT_EQ(weeks_in_year(2020), 53);
  EXPECT_EQ(weeks_in_year(2021), 52);
  EXPECT_EQ(weeks_in_year(2015), 53);
  EXPECT_FALSE(monday_of(2021, 53));
  EXPECT_EQ(to_iso(*monday_of(2020, 53)), "2020-12-28");
}

TEST(Calendar, MondayOfIsTheInverseOfIsoWeek) {
  for (Day d = day(1890, 1, 1); d < day(2110, 1, 1); ++d) {
    const IsoWeek week = iso_week(d);
    ASSERT_EQ(*monday_of(week.year, week.week) + week.weekday - 1, d);
  }
}

TEST(Calendar, MonthsAreClampedToTheirLastDay) {
  EXPECT_EQ(add_months(day(2024, 1, 31), 1), day(2024, 2, 29));
  EXPECT_EQ(add_months(day(2023, 1, 31), 1), day(2023, 2, 28));
  EXPECT_EQ(add_months(day(2024, 3, 31), -1), day(2024, 2, 29));
  EXPECT_EQ(add_months(day(2024, 12, 15), 1), day(2025, 1, 15));
  EXPECT_EQ(add_months(day(2024, 1, 15), -13), day(2022, 12, 15));
}

TEST(Calendar, NothingLeavesTheYears1To9999) {
  EXPECT_FALSE(add_months(day(9999, 12, 1), 1));
  EXPECT_FALSE(add_months(day(1, 1, 31), -1));
  EXPECT_FALSE(add_months(day(2000, 1, 1), 2000000000));
  EXPECT_FALSE(add_days(day(9999, 12, 31), 1));
  EXPECT_FALSE(add_days(day(1, 1, 1), -1));
  EXPECT_FALSE(add_days(day(2000, 1, 1), -2147483647));
}

TEST(Calendar, NthWeekdayCountsFromEitherEnd) {
  EXPECT_EQ(nth_weekday(1999, 11, 4, 4), day(1999, 11, 25));  // Thanksgiving
  EXPECT_EQ(nth_weekday(2024, 5, 1, -1), day(2024, 5, 27));   // Memorial Day
  EXPECT_EQ(nth_weekday(2024, 9, 1, 1), day(2024, 9, 2));     // Labor Day
  EXPECT_EQ(nth_weekday(2024, 3, 7, -1), day(2024, 3, 31));
  EXPECT_FALSE(nth_weekday(2024, 2, 1, 5));
  EXPECT_TRUE(nth_weekday(2024, 2, 4, 5));
}

TEST(Calendar, EasterOfKnownYears) {
  EXPECT_EQ(easter(2000), day(2000, 4, 23));
  EXPECT_EQ(easter(2008), day(2008, 3, 23));
  EXPECT_EQ(easter(2011), day(2011, 4, 24));
  EXPECT_EQ(easter(2024), day(2024, 3, 31));
  EXPECT_EQ(easter(1818), day(1818, 3, 22));
  EXPECT_EQ(easter(2038), day(2038, 4, 25));
}

TEST(Calendar, StretchesEndOnTheirLastDay) {
  EXPECT_EQ(to_iso(whole_months(2024, 2, 1, Precision::month)->last), "2024-02-29");
  EXPECT_EQ(to_iso(whole_months(2024, 12, 3, Precision::season)->last), "2025-02-28");
  EXPECT_EQ(to_iso(whole_months(9999, 12, 1, Precision::month)->last), "9999-12-31");
  EXPECT_EQ(to_iso(whole_week(2013, 11)->first), "2013-03-11");
  EXPECT_EQ(to_iso(whole_years(1990, 1999, Precision::decade)->last), "1999-12-31");
}

}  // namespace
}  // namespace dateline::time
