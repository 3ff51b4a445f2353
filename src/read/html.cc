// See html.h.
#include "read/html.h"

#include <algorithm>

#include "read/charset.h"
#include "read/html_metadata.h"
#include "read/html_text.h"

namespace dateline::read {
namespace {

// Feeds both listeners.
class Page : public HtmlEvents {
 public:
  void start(std::string_view tag, const Attributes& attributes) override {
    metadata.start(tag, attributes, page_text.inside_article());
    page_text.start(tag, attributes);
  }
  void end(std::string_view tag) override {
    metadata.end(tag);
    page_text.end(tag);
  }
  void text(std::string_view text) override {
    metadata.text(text);
    page_text.text(text);
  }
  [[nodiscard]] bool reads_scripts() const override { return metadata.is_collecting(); }

  PageMetadata metadata;
  PageText page_text;
};

bool contains_tag(std::string_view bytes, std::string_view lower_tag) {
  const auto same = [](char a, char b) { return (a >= 'A' && a <= 'Z' ? a + 32 : a) == b; };
  return std::search(bytes.begin(), bytes.end(), lower_tag.begin(), lower_tag.end(), same) !=
         bytes.end();
}

bool has_html_extension(std::string_view name) {
  return name.ends_with(".html") || name.ends_with(".htm") || name.ends_with(".xhtml") ||
         name.ends_with(".HTML") || name.ends_with(".HTM");
}

}  // namespace

bool is_html(std::string_view bytes, std::string_view name) {
  if (bytes.starts_with("\xEF\xBB\xBF")) bytes.remove_prefix(3);
  const std::size_t first = bytes.find_first_not_of(" \t\r\n");
  if (first == std::string_view::npos || bytes[first] != '<') return false;
  if (has_html_extension(name)) return true;
  const std::string_view beginning = bytes.substr(first, 2048);
  return contains_tag(beginning.substr(0, 16), "<!doctype html") ||
         contains_tag(beginning, "<html") || contains_tag(beginning, "<head>") ||
         contains_tag(beginning, "<body");
}

void read_html(std::string& bytes, const std::string& path, Document& document,
               Problems& problems) {
  document.encoding = decode_html(bytes, path, problems);
  Page page;
  parse_html(bytes, page);
  page.page_text.finish(document.text, document.tags);
  page.metadata.finish(document);
}

}  // namespace dateline::read
