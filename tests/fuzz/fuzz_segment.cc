// Any text as a dump: blocks are in order, do not overlap, cover every visible character and lie on
// characters; articles own what they say they own.
#include <string>

#include "dateline/rules.h"
#include "fuzz.h"
#include "segment/segment.h"
#include "text/text.h"

namespace {
using namespace dateline;

bool on_boundary(const std::string& text, std::uint32_t at) {
  return at <= text.size() &&
         (at == text.size() || (static_cast<unsigned char>(text[at]) & 0xC0) != 0x80);
}

void check_blocks(const std::string& text, const Layout& layout) {
  std::uint32_t end = 0;
  for (const auto& block : layout.blocks) {
    fuzz::check(block.span.begin >= end && block.span.begin <= block.span.end,
                "blocks are in order");
    fuzz::check(on_boundary(text, block.span.begin) && on_boundary(text, block.span.end),
                "blocks lie on characters");
    const auto gap = std::string_view(text).substr(end, block.span.begin - end);
    fuzz::check(
        gap.find_first_not_of(" \t\r\n\v\f") == std::string_view::npos || (gap[0] & 0x80) != 0,
        "nothing visible stands between blocks");
    end = block.span.end;
    fuzz::check(block.article == no_article || block.article < layout.articles.size(),
                "blocks name their article");
    fuzz::check(block.kind != BlockKind::body || block.article != no_article,
                "a body block has an article");
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static Problems problems;
  static const auto rules = Rules::load({}, problems);
  static const segment::Segmenter segmenter(*rules, problems);
  Document document;
  document.name = "fuzz.txt";
  document.text = text::repair_utf8(std::string(fuzz::as_text(data, size))).text;
  rules::Reading reading;
  rules::read_text(*rules, document.text, reading);
  segment::Corpus corpus;
  corpus.add(document);
  segment::Workspace workspace;
  const Layout layout = segmenter.segment(document, reading, corpus, {}, workspace);
  check_blocks(document.text, layout);
  for (const auto& article : layout.articles) {
    for (const auto block : article.blocks)
      fuzz::check(block < layout.blocks.size(), "articles name their blocks");
  }
  return 0;
}
