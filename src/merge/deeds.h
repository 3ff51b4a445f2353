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
  harm = 8        // somebody or something was hit: whoever did it, or whatever
};
// What befalls one person, and not often. "Killed" and "died" are one fate.
enum class Fate : std::uint8_t { none, death, arrest, sentence, office, resignation, flight };

struct Deeds {
  std::uint8_t bits = 0;
  Fate fate = Fate::none;

  [[nodiscard]] bool is(Deed deed) const { return (bits & static_cast<std::uint8_t>(deed)) != 0; }
  // Who resigns or flees is the source, whom others arrest the target.
  [[nodiscard]] bool befalls_source() const {
    return fate == Fate::resignation || fate == Fate::flight;
  }
};

[[nodiscard]] Deeds deeds_of(std::string_view mode, EventType type);

}  // namespace dateline::merge
