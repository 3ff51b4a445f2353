// Annotates one article: time expressions first, then names. Entry: Annotator::annotate.
#include "annotate/annotate.h"

#include "annotate/mentions.h"
#include "annotate/namer.h"
#include "annotate/timexes.h"
#include "annotate/zones.h"

namespace dateline::annotate {

struct Annotator::Impl {
  Impl(const Rules& pack, const time::Tagger& times) : rules(pack), tagger(times), words(pack), tables(pack), ids(pack), toponyms(pack) {}
  const Rules& rules;
  const time::Tagger& tagger;
  Words words;
  Tables tables;
  RuleIds ids;
  Toponyms toponyms;
};

Annotator::Annotator(const Rules& rules, const time::Tagger& tagger, Problems&, std::string_view)
    : impl_(std::make_unique<Impl>(rules, tagger)) {}

Annotator::~Annotator() = default;

Annotations Annotator::annotate(const Document&, const rules::Reading& reading, const Layout& layout,
                                std::uint32_t article) const {
  const std::vector<Zone> zones = zones_of(layout, article, reading.tokens);
  Annotations annotations;
  annotations.timexes = find_timexes(impl_->tagger, reading, zones, layout.articles[article].published.date);
  Namer namer(reading, impl_->words, impl_->tables, impl_->ids);
  namer.run(zones);
  annotations.mentions = make_mentions(reading, impl_->tables, impl_->toponyms, namer);
  return annotations;
}

void Annotator::check_examples(Problems&) const {}

}  // namespace dateline::annotate
