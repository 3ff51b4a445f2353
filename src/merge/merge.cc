#include "merge/merge.h"
namespace dateline::merge {
Chronology merge(std::vector<Extraction>, const Options&) { return {}; }
}  // namespace dateline::merge
