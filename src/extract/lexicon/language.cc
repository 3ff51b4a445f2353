// See language.h.
#include "extract/lexicon/language.h"

#include <algorithm>

namespace dateline::extract {
namespace {

constexpr std::uint32_t least_words = 25;
constexpr std::uint32_t most_words = 400;  // of which any text shows its language
constexpr std::uint32_t least_percent = 15;
// Briefs and results do with few small words, but the lexicon knows their verbs and nouns.
constexpr std::uint32_t least_known_percent = 40;

constexpr ClassBits small_words() {
  ClassBits bits = 0;
  for (const WordClass one :
       {WordClass::determiner, WordClass::pronoun, WordClass::preposition, WordClass::conjunction,
        WordClass::subordinator, WordClass::relative, WordClass::to, WordClass::be, WordClass::have,
        WordClass::do_verb, WordClass::negation, WordClass::of, WordClass::that})
    bits |= ClassBits{1} << static_cast<unsigned>(one);
  return bits;
}

struct Count {
  std::uint32_t words = 0, small = 0;
  std::uint32_t known = 0;   // to the lexicon
  std::uint32_t enough = 0;  // small words that settle it, however many words follow
};

void count(const rules::Reading& reading, const Lexicon& lexicon, Span span, Count& counted) {
  const text::Tokens& tokens = reading.tokens;
  const auto first = std::lower_bound(tokens.begin.begin(), tokens.begin.end(), span.begin);
  for (auto i = static_cast<std::uint32_t>(first - tokens.begin.begin());
       i < tokens.size() && tokens.end[i] <= span.end && counted.words < most_words &&
       counted.small < counted.enough;
       ++i) {
    if (!tokens.has(i, text::is_word)) continue;
    ++counted.words;
    const FormId form = lexicon.find(tokens.hash[i], tokens.end[i] - tokens.begin[i]);
    counted.small += (lexicon.word(form).classes & small_words()) != 0;
    counted.known += form != 0;
  }
}

}  // namespace

bool is_in_language(const rules::Reading& reading, const Lexicon& lexicon, const Layout& layout,
                    const Article& article) {
  Count counted;
  counted.enough = (std::min(most_words, reading.tokens.size()) * least_percent + 99) / 100;
  for (const std::uint32_t index : article.blocks) {
    const Block& block = layout.blocks[index];
    if (is_core(block.kind) && block.kind != BlockKind::title)
      count(reading, lexicon, block.span, counted);
  }
  return counted.words < least_words || counted.small * 100 >= counted.words * least_percent ||
         counted.known * 100 >= counted.words * least_known_percent;
}

}  // namespace dateline::extract
