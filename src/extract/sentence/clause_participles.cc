// Verbs without a tense of their own: participles, gerunds, infinitives, and who does what they
// tell.
#include <algorithm>

#include "extract/sentence/linker.h"

namespace dateline::extract {

bool Linker::transitive(const Word& word) const {
  return word.verb == 0 || !(word.is(WordClass::speech) || word.is(WordClass::occur));
}

// Does the verb alone tell of that?
bool Linker::tells(const Word& word, EventType type) const {
  const Range senses = context_.lexicon.senses(word.verb);
  for (std::uint32_t s = senses.first; s < senses.last; ++s) {
    const Sense& sense = context_.lexicon.sense(s);
    if (sense.kind == Sense::Kind::verb && context_.lexicon.event_rules()[sense.rule].type == type)
      return true;
  }
  return false;
}

// A finite verb later in the same clause without a subject of its own.
bool Linker::finite_ahead(Index i) const {
  const Index last = std::min(size_of(chunks_), i + 10);
  bool phrase = false;
  for (Index j = i + 1; j < last; ++j) {
    const Chunk& one = chunk(j);
    if (one.kind == ChunkKind::verb_group) {
      if (one.last - one.first == 1 && is_suffered(j)) continue;
      if (one.gerund && !one.finite && kind(j - 1) == ChunkKind::preposition) {
        if (kind(j + 1) == ChunkKind::noun_phrase) ++j;  // "hanged for killing a nun was"
        continue;
      }
      return one.finite && !phrase;
    }
    if (one.kind == ChunkKind::noun_phrase && one.preposition == none) phrase = true;
    if (const Index end = end_of_saying(j); end != none) {  // "involved in it, he said, were"
      j = end;
      continue;
    }
    if (one.kind == ChunkKind::comma || one.kind == ChunkKind::stop ||
        one.kind == ChunkKind::conjunction || one.kind == ChunkKind::relative ||
        one.kind == ChunkKind::subordinator) {
      return false;
    }
  }
  return false;
}

void Linker::gerund(Index i) {
  Chunk& verb = chunk(i);
  verb.clause = ClauseKind::participial;
  verb.parent = last_verb_;
  const Index left = before(i);
  if (kind(left) == ChunkKind::noun_phrase && pending_ != none && chunk(left).preposition == none) {
    // "the coalition fighting the rebels", and the phrase goes on waiting for its verb.
    verb.subject = left;
    verb.clause = ClauseKind::relative;
    if (pending_object_ == none) save();
    return;
  }
  if (kind(left) == ChunkKind::noun_phrase && chunk(left).preposition != none && can_act(left)) {
    verb.subject = left;
    verb.clause = ClauseKind::relative;
    if (pending_ != none && pending_object_ == none) save();
    return;
  }
  if (kind(left) == ChunkKind::verb_group && head_word(left).is(WordClass::speech) &&
      precedes_verb(i))
    return;                                                         // "said closing the border was"
  if (kind(left) == ChunkKind::verb_group && last_verb_ != none) {  // "started pushing"
    verb.clause = ClauseKind::infinitive;
    verb.subject = chunk(last_verb_).subject;
    return;
  }
  if (kind(left) == ChunkKind::comma && depth_ > 0 && says(saved_[depth_ - 1]) &&
      saved_[depth_ - 1].object == before(left)) {
    verb.subject = before(left);  // "said the army, retreating, had"
    return;
  }
  // "Attacking her is pointless"
  const bool nobodys = (left < 0 && precedes_verb(i)) || is_anyones(i);
  verb.subject = nobodys ? none : nearest_subject();
  if (last_verb_ != none && kind(left) == ChunkKind::conjunction && chunk(last_verb_).gerund) {
    verb.subject = chunk(last_verb_).subject;
  }
  if (is_of_relative(i)) verb.subject = chunk(last_verb_).subject;
  // "Its standing took a turn with the bombing, killing nine": the bombing did.
  const bool deed = kind(left) == ChunkKind::comma && head_word(i).is(WordClass::dead);
  if (deed && verb.subject != none && !can_act(verb.subject) &&
      !head_word(verb.subject).tells_event && !head_word(verb.subject).is(WordClass::weapon) &&
      !head_word(verb.subject).is(WordClass::hazard) &&
      !head_word(verb.subject).is(WordClass::vehicle))
    verb.subject = none;
  if (const Index doer = doer_of_deed(i); doer != none) verb.subject = doer;
  if (!nobodys) wait_for_subject(i);
  if (pending_ != none && pending_object_ == none) save();
}

// "arrested a man who fled after killing": in the relative clause, and of its subject.
bool Linker::is_of_relative(Index gerund) const {
  if (kind(before(gerund)) != ChunkKind::preposition || last_verb_ == none ||
      chunk(last_verb_).clause != ClauseKind::relative || !chunk(last_verb_).finite)
    return false;
  for (Index j = gerund - 1; j > last_verb_; --j) {
    if (kind(j) == ChunkKind::comma) return false;
  }
  const Index doer = chunk(last_verb_).subject;
  return doer != none && can_act(doer) && !is_anyones(gerund);
}

// "is worse than killing", "the cost of killing": a deed of nobody in the sentence.
bool Linker::is_anyones(Index gerund) const {
  const Index left = before(gerund);
  if (kind(left) != ChunkKind::preposition || chunk(gerund).passive ||
      !tells(head_word(gerund), EventType::assault))
    return false;
  const Word& preposition = head_word(left);
  const bool of_noun =
      preposition.is(WordClass::of) && kind(before(left)) == ChunkKind::noun_phrase;
  return of_noun || preposition.is(WordClass::approximate) || preposition.is(WordClass::prospect);
}

// Does a finite verb follow in the same clause, whatever its subject?
bool Linker::precedes_verb(Index i) const {
  for (Index j = i + 1; j < size_of(chunks_); ++j) {
    const ChunkKind k = kind(j);
    if (k == ChunkKind::verb_group) return chunk(j).finite;
    if (k != ChunkKind::noun_phrase && k != ChunkKind::preposition && k != ChunkKind::time)
      return false;
  }
  return false;
}

// "jailed a man for killing", "suspected of killing", "stopped them from leaving": the deed of whom
// the ruling verb is about. Behind "after" or "by" it is the subject's own.
Index Linker::doer_of_deed(Index i) const {
  const Index left = before(i);
  if (last_verb_ == none || kind(left) != ChunkKind::preposition || !leads_to_deed(head_word(left)))
    return none;
  const Chunk& ruling = chunk(last_verb_);
  if (ruling.passive) return ruling.subject;
  // Not "examined [allegations] of killing".
  return ruling.object != none && can_act(ruling.object) && !tells_content(ruling.object)
             ? ruling.object
             : none;
}

// The subject of the last clause that is no frame of speech; of the main clause where there is
// none.
Index Linker::nearest_subject() const {
  if (last_main_ == none) return pending_;
  for (Index j = last_verb_; j >= 0 && j > last_verb_ - 40; --j) {
    if (kind(j) != ChunkKind::verb_group || !chunk(j).finite || chunk(j).subject == none) continue;
    if (chunk(j).clause == ClauseKind::relative) continue;
    if (j == last_main_ || !head_word(j).is(WordClass::speech)) return chunk(j).subject;
  }
  return chunk(last_main_).subject;
}

void Linker::participle(Index i) {
  Chunk& verb = chunk(i);
  verb.passive = true;
  verb.finite = false;
  verb.participle = true;
  verb.clause = ClauseKind::participial;
  verb.parent = last_verb_;
  const Index left = before(i);
  const bool last = sentence_.headline && ends_headline(i);
  if (last && awaits_verb()) {  // "Woman who killed husband freed"
    verb.finite = true;
    main_clause(i, saved_[--depth_].subject);
    return;
  }
  if (kind(left) == ChunkKind::conjunction &&
      (is_behind_participle() || (last_verb_ != none && chunk(last_verb_).participle))) {
    verb.subject = chunk(last_verb_).subject;  // "a man tried in May and jailed"
    verb.parent = chunk(last_verb_).parent;
    return;
  }
  const bool nearest = kind(left) == ChunkKind::noun_phrase &&
                       !(last && pending_ != none && pending_object_ == none);
  verb.subject = nearest ? left : pending_;  // "Son of dictator jailed": the son
  if (verb.subject == none) verb.subject = described_before(left, i);
  wait_for_subject(i);
  if (last && (last_verb_ == none || head_word(last_verb_).is(WordClass::speech))) {
    verb.clause = ClauseKind::main;
    verb.finite = true;
    last_main_ = i;
    return;
  }
  const bool said = pending_object_ != none && head_word(pending_object_).is(WordClass::speech);
  // "Two were killed and five wounded": no other verb is to come.
  const bool elliptic = nearest && kind(before(left)) == ChunkKind::conjunction &&
                        last_verb_ != none && chunk(last_verb_).passive &&
                        chunk(last_verb_).finite && !finite_ahead(i);
  if (elliptic) return;
  if (pending_ != none && (pending_object_ == none || (said && finite_ahead(i)))) save();
}

// No verb follows that could be the headline's own: not "accused" of "Soldiers accused of murder
// freed".
bool Linker::ends_headline(Index i) const {
  for (Index j = i + 1; j < size_of(chunks_); ++j) {
    const ChunkKind k = kind(j);
    if (k == ChunkKind::verb_group && !chunk(j).infinitive && !chunk(j).gerund) return false;
    if (k == ChunkKind::comma || k == ChunkKind::stop || k == ChunkKind::conjunction ||
        k == ChunkKind::subordinator || k == ChunkKind::relative)
      return true;
  }
  return true;
}

// "arrested Anna Kerr, elected in May,", "met the general, ousted in a coup": the phrase before;
// else whom the main clause is about, "were killed, wounded or jailed".
Index Linker::described_before(Index left, Index participle) const {
  const bool comma = kind(left) == ChunkKind::comma;
  const Index near = comma ? before(left) : left;
  const bool suffers = head_word(participle).is(WordClass::suffered);
  if (kind(near) == ChunkKind::verb_group && chunk(near).passive) return chunk(near).subject;
  if (comma && kind(near) == ChunkKind::noun_phrase) {
    if (names_person(near) || (suffers && can_act(near))) return near;
    // "the army, disappointed with NATO, backed by": who knows
    if (suffers || names(MentionType::organization, near)) return none;
  }
  return last_main_ == none ? none : chunk(last_main_).subject;
}

void Linker::infinitive(Index i) {
  Chunk& verb = chunk(i);
  verb.clause = ClauseKind::infinitive;
  verb.parent = last_verb_;
  if (last_verb_ == none || (pending_ != none && pending_object_ == none)) {
    // "Prime Minister to resign": a headline's future; else "Efforts to ... failed".
    verb.subject = pending_;
    if (pending_ != none && !can_act(pending_) &&
        context_.word(unit_at(sentence_, chunk(pending_).first)).is(WordClass::own))
      verb.subject = none;  // "his willingness to leave"
    const bool plot = pending_ != none && (head_word(pending_).is(WordClass::prospect) ||
                                           head_word(pending_).is(WordClass::sought));
    if (plot && meets_verb(i)) {
      verb.subject = none;  // "The plot to bomb the church failed", "The bill to ban it was"
      verb.in_question = true;
    }
    if (sentence_.headline && pending_ != none && !finite_ahead(i)) {
      verb.future = true;
      verb.finite = true;
      verb.clause = ClauseKind::main;
      last_main_ = i;
      return;
    }
    if (pending_ != none) save();
    return;
  }
  const Chunk& parent = chunk(last_verb_);
  if (is_foiled(i)) {
    verb.subject = by_agent_before(i);
    return;
  }
  if (is_ultimatum(i)) {
    verb.subject = parent.passive ? parent.subject : parent.object;
    verb.demanded = true;
    return;
  }
  if (is_asked_of(i)) {
    verb.subject = i - 1;
    verb.demanded = true;
    return;
  }
  const Index scheme = before(i);
  const bool is_scheme =
      scheme == parent.object && scheme != none &&
      (head_word(scheme).is(WordClass::prospect) || head_word(scheme).is(WordClass::sought));
  if (is_scheme && is_others_scheme(scheme)) return;
  const bool controls = parent.object != none && !is_scheme &&
                        head_word(last_verb_).is(WordClass::object_control) &&
                        can_act(parent.object);
  verb.subject = controls ? parent.object : parent.subject;
  verb.future = parent.future;
}

// "received threats to kill", "faces calls to resign": of whom, nobody knows; "made an attempt to
// kill", "dropped plans to strike" of the subject.
bool Linker::is_others_scheme(Index scheme) const {
  const Word& noun = head_word(scheme);
  return !noun.is(WordClass::planned) && !noun.is(WordClass::ongoing) &&
         !head_word(last_verb_).is(WordClass::light) &&
         !head_word(last_verb_).is(WordClass::adopting);
}

// "pressure on the mayor to leave", "calls for the mayor to leave"
bool Linker::is_asked_of(Index i) const {
  return i > 2 && chunk(i - 1).kind == ChunkKind::noun_phrase && can_act(i - 1) &&
         chunk(i - 2).kind == ChunkKind::preposition &&
         chunk(i - 3).kind == ChunkKind::noun_phrase && head_word(i - 3).is(WordClass::sought) &&
         i - 3 > last_verb_;
}

// "gave rebels until Sunday to leave", "gave them 48 hours to leave"
bool Linker::is_ultimatum(Index i) const {
  const Chunk& parent = chunk(last_verb_);
  const Index whom = parent.passive ? parent.subject : parent.object;
  if (!head_word(last_verb_).is(WordClass::allotting) || whom == none || !can_act(whom) ||
      unit_at(sentence_, chunk(whom).head).timex != none)
    return false;
  for (Index u = chunk(i).first - 1; u >= chunk(last_verb_).last; --u) {
    if (unit_at(sentence_, u).timex != none) return true;
  }
  return false;
}

// Does a finite verb follow in the sentence?
bool Linker::meets_verb(Index i) const {
  const Index last = std::min(size_of(chunks_), i + 10);
  for (Index j = i + 1; j < last && kind(j) != ChunkKind::stop; ++j) {
    if (kind(j) == ChunkKind::verb_group && chunk(j).finite) return true;
  }
  return false;
}

// "foiled a plot to", "survived an attempt by rebels to": what was planned is not the subject's
// deed.
bool Linker::is_foiled(Index i) const {
  const Index scheme =
      chunk(last_verb_).passive ? chunk(last_verb_).subject : chunk(last_verb_).object;
  return head_word(last_verb_).is(WordClass::foiling) && scheme != none &&
         head_word(scheme).is(WordClass::prospect) && kind(before(i)) == ChunkKind::noun_phrase;
}

// "an attempt by rebels to"
Index Linker::by_agent_before(Index i) const {
  const Index left = before(i);
  const Index preposition = chunk(left).preposition;
  const bool by =
      preposition != none && context_.word(unit_at(sentence_, preposition)).is(WordClass::by);
  return by ? left : none;
}

// Someone who could do what an infinitive says: not "the decision to".
bool Linker::can_act(Index phrase) const {
  const Unit& head = unit_at(sentence_, chunk(phrase).head);
  return head.mention != none || head.tag == Tag::name || head.tag == Tag::pronoun ||
         is_plural(context_, head) || context_.word(head).is(WordClass::role);
}

}  // namespace dateline::extract
