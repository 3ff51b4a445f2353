// Private to src/merge: who did it, and to whom, as sorted numbers that contradict each other or do
// not.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "merge/base/keys.h"

namespace dateline {
struct EventActor;
}

namespace dateline::merge {

struct Record;

// The actors of one role.
using Side = Keys;

// "3,000 soldiers" are soldiers.
[[nodiscard]] std::string_view without_number(std::string_view name);
// `words` are those of its name, without the number.
void add_to_side(const EventActor& actor, std::span<const std::uint32_t> words,
                 std::vector<std::uint32_t>& side);

// Do those who did it, or those to whom it was done, exclude each other? Other persons, other
// countries, source and target exchanged, or targets that have nothing in common.
[[nodiscard]] bool sides_clash(const Record& a, const Record& b);
// Was it done to something that both name with one word, or by one kind of people to one kind?
[[nodiscard]] bool share_target(const Record& a, const Record& b);
// Has one fate befallen one person? The one report may name the person where the other's event only
// has "one of its best known directors".
[[nodiscard]] bool share_fate(const Record& a, const Record& b);
// Do the persons of the one event stand in the sentence of the other?
[[nodiscard]] bool share_named_person(const Record& a, const Record& b);
// What speaks against two reports, in points, that do not exclude each other: in one role, no word
// or no kind of people in common. They may tell of the same in other words.
[[nodiscard]] int side_doubts(const Record& a, const Record& b);

}  // namespace dateline::merge
