// See check.h.
#include "cli/check.h"

#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <iterator>

#include "cli/diff.h"
#include "cli/outputs.h"

namespace dateline::cli {

int check(std::string_view made, const std::string& path, int otherwise, Messages& messages) {
  std::string there;
  std::error_code error;
  const bool missing = !std::filesystem::exists(path, error);
  if (!missing) {
    std::ifstream file(path, std::ios::binary);
    const bool readable =
        file && !std::filesystem::is_directory(path, error);  // reading a folder throws
    if (readable) there.assign(std::istreambuf_iterator<char>(file), {});
    if (!readable || file.bad()) {
      messages.say({Severity::error, "check", "cannot be read", "", path, 0, 0, ""});
      return 2;
    }
  }
  if (!missing && there == made) return otherwise;
  const std::string diff =
      unified_diff(there, made, missing ? "/dev/null" : harmless(path), "dateline");
  int failure = 0;
  (void)write_all(STDOUT_FILENO, diff, failure);
  return 1;
}

}  // namespace dateline::cli
