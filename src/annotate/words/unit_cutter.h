// Which tokens make one unit: the words that hyphens, apostrophes and dots join.
#pragma once

#include <string_view>
#include <vector>

#include "annotate/words/units.h"

namespace dateline::annotate {

class UnitCutter {
 public:
  UnitCutter(const rules::Reading& reading, const Words& words, text::TokenRange zone)
      : reading_(reading), tokens_(reading.tokens), words_(words), zone_(zone) {}

  // `unit` has its first token, and what that token says; gets the rest.
  void cut(Unit& unit);
  // Of an ASCII mark.
  [[nodiscard]] static char mark_of(char byte) { return byte == '`' ? '\'' : byte; }
  // The token 's (or a bare apostrophe's s) after a word.
  [[nodiscard]] bool is_s(std::uint32_t i) const;

 private:
  [[nodiscard]] char mark_at(std::uint32_t i) const;
  [[nodiscard]] bool glued_word(std::uint32_t i) const;
  [[nodiscard]] bool upper(std::uint32_t i) const { return tokens_.has(i, text::starts_upper); }
  [[nodiscard]] std::size_t length(std::uint32_t i) const {
    return tokens_.end[i] - tokens_.begin[i];
  }
  [[nodiscard]] std::uint64_t bits(std::uint32_t i) const {
    return words_.bits_of_kind(reading_.kinds[i]);
  }

  void cut_word(Unit& unit);
  bool dotted_state(Unit& unit);
  bool dotted_letters(Unit& unit);
  bool join_next(Unit& unit, bool& caps);
  [[nodiscard]] bool joins_by_hyphen(std::uint32_t left, std::uint32_t right, bool tight);
  [[nodiscard]] bool is_party(std::uint32_t token) const;
  void take_dot(Unit& unit);
  [[nodiscard]] bool is_state(const Unit& unit);
  [[nodiscard]] bool is_named_in(const rules::Table* table, std::uint32_t token);

  const rules::Reading& reading_;
  const text::Tokens& tokens_;
  const Words& words_;
  text::TokenRange zone_;
  std::vector<rules::NameHit> names_;
};

}  // namespace dateline::annotate
