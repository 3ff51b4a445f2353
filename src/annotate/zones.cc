// The article's blocks that are worth reading, as token ranges.
#include "annotate/zones.h"

#include <algorithm>

namespace dateline::annotate {

bool is_read(BlockKind kind) {
  return is_core(kind) || kind == BlockKind::title || kind == BlockKind::subtitle || kind == BlockKind::caption;
}

bool is_credited(BlockKind kind) { return kind == BlockKind::byline || kind == BlockKind::credit; }

std::vector<Zone> zones_of(const Layout& layout, std::uint32_t article, const text::Tokens& tokens) {
  std::vector<Zone> zones;
  for (const std::uint32_t number : layout.articles[article].blocks) {
    const Block& block = layout.blocks[number];
    if (!is_read(block.kind) && !is_credited(block.kind)) continue;
    const text::TokenRange range = text::tokens_in(tokens, block.span);
    if (!range.empty()) zones.push_back({block.span, block.kind, range});
  }
  std::sort(zones.begin(), zones.end(), [](const Zone& a, const Zone& b) { return a.span < b.span; });
  return zones;
}

}  // namespace dateline::annotate
