// The sounds of transliterated names: which letters stand for which, by the table
// "transliteration".
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "rules/rules.h"

namespace dateline::annotate {

enum class Script : std::uint8_t { latin, arabic, cyrillic };  // what a name was written in at home

class Sounds {
 public:
  explicit Sounds(const Rules& rules);
  // The letters of one word of a name, which are ASCII and small, as this script's names are
  // spelled in ids.
  void append(std::string_view letters, Script script, std::string& out) const;

 private:
  struct Letters {
    std::string_view from, to;
    bool at_end = false;  // only at the word's end
  };
  [[nodiscard]] const Letters* fitting(std::string_view rest, Script script) const;

  // One script's: by their first byte, those of byte b from starts[b] to starts[b + 1].
  struct Alphabet {
    std::vector<Letters> letters;
    std::array<std::uint16_t, 257> starts{};
    void sort();
  };
  std::array<Alphabet, 3> scripts_;
};

}  // namespace dateline::annotate
