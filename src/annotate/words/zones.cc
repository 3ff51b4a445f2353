// The article's blocks that are worth reading, as token ranges.
#include "annotate/words/zones.h"

#include <algorithm>

namespace dateline::annotate {

bool is_read(BlockKind kind) {
  return is_core(kind) || kind == BlockKind::title || kind == BlockKind::subtitle ||
         kind == BlockKind::caption;
}

bool is_credited(BlockKind kind) { return kind == BlockKind::byline || kind == BlockKind::credit; }

namespace {

// text::tokens_in, for spans that mostly come one after the other: the tokens of one begin where
// the last ones ended.
text::TokenRange tokens_after(const text::Tokens& tokens, std::uint32_t last, Span span) {
  const bool follows = last < tokens.size() && tokens.begin[last] >= span.begin &&
                       (last == 0 || tokens.begin[last - 1] < span.begin);
  if (!follows) return text::tokens_in(tokens, span);
  // In steps that double: a span is short, the text may be long.
  std::uint32_t low = last, step = 8;
  while (step < tokens.size() - low && tokens.end[low + step] <= span.end) low += step, step *= 2;
  const auto begin = tokens.end.begin();
  const auto found =
      std::upper_bound(begin + low, begin + std::min(low + step, tokens.size()), span.end);
  return {last, static_cast<std::uint32_t>(found - begin)};
}

}  // namespace

void zones_of(const Layout& layout, std::uint32_t article, const text::Tokens& tokens,
              std::vector<Zone>& zones) {
  zones.clear();
  std::uint32_t last = 0;
  for (const std::uint32_t number : layout.articles[article].blocks) {
    const Block& block = layout.blocks[number];
    if (!is_read(block.kind) && !is_credited(block.kind)) continue;
    const text::TokenRange range = tokens_after(tokens, last, block.span);
    if (!range.empty()) zones.push_back({block.span, block.kind, range, block.published});
    last = range.last;
  }
  const auto before = [](const Zone& a, const Zone& b) { return a.span < b.span; };
  if (!std::is_sorted(zones.begin(), zones.end(), before))
    std::sort(zones.begin(), zones.end(), before);
}

}  // namespace dateline::annotate
