// Sides in lines of results, league tables and schedules: known by the shape of the line, whatever
// the name is elsewhere.
//   Verra 2 Sul 1            VERRA AT SUL            Verra 12 7 3 2 21 9 24            Verra beat
//   Sul 2-1
#include <algorithm>

#include "annotate/namer.h"

namespace dateline::annotate {

namespace {

constexpr std::uint32_t most_units = 40;

}  // namespace

void Namer::mark_teams() {
  if (!sport_) return;
  for (std::size_t line = 0; line < units_.lines().size(); ++line) {
    const std::uint32_t first = units_.lines()[line];
    const std::uint32_t last = units_.line_end(line);
    if (last - first <= most_units) mark_team_line(first, last);
  }
}

// Capitals up to a number or the end: the name of a side. `first` where there is none.
std::uint32_t Namer::team_name_end(std::uint32_t first, std::uint32_t last) const {
  std::uint32_t i = first;
  while (i < last && i < first + 4 && units_[i].has(capital) && !units_[i].is(sport_verb) &&
         !units_[i].is(weekday | month) && !(units_[i].has(initial) && !units_[i].has(all_caps))) {
    ++i;
  }
  return i;
}

// Countries play as countries, and so do England, Scotland, Wales and Northern Ireland.
bool Namer::has_national_side(const Hit& hit) const {
  if (hit.source == Source::country || hit.source == Source::region) return true;
  return hit.source == Source::admin1 && tables_.text(Source::admin1, hit.row, "country") == "GB";
}

void Namer::add_team(std::uint32_t first, std::uint32_t last) {
  for (const Hit& hit : lookup_.at(first)) {
    if (hit.last == last && has_national_side(hit)) return;
  }
  if (units_[first].is(demonym | title)) return;
  if (person_of_.has(key_of(first, last))) return;
  Draft& draft = add(first, last, MentionType::organization, ids_.team);
  draft.kind = "club";
  for (const Hit& hit : lookup_.at(first)) {
    if (hit.last != last || hit.source != Source::club) continue;
    draft.source = hit.source;
    draft.row = hit.row;
  }
  std::fill(claimed_.begin() + first, claimed_.begin() + last, 1);
  team_.set(key_of(first, last), 1);
}

void Namer::mark_team_line(std::uint32_t first, std::uint32_t last) {
  std::uint32_t home_end = team_name_end(first, last);
  if (home_end == first || home_end >= last) return;
  const Unit& next = units_[home_end];
  // VERRA AT SUL
  if (next.is(sport_verb) && next.has(capital) && next.has(all_caps)) {
    const std::uint32_t away = home_end + 1;
    const std::uint32_t end = team_name_end(away, last);
    if (end == last && end > away) add_team(first, home_end);  // the other is where it is played
    return;
  }
  if (!next.has(number_unit)) return;
  // Verra 2 Sul 1
  const std::uint32_t away = home_end + 1;
  const std::uint32_t away_end =
      away < last && !units_[away].has(glued_unit) ? team_name_end(away, last) : away;
  if (away_end > away && away_end < last && units_[away_end].has(number_unit)) {
    add_team(first, home_end);
    add_team(away, away_end);
    return;
  }
  // A row of a table: three numbers or more and nothing else but dashes and points.
  std::uint32_t numbers = 0;
  for (std::uint32_t i = home_end; i < last; ++i) {
    if (units_[i].has(word_unit)) return;
    if (units_[i].has(number_unit)) ++numbers;
  }
  // A year begins a date: "OSLO 1996-08-30".
  const bool year = reading_->tokens.end[next.first] - reading_->tokens.begin[next.first] == 4;
  if (numbers >= 3 && !year) add_team(first, home_end);
}

}  // namespace dateline::annotate
