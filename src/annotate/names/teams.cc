// Sides in lines of results, league tables and schedules: known by the shape of the line, whatever
// the name is elsewhere.
//   Verra 2 Sul 1            VERRA AT SUL            Verra 12 7 3 2 21 9 24            Verra beat
//   Sul 2-1
#include <algorithm>

#include "annotate/names/namer.h"

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

// ---- Towns as sides

// Plays, owns a player, or has a coach or a number of points: "Verra beat Sul", "Verra's Ana Ruiz",
// "Verra captain Ana Ruiz", "Verra 20 points".
bool Namer::acts_as_side(const Draft& draft) const {
  const Unit* next = after(draft.last);
  if (next == nullptr || next->has(capital)) return false;
  if (next->is(sport_verb | play_verb)) return true;
  if (next->has(number_unit)) {
    const std::size_t digits =
        reading_->tokens.end[next->first] - reading_->tokens.begin[next->first];
    const Unit* prior = before(draft.first);
    const Unit* unit = after(draft.last, 1);
    const bool date = unit != nullptr && (unit->is(month) || unit->has(glued_unit));
    const bool opens =
        prior == nullptr || prior->mark == ':' || prior->mark == '.' || prior->mark == ',';
    return digits <= 3 && opens && !date;
  }
  if (next->has(possessive)) {
    const Unit* name = after(draft.last, 1);
    return name != nullptr && name->has(capital) &&
           (person_of_.has(given_key(name->key)) || person_of_.has(name->key));
  }
  return next->is(org_follow) && next->is(role);
}

// "a victory over Verra", "title rivals Verra".
bool Namer::is_played(const Draft& draft) const {
  const Unit* prior = before(draft.first);
  return prior != nullptr && !prior->has(capital) && prior->is(play_object | org_lead);
}

// On a page about sport towns that play are sides wherever the page names them.
void Namer::mark_playing() {
  if (!sport_) return;
  for (const Draft& draft : drafts_) {
    if (draft.type != MentionType::place ||
        has_national_side({draft.last, draft.source, false, draft.row, 0}) || draft.locative)
      continue;
    if (acts_as_side(draft) || is_played(draft)) team_.set(key_of(draft.first, draft.last), 1);
  }
}

// A town whose side played: the side, but where a preposition of place stands before it.
void Namer::prefer_teams() {
  for (Draft& draft : drafts_) {
    if (draft.type != MentionType::place ||
        has_national_side({draft.last, draft.source, false, draft.row, 0}) || draft.locative ||
        claimed_[draft.first] != 0)
      continue;
    if (!team_.has(key_of(draft.first, draft.last))) continue;
    const Unit* comma = after(draft.last);
    if (comma != nullptr && comma->mark == ',' && place_follows(draft.last)) continue;
    if (units_[draft.first].has(line_start) && comma != nullptr &&
        (comma->has(number_unit) || comma->mark == ','))
      continue;
    const Unit* before_state = before(draft.first);  // "VERRA, Texas 1996-08-31"
    if (before_state != nullptr && before_state->mark == ',' &&
        units_[draft.first - 2].has(all_caps))
      continue;
    draft.type = MentionType::organization;
    draft.rule = ids_.team;
    draft.kind = "club";
    draft.source = Source::none;
  }
}

}  // namespace dateline::annotate
