// Annotates one article: time expressions first, then names. Entry: Annotator::annotate.
#include "annotate/annotate.h"

#include "annotate/mentions.h"
#include "annotate/names/namer.h"
#include "annotate/timexes.h"
#include "annotate/words/zones.h"

namespace dateline::annotate {

struct Annotator::Impl {
  Impl(const Rules& pack, const time::Tagger& times, std::string_view language, Problems& problems)
      : rules(pack),
        tagger(times),
        words(pack),
        tables(pack),
        ids(pack),
        spelling(words, tables),
        patterns(pack, language, problems),
        toponyms(words) {}
  const Rules& rules;
  const time::Tagger& tagger;
  Words words;
  Tables tables;
  RuleIds ids;
  Spelling spelling;
  Patterns patterns;
  Toponyms toponyms;
};

// The passes hold on to what they were made with: an annotator makes its own.
struct Kept {
  explicit Kept(const Annotator::Impl& annotator)
      : of(&annotator),
        namer(annotator.words, annotator.tables, annotator.ids, annotator.spelling,
              annotator.patterns) {}
  const Annotator::Impl* of;
  std::vector<Zone> zones;
  Namer namer;
  MentionWork mentions;
};

Annotator::Annotator(const Rules& rules, const time::Tagger& tagger, Problems& problems,
                     std::string_view language)
    : impl_(std::make_unique<Impl>(rules, tagger, language, problems)) {}

Annotator::~Annotator() = default;

Annotations Annotator::annotate(const Document&, const rules::Reading& reading,
                                const Layout& layout, std::uint32_t article,
                                Workspace& workspace) const {
  if (workspace == nullptr || workspace->of != impl_.get())
    workspace = std::make_shared<Kept>(*impl_);
  std::vector<Zone>& zones = workspace->zones;
  zones_of(layout, article, reading.tokens, zones);
  Annotations annotations;
  annotations.timexes =
      find_timexes(impl_->tagger, reading, zones, layout.articles[article].published);
  Namer& namer = workspace->namer;
  namer.run(reading, zones);
  annotations.mentions =
      make_mentions(reading, impl_->tables, impl_->toponyms, namer, workspace->mentions);
  return annotations;
}

void Annotator::check_examples(Problems& problems) const {
  impl_->patterns.check_examples(problems);
}

}  // namespace dateline::annotate
