#include "segment/kinds/parts.h"

#include <algorithm>

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
  std::vector<std::size_t> first = {0};
  for (const Head& head : page.heads) {
    if (&head != &page.heads.front() || head.follows_text) first.push_back(head.first);
  }
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
  const auto begin =
      std::lower_bound(page.heads.begin(), page.heads.end(), first,
                       [](const Head& head, std::size_t line) { return head.first < line; });
  for (auto head = begin; head != page.heads.end() && head->first < last; ++head)
    part.heads.push_back({head->first - first, head->text - first, head->follows_text});
  return part;
}

}  // namespace dateline::segment
