// Which lines of a dump make up which article: the text, where the next article begins, and the title before it.
#pragma once

#include <vector>

#include "dateline/document.h"
#include "segment/structure.h"

namespace dateline::segment {

// The classifier's decision, without what a rule knows to be a picture's, a byline or a date.
[[nodiscard]] std::vector<bool> core_lines(const Page& page, const std::vector<float>& scores);
[[nodiscard]] std::vector<ArticleLines> find_articles(const Document& document, const rules::Reading& reading,
                                                      const Page& page, std::vector<bool> core);

}  // namespace dateline::segment
