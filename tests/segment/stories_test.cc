// Dumps with more than one story, and lists of other stories inside of one.
#include "helpers.h"

namespace dateline::segment::test {
namespace {

const std::string ferry =
    "Ferry runs aground off Port Ellis, 40 rescued\n\nBy Marta Quill\n12 May 2031\n\n"
    "A ferry with 40 people on board ran aground near the lighthouse of Port Ellis early on "
    "Monday, the coastguard said.\n\n"
    "All passengers were taken off by lifeboats and brought to the harbour of Gatepost, where "
    "doctors looked after six people.\n\n"
    "The ferry company said it would look into what went wrong.\n";

const std::string walkout =
    "Teachers in Harrow end their walkout\n\nBy Ana Ruiz\n14 May 2031\n\n"
    "Teachers in Harrow will go back to their classrooms on Thursday after their union and the "
    "town council agreed on a pay rise.\n\n"
    "The walkout had kept 60 schools closed for nine days.\n\n"
    "Union leader Petra Holm said members would vote on the deal by the end of the month.\n";

TEST(Stories, EachUnderItsOwnBylineAndDateIsAnArticle) {
  const Result result = segment(ferry + "\n" + walkout);
  ASSERT_EQ(result.layout.articles.size(), 2U);
  EXPECT_EQ(result.kind("Teachers in Harrow end"), "title");
  EXPECT_EQ(byline_of(result.layout.articles[1], result.document.text), "Ana Ruiz");
  EXPECT_EQ(to_iso(result.published(0).date.first), "2031-05-12");
  EXPECT_EQ(to_iso(result.published(1).date.first), "2031-05-14");
}

TEST(Stories, AnotherPageMayFollowBelowTheFurnitureOfTheFirst) {
  const Result result = segment(
      "Home\nSport\n\n" + ferry +
      "\nShare this article\n\nRelated stories\n\nStorm closes two harbours on the coast\n\nMayor "
      "opens new library in the old town hall\n\nPrivacy\n\nHome\nSport\n\n" +
      walkout + "\nShare this article\n\nPrivacy\n");
  ASSERT_EQ(result.layout.articles.size(), 2U);
  EXPECT_EQ(result.kind("Storm closes"), "related-headline");
  EXPECT_EQ(result.kind("Teachers in Harrow end"), "title");
  EXPECT_EQ(result.kind("The walkout had kept"), "body");
}

TEST(Stories, AHeadlineWithTextOfAnotherTopicBeginsOne) {
  const std::string first =
      ferry.substr(0, ferry.find("By Marta")) + ferry.substr(ferry.find("A ferry"));
  const std::string second = walkout.substr(0, walkout.find("By Ana")) +
                             walkout.substr(walkout.find("Teachers in Harrow will"));
  const Result result = segment(first + "\n" + second);
  ASSERT_EQ(result.layout.articles.size(), 2U);
  EXPECT_EQ(result.kind("Teachers in Harrow end"), "title");
}

TEST(Stories, AHeadlineWithinATopicBeginsNone) {
  const Result result = segment(
      ferry +
      "\nFerry company under fire\n\nThe ferry company was fined on Friday, the harbour master of "
      "Port Ellis said, for a ferry that left Gatepost with too many people on board.\n\nThe "
      "coastguard had warned it twice about the lighthouse.\n");
  EXPECT_EQ(result.layout.articles.size(), 1U);
}

TEST(Stories, AQuestionInAnInterviewBeginsNone) {
  const Result result = segment(
      ferry +
      "\nWill teachers in Harrow go back to their classrooms?\n\nTeachers will go back to their "
      "classrooms in Harrow on Thursday, as the council and the union said.\n\nThe walkout had "
      "kept 60 schools closed for nine days, and parents had asked for a deal.\n");
  EXPECT_EQ(result.layout.articles.size(), 1U);
}

TEST(Stories, ASecondDatelineOrBylineNeedsNoHeadline) {
  const std::string
      sinks =
          "PORT ELLIS, May 12 (QPW) - A ferry with 40 people on board ran aground near "
          "the lighthouse early on Monday, the coastguard said.\n\nAll passengers were "
          "taken off by lifeboats and brought to the harbour of Gatepost.\n\n",
      ends =
          "HARROW, May 14 (QPW) - Teachers will go back to their classrooms on Thursday "
          "after a deal with the town council, their union said.\n\nThe walkout had "
          "kept 60 schools closed for nine days, and parents had asked for a deal.\n\n";
  EXPECT_EQ(segment(sinks + ends).layout.articles.size(), 2U);
  const Result by = segment("By Marta Quill\n\n" + sinks.substr(sinks.find("A ferry")) +
                            "By Ana Ruiz\n\n" + ends.substr(ends.find("Teachers")));
  ASSERT_EQ(by.layout.articles.size(), 2U);
  EXPECT_EQ(byline_of(by.layout.articles[1], by.document.text), "Ana Ruiz");
}

TEST(Stories, ATeaserWithBylineDateAndOneSentenceIsNoArticle) {
  const Result result = segment(ferry +
                                "\nTeachers in Harrow end their walkout\n\nBy Ana Ruiz\n14 May "
                                "2031\n\nTeachers in Harrow will go back to their classrooms on "
                                "Thursday after a deal with the council.\n");
  EXPECT_EQ(result.layout.articles.size(), 1U);
}

TEST(Stories, HeadlinesWithASentenceEachBelowALabelAreNoText) {
  const Result result = segment(
      ferry +
      "\nOther news\n\nStorm closes two harbours on the coast\n\nRescue workers said the storm had "
      "torn roofs from houses in three villages.\n\nMayor opens new library in Harrow\n\nThe "
      "library has 40,000 books and cost two million crowns to build.\n\nThe pilot of the ferry "
      "told the coastguard that he could not see the buoy.\n");
  EXPECT_EQ(result.core().find("Rescue workers"), std::string::npos);
  EXPECT_EQ(result.core().find("40,000 books"), std::string::npos);
}

TEST(Stories, AListReadOutToTheBlindIsNoText) {
  const Result result = segment(
      "Harbour trust to close two piers, dockers threaten strike\n\nPublished On 12 May "
      "2031\n\nThe "
      "trust that runs the harbour of Port Ellis said on Monday it would close two of its nine "
      "piers.\n\nDockers said they would strike unless the trust dropped the plan.\n\nRecommended "
      "Stories\n\nlist of 2 items\nlist 1 of 2\nStorm closes two harbours on the coast\nlist 2 of "
      "2\nMayor opens new library in the old town hall\nend of list\n\nThe trust lost 40 million "
      "crowns last year and says it has no choice.\n");
  EXPECT_EQ(result.kind("list 1 of 2"), "pagination");
  EXPECT_EQ(result.kind("The trust that runs"), "body");
  EXPECT_EQ(result.kind("Dockers said"), "body");
  EXPECT_EQ(result.kind("Mayor opens"), "related-headline");
  EXPECT_EQ(result.kind("The trust lost"), "body");
}

TEST(Stories, EntriesMayHaveClocksWithADot) {
  const Result result = segment(
      "Storm hits Port Ellis: live\n\nMon 12 May 2031 16.40 BST\n\n15.55 BST\nBridge to Gatepost "
      "closed\n\nThe bridge to Gatepost has been closed to all traffic after a lorry was blown "
      "over, police said.\n\n14.20 BST\n\nTrains between Harrow and the coast will not run before "
      "Tuesday morning, the railway said on its website.\n\n09.15 BST\n\nThe storm reached the "
      "coast near Port Ellis shortly after nine, the weather service said.\n\nFerries to the "
      "islands were cancelled.\n\nTopics\nWeather\n");
  EXPECT_EQ(result.kind("The bridge to Gatepost has"), "body");
  EXPECT_EQ(result.kind("The storm reached"), "body");
  EXPECT_EQ(result.kind("Ferries to the islands"), "body");
}

TEST(Stories, TheTimeMayStandBeforeTheHeadlineOfAnEntry) {
  const Result result = segment(
      "LIVE\nStorm hits Port Ellis\n\n9:15 a.m. Ferries cancelled\n\nAll ferries to the islands "
      "were cancelled on Monday, the harbour trust said.\n\n10:40 a.m. Trees down\n\nTwo people "
      "were hurt when a tree fell on a bus in Harrow, the ambulance service said.\n\n12:30 p.m. "
      "Bridge closed\n\nThe bridge to Gatepost has been closed to all traffic after a lorry was "
      "blown over, police said.\n");
  EXPECT_EQ(result.kind("10:40 a.m."), "subheading");
  EXPECT_EQ(result.kind("Two people"), "body");
}

TEST(Stories, ShortSentencesMayFollowOneAnotherAtTheEnd) {
  const Result result = segment(
      "Home\nNews\nSport\nWeather\n\nTwo held after fire in Gatepost\n\n12 May 2031\n\nPolice in "
      "Gatepost on Monday arrested two men after a fire in a warehouse near the river.\n\nNobody "
      "was hurt.\n\nThe men are 23 and 31.\n\nMore from Gatepost\nBus lane to open in "
      "June\nCouncil "
      "to vote on parks\nContact us\nPrivacy\n");
  EXPECT_EQ(result.kind("Nobody was"), "body");
  EXPECT_EQ(result.kind("The men are"), "body");
}

TEST(Stories, TheTitleIsTheHeadlineAboveTheDeck) {
  const std::string text =
      "The trust that runs the harbour of Port Ellis said on Monday it would close two of its nine "
      "piers and move the cranes to Gatepost.\n\nDockers said they would strike unless the plan "
      "was dropped.\n\n\"We were told nothing,\" union leader Petra Holm told reporters at the "
      "gate of the harbour.\n";
  const Result page = segment(
      "Home\nWorld\nBusiness\n\nWorld\n\nDockers threaten strike over piers\n\nUnion says plan to "
      "close two of nine piers in Port Ellis would cost 300 jobs\n\nMarta Quill in Port "
      "Ellis\n\nMon "
      "12 May 2031 16.40 BST\n\n" +
      text);
  EXPECT_EQ(page.kind("Dockers threaten"), "title");
  EXPECT_EQ(page.kind("Union says plan"), "subtitle");
  const Result bare = segment(
      "Dockers threaten strike over piers\nThe trust that runs the harbour of Port Ellis wants to "
      "close two of its nine piers\n" +
      text);
  EXPECT_EQ(bare.kind("Dockers threaten"), "title");
}

TEST(Stories, ALongListOfLongHeadlinesIsNoText) {
  std::string list;
  for (const char* who : {"Singer", "Actor", "Dancer", "Painter"}) {
    for (const char* what :
         {"shows off her new boat as she spends the weekend with friends in Harrow",
          "admits he cannot wait for the old theatre by the harbour to open again",
          "hits back at fans who had booed the new show about the lighthouse"})
      list += std::string("\n\n") + who + ' ' + what;
  }
  const Result result = segment(ferry + list + "\n");
  EXPECT_EQ(result.core().find("new boat"), std::string::npos);
  EXPECT_EQ(result.kind("The ferry company said"), "body");
}

TEST(Stories, WireCopyInCapitalsIsText) {
  const Result result = segment(
      "ZCZC\nQUAKE SHAKES ISLANDS\nPORT ELLIS, MAY 12 - A STRONG EARTHQUAKE SHOOK THE ISLANDS ON "
      "MONDAY. TWO PEOPLE WERE HURT.\nTHE HARBOUR MASTER SAID A WAVE OF THREE METRES HAD STRUCK "
      "THE "
      "TOWN.\nHARROW OFFERED TWO MILLION CROWNS IN AID.\nNNNN\n");
  EXPECT_EQ(result.kind("A STRONG"), "body");
  EXPECT_EQ(result.kind("HARROW OFFERED"), "body");
}

TEST(Stories, SentencesBehindAnInsetAreText) {
  const Result result = segment(
      "Home\nNews\n\nTwo held after fire in Gatepost\n\n12 May 2031\n\nPolice in Gatepost on "
      "Monday arrested two men after a fire in a warehouse near the river.\n\nThe men, brothers "
      "from Harrow, were found asleep in a boat, inspector Petra Holm said.\n\nGet the Harbour "
      "Times in your inbox\nSign up for our morning letter.\nYour email address\nSign "
      "up\n\nThe owner of the warehouse, Jon Ashby, said it had stood empty since "
      "March.\n\nAdvertisement\n\nHolm did not say what the brothers were charged with.\n\nMore "
      "from Gatepost\nBus lane to open in June\nPrivacy\n");
  EXPECT_EQ(result.kind("The owner of"), "body");
  EXPECT_EQ(result.kind("Holm did not"), "body");
}

TEST(Stories, NewsWithTheWordsOfANoticeIsText) {
  const Result result = segment(
      "Regulator fines social network\n\nBy Ana Ruiz\n12 May 2031\n\nForeign ministers parted in "
      "Harrow on Thursday without a deal on a code of conduct for the straits.\n\nThe company must "
      "change its privacy policy within three months, and it must ask again.\n\nAdvertisement "
      "revenue fell by half in six years, its chairman Jon Ashby said.\n\nWatch commander Lt. "
      "Petra "
      "Holm was suspended on Tuesday.\n\n© 2031 Harbour Times. All rights reserved.\n");
  EXPECT_EQ(result.kind("Foreign ministers"), "body");
  EXPECT_EQ(result.kind("The company must"), "body");
  EXPECT_EQ(result.kind("Advertisement revenue"), "body");
  EXPECT_EQ(result.kind("Watch commander"), "body");
  EXPECT_EQ(result.kind("© 2031"), "legal");
}

}  // namespace
}  // namespace dateline::segment::test
