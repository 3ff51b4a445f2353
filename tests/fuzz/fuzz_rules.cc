// Any bytes as a rule file and as a word list that are laid over the built-in pack: the pack loads, or errors name the
// file and the line.
#include <filesystem>
#include <fstream>

#include "fuzz.h"
#include "dateline/rules.h"
#include "support/files.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace dateline;
  static const test::TemporaryFolder folder;
  const auto area = folder.path() / "en" / "time";
  std::filesystem::create_directories(area);
  const auto bytes = fuzz::as_text(data, size);
  const bool is_rules = bytes.empty() || bytes[0] != '#';
  std::filesystem::remove(area / "fuzz.rules");
  std::filesystem::remove(area / "fuzz.tsv");
  std::ofstream(area / (is_rules ? "fuzz.rules" : "fuzz.tsv"), std::ios::binary) << bytes;
  Problems problems;
  const auto rules = Rules::load({folder.path().string()}, problems);
  fuzz::check(rules != nullptr || !problems.empty(), "a pack that does not load says why");
  for (const auto& problem : problems) fuzz::check(!problem.code.empty(), "every problem has a code");
  return 0;
}
