// Which lines of text make up which article: where the next one begins, and the title before it.
#pragma once

#include <vector>

#include "dateline/document.h"
#include "segment/structure.h"

namespace dateline::segment {

[[nodiscard]] std::vector<ArticleLines> find_articles(const Document& document, const rules::Reading& reading,
                                                      const Page& page, std::vector<bool> core);

}  // namespace dateline::segment
