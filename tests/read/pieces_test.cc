// Big files are cut at line ends, and nothing is lost or doubled.
#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>

#include "read/read.h"
#include "support/files.h"

namespace dateline::read {
namespace {

class PiecesOf : public ::testing::Test {
 protected:
  std::string write(const std::string& name, const std::string& bytes) {
    const std::string path = (folder_.path() / name).string();
    std::ofstream(path, std::ios::binary) << bytes;
    return path;
  }
  static std::vector<Piece> all(Pieces& pieces) {
    std::vector<Piece> list;
    while (auto piece = pieces.next()) list.push_back(std::move(*piece));
    return list;
  }
  test::TemporaryFolder folder_;
};

std::string records(int count) {
  std::string bytes;
  for (int i = 0; i < count; ++i)
    bytes += "{\"text\":\"record " + std::to_string(i) + std::string(90, 'x') + "\"}\n";
  return bytes;
}

TEST_F(PiecesOf, a_big_file_of_records_are_whole_lines_that_add_up) {
  const std::string bytes = records(20000);
  Pieces pieces({write("big.jsonl", bytes)});
  const auto list = all(pieces);
  ASSERT_GT(list.size(), 4u);
  std::string joined;
  for (const Piece& piece : list) {
    EXPECT_EQ(piece.kind, Piece::Kind::lines);
    EXPECT_EQ(piece.first_line, std::count(joined.begin(), joined.end(), '\n') + 1);
    EXPECT_EQ(piece.last, &piece == &list.back());
    joined += piece.bytes;
  }
  EXPECT_EQ(joined, bytes);
}

TEST_F(PiecesOf, small_and_other_files_are_left_whole) {
  Pieces pieces({write("small.jsonl", records(10)), write("big.txt", std::string(3'000'000, 'a'))});
  const auto list = all(pieces);
  ASSERT_EQ(list.size(), 2u);
  EXPECT_EQ(list[0].kind, Piece::Kind::file);
  EXPECT_FALSE(list[1].loaded);
  EXPECT_EQ(pieces.inputs(), 2u);
}

TEST_F(PiecesOf, one_endless_line_are_one_piece) {
  Pieces pieces({write("line.jsonl", "{\"text\":\"" + std::string(3'000'000, 'a') + "\"}")});
  const auto list = all(pieces);
  ASSERT_EQ(list.size(), 1u);
  EXPECT_EQ(list[0].bytes.size(), 3'000'011u);
}

TEST_F(PiecesOf, record_streams_begin_with_the_opening) {
  std::string bytes;
  for (int i = 0; i < 4000; ++i)
    bytes += "{\"record\":\"document\",\"n\":" + std::to_string(i) +
             "}\n{\"record\":\"article\",\"text\":\"" + std::string(200, 'y') + "\"}\n";
  const std::string opening = "{\"record\":\"document\"";
  Pieces pieces({write("stream.ndjson", bytes)}, opening);
  const auto list = all(pieces);
  ASSERT_GT(list.size(), 2u);
  std::string joined;
  for (const Piece& piece : list) {
    EXPECT_TRUE(piece.bytes.starts_with(opening));
    joined += piece.bytes;
  }
  EXPECT_EQ(joined, bytes);
}

TEST_F(PiecesOf, inputs_can_be_had_twice) {
  Pieces pieces({write("big.jsonl", records(20000)), write("a.txt", "text")}, "",
                Pieces::Passes::two);
  const std::size_t once = all(pieces).size();
  EXPECT_EQ(all(pieces).size(), 0u);
  pieces.rewind();
  EXPECT_EQ(all(pieces).size(), once);
}

TEST_F(PiecesOf, inputs_that_are_not_wanted_are_passed_over) {
  const std::string bytes = records(20000);
  Pieces pieces({write("one.txt", "one"), write("big.jsonl", bytes), write("two.txt", "two")});
  std::string got;
  while (auto piece = pieces.next([](std::uint32_t input) { return input == 1; })) {
    EXPECT_EQ(piece->input, 1U);
    got += piece->bytes;
  }
  EXPECT_EQ(got, bytes);
  pieces.rewind();
  std::uint32_t last = 0;
  while (auto piece = pieces.next()) last = piece->input;
  EXPECT_EQ(last, 2U);
}

TEST_F(PiecesOf, missing_files_say_so_when_read) {
  Pieces pieces({"/no/such/file"}, "{\"record\":\"document\"");
  const auto list = all(pieces);
  ASSERT_EQ(list.size(), 1u);
  ASSERT_EQ(list[0].problems.size(), 1u);
  EXPECT_EQ(list[0].problems[0].code, "read.unreadable");
}

}  // namespace
}  // namespace dateline::read
