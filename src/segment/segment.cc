#include "segment/segment.h"
namespace dateline::segment {
void Corpus::add(const Document&) { ++documents_; }
void Corpus::merge(const Corpus& other) { documents_ += other.documents_; }
std::uint32_t Corpus::documents_with(std::string_view) const { return 1; }
struct Segmenter::Impl {};
Segmenter::Segmenter(const Rules&, const time::Tagger&, Problems&, std::string_view) {}
Segmenter::~Segmenter() = default;
// TEMPORARY: every line a body block of one article; replaced by the real segmenter.
Layout Segmenter::segment(const Document& document, const rules::Reading& reading, const Corpus&,
                          const Options&) const {
  Layout layout;
  Article article;
  const text::Tokens& tokens = reading.tokens;
  for (std::uint32_t i = 0; i < tokens.size(); ++i) {
    if (i == 0 || tokens.has(i, text::after_newline | text::after_blank_line)) {
      article.blocks.push_back(static_cast<std::uint32_t>(layout.blocks.size()));
      layout.blocks.push_back({tokens.span(i), BlockKind::body, no_rule, 0, {}});
    }
    layout.blocks.back().span.end = tokens.end[i];
  }
  if (const auto date = parse_date(document.published)) {
    article.published.date = *date;
    article.published.basis = PublishedBasis::metadata;
    article.published.confidence = Confidence::high;
  }
  layout.articles.push_back(article);
  return layout;
}
void Segmenter::check_examples(Problems&) const {}
}  // namespace dateline::segment
