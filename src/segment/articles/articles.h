// Which lines of text make up which article: where the next one begins, and the title before it.
#pragma once

#include <vector>

#include "dateline/document.h"
#include "segment/articles/structure.h"
#include "segment/articles/title.h"

namespace dateline::segment {

// `core`: which lines are text; `scores`: the classifier's log-odds. Both one a line.
[[nodiscard]] std::vector<ArticleLines> find_articles(
    const Document& document, const rules::Reading& reading, const Page& page,
    const std::vector<bool>& core, const std::vector<float>& scores, const TitleWeights& weights);

}  // namespace dateline::segment
