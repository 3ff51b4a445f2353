// A set of 32-bit keys as a bitmap: keys share a bit once in some hundred thousand, which only ever
// makes a capital count less. Clearing costs what was added.
#pragma once

#include <array>
#include <cstdint>

namespace dateline::annotate {

class KeySet {
 public:
  void clear() {
    for (std::uint32_t i = 0; i < used_count_; ++i) bits_[used_[i]] = 0;
    used_count_ = 0;
  }
  // Adds many: what add() changes is at hand until the end.
  class Writer {
   public:
    explicit Writer(KeySet& set)
        : set_(set), bits_(set.bits_.data()), used_(set.used_.data()), count_(set.used_count_) {}
    ~Writer() { set_.used_count_ = count_; }
    Writer(const Writer&) = delete;
    Writer& operator=(const Writer&) = delete;
    void add(std::uint32_t key) {
      const std::uint32_t at = place(key);
      const std::uint64_t before = bits_[at];
      used_[count_] =
          static_cast<std::uint16_t>(at);  // without a branch: counted only where the word was 0
      count_ += before == 0 ? 1 : 0;
      bits_[at] = before | 1ULL << (key & 63U);
    }

   private:
    KeySet& set_;
    std::uint64_t* bits_;
    std::uint16_t* used_;
    std::uint32_t count_;
  };
  void add(std::uint32_t key) { Writer(*this).add(key); }
  [[nodiscard]] bool has(std::uint32_t key) const {
    return (bits_[place(key)] >> (key & 63U) & 1U) != 0;
  }

 private:
  static constexpr std::uint32_t words = 4096;
  [[nodiscard]] static std::uint32_t place(std::uint32_t key) {
    return (key >> 6U ^ key >> 20U) & (words - 1);
  }
  std::array<std::uint64_t, words> bits_{};
  std::array<std::uint16_t, words + 1> used_{};  // the words of bits_ that are not 0
  std::uint32_t used_count_ = 0;
};

}  // namespace dateline::annotate
