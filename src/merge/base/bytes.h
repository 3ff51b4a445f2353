// Private to src/merge: bytes that are written one after the other; the buffer is kept from use to
// use.
#pragma once

#include <cstdint>
#include <cstring>
#include <string_view>
#include <vector>

namespace dateline::merge {

class Bytes {
 public:
  void clear() { size_ = 0; }
  [[nodiscard]] std::uint32_t size() const { return static_cast<std::uint32_t>(size_); }
  [[nodiscard]] std::string_view view() const { return {data_.data(), size_}; }

  // Seven bits a byte, the lowest first.
  void number(std::uint64_t value) {
    constexpr std::size_t longest = 10;
    char* const first = room(longest);
    char* at = first;
    for (; value >= 0x80; value >>= 7) *at++ = static_cast<char>(value | 0x80);
    *at++ = static_cast<char>(value);
    size_ += static_cast<std::size_t>(at - first);
  }
  void append(const void* from, std::size_t size) {
    if (size == 0) return;
    std::memcpy(room(size), from, size);
    size_ += size;
  }
  void append(std::string_view bytes) { append(bytes.data(), bytes.size()); }

 private:
  char* room(std::size_t more) {
    if (data_.size() - size_ < more) data_.resize((data_.size() + more) * 2);
    return data_.data() + size_;
  }

  std::vector<char> data_;
  std::size_t size_ = 0;
};

}  // namespace dateline::merge
