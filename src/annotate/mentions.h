// From drafts to mentions: labels, ids, roles, countries, coordinates.
#pragma once

#include <vector>

#include "annotate/names/namer.h"
#include "annotate/places/toponyms.h"
#include "dateline/mention.h"

namespace dateline::annotate {

// Buffers of make_mentions, reused from article to article.
struct MentionWork {
  std::vector<PlaceMention> places;
  PlaceWork resolving;
};

[[nodiscard]] std::vector<Mention> make_mentions(const rules::Reading& reading,
                                                 const Tables& tables, const Toponyms& toponyms,
                                                 const Namer& namer, MentionWork& work);

}  // namespace dateline::annotate
