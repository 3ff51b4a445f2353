// What the names, roles and classes of HTML elements mean for the text in them.
#pragma once

#include <cstdint>
#include <string_view>

#include "read/html_parser.h"

namespace dateline::read {

// How an element stands in the flow of the page.
enum class Flow : std::uint8_t {
  inline_text,  // inside a line: a, b, span
  line,         // begins and ends a line: div, li, tr
  paragraph,    // begins and ends a line with a blank line around: p, h1, blockquote
  line_break,   // br
  skipped,      // its text is not part of the page: script, style, select
};

[[nodiscard]] Flow flow_of(std::string_view tag);

// What an element says of everything in it; elements inside inherit it.
enum Inside : std::uint16_t {
  in_link = 1,
  in_navigation = 2,
  in_aside = 4,
  in_footer = 8,
  in_header = 16,
  in_caption = 32,
  in_quote = 64,
  in_list_item = 128,
  in_table = 256,
  in_heading = 512,
  in_paragraph = 1024,
  in_article = 2048,
  in_hidden = 4096,
};

[[nodiscard]] std::uint16_t inside_of(std::string_view tag, const Attributes& attributes);
// 1..6 for h1..h6, else 0.
[[nodiscard]] std::uint8_t heading_level(std::string_view tag);

}  // namespace dateline::read
