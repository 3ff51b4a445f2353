// Private to src/merge: what --query asks for. A sentence is on the topic if it holds one of the
// words; with an empty query every sentence is.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "dateline/event.h"

namespace dateline::merge {

class Topic {
 public:
  explicit Topic(std::string_view query);
  [[nodiscard]] bool empty() const { return words_.empty(); }
  [[nodiscard]] bool holds(std::string_view sentence) const;
  // By its summary, sentences or participants.
  [[nodiscard]] bool holds(const Event& event) const;

 private:
  std::vector<std::string> words_;  // folded
};

}  // namespace dateline::merge
