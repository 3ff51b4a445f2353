// The program as a whole: exit status, where bytes go, what is left behind.
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>

#include "support/files.h"

namespace dateline::test {
namespace {

namespace fs = std::filesystem;

class Program : public ::testing::Test {
 protected:
  void SetUp() override {
    write("a.txt", "Troops entered Norvale on 5 March 2021, the ministry said.\n");
    write("b.jsonl",
          "{\"id\":\"b1\",\"text\":\"Talks began on 6 March 2021 in Norvale.\"}\n{broken\n");
  }
  void write(const std::string& name, const std::string& bytes) {
    std::ofstream(folder_.path() / name) << bytes;
  }
  [[nodiscard]] std::string read(const std::string& name) const {
    return read_file(folder_.path() / name);
  }
  CommandResult run(const std::string& command) { return run_command(command, folder_.path()); }
  [[nodiscard]] std::size_t files() const {
    return static_cast<std::size_t>(
        std::distance(fs::directory_iterator(folder_.path()), fs::directory_iterator()));
  }
  TemporaryFolder folder_;
};

TEST_F(Program, says_usage_and_exits_2_without_input) {
  const auto result = run("dateline </dev/null");
  EXPECT_EQ(result.status, 2);
  EXPECT_EQ(result.out, "");
  EXPECT_NE(result.err.find("usage: dateline"), std::string::npos);
}

TEST_F(Program, exits_2_for_a_flag_that_it_does_not_know) {
  EXPECT_EQ(run("dateline --no-such-flag a.txt").status, 2);
  EXPECT_EQ(run("dateline -o").status, 2);
}

TEST_F(Program, exits_0_where_all_went_well) {
  const auto result = run("dateline --whole a.txt");
  EXPECT_EQ(result.status, 0);
  EXPECT_EQ(result.err, "");
  EXPECT_TRUE(result.out.starts_with("{\n  \"schema\": 1,"));
}

TEST_F(Program, says_why_a_chronology_is_empty) {
  write("c.txt", "Nothing.\n");
  const auto result = run("dateline c.txt");
  EXPECT_EQ(result.status, 0);
  EXPECT_NE(result.err.find("[nothing-found"), std::string::npos);
  EXPECT_NE(run("dateline --whole --actor Nobody a.txt").err.find("[nothing-found]"),
            std::string::npos);
}

TEST_F(Program, exits_3_and_names_what_could_not_be_used) {
  const auto result = run("dateline --until read b.jsonl none.txt");
  EXPECT_EQ(result.status, 3);
  EXPECT_NE(result.err.find("b.jsonl:2: warning: is not valid JSON"), std::string::npos);
  EXPECT_NE(result.err.find("none.txt: warning: cannot be found"), std::string::npos);
  EXPECT_NE(result.out.find("\"document\":\"b1\""), std::string::npos);
}

TEST_F(Program, loses_nothing_of_a_page_between_two_runs) {
  std::string page =
      "<html><body><div><div class=menu><ul><li><a href=/1>Sport</a></ul></div><main><article>";
  for (const char* const who : {"union", "trust", "mayor", "crew", "police"})
    page += "<p>The harbour opened again on Friday 5 March 2032, the " + std::string(who) +
            " said, and four ships left it.</p>";
  page += "</article></main><div class=side>";
  for (const char* const who : {"Miners", "Bakers", "Drivers", "Nurses"})
    page += "<div class=card><p>" + std::string(who) +
            " met the minister in Port Ellis on Thursday and ended a strike.</p></div>";
  write("page.html", page + "</div></div></body></html>");
  EXPECT_EQ(run("dateline --until read page.html | dateline --from read - -f json").out,
            run("dateline page.html -f json").out);
}

TEST_F(Program, writes_nothing_of_a_faulty_run_if_strict) {
  const auto result =
      run("dateline --strict -o t.json b.jsonl; echo $?; dateline --strict --until read b.jsonl");
  EXPECT_EQ(result.out, "3\n");
  EXPECT_EQ(result.status, 3);
  EXPECT_EQ(files(), 2u);
}

TEST_F(Program, writes_several_files_at_once) {
  EXPECT_EQ(run("dateline a.txt -o t.json -o t.md -o t.ndjson").status, 0);
  EXPECT_TRUE(read("t.json").starts_with("{\n"));
  EXPECT_TRUE(read("t.ndjson").starts_with("{\"record\":\"header\""));
  EXPECT_TRUE(fs::exists(folder_.path() / "t.md"));
  EXPECT_EQ(files(), 5u);
}

TEST_F(Program, leaves_a_file_with_the_same_bytes_untouched) {
  run("dateline a.txt -o t.json; touch -d 2001-01-01 t.json");
  const auto before = fs::last_write_time(folder_.path() / "t.json");
  EXPECT_EQ(run("dateline a.txt -o t.json").status, 0);
  EXPECT_EQ(fs::last_write_time(folder_.path() / "t.json"), before);
}

TEST_F(Program, keeps_the_mode_of_a_file_that_it_replaces) {
  write("t.json", "old");
  run("chmod 640 t.json; dateline a.txt -o t.json");
  EXPECT_EQ(run("stat -c %a t.json").out, "640\n");
  EXPECT_NE(read("t.json"), "old");
}

TEST_F(Program, exits_4_where_nothing_can_be_written) {
  EXPECT_EQ(run("dateline a.txt -o no/such/t.json").status, 4);
  EXPECT_EQ(run("dateline a.txt >/dev/full").status, 4);
  EXPECT_EQ(run("dateline a.txt -o /dev/full -f json").status, 4);
}

TEST_F(Program, compares_with_a_file_and_writes_nothing) {
  run("dateline a.txt -o t.json");
  EXPECT_EQ(run("dateline a.txt --check t.json").status, 0);
  run("sed -i 's/\"schema\": 1/\"schema\": 0/' t.json");
  const auto result = run("dateline a.txt --check t.json");
  EXPECT_EQ(result.status, 1);
  EXPECT_NE(result.out.find("-  \"schema\": 0,\n+  \"schema\": 1,"), std::string::npos);
  EXPECT_EQ(run("dateline a.txt --check missing.json").status, 1);
  EXPECT_FALSE(fs::exists(folder_.path() / "missing.json"));
}

TEST_F(Program, ends_quietly_where_the_reader_has_gone) {
  const auto result =
      run("i=0; while [ $i -lt 400 ]; do cat a.txt; i=$((i+1)); done > big.txt;"
          "(dateline --until read big.txt big.txt big.txt big.txt big.txt; echo $? >&2) | head -c "
          "10 >/dev/null");
  EXPECT_EQ(result.err, "0\n");
}

TEST_F(Program, leaves_no_file_behind_when_interrupted) {
  const auto result =
      run("mkfifo p; (sleep 5 >p &) ; dateline -o t.json - <p & pid=$!; sleep 0.3; kill -TERM "
          "$pid; wait $pid;"
          "echo $?; rm p; ls -A | wc -l");
  EXPECT_EQ(result.out, "143\n2\n");
}

TEST_F(Program, gives_the_same_bytes_for_every_number_of_jobs) {
  std::string lines;
  for (int i = 0; i < 20000; ++i)
    lines += "{\"id\":\"" + std::to_string(i) + "\",\"text\":\"Talks number " + std::to_string(i) +
             " began on 6 March 2021 in Norvale.\"}\n" +
             (i % 1000 == 7   ? "broken\n"
              : i % 1000 == 9 ? "{\"text\":\"caf\xC3\xA9 \xFF\"}\n"
                              : "");
  write("big.jsonl", lines);
  const std::string flags =
      " --until segment --whole big.jsonl a.txt b.jsonl none.txt 2>&1 | cksum";
  const std::string one = run("dateline -j1" + flags).out;
  EXPECT_EQ(run("dateline -j2" + flags).out, one);
  EXPECT_EQ(run("dateline -j7" + flags).out, one);
}

TEST_F(Program, goes_on_from_every_stage_to_the_same_bytes) {
  run("dateline a.txt -o t.json");
  for (const std::string stage : {"read", "segment", "annotate", "extract"}) {
    const auto result = run("dateline --until " + stage + " a.txt | dateline --from " + stage +
                            " --check t.json -");
    EXPECT_EQ(result.status, 0) << stage << "\n" << result.out;
  }
}

TEST_F(Program, shows_no_control_characters_of_file_names) {
  const auto result = run("printf '' > \"$(printf 'x\\033[31m.txt')\"; dateline x*");
  EXPECT_EQ(result.status, 3);
  EXPECT_EQ(result.err.find('\x1b'), std::string::npos);
  EXPECT_NE(result.err.find("x\\x1b[31m.txt"), std::string::npos);
}

TEST_F(Program, refuses_a_field_that_it_does_not_know) {
  EXPECT_EQ(run("dateline --field colour=c a.txt").status, 2);
}

}  // namespace
}  // namespace dateline::test
