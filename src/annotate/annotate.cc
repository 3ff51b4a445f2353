#include "annotate/annotate.h"
namespace dateline::annotate {
struct Annotator::Impl {};
Annotator::Annotator(const Rules&, const time::Tagger&, Problems&, std::string_view) {}
Annotator::~Annotator() = default;
Annotations Annotator::annotate(const Document&, const rules::Reading&, const Layout&, std::uint32_t) const { return {}; }
void Annotator::check_examples(Problems&) const {}
}  // namespace dateline::annotate
