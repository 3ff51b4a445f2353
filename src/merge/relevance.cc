// The topic is the sum of all sentences that hold a word of the query; another sentence is related if its direction is
// not too far from that. Measured on development topics, any bound from .05 to .08 serves; see docs/merge.md.
#include "merge/relevance.h"

namespace dateline::merge {
namespace {

constexpr float least_cosine = 0.055F;

}  // namespace

Relevance::Relevance(const Articles& articles, const Topic& topic, Words& words) {
  begin_.reserve(articles.all.size());
  for (const Article& item : articles.all) {
    begin_.push_back(static_cast<std::uint32_t>(values_.size()));
    for (std::uint32_t i = item.reports.begin; i < item.reports.end; ++i) {
      const Report& report = articles.reports[i];
      values_.push_back(topic.holds(report.sentence) ? OnTopic::named : OnTopic::no);
      words.count(report.sentence);
    }
  }
  if (!topic.empty()) find_related(articles, words);
}

void Relevance::find_related(const Articles& articles, Words& words) {
  Sum topic;
  std::size_t at = 0;
  for (const Article& item : articles.all) {
    for (std::uint32_t i = item.reports.begin; i < item.reports.end; ++i) {
      const Report& report = articles.reports[i];
      if (values_[at++] == OnTopic::named) topic.add(words.vector(report.sentence), 1, words.size());
    }
  }
  const float norm = topic.norm();
  if (norm <= 0) return;
  at = 0;
  for (const Article& item : articles.all) {
    for (std::uint32_t i = item.reports.begin; i < item.reports.end; ++i) {
      const Report& report = articles.reports[i];
      OnTopic& value = values_[at++];
      if (value != OnTopic::no) continue;
      if (topic.dot(words.vector(report.sentence)) >= least_cosine * norm) value = OnTopic::related;
    }
  }
}

}  // namespace dateline::merge
