// The documentation runs: every ```console block of README.md and docs/*.md is executed and its output compared. Lines
// that begin with "$ " are commands (a \ at the end continues them); what follows is what standard output and standard
// error show together; a line "..." stands for any lines. Commands run in a folder with a copy of data/samples.
#include <gtest/gtest.h>

#include <filesystem>
#include <string>
#include <vector>

#include "support/files.h"

namespace dateline::test {
namespace {
namespace fs = std::filesystem;

struct Step {
  std::string command;
  std::vector<std::string> expected;
  std::size_t line = 0;
};

using Steps = std::vector<Step>;   // of one block; they share a folder

std::vector<Steps> console_blocks(const fs::path& file) {
  std::vector<Steps> blocks;
  bool inside = false;
  std::size_t number = 0;
  for (const auto& line : lines_of(read_file(file))) {
    ++number;
    if (line == "```console") {
      inside = true;
      blocks.emplace_back();
    } else if (line.rfind("```", 0) == 0) {
      inside = false;
    } else if (inside && line.rfind("$ ", 0) == 0) {
      blocks.back().push_back({line.substr(2), {}, number});
    } else if (inside && !blocks.back().empty()) {
      Step& step = blocks.back().back();
      const bool continues = step.expected.empty() && step.command.ends_with('\\');
      if (continues) step.command += "\n" + line;
      else step.expected.push_back(line);
    }
  }
  return blocks;
}

// Do the lines match, where "..." matches any number of lines?
bool matches(const std::vector<std::string>& expected, std::size_t i, const std::vector<std::string>& seen, std::size_t j) {
  for (; i < expected.size(); ++i, ++j) {
    if (expected[i] == "...") {
      for (std::size_t k = j; k <= seen.size(); ++k) {
        if (matches(expected, i + 1, seen, k)) return true;
      }
      return false;
    }
    if (j >= seen.size() || seen[j] != expected[i]) return false;
  }
  return j == seen.size();
}

void run_block(const fs::path& file, const Steps& steps) {
  const TemporaryFolder folder;
  fs::create_directories(folder.path() / "data");
  fs::copy(source_dir() / "data/samples", folder.path() / "data/samples", fs::copy_options::recursive);
  for (const auto& step : steps) {
    const auto result = run_command("{ " + step.command + "\n} 2>&1", folder.path());
    EXPECT_TRUE(matches(step.expected, 0, lines_of(result.out), 0))
        << relative_name(file) << ":" << step.line << ": $ " << step.command << "\nreally prints:\n" << result.out;
  }
}

TEST(Docs, show_what_the_program_really_prints) {
  std::vector<fs::path> files = {source_dir() / "README.md"};
  for (const auto& file : files_under("docs")) files.push_back(file);
  for (const auto& file : files) {
    for (const auto& steps : console_blocks(file)) run_block(file, steps);
  }
}

// The code in a line such as `add_warning("read.empty", ...)` or `{Severity::error, "usage", ...}`; "" where none is.
std::string problem_code(const std::string& line) {
  for (const std::string before : {"Severity::error, \"", "Severity::warning, \"", "Severity::note, \"", "add_warning(\"",
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
      EXPECT_NE(docs.find("| `" + code + "` |"), std::string::npos) << relative_name(file) << " says [" << code << "]";
    }
  }
  EXPECT_GT(found, 10);
}

TEST(Docs, that_are_linked_exist) {
  std::vector<fs::path> files = {source_dir() / "README.md", source_dir() / "CONTRIBUTING.md"};
  for (const auto& file : files_under("docs")) files.push_back(file);
  for (const auto& file : files) {
    const std::string text = read_file(file);
    for (auto at = text.find("]("); at != std::string::npos; at = text.find("](", at + 1)) {
      std::string target = text.substr(at + 2, text.find(')', at) - at - 2);
      target = target.substr(0, target.find('#'));
      if (target.empty() || target.find("://") != std::string::npos || target.find("…") != std::string::npos) continue;
      EXPECT_TRUE(fs::exists(file.parent_path() / target)) << relative_name(file) << " links to " << target;
    }
  }
}

}  // namespace
}  // namespace dateline::test
