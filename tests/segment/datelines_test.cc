// Datelines at the start of a report's first paragraph, and the day they give.
#include "helpers.h"

namespace dateline::segment::test {
namespace {

Result report(const std::string& dateline) {
  return segment("Storm shuts the harbour of Port Ellis\n\n" + dateline +
                 "The harbour of Port Ellis was shut on Tuesday after a storm, the trust said.\n\n"
                 "\"We will open again soon,\" a spokesman said on Wednesday.\n");
}

std::string day_of(const std::string& dateline) {
  const Published published = report(dateline).published();
  return published.date.is_day() ? to_iso(published.date.first) : "no day";
}

std::string place_of(const std::string& dateline) {
  const Result result = report(dateline);
  return std::string(result.layout.articles.at(0).dateline_place.of(result.document.text));
}

TEST(Datelines, ATownNeedsNoCapitalsWhereAWholeDateFollows) {
  for (const char* dateline :
       {"Port Ellis, 4 June 2031 - ", "Port Ellis, June 4, 2031: ", "Port Ellis, 4th June 2031. ",
        "Port Ellis, Wednesday, June 4, 2031 -- ", "Port Ellis: June 4, 2031: ",
        "PORT ELLIS, 4 June 2031: ", "PORT ELLIS, 4 June 2031. ", "Port Ellis, 2031-06-04 – ",
        "Port Ellis, Scotland (June 4, 2031) — ", "PORT ELLIS -- June 4, 2031 -- "}) {
    EXPECT_EQ(day_of(dateline), "2031-06-04") << dateline;
    EXPECT_EQ(report(dateline).published().basis, PublishedBasis::dateline) << dateline;
    const std::string words = dateline;
    EXPECT_EQ(report(dateline).kind(words.substr(0, words.rfind(' '))), "dateline") << dateline;
  }
}

TEST(Datelines, TheAgencyStandsBeforeTheDateOrBehindIt) {
  for (const char* dateline :
       {"PORT ELLIS (QPW) - 4 June 2031 - ", "Port Ellis, June 4, 2031, QPW - ",
        "Port Ellis, June 4, 2031 (QPW): ", "Port Ellis, June 4, 2031 /QPW/ -- ",
        "4 June 2031 (QPW) - "}) {
    EXPECT_EQ(day_of(dateline), "2031-06-04") << dateline;
    EXPECT_EQ(report(dateline).layout.articles.at(0).agency, "QPW") << dateline;
  }
}

TEST(Datelines, ThePlaceIsTheFirstName) {
  EXPECT_EQ(place_of("Rio de Janeiro, Wed. June 4, 2031: "), "Rio de Janeiro");
  EXPECT_EQ(place_of("St. John's, June 4, 2031 - "), "St. John's");
  EXPECT_EQ(place_of("Dar es Salaam, 4 June 2031. "), "Dar es Salaam");
  EXPECT_EQ(place_of("Port-au-Prince (4 June 2031) - "), "Port-au-Prince");
  EXPECT_EQ(place_of("The Hague, 4 June 2031 - "), "The Hague");
  EXPECT_EQ(place_of("Newark, N.J., June 4, 2031 (QPW) -- "), "Newark");
  EXPECT_EQ(place_of("4 June 2031, Port Ellis – "), "Port Ellis");
  EXPECT_EQ(place_of("June 4 (QPW) - "), "");
}

TEST(Datelines, ADateInBracketsMayStandAlone) {
  EXPECT_EQ(day_of("[4 June 2031] "), "2031-06-04");
  EXPECT_EQ(day_of("(Port Ellis, 4 June 2031) "), "2031-06-04");
}

TEST(Datelines, ADayWithoutAYearNeedsItsCommaAndItsMark) {
  EXPECT_EQ(report("Port Ellis, June 4: ").kind("Port Ellis, June 4:"), "dateline");
  EXPECT_EQ(report("Port Ellis June 4: ").kind("Port Ellis June 4: The"), "body");
}

TEST(Datelines, OtherThingsWithADateAreNone) {
  for (const char* start :
       {"Wednesday, 4 June 2031, was a cold day. ", "June 4, 2031. Nobody has forgotten it. ",
        "Ana Ruiz (4 June 1990 - 3 May 2031) was a painter. ",
        "Rebels took Port Ellis on 4 June 2031 - their first town. ",
        "Chapter 3, 4 June 2031: the king returns. ", "Version 3, June 4, 2031: fixes. ",
        "1 June 2031 - 4 June 2031: conference. ", "Photo, 4 June 2031: the pier. ",
        "Ana, Port Ellis June 4, 2031 at 6:22 pm | I agree. ",
        "PIER FIRE, JUNE 4, 2031 A fire on the pier burned for days. "}) {
    EXPECT_EQ(report(start).layout.articles.at(0).dateline_date, Date()) << start;
    EXPECT_NE(report(start).published().basis, PublishedBasis::dateline) << start;
  }
}

TEST(Datelines, WhatMayBeAMemoryYieldsToADateOfThePage) {
  Document document;
  document.name = "2031-06-05-harbour.txt";
  document.text = "Harbour remembers the storm\n\nPort Ellis, 4 June 2021: " +
                  strike.substr(strike.find("Dockers in Port Ellis voted"));
  EXPECT_EQ(to_iso(segment(document).published().date.first), "2031-06-05");
  document.text.replace(document.text.find("Port Ellis, 4"), 10, "PORT ELLIS");
  EXPECT_EQ(to_iso(segment(document).published().date.first), "2021-06-04");
}

TEST(Datelines, EntriesOfAChronologyDateNoReport) {
  const std::string entries =
      "Nine years of storms\n\n"
      "Port Ellis, 4 June 2021: The harbour was shut on Friday after a storm, the trust said.\n\n"
      "Harrow Bay, 9 May 2025: The harbour was shut on Friday after a storm, the trust said.\n";
  EXPECT_FALSE(segment(entries).published().date.is_day());
}

TEST(Datelines, APageAndItsReportMayEachHaveOne) {
  const Result result =
      report("PORT ELLIS, June 4 | Wed Jun 4, 2031 1:33 pm EST PORT ELLIS, June 4 (QPW) - ");
  EXPECT_EQ(to_iso(result.published().date.first), "2031-06-04");
  EXPECT_TRUE(result.core().starts_with("PORT ELLIS, June 4 | Wed Jun 4, 2031 1:33 pm EST PORT"));
  EXPECT_EQ(result.kind("The harbour of"), "body");
}

}  // namespace
}  // namespace dateline::segment::test
