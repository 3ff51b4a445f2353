// The visible text of a page, a line for every block, and what the tags say of each line. White
// space is collapsed as a browser does; paragraphs, headings and sections stand between blank
// lines, list items and table rows on lines.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "dateline/document.h"
#include "read/html_parser.h"

namespace dateline::read {

class PageText {
 public:
  void start(std::string_view tag, const Attributes& attributes);
  void end(std::string_view tag);
  void text(std::string_view text);
  // Ends the last line and gives everything away.
  void finish(std::string& text, std::vector<TagEvidence>& tags);
  // Inside script, style, head ...: what stands there is no text of the page.
  [[nodiscard]] bool inside_article() const;

 private:
  struct Element {
    std::uint32_t tag = 0;     // hash of its name
    std::uint16_t inside = 0;  // with what it inherits
    std::uint8_t heading_level = 0;
    bool skipped = false;
    std::uint32_t classes = 0;                  // index into classes_; 0: none of its own
    std::uint32_t outer = 0;                    // the nearest element around it that has classes
    std::uint32_t block = 0;                    // the number of the nearest block
    std::array<std::uint32_t, 3> containers{};  // of the blocks around that one, innermost first
  };

  void break_line(std::uint8_t newlines);
  void end_line();
  void append(std::string_view word);
  [[nodiscard]] std::uint16_t inside() const {
    return stack_.empty() ? std::uint16_t{0} : stack_.back().inside;
  }
  [[nodiscard]] TagRole role() const;
  [[nodiscard]] std::string nearest_classes() const;

  std::string out_;
  std::vector<TagEvidence> tags_;
  std::vector<Element> stack_;
  std::vector<std::string> classes_{std::string()};
  std::size_t line_begin_ = 0;     // of the line that is being written
  std::size_t link_bytes_ = 0;     // of that line
  std::uint16_t line_inside_ = 0;  // where its first word stood
  std::uint8_t line_heading_ = 0;
  std::string line_classes_;
  std::uint32_t blocks_ = 0;      // so far
  std::uint16_t line_depth_ = 0;  // how many elements the line's first word stands in
  std::array<std::uint32_t, 3> line_containers_{};
  std::uint8_t wanted_newlines_ = 0;  // before the next word
  bool blank_pending_ = false;
  std::uint32_t skipped_ = 0;  // depth of skipped elements
};

}  // namespace dateline::read
