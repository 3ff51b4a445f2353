// Private to src/merge: memory that only grows. What an article needs lies together and stays where it is.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstring>
#include <memory>
#include <span>
#include <string_view>
#include <type_traits>
#include <vector>

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

  void* copy(const void* from, std::size_t size) {
    constexpr std::size_t chunk = std::size_t{1} << 20;
    const std::size_t taken = (size + alignment - 1) / alignment * alignment;
    if (left_ < taken) {
      left_ = std::max(chunk, taken);
      chunks_.push_back(std::make_unique_for_overwrite<std::byte[]>(left_));
      at_ = chunks_.back().get();
    }
    void* const kept = at_;
    std::memcpy(kept, from, size);
    at_ += taken;
    left_ -= taken;
    return kept;
  }

  std::vector<std::unique_ptr<std::byte[]>> chunks_;
  std::byte* at_ = nullptr;
  std::size_t left_ = 0;
};

}  // namespace dateline::merge
