// What is told without anyone who vouches for it: hedges ("allegedly"), hearsay ("is believed to
// have", "the court heard that"), trials and investigations.
#include "extract/events/judge.h"

namespace dateline::extract {

// "suspected of killing", "is alleged to have killed", "allegedly killed", "on trial for killing"
bool Judge::is_alleged(Index i) const {
  if (is_hedged(i) || is_held(i)) return true;
  const Chunk& verb = at(i);
  if (verb.clause == ClauseKind::participial) return is_charged(i);
  if (verb.clause != ClauseKind::infinitive || verb.parent == none) return false;
  const Chunk& frame = at(verb.parent);
  if (!frame.passive)  // "seem to have killed"
    return frame.object == none && verb.perfect && verb.speaker == none && is_hearsay(verb.parent);
  return (head(verb.parent).is(WordClass::alleging) && verb.perfect) ||
         (head(verb.parent).is(WordClass::hearsay) && verb.speaker == none &&
          (verb.perfect || verb.progressive));
}

// "Norway's alleged raids"
bool Judge::is_alleged_deed(Index phrase) const {
  for (Index u = at(phrase).first; u < at(phrase).head; ++u) {
    const bool describes = unit_at(sentence_, u).tag == Tag::adjective;
    if (describes && (word(u).is(WordClass::alleging) || word(u).is(WordClass::hedge))) return true;
  }
  return false;
}

// "are feared killed", "is presumed drowned"
bool Judge::is_held(Index i) const {
  const Chunk& verb = at(i);
  if (i < 1 || verb.speaker != none || at(i - 1).kind != ChunkKind::verb_group) return false;
  return at(i - 1).passive && head(i - 1).is(WordClass::hearsay) && verb.last - verb.first == 1 &&
         (head(i).verb_forms & participle_form) != 0;
}

// The gerund behind "accused of", "on trial for", "tried for".
bool Judge::is_charged(Index i) const {
  if (i < 1 || at(i - 1).kind != ChunkKind::preposition || !leads_to_deed(head(i - 1)))
    return false;
  const Index parent = at(i).parent;
  return (parent != none && head(parent).is(WordClass::alleging)) || is_under_trial(i - 2);
}

// "[trial] for", "[tried] for"
bool Judge::is_under_trial(Index i) const {
  while (i > 1 && at(i).kind == ChunkKind::time)
    i -= at(i - 1).kind == ChunkKind::preposition ? 2 : 1;
  // "charges against him of"
  if (i > 1 && at(i).kind == ChunkKind::noun_phrase && at(i).preposition != none &&
      !head(i).is(WordClass::trial))
    i -= 2;
  if (i < 0 || !head(i).is(WordClass::trial)) return false;
  return at(i).kind == ChunkKind::noun_phrase ||
         (at(i).kind == ChunkKind::verb_group && head(i).verb != 0);
}

// "allegedly killed", "was killed, allegedly by", "Reportedly, rebels killed"; who says it vouches
// for it.
bool Judge::is_hedged(Index i) const {
  const Chunk& verb = at(i);
  if (verb.speaker != none) return false;
  for (Index u = verb.first; u < verb.last; ++u) {
    if (is_hedge(u)) return true;
  }
  Index behind = verb.last;
  if (behind < size_of(sentence_.units) && unit_at(sentence_, behind).tag == Tag::comma) ++behind;
  if (verb.passive && is_hedge(behind)) return true;
  if (verb.subject == none) return is_hedge(verb.first - 1);
  return is_hedge(verb.first - 1) || is_hedge(at(verb.subject).first - 1);
}

// Also with a comma behind it; nouns ("rumours") only hedge what is their content.
bool Judge::is_hedge(Index unit) const {
  if (unit > 0 && unit_at(sentence_, unit).tag == Tag::comma) --unit;
  return unit >= 0 && unit < size_of(sentence_.units) && word(unit).is(WordClass::hedge) &&
         !word(unit).is(WordClass::content);
}

// "it is said that", "the court heard that", "suspect that"
bool Judge::is_hearsay(Index frame) const {
  return head(frame).is(WordClass::hearsay) &&
         (at(frame).passive || !head(frame).is(WordClass::speech));
}

// "do not believe that"
bool Judge::is_disbelieved(const Chunk& verb) const {
  return verb.clause == ClauseKind::complement && verb.parent != none && at(verb.parent).negated &&
         head(verb.parent).is(WordClass::believing);
}

}  // namespace dateline::extract
