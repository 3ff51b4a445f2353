// Private to src/merge: what of the chronology was asked for.
#pragma once

#include "merge/merge.h"

namespace dateline::merge {

// Does an entry of that date pass --since, --before and --background?
[[nodiscard]] bool is_wanted(const Date& date, bool is_background, const Options& options);
// Does the entry pass --type, --actor, --place and --min-sources?
[[nodiscard]] bool is_wanted(const Event& event, const Options& options);
[[nodiscard]] bool is_wanted(Day day, const Options& options);
// Did the options ask for some entries only, so that days without one are left out too?
[[nodiscard]] bool narrows(const Options& options);

// --top: keeps the `top` most salient entries; ties go to the earlier in order.
void keep_top(Chronology& chronology, std::uint32_t top);

}  // namespace dateline::merge
