#include "segment/page.h"

#include <algorithm>

namespace dateline::segment {

namespace {

constexpr std::uint32_t retellings = 2;     // other dumps
constexpr std::uint32_t least_retold = 16;  // words

// Both are sorted: each line gets the evidence of the stretch that it begins in.
void read_markup(const Document& document, const rules::Reading& reading, const Cues& cues,
                 Page& page) {
  rules::Reading scratch;
  scratch.memory = reading.memory;
  page.facts.tags.assign(page.lines.size(), nullptr);
  page.facts.said.assign(page.lines.size(), 0);
  std::size_t t = 0;
  const std::string* classes = nullptr;
  std::uint16_t said = 0;
  for (std::size_t i = 0; i < page.lines.size(); ++i) {
    const std::uint32_t begin = page.lines[i].span.begin;
    while (t < document.tags.size() && document.tags[t].span.end <= begin) ++t;
    if (t == document.tags.size()) return;
    const TagEvidence& tag = document.tags[t];
    if (tag.span.begin > begin) continue;
    if (classes == nullptr || *classes != tag.classes) said = cues.said(tag.classes, scratch);
    classes = &tag.classes;
    page.facts.tags[i] = &tag;
    page.facts.said[i] = said;
  }
}

}  // namespace

Page read_page(const Document& document, const rules::Reading& reading, const Cues& cues,
               const Corpus& corpus) {
  Page page;
  page.lines = split_lines(reading, cues.masks());
  page.cues = cues.find(reading, page.lines);
  page.facts.cue.reserve(page.lines.size());
  page.facts.other_dumps.assign(page.lines.size(), 0);
  for (const LineCue& cue : page.cues) page.facts.cue.push_back(static_cast<std::uint8_t>(cue.cue));
  if (!document.tags.empty()) read_markup(document, reading, cues, page);
  if (corpus.documents() < 2) return page;
  std::vector<std::uint64_t> hashes;
  hashes.reserve(page.lines.size());
  for (const Line& line : page.lines) {
    hashes.push_back(line_hash(line.span.of(document.text)));
    corpus.prefetch(hashes.back());
  }
  const std::uint32_t copies = corpus.copies_of(document);
  for (std::size_t i = 0; i < page.lines.size(); ++i) {
    // Near-copies of this page are no other dumps.
    std::uint32_t others = corpus.documents_with(hashes[i]) - 1;
    others -= std::min(others, copies);
    // A sentence of some length that stands in one or two other dumps is rather news told again
    // than furniture.
    const bool told_again =
        others <= retellings && page.lines[i].prose() && page.lines[i].words >= least_retold;
    if (told_again) others = 0;
    page.facts.other_dumps[i] = static_cast<std::uint8_t>(std::min(others, 255U));
  }
  return page;
}

Page read_whole(const rules::Reading& reading, const Cues& cues) {
  Page page;
  page.lines = split_lines(reading, cues.masks());
  page.cues.resize(page.lines.size());
  if (!page.lines.empty()) page.cues[0] = cues.of(reading, page.lines[0]);
  return page;
}

}  // namespace dateline::segment
