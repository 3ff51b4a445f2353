// Is a form that may be past or participle a participle that only describes ("forces backed by"),
// because of what stands before it or because it has no object?
#include "extract/sentence/linker.h"

namespace dateline::extract {

// "forces backed by", "man arrested in Paris said": a form that may be past or participle, after a
// phrase that is an object already or whose clause has another finite verb to come.
bool Linker::reduced_relative(Index i) const {
  const Chunk& verb = chunk(i);
  if (verb.last - verb.first != 1 || verb.passive || verb.present) return false;
  const Word& word = head_word(i);
  const bool unknown = word.verb == 0;
  if (!unknown && (word.verb_forms & participle_form) == 0) return false;
  if (is_suffered(i) || is_held(i)) return true;
  const Index left = before(i);
  if (kind(left) == ChunkKind::noun_phrase && head_word(left).is(WordClass::subject_pronoun))
    return false;                            // "the man they arrested"
  if (kind(left) == ChunkKind::conjunction)  // "had them hunted down and shot"
    return is_behind_participle() &&
           (is_accused(i) || (needs_object(word) && !has_object_behind(i)));
  if (kind(left) == ChunkKind::relative) return false;
  if (awaits_verb() && !finite_ahead(i)) return false;
  if (is_accused(i)) return true;
  const ChunkKind right = kind(after(i));
  const bool by = right == ChunkKind::preposition && head_word(after(i)).is(WordClass::by);
  if (kind(left) == ChunkKind::comma) {
    // "Jonas Brandt, shot in the chest by a guard, died"
    const bool done_to_him = agent_behind(context_, sentence_, i) != none && !has_object_behind(i);
    return by || done_to_him || (pending_ == none && right == ChunkKind::preposition);
  }
  if (kind(left) != ChunkKind::noun_phrase && kind(left) != ChunkKind::time) return by;
  if (by) return true;
  if (right == ChunkKind::noun_phrase || right == ChunkKind::relative) return false;
  if (sentence_.headline && !finite_ahead(i) &&
      (last_verb_ == none || head_word(last_verb_).is(WordClass::speech))) {
    return transitive(word) ||
           tells(word, EventType::assault);  // "Resident arrested for planning": a headline drops
                                             // its auxiliary
  }
  if (pending_object_ != none && kind(before(left)) == ChunkKind::conjunction &&
      chunk(left).leader == none)
    return false;  // "attacked from the north and troops fled"
  if (pending_object_ != none && !head_word(pending_object_).is(WordClass::speech)) return true;
  if (chunk(left).preposition != none && pending_ == none) return true;
  return relative_ == none && finite_ahead(i) && transitive(word);
}

// "the general, ousted in a coup, fled", "man arrested in Paris": a deed that needs an object, and
// has none, was done to its subject.
bool Linker::is_suffered(Index i) const {
  const bool dead = chunk(i).last < size_of(sentence_.units) &&
                    context_.word(unit_at(sentence_, chunk(i).last)).is(WordClass::dead);
  if (!(head_word(i).is(WordClass::suffered) || dead) || has_object_behind(i)) return false;
  if (head_word(i).is(WordClass::speech) && kind(after(i)) != ChunkKind::other)
    return false;  // "found guilty", but "the court found"
  const Index left = before(i);
  const Index right = after(i);
  if (head_word(i).is(WordClass::denial) && kind(left) == ChunkKind::noun_phrase &&
      kind(right) == ChunkKind::preposition && head_word(right).is(WordClass::meanwhile))
    return false;  // "dismissed as lies reports that"
  switch (kind(left)) {
    case ChunkKind::relative:
      return false;
    case ChunkKind::conjunction:
      return is_behind_participle();
    case ChunkKind::noun_phrase:
      // "whom police arrested", "in May they arrested"
      return !(relative_ != none && pending_ != none) &&
             !head_word(left).is(WordClass::subject_pronoun);
    default:
      // "whom the king, Carl, praised"
      return !(kind(left) == ChunkKind::comma && relative_ != none && pending_ != none);
  }
}

// "a priest held hostage by a gang"
bool Linker::is_held(Index i) const {
  const Index what = after(i);
  if (kind(what) != ChunkKind::noun_phrase || !head_word(what).is(WordClass::captive) ||
      chunk(what).last - chunk(what).first != 1)
    return false;
  const Index behind = after(what);
  return kind(before(i)) == ChunkKind::noun_phrase && kind(behind) != ChunkKind::noun_phrase &&
         pending_object_ == none && !(relative_ != none && pending_ != none);
}

// "a man tried in May and jailed", "monks being beaten and jailed"
bool Linker::is_behind_participle() const {
  if (last_verb_ == none || chunk(last_verb_).finite) return false;
  const Chunk& last = chunk(last_verb_);
  return last.participle || (last.gerund && last.passive);
}

// An object, right behind the verb or behind its time and place: "arrested on Monday a baker".
bool Linker::has_object_behind(Index i) const {
  Index j = after(i);
  if (is_each_other(sentence_, i + 1)) return true;
  while (kind(j) == ChunkKind::time || kind(j) == ChunkKind::other ||
         kind(j) == ChunkKind::preposition) {
    if (kind(j) == ChunkKind::preposition && kind(j + 1) == ChunkKind::noun_phrase) ++j;
    j = after(j);
  }
  if (kind(j) == ChunkKind::comma && kind(after(j)) == ChunkKind::preposition) {
    const Index closing = after_prepositions(after(j));  // "killed, by his account, nine"
    if (kind(closing) == ChunkKind::comma) j = after(closing);
    if (kind(j) == ChunkKind::noun_phrase)
      return kind(after_prepositions(after(last_member(j)))) != ChunkKind::verb_group;
  }
  if (kind(j) == ChunkKind::noun_phrase) return true;
  // "killed and wounded nine"
  const Index joined = after(j);
  return kind(j) == ChunkKind::conjunction && kind(joined) == ChunkKind::verb_group &&
         kind(after(joined)) == ChunkKind::noun_phrase;
}

// "men accused of killing a priest", "a colonel alleged to have bombed": active, such a verb has an
// object.
bool Linker::is_accused(Index i) const {
  if (!head_word(i).is(WordClass::alleging) && !tells(head_word(i), EventType::accuse))
    return false;
  Index next = after(i);
  if (kind(next) == ChunkKind::preposition && head_word(next).is(WordClass::by))
    next = after_prepositions(next);  // "accused by the king of"
  if (kind(next) == ChunkKind::preposition)
    return leads_to_deed(head_word(next)) || leads_to_harm(next);
  return kind(next) == ChunkKind::verb_group && chunk(next).infinitive &&
         head_word(next).verb != 0 && chunk(next).perfect;
}

// "charged in the death of a teenager"
bool Linker::leads_to_harm(Index preposition) const {
  const Index phrase = after(preposition);
  return head_word(preposition).is(WordClass::locative) && kind(phrase) == ChunkKind::noun_phrase &&
         (head_word(phrase).is(WordClass::dead) || head_word(phrase).tells_event);
}

}  // namespace dateline::extract
