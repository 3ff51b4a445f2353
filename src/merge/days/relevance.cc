// The topic is the sum of all sentences that hold a word of the query; another sentence is related
// if its direction is not too far from that. Measured on development topics, any bound from .05 to
// .08 serves; see docs/merge.md.
#include "merge/days/relevance.h"

#include "merge/base/parallel.h"

namespace dateline::merge {
namespace {

constexpr float least_cosine = 0.055F;
constexpr std::size_t slice = 256;  // articles

}  // namespace

Relevance::Relevance(const Articles& articles, const Topic& topic, Words& words, unsigned jobs) {
  begin_.reserve(articles.all.size());
  std::uint32_t reports = 0;
  constexpr std::size_t ahead = 4;
  for (std::size_t i = 0; i < articles.all.size(); ++i) {
    if (i + 2 * ahead < articles.all.size())
      __builtin_prefetch(articles.all[i + 2 * ahead].reports.data());
    if (i + ahead < articles.all.size()) {
      for (const Report& report : articles.all[i + ahead].reports)
        __builtin_prefetch(report.words.data());
    }
    begin_.push_back(reports);
    reports += static_cast<std::uint32_t>(articles.all[i].reports.size());
    for (const Report& report : articles.all[i].reports) words.count(report.words);
  }
  words.settle();
  values_.resize(reports, OnTopic::named);
  if (topic.empty()) return;
  find_named(articles, topic, jobs);
  find_related(articles, words, jobs);
}

void Relevance::find_named(const Articles& articles, const Topic& topic, unsigned jobs) {
  in_slices(jobs, articles.all.size(), slice, [&](std::size_t first, std::size_t last, unsigned) {
    for (std::size_t article = first; article < last; ++article) {
      std::size_t at = begin_[article];
      for (const Report& report : articles.all[article].reports) {
        values_[at++] = topic.holds(report.sentence) ? OnTopic::named : OnTopic::no;
      }
    }
  });
}

void Relevance::find_related(const Articles& articles, const Words& words, unsigned jobs) {
  Sum topic;
  Vector vector;
  std::size_t next = 0;
  for (const Article& item : articles.all) {
    for (const Report& report : item.reports) {
      if (values_[next++] != OnTopic::named) continue;
      words.vector(report.words, vector);
      topic.add(vector, 1, words.size());
    }
  }
  const float norm = topic.norm();
  if (norm <= 0) return;
  in_slices(jobs, articles.all.size(), slice, [&](std::size_t first, std::size_t last, unsigned) {
    Vector other;
    for (std::size_t article = first; article < last; ++article) {
      std::size_t at = begin_[article];
      for (const Report& report : articles.all[article].reports) {
        OnTopic& value = values_[at++];
        if (value != OnTopic::no) continue;
        words.vector(report.words, other);
        if (topic.dot(other) >= least_cosine * norm) value = OnTopic::related;
      }
    }
  });
}

}  // namespace dateline::merge
