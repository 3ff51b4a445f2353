// Verbs without a subject of their own: which clause they go on with, and whose deed they tell.
#include <algorithm>

#include "extract/sentence/linker.h"

namespace dateline::extract {

// "and left", "and on Monday left", "and in some cases left", "robbed a bus and on Monday left"
bool Linker::is_joined(Index i) const {
  Index left = before(i);
  if (pending_ == none || (pending_object_ != none && !takes_clause(pending_object_))) {
    while (kind(left) == ChunkKind::time || kind(left) == ChunkKind::preposition ||
           (kind(left) == ChunkKind::noun_phrase && kind(before(left)) == ChunkKind::preposition &&
            pending_ == none))
      left = before(left);
  }
  return kind(left) == ChunkKind::conjunction;
}

// "to resign and leave"
bool Linker::joins_infinitive(Index i) {
  if (!is_joined(i) || last_verb_ == none || !chunk(last_verb_).infinitive || !is_base(i))
    return false;
  Chunk& verb = chunk(i);
  verb.clause = ClauseKind::infinitive;
  verb.subject = chunk(last_verb_).subject;
  verb.parent = chunk(last_verb_).parent;
  verb.finite = false;
  return true;
}

// "have arrested, beaten and killed teachers": "beaten" goes on with "have".
bool Linker::joins_perfect(Index i) {
  Chunk& verb = chunk(i);
  const Index left = before(i);
  const bool one = last_verb_ != none && verb.last - verb.first == 1 &&
                   (kind(left) == ChunkKind::comma || kind(left) == ChunkKind::conjunction);
  if (!one) return false;
  // What may be a past as well goes on with a verb that still waits for its object.
  const bool waits = (head_word(i).verb_forms & participle_form) != 0 &&
                     needs_object(head_word(last_verb_)) && !head_word(i).is(WordClass::speech);
  if (!verb.participle && !waits) return false;
  const Chunk& model = chunk(last_verb_);
  if (!model.perfect || model.passive || !model.finite || model.object != none ||
      before(left) != last_verb_)
    return false;
  verb.participle = false;
  verb.finite = verb.perfect = true;
  verb.present = model.present;
  return true;
}

// "were not, as first reported, shot by police", "was, they say, shot": goes on with the group
// before the aside.
bool Linker::resumes(Index i) {
  constexpr Index longest_insert = 6;
  Chunk& verb = chunk(i);
  if (verb.last - verb.first != 1 || kind(before(i)) != ChunkKind::comma ||
      (head_word(i).verb_forms & participle_form) == 0)
    return false;
  Index comma = before(i) - 1;
  while (comma > 0 && i - comma < longest_insert && kind(comma) != ChunkKind::comma) --comma;
  if (comma < 1 || kind(comma) != ChunkKind::comma || kind(comma - 1) != ChunkKind::verb_group)
    return false;
  const Chunk& start = chunk(comma - 1);
  if (!start.finite || start.passive || start.subject == none ||
      !head_word(comma - 1).is(WordClass::be))
    return false;
  verb.subject = start.subject;
  verb.passive = verb.finite = true;
  verb.participle = false;
  verb.negated = start.negated;
  verb.present = start.present;
  return true;
}

// "seized the town and left"
void Linker::coordinate(Index i) {
  Index twin = is_joined(i) && !is_behind_aside(i) ? last_verb_with_subject(i) : last_main_;
  if (const Index told = verb_before_claim(i, twin); told != none) twin = told;
  chunk(i).clause = ClauseKind::coordinate;
  if (twin == last_main_ && twin != none && lists_harm(i))
    coordinate_with(i, last_verb_);
  else if (twin != none)
    coordinate_with(i, harm_by(i, twin));
  if (is_anybodys(i, twin) || may_be_listed(i)) chunk(i).subject = none;
  if (chunk(i).clause == ClauseKind::coordinate) last_main_ = i;
}

// "shot at officers who chased them and wounded a nurse": harm goes on with harm.
Index Linker::harm_by(Index i, Index twin) const {
  if (!may_be_of_main(i, twin)) return twin;
  return harms(last_main_) && !harms(twin) ? last_main_ : twin;
}

// "freed a man who killed a guard, burned his house and fled": a list of harm, in the clause of the
// one who did it.
bool Linker::lists_harm(Index i) const {
  if (kind(before(i)) != ChunkKind::comma || last_verb_ == none || last_main_ >= last_verb_ ||
      chunk(last_verb_).clause != ClauseKind::relative || !chunk(last_verb_).finite ||
      !harms(last_verb_) || harms(last_main_))
    return false;
  const Range senses = context_.lexicon.senses(head_word(i).verb);
  bool deed = false;
  for (std::uint32_t s = senses.first; s < senses.last; ++s)
    deed = deed || context_.lexicon.sense(s).kind == Sense::Kind::verb;
  if (deed && !harms(i)) return false;
  Index opener = last_verb_ - 1;
  while (opener > 0 && kind(opener) != ChunkKind::relative) --opener;
  return opener > 0 && kind(before(opener)) == ChunkKind::noun_phrase;
}

// "shot a man who had stabbed a nurse, kicked a guard and": his list, or that of who shot him.
bool Linker::may_be_listed(Index i) const {
  return kind(before(i)) == ChunkKind::comma && last_verb_ != none && last_main_ != none &&
         last_main_ < last_verb_ && chunk(last_verb_).clause == ClauseKind::relative &&
         chunk(last_verb_).finite && chunk(i).subject != chunk(last_verb_).subject &&
         chunk(last_verb_).subject != none && harms(i) && harms(last_verb_) && harms(last_main_) &&
         !is_behind_aside(last_verb_ + 1);
}

// "shot officers who beat a man and wounded a nurse": of whom, nobody can tell.
bool Linker::is_anybodys(Index i, Index twin) const {
  const auto counts = [&](Index verb) {  // "killed two and wounded five": one deed
    return head_word(verb).is(WordClass::dead) || head_word(verb).is(WordClass::injured);
  };
  return twin != none && may_be_of_main(i, twin) && harms(last_main_) == harms(twin) &&
         !(counts(i) && counts(twin));
}

// Could the verb go on with the main clause as well as with the relative clause of its object?
bool Linker::may_be_of_main(Index i, Index twin) const {
  if (!is_joined(i) || last_main_ == none || last_main_ >= twin || awaits_verb() || !harms(i))
    return false;
  const Chunk& main = chunk(last_main_);
  const Chunk& relative = chunk(twin);
  return relative.clause == ClauseKind::relative && !relative.subject_shared &&
         main.subject != relative.subject && main.finite && main.passive == relative.passive &&
         main.perfect == relative.perfect && main.present == relative.present &&
         !head_word(last_main_).is(WordClass::speech);
}

bool Linker::harms(Index verb) const {
  return tells(head_word(verb), EventType::assault) || tells(head_word(verb), EventType::crime);
}

void Linker::coordinate_with(Index i, Index twin) {
  Chunk& verb = chunk(i);
  const Chunk& model = chunk(twin);
  if (shares_passive(i, twin)) verb.passive = true;
  verb.subject = model.subject;
  verb.subject_shared = true;
  const Index joint = before(i);  // "neither confirmed nor denied"
  if (kind(joint) == ChunkKind::conjunction && head_word(joint).is(WordClass::negation))
    verb.negated = true;
  verb.parent = twin;
  if (model.clause != ClauseKind::complement && model.clause != ClauseKind::relative) return;
  verb.clause = model.clause;
  verb.speech = model.speech;
  // "whom rebels abducted and beat": the same object
  if (model.clause == ClauseKind::relative && model.object != none && model.object < twin &&
      !verb.passive && kind(after(i)) != ChunkKind::noun_phrase)
    verb.object = model.object;
}

// "cleared Anna Kerr, who had denied it, but jailed her deputy": goes on with the main clause.
bool Linker::is_behind_aside(Index i) const {
  if (last_main_ == none || kind(before(before(i))) != ChunkKind::comma) return false;
  Index j = before(before(i)) - 1;
  for (; j > last_main_ && kind(j) != ChunkKind::relative; --j) {
    if (kind(j) == ChunkKind::verb_group && head_word(j).is(WordClass::speech)) return false;
  }
  return j > last_main_ && kind(before(j)) == ChunkKind::comma;
}

// "had not fled, as some villagers claimed, but had shot a nurse": goes on with the verb before.
Index Linker::verb_before_claim(Index i, Index twin) const {
  if (twin == none || chunk(twin).clause != ClauseKind::adverbial || chunk(twin).parent == none ||
      kind(before(before(i))) != ChunkKind::comma || !head_word(twin).is(WordClass::speech))
    return none;
  Index opener = twin - 1;
  while (opener > 0 && kind(opener) != ChunkKind::subordinator) --opener;
  const Index outer = chunk(twin).parent;
  return kind(before(opener)) == ChunkKind::comma && chunk(outer).subject != none ? outer : none;
}

// "was convicted of fraud and fined", not "was arrested and fled": done to the same one.
bool Linker::shares_passive(Index i, Index twin) const {
  const Chunk& verb = chunk(i);
  if (!is_joined(i) || !chunk(twin).passive || !chunk(twin).finite || verb.passive ||
      verb.present || verb.last - verb.first != 1)
    return false;
  const Word& word = head_word(i);
  const Index next = after(i);
  const bool object = kind(next) == ChunkKind::noun_phrase && chunk(next).preposition == none;
  if ((word.verb_forms & participle_form) == 0 || object) return false;
  if (word.is(WordClass::suffered)) return true;
  return transitive(word) && (tells(word, EventType::accuse) || tells(word, EventType::coerce) ||
                              tells(word, EventType::assault) || tells(word, EventType::crime));
}

// "would be punished and cancelled a trip": a past with an object is under no modal verb.
bool Linker::is_other_tense(Index modal, Index i) const {
  const Chunk& one = chunk(modal);
  const Chunk& verb = chunk(i);
  const Index next = after(i);
  return (one.would || one.future || one.conditional || one.must) && !verb.present &&
         verb.last - verb.first == 1 && (head_word(i).verb_forms & past_form) != 0 &&
         (head_word(i).verb_forms & base_form) == 0 && kind(next) == ChunkKind::noun_phrase &&
         chunk(next).preposition == none;
}

// The verb that "and VERB" joins: the last finite one, of the same tense where two are at hand.
Index Linker::last_verb_with_subject(Index i) const {
  Index fallback = none;
  const Word& word = head_word(i);
  for (Index j = last_verb_; j != none && j >= 0 && kind(j) != ChunkKind::stop; --j) {
    if (kind(j) != ChunkKind::verb_group || !chunk(j).finite || chunk(j).subject == none) continue;
    if (fallback == none) fallback = j;
    if (is_other_tense(j, i)) continue;
    const bool same = chunk(j).present == chunk(i).present && !chunk(j).participle &&
                      chunk(j).progressive == chunk(i).progressive &&
                      (!chunk(j).perfect || chunk(i).perfect ||
                       (word.verb_forms & participle_form) != 0 || word.verb == 0);
    const bool since = chunk(i).perfect && chunk(j).clause == ClauseKind::relative;
    if (same || since || word.verb == 0) return j;
    if (i - j > 24) break;
  }
  return fallback;
}

// "... and troops fled": a main clause; without a comma it goes on with the clause that "after" or
// "when" opened.
void Linker::joined_clause(Index i) {
  Chunk& verb = chunk(i);
  Index near = last_verb_;
  while (near != none && !chunk(near).finite) near = chunk(near).parent;
  const bool comma = kind(before(before(verb.subject))) == ChunkKind::comma;
  if (near != none && !comma && is_under_subordinator(near)) {
    verb.clause = ClauseKind::coordinate;
    verb.parent = near;
    verb.earlier = chunk(near).earlier;
    return;
  }
  verb.clause = ClauseKind::main;
  last_main_ = i;
}

bool Linker::is_under_subordinator(Index verb) const {
  while (chunk(verb).clause == ClauseKind::coordinate && chunk(verb).parent != none)
    verb = chunk(verb).parent;
  return chunk(verb).clause == ClauseKind::adverbial;
}

}  // namespace dateline::extract
