// Insets part the paragraphs of a short report: an advertisement, a row of labels, the headline of
// another story. The classifier, which looks for one stretch of text, loses those behind.
#pragma once

#include <vector>

#include "segment/kinds/page.h"

namespace dateline::segment {

// On a short page: adds the sentences below the text that tell what somebody said or what happened
// on a weekday, and, where the text is such news, those that share a name with it; on a very short
// one any plain sentence. `scores`: log-odds.
void add_scattered(const rules::Reading& reading, const Page& page,
                   const std::vector<float>& scores, std::vector<bool>& core);

}  // namespace dateline::segment
