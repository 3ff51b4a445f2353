// Idioms that hold no event ("strike a balance"): their words are no triggers.
#include "extract/events/candidate.h"

namespace dateline::extract {

void block_idioms(const Context& context, Sentence& sentence) {
  const Lexicon& lexicon = context.lexicon;
  for (const Index i : sentence.idioms) {
    const Range blocks = lexicon.blocks(context.word(unit_at(sentence, i)));
    for (std::uint32_t b = blocks.first; b < blocks.last; ++b) {
      if ((lexicon.block_needs(b) & ~sentence.families) != 0) continue;
      const Range& block = lexicon.block(b);
      Index at = i;
      std::uint32_t e = block.first;
      for (; e < block.last && at < size_of(sentence.units); ++e, ++at) {
        if (!lexicon.matches(lexicon.element(e), context.word(unit_at(sentence, at)))) break;
      }
      if (e != block.last) continue;
      for (Index u = i; u < at; ++u) sentence.units[u].blocked = true;
    }
  }
}

}  // namespace dateline::extract
