// HTML into a Document: text block by block with what the tags say of each, and the metadata of the
// page.
//
//   bytes ──► charset ──► libxml2's SAX parser ──► PageText (lines, TagEvidence)
//                                              └─► PageMetadata (JSON-LD, Open Graph, <time> ...)
#pragma once

#include <string>
#include <string_view>

#include "dateline/document.h"
#include "dateline/problem.h"

namespace dateline::read {

[[nodiscard]] bool is_html(std::string_view bytes, std::string_view name);

// Fills text, tags, encoding and metadata; the name stays as it is. `bytes` is used up.
void read_html(std::string& bytes, const std::string& path, Document& document, Problems& problems);

}  // namespace dateline::read
