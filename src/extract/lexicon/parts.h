// The parts of a list between separators, blanks around them and empty ones left out; nothing is
// copied.
#pragma once

#include <algorithm>
#include <iterator>
#include <string_view>

namespace dateline::extract {

class Parts {
 public:
  Parts(std::string_view text, char separator) : rest_(text), separator_(separator) { advance(); }
  [[nodiscard]] const Parts& begin() const { return *this; }
  [[nodiscard]] static std::default_sentinel_t end() { return {}; }
  [[nodiscard]] std::string_view operator*() const { return part_; }
  Parts& operator++() {
    advance();
    return *this;
  }
  friend bool operator==(const Parts& parts, std::default_sentinel_t) {
    return parts.part_.empty();
  }

 private:
  void advance() {
    for (part_ = {}; part_.empty() && !rest_.empty();) {
      const std::size_t at = std::min(rest_.find(separator_), rest_.size());
      part_ = rest_.substr(0, at);
      while (!part_.empty() && part_.front() == ' ') part_.remove_prefix(1);
      while (!part_.empty() && part_.back() == ' ') part_.remove_suffix(1);
      rest_.remove_prefix(std::min(at + 1, rest_.size()));
    }
  }

  std::string_view rest_;
  std::string_view part_;
  char separator_;
};

}  // namespace dateline::extract
