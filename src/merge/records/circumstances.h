// Private to src/merge: where it was, what was hit, what did it, of what someone is accused: what
// tells one happening of a day from another in the same town. Which words say so, and which mean
// the same, is asked of the word list `circumstance`.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "merge/base/keys.h"
#include "merge/records/deeds.h"

namespace dateline::merge {

struct Record;

// The order of a list's numbers, see keys.h. A leader is a cause that is the event's own wherever it
// is the first that a sentence names: "an aftershock ... hours after the morning quake". Of what
// nature does to a whole country a day sees one. Marks are compared by themselves.
enum class Circumstance : std::uint8_t {
  venue,
  vehicle,
  cause,
  charge,
  fate,
  leader,
  nature,
  mark
};

// Appends what "venue/school cause/fire" says. Families that nobody compares are left out.
void add_circumstances(std::string_view kinds, std::vector<std::uint32_t>& keys);
// The fate that a word's list tells of, to which somebody may be forced; none where it tells of
// circumstances.
[[nodiscard]] Fate told_fate(Keys keys);
// Does its sentence tell of a toll that has changed?
[[nodiscard]] bool tells_of_a_change(const Record& record);
// One quake, or one typhoon, did what both tell of.
[[nodiscard]] bool share_nature(const Record& a, const Record& b);
// Both name with their own words a cause that is the same, a fire or a sinking.
[[nodiscard]] bool share_own_cause(const Record& a, const Record& b);
// How many both tell of.
[[nodiscard]] int shared_circumstances(const Record& a, const Record& b);
// What speaks against two reports, in points: a school and a hotel, a storm and a bomb, murder and
// fraud.
[[nodiscard]] int circumstance_doubts(const Record& a, const Record& b);

}  // namespace dateline::merge
