// See shelf.h.
#include "merge/shelf.h"

#include <algorithm>
#include <iterator>

namespace dateline::merge {

void Shelf::Impl::add_reports(const Extraction& extraction, const Packer::Packed& packed,
                              Article& article) {
  const Unpacker unpacker(article.block.data());
  reports_.clear();
  for (std::uint32_t i = 0; i < extraction.reports.size(); ++i) {
    const DayReport& from = extraction.reports[i];
    Report report;
    report.length = reader.read(from.sentence, words_);
    reader.add_passages(from.sentence, passages_);
    report.sentence = unpacker.sentence_of_report(packed.reports[i]);
    report.words = lists.keep(words_);
    report.day = from.day;
    report.position = from.position;
    report.begin = from.span.begin;
    report.at = packed.reports[i];
    report.explicit_date = from.explicit_date;
    reports_.push_back(report);
  }
  article.reports = texts.keep(reports_);
}

void Shelf::Impl::add_events(const Extraction& extraction, const Packer::Packed& packed,
                             Article& article) {
  article.namings.begin = labels.counted();
  maker.start_article();
  records_.clear();
  begins_.clear();
  for (std::uint32_t i = 0; i < extraction.events.size(); ++i) {
    const Event& event = extraction.events[i];
    records_.push_back(maker.make(event, article.reports));
    records_.back().block = article.block.data();
    records_.back().at = packed.events[i];
    begins_.push_back(event.evidence.empty() ? 0 : event.evidence.front().span.begin);
    if (maker.has_read()) reader.add_passages(event.evidence.front().sentence, passages_);
    labels.count(event);
  }
  article.records = lists.keep(records_);
  article.event_begins = texts.keep(begins_);
  article.namings.end = labels.counted();
}

void Shelf::Impl::add(const Extraction& extraction) {
  const Packer::Packed& packed = packer.pack(extraction);
  Article article;
  article.block = texts.keep(packed.bytes);
  article.document = Unpacker(article.block.data()).document();
  article.article = extraction.source.article;
  article.published = extraction.source.published.date;
  std::copy(std::begin(extraction.source.fingerprint), std::end(extraction.source.fingerprint),
            article.fingerprint);
  passages_.clear();
  add_reports(extraction, packed, article);
  add_events(extraction, packed, article);
  std::sort(passages_.begin(), passages_.end());
  passages_.erase(std::unique(passages_.begin(), passages_.end()), passages_.end());
  article.passages = lists.keep(passages_);
  articles.push_back(article);
}

Shelf::Shelf(const Options& options) : impl_(std::make_unique<Impl>(options)) {}
Shelf::~Shelf() = default;
void Shelf::add(const Extraction& extraction) { impl_->add(extraction); }

}  // namespace dateline::merge
