// Runs the examples of the event rules: "Rebels seized Hama -> assault/seize: Rebels > Hama |
// planned".
#pragma once

#include "extract/lexicon/lexicon.h"

namespace dateline::extract {

void check_examples(const Rules& rules, const Lexicon& lexicon, const rules::Area& area,
                    Problems& problems);

}  // namespace dateline::extract
