// What every file of the repository keeps to: its name, its head comment, its length, and no paths
// of anyone's machine.
#include <gtest/gtest.h>

#include <cctype>
#include <filesystem>
#include <string>
#include <vector>

#include "support/files.h"

namespace dateline::test {
namespace {
namespace fs = std::filesystem;

std::vector<fs::path> code_files() {
  std::vector<fs::path> files;
  for (const auto* folder : {"include", "src", "tests"}) {
    for (const auto& file : files_under(folder)) {
      if (file.extension() == ".cc" || file.extension() == ".h") files.push_back(file);
    }
  }
  return files;
}

std::vector<fs::path> text_files() {
  std::vector<fs::path> files = code_files();
  for (const auto* folder : {"docs", "scripts", "data/en", "data/mechanisms", "tests/cases"}) {
    for (const auto& file : files_under(folder)) files.push_back(file);
  }
  for (const auto& entry : fs::directory_iterator(source_dir())) {
    if (entry.is_regular_file() && entry.path().filename() != ".git") files.push_back(entry.path());
  }
  return files;
}

bool is_snake_case(const std::string& stem) {
  for (const char c : stem) {
    if (std::islower(static_cast<unsigned char>(c)) == 0 &&
        std::isdigit(static_cast<unsigned char>(c)) == 0 && c != '_') {
      return false;
    }
  }
  return !stem.empty();
}

TEST(Files, of_code_have_names_in_snake_case) {
  for (const auto& file : code_files())
    EXPECT_TRUE(is_snake_case(file.stem().string())) << relative_name(file);
}

// A .cc file whose header has said it may begin with that header.
bool begins_with_own_header(const fs::path& file, const std::string& text) {
  const std::string own = "/" + file.stem().string() + ".h\"";
  return text.rfind("#include \"", 0) == 0 && text.substr(0, text.find('\n')).ends_with(own);
}

TEST(Files, of_code_begin_by_saying_what_they_are) {
  for (const auto& file : code_files()) {
    const std::string text = read_file(file);
    EXPECT_TRUE(text.rfind("// ", 0) == 0 || begins_with_own_header(file, text))
        << relative_name(file) << " has no comment at its head";
  }
}

TEST(Files, of_code_are_no_longer_than_five_hundred_lines) {
  for (const auto& file : code_files()) {
    EXPECT_LE(lines_of(read_file(file)).size(), 500u) << relative_name(file);
  }
}

TEST(Files, of_headers_are_guarded_once) {
  for (const auto& file : code_files()) {
    if (file.extension() != ".h") continue;
    EXPECT_NE(read_file(file).find("#pragma once"), std::string::npos) << relative_name(file);
  }
}

TEST(Files, of_rooms_have_a_door_and_a_test) {
  for (const auto& entry : fs::directory_iterator(source_dir() / "src")) {
    if (!entry.is_directory()) continue;
    const std::string room = entry.path().filename().string();
    if (room == "cli") continue;  // no library; tests/cases is its test
    EXPECT_TRUE(fs::exists(entry.path() / (room + ".h"))) << "src/" << room << " has no door";
    EXPECT_FALSE(files_under("tests/" + room).empty()) << "tests/" << room << " is missing";
  }
}

TEST(Files, name_no_folder_of_anyones_machine) {
  for (const auto& file : text_files()) {
    const std::string text = read_file(file);
    for (const std::string folder : {"work", "home", "root", "Users"}) {
      for (auto at = text.find("/" + folder + "/"); at != std::string::npos;
           at = text.find("/" + folder + "/", at + 1)) {
        const char before = at == 0 ? ' ' : text[at - 1];
        const bool starts_a_path =
            std::isalnum(static_cast<unsigned char>(before)) == 0 && before != '.' && before != '}';
        EXPECT_FALSE(starts_a_path) << relative_name(file) << " names a path in /" << folder;
        if (starts_a_path) break;
      }
    }
  }
}

TEST(Files, of_word_lists_say_where_they_are_from) {
  for (const auto& file : files_under("data")) {
    if (file.extension() != ".tsv") continue;
    EXPECT_EQ(read_file(file).rfind("# ", 0), 0u)
        << relative_name(file) << " has no comment at its head";
  }
}

}  // namespace
}  // namespace dateline::test
