#include "time/time.h"
namespace dateline::time {
struct Tagger::Impl {};
Tagger::Tagger(const Rules&, Problems&, std::string_view) {}
Tagger::~Tagger() = default;
void Tagger::find(const rules::Reading&, text::TokenRange, const Context&, Memory&, std::vector<Timex>&) const {}
bool Tagger::is_narrative(const rules::Reading&, text::TokenRange) const { return false; }
void Tagger::check_examples(Problems&) const {}
}  // namespace dateline::time
