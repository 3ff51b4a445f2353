// Liveblogs and chronologies as dated entries.
#include "helpers.h"

namespace dateline::segment::test {
namespace {

const std::string minister =
    "Labour Minister Ana Ruiz met the union and the trust in the town hall and urged both to sign "
    "the new contract.\n\n"
    "The union will ask its members on Friday, its leader Jon Ashby told reporters at the gate of "
    "the harbour.\n\n";
const std::string police =
    "Police arrested two men who had thrown stones at the office of the trust, a police spokesman "
    "said.\n\n"
    "The two men, aged 31 and 44, had come to the island for the strike, the spokesman told "
    "reporters at the office.\n\n";
const std::string ships =
    "Eleven ships wait outside the bay today, most of them with grain for the mills of the island, "
    "the trust said.\n\n"
    "The strike began after the trust said it would close two of its nine piers and move the "
    "cranes to another harbour.\n\n";

std::string liveblog(const std::string& first, const std::string& second,
                     const std::string& third) {
  return "Strike in Port Ellis: as it happened\n\nBy MARTA QUILL\nPublished: 5 December 2031, "
         "20:10\n\n" +
         first + "\n\n" + minister + second + "\n\n" + police + third + "\n\n" + ships;
}

// The date of the block that begins with these words; empty where it has none of its own.
std::string date_of(const Result& result, std::string_view words) {
  for (const Block& block : result.layout.blocks) {
    if (result.text_of(block).starts_with(words)) return to_iso(block.published.first);
  }
  return "no such block";
}

TEST(Entries, EachTakesTheDateAboveIt) {
  const Result result =
      segment(liveblog("5 December 2031 19:40", "4 December 2031 16:05", "3 December 2031 11:30"));
  EXPECT_EQ(date_of(result, "Labour Minister"), "2031-12-05");
  EXPECT_EQ(date_of(result, "Police arrested"), "2031-12-04");
  EXPECT_EQ(date_of(result, "Eleven ships"), "2031-12-03");
  EXPECT_EQ(to_iso(result.published().date.first), "2031-12-05");
}

TEST(Entries, AMissingYearIsThatOfTheArticle) {
  const Result result = segment(liveblog("Dec 5, 19:40", "Dec 4, 16:05", "Dec 3, 11:30"));
  EXPECT_EQ(date_of(result, "Police arrested"), "2031-12-04");
}

TEST(Entries, DatesWithoutAnOrderMakeNoSeries) {  // as below embedded posts
  const Result result =
      segment(liveblog("4 December 2031 19:40", "5 December 2031 16:05", "3 December 2031 11:30"));
  EXPECT_EQ(date_of(result, "Police arrested"), "");
}

TEST(Entries, OneDayAgainAndAgainWithoutAClockMakesNoSeries) {
  const Result result = segment(liveblog("4 December 2031", "4 December 2031", "4 December 2031"));
  EXPECT_EQ(date_of(result, "Police arrested"), "");
}

TEST(Entries, ALongTextBeforeTheFirstDateIsNoIntroduction) {
  std::string text =
      liveblog("5 December 2031 19:40", "4 December 2031 16:05", "3 December 2031 11:30");
  const std::string told = strike.substr(strike.find("Dockers in Port Ellis voted"));
  text.insert(text.find("5 December 2031 19:40"), told + "\n");
  EXPECT_EQ(date_of(segment(text), "Police arrested"), "");
}

const std::string timeline =
    "Timeline: The harbour dispute in Port Ellis\n\n"
    "30 December 2031\nDockers in Port Ellis began a strike over the closure of two piers.\n\n"
    "17 January 2032\nPolice arrested eleven dockers at the gate of the harbour.\n\n"
    "2 February\nThe union and the trust signed an agreement in the town hall.\n\n"
    "9 March\nThe harbour opened again after the owners paid the workers.\n";

TEST(Entries, TheFirstOfAChronologyDoesNotDateThePage) {
  const Published published = segment(timeline).published();
  EXPECT_FALSE(published.date.is_day());
  EXPECT_EQ(to_iso(published.date.first), "2032-03-09");
}

TEST(Entries, OfAChronologyCountFromTheirOwnDates) {
  const Result result = segment(timeline);
  EXPECT_EQ(date_of(result, "Dockers in"), "2031-12-30");
  EXPECT_EQ(date_of(result, "Police arrested"), "2032-01-17");
  EXPECT_EQ(date_of(result, "The union"), "2032-02-02");
  EXPECT_EQ(date_of(result, "The harbour opened"), "2032-03-09");
}

TEST(Entries, AChronologyThatStatesItsDayKeepsIt) {
  std::string text = timeline;
  text.insert(text.find("30 December"), "Published: 12 March 2032\n\n");
  const Result result = segment(text);
  EXPECT_EQ(to_iso(result.published().date.first), "2032-03-12");
  EXPECT_EQ(date_of(result, "The union"), "2032-02-02");
}

}  // namespace
}  // namespace dateline::segment::test
