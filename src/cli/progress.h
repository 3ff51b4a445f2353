// One line on the terminal that says how far the run has come, rewritten ten times a second at
// most.
#pragma once

#include <chrono>

#include "dateline/pipeline.h"

namespace dateline::cli {

class ProgressLine {
 public:
  // Shows nothing where standard error is no terminal.
  explicit ProgressLine(bool wanted);
  ~ProgressLine() { clear(); }
  ProgressLine(const ProgressLine&) = delete;
  ProgressLine& operator=(const ProgressLine&) = delete;
  void show(const Progress& progress);
  void clear();

 private:
  bool wanted_;
  bool shown_ = false;
  std::chrono::steady_clock::time_point next_{};
};

}  // namespace dateline::cli
