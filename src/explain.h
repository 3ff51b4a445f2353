// --explain: for every field of an event, the rule and the characters it came from.
#pragma once

#include <cstdint>

#include "dateline/event.h"
#include "dateline/rules.h"
#include "stages.h"

namespace dateline {

// Adds explanations to the evidence of every event that was found in this article.
void explain(const Work& work, std::uint32_t article, const Rules& rules, Extraction& extraction);

}  // namespace dateline
