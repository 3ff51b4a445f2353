#include "segment/kinds/teasers.h"

#include <algorithm>

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

// A long headline of a list: no bullet, no end of a sentence.
bool is_long_headline(const Page& page, std::size_t i) {
  constexpr std::uint32_t shortest = 8, longest = 40;  // words
  const Line& line = page.lines[i];
  return line.words >= shortest && line.words <= longest && line.start != LineStart::bullet &&
         line.start != LineStart::number &&
         (line.end <= LineEnd::number || line.end == LineEnd::ellipsis);
}

}  // namespace

void drop_headline_lists(const Page& page, std::vector<bool>& core) {
  constexpr std::size_t fewest = 12;      // lines
  constexpr std::size_t most_others = 1;  // lines in a row that are none
  std::size_t first = 0, headlines = 0, others = 0;
  for (std::size_t i = 0; i <= core.size(); ++i) {
    const bool one = i < core.size() && is_long_headline(page, i);
    others = one ? 0 : others + 1;
    if (one && headlines++ == 0) first = i;
    if (others <= most_others && i < core.size()) continue;
    if (headlines >= fewest)
      std::fill(core.begin() + static_cast<std::ptrdiff_t>(first),
                core.begin() + static_cast<std::ptrdiff_t>(i + 1 - others), false);
    headlines = 0;
  }
}

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
