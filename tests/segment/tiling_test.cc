// Blocks tile whatever the input: in order, disjoint, every visible character in exactly one.
#include <random>

#include "helpers.h"

namespace dateline::segment::test {
namespace {

void expect_tiling(const Result& result) {
  const std::string& text = result.document.text;
  std::size_t at = 0;
  for (const Block& block : result.layout.blocks) {
    ASSERT_LE(at, block.span.begin);
    ASSERT_LT(block.span.begin, block.span.end);
    ASSERT_LE(block.span.end, text.size());
    for (; at < block.span.begin; ++at)
      ASSERT_LE(static_cast<unsigned char>(text[at]), ' ') << "outside of blocks";
    at = block.span.end;
  }
  for (; at < text.size(); ++at) ASSERT_LE(static_cast<unsigned char>(text[at]), ' ');
  for (std::size_t a = 0; a < result.layout.articles.size(); ++a) {
    for (const std::uint32_t block : result.layout.articles[a].blocks) {
      ASSERT_EQ(result.layout.blocks.at(block).article, a);
    }
  }
  for (const Block& block : result.layout.blocks) {
    if (is_core(block.kind)) {
      ASSERT_NE(block.article, no_article);
    }
  }
}

std::string random_dump(std::mt19937& random) {
  const std::vector<std::string> pieces = {"Menu",
                                           "Read more",
                                           "\n",
                                           "\n\n",
                                           " ",
                                           "The dockers said on Monday that they would go on.",
                                           "02/17/2031 10:26 AM",
                                           "By ANA RUIZ",
                                           "PORT ELLIS (QPW) -",
                                           "-",
                                           "•",
                                           "(Photo by Ana / AFP)",
                                           "Breaking news",
                                           "“Well,” she said.",
                                           "২০",
                                           ".",
                                           "National museum closes its doors for repairs",
                                           "Leave a comment",
                                           "© 2031",
                                           "\t",
                                           "¿Qué?",
                                           "harbour",
                                           "\r\n"};
  std::string text;
  const std::size_t count = random() % 120;
  for (std::size_t i = 0; i < count; ++i)
    text += pieces[random() % pieces.size()] + (random() % 3 == 0 ? "\n" : " ");
  return text;
}

TEST(Tiling, HoldsForRandomDumps) {
  std::mt19937 random(7);
  for (int i = 0; i < 300; ++i) expect_tiling(segment(random_dump(random)));
}

TEST(Tiling, HoldsForWholeInputs) {
  std::mt19937 random(8);
  Options options;
  options.whole = true;
  for (int i = 0; i < 100; ++i) expect_tiling(segment(random_dump(random), options));
}

TEST(Tiling, OneLongLineIsOneBlock) {
  const Result result = segment(std::string(200000, 'a') + " " + std::string(1000, '-'));
  expect_tiling(result);
  EXPECT_EQ(result.layout.blocks.size(), 1U);
}

TEST(Tiling, TheSameInputGivesTheSameLayout) {
  std::mt19937 random(9);
  const std::string text = random_dump(random) + strike;
  const Result one = segment(text), two = segment(text);
  ASSERT_EQ(one.layout.blocks.size(), two.layout.blocks.size());
  for (std::size_t i = 0; i < one.layout.blocks.size(); ++i) {
    EXPECT_EQ(one.layout.blocks[i].span, two.layout.blocks[i].span);
    EXPECT_EQ(one.layout.blocks[i].kind, two.layout.blocks[i].kind);
  }
}

}  // namespace
}  // namespace dateline::segment::test
