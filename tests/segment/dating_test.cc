// The publication date of an article, and the evidence for it.
#include "helpers.h"
#include "segment/lines/stamps.h"

namespace dateline::segment::test {
namespace {

std::string stated(std::string_view value) {
  const auto stamps = StampReader(rules()).stated(value);
  return stamps.empty()
             ? "nothing"
             : to_iso(stamps[0].on(true)) + (stamps[0].minutes < 0 ? "" : " " + stamps[0].time());
}

TEST(Dating, MetadataIsReadInItsUsualForms) {
  EXPECT_EQ(stated("2031-12-05"), "2031-12-05");
  EXPECT_EQ(stated("2031-12-05T10:04:00Z"), "2031-12-05 10:04");
  EXPECT_EQ(stated("2031-12-05 10:04:09"), "2031-12-05 10:04");
  EXPECT_EQ(stated("Fri, 05 Dec 2031 10:04:09 +0000"), "2031-12-05 10:04");
  EXPECT_EQ(stated("December 5, 2031"), "2031-12-05");
  EXPECT_EQ(stated("5 December 2031"), "2031-12-05");
  EXPECT_EQ(stated("20311205"), "2031-12-05");
  EXPECT_EQ(stated("1733400000"), "2024-12-05 12:00");
  EXPECT_EQ(stated("1733400000000"), "2024-12-05 12:00");
}

TEST(Dating, WhatIsNoDateIsNone) {
  EXPECT_EQ(stated(""), "nothing");
  EXPECT_EQ(stated("None"), "nothing");
  EXPECT_EQ(stated("2031-02-30"), "nothing");
  EXPECT_EQ(stated("yesterday"), "nothing");
}

TEST(Dating, WithDotsTheDayComesFirstWhereItCan) {
  EXPECT_EQ(stated("05.12.2031"), "2031-12-05");
  EXPECT_EQ(stated("05.13.2031"), "2031-05-13");
}

TEST(Dating, MonthsOfOtherLanguagesAreRead) {
  EXPECT_EQ(stated("5 de diciembre de 2031"), "2031-12-05");
  EXPECT_EQ(stated("5. Dezember 2031"), "2031-12-05");
  EXPECT_EQ(stated("5 d\xC3\xA9"
                   "cembre 2031"),
            "2031-12-05");
}

TEST(Dating, AYearOfTwoDigitsNeedsItsMark) {
  EXPECT_EQ(stated("05-Dec-31"), "2031-12-05");
  EXPECT_EQ(stated("Dec 5, '31"), "2031-12-05");
  EXPECT_EQ(stated("Dec 5, 31"), "");  // a day without a year
}

TEST(Dating, ALineOfADateMayHaveAYearOfTwoDigits) {
  EXPECT_EQ(stated("Fri 05 Dec 31, 14:03"), "2031-12-05 14:03");
  EXPECT_EQ(stated("5 Dec 31"), "2031-12-05");
  EXPECT_EQ(stated("05.12.31"), "2031-12-05");
  EXPECT_EQ(stated("on 5 Dec 31 ships sank"), "");  // a day without a year
  EXPECT_EQ(stated("05.12.31 kilometres"), "nothing");
}

TEST(Dating, UnitsOfEastAsianDatesAreRead) {
  EXPECT_EQ(stated("2031年12月5日"), "2031-12-05");
  EXPECT_EQ(stated("2031년 12월 5일"), "2031-12-05");
}

TEST(Dating, TheNumberOfAnIssueIsNoDay) {
  EXPECT_EQ(stated("Vol. 12 No. 9, December 5, 2031"), "2031-12-05");
  EXPECT_EQ(stated("Issue 9 - December 5, 2031"), "2031-12-05");
}

TEST(Dating, AMonthMayHaveLostTheBlankBeforeIt) {
  EXPECT_EQ(stated("By Marta QuillDec. 5, 2031 11:00 pm"), "2031-12-05 23:00");
  EXPECT_EQ(stated("Marta QuillDec 05, 203112 Shares"), "2031-12-05");
  EXPECT_EQ(stated("Marta QuillDec 5"), "nothing");
  EXPECT_EQ(stated("Jon LeMaybe 5, 2031"), "nothing");
}

TEST(Dating, AYearThatLostTheBlankBehindItEndsItsEvidence) {
  const auto stamps = StampReader(rules()).stated("Marta QuillDec. 5, 203112 shares");
  ASSERT_EQ(stamps.size(), 1U);
  EXPECT_EQ(stamps[0].span, (Span{11, 23}));  // "Dec. 5, 2031"
}

TEST(Dating, AClockOfTwelveHoursIsRead) {
  EXPECT_EQ(stated("12/05/2031 11:53 PM"), "2031-12-05 23:53");
  EXPECT_EQ(stated("12/05/2031 12:10 AM"), "2031-12-05 00:10");
}

TEST(Dating, APathGivesItsDay) {
  const StampReader reader(rules());
  EXPECT_EQ(to_iso(reader.in_path("https://example.org/2031/12/05/port-strike")), "2031-12-05");
  EXPECT_EQ(to_iso(reader.in_path("2031-12-05-port-strike.txt")), "2031-12-05");
  EXPECT_EQ(reader.in_path("story-123456.txt"), no_day);
}

TEST(Dating, StatedMetadataComesFirst) {
  Document document;
  document.text = strike;
  document.published = "2031-12-04T08:00:00Z";
  const Result result = segment(std::move(document));
  EXPECT_EQ(to_iso(result.published().date.first), "2031-12-04");
  EXPECT_EQ(result.published().basis, PublishedBasis::metadata);
  EXPECT_EQ(result.published().confidence, Confidence::high);
}

TEST(Dating, MetadataMayCountSecondsOrFractionsOfThemOrHaveAYearOfTwoDigits) {
  Document document;
  document.text = strike;
  for (const char* stated :
       {"1954144800", "1954144800000", "1954144800000000000", "4-Dec-31", "12/04/31"}) {
    document.published = stated;
    EXPECT_EQ(to_iso(segment(document).published().date.first), "2031-12-04") << stated;
  }
  document.published = "4-Dec-98";
  EXPECT_EQ(to_iso(segment(document).published().date.first), "1998-12-04");
}

TEST(Dating, TheDayThatThePageShowsIsTheLocalOne) {
  Document document;
  document.text = strike;
  document.text.insert(strike.find("\n\nDockers in Port Ellis voted"),
                       "\nPublished 8:00 PM EST, Thu December 4, 2031");
  document.published = "2031-12-05T01:00:21.174Z";
  EXPECT_EQ(to_iso(segment(document).published().date.first), "2031-12-04");
  document.published = "2031-12-05T01:00:21-05:00";  // local already
  EXPECT_EQ(to_iso(segment(document).published().date.first), "2031-12-05");
  document.published = "2031-12-05T12:00:00Z";  // the day before is nowhere any more
  EXPECT_EQ(to_iso(segment(document).published().date.first), "2031-12-05");
  document.published = "2031-12-09T01:00:21Z";  // no matter of zones
  EXPECT_EQ(to_iso(segment(document).published().date.first), "2031-12-09");
}

TEST(Dating, APublishedLineGivesDayTimeAndEvidence) {
  std::string text = strike;
  text.insert(text.find("\n\nDockers in Port Ellis voted"),
              "\nPublished On: 11 Mar 2031, 14:27 Updated On:12 Mar 2031, 08:39");
  const Result result = segment(text);
  EXPECT_EQ(to_iso(result.published().date.first), "2031-03-11");
  EXPECT_EQ(result.published().time, "14:27");
  EXPECT_EQ(result.published().basis, PublishedBasis::published_line);
  ASSERT_FALSE(result.published().evidence.empty());
  EXPECT_TRUE(result.published().evidence[0].of(text).starts_with("11 Mar 2031"));
}

TEST(Dating, TheDateOfAnUpdateYieldsToTheDateOfPublication) {
  std::string text = strike;
  text.insert(text.find("\n\nDockers in Port Ellis voted"),
              "\nUpdated 12 Mar 2031 / Published 11 Mar 2031");
  EXPECT_EQ(to_iso(segment(text).published().date.first), "2031-03-11");
}

TEST(Dating, AnUpdateYieldsToADateThatSaysNothingOfItself) {
  for (const char* header :
       {"Dec. 4, 2031 | Updated Dec. 6, 2031 10:12 a.m.", "Dec. 4, 2031Updated: Dec. 6, 2031",
        "2031-12-04T22:15:00+09:00\nModified: 2031-12-05T08:02:11+09:00",
        "December 4, 2031\nLast updated December 6, 2031"}) {
    std::string text = strike;
    text.replace(text.find("By MARTA QUILL"), 14, header);
    EXPECT_EQ(to_iso(segment(text).published().date.first), "2031-12-04") << header;
  }
}

TEST(Dating, AnUpdateAloneIsNoFirmDate) {
  std::string text = strike;
  text.replace(text.find("By MARTA QUILL"), 14, "Updated 4 December 2031");
  EXPECT_EQ(segment(text).published().confidence, Confidence::medium);
}

TEST(Dating, WhatThePageSaysOfItsArticleComesBeforeTheDatesOfOthers) {
  const std::string text = strike +
                           "\nThis article was published on December 4, 2031 at 16:40\n\n"
                           "Read this next\n\nTrust buys a crane\nPublished December 7, 2031\n";
  EXPECT_EQ(to_iso(segment(text).published().date.first), "2031-12-04");
}

TEST(Dating, AnAddressAboveTheTitleGivesItsDay) {
  EXPECT_EQ(to_iso(segment("https://www.harbour-times.example/2031/12/04/dockers-vote-to-end-"
                           "strike/\n\n" +
                           strike)
                       .published()
                       .date.first),
            "2031-12-04");
}

TEST(Dating, ALabelInsideALongHeaderLineIsHeeded) {
  std::string text = strike;
  text.replace(text.find("By MARTA QUILL"), 14,
               "By Marta Quill for Harbour Times Published: 20:10 GMT, 5 March 2031 | Updated: "
               "21:00 GMT, 6 March 2031");
  EXPECT_EQ(to_iso(segment(text).published().date.first), "2031-03-05");
}

TEST(Dating, TheDateAtTheVeryTopOfAPageIsThatOfTheVisit) {
  std::string menu;
  for (int i = 0; i < 12; ++i)
    menu += "Pier " + std::string(1, static_cast<char>('a' + i)) + "\n\n";
  EXPECT_FALSE(
      segment("Skip to content\n\n24 December 2031\n\n" + menu + strike).published().date.is_day());
}

TEST(Dating, TheDateOfAnUpdateYieldsToAnyDateBesideIt) {
  std::string text = strike;
  text.insert(text.find("\n\nDockers in Port Ellis voted"),
              "\n19:00, 11 Mar 2031\nUpdated 07:26, 12 Mar 2031");
  EXPECT_EQ(to_iso(segment(text).published().date.first), "2031-03-11");
}

const std::string list_of_december =
    "\nFerry between the islands to run all night\nBy ADRIATIC WIRE\n12/06/2029 10:26 AM\n"
    "Mayor opens new library in the old town hall\nBy ADRIATIC WIRE\n12/06/2029 9:14 AM\n"
    "Two swans delay the morning train to Harrow\nBy JON ASHBY\n12/05/2029 8:51 PM\n";

TEST(Dating, TheNewestDateBesideTheTextCountsWhereTheWeekdaysAgree) {
  const Result result =
      segment(strike + list_of_december);  // the text says Thursday; 2029-12-06 is one
  EXPECT_EQ(to_iso(result.published().date.first), "2029-12-06");
  EXPECT_EQ(result.published().basis, PublishedBasis::sidebar_timestamps);
  EXPECT_EQ(result.published().confidence, Confidence::medium);
}

TEST(Dating, WithoutAWeekdayTheNewestDateIsABoundOnly) {
  std::string text = strike;
  for (std::size_t at = text.find("Thursday"); at != std::string::npos; at = text.find("Thursday"))
    text.replace(at, 8, "the islan");
  for (std::size_t at = text.find("Friday"); at != std::string::npos; at = text.find("Friday"))
    text.replace(at, 6, "summer");
  const Result result = segment(text + list_of_december);
  EXPECT_EQ(result.published().date.first, no_day);
  EXPECT_EQ(to_iso(result.published().date.last), "2029-12-06");
  EXPECT_EQ(result.published().date.precision, Precision::before);
}

TEST(Dating, AListOfNeighbouringDaysTellsMonthFromDay) {
  Options options;
  options.month_first = false;  // the list itself knows better
  EXPECT_EQ(to_iso(segment(strike + list_of_december, options).published().date.first),
            "2029-12-06");
}

TEST(Dating, ATickersDateDoesNotDateTheArticle) {
  const Result result = segment(
      "Breaking news\nFive walks for the weekend of December 27 -\nRed alert for snow -\n\n" +
      strike);
  EXPECT_FALSE(result.published().date.is_day());
  EXPECT_EQ(result.published().basis, PublishedBasis::unknown);
}

TEST(Dating, TheWeekdayOfTheLeadAfterTheNewestPhotographDatesTheArticle) {
  std::string text = strike;
  text.insert(
      text.find("The strike began"),
      "Dockers wait at the gate of Port Ellis on December 3, 2024. (Photo by Ana RUIZ / AFP)\n\n");
  const Result result = segment(text);  // the lead says Thursday: 5 December
  EXPECT_EQ(to_iso(result.published().date.first), "2024-12-05");
  EXPECT_EQ(result.published().basis, PublishedBasis::caption);
}

TEST(Dating, AWeekdayOutsideTheLeadBoundsTheArticleByItsReturn) {
  std::string text = strike;
  for (const std::string day : {"on Thursday", "on Friday"}) {
    for (std::size_t at = text.find(day); at != std::string::npos; at = text.find(day))
      text.erase(at, day.size() + 1);
  }
  text += "\nA mediator met both sides on Sunday, and again after the vote, the union said.\n";
  text.insert(
      text.find("The strike began"),
      "Dockers wait at the gate of Port Ellis on December 3, 2024. (Photo by Ana RUIZ / AFP)\n\n");
  const Date date = segment(text).published().date;
  EXPECT_EQ(to_iso(date.first), "2024-12-03");
  EXPECT_EQ(to_iso(date.last), "2024-12-07");
}

// `strike` with a line before its headline.
Result headed(const std::string& line, const Corpus& corpus = {}) {
  return segment(line + "\n\n" + strike, {}, corpus);
}

TEST(Dating, ALineAboveTheHeadlineDatesTheArticle) {
  EXPECT_EQ(to_iso(headed("HARBOUR TIMES ONLINE | 12/23/2031 06:15 PM").published().date.first),
            "2031-12-23");
}

TEST(Dating,
     AnOpenDateIsReadByTheWeekdayOfTheNews) {  // 2031-12-04 is a Thursday, 2031-04-12 a Saturday
  const Published found = headed("HARBOUR TIMES ONLINE | 04/12/2031 06:15 PM").published();
  EXPECT_EQ(to_iso(found.date.first), "2031-12-04");
  EXPECT_EQ(found.confidence, Confidence::medium);
  EXPECT_EQ(found.evidence.size(), 2U);
  EXPECT_EQ(to_iso(headed("HARBOUR TIMES ONLINE | 12/04/2031 06:15 PM").published().date.first),
            "2031-12-04");
}

TEST(Dating, AnOpenDateIsReadAsOtherInputsWriteTheirs) {  // 2031-11-10 and 2031-10-11 fit no
                                                          // weekday of the text
  const std::string open = "HARBOUR TIMES ONLINE | 10/11/2031 06:15 PM";
  Corpus corpus;
  Document other;
  other.text = "Harbour Times, 23/11/2031\n";
  corpus.add(other);
  EXPECT_EQ(to_iso(headed(open).published().date.first), "2031-10-11");
  EXPECT_EQ(to_iso(headed(open, corpus).published().date.first), "2031-11-10");
  EXPECT_EQ(headed(open).published().confidence, Confidence::low);
  EXPECT_EQ(headed(open, corpus).published().confidence, Confidence::medium);
}

TEST(Dating, AnOpenDateInMetadataIsReadAsOtherRecordsWriteTheirs) {
  const auto stated = [](const Corpus& corpus) {
    Document record;
    record.text = "The mayor opened a bridge in the old harbour of the town.";
    record.published = "05/03/2031";
    return segment(record, {}, corpus).published();
  };
  EXPECT_EQ(stated({}).confidence, Confidence::low);
  Corpus corpus;
  Document other;
  other.text = "The mayor spoke.";
  other.published = "25/03/2031";
  corpus.add(other);
  EXPECT_EQ(to_iso(stated(corpus).date.first), "2031-03-05");
  EXPECT_EQ(stated(corpus).confidence, Confidence::medium);
}

TEST(Dating, InputsThatDisagreeOnTheOrderDecideNothing) {
  Corpus corpus;
  for (const char* const date : {"23/11/2031", "11/23/2031"}) {
    Document other;
    other.text = date;
    corpus.add(other);
  }
  EXPECT_FALSE(corpus.month_first().has_value());
}

TEST(
    Dating,
    ADateWithoutAYearTakesTheYearThatItsWeekdayFits) {  // 5 June is a Thursday in 2031, not in 2030
  std::string text = strike;
  text.replace(text.find("Dockers in Port Ellis voted"), 0,
               "PORT ELLIS, June 5 (AW) \xE2\x80\x94 ");
  const Published found = segment(text + "\nCopyright 2030-2031 Harbour Times\n").published();
  EXPECT_EQ(to_iso(found.date.first), "2031-06-05");
  EXPECT_EQ(found.basis, PublishedBasis::dateline);
  EXPECT_FALSE(segment(text + "\nCopyright 2030 Harbour Times\n").published().date.is_day());
}

TEST(Dating, AHeaderThatWasRunIntoTheLeadDatesTheArticle) {
  std::string text = strike;
  text.replace(text.find("Dockers in Port Ellis voted"), 0,
               "PORT ELLIS | Thu Dec 4, 2031 1:40 pm GMT PORT ELLIS (AW) - ");
  EXPECT_EQ(to_iso(segment(text).published().date.first), "2031-12-04");
  text.replace(text.find("Thu Dec 4"), 3, "Mon");  // it is none
  EXPECT_FALSE(segment(text).published().date.is_day());
}

TEST(Dating, ALabelledDateFarFromTheTextCountsWhereNoOtherContradictsIt) {
  std::string menu;
  for (int i = 0; i < 20; ++i)
    menu += "Pier " + std::string(1, static_cast<char>('a' + i)) + "\n\n";
  const std::string text = "Published: Dec 4, 2031 at 09:22 AM\n\n" + menu + strike;
  EXPECT_EQ(to_iso(segment(text).published().date.first), "2031-12-04");
  EXPECT_FALSE(segment("Published: Dec 9, 2031 at 09:22 AM\n\n" + text).published().date.is_day());
}

TEST(Dating, AnOldPhotographDoesNotDateTheArticleToTheDay) {  // Sunday, four days before the
                                                              // weekday of the lead
  std::string text = strike;
  text.insert(
      text.find("The strike began"),
      "Dockers wait at the gate of Port Ellis on November 30, 2031. (Photo by Ana RUIZ / AFP)\n\n");
  EXPECT_FALSE(segment(text).published().date.is_day());
  EXPECT_EQ(to_iso(segment(text).published().date.first), "2031-11-30");
}

TEST(Dating, TheOptionIsTheLastResort) {
  Options options;
  options.published = single_day(*parse_day("2031-01-02"));
  EXPECT_EQ(segment(strike, options).published().basis, PublishedBasis::option);
  Document dated;
  dated.text = strike;
  dated.published = "2031-12-04";
  EXPECT_EQ(segment(std::move(dated), options).published().basis, PublishedBasis::metadata);
}

TEST(Dating, ADatelineWithoutItsYearTakesThatOfTheOption) {
  Document document;
  document.text =
      "Gunmen storm bank\n\nHARBOURTON, June 10 (Gazette News) - Gunmen stormed a bank in the old "
      "town on Sunday, the police said, and fled with the money of four hundred people.\n\nNobody "
      "was hurt, and the bank will stay closed until the end of the week, its owner said.\n";
  Options options;
  options.published = single_day(parse_day("2031-06-17").value());
  EXPECT_EQ(to_iso(segment(document, options).published().date.first), "2031-06-10");
  EXPECT_EQ(segment(document, options).published().basis, PublishedBasis::dateline);
  options.published = single_day(parse_day("2031-01-02").value());
  EXPECT_EQ(to_iso(segment(document, options).published().date.first), "2030-06-10");
}

TEST(Dating, TheDayOfADeathIsNotThatOfPublication) {
  EXPECT_FALSE(
      segment("Obituary: Ana Ruiz, who built the harbour\nDied 2 February 2031, aged 91\n\n"
              "Ana Ruiz, who has died aged 91, built the harbour of Port Ellis.\n\n"
              "She was born in Quay, where her father mended the nets of others.\n")
          .published()
          .date.known());
}

TEST(Dating, AnInterviewersLineStatesTheDay) {
  const Result result = segment(
      "'I would go again': captain speaks\nInterview by Dana Moss. 18 May 2031.\n"
      "Q: When did you leave the harbour?\nA: In March 2029, after they sold my boat. I left a "
      "week "
      "later.\nQ: Were you threatened?\nA: Yes. Two men came to my house in Quay.\n");
  EXPECT_EQ(to_iso(result.published().date.first), "2031-05-18");
  EXPECT_EQ(result.layout.articles[0].byline.of(result.document.text), "Dana Moss");
}

TEST(Dating, AChangeInTheWeekAfterIsKept) {
  const std::string text =
      "Troops storm a rebel camp\nBy Ana Ruell\nPublished 13 March 2030 | Updated %\n\n"
      "Government troops stormed a rebel camp near Lomba on Wednesday and killed six fighters, the "
      "army said. The camp had sheltered about a hundred men, according to villagers.\n";
  const auto changed = [&](std::string_view day) {
    std::string page = text;
    page.replace(page.find('%'), 1, day);
    Document document;
    document.text = page;
    return segment(std::move(document)).published().modified;
  };
  EXPECT_EQ(to_iso(changed("15 March 2030")), "2030-03-15");
  EXPECT_EQ(changed("13 March 2030"), no_day);
  EXPECT_EQ(changed("15 May 2031"), no_day);
}

}  // namespace
}  // namespace dateline::segment::test
