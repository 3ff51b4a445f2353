// One run's inputs, for every pass: ordinary files, or records of an earlier run, as documents.
#pragma once

#include <cstddef>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "dateline/pipeline.h"
#include "kept_inputs.h"
#include "read/read.h"
#include "stages.h"
#include "write/write.h"

namespace dateline {

// Everything that one thread keeps from piece to piece.
struct Worker {
  read::Reader reader;
  Buffers buffers;
  Work work;
  merge::Shelf* shelf = nullptr;  // what it has prepared for the merge
  std::size_t most_records = 0;   // bytes of them that one piece gave
};

class Inputs {
 public:
  Inputs(const RunOptions& options, const Rules& rules, Problems& problems);

  // Does it matter what stands in other inputs? Not for whole inputs, nor where articles have been
  // cut out already.
  [[nodiscard]] bool needs_survey() const;
  [[nodiscard]] std::size_t size() const { return paths_.size(); }
  [[nodiscard]] unsigned jobs() const;
  [[nodiscard]] Worker make_worker() const;

  [[nodiscard]] std::optional<read::Piece> next(const read::Pieces::Wanted& wanted = {}) {
    return pieces_.next(wanted);
  }
  void rewind() {
    pieces_.rewind();
    first_pass_ = false;
  }
  // After the last pass.
  void forget() { kept_.clear(); }

  // Every document of a piece goes to `sink`; what needs no further stage goes to `outcome`.
  using Sink = std::function<void(Work&)>;
  void read(read::Piece& piece, Worker& worker, const Sink& sink, Outcome& outcome);

 private:
  void read_records(const read::Piece& piece, const Sink& sink, Outcome& outcome) const;

  const RunOptions& options_;
  std::vector<std::string> paths_;
  read::Pieces pieces_;
  std::optional<write::RecordReader> records_;
  KeptInputs kept_;
  bool first_pass_ = true;
};

}  // namespace dateline
