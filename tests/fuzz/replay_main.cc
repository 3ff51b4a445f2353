// Runs a fuzz entry point over files and folders of them, each also cut short and with one byte
// changed at many places: an ordinary test where there is no libFuzzer. The changes are the same
// every time.
#include <cstring>
#include <filesystem>
#include <iostream>
#include <memory>
#include <random>
#include <string>

#include "fuzz.h"
#include "support/files.h"

namespace {
namespace fs = std::filesystem;

// From a heap buffer of the exact size, so that the sanitizer sees any overrun.
void run_one(const std::string& bytes) {
  const std::unique_ptr<std::uint8_t[]> exact(new std::uint8_t[bytes.size()]);
  if (!bytes.empty()) std::memcpy(exact.get(), bytes.data(), bytes.size());
  LLVMFuzzerTestOneInput(exact.get(), bytes.size());
}

void run_with_changes(const std::string& bytes) {
  constexpr int changes = 24;
  run_one(bytes);
  std::mt19937 random(static_cast<std::mt19937::result_type>(bytes.size()));
  for (int i = 0; i < changes && !bytes.empty(); ++i) {
    run_one(bytes.substr(0, random() % bytes.size()));
    std::string changed = bytes;
    changed[random() % changed.size()] = static_cast<char>(random() % 256);
    const auto from = random() % changed.size();
    changed.insert(random() % changed.size(), changed.substr(from, random() % 40));
    run_one(changed);
  }
}

}  // namespace

int main(int count, char** arguments) {
  int files = 0;
  for (int i = 1; i < count; ++i) {
    for (const auto& entry : fs::recursive_directory_iterator(arguments[i])) {
      if (!entry.is_regular_file()) continue;
      run_with_changes(dateline::test::read_file(entry.path()));
      ++files;
    }
  }
  std::cout << files << " files replayed\n";
  return files > 0 ? 0 : 1;
}
