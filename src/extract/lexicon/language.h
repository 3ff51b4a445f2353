// Private to src/extract: is a text in the language of the rules?
#pragma once

#include "dateline/article.h"
#include "extract/lexicon/lexicon.h"
#include "rules/rules.h"

namespace dateline::extract {

// Judged by the small words of its core (articles, pronouns, prepositions, conjunctions, forms of
// "be", "have" and "do"): of running English they are two words of five, of other languages hardly
// one of ten. Where they are few, as in briefs, most of the words must be known to the lexicon. A
// text of a few words is given the benefit of the doubt.
[[nodiscard]] bool is_in_language(const rules::Reading& reading, const Lexicon& lexicon,
                                  const Layout& layout, const Article& article);

}  // namespace dateline::extract
