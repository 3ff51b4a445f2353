// Private to src/extract: when happened what a title tells?
#pragma once

#include <vector>

#include "dateline/event.h"

namespace dateline::extract {

// A title says no day. What the first sentences of its article tell again with a day of their own
// is of that day ("Two die in avalanche": on Sunday). Where they have such a day but tell other
// things, the title's news is known to be no later than the publication. `events` are those of one
// article, in the order of the text.
void date_titles(std::vector<Event>& events);

}  // namespace dateline::extract
