// "This was untrue.": a sentence that takes back what the one before it reported.
#include "extract/events/candidate.h"

namespace dateline::extract {
namespace {

constexpr Index longest = 12;  // units

// "This", "that", "it", "the report"
bool points_back(const Context& context, const Sentence& sentence, const Chunk& verb) {
  if (verb.first == 1 && context.word(unit_at(sentence, 0)).is(WordClass::that)) return true;
  const Index subject = verb.subject;
  if (subject == none) return false;
  const Word& word = context.word(unit_at(sentence, chunk_at(sentence, subject).head));
  if (word.is(WordClass::content)) return true;
  if (word.is(WordClass::personal) || word.is(WordClass::several)) return false;
  return word.is(WordClass::singular) && word.is(WordClass::determiner)
             ? chunk_at(sentence, subject).last - chunk_at(sentence, subject).first == 1
             : word.is(WordClass::anaphor) && word.is(WordClass::subject_pronoun);
}

}  // namespace

Index retracting_unit(const Context& context, const Sentence& sentence) {
  if (size_of(sentence.units) > longest || sentence.groups.size() != 1) return none;
  const Chunk& verb = chunk_at(sentence, sentence.groups[0]);
  if (!verb.finite || !context.word(unit_at(sentence, verb.head)).is(WordClass::be) ||
      !points_back(context, sentence, verb))
    return none;
  for (Index u = verb.last; u < size_of(sentence.units); ++u) {
    const Word& word = context.word(unit_at(sentence, u));
    if (unit_at(sentence, u).quoted) return none;
    if (word.is(verb.negated ? WordClass::truth : WordClass::untrue)) return u;
  }
  return none;
}

}  // namespace dateline::extract
