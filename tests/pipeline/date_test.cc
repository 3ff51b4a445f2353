// Days as text and back.
#include "dateline/date.h"

#include <gtest/gtest.h>

namespace dateline {
namespace {

TEST(Date, counts_days_from_1970) {
  EXPECT_EQ(parse_day("1970-01-01"), 0);
  EXPECT_EQ(parse_day("1970-01-02"), 1);
  EXPECT_EQ(parse_day("1969-12-31"), -1);
  EXPECT_EQ(parse_day("2024-12-05"), 20062);
}

TEST(Date, writes_what_it_reads) {
  for (const Day day : {-719162, -1, 0, 20062, 2932896}) EXPECT_EQ(parse_day(to_iso(day)), day);
  EXPECT_EQ(to_iso(-719162), "0001-01-01");
  EXPECT_EQ(to_iso(2932896), "9999-12-31");
}

TEST(Date, writes_nothing_for_no_day) { EXPECT_EQ(to_iso(no_day), ""); }

TEST(Date, refuses_days_that_do_not_exist) {
  EXPECT_FALSE(parse_day("2024-02-30"));
  EXPECT_FALSE(parse_day("2023-02-29"));
  EXPECT_TRUE(parse_day("2024-02-29"));
  EXPECT_FALSE(parse_day("2024-13-01"));
  EXPECT_FALSE(parse_day("0000-01-01"));
}

TEST(Date, refuses_other_shapes) {
  for (const char* text :
       {"", "2024", "2024-1-05", "2024/12/05", "2024-12-05T", "+024-12-05", "2024-12-5x"})
    EXPECT_FALSE(parse_day(text)) << text;
}

TEST(Date, takes_months_and_years_as_ranges) {
  EXPECT_EQ(parse_date("2024-02"),
            (Date{*parse_day("2024-02-01"), *parse_day("2024-02-29"), Precision::month}));
  EXPECT_EQ(parse_date("2023"),
            (Date{*parse_day("2023-01-01"), *parse_day("2023-12-31"), Precision::year}));
  EXPECT_EQ(parse_date("2023-05-06"), single_day(*parse_day("2023-05-06")));
}

TEST(Date, ignores_a_time_after_the_day) {
  EXPECT_EQ(parse_date("2023-05-06T23:59:00Z"), single_day(*parse_day("2023-05-06")));
  EXPECT_EQ(parse_date("2023-05-06 10:00"), single_day(*parse_day("2023-05-06")));
  EXPECT_FALSE(parse_date("2023-05-0610:00"));
  EXPECT_FALSE(parse_date("2023-13"));
  EXPECT_FALSE(parse_date("20230506"));
}

TEST(Date, is_known_by_either_end) {
  EXPECT_FALSE(Date{}.known());
  EXPECT_TRUE((Date{no_day, 5, Precision::before}.known()));
  EXPECT_FALSE((Date{no_day, 5, Precision::before}.is_day()));
  EXPECT_TRUE(single_day(5).is_day());
}

}  // namespace
}  // namespace dateline
