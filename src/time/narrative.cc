// The vote for narrative anchoring. The limits were set on histories and on newswire: see
// docs/time.md.
#include "time/narrative.h"

#include <algorithm>
#include <array>

namespace dateline::time {
namespace {

constexpr int fewest_years = 10;
constexpr int years_a_relative =
    4;  // so many stated years for each expression that counts from publication

bool states_year(const Action& action) {
  if (action.role != Role::value || action.value.empty()) return false;
  const Piece& first = action.value.front();
  const bool era = first.literal == "BC";
  return first.capture == "year" && (first.literal.empty() || era);
}

bool counts_from_publication(const Action& action) {
  constexpr std::array<AnchorKind, 5> told = {AnchorKind::mention, AnchorKind::day_mention,
                                              AnchorKind::told, AnchorKind::told_day,
                                              AnchorKind::story};
  if (std::find(told.begin(), told.end(), action.anchor) != told.end()) return false;
  if (action.role == Role::shift) return true;
  return action.role == Role::value && !action.value.empty() &&
         action.value.front().literal.starts_with("XXXX-WXX") && action.type != TimexType::set;
}

}  // namespace

bool may_be_narrative(const rules::Reading& reading, text::TokenRange range) {
  int years = 0;
  for (std::uint32_t i = range.first; i < range.last; ++i) {
    if (!reading.tokens.has(i, text::is_number)) continue;
    const std::string_view digits = reading.word(i);
    years += (digits.size() == 4 && (digits[0] == '1' || digits[0] == '2')) || digits.size() == 3
                 ? 1
                 : 0;
  }
  return years >= fewest_years;
}

void NarrativeVote::add(const Action& action) {
  years_ += states_year(action) ? 1 : 0;
  relative_ += counts_from_publication(action) ? 1 : 0;
}

bool NarrativeVote::decide() const {
  return years_ >= fewest_years && years_ >= relative_ * years_a_relative;
}

}  // namespace dateline::time
