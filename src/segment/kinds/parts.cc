#include "segment/kinds/parts.h"

namespace dateline::segment {

namespace {

template <class Value>
std::vector<Value> slice(const std::vector<Value>& values, std::size_t first, std::size_t last) {
  if (values.empty()) return {};
  return {values.begin() + static_cast<std::ptrdiff_t>(first),
          values.begin() + static_cast<std::ptrdiff_t>(last)};
}

}  // namespace

std::vector<std::size_t> find_parts(const Page& page) {
  std::vector<std::size_t> first;
  for (const Head& head : page.heads) first.push_back(head.headline);
  if (first.empty()) return {0};
  first.front() = 0;
  return first;
}

Page part_of(const Page& page, std::size_t first, std::size_t last) {
  const LineFacts& facts = page.facts;
  Page part{slice(page.lines, first, last),
            slice(page.cues, first, last),
            {slice(facts.cue, first, last), slice(facts.other_dumps, first, last),
             slice(facts.tags, first, last), slice(facts.said, first, last),
             slice(facts.make, first, last)},
            {}};
  for (const Head& head : page.heads) {
    if (head.headline >= first && head.headline < last)
      part.heads.push_back({head.headline - first, head.text - first});
  }
  return part;
}

}  // namespace dateline::segment
