// Private to src/write: which entries the Markdown shows. It is for readers: what tells them nothing
// new or nothing that happened is left out, and said to be. JSON has every entry.
#pragma once

#include <cstddef>
#include <vector>

#include "dateline/event.h"

namespace dateline::write {

struct Selection {
  std::vector<const Event*> shown;  // in the order of the chronology
  std::size_t minor = 0;            // left out for what they are
  std::size_t below = 0;            // left out for their salience, to keep a long chronology readable
  double least_salience = 0;        // of those shown, where any are below it
};

[[nodiscard]] Selection select(const std::vector<Event>& events);

}  // namespace dateline::write
