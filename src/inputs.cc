// See inputs.h.
#include "inputs.h"

#include <algorithm>
#include <thread>
#include <utility>

namespace dateline {
namespace {

void read_piece(read::Piece& piece, Worker& worker, const Inputs::Sink& sink, Problems& problems) {
  Work& work = worker.work;
  const auto each = [&](Document&& document) {
    std::swap(work.document, document);
    work.layout.reset();
    work.annotations.clear();
    work.annotated = false;
    sink(work);
    std::swap(work.document, document);  // its buffers go back to the reader
    return true;
  };
  worker.reader.read(piece, each, problems);
}

}  // namespace

Inputs::Inputs(const RunOptions& options, const Rules& rules, Problems& problems)
    : options_(options),
      paths_(read::list_inputs(options.inputs, problems)),
      pieces_(paths_, options.from ? std::string(write::opening(*options.from)) : std::string(),
              needs_survey() ? read::Pieces::Passes::two : read::Pieces::Passes::one) {
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

void Inputs::read(read::Piece& piece, Worker& worker, const Sink& sink, Outcome& outcome) const {
  if (records_)
    read_records(piece, sink, outcome);
  else
    read_piece(piece, worker, sink, outcome.problems);
}

void Inputs::read_records(const read::Piece& piece, const Sink& sink, Outcome& outcome) const {
  outcome.problems.insert(outcome.problems.end(), piece.problems.begin(), piece.problems.end());
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
