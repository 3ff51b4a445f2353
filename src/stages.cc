// See stages.h.
#include "stages.h"

#include <future>

#include "explain.h"
#include "write/write.h"

namespace dateline {
namespace {

void tell_foreign(const Document& document, std::uint32_t article, Problems& problems) {
  problems.push_back(
      {Severity::note, "extract.language",
       "article " + std::to_string(article) +
           " is in another language than the rules, and no events were taken from it",
       "--until annotate prints its names and dates", document.name, 0, 0, ""});
}

}  // namespace

Stages::Stages(const Rules& rules, const RunOptions& options, Problems& problems)
    : rules_(rules), until_(options.until), explain_(options.explain) {
  segmenting_.whole = options.whole;
  segmenting_.published = options.published;
  extracting_.headlines = options.headlines;
  extracting_.background = options.background;
  const auto needed = [&options](Stage stage) {
    return options.until >= stage && (!options.from || *options.from < stage);
  };
  // The extractor takes as long to make as the others together: a thread makes it meanwhile.
  Problems of_extractor;
  auto extractor = std::async(options.jobs == 1 ? std::launch::deferred : std::launch::async, [&] {
    if (needed(Stage::extract)) extractor_.emplace(rules, of_extractor, options.language);
  });
  if (needed(Stage::annotate) || until_ == Stage::merge)
    tagger_.emplace(rules, problems, options.language);
  if (needed(Stage::segment)) segmenter_.emplace(rules, problems, options.language);
  if (needed(Stage::annotate)) annotator_.emplace(rules, *tagger_, problems, options.language);
  extractor.get();
  problems.insert(problems.end(), of_extractor.begin(), of_extractor.end());
}

void Stages::advance(Work& work, const segment::Corpus& corpus, Buffers& buffers,
                     Outcome& outcome) const {
  ++outcome.counts.documents;
  if (until_ > Stage::read) {
    rules::read_text(rules_, work.document.text, buffers.reading);
    if (!work.layout) work.layout = segment(work, corpus, buffers);
  }
  if (work.layout) outcome.counts.articles += work.layout->articles.size();
  if (until_ > Stage::segment && !work.annotated) annotate(work, buffers);
  if (until_ >= Stage::extract)
    extract(work, buffers, outcome);
  else
    print(work, outcome.records);
}

void Stages::witness(Work& work, const segment::Corpus& corpus, Buffers& buffers,
                     segment::Witnesses& witnesses) const {
  rules::read_text(rules_, work.document.text, buffers.reading);
  witnesses.add(work.document, segment(work, corpus, buffers));
}

Layout Stages::segment(const Work& work, const segment::Corpus& corpus, Buffers& buffers) const {
  return segmenter_->segment(work.document, buffers.reading, corpus, segmenting_,
                             buffers.segmenting);
}

void Stages::annotate(Work& work, Buffers& buffers) const {
  const auto articles = static_cast<std::uint32_t>(work.layout->articles.size());
  work.annotations.clear();
  for (std::uint32_t i = 0; i < articles; ++i)
    work.annotations.push_back(
        annotator_->annotate(work.document, buffers.reading, *work.layout, i, buffers.annotating));
  work.annotated = true;
}

void Stages::extract(const Work& work, Buffers& buffers, Outcome& outcome) const {
  text::LineCounter lines(work.document.text);
  for (std::uint32_t i = 0; i < work.annotations.size(); ++i) {
    extract::Options options = extracting_;
    options.events = extractor_->reads(buffers.reading, *work.layout, i);
    if (!options.events) tell_foreign(work.document, i, outcome.problems);
    Extraction extraction = extractor_->extract(
        {work.document, buffers.reading, *work.layout, i, work.annotations[i], lines}, options,
        buffers.extracting);
    outcome.counts.events += extraction.events.size();
    if (explain_) explain(work, i, rules_, extraction);
    if (until_ == Stage::extract)
      write::extraction(extraction, outcome.records);
    else
      outcome.shelf->add(extraction);
  }
}

void Stages::print(const Work& work, std::string& records) const {
  write::document(work.document, records);
  if (!work.layout) return;
  write::layout(work.document, *work.layout, rules_, records);
  for (std::uint32_t i = 0; i < work.annotations.size(); ++i)
    write::annotations(work.document, *work.layout, i, work.annotations[i], rules_, records);
}

Date Stages::date_of(std::string_view words, Day published) const {
  rules::Reading reading;
  rules::read_text(rules_, words, reading);
  time::Memory memory;
  std::vector<Timex> found;
  tagger_->find(reading, {0, reading.tokens.size()}, {single_day(published)}, memory, found);
  return found.empty() ? Date() : found.front().date;
}

void Stages::check_examples(Problems& problems) const {
  if (tagger_) tagger_->check_examples(problems);
  if (segmenter_) segmenter_->check_examples(problems);
  if (annotator_) annotator_->check_examples(problems);
  if (extractor_) extractor_->check_examples(problems);
}

}  // namespace dateline
