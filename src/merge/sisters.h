// Private to src/merge: sister articles. An undated article that shares a sentence or quotation with dated ones is of
// their day, give or take one; its events are re-anchored on that before they are compared with others.
#pragma once

#include <cstdint>
#include <vector>

#include "merge/articles.h"

namespace dateline::merge {

// Returns the articles that got a date.
std::vector<std::uint32_t> date_by_sisters(Articles& articles);

// What an event of an article is dated to, now that the article has a date; `published` may be a few days wide.
[[nodiscard]] Date anchored(const EventView& event, const Date& published);

}  // namespace dateline::merge
