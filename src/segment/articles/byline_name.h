// The names in a line that is, or may be, a byline: without what introduces them, without roles,
// papers, towns, addresses and dates behind them.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "rules/rules.h"

namespace dateline::segment {

struct BylineName {
  text::TokenRange tokens;
  std::uint32_t surplus = 0;  // bytes of the last token behind the name
  bool labelled = false;      // "Author:" stands before it
  bool alone = false;         // nothing stands behind it that a sentence could go on with
};

// The classes of words that bylines are made of.
class BylineWords {
 public:
  explicit BylineWords(const Rules& rules);
  [[nodiscard]] bool introduces(rules::WordId word) const;  // by, written ...
  [[nodiscard]] bool given_name(rules::WordId word) const;
  [[nodiscard]] bool given_name(std::string_view word) const;
  [[nodiscard]] bool is_common(rules::WordId word) const;
  // How many bytes of "ByAna" lead the name; 0 where none do.
  [[nodiscard]] std::uint32_t introduction(std::string_view word) const;
  [[nodiscard]] BylineName name(const rules::Reading& reading, text::TokenRange range) const;
  // "Our Correspondent", "Staff": words that name no person.
  [[nodiscard]] bool is_nobody(const rules::Reading& reading, text::TokenRange range) const;

  // "and", "&": of names that follow each other.
  [[nodiscard]] bool joins(const rules::Reading& reading, std::uint32_t token) const {
    return (masks_[reading.kinds[token]] & connective) != 0 || reading.word(token) == "&";
  }

 private:
  class Cutter;
  enum Word : std::uint64_t {
    label = 1,
    preposition = 2,
    place = 4,
    role = 8,
    nobody = 16,
    calendar = 32,
    particle = 64,
    given = 128,
    stamp = 256,
    common = 512,
    connective = 1024
  };

  const Rules& rules_;
  rules::ClassId by_, given_, common_;
  std::vector<std::uint64_t> masks_;  // by kind of words, bits of Word
};

}  // namespace dateline::segment
