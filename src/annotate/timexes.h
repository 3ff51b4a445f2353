// Time expressions of one article: the time tagger over its zones in order, with one memory.
#pragma once

#include <vector>

#include "annotate/words/zones.h"
#include "dateline/mention.h"
#include "time/time.h"

namespace dateline::annotate {

[[nodiscard]] std::vector<Timex> find_timexes(const time::Tagger& tagger,
                                              const rules::Reading& reading,
                                              const std::vector<Zone>& zones,
                                              const Published& published);

}  // namespace dateline::annotate
