// The documentation is true: its commands print what it says, its links lead somewhere, and it
// lists every problem code.
#include <gtest/gtest.h>

#include <filesystem>
#include <string>
#include <vector>

#include "support/console_blocks.h"
#include "support/files.h"

namespace dateline::test {
namespace {
namespace fs = std::filesystem;

std::string joined(const std::vector<std::string>& lines) {
  std::string text;
  for (const auto& line : lines) text += line + "\n";
  return text;
}

// `build/release/tests/update_docs` writes what is really printed.
TEST(Docs, show_what_the_program_really_prints) {
  int steps_run = 0;
  for (const auto& file : documentation()) {
    for (const auto& steps : run_console_blocks(file)) {
      for (const auto& step : steps) {
        ++steps_run;
        EXPECT_TRUE(step.holds()) << relative_name(file) << ":" << step.line << ": $ "
                                  << step.command << "\nreally prints:\n"
                                  << joined(step.seen);
      }
    }
  }
  EXPECT_GT(steps_run, 0);
}

// The code in a line such as `add_warning("read.empty", ...)` or `{Severity::error, "usage", ...}`;
// "" where none is.
std::string problem_code(const std::string& line) {
  for (const std::string before :
       {"Severity::error, \"", "Severity::warning, \"", "Severity::note, \"", "add_warning(\"",
        "add_note(\"", "complain(rule, \""}) {
    const auto at = line.find(before);
    if (at == std::string::npos) continue;
    const auto begin = at + before.size();
    return line.substr(begin, line.find('"', begin) - begin);
  }
  return "";
}

TEST(Docs, list_every_code_of_a_problem) {
  const std::string docs = read_file(source_dir() / "docs/command-line.md");
  int found = 0;
  for (const auto& file : files_under("src")) {
    for (const auto& line : lines_of(read_file(file))) {
      const std::string code = problem_code(line);
      if (code.empty()) continue;
      ++found;
      EXPECT_NE(docs.find("| `" + code + "` |"), std::string::npos)
          << relative_name(file) << " says [" << code << "]";
    }
  }
  EXPECT_GT(found, 10);
}

TEST(Docs, that_are_linked_exist) {
  auto files = documentation();
  files.push_back(source_dir() / "CONTRIBUTING.md");
  for (const auto& file : files) {
    const std::string text = read_file(file);
    for (auto at = text.find("]("); at != std::string::npos; at = text.find("](", at + 1)) {
      std::string target = text.substr(at + 2, text.find(')', at) - at - 2);
      target = target.substr(0, target.find('#'));
      if (target.empty() || target.find("://") != std::string::npos ||
          target.find("…") != std::string::npos)
        continue;
      EXPECT_TRUE(fs::exists(file.parent_path() / target))
          << relative_name(file) << " links to " << target;
    }
  }
}

}  // namespace
}  // namespace dateline::test
