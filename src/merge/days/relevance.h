// Private to src/merge: which reports are on the topic of the query. Those that hold one of its
// words are; so are those that share the vocabulary of the former (relevance feedback after
// Rocchio, 1971): "the rebels took the oil port" belongs to a query for the country, though it does
// not name it.
#pragma once

#include <cstdint>
#include <vector>

#include "merge/days/topic.h"
#include "merge/records/articles.h"
#include "merge/records/words.h"

namespace dateline::merge {

enum class OnTopic : std::uint8_t {
  no,
  related,
  named
};  // named: it holds a word of the query, or there is no query

class Relevance {
 public:
  // Numbers the words of all reports by `words`, and counts them there.
  Relevance(const Articles& articles, const Topic& topic, Words& words, unsigned jobs);

  [[nodiscard]] OnTopic of(std::uint32_t article, std::uint32_t report) const {
    return values_[begin_[article] + report];
  }

 private:
  void find_named(const Articles& articles, const Topic& topic, unsigned jobs);
  void find_related(const Articles& articles, const Words& words, unsigned jobs);

  std::vector<std::uint32_t> begin_;  // of an article's reports in values_
  std::vector<OnTopic> values_;
};

}  // namespace dateline::merge
