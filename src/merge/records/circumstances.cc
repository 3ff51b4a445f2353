// A sentence tells of a school and a fire; it may tell of more than its event. Therefore two
// reports only differ where they have nothing of a family in common; and whom or what the event
// itself names ("an aftershock", "a school") weighs more.
#include "merge/records/circumstances.h"

#include <algorithm>
#include <optional>

#include "merge/base/keys.h"
#include "merge/records/record.h"

namespace dateline::merge {
namespace {

std::optional<Circumstance> family_named(std::string_view name) {
  if (name == "venue") return Circumstance::venue;
  if (name == "vehicle") return Circumstance::vehicle;
  if (name == "cause") return Circumstance::cause;
  if (name == "charge") return Circumstance::charge;
  if (name == "fate") return Circumstance::fate;
  if (name == "tally") return Circumstance::tally;
  if (name == "leader") return Circumstance::leader;
  if (name == "order") return Circumstance::order;
  return std::nullopt;
}

bool is_of_law(EventType type) {
  return type == EventType::coerce || type == EventType::accuse || type == EventType::legal;
}

}  // namespace

void add_circumstances(std::string_view kinds, std::vector<std::uint32_t>& keys) {
  while (!kinds.empty()) {
    const std::string_view one = kinds.substr(0, kinds.find(' '));
    kinds.remove_prefix(std::min(kinds.size(), one.size() + 1));
    if (const auto family = family_named(one.substr(0, one.find('/'))))
      keys.push_back(make_key(*family, one));
  }
}

Fate told_fate(Keys keys) {
  static const std::uint32_t flight = make_key(Circumstance::fate, "fate/flight");
  static const std::uint32_t resignation = make_key(Circumstance::fate, "fate/resignation");
  const auto tells = [keys](std::uint32_t key) {
    return std::find(keys.begin(), keys.end(), key) != keys.end();
  };
  return tells(flight) ? Fate::flight : tells(resignation) ? Fate::resignation : Fate::none;
}

bool tells_of_a_change(const Record& record) {
  return (kinds_of(record.circumstances()) & kind_bit(Circumstance::tally)) != 0;
}

int shared_circumstances(const Record& a, const Record& b) {
  if (a.circumstance_count == 0 || b.circumstance_count == 0) return 0;
  return Meeting(a.circumstances(), b.circumstances()).shared;
}

int circumstance_doubts(const Record& a, const Record& b) {
  const Meeting told(a.circumstances(), b.circumstances());
  if (is_of_law(a.type) && is_of_law(b.type)) return told.differ(Circumstance::charge) ? 6 : 0;
  if (!a.deeds.is(Deed::harm) || !b.deeds.is(Deed::harm)) return 0;
  const Meeting named(a.own_circumstances(), b.own_circumstances());
  const bool one_is_led = ((named.left ^ named.right) & kind_bit(Circumstance::leader)) != 0;
  // An article tells of a bomb, then of "a second bomb".
  const bool one_is_next = a.article == b.article && !is_headline_of(a, b) &&
                           ((named.left ^ named.right) & kind_bit(Circumstance::order)) != 0;
  const int other_cause = one_is_led || one_is_next || named.differ(Circumstance::cause) ? 4
                          : told.differ(Circumstance::cause)                             ? 2
                                                                                         : 0;
  return (told.differ(Circumstance::venue) ? 3 : 0) + (told.differ(Circumstance::vehicle) ? 1 : 0) +
         other_cause;
}

}  // namespace dateline::merge
