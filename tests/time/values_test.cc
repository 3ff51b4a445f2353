// TIMEX3 values: text -> Value -> text, and the days they cover.
#include "time/values.h"

#include <gtest/gtest.h>

#include "time/calendar.h"

namespace dateline::time {
namespace {

std::string normal(std::string_view text) {
  const auto value = parse_value(text);
  return value ? to_timex(*value) : "none";
}

std::string days(std::string_view text) {
  const auto value = parse_value(text);
  if (!value) return "none";
  const Date date = days_of(*value);
  return to_iso(date.first) + ".." + to_iso(date.last);
}

TEST(Values, AreWrittenWithTheirZeros) {
  EXPECT_EQ(normal("2013-3-5"), "2013-03-05");
  EXPECT_EQ(normal("2013-W7"), "2013-W07");
  EXPECT_EQ(normal("2013-3-5T8:5"), "2013-03-05T08:05");
  EXPECT_EQ(normal("BC0490-8"), "BC0490-08");
}

TEST(Values, KeepWhatIsUnknownAsX) {
  EXPECT_EQ(normal("XXXX-WXX-7"), "XXXX-WXX-7");
  EXPECT_EQ(normal("XXXX-XX-XXTMO"), "XXXX-XX-XXTMO");
  EXPECT_EQ(normal("1998-XX"), "1998-XX");
  EXPECT_EQ(normal("XXXX-SU"), "XXXX-SU");
  EXPECT_EQ(normal("1989-QX"), "1989-QX");
}

TEST(Values, SurviveARoundTrip) {
  for (const char* text : {"2013",
                           "2013-03",
                           "2013-03-05",
                           "2013-W11",
                           "2013-W11-WE",
                           "2013-Q3",
                           "2013-H1",
                           "2013-WI",
                           "199X",
                           "19XX",
                           "BC0490",
                           "BC04XX",
                           "2013-03-05T16:08Z",
                           "2013-03-05TNI",
                           "2013-03-05T24:00",
                           "PAST_REF",
                           "P2.5Y",
                           "PT90M",
                           "PXW",
                           "XXXX-03-05",
                           "XXXX-XX-11"}) {
    EXPECT_EQ(normal(text), text);
  }
}

TEST(Values, DaysThatDoNotExistAreNoValue) {
  EXPECT_EQ(normal("2013-02-29"), "none");
  EXPECT_EQ(normal("2012-02-29"), "2012-02-29");
  EXPECT_EQ(normal("XXXX-02-30"), "none");
  EXPECT_EQ(normal("2013-13-01"), "none");
  EXPECT_EQ(normal("2013-04-31"), "none");
  EXPECT_EQ(normal("2013-W54"), "none");
  EXPECT_EQ(normal("2013-Q5"), "none");
  EXPECT_EQ(normal("2013-03-05T25:00"), "none");
  EXPECT_EQ(normal("0000-01-01"), "none");
  EXPECT_EQ(normal("2013-03-05junk"), "none");
}

TEST(Values, MultiplesOfUnitsBecomeYears) {
  EXPECT_EQ(normal("P2*10Y"), "P20Y");
  EXPECT_EQ(normal("PX*10Y"), "PXY");
  EXPECT_EQ(normal("P90TM"), "PT90M");
  EXPECT_EQ(normal("P1*2W"), "P2W");
}

TEST(Values, CoverTheirDays) {
  EXPECT_EQ(days("2013-03-05"), "2013-03-05..2013-03-05");
  EXPECT_EQ(days("2013-02"), "2013-02-01..2013-02-28");
  EXPECT_EQ(days("2013"), "2013-01-01..2013-12-31");
  EXPECT_EQ(days("2013-W11"), "2013-03-11..2013-03-17");
  EXPECT_EQ(days("2013-W11-WE"), "2013-03-16..2013-03-17");
  EXPECT_EQ(days("2020-W53"), "2020-12-28..2021-01-03");
  EXPECT_EQ(days("2012-Q4"), "2012-10-01..2012-12-31");
  EXPECT_EQ(days("2012-H2"), "2012-07-01..2012-12-31");
  EXPECT_EQ(days("2012-SU"), "2012-06-01..2012-08-31");
  EXPECT_EQ(days("199X"), "1990-01-01..1999-12-31");
  EXPECT_EQ(days("19XX"), "1900-01-01..1999-12-31");
  EXPECT_EQ(days("9999-12"), "9999-12-01..9999-12-31");
}

TEST(Values, CoverNoDaysWhereTheYearIsUnknownOrBeforeOurEra) {
  EXPECT_EQ(days("XXXX-03-05"), "..");
  EXPECT_EQ(days("BC0490"), "..");
  EXPECT_EQ(days("P3Y"), "..");
  EXPECT_EQ(days("PRESENT_REF"), "..");
}

TEST(Values, EveryYearFrom1To9999CoversItself) {
  for (int year = first_year; year <= last_year; ++year) {
    char text[8];
    std::snprintf(text, sizeof text, "%04d", year);
    const auto value = parse_value(text);
    ASSERT_TRUE(value) << text;
    ASSERT_EQ(to_timex(*value), text);
    ASSERT_EQ(civil(days_of(*value).first).year, year);
    ASSERT_EQ(civil(days_of(*value).last).year, year);
  }
}

TEST(Values, UnitsLaterStayInTheCalendar) {
  const Day day = *make_day(2024, 12, 30);
  EXPECT_EQ(to_timex(*unit_after(day, Grain::week, 0)), "2025-W01");
  EXPECT_EQ(to_timex(*unit_after(day, Grain::week, -1)), "2024-W52");
  EXPECT_EQ(to_timex(*unit_after(day, Grain::month, 2)), "2025-02");
  EXPECT_EQ(to_timex(*unit_after(day, Grain::decade, -1)), "201X");
  EXPECT_FALSE(unit_after(day, Grain::year, 8000));
  EXPECT_FALSE(unit_after(day, Grain::day, -2000000000));
}

}  // namespace
}  // namespace dateline::time
