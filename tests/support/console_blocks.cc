// See console_blocks.h.
#include "support/console_blocks.h"

#include <algorithm>

#include "support/files.h"

namespace dateline::test {
namespace fs = std::filesystem;
namespace {

using Lines = std::vector<std::string>;

bool is_any(const std::string& line) { return line == "..."; }

bool matches(const Lines& expected, std::size_t i, const Lines& seen, std::size_t j) {
  for (; i < expected.size(); ++i, ++j) {
    if (is_any(expected[i])) {
      for (std::size_t k = j; k <= seen.size(); ++k) {
        if (matches(expected, i + 1, seen, k)) return true;
      }
      return false;
    }
    if (j >= seen.size() || seen[j] != expected[i]) return false;
  }
  return j == seen.size();
}

std::vector<Steps> parse(const fs::path& file) {
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
      blocks.back().push_back({line.substr(2), {}, {}, number});
    } else if (inside && !blocks.back().empty()) {
      Step& step = blocks.back().back();
      const bool continues = step.expected.empty() && step.command.ends_with('\\');
      if (continues)
        step.command += "\n" + line;
      else
        step.expected.push_back(line);
    }
  }
  return blocks;
}

std::size_t lines_in(const std::string& command) {
  return 1 + static_cast<std::size_t>(std::count(command.begin(), command.end(), '\n'));
}

}  // namespace

bool Step::holds() const { return matches(expected, 0, seen, 0); }

std::vector<Steps> run_console_blocks(const fs::path& file) {
  std::vector<Steps> blocks = parse(file);
  for (Steps& steps : blocks) {
    const TemporaryFolder folder;
    fs::create_directories(folder.path() / "data");
    fs::copy(source_dir() / "data/samples", folder.path() / "data/samples",
             fs::copy_options::recursive);
    for (Step& step : steps)
      step.seen = lines_of(run_command("{ " + step.command + "\n} 2>&1", folder.path()).out);
  }
  return blocks;
}

std::string with_real_output(const fs::path& file) {
  Lines lines = lines_of(read_file(file));
  std::vector<Steps> blocks = run_console_blocks(file);
  // From the end, so that earlier line numbers stay right.
  for (auto steps = blocks.rbegin(); steps != blocks.rend(); ++steps) {
    for (auto step = steps->rbegin(); step != steps->rend(); ++step) {
      if (std::any_of(step->expected.begin(), step->expected.end(), is_any)) continue;
      const auto first =
          lines.begin() + static_cast<std::ptrdiff_t>(step->line - 1 + lines_in(step->command));
      const auto after =
          lines.erase(first, first + static_cast<std::ptrdiff_t>(step->expected.size()));
      lines.insert(after, step->seen.begin(), step->seen.end());
    }
  }
  std::string text;
  for (const auto& line : lines) text += line + "\n";
  return text;
}

std::vector<fs::path> documentation() {
  std::vector<fs::path> files = {source_dir() / "README.md"};
  for (const auto& file : files_under("docs")) {
    if (file.extension() == ".md") files.push_back(file);
  }
  return files;
}

}  // namespace dateline::test
