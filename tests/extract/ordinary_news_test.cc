// Everyday news that holds no political event, with verbs that tempt: of ordinary_news.txt at most
// one sentence in ten may get one of PLOVER's types.
#include <gtest/gtest.h>

#include <algorithm>
#include <sstream>

#include "harness.h"
#include "support/files.h"

namespace dateline::extract {
namespace {

constexpr std::size_t sentences_in_fixture = 200;

bool tells_politics(const Extraction& extraction) {
  return std::any_of(extraction.events.begin(), extraction.events.end(),
                     [](const Event& event) { return event.type <= EventType::assault; });
}

TEST(OrdinaryNews, HoldsHardlyAnyPoliticalEvent) {
  std::istringstream lines(test::read_file(test::source_dir() / "tests/extract/ordinary_news.txt"));
  Options options;
  options.background = true;
  std::string coded;
  std::size_t sentences = 0, wrong = 0;
  for (std::string line; std::getline(lines, line);) {
    if (line.empty() || line.front() == '#') continue;
    ++sentences;
    if (!tells_politics(harness().run(line, options))) continue;
    ++wrong;
    coded += line + "\n";
  }
  EXPECT_EQ(sentences, sentences_in_fixture);
  EXPECT_LE(wrong * 10, sentences) << coded;
}

TEST(OrdinaryNews, OfficersActInSentencesAboutSportToo) {
  EXPECT_TRUE(
      tells("Police arrested four fans after the match at the stadium.", EventType::coerce));
  EXPECT_TRUE(tells("Rebels attacked the stadium during the cup final.", EventType::assault));
}

TEST(OrdinaryNews, AnArticleThatLeansToSportNeedsOneWordOfItOnly) {
  const std::string_view game = "Kiel released Lund.";
  const std::string_view season =
      "The goalkeeper saved a penalty.\nThe midfielder scored twice.\nThe club released Lund.";
  EXPECT_TRUE(tells(game, EventType::retreat));
  EXPECT_FALSE(tells(season, EventType::retreat));
}

TEST(OrdinaryNews, InstructionsAreNoEvents) {
  EXPECT_FALSE(tells("Release the prisoners slowly from their tins.", EventType::retreat));
}

}  // namespace
}  // namespace dateline::extract
