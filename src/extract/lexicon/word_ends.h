// What the ends of words tell of those that no list knows: the paragraphs of words.rules with
// `ending`.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

namespace dateline::extract {

// In the order of `end_names` in word_ends.cc.
enum class WordEnd : std::uint8_t {
  adjective,
  adverb,
  past,
  progressive,
  plural,
  singular,
  singular_noun,
  negated
};

[[nodiscard]] std::optional<WordEnd> word_end_named(std::string_view name);

// The ends that one word has.
class FoundEnds {
 public:
  [[nodiscard]] bool has(WordEnd end) const { return (all_ & bit(end)) != 0; }
  // Only behind a stem of three letters at least: "useful", not "full".
  [[nodiscard]] bool has_behind_stem(WordEnd end) const { return (behind_stem_ & bit(end)) != 0; }
  [[nodiscard]] std::uint32_t longest() const { return longest_; }  // bytes

 private:
  friend class WordEnds;
  [[nodiscard]] static std::uint8_t bit(WordEnd end) {
    return static_cast<std::uint8_t>(1U << static_cast<unsigned>(end));
  }
  std::uint8_t all_ = 0, behind_stem_ = 0;
  std::uint32_t longest_ = 0;
};

class WordEnds {
 public:
  // `text` has one to four letters.
  void add(WordEnd end, std::string_view text);
  [[nodiscard]] FoundEnds of(std::string_view form) const {
    if (form.empty()) return {};
    const auto& ends = by_last_[static_cast<unsigned char>(form.back())];
    return ends.empty() ? FoundEnds() : among(ends, form);
  }

 private:
  struct Letters {
    std::uint32_t letters = 0, mask = 0;  // the last four, the last of them in the highest byte
    std::uint32_t size = 0;
    std::uint8_t end = 0;  // a bit
  };
  [[nodiscard]] static FoundEnds among(const std::vector<Letters>& ends, std::string_view form);

  std::array<std::vector<Letters>, 256> by_last_;  // by the last letter
};

}  // namespace dateline::extract
