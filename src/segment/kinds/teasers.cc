#include "segment/kinds/teasers.h"

#include "segment/kinds/mending.h"

namespace dateline::segment {

namespace {

bool may_be_headline(const Page& page, std::size_t i) {
  const Line& line = page.lines[i];
  return is_headline(page, i) ||
         (page.cues[i].cue == Cue::none && line.words >= 3 && line.end == LineEnd::question);
}

bool is_pair(const Page& page, std::size_t i) {
  return i + 1 < page.lines.size() && may_be_headline(page, i) && page.lines[i + 1].prose() &&
         page.cues[i + 1].cue == Cue::none;
}

}  // namespace

void drop_teasers(const Page& page, std::vector<bool>& core) {
  constexpr std::size_t fewest = 2;  // pairs
  bool any_text = false;
  for (std::size_t i = 0; i < core.size(); ++i) {
    any_text |= core[i];
    if (!any_text || page.cues[i].cue != Cue::section_label) continue;
    std::size_t last = i + 1;
    while (is_pair(page, last)) last += 2;
    if (last <= i + 2 * fewest) continue;
    for (std::size_t k = i + 1; k < last; ++k) core[k] = false;
    i = last - 1;
  }
}

}  // namespace dateline::segment
