// Private to src/merge: what kind of deed an event's mode and type are, as far as merging asks.
#pragma once

#include <cstdint>
#include <string_view>

#include "dateline/event.h"

namespace dateline::merge {

enum class Deed : std::uint8_t {
  territory = 1,  // a town is taken once on a day, and lost by one side when the other takes it;
                  // people are killed in it more than once
  regime = 2,     // the end of a rule: a country sees few
  mutual = 4,     // who takes part is told in any order: talks, and what comes of them
  harm = 8,       // somebody or something was hit: whoever did it, or whatever
  force = 16      // somebody was made to do something
};
// What befalls one person, and not often. "Killed" and "died" are one fate.
enum class Fate : std::uint8_t {
  none,
  death,
  arrest,
  sentence,
  office,
  resignation,
  flight,
  victory
};

struct Deeds {
  std::uint8_t bits = 0;
  Fate fate = Fate::none;
  bool befalls_source = false;  // who resigns or flees; whom others arrest is the target

  [[nodiscard]] bool is(Deed deed) const { return (bits & static_cast<std::uint8_t>(deed)) != 0; }
};

[[nodiscard]] Deeds deeds_of(std::string_view mode, EventType type);

}  // namespace dateline::merge
