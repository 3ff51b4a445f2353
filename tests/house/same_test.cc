// The same input gives the same bytes: for any number of threads, order of inputs, locale, time
// zone and folder, and whether the stages run in one go or one after the other, in one process or
// in shards.
#include <gtest/gtest.h>

#include <filesystem>
#include <string>

#include "support/files.h"

namespace dateline::test {
namespace {
namespace fs = std::filesystem;

class Same : public testing::Test {
 protected:
  Same() {
    fs::copy(source_dir() / "data/samples", folder_.path() / "dumps", fs::copy_options::recursive);
  }

  [[nodiscard]] std::string out(const std::string& command) const {
    const auto result = run_command(command, folder_.path());
    EXPECT_EQ(result.status, 0) << command << "\n" << result.err;
    return result.out;
  }
  [[nodiscard]] const fs::path& folder() const { return folder_.path(); }

 private:
  TemporaryFolder folder_;
};

TEST_F(Same, for_any_number_of_threads) {
  for (const std::string arguments :
       {"-f json", "-f markdown", "-f ndjson", "--until annotate", "--until extract"}) {
    EXPECT_EQ(out("dateline -j1 " + arguments + " dumps"),
              out("dateline -j7 " + arguments + " dumps"))
        << arguments;
  }
}

TEST_F(Same, for_any_order_of_inputs) {
  EXPECT_EQ(out("dateline $(ls dumps/*)"), out("dateline $(ls -r dumps/*)"));
}

TEST_F(Same, for_an_input_that_is_named_twice) {
  EXPECT_EQ(out("dateline dumps"), out("dateline dumps dumps/04-minister-resigns.txt"));
}

TEST_F(Same, in_any_locale_and_time_zone) {
  EXPECT_EQ(out("LC_ALL=C TZ=Pacific/Kiritimati dateline dumps"),
            out("LC_ALL=tr_TR.UTF-8 TZ=America/Lima dateline dumps"));
}

TEST_F(Same, in_any_folder) {
  fs::create_directories(folder() / "other/place");
  fs::copy(folder() / "dumps", folder() / "other/place/dumps", fs::copy_options::recursive);
  EXPECT_EQ(out("dateline dumps"), out("cd other/place && dateline dumps"));
}

TEST_F(Same, when_the_program_stops_and_goes_on_between_stages) {
  const std::string whole = out("dateline dumps");
  for (const std::string stage : {"segment", "annotate", "extract"}) {
    EXPECT_EQ(whole, out("dateline --until " + stage + " dumps | dateline --from " + stage + " -"))
        << stage;
  }
}

TEST_F(Same, when_shards_are_joined) {
  const std::string whole =
      out("dateline --until extract dumps > all.ndjson && dateline --from extract all.ndjson");
  const std::string shards = out(
      "head -n 1 all.ndjson > one.ndjson; cp one.ndjson two.ndjson; "
      "awk 'NR > 1 { if (/^.\"record\":\"source\"/) ++n; print > (n % 2 ? \"a\" : \"b\") }' "
      "all.ndjson; "
      "cat a >> one.ndjson; cat b >> two.ndjson; dateline --from extract two.ndjson one.ndjson");
  EXPECT_EQ(whole, shards);
}

}  // namespace
}  // namespace dateline::test
