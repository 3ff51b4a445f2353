#include "extract/extract.h"
namespace dateline::extract {
struct Extractor::Impl {};
Extractor::Extractor(const Rules&, Problems&, std::string_view) {}
Extractor::~Extractor() = default;
Extraction Extractor::extract(const Document&, const rules::Reading&, const Layout&, std::uint32_t, const Annotations&, const Options&) const { return {}; }
void Extractor::check_examples(Problems&) const {}
}  // namespace dateline::extract
