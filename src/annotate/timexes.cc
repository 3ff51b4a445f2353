// One memory runs through the title, the core blocks and the captions. A caption that states a full
// date of its own keeps it to itself: what the memory held before the caption is restored after it.
#include "annotate/timexes.h"

#include <algorithm>

namespace dateline::annotate {

namespace {

text::TokenRange hull(const std::vector<Zone>& zones) {
  text::TokenRange range;
  for (const Zone& zone : zones) {
    if (!is_core(zone.kind)) continue;
    if (range.empty()) range = zone.tokens;
    range.last = std::max(range.last, zone.tokens.last);
  }
  return range;
}

}  // namespace

std::vector<Timex> find_timexes(const time::Tagger& tagger, const rules::Reading& reading,
                                const std::vector<Zone>& zones, const Published& published) {
  time::Context context;
  const text::TokenRange core = hull(zones);
  context.narrative = !core.empty() && tagger.is_narrative(reading, core);
  time::Memory memory;
  std::vector<Timex> found;
  found.reserve(zones.size() + 4);  // about one a paragraph
  for (const Zone& zone : zones) {
    if (!is_read(zone.kind)) continue;
    const time::Memory before = memory;
    const bool own = zone.published.known();
    context.published = own ? zone.published : published.date;
    context.modified = own ? no_day : published.modified;
    tagger.find(reading, zone.tokens, context, memory, found);
    if (zone.kind == BlockKind::caption) memory = before;
  }
  return found;
}

}  // namespace dateline::annotate
