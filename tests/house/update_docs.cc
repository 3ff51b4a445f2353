// Rewrites the console blocks of README.md and docs/*.md with what the commands really print. Look
// at `git diff` before you believe it.
#include <fstream>

#include "support/console_blocks.h"

int main() {
  for (const auto& file : dateline::test::documentation()) {
    const std::string text = dateline::test::with_real_output(file);
    std::ofstream(file, std::ios::binary) << text;
  }
  return 0;
}
