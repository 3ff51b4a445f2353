// The line that a reader wants: the sentence without the adverb that joins it to the one before, without the tail that
// says who said so, and without its full stop. Always one slice of the text.
#include <algorithm>

#include "extract/facts.h"

namespace dateline::extract {
namespace {

// Behind "However," and "Meanwhile,".
Index start_of(const Sentence& sentence) {
  Index first = 0;
  while (first < size_of(sentence.units) && (unit_at(sentence, first).tag == Tag::quote ||
                                             unit_at(sentence, first).tag == Tag::comma)) {
    ++first;
  }
  if (first + 1 < size_of(sentence.units) && unit_at(sentence, first).tag == Tag::adverb &&
      unit_at(sentence, first).timex == none && unit_at(sentence, first + 1).tag == Tag::comma) {
    return first + 2;
  }
  return first;
}

// Before ", officials said on Monday." at the end.
Index end_of(const Sentence& sentence, const Candidate& candidate) {
  Index last = size_of(sentence.units);
  const Index verb = candidate.verb;
  const Index speech = verb == none ? none : chunk_at(sentence, verb).speech;
  if (speech != none && speech > verb) {
    const Chunk& frame = chunk_at(sentence, speech);
    Index start = frame.first;
    if (frame.subject != none) start = std::min(start, chunk_at(sentence, frame.subject).first);
    if (start > candidate.last) last = start;
  }
  while (last > 1) {
    const Tag tag = unit_at(sentence, last - 1).tag;
    if (tag != Tag::stop && tag != Tag::comma && tag != Tag::quote) break;
    --last;
  }
  return last;
}

}  // namespace

Span summary_of(const Context& context, const Sentence& sentence, const Candidate& candidate) {
  Index first = start_of(sentence);
  const Index last = end_of(sentence, candidate);
  if (first >= last) first = 0;
  if (candidate.first < first) first = 0;
  return context.span(sentence, first, std::max(last, first + 1));
}

}  // namespace dateline::extract
