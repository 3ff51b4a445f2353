// The chronology as Markdown.
#include "write/write.h"

namespace dateline::write {

std::string markdown(const Chronology&) { return ""; }

}  // namespace dateline::write
