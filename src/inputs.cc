// See inputs.h.
#include "inputs.h"

#include <algorithm>
#include <thread>
#include <utility>

namespace dateline {
namespace {

// Lends the document to the worker's work.
void hand(Document& document, Worker& worker, const Inputs::Sink& sink) {
  Work& work = worker.work;
  std::swap(work.document, document);
  work.layout.reset();
  work.annotations.clear();
  work.annotated = false;
  sink(work);
  std::swap(work.document, document);  // its buffers go back
}

void append(const Problems& from, Problems& to) { to.insert(to.end(), from.begin(), from.end()); }

}  // namespace

Inputs::Inputs(const RunOptions& options, const Rules& rules, Problems& problems)
    : options_(options),
      paths_(read::list_inputs(options.inputs, problems)),
      pieces_(paths_, options.from ? std::string(write::opening(*options.from)) : std::string(),
              needs_survey() ? read::Pieces::Passes::two : read::Pieces::Passes::one),
      kept_(paths_.size()) {
  if (options.from) records_.emplace(*options.from, rules);
}

bool Inputs::needs_survey() const {
  return options_.until > Stage::read && !options_.whole &&
         options_.from.value_or(Stage::read) == Stage::read;
}

unsigned Inputs::jobs() const {
  return options_.jobs > 0 ? options_.jobs : std::max(1U, std::thread::hardware_concurrency());
}

Worker Inputs::make_worker() const {
  return Worker{read::Reader({options_.fields}), {}, {}, nullptr};
}

void Inputs::read(read::Piece& piece, Worker& worker, const Sink& sink, Outcome& outcome) {
  if (records_) return read_records(piece, sink, outcome);
  if (KeptInput* kept = kept_.find(piece.input)) {
    append(kept->problems, outcome.problems);
    for (Document& document : kept->documents) hand(document, worker, sink);
    return;
  }
  const bool keeps =
      needs_survey() && first_pass_ && kept_.has_room() && piece.kind == read::Piece::Kind::file;
  KeptInput kept;
  const auto each = [&](Document&& document) {
    hand(document, worker, sink);
    if (keeps) kept.documents.push_back(std::exchange(document, {}));
    return true;
  };
  worker.reader.read(piece, each, kept.problems);
  append(kept.problems, outcome.problems);
  if (keeps) kept_.keep(piece.input, std::move(kept));
}

void Inputs::read_records(const read::Piece& piece, const Sink& sink, Outcome& outcome) const {
  append(piece.problems, outcome.problems);
  if (!piece.problems.empty() && piece.bytes.empty()) return;
  const auto stored = [&sink](write::Stored&& item) {
    Work work{std::move(item.document), std::move(item.layout), std::move(item.annotations),
              item.annotated};
    sink(work);
  };
  const auto extracted = [&outcome](Extraction&& extraction) {
    ++outcome.counts.articles;
    outcome.counts.events += extraction.events.size();
    outcome.shelf->add(extraction);
  };
  records_->read(piece.bytes, piece.path, piece.first_line, {stored, extracted}, outcome.problems);
}

}  // namespace dateline
