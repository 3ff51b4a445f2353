// Which parts of an article are read for time expressions and names: title, core blocks and
// captions in text order.
#pragma once

#include <vector>

#include "dateline/article.h"
#include "text/text.h"

namespace dateline::annotate {

struct Zone {
  Span span;
  BlockKind kind = BlockKind::body;
  text::TokenRange tokens;
  Date published;  // of an entry with a date of its own; else unknown
};

[[nodiscard]] bool is_read(BlockKind kind);      // title, subtitle, core, caption
[[nodiscard]] bool is_credited(BlockKind kind);  // byline, credit: names there did not act
// Sorted by span; both kinds of blocks above. `zones` is cleared first.
void zones_of(const Layout& layout, std::uint32_t article, const text::Tokens& tokens,
              std::vector<Zone>& zones);

}  // namespace dateline::annotate
