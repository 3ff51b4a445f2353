// Files of every kind into Documents.
#include "read/read.h"

#include <gtest/gtest.h>

#include <fstream>

#include "support/files.h"

namespace dateline::read {
namespace {

class ReadFile : public ::testing::Test {
 protected:
  std::vector<Document> read(const std::string& name, const std::string& bytes,
                             const Options& options = {}) {
    path_ = (folder_.path() / name).string();
    std::ofstream(path_, std::ios::binary) << bytes;
    std::vector<Document> documents;
    problems_.clear();
    read_file(
        path_, options,
        [&documents](Document&& document) {
          documents.push_back(document);
          return true;
        },
        problems_);
    return documents;
  }
  [[nodiscard]] std::vector<std::string> codes() const {
    std::vector<std::string> codes;
    for (const Problem& problem : problems_) codes.push_back(problem.code);
    return codes;
  }
  using Codes = std::vector<std::string>;

  test::TemporaryFolder folder_;
  std::string path_;
  Problems problems_;
};

TEST_F(ReadFile, takes_text_as_it_is) {
  const auto documents = read("a.txt", "Line one\r\nÉlysée\n");
  ASSERT_EQ(documents.size(), 1u);
  EXPECT_EQ(documents[0].text, "Line one\r\nÉlysée\n");
  EXPECT_EQ(documents[0].name, path_);
  EXPECT_EQ(documents[0].encoding, "utf-8");
  EXPECT_TRUE(problems_.empty());
}

TEST_F(ReadFile, drops_a_byte_order_mark) {
  EXPECT_EQ(read("a.txt", "\xEF\xBB\xBFtext").at(0).text, "text");
}

TEST_F(ReadFile, converts_utf16_with_a_mark) {
  const auto documents =
      read("a.txt", std::string("\xFF\xFE\xC9\x00t\x00\xE9\x00=\xD8\x00\xDE", 12));
  EXPECT_EQ(documents.at(0).text, "Été😀");
  EXPECT_EQ(documents.at(0).encoding, "utf-16le");
}

TEST_F(ReadFile, recognises_utf16_without_a_mark) {
  std::string bytes;
  for (const char c : std::string("Plain words of a story.")) (bytes += '\0') += c;
  EXPECT_EQ(read("a.txt", bytes).at(0).text, "Plain words of a story.");
  EXPECT_EQ(read("a.txt", bytes).at(0).encoding, "utf-16be");
}

TEST_F(ReadFile, recognises_windows_1252) {
  const auto documents = read("a.txt", "The caf\xE9 was \x93open\x94 \x96 until ten.");
  EXPECT_EQ(documents.at(0).text, "The café was “open” – until ten.");
  EXPECT_EQ(documents.at(0).encoding, "windows-1252");
  EXPECT_TRUE(problems_.empty());
}

TEST_F(ReadFile, repairs_damaged_utf8_and_says_so_once) {
  const auto documents = read("a.txt", "naïve\ncafé \xFF and \xFE, Élysée\n");
  EXPECT_EQ(documents.at(0).text, "naïve\ncafé \uFFFD and \uFFFD, Élysée\n");
  EXPECT_EQ(codes(), Codes{"read.utf8"});
  EXPECT_EQ(problems_[0].line, 2u);
  EXPECT_EQ(problems_[0].severity, Severity::note);
}

TEST_F(ReadFile, names_empty_and_blank_files) {
  EXPECT_TRUE(read("a.txt", "").empty());
  EXPECT_EQ(codes(), Codes{"read.empty"});
  EXPECT_TRUE(read("a.txt", " \n\t\n").empty());
  EXPECT_EQ(codes(), Codes{"read.empty"});
}

TEST_F(ReadFile, names_binary_files) {
  EXPECT_TRUE(read("a.txt", std::string("PK\x03\x04\x00\x00\x00\x08", 8)).empty());
  EXPECT_EQ(codes(), Codes{"read.binary"});
  EXPECT_TRUE(read("a.txt", "\x01\x02\x03\x04 no zeros but controls").empty());
  EXPECT_EQ(codes(), Codes{"read.binary"});
}

TEST_F(ReadFile, takes_a_record_a_line) {
  const auto documents =
      read("a.jsonl",
           "{\"id\":\"n1\",\"title\":\"T\",\"maintext\":\"One\",\"url\":\"https://x.example/a\"}\n"
           "\n"
           "{\"text\":\"Two\",\"date_publish\":\"2024-12-05\",\"authors\":[\"A\",\"B\"]}");
  ASSERT_EQ(documents.size(), 2u);
  EXPECT_EQ(documents[0].name, "n1");
  EXPECT_EQ(documents[0].title, "T");
  EXPECT_EQ(documents[0].url, "https://x.example/a");
  EXPECT_EQ(documents[1].name, path_ + "#3");
  EXPECT_EQ(documents[1].published, "2024-12-05");
  EXPECT_EQ(documents[1].author, "A, B");
}

TEST_F(ReadFile, recognises_records_by_content) {
  EXPECT_EQ(read("dump.txt", "{\"text\":\"One\"}\n{\"text\":\"Two\"}\n").size(), 2u);
}

TEST_F(ReadFile, prefers_the_first_alias_in_the_contracts_order) {
  const auto documents = read("a.jsonl",
                              "{\"date\":\"2020-01-01\",\"published\":\"2021-01-01\",\"date_"
                              "publish\":null,\"body\":\"b\"}\n");
  EXPECT_EQ(documents.at(0).published, "2021-01-01");
}

TEST_F(ReadFile, takes_words_for_nothing_as_absent) {
  const auto documents = read("a.jsonl",
                              "{\"text\":\"One\",\"title\":\"None\",\"published\":NaN,\"url\":\"\","
                              "\"author\":null,\"id\":\"nan\"}\n");
  ASSERT_EQ(documents.size(), 1u);
  EXPECT_EQ(documents[0].title, "");
  EXPECT_EQ(documents[0].published, "");
  EXPECT_EQ(documents[0].author, "");
  EXPECT_EQ(documents[0].name, path_ + "#1");
}

TEST_F(ReadFile, takes_source_for_the_url_only_if_it_is_one) {
  EXPECT_EQ(read("a.jsonl", "{\"text\":\"One\",\"source\":\"The Paper\"}\n").at(0).url, "");
  EXPECT_EQ(read("a.jsonl", "{\"text\":\"One\",\"source\":\"http://x.example/\"}\n").at(0).url,
            "http://x.example/");
}

TEST_F(ReadFile, lets_the_user_name_a_field) {
  const Options options{{{"text", "story"}, {"title", "body"}}};
  const auto documents =
      read("a.jsonl", "{\"story\":\"One\",\"body\":\"T\",\"text\":\"other\"}\n", options);
  EXPECT_EQ(documents.at(0).text, "One");
  EXPECT_EQ(documents.at(0).title, "T");
}

TEST_F(ReadFile, names_broken_lines_and_goes_on) {
  const auto documents = read(
      "a.jsonl",
      "{\"text\":\"One\"}\n{\"text\":\"broken\n[1]\n{\"title\":\"no text\"}\n{\"text\":\"Two\"}\n");
  EXPECT_EQ(documents.size(), 2u);
  EXPECT_EQ(codes(), (Codes{"read.json", "read.json", "read.no-text"}));
  EXPECT_EQ(problems_[0].line, 2u);
  EXPECT_EQ(problems_[0].source_line, "{\"text\":\"broken");
  EXPECT_EQ(problems_[1].line, 3u);
  EXPECT_EQ(problems_[2].line, 4u);
}

TEST_F(ReadFile, repairs_bad_bytes_in_records_and_says_so_once) {
  const std::string line = "{\"text\":\"naïve café, Élysée \xFF\"}\n";
  EXPECT_EQ(read("a.jsonl", line + line).at(1).text, "naïve café, Élysée \uFFFD");
  EXPECT_EQ(codes(), Codes{"read.utf8"});
  EXPECT_EQ(problems_[0].line, 1u);
}

TEST_F(ReadFile, recognises_windows_1252_in_a_record) {
  const auto documents = read("a.jsonl", "{\"text\":\"one\"}\n{\"text\":\"caf\xE9\"}\n");
  EXPECT_EQ(documents.at(0).encoding, "utf-8");
  EXPECT_EQ(documents.at(1).text, "café");
  EXPECT_EQ(documents.at(1).encoding, "windows-1252");
}

TEST_F(ReadFile, mends_halves_of_surrogates_and_control_characters) {
  EXPECT_EQ(read("a.jsonl", "{\"text\":\"a\\ud83d b\\ude00 \\ud83d\\ude00 c\td\"}\n").at(0).text,
            "a\uFFFD b\uFFFD 😀 c d");
}

TEST_F(ReadFile, gives_a_document_a_name_in_utf8) {
  EXPECT_TRUE(read("a\xFF.txt", "text").at(0).name.ends_with("a\uFFFD.txt"));
}

TEST_F(ReadFile, takes_an_array_of_records) {
  const auto documents =
      read("a.json", "[\n {\"text\":\"One\"},\n {\"text\":\"Two\",\"uid\":17}, 5\n]\n");
  ASSERT_EQ(documents.size(), 2u);
  EXPECT_EQ(documents[0].name, path_ + "#1");
  EXPECT_EQ(documents[1].name, "17");
  EXPECT_EQ(codes(), Codes{"read.json"});
}

TEST_F(ReadFile, takes_one_object_over_many_lines) {
  const auto documents = read("a.json", "{\n \"headline\": \"T\",\n \"content\": \"One\"\n}\n");
  ASSERT_EQ(documents.size(), 1u);
  EXPECT_EQ(documents[0].name, path_);
  EXPECT_EQ(documents[0].title, "T");
}

TEST_F(ReadFile, finds_the_records_inside_an_object) {
  EXPECT_EQ(
      read("a.json", "{\"count\":2,\"articles\":[{\"text\":\"One\"},{\"text\":\"Two\"}]}").size(),
      2u);
}

TEST_F(ReadFile, takes_a_number_of_seconds_as_a_date) {
  EXPECT_EQ(read("a.jsonl", "{\"text\":\"One\",\"ts\":1733400000}\n").at(0).published,
            "2024-12-05T12:00Z");
  EXPECT_EQ(read("a.jsonl", "{\"text\":\"One\",\"ts\":1733400000000}\n").at(0).published,
            "2024-12-05T12:00Z");
}

TEST_F(ReadFile, is_not_overwhelmed_by_nesting) {
  const std::string deep(200000, '[');
  EXPECT_TRUE(read("a.json", deep).empty());
  EXPECT_EQ(codes(), Codes{"read.json"});
  EXPECT_TRUE(read("a.jsonl", "{\"text\":" + deep + "\n").empty());
}

TEST_F(ReadFile, stops_where_the_sink_wants_no_more) {
  path_ = (folder_.path() / "a.jsonl").string();
  std::ofstream(path_) << "{\"text\":\"One\"}\n{\"text\":\"Two\"}\n";
  int taken = 0;
  read_file(
      path_, {}, [&taken](Document&&) { return ++taken < 1; }, problems_);
  EXPECT_EQ(taken, 1);
}

TEST_F(ReadFile, names_a_file_that_has_gone) {
  read_file(
      "/no/such/file", {}, [](Document&&) { return true; }, problems_);
  EXPECT_EQ(codes(), Codes{"read.unreadable"});
}

}  // namespace
}  // namespace dateline::read
