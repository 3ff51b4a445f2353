// Deeds that something else stands in for: given up, replaced, disowned, not so after all.
#include <algorithm>

#include "extract/events/judge.h"

namespace dateline::extract {

// "instead of arresting", "rather than arrest", "would sooner resign than withdraw"; but "they did
// not fight instead of fleeing".
bool Judge::is_replaced(const Chunk& verb) const {
  if (verb.first < 1 || (verb.parent != none && at(verb.parent).negated)) return false;
  const Word& left = word(verb.first - 1);
  if (verb.gerund && !verb.finite && left.is(WordClass::of))
    return verb.first > 1 && word(verb.first - 2).is(WordClass::replacing);
  return left.is(WordClass::replacing) && left.is(WordClass::preposition) &&
         (verb.gerund || is_bare(verb));
}

bool Judge::is_bare(const Chunk& verb) const {
  const Word& only = word(verb.head);
  return verb.last - verb.first == 1 && (only.verb_forms & base_form) != 0 &&
         (only.verb_forms & past_form) == 0;
}

// "a plan to bomb", "an attempt to kill", "a bill to ban"; but "adopted a resolution to ban"
void Judge::read_scheme(Index i) {
  if (i < 1 || at(i - 1).kind != ChunkKind::noun_phrase ||
      head(at(i).parent).is(WordClass::adopting))
    return;
  const Word& scheme = head(i - 1);
  const bool noun = unit_at(sentence_, at(i - 1).head).tag == Tag::noun;
  const bool idiom = at(i - 1).preposition != none && at(i - 1).last - at(i - 1).first == 1 &&
                     (scheme.noun_forms & plural_form) == 0;  // "in order to"
  const bool planned = noun && !idiom && scheme.is(WordClass::planned);
  const bool sought = scheme.is(WordClass::sought) || scheme.is(WordClass::prospect);
  if (noun && scheme.is(WordClass::ongoing))
    ongoing_ = true;
  else if ((planned || sought) && (is_nobody(i - 1) || head(at(i).parent).is(WordClass::ceasing)))
    missed_ = true;  // "has no plan to", "dropped a plan to"
  else if (planned && sought)
    planned_ = true;
  else if (planned || sought)
    would_ = true;
}

// "the attempted murder", "a failed coup"
bool Judge::is_attempt(Index noun) const {
  return has_adjective(noun, WordClass::failed) || has_adjective(noun, WordClass::ongoing);
}

// "favoured arresting"
bool Judge::is_weighed(const Chunk& verb) const {
  return verb.gerund && !verb.finite && verb.parent != none &&
         head(verb.parent).is(WordClass::weighing) && verb.first == at(verb.parent).last;
}

// "would rather resign"
bool Judge::is_preferred(const Chunk& verb) const {
  if (!verb.would) return false;
  for (Index u = verb.first; u < verb.head; ++u) {
    if (word(u).is(WordClass::replacing)) return true;
  }
  return false;
}

// "was to have met"
bool Judge::is_lapsed(const Chunk& verb) const {
  return verb.future && verb.perfect && !verb.present &&
         unit_at(sentence_, verb.first).tag == Tag::be;
}

// "would admit to having bombed": no part of what would be done.
bool Judge::is_past_gerund(const Chunk& verb) const {
  if (!verb.perfect || verb.last - verb.first < 2) return false;
  const Index having = verb.infinitive ? verb.first + 1 : verb.first;
  const Unit& unit = unit_at(sentence_, having);
  return unit.tag == Tag::have && (context_.word(unit).verb_forms & ing_form) != 0;
}

// "denied killing"
bool Judge::is_disowned(const Chunk& verb) const {
  return verb.gerund && !verb.finite && verb.parent != none &&
         head(verb.parent).is(WordClass::disowning);
}

// "It is not true that", "it is false that"
bool Judge::is_told_untrue(const Chunk& verb) const {
  if (verb.clause != ClauseKind::complement || verb.parent == none ||
      !head(verb.parent).is(WordClass::be))
    return false;
  const Chunk& frame = at(verb.parent);
  for (Index u = frame.last; u < verb.first; ++u) {
    if (word(u).is(WordClass::that)) return false;
    if (word(u).is(WordClass::untrue)) return !frame.negated;
    if (word(u).is(WordClass::truth)) return frame.negated;
  }
  return false;
}

// "A man jailed for killing a priest was exonerated", "wrongly convicted of killing a priest"
bool Judge::is_cleared_of(Index deed) const {
  const bool crime = candidate_.type == EventType::assault || candidate_.type == EventType::crime;
  if (!crime || deed < 2 || at(deed - 1).kind != ChunkKind::preposition ||
      !leads_to_deed(head(deed - 1)))
    return false;
  Index charge = at(deed).kind == ChunkKind::verb_group ? at(deed).parent : none;
  if (charge == none || charge > deed) charge = deed - 2;
  const Index first = at(charge).first;
  if (word(std::max<Index>(first - 1, 0)).is(WordClass::untruly) ||
      word(first).is(WordClass::untruly))
    return true;
  return has_word(WordClass::clearing);
}

bool Judge::has_word(WordClass cls) const {
  for (Index u = 0; u < size_of(sentence_.units); ++u) {
    if (word(u).is(cls)) return true;
  }
  return false;
}

// "charges of rape", "an allegation of torture"
bool Judge::is_alleged_noun(Index noun) const {
  if (noun < 2 || at(noun).preposition == none || at(noun - 1).kind != ChunkKind::preposition ||
      !head(noun - 1).is(WordClass::of) || at(noun - 2).kind != ChunkKind::noun_phrase)
    return false;
  const Word& left = head(noun - 2);
  return left.is(WordClass::content) && (left.is(WordClass::hedge) || left.is(WordClass::trial));
}

// "a planned attack"
bool Judge::has_adjective(Index noun, WordClass cls) const {
  for (Index u = at(noun).first; u < at(noun).head; ++u) {
    if (word(u).is(cls)) return true;
  }
  return false;
}

// A whole clause between quotation marks: someone's words, whoever said them. The mark before it
// must open: of straight ones, it is not glued to what stands before.
bool Judge::is_quoted(const Chunk& verb) const {
  if (verb.kind != ChunkKind::verb_group || !unit_at(sentence_, verb.head).quoted ||
      verb.subject == none || !unit_at(sentence_, at(verb.subject).head).quoted)
    return false;
  Index mark = at(verb.subject).first - 1;
  while (mark > 0 && unit_at(sentence_, mark).tag != Tag::quote) --mark;
  return mark == 0 ||
         (mark > 0 && !context_.reading.tokens.has(unit_at(sentence_, mark).first, text::glued));
}

}  // namespace dateline::extract
