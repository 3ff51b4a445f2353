// The words of each line that tell what it is about, as small numbers: one a distinct word of the
// dump. Made once, so that both stages count by number.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "segment/lines/lines.h"

namespace dateline::segment {

class ContentWords {
 public:
  // Instead of those of the page before.
  void read(const std::vector<Line>& lines, const text::Tokens& tokens);
  // Below `distinct()`; a word that stands twice in the line twice.
  [[nodiscard]] std::span<const std::uint32_t> of(std::size_t line) const {
    return {words_.data() + first_[line], words_.data() + first_[line + 1]};
  }
  [[nodiscard]] std::size_t distinct() const { return distinct_; }

 private:
  void gather(const std::vector<Line>& lines, const text::Tokens& tokens);

  std::vector<std::uint32_t> words_;
  std::vector<std::uint32_t> first_;  // of each line, and one behind the last
  std::uint32_t distinct_ = 0;
  std::vector<std::uint8_t> counts_;  // of each token: is it such a word?
  // Hash -> number, by open addressing; the numbers begin with 1, as 0 is an empty slot.
  struct Slot {
    std::uint32_t hash = 0, number = 0;
  };
  std::vector<Slot> slots_;
};

}  // namespace dateline::segment
