// Private to src/merge: memory that only grows. What an article needs lies together and stays where
// it is.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdlib>
#include <cstring>
#include <memory>
#include <span>
#include <string_view>
#include <type_traits>
#include <vector>

#include "merge/base/pages.h"

namespace dateline::merge {

class Arena {
 public:
  [[nodiscard]] std::string_view keep(std::string_view bytes) {
    if (bytes.empty()) return {};
    return {static_cast<const char*>(copy(bytes.data(), bytes.size())), bytes.size()};
  }
  template <typename T>
  [[nodiscard]] std::span<T> keep(const std::vector<T>& items) {
    static_assert(std::is_trivially_copyable_v<T> && alignof(T) <= alignment);
    if (items.empty()) return {};
    return {static_cast<T*>(copy(items.data(), items.size() * sizeof(T))), items.size()};
  }

 private:
  static constexpr std::size_t alignment = 8;
  static constexpr std::size_t small_chunk = std::size_t{1} << 18,
                               large_chunk = std::size_t{1} << 23;

  struct Release {
    void operator()(std::byte* chunk) const { std::free(chunk); }
  };

  void* copy(const void* from, std::size_t size) {
    const std::size_t taken = (size + alignment - 1) / alignment * alignment;
    if (left_ < taken) grow(taken);
    void* const kept = at_;
    std::memcpy(kept, from, size);
    at_ += taken;
    left_ -= taken;
    return kept;
  }

  void grow(std::size_t least) {
    const bool many = chunks_.size() >= 16;
    left_ = std::max(many ? large_chunk : small_chunk, least);
    chunks_.emplace_back(static_cast<std::byte*>(allocate_pages(left_)));
    at_ = chunks_.back().get();
  }

  std::vector<std::unique_ptr<std::byte, Release>> chunks_;
  std::byte* at_ = nullptr;
  std::size_t left_ = 0;
};

}  // namespace dateline::merge
