// Many articles' events into one chronology. Independent of input order, associative, idempotent.
#pragma once

#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "dateline/event.h"

namespace dateline::merge {

struct Options {
  std::string query;
  Day since = no_day;
  Day before = no_day;                // exclusive
  std::vector<std::string> types;
  std::vector<std::string> actors;
  std::vector<std::string> places;
  std::uint32_t min_sources = 1;
  std::uint32_t top = 0;              // 0: all
  bool background = false;
  // Is this folded word one that says nothing of a topic ("the", "said")? This room knows no language: the pipeline
  // answers from the word list `common-word`. Empty: no word is.
  std::function<bool(std::string_view)> is_common_word;
};

// Takes articles in any order as they are extracted, and keeps of each only a short block of bytes.
class Merger {
 public:
  explicit Merger(Options options);
  ~Merger();
  void add(const Extraction& extraction);
  // The chronology of all that was added; the merger is empty afterwards.
  [[nodiscard]] Chronology finish();

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

// The same for articles that are all there.
[[nodiscard]] Chronology merge(std::vector<Extraction> extractions, const Options& options);

}  // namespace dateline::merge
