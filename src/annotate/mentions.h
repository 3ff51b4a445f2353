// From drafts to mentions: labels, ids, roles, countries, coordinates, and the reading of governments.
#pragma once

#include <string_view>
#include <vector>

#include "annotate/namer.h"
#include "annotate/toponyms.h"
#include "dateline/mention.h"

namespace dateline::annotate {

[[nodiscard]] std::vector<Mention> make_mentions(const rules::Reading& reading, const Tables& tables, const Toponyms& toponyms,
                                                 const Namer& namer);
// "Dmitry Peskov" -> "dmitry-peskov": letters and digits folded, everything else one hyphen.
[[nodiscard]] std::string slug(std::string_view name);

}  // namespace dateline::annotate
