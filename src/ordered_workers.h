// A bounded ring of worker threads with an ordered writer. Items are taken one at a time in order,
// worked on in parallel, and their results handed on in the items' order: so the output is the same
// for any number of threads, and never more than a ring of results waits in memory.
#pragma once

#include <condition_variable>
#include <cstddef>
#include <exception>
#include <mutex>
#include <optional>
#include <thread>
#include <utility>
#include <vector>

namespace dateline {

// next()         -> std::optional<Item>; called under a lock, nothing when there are no more
// make_worker()  -> the buffers of one thread
// work(Item&&, Worker&) -> Result; runs in parallel
// done(Result&&) -> bool; called under a lock, in order; false: stop
template <typename Next, typename MakeWorker, typename Work, typename Done>
class OrderedWorkers {
 public:
  OrderedWorkers(unsigned jobs, Next next, MakeWorker make_worker, Work work, Done done)
      : jobs_(jobs),
        next_(std::move(next)),
        make_worker_(std::move(make_worker)),
        work_(std::move(work)),
        done_(std::move(done)),
        ring_(std::size_t{jobs} * 4) {}

  void run() {
    if (jobs_ <= 1) return run_here();
    {
      std::vector<std::jthread> threads;
      for (unsigned i = 0; i < jobs_; ++i) threads.emplace_back([this] { run_guarded(); });
    }
    if (failure_) std::rethrow_exception(failure_);
  }

 private:
  using Worker = std::invoke_result_t<MakeWorker&>;
  using Item = typename std::invoke_result_t<Next&>::value_type;
  using Result = std::invoke_result_t<Work&, Item&&, Worker&>;

  void run_here() {
    Worker worker = make_worker_();
    while (auto item = next_())
      if (!done_(work_(*std::move(item), worker))) return;
  }

  void run_guarded() {
    try {
      run_thread();
    } catch (...) {
      const std::lock_guard lock(mutex_);
      if (!failure_) failure_ = std::current_exception();
      stop_ = true;
      room_.notify_all();
    }
  }

  void run_thread() {
    Worker worker = make_worker_();
    std::size_t number = 0;
    while (auto item = take(number)) put(number, work_(*std::move(item), worker));
  }

  std::optional<Item> take(std::size_t& number) {
    std::unique_lock lock(mutex_);
    room_.wait(lock, [this] { return stop_ || taken_ - written_ < ring_.size(); });
    if (stop_) return std::nullopt;
    std::optional<Item> item = next_();
    if (!item) {
      stop_ = true;
      room_.notify_all();
      return std::nullopt;
    }
    number = taken_++;
    return item;
  }

  // Whoever brings the oldest missing result writes it, and all that wait behind it.
  void put(std::size_t number, Result&& result) {
    std::unique_lock lock(mutex_);
    ring_[number % ring_.size()].emplace(std::move(result));
    if (writing_ || number != written_) return;
    writing_ = true;
    while (!gone_ && ring_[written_ % ring_.size()]) {
      Result ready = *std::exchange(ring_[written_ % ring_.size()], std::nullopt);
      lock.unlock();
      const bool more = done_(std::move(ready));
      lock.lock();
      ++written_;
      if (!more) gone_ = stop_ = true;
      room_.notify_all();
    }
    writing_ = false;
  }

  unsigned jobs_;
  Next next_;
  MakeWorker make_worker_;
  Work work_;
  Done done_;
  std::vector<std::optional<Result>> ring_;
  std::mutex mutex_;
  std::condition_variable room_;
  std::size_t taken_ = 0;    // items handed out
  std::size_t written_ = 0;  // results handed on
  bool writing_ = false;
  bool stop_ = false;  // hand out no more
  bool gone_ = false;  // hand on no more
  std::exception_ptr failure_;
};

}  // namespace dateline
