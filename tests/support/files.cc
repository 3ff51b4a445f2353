// Files of the repository and commands in temporary folders, over std::filesystem and sh.
#include "support/files.h"

#include <stdlib.h>
#include <sys/wait.h>

#include <algorithm>
#include <fstream>
#include <sstream>
#include <stdexcept>

namespace dateline::test {
namespace fs = std::filesystem;
namespace {

std::string quoted(const std::string& text) {
  std::string out = "'";
  for (const char c : text) out += c == '\'' ? std::string("'\\''") : std::string(1, c);
  return out + "'";
}

}  // namespace

fs::path source_dir() { return DATELINE_SOURCE_DIR; }

std::vector<fs::path> files_under(const std::string& folder) {
  std::vector<fs::path> files;
  const fs::path root = source_dir() / folder;
  if (!fs::exists(root)) return files;
  for (const auto& entry : fs::recursive_directory_iterator(root)) {
    if (entry.is_regular_file() && !entry.is_symlink()) files.push_back(entry.path());
  }
  std::sort(files.begin(), files.end());
  return files;
}

std::string read_file(const fs::path& file) {
  std::ifstream in(file, std::ios::binary);
  std::ostringstream text;
  text << in.rdbuf();
  return text.str();
}

std::vector<std::string> lines_of(const std::string& text) {
  std::vector<std::string> lines;
  std::istringstream in(text);
  for (std::string line; std::getline(in, line);) lines.push_back(line);
  return lines;
}

std::string relative_name(const fs::path& file) {
  return file.lexically_relative(source_dir()).string();
}

TemporaryFolder::TemporaryFolder() {
  std::string name = (fs::temp_directory_path() / "dateline-test-XXXXXX").string();
  if (mkdtemp(name.data()) == nullptr) throw std::runtime_error("no temporary folder");
  path_ = name;
}

TemporaryFolder::~TemporaryFolder() {
  std::error_code ignored;
  fs::remove_all(path_, ignored);
}

CommandResult run_command(const std::string& command, const fs::path& folder) {
  const TemporaryFolder output;
  const fs::path out = output.path() / "out";
  const fs::path err = output.path() / "err";
  const fs::path program_folder = fs::path(DATELINE_PROGRAM).parent_path();
  const std::string script =
      "cd " + quoted(folder.string()) + " && PATH=" + quoted(program_folder.string()) +
      ":$PATH LC_ALL=C.UTF-8 TZ=UTC; export PATH LC_ALL TZ; { " + command + "\n} >" +
      quoted(out.string()) + " 2>" + quoted(err.string()) + " </dev/null";
  const int status = std::system(script.c_str());
  CommandResult result;
  result.status = WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
  result.out = read_file(out);
  result.err = read_file(err);
  return result;
}

}  // namespace dateline::test
