// Runs the case folders beside this file: `cmd` (a line for sh), `input/` (copied to the empty
// folder in which it runs), and what must come of it: `stdout`, `stderr`, `exit` (missing: nothing,
// nothing, 0) and `output/` (files that must be there afterwards, the same bytes). With --update
// the expectations are rewritten from what happens: look at `git diff` before you believe it.
// --skip PREFIX leaves out the cases whose names begin so. Other arguments: names of cases.
#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <string>
#include <vector>

#include "support/files.h"

namespace dateline::test {
namespace {
namespace fs = std::filesystem;

enum class Mode { check, update };

void write_or_remove(const fs::path& file, const std::string& text, const std::string& if_missing) {
  if (text == if_missing) {
    fs::remove(file);
  } else {
    std::ofstream(file, std::ios::binary) << text;
  }
}

// The digest of the rules changes with every word of data/: it is written as "sha256:..." before
// anything is compared.
std::string without_digests(const std::string& text) {
  const std::string mark = "sha256:";
  std::string out;
  std::size_t from = 0;
  for (auto at = text.find(mark); at != std::string::npos; at = text.find(mark, from)) {
    const auto end =
        std::min(text.find_first_not_of("0123456789abcdef", at + mark.size()), text.size());
    out += text.substr(from, at - from) + mark + "...";
    from = end;
  }
  return out + text.substr(from);
}

std::string read_or(const fs::path& file, const std::string& if_missing) {
  return fs::exists(file) ? read_file(file) : if_missing;
}

// Says where two texts part, in one line each.
bool same(const std::string& what, const std::string& expected, const std::string& seen) {
  if (expected == seen) return true;
  const auto wanted = lines_of(expected);
  const auto got = lines_of(seen);
  std::size_t i = 0;
  while (i < wanted.size() && i < got.size() && wanted[i] == got[i]) ++i;
  std::cout << "  " << what << " differs at line " << i + 1
            << "\n    expected: " << (i < wanted.size() ? wanted[i] : "(end)")
            << "\n    really:   " << (i < got.size() ? got[i] : "(end)") << "\n";
  return false;
}

std::vector<fs::path> files_in(const fs::path& folder) {
  std::vector<fs::path> files;
  if (!fs::exists(folder)) return files;
  for (const auto& entry : fs::recursive_directory_iterator(folder)) {
    if (entry.is_regular_file()) files.push_back(entry.path().lexically_relative(folder));
  }
  std::sort(files.begin(), files.end());
  return files;
}

bool check_outputs(const fs::path& folder, const fs::path& here, Mode mode) {
  bool good = true;
  for (const auto& file : files_in(folder / "output")) {
    const std::string seen = without_digests(read_or(here / file, "(no such file)\n"));
    if (mode == Mode::update) {
      std::ofstream(folder / "output" / file, std::ios::binary) << seen;
    } else {
      good = same("output/" + file.string(), read_file(folder / "output" / file), seen) && good;
    }
  }
  return good;
}

bool run_case(const fs::path& folder, Mode mode) {
  const TemporaryFolder here;
  if (fs::exists(folder / "input")) {
    fs::copy(folder / "input", here.path(),
             fs::copy_options::recursive | fs::copy_options::copy_symlinks);
  }
  auto result = run_command(read_file(folder / "cmd"), here.path());
  result.out = without_digests(result.out);
  const std::string status = std::to_string(result.status) + "\n";
  if (mode == Mode::update) {
    write_or_remove(folder / "stdout", result.out, "");
    write_or_remove(folder / "stderr", result.err, "");
    write_or_remove(folder / "exit", status, "0\n");
    return check_outputs(folder, here.path(), mode);
  }
  bool good = same("exit", read_or(folder / "exit", "0\n"), status);
  good = same("stdout", read_or(folder / "stdout", ""), result.out) && good;
  good = same("stderr", read_or(folder / "stderr", ""), result.err) && good;
  return check_outputs(folder, here.path(), mode) && good;
}

int run_all(const std::vector<std::string>& names, const std::string& skip, Mode mode) {
  std::vector<fs::path> folders;
  for (const auto& entry : fs::directory_iterator(source_dir() / "tests/cases")) {
    const bool wanted = names.empty() || std::find(names.begin(), names.end(),
                                                   entry.path().filename()) != names.end();
    const bool skipped = !skip.empty() && entry.path().filename().string().rfind(skip, 0) == 0;
    if (wanted && !skipped && fs::exists(entry.path() / "cmd")) folders.push_back(entry.path());
  }
  std::sort(folders.begin(), folders.end());
  int failed = 0;
  for (const auto& folder : folders) {
    if (run_case(folder, mode)) continue;
    std::cout << "FAILED " << folder.filename().string() << ": " << read_file(folder / "cmd");
    ++failed;
  }
  std::cout << folders.size() << " cases, " << failed << " failed\n";
  return failed == 0 && !folders.empty() ? 0 : 1;
}

}  // namespace
}  // namespace dateline::test

int main(int count, char** arguments) {
  std::vector<std::string> names;
  std::string skip;
  auto mode = dateline::test::Mode::check;
  for (int i = 1; i < count; ++i) {
    const std::string argument = arguments[i];
    if (argument == "--update")
      mode = dateline::test::Mode::update;
    else if (argument == "--skip" && i + 1 < count)
      skip = arguments[++i];
    else
      names.push_back(argument);
  }
  return dateline::test::run_all(names, skip, mode);
}
