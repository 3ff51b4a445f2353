// Names of many words: longest first, case, accents, hyphens, dots, and where a name ends.
#include "rules/names.h"

#include <gtest/gtest.h>

#include "rules/tables.h"

namespace dateline::rules {
namespace {

class Names : public testing::Test {
 protected:
  Names() {
    Problems problems;
    bytes_ = pack_tables({{"data/world/towns.tsv", "world", "towns", SourceKind::table,
                           "name\tcountry\talternates:names\n"
                           "Deir ez-Zor\tSY\tDayr az Zawr;Deir\n"
                           "St. Louis\tUS\n"
                           "Springfield\tUS\n"
                           "Springfield\tAU\n"
                           "New York\tUS\n"
                           "New York City\tUS\tNew York;U.S. Gotham\n"
                           "Sana'a\tYE\n"
                           "U.S.\tUS\n"}},
                         problems);
    store_ = *TableStore::view(bytes_);
  }

  // "last:name(alternate?)" of every hit at the first token.
  std::vector<std::string> hits(const std::string& text) {
    text::tokenize(text, tokens_);
    std::vector<NameHit> found;
    store_.names_at(tokens_, 0, {0, tokens_.size()}, found);
    std::vector<std::string> out;
    for (const NameHit& hit : found) {
      out.push_back(text.substr(0, tokens_.end[hit.last - 1]) + "=" +
                    std::string(hit.table->text(hit.row, 0)) + (hit.alternate ? "*" : ""));
    }
    return out;
  }

  std::string bytes_;
  TableStore store_;
  text::Tokens tokens_;
};

using Hits = std::vector<std::string>;

TEST_F(Names, AreFoundLongestFirst) {
  EXPECT_EQ(hits("New York City officials"),
            (Hits{"New York City=New York City", "New York=New York", "New York=New York City*"}));
}

TEST_F(Names, GiveEveryRowOfThatName) {
  EXPECT_EQ(hits("Springfield"), (Hits{"Springfield=Springfield", "Springfield=Springfield"}));
}

TEST_F(Names, DoNotCareForCaseAccentsAndHyphens) {
  EXPECT_EQ(hits("DEIR EZ ZOR"), (Hits{"DEIR EZ ZOR=Deir ez-Zor", "DEIR=Deir ez-Zor*"}));
  EXPECT_EQ(hits("Deir-ez-Zór"), (Hits{"Deir-ez-Zór=Deir ez-Zor", "Deir=Deir ez-Zor*"}));
}

TEST_F(Names, DoNotCareForTheDotOfAnAbbreviation) {
  EXPECT_EQ(hits("St Louis"), (Hits{"St Louis=St. Louis"}));
  EXPECT_EQ(hits("St. Louis"), (Hits{"St. Louis=St. Louis"}));
}

TEST_F(Names, AreFoundWithAndWithoutTheirApostrophe) {
  EXPECT_EQ(hits("Sanaa fell"), (Hits{"Sanaa=Sana'a"}));
  EXPECT_EQ(hits("Sana\u2019a fell"), (Hits{"Sana\u2019a=Sana'a"}));
}

TEST_F(Names, OwnTheLastDotOfInitials) { EXPECT_EQ(hits("U.S. forces"), (Hits{"U.S.=U.S."})); }

TEST_F(Names, DoNotGoOnAfterALineBreakOrASentence) {
  EXPECT_EQ(hits("New\nYork"), Hits{});
  EXPECT_EQ(hits("Springfield. Homs"),
            (Hits{"Springfield=Springfield", "Springfield=Springfield"}));
}

TEST_F(Names, StayInsideTheRange) {
  const std::string text = "New York City";
  text::tokenize(text, tokens_);
  std::vector<NameHit> found;
  store_.names_at(tokens_, 0, {0, 2}, found);
  ASSERT_EQ(found.size(), 2U);
  EXPECT_EQ(found[0].last, 2U);
}

TEST_F(Names, AreNotFoundInTheirBeginningsAlone) { EXPECT_EQ(hits("New Yorkers"), Hits{}); }

// Two words of syllables for each number: all different.
std::string name_of(std::uint32_t number) {
  constexpr std::string_view syllables[] = {"ba", "do", "ki", "lu", "me", "ro", "sa", "tu"};
  std::string name = "Q";
  for (int i = 0; i < 6; ++i, number /= 8) {
    if (i == 3) name += " V";
    name += syllables[number % 8];
  }
  return name;
}

// The table of names is nearly full: every name is found all the same, and no other.
TEST(ManyNames, AreFoundAndNoOthers) {
  constexpr std::uint32_t count = 20000;
  std::string table = "name\n";
  for (std::uint32_t i = 0; i < count; ++i) table += name_of(2 * i) + "\n";
  Problems problems;
  const std::string bytes =
      pack_tables({{"data/world/towns.tsv", "world", "towns", SourceKind::table, table}}, problems);
  const TableStore store = *TableStore::view(bytes);
  std::uint32_t found = 0, wrong = 0;
  text::Tokens tokens;
  std::vector<NameHit> hits;
  for (std::uint32_t i = 0; i < 2 * count; ++i) {
    text::tokenize(name_of(i), tokens);
    hits.clear();
    store.names_at(tokens, 0, {0, tokens.size()}, hits);
    if (i % 2 == 1) {
      wrong += hits.empty() ? 0 : 1;
    } else {
      found += hits.size() == 1 && hits[0].row == i / 2 ? 1 : 0;
    }
  }
  EXPECT_EQ(found, count);
  EXPECT_EQ(wrong, 0U);
}

}  // namespace
}  // namespace dateline::rules
