// Interruption: a thread waits for SIGINT and SIGTERM, removes temporary files, and ends the
// program with 130 or 143. No other code has to ask whether it was interrupted. A closed pipe is no
// signal but a failed write.
#pragma once

#include <csignal>
#include <thread>

#include "cli/outputs.h"

namespace dateline::cli {

class SignalWatch {
 public:
  // To be made before any other thread, which then inherit the signal mask.
  explicit SignalWatch(TemporaryFiles& files);
  ~SignalWatch();
  SignalWatch(const SignalWatch&) = delete;
  SignalWatch& operator=(const SignalWatch&) = delete;

 private:
  sigset_t watched_{};
  std::thread thread_;
};

}  // namespace dateline::cli
