// One text as it was read, with what its container said about it (the fields of a JSON record, HTML
// metadata).
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "dateline/span.h"

namespace dateline {

// What the markup said about a stretch of text, where there was markup. Text dumps have none.
enum class TagRole : std::uint8_t {
  none,
  paragraph,
  heading,
  list_item,
  caption,
  quote,
  navigation,
  aside,
  footer,
  header,
  link_list,
  table,
  hidden
};

struct TagEvidence {
  Span span;
  TagRole role = TagRole::none;
  std::uint8_t heading_level = 0;  // 1..6 for headings
  std::uint8_t link_percent = 0;   // share of the characters that stand inside links
  bool in_article = false;         // inside <article>, <main> or an articleBody
  std::string classes;      // class and id words of the nearest blocks, lower case, blank separated
  std::uint16_t depth = 0;  // how many elements it stands in
  std::uint32_t containers[3] = {
      0, 0, 0};  // numbers of the elements that hold its own block, innermost first
};

struct Document {
  std::string name;  // the path as given, or path#id inside a file of many; the record's id alone
                     // where it has one
  std::string text;  // valid UTF-8; never edited after reading
  std::string encoding = "utf-8";  // what it was decoded from
  // Stated by the container; empty where absent.
  std::string title;
  std::string published;  // as stated
  std::string url;
  std::string author;
  std::string publisher;
  std::string language;
  std::vector<TagEvidence> tags;  // sorted by span; empty for plain text
};

}  // namespace dateline
