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
  if (name == "leader") return Circumstance::leader;
  if (name == "nature") return Circumstance::nature;
  if (name == "tally" || name == "order") return Circumstance::mark;
  return std::nullopt;
}

bool is_of_law(EventType type) {
  return type == EventType::coerce || type == EventType::accuse || type == EventType::legal;
}

bool has(Keys keys, std::uint32_t key) {
  return std::find(keys.begin(), keys.end(), key) != keys.end();
}

// "A second bomb"
bool is_next(const Record& record) {
  static const std::uint32_t next = make_key(Circumstance::mark, "order/next");
  return has(record.own_circumstances(), next);
}

// A quake and its aftershock.
bool is_one_led(const Record& a, const Record& b) {
  const unsigned one =
      kinds_of(a.own_circumstances()) ^ unsigned { kinds_of(b.own_circumstances()) };
  return (one & kind_bit(Circumstance::leader)) != 0;
}

bool share(Keys a, Keys b, Circumstance kind) { return (Meeting(a, b).both & kind_bit(kind)) != 0; }

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
  return has(keys, flight) ? Fate::flight : has(keys, resignation) ? Fate::resignation : Fate::none;
}

bool tells_of_a_change(const Record& record) {
  static const std::uint32_t change = make_key(Circumstance::mark, "tally/change");
  return has(record.circumstances(), change);
}

bool share_nature(const Record& a, const Record& b) {
  return !is_one_led(a, b) && share(a.circumstances(), b.circumstances(), Circumstance::nature);
}

bool share_own_cause(const Record& a, const Record& b) {
  return share(a.own_circumstances(), b.own_circumstances(), Circumstance::cause);
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
  // An article tells of a bomb, then of "a second bomb".
  const bool one_is_next =
      a.article == b.article && !is_headline_of(a, b) && is_next(a) != is_next(b);
  const int other_cause = is_one_led(a, b) || one_is_next || named.differ(Circumstance::cause) ? 4
                          : told.differ(Circumstance::cause)                                   ? 2
                                                                                               : 0;
  return (told.differ(Circumstance::venue) ? 3 : 0) + (told.differ(Circumstance::vehicle) ? 1 : 0) +
         other_cause;
}

}  // namespace dateline::merge
