// Private to src/merge: sister articles. An undated article that shares a sentence or quotation
// with dated ones is of their day, give or take one; its events are re-anchored on that before they
// are compared with others.
#pragma once

#include <functional>
#include <string_view>

#include "merge/records/articles.h"

namespace dateline::merge {

// Dates what it can, and the records of the events in it. `date_of_words` as in Options.
void date_by_sisters(Articles& articles,
                     const std::function<Date(std::string_view, Day)>& date_of_words);

}  // namespace dateline::merge
