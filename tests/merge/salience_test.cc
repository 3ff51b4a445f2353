// How much was written about a day, and which of its sentences are shown.
#include <gtest/gtest.h>

#include <algorithm>

#include "merge/make.h"

namespace dateline {
namespace {

using namespace test;

const ChronologyDay* find_day(const Chronology& c, std::string_view iso) {
  const auto found = std::find_if(c.days.begin(), c.days.end(),
                                  [&](const ChronologyDay& d) { return d.date == day(iso); });
  return found == c.days.end() ? nullptr : &*found;
}

Extraction telling(std::string name, std::string_view published, std::vector<DayReport> reports) {
  Extraction made = article(std::move(name), published);
  made.reports = std::move(reports);
  return made;
}

const char* const storm =
    "The storm tore the roofs off two hundred houses in the old town of Port Alba on 3 May";
const char* const vote =
    "Parliament voted to raise the harbour fees for foreign ships by a third on 9 May";

TEST(DaySalience, CountsDocumentsNotSentences) {
  const Chronology c =
      merged({telling("a", "2024-05-04", {report("2024-05-03", storm)}),
              telling("b", "2024-05-04", {report("2024-05-03", storm)}),
              telling("c", "2024-05-10",
                      {report("2024-05-09", vote), report("2024-05-09", vote, true, 1),
                       report("2024-05-09", vote, true, 2)})});
  ASSERT_NE(find_day(c, "2024-05-03"), nullptr);
  EXPECT_EQ(find_day(c, "2024-05-03")->documents, 2U);
  EXPECT_EQ(find_day(c, "2024-05-09")->documents, 1U);
  EXPECT_GT(find_day(c, "2024-05-03")->salience, find_day(c, "2024-05-09")->salience);
}

TEST(DaySalience, AnUndatedLeadCountsForItsDayAndLessForTheDayBefore) {
  const Chronology c = merged({telling("a", "2024-05-04", {report("2024-05-04", storm, false)})});
  ASSERT_NE(find_day(c, "2024-05-04"), nullptr);
  ASSERT_NE(find_day(c, "2024-05-03"), nullptr);
  EXPECT_GT(find_day(c, "2024-05-04")->salience, find_day(c, "2024-05-03")->salience);
}

TEST(DaySalience, TheEntryOfAnUndatedLeadSaysTwoDays) {
  const Chronology c = merged({telling("a", "2024-05-04", {report("2024-05-04", storm, false)}),
                               telling("b", "2024-05-04", {report("2024-05-04", vote, false)})});
  ASSERT_FALSE(c.events.empty());
  EXPECT_EQ(c.events[0].date.date.first, day("2024-05-03"));
  EXPECT_EQ(c.events[0].date.date.last, day("2024-05-04"));
}

TEST(DaySalience, AnUndatedLeadOfOneArticleMakesNoEntry) {
  const Chronology c = merged({telling("a", "2024-05-04", {report("2024-05-04", storm, false)})});
  EXPECT_NE(find_day(c, "2024-05-04"), nullptr);
  EXPECT_TRUE(c.events.empty());
}

TEST(DaySalience, AnUndatedLeadThatMadeAnEventIsNotTwice) {
  Extraction made = telling("a", "2024-05-04", {report("2024-05-04", storm, false)});
  made.events.push_back(
      event(EventType::disaster, "tore", {no_day, day("2024-05-04"), Precision::before}, storm));
  made.events.back().evidence.front().document = "a";
  const Chronology c = merged({made});
  ASSERT_EQ(c.events.size(), 1U);
  EXPECT_EQ(c.events[0].type, EventType::disaster);
  EXPECT_EQ(find_day(c, "2024-05-04")->events, std::vector<std::uint32_t>{0});
}

TEST(DaySalience, WithAQueryADayThatNoSentenceOnItTellsOfIsSmallHoweverOftenItIsTold) {
  merge::Options options;
  options.query = "ferry";
  std::vector<Extraction> articles;
  for (const char* name : {"a", "b", "c"}) {
    articles.push_back(telling(name, "2024-05-04", {}));
    Event told = event(EventType::disaster, "tore", single_day(day("2024-05-03")), storm);
    told.places.push_back(city("Ferry Hill", "ZZ"));
    told.evidence.front().document = name;
    articles.back().events.push_back(std::move(told));
  }
  articles.push_back(telling(
      "d", "2024-05-10", {report("2024-05-09", "The ferry to Port Alba was sold on 9 May to a")}));
  const Chronology c = merged(std::move(articles), options);
  ASSERT_NE(find_day(c, "2024-05-03"), nullptr);
  EXPECT_LT(find_day(c, "2024-05-03")->salience, find_day(c, "2024-05-09")->salience);
}

TEST(DaySalience, AnArticleThatOnlyComesToSpeakOfTheQueryCountsForLess) {
  merge::Options options;
  options.query = "fees";
  std::vector<DayReport> aside;
  for (std::uint32_t i = 0; i < 4; ++i)
    aside.push_back(report("2024-05-01", "A gale broke the windows of a mill", true, i));
  aside.push_back(report("2024-06-09", vote, true, 4));
  const Chronology c = merged({telling("a", "2024-05-10", {report("2024-05-09", vote)}),
                               telling("b", "2024-06-10", std::move(aside))},
                              options);
  ASSERT_NE(find_day(c, "2024-06-09"), nullptr);
  EXPECT_LT(find_day(c, "2024-06-09")->salience, find_day(c, "2024-05-09")->salience);
}

TEST(DaySalience, WhatIsToldAMonthLaterCountsMoreThanWhatIsToldAtOnce) {
  const Chronology c = merged({telling("a", "2024-05-04", {report("2024-05-03", storm)}),
                               telling("b", "2024-06-20", {report("2024-06-10", vote)}),
                               telling("c", "2024-08-20", {report("2024-07-10", storm)})});
  const double at_once = find_day(c, "2024-05-03")->salience;
  const double later = find_day(c, "2024-06-10")->salience;
  EXPECT_LT(at_once, later);
  EXPECT_LT(later, find_day(c, "2024-07-10")->salience);
}

TEST(DaySalience, ANeighbourOfABigDayIsLowered) {
  std::vector<Extraction> articles;
  for (int i = 0; i < 9; ++i) {
    articles.push_back(
        telling("a" + std::to_string(i), "2024-05-20", {report("2024-05-03", storm)}));
  }
  for (const char* about : {"2024-05-04", "2024-05-12"})
    articles.push_back(telling(about, "2024-05-20", {report(about, vote)}));
  const Chronology c = merged(articles);
  EXPECT_LT(find_day(c, "2024-05-04")->salience, find_day(c, "2024-05-12")->salience);
}

TEST(DaySalience, OnlySentencesOnTheQueryCount) {
  merge::Options options;
  options.query = "Harbour";
  options.note_of_word = [](std::string_view word) {
    return merge::WordNote{word == "the" || word == "of" || word == "on" || word == "may", {}};
  };
  const Chronology c = merged({telling("a", "2024-05-04", {report("2024-05-03", storm)}),
                               telling("b", "2024-05-10", {report("2024-05-09", vote)})},
                              options);
  EXPECT_EQ(find_day(c, "2024-05-03"), nullptr);
  EXPECT_NE(find_day(c, "2024-05-09"), nullptr);
}

TEST(DaySalience, ASentenceInTheWordsOfTheTopicCountsWithoutNamingIt) {
  merge::Options options;
  options.query = "parliament";
  const char* const related = "Foreign ships paid the harbour fees for the first time";
  const Chronology c = merged({telling("a", "2024-05-10", {report("2024-05-09", vote)}),
                               telling("b", "2024-06-10", {report("2024-06-09", related)})},
                              options);
  EXPECT_NE(find_day(c, "2024-06-09"), nullptr);
}

TEST(DaySalience, AQueryWordOfTwoLettersMustStandAlone) {
  merge::Options options;
  options.query = "al";
  EXPECT_TRUE(
      merged({telling("a", "2024-05-04", {report("2024-05-03", storm)})}, options).days.empty());
}

TEST(SentenceChoice, ADatedSentenceWithoutAnEventBecomesAnEntryOfTypeOther) {
  const Chronology c = merged({telling("a", "2024-05-04", {report("2024-05-03", storm)})});
  ASSERT_EQ(c.events.size(), 1U);
  EXPECT_EQ(c.events[0].type, EventType::other);
  EXPECT_EQ(c.events[0].summary, storm);
  EXPECT_EQ(c.events[0].date.date, single_day(day("2024-05-03")));
  EXPECT_EQ(find_day(c, "2024-05-03")->events, std::vector<std::uint32_t>{0});
}

TEST(SentenceChoice, ADayThatOnlyEndsATimeIsWeighedButDatesNoEntry) {
  DayReport since = report("2024-05-03", storm);
  since.bound = true;
  const Chronology c = merged({telling("a", "2024-05-04", {since})});
  EXPECT_NE(find_day(c, "2024-05-03"), nullptr);
  EXPECT_TRUE(c.events.empty());
}

TEST(SentenceChoice, TheSentenceOfAnEventShowsThatEvent) {
  Extraction made = telling("a", "2024-05-04", {report("2024-05-03", storm)});
  made.events.push_back(event(EventType::disaster, "tore", single_day(day("2024-05-03")), storm));
  made.events[0].evidence[0].document = "a";
  const Chronology c = merged({made});
  ASSERT_EQ(c.events.size(), 1U);
  EXPECT_EQ(c.events[0].type, EventType::disaster);
}

TEST(SentenceChoice, WhatMostSentencesSayComesFirst) {
  const Chronology c =
      merged({telling("a", "2024-05-04", {report("2024-05-03", storm)}),
              telling("b", "2024-05-04",
                      {report("2024-05-03", std::string("Early that morning ") + storm)}),
              telling("c", "2024-05-04", {report("2024-05-03", vote)})});
  const ChronologyDay* d = find_day(c, "2024-05-03");
  ASSERT_GE(d->events.size(), 2U);
  EXPECT_NE(c.events[d->events[0]].summary.find("storm"), std::string::npos);
  EXPECT_EQ(c.events[d->events[1]].summary, vote);
}

TEST(SentenceChoice, ARepetitionIsNotShownTwice) {
  const Chronology c = merged({telling("a", "2024-05-04", {report("2024-05-03", storm)}),
                               telling("b", "2024-05-04", {report("2024-05-03", storm)})});
  EXPECT_EQ(find_day(c, "2024-05-03")->events.size(), 1U);
}

}  // namespace
}  // namespace dateline
