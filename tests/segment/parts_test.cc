// The parts: trees against a plain oracle, the corpus, how lines are counted.
#include <random>

#include "helpers.h"
#include "segment/kinds/forest.h"
#include "segment/lines/lines.h"

namespace dateline::segment::test {
namespace {

TEST(Trees, BlocksOfRowsGiveWhatOneRowAtATimeGives) {
  std::mt19937 random(3);
  Features features(7, 150);
  for (std::size_t c = 0; c < 7; ++c) {
    for (std::size_t r = 0; r < 150; ++r)
      features.column(c)[r] = static_cast<std::uint8_t>(random());
  }
  Model model;
  model.bias = 250;
  for (int t = 0; t < 9; ++t) {
    Tree tree;
    for (std::size_t i = 0; i < tree_depth; ++i) {
      tree.feature[i] = static_cast<std::uint16_t>(random() % 7);
      tree.threshold[i] = static_cast<std::uint8_t>(random());
    }
    for (std::size_t leaf = 0; leaf < tree_leaves; ++leaf)
      tree.value[leaf] = static_cast<std::int16_t>(static_cast<int>(random() % 1000) - 500);
    model.trees.push_back(tree);
  }
  const std::vector<float> sums = Forest(model).evaluate(features);
  ASSERT_EQ(sums.size(), 150U);
  for (std::size_t r = 0; r < 150; ++r) {
    int sum = model.bias;
    for (const Tree& tree : model.trees) {
      std::size_t index = 0;
      for (std::size_t i = 0; i < tree_depth; ++i)
        index = index * 2 + (features.column(tree.feature[i])[r] > tree.threshold[i]);
      sum += tree.value[index];
    }
    EXPECT_FLOAT_EQ(sums[r], static_cast<float>(sum) / 1000);
  }
}

Document text(std::string words) {
  Document document;
  document.text = std::move(words);
  return document;
}

TEST(Corpus, CountsDocumentsNotLines) {
  Corpus corpus;
  corpus.add(text("Follow us\nFollow us\n"));
  corpus.add(text("Follow us\n"));
  EXPECT_EQ(corpus.documents(), 2U);
  EXPECT_EQ(corpus.documents_with("Follow us"), 2U);
  EXPECT_EQ(corpus.documents_with("Something else"), 1U);
}

TEST(Corpus, CaseBlanksAndDigitsDoNotCount) {
  Corpus corpus;
  corpus.add(text("12 comments"));
  corpus.add(text("7  Comments"));
  EXPECT_EQ(corpus.documents_with("345 comments"), 2U);
}

TEST(Corpus, BlanksAndDigitsFoldWhereverTheyStandInALine) {
  const std::string plain =
      "Tides and timetables of the harbour ferry: 7 boats, QUAY \xC3\xA9t\xC3\xA9";
  const std::uint64_t hash = line_hash(plain);
  EXPECT_NE(hash, 0U);
  for (std::size_t i = 0; i <= plain.size(); ++i) {
    std::string spaced = plain;
    spaced.insert(i, " \t");
    EXPECT_EQ(line_hash(spaced), hash) << spaced;
    std::string other = plain;
    other.insert(i, "x");
    EXPECT_NE(line_hash(other), hash) << other;
  }
  for (const char* number : {"12", "1 2", "123456789", "1 2 3"}) {
    std::string many = plain;
    many.replace(many.find('7'), 1, number);
    EXPECT_EQ(line_hash(many), hash) << many;
  }
  EXPECT_EQ(line_hash("TIDES AND TIMETABLES OF THE HARBOUR FERRY: 0 BOATS, quay \xC3\xA9t\xC3\xA9"),
            hash);
  EXPECT_NE(line_hash("@[`{ @[`{"), line_hash("`{`{ `{`{"));
}

// The plain definition: no blanks, small letters, a run of digits is one.
std::string folded(const std::string& line) {
  std::string out;
  for (const char c : line) {
    if (c == ' ' || c == '\t') continue;
    const bool digit = c >= '0' && c <= '9';
    if (digit && !out.empty() && out.back() == '0') continue;
    out += digit ? '0' : c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  }
  return out;
}

TEST(Corpus, ALineIsKnownByItsFoldedBytes) {
  constexpr std::string_view bytes = "  \t0123abzABZ.@[`{\xC3\xA9";
  std::mt19937 random(5);
  for (int round = 0; round < 20000; ++round) {
    std::string line;
    for (std::size_t size = random() % 97; line.size() < size;)
      line += bytes[random() % bytes.size()];
    const std::string plain = folded(line);
    if (plain.size() < 3) continue;  // of no interest
    ASSERT_EQ(line_hash(line), line_hash(plain)) << line;
    ASSERT_NE(line_hash(line), line_hash(plain + "x")) << line;
  }
}

TEST(Corpus, MergingIsAddingInAnyOrder) {
  Corpus one, two, both;
  one.add(text("a line\nanother line"));
  two.add(text("a line"));
  both.merge(two);
  both.merge(one);
  EXPECT_EQ(both.documents(), 2U);
  EXPECT_EQ(both.documents_with("a line"), 2U);
  EXPECT_EQ(both.documents_with("another line"), 1U);
}

Document named(const std::string& name, const std::string& words) {
  Document document = text(words);
  document.name = name;
  return document;
}

// Sentences of their own for each number.
std::string sentences(int number, int count) {
  std::string out;
  for (int i = 0; i < count; ++i) {
    out += "The " + std::string(static_cast<std::size_t>(i) + 1, 'x') +
           " ferry came back to the harbour with ";
    out += std::string(static_cast<std::size_t>(number) + 1, 'y') + " boxes of fish.\n";
  }
  return out;
}

TEST(NearCopies, AreDocumentsWithMostlyTheSameSentences) {
  const std::vector<Document> documents = {
      named("a", "Harbour Times\n" + sentences(1, 9)),
      named("b", "Island Post\n" + sentences(1, 9) + sentences(2, 2)),
      named("c", "Harbour Times\n" + sentences(3, 9) + sentences(1, 3))};
  for (const bool reversed : {false, true}) {
    Corpus corpus;
    for (std::size_t i = 0; i < documents.size(); ++i) {
      Corpus one;
      one.add(documents[reversed ? documents.size() - 1 - i : i]);
      corpus.merge(one);
    }
    corpus.join_copies();
    EXPECT_EQ(corpus.copies_of(documents[0]), 1U);
    EXPECT_EQ(corpus.copies_of(documents[1]), 1U);
    EXPECT_EQ(corpus.copies_of(documents[2]), 0U);
  }
}

TEST(NearCopies, AreFoundHoweverManyThereAre) {
  Corpus corpus;
  for (int i = 0; i < 50; ++i) corpus.add(named(std::to_string(i), sentences(1, 40)));
  corpus.join_copies();
  EXPECT_EQ(corpus.copies_of(named("7", "")), 49U);
}

Line only_line(const std::string& words) {
  rules::Reading reading;
  reading.text = words;
  text::tokenize(words, reading.tokens);
  reading.kinds.resize(reading.tokens.size());
  const auto lines = split_lines(reading, {0});
  EXPECT_EQ(lines.size(), 1U);
  return lines.at(0);
}

TEST(Lines, ASentenceIsProseAndAHeadlineIsNot) {
  EXPECT_TRUE(
      only_line("The dockers said that they would go back to work in the morning.").prose());
  EXPECT_FALSE(only_line("Dockers to Go Back to Work in Port Ellis").prose());
}

TEST(Lines, TheEndOfALineIsSeenThroughClosingQuotes) {
  EXPECT_EQ(only_line("\"We go back to work.\"").end, LineEnd::stop);
  EXPECT_EQ(only_line("“Will they go back?”").end, LineEnd::question);
  EXPECT_EQ(only_line("they went on...").end, LineEnd::ellipsis);
  EXPECT_EQ(only_line("The joy of bread -").end, LineEnd::dash);
}

TEST(Lines, ClockTimesAndBreaksAreCounted) {
  EXPECT_EQ(only_line("Monday 12:05 to 13:10").clocks, 2U);
  EXPECT_EQ(only_line("They waited all night. Then they went home.").breaks, 1U);
}

TEST(Lines, ScriptsWithoutBlanksHaveWordsToo) {
  EXPECT_GT(only_line("港口工人星期四投票结束罢工港口将于星期五重新开放").words, 3U);
}

}  // namespace
}  // namespace dateline::segment::test
