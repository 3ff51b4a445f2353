// The units or chunks of one sentence: an array that is kept from sentence to sentence. Room is
// made once, for as many as there are tokens, so that adding checks nothing; a few closing elements
// stand on both sides, so that a look at what stands next to the first or last needs no check
// either.
#pragma once

#include <cstdint>
#include <vector>

namespace dateline::extract {

using Index = std::int32_t;
inline constexpr Index none = -1;

// An index of a unit or chunk in two bytes: a sentence has no more than a few hundred.
class Near {
 public:
  constexpr Near() = default;
  constexpr explicit Near(Index index) : index_(static_cast<std::int16_t>(index)) {}
  constexpr Near& operator=(Index index) { return *this = Near(index); }
  constexpr operator Index() const { return index_; }

 private:
  std::int16_t index_ = none;
};

template <typename T>
class Row {
 public:
  static constexpr Index margin = 4;  // closing elements on each side

  // Empties the row and makes room; `closing` is what stands on both sides of it.
  void start(std::uint32_t most, const T& closing) {
    const std::size_t needed = most + 2 * static_cast<std::size_t>(margin);
    if (room_.size() < needed) room_.resize(needed, closing);
    for (Index i = 0; i < margin; ++i) room_[static_cast<std::size_t>(i)] = closing;
    first_ = room_.data() + margin;
    size_ = 0;
  }
  // Puts the closing elements behind the last one.
  void finish() {
    for (Index i = 0; i < margin; ++i) first_[size_ + i] = first_[-1];
  }
  // One more, with what stood there before: the caller sets all of it.
  T& add() { return first_[size_++]; }
  // One more where `wanted`, without a branch.
  void add_if(const T& one, bool wanted) {
    first_[size_] = one;
    size_ += wanted ? 1 : 0;
  }

  // From -margin to size() + margin - 1, once finished.
  [[nodiscard]] T& operator[](Index i) { return first_[i]; }
  [[nodiscard]] const T& operator[](Index i) const { return first_[i]; }
  [[nodiscard]] Index size() const { return size_; }
  [[nodiscard]] bool empty() const { return size_ == 0; }
  [[nodiscard]] T& back() { return first_[size_ - 1]; }
  [[nodiscard]] const T* begin() const { return first_; }
  [[nodiscard]] const T* end() const { return first_ + size_; }

 private:
  std::vector<T> room_;
  T* first_ = nullptr;
  Index size_ = 0;
};

}  // namespace dateline::extract
