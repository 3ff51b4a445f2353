// Lists of other stories inside of a text or right below it.
#pragma once

#include <vector>

#include "segment/kinds/page.h"

namespace dateline::segment {

// Below the label of a list that stands in or below the text: headlines, each with a sentence about
// its story, are no text.
void drop_teasers(const Page& page, std::vector<bool>& core);

// A dozen long headlines and more, one below the other, are no text.
void drop_headline_lists(const Page& page, std::vector<bool>& core);

}  // namespace dateline::segment
