// An empty chronology is a valid result, but its reader wants to know why it is empty and which
// flag helps.
#pragma once

#include "dateline/event.h"
#include "dateline/pipeline.h"
#include "dateline/problem.h"

namespace dateline {

// Appends a note where `chronology` has no entry.
void explain_if_empty(const RunOptions& options, const Chronology& chronology, Problems& problems);

}  // namespace dateline
