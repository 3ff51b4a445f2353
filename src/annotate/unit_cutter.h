// Which tokens make one unit: the words that hyphens, apostrophes and dots join.
#pragma once

#include <string_view>
#include <vector>

#include "annotate/units.h"

namespace dateline::annotate {

class UnitCutter {
 public:
  UnitCutter(const rules::Reading& reading, const Words& words, text::TokenRange zone)
      : reading_(reading), tokens_(reading.tokens), words_(words), zone_(zone) {}

  // A word in small letters that nothing is joined to: most tokens.
  [[nodiscard]] bool is_small_word(std::uint32_t at, std::uint64_t bits) const {
    constexpr unsigned joint = text::glued | text::is_mark;
    if ((tokens_.flags[at] & (text::is_word | text::starts_upper | text::non_ascii)) != text::is_word) return false;
    if (at + 1 < zone_.last && (tokens_.flags[at + 1] & joint) == joint) return false;
    return (bits & name_particle) == 0 && reading_.text[tokens_.begin[at]] != '\'';
  }
  // `unit` has its first token, and what that token says; gets the rest.
  void cut(Unit& unit);

 private:
  [[nodiscard]] char mark_at(std::uint32_t i) const;
  [[nodiscard]] bool is_s(std::uint32_t i) const;
  [[nodiscard]] bool glued_word(std::uint32_t i) const;
  [[nodiscard]] bool upper(std::uint32_t i) const { return tokens_.has(i, text::starts_upper); }
  [[nodiscard]] std::size_t length(std::uint32_t i) const { return tokens_.end[i] - tokens_.begin[i]; }
  [[nodiscard]] std::uint64_t bits(std::uint32_t i) const { return words_.bits_of_kind(reading_.kinds[i]); }

  void cut_word(Unit& unit);
  bool dotted_letters(Unit& unit);
  bool join_next(Unit& unit, bool& caps);
  [[nodiscard]] bool joins_by_hyphen(std::uint32_t left, std::uint32_t right, bool tight);
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
