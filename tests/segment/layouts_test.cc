// Whole pages in the layouts of real outlets, all of them invented: agencies, broadcasters,
// bulletins, interviews.
#include "helpers.h"

namespace dateline::segment::test {
namespace {

std::string byline(const Result& result) {
  return std::string(byline_of(result.layout.articles.at(0), result.document.text));
}

const std::string bulletin =
    "Home\nAbout us\nCountries\nHumanitarian Bulletin\n"
    "Norland: Thousands flee renewed clashes\nKarvela, 9 November 2031\n"
    "Some 8,000 people have fled their homes since clashes began again on Friday in the east of "
    "Norland, the refugee agency said.\n"
    "Most are sleeping in schools and churches in the town of Orsk, where the agency is handing "
    "out blankets.\n"
    "\"They came with nothing,\" said Marta Quill, who runs the agency's office there.\n"
    "Norland: Cholera spreads in camps\nPort Ellis, 8 November 2031\n"
    "Cholera has killed 41 people in three camps near Port Ellis since the beginning of the month, "
    "the health ministry said.\n"
    "The ministry has opened two treatment centres and asked for vaccines.\n"
    "Doctors say latrines were flooded in October and have not been repaired.\n"
    "Contact us\nSubscribe\n";

TEST(Layouts, AStoryUnderATownAndADateIsAnArticleOfItsOwn) {
  const Result result = segment(bulletin);
  ASSERT_EQ(result.layout.articles.size(), 2U);
  EXPECT_EQ(result.layout.articles[1].title.of(result.document.text),
            "Norland: Cholera spreads in camps");
  EXPECT_EQ(result.published(0).date, single_day(*parse_day("2031-11-09")));
  EXPECT_EQ(result.published(1).date, single_day(*parse_day("2031-11-08")));
  EXPECT_TRUE(result.core(1).starts_with("Cholera has killed 41"));
}

TEST(Layouts, ATownAboveTheTextIsItsDateline) {
  const Result result = segment(bulletin);
  const Article& second = result.layout.articles.at(1);
  EXPECT_EQ(second.dateline_place.of(result.document.text), "Port Ellis");
  EXPECT_EQ(second.dateline_date, single_day(*parse_day("2031-11-08")));
}

TEST(Layouts, APaperBesideTheDateIsNoDateline) {
  const Result result =
      segment("Dockers vote to end their strike\n\nHarbour Gazette, 3 June 2031\n\n" +
              strike.substr(strike.find("Dockers in Port Ellis voted")));
  EXPECT_TRUE(result.layout.articles.at(0).dateline_place.empty());
  EXPECT_EQ(result.published().date, single_day(*parse_day("2031-06-03")));
}

TEST(Layouts, ThoseWhoSpeakInAnInterviewAreNoTowns) {
  const Result result = segment(
      "Interview: \"We will not sell the harbour\"\nBy Jon Ashby\nMarch 12, 2031\n"
      "Lena Orsk became minister of transport in January. She spoke to the Ledger in her office in "
      "Port Ellis on Monday.\n"
      "LEDGER: Will the government sell the harbour?\n"
      "ORSK: No. We will not sell it, and we will not lease it for ninety-nine years either.\n"
      "LEDGER: The cranes are forty years old.\n"
      "ORSK: We have signed a loan with the development bank for new ones. The first two arrive in "
      "September.\n"
      "LEDGER: The dockers' union says you promised them a pay rise.\n"
      "ORSK: I promised to talk to them, and I did, last week. We agreed on four per cent.\n");
  EXPECT_TRUE(result.layout.articles.at(0).dateline_place.empty());
  EXPECT_TRUE(result.core().starts_with("Lena Orsk became minister"));
}

TEST(Layouts, TheTextGoesOnBelowAnAdvertisementThatSaysSo) {
  const Result result = segment(
      "News\nSport\nCulture\n"
      "Dam collapse in Norland leaves dozens missing as villages swept away\n"
      "Marta Quill in Port Ellis\nSat 6 Apr 2031 14.02\n"
      "Dozens of people are missing after a dam collapsed in eastern Norland early on Saturday, "
      "sending a wall of water through three villages.\n"
      "The regional governor, Jon Ashby, said 17 bodies had been recovered and the toll was likely "
      "to rise.\n"
      "Engineers had warned two years ago that the wall needed repair, according to documents.\n"
      "Free daily newsletter\nOur morning email breaks down the key stories of the day\n"
      "Enter your email address\nafter newsletter promotion\n"
      "The energy ministry said it would open an inquiry and pay for funerals.\n"
      "Most viewed\nParliament votes on emergency budget\n");
  EXPECT_TRUE(result.core().ends_with("pay for funerals."));
}

const std::string wire =
    "World\nPolitics\nSports\nEntertainment\n"
    "Rebels seize mining town as army pulls back\n"
    "FILE - Soldiers walk near the bridge at Karvela, Mar. 14, 2029. (AP Photo/Ana Ruiz, File)\n"
    "By MARTA QUILL and JON ASHBY\nShare\nCopy\nLink copied\nEmail\nFacebook\nPrint\n"
    "KARVELA, Norland (AP) — Rebels seized the mining town of Karvela on Tuesday after two days of "
    "fighting that killed at least 30 people, officials and residents said.\n"
    "The army said it had withdrawn \"to avoid civilian casualties\" and would hold a line along "
    "the "
    "river.\n"
    "Residents described a night of shelling before the first fighters came in on motorbikes.\n"
    "\"We hid under the beds,\" said Lena Orsk, a teacher. \"In the morning there were other "
    "flags.\"\n"
    "The United Nations said 8,000 people had fled toward the capital.\n";

TEST(Layouts, ALeadBelowARowOfSharingLabelsIsText) {
  const Result result = segment(wire);
  EXPECT_NE(result.core().find("Rebels seized the mining town"), std::string::npos);
  EXPECT_EQ(result.layout.articles.at(0).title.of(result.document.text),
            "Rebels seize mining town as army pulls back");
}

TEST(Layouts, AnArchivePictureSaysNotBeforeWhenOnly) {
  const Result result = segment(wire);
  EXPECT_EQ(to_iso(result.published().date.first), "2029-03-14");
  EXPECT_EQ(result.published().date.last, no_day);
}

TEST(Layouts, ADateWithoutItsYearIsNotThatOfARelatedStory) {
  const Result result = segment(
      "Home\nNews\nSport\nWeather\n"
      "Ferry capsizes off Port Ellis with 40 on board\nPublished\n6 April\nShare\nCopy link\n"
      "By Marta Quill\n"
      "At least 12 people have died after a ferry carrying 40 passengers capsized off the coast of "
      "Port Ellis on Saturday, officials say.\n"
      "The boat overturned in strong winds about two miles from the harbour, the coastguard said.\n"
      "Twenty-one people were pulled from the water and seven are still missing.\n"
      "Related topics\nMore on this story\nFerry owner arrested after sinking\nPublished\n"
      "3 November 2029\n");
  EXPECT_FALSE(result.published().date.is_day());
}

TEST(Layouts, ALabelOnTheLineAboveTellsPublicationFromChange) {
  const Result result = segment(
      "Dockers in Port Ellis vote to end their strike\n\nUpdated\n"
      "7 June 2031\nPublished\n5 June 2031\n\n" +
      strike.substr(strike.find("Dockers in Port Ellis voted")));
  EXPECT_EQ(to_iso(result.published().date.first), "2031-06-05");
}

std::string byline_below_title(const std::string& lines) {
  return byline(segment("Dockers in Port Ellis vote to end their strike\n\n" + lines + "\n\n" +
                        strike.substr(strike.find("Dockers in Port Ellis voted"))));
}

TEST(Layouts, AByThatLostItsBlankStillNamesTheWriter) {
  EXPECT_EQ(byline_below_title("ByAnna Kessel\nJune 5, 2031 09:06 PM"), "Anna Kessel");
}

TEST(Layouts, ANameThatNoListHoldsIsABylineRightBesideTheDate) {
  EXPECT_EQ(byline_below_title("Last updated: June 5, 2031\nZhivka Torvandsdottir"),
            "Zhivka Torvandsdottir");
  EXPECT_EQ(byline_below_title("June 5, 2031\nCustomer Engagement"), "");
}

TEST(Layouts, AWriterMayBeInATown) {
  EXPECT_EQ(byline_below_title("Anna Kessel in Port Ellis\nSat 5 Jun 2031 14.02"), "Anna Kessel");
  EXPECT_EQ(byline_below_title("Anna Kessel in the garden of her house\nSat 5 Jun 2031 14.02"), "");
}

TEST(Layouts, TheLineBelowByIsTheByline) {
  EXPECT_EQ(
      byline_below_title("By\nZhivka Torvandsdottir\nMarta Quill, Staff Writer\nJune 5, 2031"),
      "Zhivka Torvandsdottir");
}

TEST(Layouts, AShortSentenceAmongTheTextIsText) {
  const Result result = segment(
      "Updates\nCountries\nDisasters\nNorland: Flash floods - Situation Report No. 3 (6 April "
      "2031)\n"
      "Source\nNorland Red Cross\nPosted\n7 Apr 2031\nHIGHLIGHTS\n"
      "• 41 people have died and 12,000 have lost their homes since 2 April.\n"
      "• The road between Karvela and Orsk is cut in four places.\n"
      "• Two field hospitals opened on Friday.\nSITUATION OVERVIEW\n"
      "Heavy rain fell on the highlands of Norland between 1 and 3 April and swelled the river "
      "Ellis "
      "above its banks.\n"
      "The government declared an emergency in three districts on 3 April and asked for help from "
      "abroad.\nPrimary country\nNorland\n");
  EXPECT_NE(result.core().find("Two field hospitals"), std::string::npos);
}

TEST(Layouts, ASentenceThatNoOtherPageOfTheSiteHoldsIsText) {
  std::string menu;
  for (int i = 0; i < 26; ++i)
    menu += "Section " + std::string(1, static_cast<char>('A' + i)) + "\n";
  const auto page = [&](const std::string& body) { return menu + "\n" + body; };
  Corpus corpus;
  for (const char* town : {"Karvela", "Orsk", "Tamsin", "Velk", "Sele"}) {
    Document other;
    other.name = town;
    other.text = page("News from " + std::string(town) + "\n\nThe council of " + town +
                      " met on Monday and talked about the road.\n");
    corpus.add(other);
  }
  const std::string last =
      "Watch the whole interview with the union's leader on our show on Sunday.";
  Document document;
  document.name = "page";
  document.text = page(strike + "\n" + last + "\n");
  corpus.add(document);
  EXPECT_FALSE(segment(document).core().ends_with(last));
  EXPECT_TRUE(segment(document, {}, corpus).core().ends_with(last));
}

TEST(Layouts, AHeadlineMayStandBelowTheDate) {
  const std::string text = strike.substr(strike.find("Dockers in Port Ellis voted"));
  const Result result = segment(
      "Startseite\nPolitik\nAnmelden\n05.06.2031, 18:32 Uhr\nUnion ends a long "
      "walkout at the quay\nVon Anna Kessel\nLesezeit: 3 Minuten\n" +
      text);
  EXPECT_EQ(result.kind("Union ends a long walkout"), "title");
}

TEST(Layouts, WhatLabelsATitleIsNoPartOfIt) {
  const Result result = segment("Subject: Re: " + strike);
  EXPECT_TRUE(result.layout.articles.at(0).title.of(result.document.text).starts_with("Dockers"));
}

TEST(Layouts, LabelsOfDatesAreReadInOtherLanguages) {
  std::string text = strike;
  text.replace(text.find("By MARTA QUILL"), 14,
               "Aktualisiert am 6. Juni 2031 | Publié le 05/06/2031");
  EXPECT_EQ(to_iso(segment(text).published().date.first), "2031-06-05");
}

}  // namespace
}  // namespace dateline::segment::test
