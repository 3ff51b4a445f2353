// Private to src/merge: sister articles. An undated article that shares a sentence or quotation with dated ones is of
// their day, give or take one; its events are re-anchored on that before they are compared with others.
#pragma once

#include "merge/articles.h"

namespace dateline::merge {

void date_by_sisters(Articles& articles);

// Gives dates to what could not be resolved without the publication date; `published` may be a few days wide.
void anchor_events(Extraction& extraction, const Date& published);

}  // namespace dateline::merge
