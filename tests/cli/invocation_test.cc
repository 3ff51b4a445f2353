// Flags into values, and what is wrong with them.
#include "cli/invocation.h"

#include <gtest/gtest.h>

namespace dateline::cli {
namespace {

Invocation parse(std::vector<const char*> arguments) {
  arguments.insert(arguments.begin(), "dateline");
  return parse_flags(static_cast<int>(arguments.size()), arguments.data());
}

std::string mistake(std::vector<const char*> arguments) {
  const Invocation invocation = parse(std::move(arguments));
  EXPECT_EQ(invocation.task, Task::fail);
  return invocation.problems.empty() ? "" : invocation.problems[0].message;
}

TEST(Flags, give_json_on_standard_output_by_default) {
  const Invocation invocation = parse({"a.txt", "-"});
  EXPECT_EQ(invocation.task, Task::run);
  EXPECT_EQ(invocation.run.inputs, (std::vector<std::string>{"a.txt", "-"}));
  ASSERT_EQ(invocation.targets.size(), 1u);
  EXPECT_EQ(invocation.targets[0].path, "-");
  EXPECT_EQ(invocation.targets[0].format, Format::json);
}

TEST(Flags, take_formats_from_extensions) {
  const Invocation invocation = parse({"-o", "t.md", "-o", "t.json", "--output=t.ndjson", "in"});
  ASSERT_EQ(invocation.targets.size(), 3u);
  EXPECT_EQ(invocation.targets[0].format, Format::markdown);
  EXPECT_EQ(invocation.targets[1].format, Format::json);
  EXPECT_EQ(invocation.targets[2].format, Format::ndjson);
  EXPECT_EQ(invocation.run.inputs, std::vector<std::string>{"in"});
}

TEST(Flags, prefer_a_format_that_is_said) {
  EXPECT_EQ(parse({"-f", "markdown", "-o", "t.txt", "in"}).targets.at(0).format, Format::markdown);
  EXPECT_EQ(parse({"-f", "json", "-o", "t.json", "in"}).targets.at(0).format, Format::json);
  EXPECT_EQ(mistake({"-o", "t.txt", "in"}), "'t.txt' has no extension that names a format");
}

TEST(Flags, refuse_a_name_that_contradicts_the_format) {
  EXPECT_EQ(mistake({"-f", "json", "-o", "t.md", "in"}),
            "'t.md' is named otherwise than --format json");
  EXPECT_EQ(mistake({"--until", "segment", "-o", "t.json", "in"}),
            "--until segment prints NDJSON, and 't.json' is named otherwise");
}

TEST(Flags, print_records_before_the_merge) {
  EXPECT_EQ(parse({"--until", "annotate", "-o", "x", "in"}).targets.at(0).format, Format::ndjson);
  EXPECT_EQ(mistake({"--until", "annotate", "-f", "json", "in"}),
            "--until annotate prints NDJSON only");
}

TEST(Flags, read_dates_of_three_shapes) {
  const Invocation invocation =
      parse({"--since", "2024", "--before", "2024-12", "--published", "2024-12-05", "in"});
  EXPECT_EQ(invocation.run.since, parse_day("2024-01-01"));
  EXPECT_EQ(invocation.run.before, parse_day("2024-12-01"));
  EXPECT_EQ(invocation.run.published, single_day(*parse_day("2024-12-05")));
}

TEST(Flags, refuse_what_is_no_value) {
  EXPECT_EQ(mistake({"--since", "2024-02-30", "in"}), "--since: '2024-02-30' is no date");
  EXPECT_EQ(mistake({"--since", "2025", "--before", "2024", "in"}),
            "--since 2025 is not before --before 2024");
  EXPECT_EQ(mistake({"--until", "end", "in"}), "--until: 'end' is no stage");
  EXPECT_EQ(mistake({"--from", "merge", "in"}), "--from: nothing comes after merge");
  EXPECT_EQ(mistake({"--from", "extract", "--until", "segment", "in"}),
            "--from extract begins where --until segment has ended");
  EXPECT_EQ(mistake({"--until", "extract", "--top", "3", "--query", "war", "in"}),
            "--top, --query: there are no entries to choose from where --until extract ends");
  EXPECT_EQ(mistake({"-f", "pdf", "in"}), "--format: 'pdf' is no format");
  EXPECT_EQ(mistake({"--top", "many", "in"}), "--top: 'many' is no number");
  EXPECT_EQ(mistake({"--top", "99999999999999999999", "in"}),
            "--top: 99999999999999999999 is out of range");
  EXPECT_EQ(mistake({"--actor", "", "in"}), "--actor: the value is empty");
  EXPECT_EQ(mistake({"--top", "1", "--top", "2", "in"}), "--top: given 2 times");
  EXPECT_EQ(mistake({""}), "the name of an input is empty");
  EXPECT_EQ(mistake({"--min-sources", "0", "in"}), "--min-sources: 0 is out of range");
  EXPECT_EQ(mistake({"-j", "-1", "in"}), "--jobs: -1 is out of range");
  EXPECT_EQ(mistake({"--field", "text", "in"}), "--field: 'text' is not of the form NAME=KEY");
  EXPECT_EQ(mistake({"--color", "blue", "in"}), "--color: 'blue' is not known");
  EXPECT_EQ(mistake({"--check", "a.json", "-o", "b.json", "in"}),
            "--check writes nothing, and --output wants to");
}

TEST(Flags, never_guess_standard_input) { EXPECT_EQ(mistake({}), "no input is named"); }

TEST(Flags, need_no_input_to_check_rules) {
  EXPECT_EQ(parse({"--check-rules"}).task, Task::check_rules);
}

TEST(Flags, take_types_by_comma_or_one_by_one) {
  EXPECT_EQ(parse({"--type", "assault,die", "--type", "aid", "in"}).run.types,
            (std::vector<std::string>{"assault", "die", "aid"}));
}

TEST(Flags, join_the_words_of_several_queries) {
  EXPECT_EQ(parse({"--query", "dam", "--query", "flood", "in"}).run.query, "dam flood");
}

TEST(Flags, note_what_does_nothing_in_the_run) {
  const Invocation invocation = parse({"--headlines", "--until", "read", "in"});
  EXPECT_EQ(invocation.task, Task::run);
  ASSERT_EQ(invocation.problems.size(), 1u);
  EXPECT_EQ(invocation.problems[0].severity, Severity::note);
  EXPECT_EQ(invocation.problems[0].message, "--headlines does nothing in this run");
}

TEST(Flags, name_help_and_version) {
  EXPECT_EQ(parse({"--version"}).text, "dateline 0.1.0\n");
  EXPECT_NE(parse({"-h"}).text.find("--until"), std::string::npos);
}

}  // namespace
}  // namespace dateline::cli
