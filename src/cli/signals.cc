// See signals.h.
#include "cli/signals.h"

#include <pthread.h>
#include <unistd.h>

namespace dateline::cli {

SignalWatch::SignalWatch(TemporaryFiles& files) {
  std::signal(SIGPIPE, SIG_IGN);
  ::sigemptyset(&watched_);
  ::sigaddset(&watched_, SIGINT);
  ::sigaddset(&watched_, SIGTERM);
  ::sigaddset(&watched_, SIGUSR1);  // ours: the end of the program
  ::pthread_sigmask(SIG_BLOCK, &watched_, nullptr);
  thread_ = std::thread([this, &files] {
    int signal = 0;
    ::sigwait(&watched_, &signal);
    if (signal == SIGUSR1) return;
    files.remove_all_and_hold();
    ::_exit(128 + signal);
  });
}

SignalWatch::~SignalWatch() {
  ::pthread_kill(thread_.native_handle(), SIGUSR1);
  thread_.join();
}

}  // namespace dateline::cli
