#include "segment/page.h"

#include <algorithm>

namespace dateline::segment {

Page read_page(const Document& document, const rules::Reading& reading, const Cues& cues, const Corpus& corpus) {
  Page page;
  page.lines = split_lines(document.text, reading.tokens, cues.masks(reading));
  page.cues = cues.find(reading, page.lines);
  page.facts.cue.reserve(page.lines.size());
  page.facts.other_dumps.assign(page.lines.size(), 0);
  for (const LineCue& cue : page.cues) page.facts.cue.push_back(static_cast<std::uint8_t>(cue.cue));
  if (corpus.documents() < 2) return page;
  for (std::size_t i = 0; i < page.lines.size(); ++i) {
    const std::uint32_t with = corpus.documents_with(page.lines[i].span.of(document.text));
    page.facts.other_dumps[i] = static_cast<std::uint8_t>(std::min(with - 1, 255U));
  }
  return page;
}

}  // namespace dateline::segment
