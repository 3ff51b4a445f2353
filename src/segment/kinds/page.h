// A document as lines with everything that the classifier is given: its own counts, the rules'
// words, the corpus.
#pragma once

#include <vector>

#include "segment/kinds/cues.h"
#include "segment/kinds/features.h"
#include "segment/kinds/heads.h"
#include "segment/segment.h"

namespace dateline::segment {

struct Page {
  std::vector<Line> lines;
  std::vector<LineCue> cues;  // one a line
  LineFacts facts;
  std::vector<Head> heads;
};

[[nodiscard]] Page read_page(const Document& document, const rules::Reading& reading,
                             const Cues& cues, const Corpus& corpus);

// For --whole: only the first line is asked for its dateline.
[[nodiscard]] Page read_whole(const rules::Reading& reading, const Cues& cues);

}  // namespace dateline::segment
