// What a page says of itself: JSON-LD, Open Graph and other meta tags, <time>, the canonical link,
// <title>, the language.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "dateline/document.h"
#include "read/html_parser.h"

namespace dateline::read {

class PageMetadata {
 public:
  void start(std::string_view tag, const Attributes& attributes, bool inside_article);
  void end(std::string_view tag);
  void text(std::string_view text);
  [[nodiscard]] bool is_collecting() const { return collecting_ != Collecting::nothing; }
  // Fills the Document's metadata: for each field the most trustworthy statement.
  void finish(Document& document);

 private:
  // Most trustworthy first.
  enum Source : std::uint8_t { json_ld, open_graph, meta, marked_time, article_time, fallback };
  static constexpr std::size_t sources = 6;
  using Statements = std::array<std::string, sources>;
  enum class Collecting : std::uint8_t { nothing, title, heading, json };

  void state(Statements& statements, Source source, std::string_view value);
  void read_meta(const Attributes& attributes);
  void read_time(const Attributes& attributes, bool inside_article);
  void read_json_ld();

  Statements title_, published_, url_, author_, publisher_, language_;
  Collecting collecting_ = Collecting::nothing;
  std::string collected_;
  std::vector<std::string> headings_;  // h1
};

}  // namespace dateline::read
