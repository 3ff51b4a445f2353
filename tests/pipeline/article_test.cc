// What an article says, from its blocks.
#include "dateline/article.h"

#include <gtest/gtest.h>

#include <string>

namespace dateline {
namespace {

// Cuts `text` into blocks at the marks given as substrings; every block belongs to article 0.
struct Built {
  std::string text;
  Layout layout;

  void add(const std::string& piece, BlockKind kind) {
    const auto begin = static_cast<std::uint32_t>(text.size());
    text += piece;
    layout.blocks.push_back(
        {{begin, static_cast<std::uint32_t>(text.size())}, kind, no_rule, 0, {}});
    if (layout.articles.empty()) layout.articles.emplace_back();
    layout.articles[0].blocks.push_back(static_cast<std::uint32_t>(layout.blocks.size() - 1));
  }
};

TEST(CoreText, joins_core_blocks_by_blank_lines) {
  Built built;
  built.add("A title\n\n", BlockKind::title);
  built.add("First paragraph.\n", BlockKind::body);
  built.add("A photo of it\n", BlockKind::caption);
  built.add("What follows\n", BlockKind::subheading);
  built.add("- an item\n", BlockKind::list_item);
  EXPECT_EQ(core_text(built.layout, 0, built.text),
            "First paragraph.\n\nWhat follows\n\n- an item");
}

TEST(CoreText, mends_a_paragraph_that_was_broken_over_lines) {
  Built built;
  built.add("One paragraph\n   over three  \r\nlines.\n\n", BlockKind::body);
  EXPECT_EQ(core_text(built.layout, 0, built.text), "One paragraph over three lines.");
}

TEST(CoreText, keeps_a_dateline_on_the_line_of_its_lead) {
  Built built;
  built.add("MOSCOW, March 11 - ", BlockKind::dateline);
  built.add("The ministry said so.\n", BlockKind::body);
  EXPECT_EQ(core_text(built.layout, 0, built.text), "MOSCOW, March 11 - The ministry said so.");
}

TEST(CoreText, is_empty_for_an_article_that_does_not_exist) {
  EXPECT_EQ(core_text(Layout{}, 0, "text"), "");
}

TEST(TitleOf, prefers_the_text_to_what_metadata_stated) {
  Article article;
  article.stated_title = "Stated";
  EXPECT_EQ(title_of(article, "In the text\n"), "Stated");
  article.title = {0, 12};
  EXPECT_EQ(title_of(article, "In the text\n"), "In the text");
}

TEST(BylineOf, prefers_the_text_to_what_metadata_stated) {
  Article article;
  article.stated_byline = "Stated";
  EXPECT_EQ(byline_of(article, "By A. Writer"), "Stated");
  article.byline = {3, 12};
  EXPECT_EQ(byline_of(article, "By A. Writer"), "A. Writer");
}

TEST(IsCore, holds_for_the_words_of_the_article_itself) {
  EXPECT_TRUE(is_core(BlockKind::dateline));
  EXPECT_TRUE(is_core(BlockKind::quote));
  EXPECT_FALSE(is_core(BlockKind::title));
  EXPECT_FALSE(is_core(BlockKind::caption));
  EXPECT_FALSE(is_core(BlockKind::ticker));
}

}  // namespace
}  // namespace dateline
