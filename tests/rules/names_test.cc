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

}  // namespace
}  // namespace dateline::rules
