// Which lines are the article's own text. Two stages of boosted trees whose weights stand in
// data/world/segment_weights.tsv; the second stage sees what the first thought of the lines around
// and of the main run.
#pragma once

#include <vector>

#include "segment/kinds/forest.h"
#include "segment/kinds/page.h"

namespace dateline::segment {

class Classifier {
 public:
  Classifier(const Rules& rules, Problems& problems);
  // Log-odds that the line belongs to an article, one a line.
  [[nodiscard]] std::vector<float> scores(const Page& page, const rules::Reading& reading,
                                          FeatureRoom& room) const;

 private:
  struct Stages {
    Forest first, second;
  };
  Stages text_, html_;
};

}  // namespace dateline::segment
