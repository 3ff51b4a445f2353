// What a worker remembers of words must not show: a reading with a long past against a fresh one.
#include <gtest/gtest.h>

#include <array>
#include <random>

#include "rules/pack.h"

namespace dateline::rules {
namespace {

std::unique_ptr<Rules::Impl> pack_of_months() {
  Problems problems;
  return build_pack({{"data/en/words/month.tsv", "en", "month", SourceKind::word_list,
                      "form\tvalue\nmarch\t3\nmay\t5\nmay day\t5-1\ninternationalisation\t0\n"},
                     {"data/en/time/a.rules", "en/time", "a", SourceKind::rule_file,
                      "rule a\nfind {month} {1-31}\nyes x\n"}},
                    {}, problems);
}

// Words of a few letters, so that they come again, among thousands that do not.
std::string random_text(std::mt19937& random) {
  constexpr std::array<std::string_view, 6> known = {
      "March", "may", "MAY", "May Day", "internationalisation", "31"};
  std::string text;
  for (int i = 0; i < 400; ++i) {
    if (random() % 4 == 0) {
      text += known[random() % known.size()];
    } else {
      const std::size_t letters = 1 + random() % 20;
      for (std::size_t k = 0; k < letters; ++k) text += static_cast<char>('a' + random() % 26);
    }
    text += ' ';
  }
  return text;
}

TEST(Reading, IsTheSameWhateverWasReadBefore) {
  const auto pack = pack_of_months();
  ASSERT_TRUE(pack);
  std::mt19937 random(3);
  Reading warm;
  std::size_t known = 0;
  for (int round = 0; round < 60; ++round) {
    const std::string text = random_text(random);
    Reading fresh;
    read_text(*pack, text, fresh);
    read_text(*pack, text, warm);
    ASSERT_EQ(warm.words, fresh.words);
    ASSERT_EQ(warm.kinds, fresh.kinds);
    ASSERT_EQ(warm.abbreviation, fresh.abbreviation);
    ASSERT_EQ(warm.phrases.size(), fresh.phrases.size());
    for (std::uint32_t i = 0; i < fresh.tokens.size(); ++i) {
      ASSERT_EQ(warm.starts[i], fresh.starts[i]) << fresh.word(i);
      known += fresh.words[i] != 0;
    }
  }
  EXPECT_GT(known, 1000u);
}

}  // namespace
}  // namespace dateline::rules
