// Decision 0004, measured: short reports of happenings that are easily taken for one another go the
// whole way. How many pairs that tell of one happening become one entry, and how many others do.
#include <gtest/gtest.h>

#include <fstream>
#include <nlohmann/json.hpp>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "support/files.h"

namespace dateline::test {
namespace {

using nlohmann::json;

struct Report {
  std::string happening, published, text;
};

std::vector<Report> read_reports(const std::string& set) {
  std::vector<Report> reports;
  for (const std::string& line :
       lines_of(read_file(source_dir() / "tests/merge/reports" / (set + ".txt")))) {
    if (line.empty() || line[0] == '#') continue;
    const std::size_t first = line.find('|'), second = line.find('|', first + 1);
    reports.push_back({line.substr(0, first), line.substr(first + 1, second - first - 1),
                       line.substr(second + 1)});
  }
  return reports;
}

json chronology_of(const std::vector<Report>& reports) {
  const TemporaryFolder folder;
  std::ofstream file(folder.path() / "reports.jsonl");
  for (std::size_t i = 0; i < reports.size(); ++i) {
    file << json{{"id", std::to_string(i)},
                 {"published", reports[i].published},
                 {"text", reports[i].text}}
         << '\n';
  }
  file.close();
  return json::parse(
      run_command("dateline -q --whole --background -f json reports.jsonl", folder.path()).out);
}

// The reports that stand in one entry, two at a time.
std::set<std::pair<std::size_t, std::size_t>> joined_pairs(const json& chronology) {
  std::set<std::pair<std::size_t, std::size_t>> pairs;
  for (const json& event : chronology["events"]) {
    std::set<std::size_t> told;
    for (const json& evidence : event["evidence"])
      told.insert(std::stoul(evidence["document"].get<std::string>()));
    for (const std::size_t a : told) {
      for (const std::size_t b : told) {
        if (a < b) pairs.emplace(a, b);
      }
    }
  }
  return pairs;
}

struct Score {
  int pairs = 0, found = 0, wrong = 0;
  std::string errors;
};

Score score_of(const std::string& set) {
  const std::vector<Report> reports = read_reports(set);
  const std::set<std::pair<std::size_t, std::size_t>> joined = joined_pairs(chronology_of(reports));
  Score score;
  for (std::size_t a = 0; a < reports.size(); ++a) {
    for (std::size_t b = a + 1; b < reports.size(); ++b) {
      const bool same = reports[a].happening == reports[b].happening,
                 is_joined = joined.contains({a, b});
      score.pairs += same;
      score.found += same && is_joined;
      score.wrong += !same && is_joined;
      if (same == is_joined) continue;
      score.errors += (same ? "apart:  " : "joined: ") + reports[a].text + "\n        " +
                      reports[b].text + "\n";
    }
  }
  return score;
}

// The bounds are what was measured: raise them with what gets better.
TEST(Reports, OfHappeningsOfOneDayAreJoinedAsOftenAsMeasured) {
  const Score score = score_of("one-sunday");
  EXPECT_EQ(score.pairs, 42);
  EXPECT_GE(score.found, 41) << score.errors;
  EXPECT_LE(score.wrong, 0) << score.errors;
}

TEST(Reports, InOtherWordsAreJoinedAsOftenAsMeasured) {
  const Score score = score_of("other-words");
  EXPECT_EQ(score.pairs, 28);
  EXPECT_GE(score.found, 19) << score.errors;
  EXPECT_LE(score.wrong, 0) << score.errors;
}

TEST(Reports, OfTwoDaysAndSomeTimeLaterAreJoinedAsOftenAsMeasured) {
  const Score score = score_of("two-days");
  EXPECT_EQ(score.pairs, 36);
  EXPECT_GE(score.found, 23) << score.errors;
  EXPECT_LE(score.wrong, 0) << score.errors;
}

TEST(Reports, ThatNoRuleWasMadeOnAreJoinedAsOftenAsMeasured) {
  const Score score = score_of("held-out");
  EXPECT_EQ(score.pairs, 35);
  EXPECT_GE(score.found, 23) << score.errors;
  EXPECT_LE(score.wrong, 0) << score.errors;
}

TEST(Reports, ThatFollowOthersAreJoinedAsOftenAsMeasured) {
  const Score score = score_of("follow-ups");
  EXPECT_EQ(score.pairs, 29);
  EXPECT_GE(score.found, 21) << score.errors;
  EXPECT_LE(score.wrong, 0) << score.errors;
}

TEST(Reports, ThatFollowOthersAndNoRuleWasMadeOnAreJoinedAsOftenAsMeasured) {
  const Score score = score_of("follow-ups-unseen");
  EXPECT_EQ(score.pairs, 26);
  EXPECT_GE(score.found, 8) << score.errors;
  EXPECT_LE(score.wrong, 0) << score.errors;
}

}  // namespace
}  // namespace dateline::test
