// What takes a deed back: denial, what someone claims or foiled, and what nearly was.
#include <algorithm>

#include "extract/events/judge.h"

namespace dateline::extract {

// "wrongly reported that", "was falsely accused of"
bool Judge::is_said_untruly(const Chunk& verb) const {
  const bool reported = verb.clause == ClauseKind::complement || is_alleged(candidate_.verb);
  const Index frame = verb.speech != none ? verb.speech : reported ? verb.parent : none;
  if (frame == none) return false;
  for (Index u = std::max<Index>(at(frame).first - 1, 0); u < at(frame).last; ++u) {
    if (word(u).is(WordClass::untruly)) return true;
  }
  return false;
}

// "wished she had arrested", "anyone who attacks": told of, by nobody done.
bool Judge::is_supposed(const Chunk& verb) const {
  if (verb.clause == ClauseKind::complement)
    return verb.parent != none && head(verb.parent).is(WordClass::supposing);
  return verb.clause == ClauseKind::relative && verb.present && !verb.perfect &&
         !verb.progressive && verb.subject != none &&
         word(at(verb.subject).first).is(WordClass::supposing);
}

// "vowed to have them [shot]": as far ahead as what rules it.
bool Judge::is_had_done(const Chunk& verb) const {
  return verb.participle && !verb.finite && verb.parent != none &&
         unit_at(sentence_, at(verb.parent).head).tag == Tag::have && at(verb.parent).infinitive;
}

// "pleaded not guilty to killing", "denied charges of killing"
bool Judge::is_plea(const Chunk& verb) const {
  if (!verb.gerund || verb.parent == none) return false;
  const Word& parent = head(verb.parent);
  return (parent.is(WordClass::claim) && at(verb.parent).negated) ||
         (parent.is(WordClass::denial) && !at(verb.parent).negated);
}

// "denied reports that rebels fled", "reports that rebels fled are untrue"
bool Judge::is_denied_content(const Chunk& verb) const {
  if (verb.content == none) return false;
  for (Index i = verb.content - 1; i >= 0 && at(i).kind != ChunkKind::stop; --i) {
    if (at(i).kind != ChunkKind::verb_group) continue;
    if (head(i).is(WordClass::claim) && at(i).negated) return true;  // "pleaded not guilty to"
    const bool rejects = at(i).object == verb.content || at(i).object == none;  // "as a lie"
    if (rejects && !at(i).passive && head(i).is(WordClass::denial)) return !at(i).negated;
    break;
  }
  return untrue_word(verb.content) != none;
}

// "[false]" of "reports that rebels fled are false": the unit in the predicate of the phrase.
Index Judge::untrue_word(Index told) const {
  const Index last = size_of(sentence_.chunks);
  Index i = told + 1;
  while (i < last && !(at(i).kind == ChunkKind::verb_group && at(i).finite &&
                       at(i).clause != ClauseKind::relative && at(i).subject == told))
    ++i;
  if (i >= last || at(i).negated) return none;
  if (at(i).passive && head(i).is(WordClass::denial)) return at(i).head;
  const Index first = at(i).first;
  do ++i;
  while (i < last && !ends_predicate(at(i)));
  const Index end = i < last ? at(i).first : size_of(sentence_.units);
  for (Index u = first; u < end; ++u) {
    if (context_.word(unit_at(sentence_, u)).is(WordClass::untrue)) return u;
  }
  return none;
}

bool Judge::ends_predicate(const Chunk& chunk) {
  switch (chunk.kind) {
    case ChunkKind::noun_phrase:
    case ChunkKind::preposition:
    case ChunkKind::time:
    case ChunkKind::quote:
    case ChunkKind::other:
      return false;
    case ChunkKind::verb_group:
      return !chunk.infinitive;  // "proved to be"
    default:
      return true;
  }
}

// "was due to be", "was unable to": what stands between the two verbs plans, or fails.
bool Judge::stands_between(Index parent, Index child, WordClass cls) const {
  const Tag ruling = unit_at(sentence_, at(parent).head).tag;
  const bool any = cls == WordClass::planned;  // "stood ready to", "looks set to"
  if (ruling != Tag::be && ruling != Tag::have && !any) return false;  // "has yet to"
  const Index next = at(parent).head + 1;
  return next + 1 == at(child).first && context_.word(unit_at(sentence_, next)).is(cls);
}

// "came close to firing", "without firing", "almost fired"
bool Judge::is_missed(Index i) const {
  const Chunk& verb = at(i);
  if (verb.head > 0 && unit_at(sentence_, verb.head - 1).tag == Tag::adverb &&
      word(verb.head - 1).is(WordClass::missed))
    return true;
  if (!verb.gerund || verb.finite || verb.first < 1) return false;
  const Word& left = word(verb.first - 1);
  if (left.is(WordClass::preposition) && left.is(WordClass::negation)) return true;
  return verb.first > 1 && word(verb.first - 2).is(WordClass::missed);
}

// What was prevented did not happen; what someone would prevent may.
void Judge::foiled(const Chunk& by) {
  if (by.infinitive || by.progressive || by.conditional || by.future || by.would || by.must)
    would_ = true;
  else
    missed_ = missed_ || !by.negated;
}

// "foiled a plot to", "stopped them from leaving"
bool Judge::is_foiled(Index i) const {
  const Chunk& verb = at(i);
  if (verb.parent == none || !head(verb.parent).is(WordClass::foiling)) return false;
  const Chunk& parent = at(verb.parent);
  const Index scheme = parent.passive ? parent.subject : parent.object;
  if (verb.clause == ClauseKind::infinitive)
    return scheme != none && head(scheme).is(WordClass::prospect);
  return verb.clause == ClauseKind::participial && verb.gerund &&
         at(i - 1).kind == ChunkKind::preposition && head(i - 1).is(WordClass::for_deed);
}

// "whether to strike", "whether it will strike"
bool Judge::is_ahead(const Chunk& verb) const {
  return verb.clause == ClauseKind::infinitive || planned_ || would_;
}

// "the idea of bombing", "talked about bombing"
bool Judge::is_idea(Index i) const {
  if (!at(i).gerund || at(i).finite || i < 2 || at(i - 1).kind != ChunkKind::preposition)
    return false;
  const Word& preposition = head(i - 1);
  if (preposition.is(WordClass::prospect)) return true;
  return preposition.is(WordClass::of) && at(i - 2).kind == ChunkKind::noun_phrase &&
         head(i - 2).is(WordClass::prospect);
}

// "claimed responsibility for the attack"
bool Judge::is_boast(const Chunk& verb) const {
  const EventRule& rule = context_.lexicon.event_rules()[candidate_.rule];
  return candidate_.type == EventType::assault && rule.mode == "strike" &&
         context_.word(unit_at(sentence_, verb.head)).is(WordClass::claim) &&
         candidate_.last > verb.head + 1;
}

// "claimed no responsibility", "found him not guilty"
bool Judge::names_none() const {
  for (Index u = candidate_.first; u + 1 < candidate_.last; ++u) {
    const Tag next = unit_at(sentence_, u + 1).tag;
    if (unit_at(sentence_, u).tag == Tag::negation && next == Tag::adjective) return true;
    if (word(u).is(WordClass::negation) && word(u).is(WordClass::determiner) &&
        (next == Tag::noun || next == Tag::adjective))
      return true;
  }
  return false;
}

// "could not confirm that", "declined to say that", "must prove that", "no evidence that"
bool Judge::is_doubted(const Chunk& verb) const {
  if (verb.content != none && is_unfounded(verb.content)) return true;
  if (verb.clause != ClauseKind::complement || verb.parent == none) return false;
  Index i = verb.parent;
  if (verb.speaker == none && is_hearsay(i)) return true;
  const bool alleges = head(i).is(WordClass::alleging) || head(i).is(WordClass::claim);
  if (alleges && at(i).passive) return true;                        // "it is alleged that"
  if (head(i).is(WordClass::denial) && at(i).negated) return true;  // "did not deny that"
  if (!head(i).is(WordClass::unsure)) return false;
  for (int depth = 0; i != none && depth < 4; ++depth) {
    const Chunk& frame = at(i);
    if (frame.negated || nobody(frame) || frame.must || frame.future || frame.conditional)
      return true;  // "must prove that"
    if (depth > 0 && (head(i).is(WordClass::failed) || head(i).is(WordClass::ongoing))) return true;
    const Index outer = at(i).clause == ClauseKind::infinitive ? at(i).parent : none;
    if (outer != none && stands_between(outer, i, WordClass::failed)) return true;
    i = outer;
  }
  return false;
}

// "no evidence that", "no one produced evidence that", "has not seen proof that"
bool Judge::is_unfounded(Index content) const {
  if (word(at(content).first).is(WordClass::negation)) return true;
  const Index holder = content - 1;
  return holder >= 0 && at(holder).kind == ChunkKind::verb_group && at(holder).object == content &&
         (at(holder).negated || is_nobody(at(holder).subject));
}

// "No one was hurt", "neither side agreed", "killed no one"
bool Judge::nobody(const Chunk& verb) const {
  const Index object = verb.passive ? none : verb.object;
  const bool joined = object != none && at(object - 1).kind == ChunkKind::conjunction;
  return (is_nobody(object) && !joined) || is_nobody(verb.subject) ||
         (verb.passive && is_nobody(candidate_.source));
}

// "no soldier", "nobody", "none of them", "members of neither party", "not all", "few of them".
bool Judge::is_nobody(Index phrase) const {
  if (phrase == none) return false;
  const Index first = at(phrase).first;
  const bool denied = first > 0 && unit_at(sentence_, first - 1).tag == Tag::negation &&
                      (phrase == 0 || at(phrase - 1).last < first);
  const Index of = at(phrase).of;
  const bool barely = first > 0 && word(first - 1).is(WordClass::scant) &&
                      word(first).is(WordClass::supposing);  // "barely anyone"
  return denied || barely || is_empty(first) || word(first).is(WordClass::scant) ||
         (of != none && is_empty(at(of).first));
}

// "No fewer than nine" are some.
bool Judge::is_empty(Index first) const {
  return word(first).is(WordClass::negation) &&
         (first + 1 >= size_of(sentence_.units) || !word(first + 1).is(WordClass::connecting));
}

}  // namespace dateline::extract
