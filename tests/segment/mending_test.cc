// Heads and ends of articles that single lines do not tell: leads parted from the text, last
// sentences, stories of a summary, mastheads, names beside roles.
#include "helpers.h"

namespace dateline::segment::test {
namespace {

const std::string ferry =
    "Prime Minister Ingrid Holm said she had accepted both resignations \"with regret\".\n\n"
    "The deal was signed in 2031 with Fjordline Nord, a company founded four months earlier.\n\n"
    "Auditors said on Friday that they could find no record of any competing offer.\n\n"
    "Opposition leader Erik Dahl called for an election.\n\n"
    "\"This is not about two ministers. It is about a way of governing,\" he told reporters.\n\n"
    "Related topics\nNorrland\nTransport\nTop stories\nEarthquake toll passes 20,000\n2 hours "
    "ago\n";

const std::string ferry_lead =
    "Two ministers have left Norrland's government after auditors found that a ferry contract "
    "worth "
    "90m crowns had been awarded without a tender.\n\n"
    "Transport Minister Per Lund and his deputy, Greta Aas, handed in their letters on "
    "Saturday.\n\n";

const std::string pool =
    "MARLOW - The town council voted 5-2 Tuesday night to close the Elm Street pool for good.\n\n"
    "Council member Ray Hodge, who voted no, said the town was \"selling its summers.\"\n\n"
    "The pool, built in 2001, lost $84,000 last year, according to Town Manager Beth Orley.\n\n"
    "Residents filled the chamber and spoke for nearly three hours.\n";

std::string title_of(const Result& result, std::size_t article = 0) {
  return std::string(result.layout.articles.at(article).title.of(result.document.text));
}

TEST(Mending, ALeadAboveAPictureIsText) {
  const Result result = segment(
      "Home\nWorld\nEurope\n\nMinisters resign over ferry contract in Norrland\n\n"
      "Anna Kessel\nPolitical correspondent\n\n" +
      ferry_lead + "Getty Images\nPer Lund took full responsibility for the decision\n\n" + ferry);
  EXPECT_TRUE(result.core().starts_with("Two ministers have left"));
}

TEST(Mending, ADeckAboveTheBylineHidesNoWriter) {
  const Result result = segment(
      "Council votes 5-2 to close Elm Street pool\n\n"
      "After three hours of speeches the town gives up its summers for a parking lot.\n\n"
      "By Carla Dunning\n\nOctober 5, 2031\n\n" +
      pool);
  EXPECT_EQ(byline_of(result.layout.articles.at(0), result.document.text), "Carla Dunning");
}

TEST(Mending, ALastParagraphOfTwoSentencesIsText) {
  const Result result = segment(
      "Startseite\nPolitik\nKultur\n\nOpposition leader detained at airport in Karsk\n\n"
      "19.08.2031, 14:05 Uhr\n\n"
      "Police in Karsk detained opposition leader Irina Vosk at the airport on Friday evening, her "
      "lawyer said.\n\n"
      "Vosk, 44, was returning from Vienna, where she had met members of the European "
      "Parliament.\n\n"
      "\"She was taken off the plane by four men,\" lawyer Dmitri Sol told the agency.\n\n"
      "The interior ministry declined to comment on Saturday.\n\n"
      "About 300 people gathered outside overnight, witnesses said. Eleven were arrested.\n\n"
      "Teilen\nDrucken\nRegierung will neues Gesetz\n18.08.2031\n");
  EXPECT_TRUE(result.core().ends_with("Eleven were arrested."));
}

TEST(Mending, EachStoryOfAnAgencysSummaryIsAnArticle) {
  const Result result = segment(
      "MERIDIAN WIRE - WORLD NEWS SUMMARY\n\nRebels free 14 hostages in Kasara\n\n"
      "PORT ELLIS, May 3 (Meridian) - Rebels in the eastern province of Kasara on Wednesday freed "
      "14 aid workers who had been held for two months, the Red Crescent said.\n\n"
      "The hostages were handed over at a bridge near Sommet and flown to the capital.\n\n"
      "Parliament in Ostania rejects budget\n\n"
      "VELK, May 3 (Meridian) - Ostania's parliament voted 61-58 on Wednesday to reject the "
      "government's budget, forcing Prime Minister Oskar Rehn to call an election.\n\n"
      "Rehn said the vote would be held on June 18.\n\n"
      "Quake of magnitude 6.1 shakes islands\n\n"
      "SELE, May 2 (Meridian) - An earthquake of magnitude 6.1 struck off the Sele islands late on "
      "Tuesday, the geological service said. No damage was reported.\n\n"
      "(Compiled by the Meridian world desk)\n");
  ASSERT_EQ(result.layout.articles.size(), 3U);
  EXPECT_EQ(title_of(result, 2), "Quake of magnitude 6.1 shakes islands");
}

TEST(Mending, TheTitleIsNotTheMastheadAboveIt) {
  const Result result = segment(
      "The Marlow Valley Gazette\nThursday, October 6, 2031\nHome  News  Sports\nSubscribe\n"
      "Council votes 5-2 to close Elm Street pool\n\nBy Carla Dunning\n\n" +
      pool);
  EXPECT_EQ(title_of(result), "Council votes 5-2 to close Elm Street pool");
}

TEST(Mending, ATitleIsFoundWhereNoLineIsBlank) {
  std::string text =
      "Home\nWorld\nAsia\nCouncil votes 5-2 to close Elm Street pool\nBy Carla Dunning\n"
      "Oct 5, 2031\n" +
      pool;
  for (std::size_t at = 0; (at = text.find("\n\n")) != text.npos;) text.erase(at, 1);
  EXPECT_EQ(title_of(segment(text)), "Council votes 5-2 to close Elm Street pool");
}

TEST(Mending, ABarSetsTheSiteApartFromTheTitle) {
  const Result result = segment(
      "Council votes 5-2 to close Elm Street pool | Marlow Gazette\n\nBy Carla Dunning\n\n" + pool);
  EXPECT_EQ(title_of(result), "Council votes 5-2 to close Elm Street pool");
}

TEST(Mending, ABylineMayGoOnBehindABar) {
  const Result result = segment(
      "Council votes 5-2 to close Elm Street pool\n\n"
      "By Carla Dunning | cdunning@gazette.example | Oct 5, 2031\n\n" +
      pool);
  EXPECT_EQ(byline_of(result.layout.articles.at(0), result.document.text), "Carla Dunning");
  EXPECT_EQ(to_iso(result.published().date.first), "2031-10-05");
}

TEST(Mending, TheNameAboveARoleIsTheByline) {
  const Result result = segment(
      "Ministers resign over ferry contract in Norrland\n\nPublished 11 February 2031\n\n"
      "Anna Kessel\nPolitical correspondent\n\n" +
      ferry_lead + ferry);
  EXPECT_EQ(byline_of(result.layout.articles.at(0), result.document.text), "Anna Kessel");
}

TEST(Mending, TheWriterMayStandBehindTheDate) {
  for (const char* const line :
       {"Posted on 5 October 2031 by Martha Dunning", "October 5, 2031 | By Martha Dunning"}) {
    const Result result = segment("Council votes 5-2 to close Elm Street pool\n\n" +
                                  std::string(line) + "\n\n" + pool);
    EXPECT_EQ(byline_of(result.layout.articles.at(0), result.document.text), "Martha Dunning");
    EXPECT_EQ(to_iso(result.published().date.first), "2031-10-05");
  }
}

TEST(Mending, APostedDateWithoutAYearTakesTheYearOfTheCopyright) {
  const Result result = segment(
      "Why the Pellworth light went dark\n\nPosted on June 12 by Meg Tarrow\n\n"
      "The Coast Board switched off the lamp on Tuesday. There was no ceremony, and a man in "
      "a fluorescent jacket turned a key.\n\n"
      "A spokeswoman told me that ships no longer need it. They have satellites.\n\n"
      "I do not think this is a scandal, but somebody should have brought a cake.\n\n"
      "\xC2\xA9 2019 Harbour Notes. All rights reserved.\n");
  EXPECT_EQ(to_iso(result.published().date.first), "2019-06-12");
}

TEST(Mending, ANameInsideASentenceIsJoinedToIt) {
  const Result result = segment(pool +
                                "\nThe town will not wait for the courts, said the lawyer\nHasan "
                                "Mulia\nat a rally in the town hall on "
                                "Sunday.\n");
  EXPECT_TRUE(result.core().ends_with(
      "said the lawyer Hasan Mulia at a rally in the town hall on Sunday."));
}

}  // namespace
}  // namespace dateline::segment::test
