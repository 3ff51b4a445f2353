// Private to src/write: which entries the Markdown shows. It is for readers: what tells them
// nothing new or nothing that happened is left out, and said to be. JSON has every entry.
#pragma once

#include <cstddef>
#include <vector>

#include "dateline/event.h"

namespace dateline::write {

struct Selection {
  std::vector<const Event*> shown;  // in the order of the chronology
  std::size_t minor = 0;            // left out for what they are
  std::size_t below = 0;  // left out for their salience, to keep a long chronology readable
};

[[nodiscard]] Selection select(const Chronology& chronology);

}  // namespace dateline::write
