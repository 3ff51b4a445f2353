// Private to src/merge: independent parts of a job on several threads. Each part writes to a place
// of its own, so that the result does not depend on who did what when.
#pragma once

#include <algorithm>
#include <atomic>
#include <cstddef>
#include <exception>
#include <mutex>
#include <thread>
#include <vector>

namespace dateline::merge {

// Calls work(part, thread) for every part; `thread` counts from 0 to jobs - 1. One at a time within
// a thread, in ascending order.
template <typename Work>
void in_parallel(unsigned jobs, std::size_t parts, const Work& work) {
  const auto threads = static_cast<unsigned>(std::min<std::size_t>(jobs, parts));
  if (threads <= 1) {
    for (std::size_t part = 0; part < parts; ++part) work(part, 0U);
    return;
  }
  std::atomic<std::size_t> next = 0;
  std::mutex mutex;
  std::exception_ptr failure;
  const auto run = [&](unsigned thread) {
    try {
      for (std::size_t part = next++; part < parts; part = next++) work(part, thread);
    } catch (...) {
      const std::lock_guard lock(mutex);
      failure = std::current_exception();
    }
  };
  {
    std::vector<std::jthread> others;
    for (unsigned i = 1; i < threads; ++i) others.emplace_back(run, i);
    run(0);
  }
  if (failure) std::rethrow_exception(failure);
}

// The same for [0, items) in slices: work(first, last, thread).
template <typename Work>
void in_slices(unsigned jobs, std::size_t items, std::size_t slice, const Work& work) {
  in_parallel(jobs, (items + slice - 1) / slice, [&](std::size_t part, unsigned thread) {
    work(part * slice, std::min(items, (part + 1) * slice), thread);
  });
}

}  // namespace dateline::merge
