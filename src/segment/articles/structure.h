// From classified lines to blocks and articles: where one article ends and another begins, its
// title and what stands around it, and what the lines outside are.
#pragma once

#include <vector>

#include "dateline/article.h"
#include "dateline/document.h"
#include "segment/kinds/page.h"

namespace dateline::segment {

// The mechanisms of data/mechanisms/segment.tsv.
struct Mechanisms {
  RuleId body, subheading, list_item, title, subtitle, byline, caption, related, related_item,
      ticker, navigation, comments, number, furniture, whole;
  explicit Mechanisms(const Rules& rules);
};

// A stretch of lines that one article spans, from its title (or first line) to its last line of
// text.
struct ArticleLines {
  std::size_t first = 0, last = 0;  // half-open
  std::size_t core_first = 0;       // its first line of running text
  std::size_t title = none;         // line
  static constexpr std::size_t none = static_cast<std::size_t>(-1);
};

struct Structure {
  std::vector<BlockKind> kinds;        // one a line
  std::vector<RuleId> rules;           // one a line
  std::vector<std::uint32_t> article;  // one a line; no_article outside
  std::vector<ArticleLines> articles;
};

class TitleWeights;
[[nodiscard]] Structure find_structure(const Document& document, const rules::Reading& reading,
                                       const Page& page, const std::vector<float>& scores,
                                       const TitleWeights& titles, const Mechanisms& mechanisms);

// Adds what was found in the lines from `first` on to what was found above.
void append(const Structure& part, std::size_t first, Structure& whole);

// --whole: every line is the body of one article.
[[nodiscard]] Structure whole_structure(const Page& page, const Mechanisms& mechanisms);

}  // namespace dateline::segment
