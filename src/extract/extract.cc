// The room's door: the lexicon once, then article by article.
#include "extract/extract.h"

#include "extract/article_reader.h"
#include "extract/examples.h"
#include "extract/lexicon/language.h"
#include "extract/lexicon/lexicon.h"

namespace dateline::extract {

struct Extractor::Impl {
  Impl(const Rules& all_rules, Problems& problems, std::string_view language)
      : rules(all_rules),
        lexicon(all_rules, language, problems),
        area(std::string(language) + "/events") {}
  const Rules& rules;
  Lexicon lexicon;
  std::string area;
};

struct Kept {
  ArticleBuffers buffers;
};

Extractor::Extractor(const Rules& rules, Problems& problems, std::string_view language)
    : impl_(std::make_unique<Impl>(rules, problems, language)) {}
Extractor::~Extractor() = default;

Extraction Extractor::extract(const ArticleInput& input, const Options& options,
                              Workspace& workspace) const {
  if (workspace == nullptr) workspace = std::make_shared<Kept>();
  return ArticleReader(impl_->rules, impl_->lexicon, input, options, workspace->buffers).run();
}

bool Extractor::reads(const rules::Reading& reading, const Layout& layout,
                      std::uint32_t article) const {
  return is_in_language(reading, impl_->lexicon, layout, layout.articles[article]);
}

void Extractor::check_examples(Problems& problems) const {
  extract::check_examples(impl_->rules, impl_->lexicon, rules::area(impl_->rules, impl_->area),
                          problems);
}

}  // namespace dateline::extract
