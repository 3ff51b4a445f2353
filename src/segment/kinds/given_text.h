// Text that somebody has taken out of its page already: the field of a record, or bare text.
#pragma once

#include <vector>

#include "dateline/document.h"
#include "segment/kinds/page.h"

namespace dateline::segment {

// Such text loses a sentence only for a strong reason; that other articles hold it too is none.
// Bare text loses none. `scores`: log-odds.
void favour_sentences(const Document& document, const Page& page, std::vector<float>& scores);

}  // namespace dateline::segment
