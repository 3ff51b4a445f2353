// Private to src/merge: memory for what is large and read at random. In large pages, where the
// system has them, it is found faster.
#pragma once

#include <sys/mman.h>

#include <cstddef>
#include <cstdlib>
#include <new>
#include <vector>

namespace dateline::merge {

// To be given back by std::free.
[[nodiscard]] inline void* allocate_pages(std::size_t size) {
  constexpr std::size_t large_page = std::size_t{1} << 21, worth_it = 2 * large_page;
  const bool large = size >= worth_it;
  const std::size_t unit = large ? large_page : 16;
  size = (size + unit - 1) / unit * unit;
  void* const memory = std::aligned_alloc(unit, size);
  if (memory == nullptr) throw std::bad_alloc();
#ifdef MADV_HUGEPAGE
  if (large) madvise(memory, size, MADV_HUGEPAGE);
#endif
  return memory;
}

template <typename T>
struct PageAllocator {
  using value_type = T;
  PageAllocator() = default;
  template <typename U>
  explicit(false) PageAllocator(const PageAllocator<U>&) {}
  [[nodiscard]] T* allocate(std::size_t count) {
    return static_cast<T*>(allocate_pages(count * sizeof(T)));
  }
  void deallocate(T* memory, std::size_t) { std::free(memory); }
  friend bool operator==(const PageAllocator&, const PageAllocator&) { return true; }
};
template <typename T>
using LargeVector = std::vector<T, PageAllocator<T>>;

}  // namespace dateline::merge
