// The rooms that a run needs, built once and shared by all threads, and one document's way through
// them.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "annotate/annotate.h"
#include "dateline/pipeline.h"
#include "extract/extract.h"
#include "merge/merge.h"
#include "rules/rules.h"
#include "segment/segment.h"
#include "time/time.h"

namespace dateline {

// A document as far as it has come: read, or with what the records of an earlier run say.
struct Work {
  Document document;
  std::optional<Layout> layout;
  std::vector<Annotations> annotations;  // one an article, once there are any
  bool annotated = false;
};

// What comes of one piece of the input: records to print, or what is put on a shelf for the merge.
struct Outcome {
  merge::Shelf* shelf = nullptr;
  std::string records;
  Problems problems;
  Counts counts;
  bool ends_input = true;
};

// What a thread keeps from document to document.
struct Buffers {
  rules::Reading reading;
  segment::Workspace segmenting;
  annotate::Workspace annotating;
  extract::Workspace extracting;
};

class Stages {
 public:
  Stages(const Rules& rules, const RunOptions& options, Problems& problems);

  // From where the document is to where the run is to stop.
  void advance(Work& work, const segment::Corpus& corpus, Buffers& buffers, Outcome& outcome) const;
  // What the document's dated articles can say of the dates of others.
  void witness(Work& work, const segment::Corpus& corpus, Buffers& buffers,
               segment::Witnesses& witnesses) const;
  void check_examples(Problems& problems) const;
  // What words such as "last week" mean on that day; for Stage::merge.
  [[nodiscard]] Date date_of(std::string_view words, Day published) const;

 private:
  [[nodiscard]] Layout segment(const Work& work, const segment::Corpus& corpus,
                               Buffers& buffers) const;
  void annotate(Work& work, Buffers& buffers) const;
  void extract(const Work& work, Buffers& buffers, Outcome& outcome) const;
  void print(const Work& work, std::string& records) const;

  const Rules& rules_;
  Stage until_;
  segment::Options segmenting_;
  extract::Options extracting_;
  bool explain_;
  std::optional<time::Tagger> tagger_;
  std::optional<segment::Segmenter> segmenter_;
  std::optional<annotate::Annotator> annotator_;
  std::optional<extract::Extractor> extractor_;
};

}  // namespace dateline
