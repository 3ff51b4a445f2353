// Names that the user gives and only the program's parts know: of fields, of types and modes.
#pragma once

#include "dateline/pipeline.h"
#include "dateline/rules.h"

namespace dateline {

// An error for each name of --field and --type that there is not.
void check_names(const RunOptions& options, const Rules& rules, Problems& problems);

}  // namespace dateline
