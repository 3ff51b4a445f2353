#include "segment/segment.h"
namespace dateline::segment {
void Corpus::add(const Document&) { ++documents_; }
void Corpus::merge(const Corpus& other) { documents_ += other.documents_; }
std::uint32_t Corpus::documents_with(std::string_view) const { return 1; }
struct Segmenter::Impl {};
Segmenter::Segmenter(const Rules&, const time::Tagger&, Problems&, std::string_view) {}
Segmenter::~Segmenter() = default;
Layout Segmenter::segment(const Document&, const rules::Reading&, const Corpus&, const Options&) const { return {}; }
void Segmenter::check_examples(Problems&) const {}
}  // namespace dateline::segment
