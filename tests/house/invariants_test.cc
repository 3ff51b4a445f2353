// What must hold of every record, whatever the rules say: spans lie on characters, in order and
// where they should; text fields are slices of the document; evidence re-reads its own sentence.
// Checked on the samples, whole and mangled.
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <map>
#include <nlohmann/json.hpp>
#include <random>
#include <string>
#include <vector>

#include "support/files.h"

namespace dateline::test {
namespace {
namespace fs = std::filesystem;
using Json = nlohmann::json;

struct Bounds {
  std::size_t begin = 0;
  std::size_t end = 0;
  [[nodiscard]] bool contains(Bounds other) const {
    return begin <= other.begin && other.end <= end;
  }
};

Bounds bounds(const Json& span) {
  return {span.at(0).get<std::size_t>(), span.at(1).get<std::size_t>()};
}

bool on_character(const std::string& text, std::size_t at) {
  return at == text.size() ||
         (at < text.size() && (static_cast<unsigned char>(text[at]) & 0xC0) != 0x80);
}

void expect_span(const std::string& text, const Json& span) {
  const auto [begin, end] = bounds(span);
  EXPECT_LE(begin, end);
  EXPECT_TRUE(on_character(text, begin) && on_character(text, end)) << span.dump();
}

std::string slice(const std::string& text, const Json& span) {
  const auto [begin, end] = bounds(span);
  return end <= text.size() && begin <= end ? text.substr(begin, end - begin) : "(outside)";
}

// The samples, and each of them cut, with lines out of place, with odd characters put in.
void write_dumps(const fs::path& folder) {
  fs::create_directories(folder);
  std::mt19937 random(5);
  for (const auto& file : files_under("data/samples")) {
    const std::string text = read_file(file);
    std::ofstream(folder / file.filename(), std::ios::binary) << text;
    if (file.extension() != ".txt") continue;
    for (int i = 0; i < 6; ++i) {
      std::string mangled = text.substr(random() % (text.size() / 2));
      const std::vector<std::string> odd = {"\n",  "\n\n", "“",    "\u00A0",     "\u200B",
                                            " \t", "é",    "\r\n", "12/05/2024", "\xFF"};
      for (int k = 0; k < 12; ++k)
        mangled.insert(random() % mangled.size(), odd[random() % odd.size()]);
      std::ofstream(folder / (file.stem().string() + "-" + std::to_string(i) + ".txt"),
                    std::ios::binary)
          << mangled;
    }
  }
}

class Invariants : public testing::Test {
 protected:
  Invariants() {
    write_dumps(folder_.path() / "dumps");
    for (const auto& record : records("read")) texts_[record.at("document")] = record.at("text");
  }

  // All records of a stage but the header.
  [[nodiscard]] std::vector<Json> records(const std::string& stage) const {
    const auto result = run_command(
        "dateline -q --headlines --background --until " + stage + " dumps", folder_.path());
    std::vector<Json> found;
    for (const auto& line : lines_of(result.out)) {
      Json record = Json::parse(line);
      if (record.at("record") == "document" && stage != "read") continue;
      if (record.at("record") != "header") found.push_back(std::move(record));
    }
    EXPECT_FALSE(found.empty());
    return found;
  }
  [[nodiscard]] const std::string& text_of(const Json& record) const {
    return texts_.at(record.at("document"));
  }

 private:
  TemporaryFolder folder_;
  std::map<std::string, std::string> texts_;
};

TEST_F(Invariants, blocks_tile_the_document) {
  std::map<std::string, std::vector<Bounds>> blocks;
  for (const auto& record : records("segment")) {
    for (const auto& block : record.at("blocks")) {
      expect_span(text_of(record), block.at("span"));
      blocks[record.at("document")].push_back(bounds(block.at("span")));
    }
  }
  for (auto& [document, spans] : blocks) {
    std::sort(spans.begin(), spans.end(), [](Bounds a, Bounds b) { return a.begin < b.begin; });
    const std::string& text = text_of({{"document", document}});
    std::size_t end = 0;
    for (const auto& span : spans) {
      EXPECT_GE(span.begin, end) << document << ": blocks overlap";
      const std::string gap = text.substr(end, span.begin - end);
      for (const char c : gap)
        EXPECT_FALSE(std::isalnum(static_cast<unsigned char>(c))) << document << ": lost: " << gap;
      end = span.end;
    }
  }
}

TEST_F(Invariants, mentions_and_expressions_are_slices_inside_one_block) {
  std::map<std::string, std::vector<Bounds>> blocks;
  const auto all = records("annotate");
  for (const auto& record : all) {
    if (record.at("record") == "annotations") continue;
    for (const auto& block : record.at("blocks"))
      blocks[record.at("document")].push_back(bounds(block.at("span")));
  }
  for (const auto& record : all) {
    if (record.at("record") != "annotations") continue;
    for (const char* kind : {"timexes", "mentions"}) {
      std::size_t end = 0;
      for (const auto& found : record.at(kind)) {
        expect_span(text_of(record), found.at("span"));
        EXPECT_EQ(found.at("text"), slice(text_of(record), found.at("span")));
        const Bounds span = bounds(found.at("span"));
        EXPECT_GE(span.begin, end)
            << kind << " overlap or are out of order in " << record.at("document");
        end = span.end;
        bool inside = false;
        for (const auto& block : blocks[record.at("document")])
          inside = inside || block.contains(span);
        EXPECT_TRUE(inside) << found.at("text") << " of " << record.at("document")
                            << " lies in no block";
      }
    }
  }
}

TEST_F(Invariants, evidence_reads_its_own_sentence) {
  int events = 0;
  for (const auto& record : records("extract")) {
    if (record.at("record") != "event") continue;
    ++events;
    EXPECT_FALSE(record.at("evidence").empty());
    for (const auto& evidence : record.at("evidence")) {
      const std::string& text = text_of(evidence);
      expect_span(text, evidence.at("span"));
      EXPECT_EQ(evidence.at("sentence"), slice(text, evidence.at("span")));
      const std::string before = text.substr(0, bounds(evidence.at("span")).begin);
      EXPECT_EQ(evidence.at("line"), 1 + std::count(before.begin(), before.end(), '\n'));
      for (const char* inner : {"trigger_span", "date_span"}) {
        if (evidence.at(inner).is_null()) continue;
        expect_span(text, evidence.at(inner));
      }
      if (!evidence.at("trigger_span").is_null()) {
        EXPECT_TRUE(bounds(evidence.at("span")).contains(bounds(evidence.at("trigger_span"))));
      }
    }
  }
  EXPECT_GT(events, 20);
}

TEST_F(Invariants, dates_are_in_order_and_named_rightly) {
  for (const auto& record : records("extract")) {
    if (record.at("record") != "event") continue;
    const Json& date = record.at("date");
    const bool has_both = !date.at("start").is_null() && !date.at("end").is_null();
    if (has_both) {
      EXPECT_LE(date.at("start").get<std::string>(), date.at("end").get<std::string>())
          << record.at("id");
    }
    if (date.at("precision") == "day") {
      EXPECT_EQ(date.at("start"), date.at("end")) << record.at("id");
    }
    if (date.at("precision") == "unknown") {
      EXPECT_TRUE(date.at("start").is_null() && date.at("end").is_null());
    }
  }
}

}  // namespace
}  // namespace dateline::test
