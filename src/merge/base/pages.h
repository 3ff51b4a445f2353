// Private to src/merge: memory for what is large and read at random. In large pages, where the
// system has them, it is found faster.
#pragma once

#include <sys/mman.h>

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <new>
#include <vector>

namespace dateline::merge {

inline constexpr std::size_t large_page = std::size_t{1} << 21;

// Of memory that was not yet written to.
inline void prefer_large_pages([[maybe_unused]] void* memory, [[maybe_unused]] std::size_t size) {
#ifdef MADV_HUGEPAGE
  const auto begin =
                 (reinterpret_cast<std::uintptr_t>(memory) + large_page - 1) & ~(large_page - 1),
             end = (reinterpret_cast<std::uintptr_t>(memory) + size) & ~(large_page - 1);
  if (begin < end) madvise(reinterpret_cast<void*>(begin), end - begin, MADV_HUGEPAGE);
#endif
}

// To be given back by std::free.
[[nodiscard]] inline void* allocate_pages(std::size_t size) {
  constexpr std::size_t worth_it = 2 * large_page;
  const bool large = size >= worth_it;
  const std::size_t unit = large ? large_page : 16;
  size = (size + unit - 1) / unit * unit;
  void* const memory = std::aligned_alloc(unit, size);
  if (memory == nullptr) throw std::bad_alloc();
  if (large) prefer_large_pages(memory, size);
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
