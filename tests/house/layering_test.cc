// Who may include whom: the rooms of src, the public headers, and the libraries of others, each in
// its own room.
#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "support/files.h"

namespace dateline::test {
namespace {

using Names = std::set<std::string>;

// Room -> rooms whose door (and, for its own room, whose other headers) it may include.
const std::map<std::string, Names> may_include = {
    {"text", {}},
    {"rules", {"text"}},
    {"time", {"text", "rules"}},
    {"read", {"text"}},
    {"segment", {"text", "rules"}},
    {"annotate", {"text", "rules", "time"}},
    {"extract", {"text", "rules", "time"}},
    {"merge", {"text"}},
    {"write", {}},
    {"cli", {}},
    {"",
     {"text", "rules", "time", "read", "segment", "annotate", "extract", "merge",
      "write"}},  // src/*.cc
};

// Room -> its folders: each may include those before it, and what stands in none is above them all.
const std::map<std::string, std::vector<std::string>> folders_of = {
    {"segment", {"lines", "kinds", "articles", "dating", "corpus"}},
    {"annotate", {"words", "places", "names"}},
    {"extract", {"lexicon", "sentence", "events", "facts"}},
    {"merge", {"base", "records", "same", "days", "entries"}},
};

// Beginning of a header's name -> the rooms in which it may stand.
const std::map<std::string, Names> library_rooms = {
    {"re2/", {"rules"}},   {"utf8proc", {"text"}},   {"simdjson", {"read"}},
    {"libxml/", {"read"}}, {"nlohmann/", {"write"}}, {"fmt/", {"write", "cli"}},
    {"spdlog/", {"cli"}},  {"CLI/", {"cli"}},
};

// "text" for src/text/fold.cc, "" for src/pipeline.cc, "rules" for src/rules/pack/main.cc.
std::string room_of(const std::string& name) {
  const auto first = name.find('/');
  const auto second = name.find('/', first + 1);
  return second == std::string::npos ? "" : name.substr(first + 1, second - first - 1);
}

struct Include {
  std::string file;
  std::string header;
  bool quoted = false;
};

std::vector<Include> includes_under(const std::string& folder) {
  std::vector<Include> found;
  for (const auto& file : files_under(folder)) {
    for (const auto& line : lines_of(read_file(file))) {
      if (line.rfind("#include ", 0) != 0 || line.size() < 12) continue;
      const auto end = line.find_first_of(">\"", 10);
      found.push_back({relative_name(file), line.substr(10, end - 10), line[9] == '"'});
    }
  }
  return found;
}

bool is_std(const std::string& header) { return header.find_first_of("./") == std::string::npos; }

TEST(Layering, rooms_include_only_the_rooms_below_them) {
  for (const auto& include : includes_under("src")) {
    if (!include.quoted || include.header.rfind("dateline/", 0) == 0) continue;
    const std::string room = room_of(include.file);
    const std::string other = include.header.substr(0, include.header.find('/'));
    if (other == room || include.header.find('/') == std::string::npos) continue;
    ASSERT_TRUE(may_include.contains(room))
        << include.file << " is in a room that DESIGN.md does not know";
    EXPECT_TRUE(may_include.at(room).contains(other))
        << include.file << " includes " << include.header;
  }
}

TEST(Layering, rooms_are_entered_by_their_doors) {
  for (const auto& include : includes_under("src")) {
    if (!include.quoted || include.header.rfind("dateline/", 0) == 0) continue;
    const std::string room = room_of(include.file);
    const std::string other = include.header.substr(0, include.header.find('/'));
    if (other == room || include.header.find('/') == std::string::npos) continue;
    if (room.empty() && other == "rules")
      continue;  // src/load.cc makes the pack that the room keeps to itself
    EXPECT_EQ(include.header, other + "/" + other + ".h")
        << include.file << " goes past the door of " << other;
  }
}

// "events" for "extract/events/roles.h", "" for "extract/extract.h".
std::string folder_in(const std::string& room, const std::string& header) {
  const auto end = header.find('/', room.size() + 1);
  return end == std::string::npos ? "" : header.substr(room.size() + 1, end - room.size() - 1);
}

TEST(Layering, folders_of_a_room_include_only_those_before_them) {
  for (const auto& [room, folders] : folders_of) {
    const auto floor = [&](const std::string& folder) {
      return std::find(folders.begin(), folders.end(), folder) - folders.begin();
    };
    for (const auto& include : includes_under("src/" + room)) {
      if (include.header.rfind(room + "/", 0) != 0 || include.header == room + "/" + room + ".h")
        continue;
      EXPECT_LE(floor(folder_in(room, include.header)),
                floor(folder_in(room, include.file.substr(4))))
          << include.file << " includes " << include.header;
    }
  }
}

TEST(Layering, public_headers_need_only_the_standard_library) {
  for (const auto& include : includes_under("include")) {
    EXPECT_TRUE(include.header.rfind("dateline/", 0) == 0 || is_std(include.header))
        << include.file << " includes " << include.header;
  }
}

TEST(Layering, libraries_of_others_stay_in_their_rooms) {
  for (const auto& include : includes_under("src")) {
    for (const auto& [library, rooms] : library_rooms) {
      if (include.header.rfind(library, 0) != 0) continue;
      EXPECT_TRUE(rooms.contains(room_of(include.file)))
          << include.file << " includes " << include.header;
    }
  }
}

TEST(Layering, the_command_line_knows_the_public_headers_only) {
  for (const auto& include : includes_under("src/cli")) {
    if (!include.quoted) continue;
    EXPECT_TRUE(include.header.rfind("dateline/", 0) == 0 || include.header.rfind("cli/", 0) == 0)
        << include.file << " includes " << include.header;
  }
}

TEST(Layering, nobody_uses_the_regular_expressions_of_the_standard_library) {
  for (const auto* folder : {"src", "include"}) {
    for (const auto& include : includes_under(folder))
      EXPECT_NE(include.header, "regex") << include.file;
  }
}

}  // namespace
}  // namespace dateline::test
