// What an article says, put together from the blocks that it is made of.
#include "dateline/article.h"

namespace dateline {
namespace {

bool is_blank(char c) {
  return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f' || c == '\v';
}

std::string_view trimmed(std::string_view text) {
  while (!text.empty() && is_blank(text.front())) text.remove_prefix(1);
  while (!text.empty() && is_blank(text.back())) text.remove_suffix(1);
  return text;
}

// The lines of a block that was broken over lines become one, joined by a blank; indents go.
void append_unbroken(std::string_view block, std::string& out) {
  bool first = true;
  while (!block.empty()) {
    const std::size_t end = block.find('\n');
    const std::string_view line = trimmed(block.substr(0, end));
    if (!line.empty()) {
      if (!first) out += ' ';
      out += line;
      first = false;
    }
    if (end == std::string_view::npos) return;
    block.remove_prefix(end + 1);
  }
}

// A dateline stands on the line of its lead: no blank line may part the two.
bool stands_on_one_line(Span before, Span after, std::string_view text) {
  return before.end <= after.begin &&
         text.substr(before.end, after.begin - before.end).find('\n') == std::string_view::npos &&
         (before.empty() || text[before.end - 1] != '\n');
}

}  // namespace

bool is_core(BlockKind kind) {
  return kind == BlockKind::body || kind == BlockKind::subheading || kind == BlockKind::quote ||
         kind == BlockKind::list_item || kind == BlockKind::dateline;
}

std::string_view title_of(const Article& article, std::string_view text) {
  return article.title.empty() ? std::string_view(article.stated_title)
                               : trimmed(article.title.of(text));
}

std::string_view byline_of(const Article& article, std::string_view text) {
  return article.byline.empty() ? std::string_view(article.stated_byline)
                                : trimmed(article.byline.of(text));
}

std::string core_text(const Layout& layout, std::uint32_t article, std::string_view text) {
  std::string out;
  if (article >= layout.articles.size()) return out;
  const Block* before = nullptr;
  for (const std::uint32_t index : layout.articles[article].blocks) {
    const Block& block = layout.blocks[index];
    if (!is_core(block.kind) || trimmed(block.span.of(text)).empty()) continue;
    if (before != nullptr) out += stands_on_one_line(before->span, block.span, text) ? " " : "\n\n";
    append_unbroken(block.span.of(text), out);
    before = &block;
  }
  return out;
}

}  // namespace dateline
