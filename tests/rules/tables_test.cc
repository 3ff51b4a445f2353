// Tables packed and read in place: cells of every kind, errors with their line, files of one name.
#include "rules/tables.h"

#include <gtest/gtest.h>

namespace dateline::rules {
namespace {

Source table_source(std::string stem, std::string text) {
  return {"data/world/" + stem + ".tsv", "world", stem, SourceKind::table, std::move(text)};
}

// The bytes must outlive the store, at an address aligned to 16: std::string gives that for more
// than a few bytes.
struct Packed {
  explicit Packed(const std::vector<Source>& sources) : bytes(pack_tables(sources, problems)) {
    if (auto view = TableStore::view(bytes)) store = std::move(*view);
  }
  Problems problems;
  std::string bytes;
  TableStore store;
};

const char* const towns =
    "# a comment\n"
    "name\tcountry\tpopulation:int\tlat:real\tlon:real\talternates:keys\n"
    "Deir ez-Zor\tSY\t242565\t35.33588\t40.14084\tDayr az Zawr\n"
    "Springfield\tUS\t153060\t42.10148\t-72.58981\n"
    "Springfield\tUS\t116565\t39.80172\t-89.64371\n";

TEST(Tables, GiveCellsByColumnName) {
  const Packed packed({table_source("towns", towns)});
  ASSERT_TRUE(packed.problems.empty());
  const Table* table = packed.store.table("towns");
  ASSERT_NE(table, nullptr);
  EXPECT_EQ(table->rows(), 3U);
  EXPECT_EQ(table->text(0, table->column("name")), "Deir ez-Zor");
  EXPECT_EQ(table->text(2, table->column("country")), "US");
  EXPECT_EQ(table->integer(1, table->column("population")), 153060);
}

TEST(Tables, KeepDecimalsAsWritten) {
  const Packed packed({table_source("towns", towns)});
  const Table* table = packed.store.table("towns");
  EXPECT_EQ(table->real(0, table->column("lat")), 35.33588);
  EXPECT_EQ(table->real(2, table->column("lon")), -89.64371);
}

TEST(Tables, GiveNothingForAColumnThatIsNotThere) {
  const Packed packed({table_source("towns", towns)});
  const Table* table = packed.store.table("towns");
  EXPECT_EQ(table->column("mayor"), -1);
  EXPECT_EQ(table->text(0, -1), "");
  EXPECT_EQ(packed.store.table("rivers"), nullptr);
}

TEST(Tables, KeepNumbersThatDoNotFitFourBytes) {
  const Packed packed(
      {table_source("big", "name\tpeople:int\tshare:real\nEarth\t8000000000\t0.1234567\n")});
  const Table* table = packed.store.table("big");
  EXPECT_EQ(table->integer(0, 1), 8000000000);
  EXPECT_EQ(table->real(0, 2), 0.1234567);
}

TEST(Tables, KeepTextsOfAnyLength) {
  const std::string longest(1000, 'x');
  const Packed packed({table_source("notes", "name\tnote\nHoms\t" + longest + "\nHama\tshort\n")});
  EXPECT_EQ(packed.store.table("notes")->text(0, 1), longest);
  EXPECT_EQ(packed.store.table("notes")->text(1, 1), "short");
}

TEST(Tables, KeepNumbersThatRepeat) {
  std::string rows = "name\tpeople:int\tdepth:int\n";
  for (int i = 0; i < 1000; ++i)
    rows += "Town\t" + std::to_string(i % 7 * 10000000) + "\t-" + std::to_string(i) + "\n";
  const Packed packed({table_source("towns", rows)});
  const Table* table = packed.store.table("towns");
  EXPECT_EQ(table->integer(6, 1), 60000000);
  EXPECT_EQ(table->real(999, 1), 50000000);
  EXPECT_EQ(table->integer(999, 2), -999);
}

TEST(Tables, KeepDecimalsOfFourPlaces) {
  const Packed packed(
      {table_source("points", "name\tlon:real\nA\t-179.9999\nB\t0.0001\nC\t180\n")});
  const Table* table = packed.store.table("points");
  EXPECT_EQ(table->real(0, 1), -179.9999);
  EXPECT_EQ(table->real(1, 1), 0.0001);
  EXPECT_EQ(table->real(2, 1), 180);
}

TEST(Tables, SayWhichLineHasABadNumber) {
  const Packed packed({table_source("towns", "name\tpopulation:int\nHoms\tmany\n")});
  ASSERT_EQ(packed.problems.size(), 1U);
  EXPECT_EQ(packed.problems[0].line, 2U);
  EXPECT_EQ(packed.problems[0].code, "rules.table");
}

TEST(Tables, RefuseARowLongerThanItsHeader) {
  const Packed packed({table_source("towns", "name\nHoms\tSY\n")});
  EXPECT_EQ(packed.problems.size(), 1U);
}

TEST(Tables, JoinFilesOfOneName) {
  const Packed packed({table_source("towns", "name\tcountry\nHoms\tSY\n"),
                       table_source("towns", "name\tcountry\nHama\tSY\n")});
  EXPECT_TRUE(packed.problems.empty());
  EXPECT_EQ(packed.store.table("towns")->rows(), 2U);
}

TEST(Tables, AreNoViewOfOtherBytes) {
  EXPECT_FALSE(TableStore::view("not an image at all").has_value());
}

}  // namespace
}  // namespace dateline::rules
