// For tests that look at the repository itself: its files, their text, and commands run in an empty
// folder.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace dateline::test {

// The repository as it was configured.
[[nodiscard]] std::filesystem::path source_dir();
// Regular files under `folder` of the repository, sorted; none where the folder is missing.
[[nodiscard]] std::vector<std::filesystem::path> files_under(const std::string& folder);
[[nodiscard]] std::string read_file(const std::filesystem::path& file);
[[nodiscard]] std::vector<std::string> lines_of(const std::string& text);
// "src/text/fold.cc"
[[nodiscard]] std::string relative_name(const std::filesystem::path& file);

// An empty folder that is removed with everything in it at the end.
class TemporaryFolder {
 public:
  TemporaryFolder();
  ~TemporaryFolder();
  TemporaryFolder(const TemporaryFolder&) = delete;
  TemporaryFolder& operator=(const TemporaryFolder&) = delete;
  [[nodiscard]] const std::filesystem::path& path() const { return path_; }

 private:
  std::filesystem::path path_;
};

struct CommandResult {
  int status = 0;  // exit status; 128 + the signal where one ended it
  std::string out;
  std::string err;
};

// Runs `command` with sh in `folder`; `dateline` is the program under test, the locale is C.UTF-8,
// the time zone UTC.
[[nodiscard]] CommandResult run_command(const std::string& command,
                                        const std::filesystem::path& folder);

}  // namespace dateline::test
