// The ```console blocks of a Markdown file: commands after "$ " (a \ at the end continues them),
// each followed by what it prints; a line "..." stands for any lines. The commands of a block run
// one after the other in one folder, which holds a copy of data/samples.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace dateline::test {

struct Step {
  std::string command;
  std::vector<std::string> expected;
  std::vector<std::string> seen;  // standard output and standard error together
  std::size_t line = 0;           // of the command, from 1

  [[nodiscard]] bool holds() const;
};

using Steps = std::vector<Step>;

// All blocks of the file, executed.
[[nodiscard]] std::vector<Steps> run_console_blocks(const std::filesystem::path& file);
// The file's text with what the commands really print; steps with "..." stay as they are.
[[nodiscard]] std::string with_real_output(const std::filesystem::path& file);
// README.md and everything in docs/.
[[nodiscard]] std::vector<std::filesystem::path> documentation();

}  // namespace dateline::test
