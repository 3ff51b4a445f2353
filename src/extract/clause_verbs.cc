// What a verb group is in its sentence: main, joined, relative, complement, participial or
// infinitive, and whose.
#include <algorithm>

#include "extract/linker.h"

namespace dateline::extract {

void Linker::verb_group(Index i) {
  Chunk& verb = chunk(i);
  if (verb.infinitive)
    infinitive(i);
  else if (verb.gerund && !verb.finite)
    gerund(i);
  else if (verb.participle || reduced_relative(i))
    participle(i);
  else
    finite(i);
  if (waiting_time_ != none && verb.timex == none) {
    verb.timex = waiting_time_;
    waiting_time_ = none;
  }
  condition_ = condition_ || opens_inverted(i);
  verb.in_condition = verb.in_condition || condition_ || supposed_;
  supposed_ = supposed_ || (head_word(i).is(WordClass::supposing) && !verb.passive);
  last_verb_ = i;
  pending_ = none;
  pending_object_ = none;
  relative_ = none;
  barrier_ = false;
}

// "Had rebels seized the port, ...", "Did rebels seize the port?"
bool Linker::opens_inverted(Index i) const {
  if (chunk(i).last - chunk(i).first != 1 || !chunk(i).finite) return false;
  if (before(i) >= 0 || kind(after(i)) != ChunkKind::noun_phrase) return false;
  constexpr ClassBits auxiliary =
      bit(WordClass::be) | bit(WordClass::have) | bit(WordClass::do_verb) | bit(WordClass::modal);
  return (head_word(i).classes & auxiliary) != 0;
}

// "forces backed by", "man arrested in Paris said": a form that may be past or participle, after a
// phrase that is an object already or whose clause has another finite verb to come.
bool Linker::reduced_relative(Index i) const {
  const Chunk& verb = chunk(i);
  if (verb.last - verb.first != 1 || verb.passive || verb.present) return false;
  const Word& word = head_word(i);
  const bool unknown = word.verb == 0;
  if (!unknown && (word.verb_forms & participle_form) == 0) return false;
  const Index left = before(i);
  if (kind(left) == ChunkKind::relative || kind(left) == ChunkKind::conjunction) return false;
  if (awaits_verb() && !finite_ahead(i)) return false;
  if (is_accused(i)) return true;
  const ChunkKind right = kind(after(i));
  const bool by = right == ChunkKind::preposition && head_word(after(i)).is(WordClass::by);
  if (kind(left) == ChunkKind::comma)
    return pending_ == none && (by || right == ChunkKind::preposition);
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

// "men accused of killing a priest", "a colonel alleged to have bombed": active, such a verb has an
// object.
bool Linker::is_accused(Index i) const {
  if (!head_word(i).is(WordClass::alleging) && !tells(head_word(i), EventType::accuse))
    return false;
  const Index next = after(i);
  if (kind(next) == ChunkKind::preposition) return leads_to_deed(head_word(next));
  return kind(next) == ChunkKind::verb_group && chunk(next).infinitive &&
         head_word(next).verb != 0 && chunk(next).perfect;
}

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
    if (one.kind == ChunkKind::verb_group) return one.finite && !phrase;
    if (one.kind == ChunkKind::noun_phrase && one.preposition == none) phrase = true;
    if (one.kind == ChunkKind::comma || one.kind == ChunkKind::stop ||
        one.kind == ChunkKind::conjunction || one.kind == ChunkKind::relative ||
        one.kind == ChunkKind::subordinator) {
      return false;
    }
  }
  return false;
}

void Linker::finite(Index i) {
  if (relative_ != none)
    in_relative_clause(i);
  else if (is_seen(i))
    seen(i);
  else if (!tells_behind_comma(i) && !joins_infinitive(i) && !has_own_subject(i) &&
           !is_reported_relative(i) && !goes_on(i))
    coordinate(i);
}

// "rebels who seized", and "the town that rebels seized".
void Linker::in_relative_clause(Index i) {
  Chunk& verb = chunk(i);
  verb.clause = ClauseKind::relative;
  if (pending_ == none) {
    verb.subject = relative_;
    verb.parent = saved_verb();
  } else {
    verb.subject = pending_;
    verb.object = relative_;
  }
}

void Linker::seen(Index i) {
  Chunk& verb = chunk(i);
  verb.clause = ClauseKind::infinitive;
  verb.subject = pending_;
  verb.parent = pending_object_;
  verb.finite = false;
  verb.present = false;
}

void Linker::main_clause(Index i, Index subject) {
  chunk(i).subject = subject;
  chunk(i).clause = ClauseKind::main;
  last_main_ = i;
}

bool Linker::tells_behind_comma(Index i) {
  const Index left = before(i);
  if (pending_ != none || kind(left) != ChunkKind::comma || !head_word(i).is(WordClass::speech))
    return false;
  const Index speaker = speaker_before(left);
  if (speaker == none) return false;
  main_clause(i, speaker);
  return true;
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

bool Linker::has_own_subject(Index i) {
  if (pending_ == none || (is_joined(i) && last_verb_ != none)) return false;
  if (pending_object_ != none && depth_ > 0 && !takes_clause(pending_object_)) return false;
  with_subject(i);
  return true;
}

// "an operation that monitors said had killed"
bool Linker::is_reported_relative(Index i) {
  const Index left = before(i);
  if (kind(left) != ChunkKind::verb_group || chunk(left).clause != ClauseKind::relative ||
      !head_word(left).is(WordClass::speech) || chunk(left).object == none)
    return false;
  chunk(i).subject = chunk(left).object;
  chunk(i).clause = ClauseKind::relative;
  chunk(left).object = none;
  return true;
}

// The clause that was interrupted.
bool Linker::goes_on(Index i) {
  if (is_joined(i) || depth_ == 0) return false;
  const Saved saved = saved_[--depth_];
  if (saved.subject == none) return false;
  main_clause(i, saved.subject);
  return true;
}

// "seized the town and left"
void Linker::coordinate(Index i) {
  Chunk& verb = chunk(i);
  verb.clause = ClauseKind::coordinate;
  const Index twin = is_joined(i) ? last_verb_with_subject(i) : last_main_;
  if (twin != none) {
    verb.subject = chunk(twin).subject;
    verb.subject_shared = true;
    verb.parent = twin;
    if (chunk(twin).clause == ClauseKind::complement ||
        chunk(twin).clause == ClauseKind::relative) {
      verb.clause = chunk(twin).clause;
      verb.speech = chunk(twin).speech;
    }
  }
  if (verb.clause == ClauseKind::coordinate) last_main_ = i;
}

// "... along the river, a spokesman for the ministry, Colonel Arn, told": the first phrase behind a
// comma that can speak.
Index Linker::speaker_before(Index comma) const {
  Index speaker = none;
  for (Index j = comma - 1;
       j >= 0 && kind(j) != ChunkKind::verb_group && kind(j) != ChunkKind::stop; --j) {
    const bool opens = kind(j) == ChunkKind::noun_phrase && kind(before(j)) == ChunkKind::comma;
    if (opens && chunk(j).preposition == none && speaks(j)) speaker = j;
  }
  return speaker;
}

bool Linker::speaks(Index phrase) const {
  const Unit& head = unit_at(sentence_, chunk(phrase).head);
  if (head.mention == none) return context_.word(head).is(WordClass::role);
  const MentionType type =
      context_.annotations.mentions[static_cast<std::size_t>(head.mention)].type;
  return type == MentionType::person || type == MentionType::organization;
}

// The verb that "and VERB" joins: the last finite one, of the same tense where two are at hand.
Index Linker::last_verb_with_subject(Index i) const {
  Index fallback = none;
  const Word& word = head_word(i);
  for (Index j = last_verb_; j != none && j >= 0; --j) {
    if (kind(j) != ChunkKind::verb_group || !chunk(j).finite || chunk(j).subject == none) continue;
    if (fallback == none) fallback = j;
    const bool same = chunk(j).present == chunk(i).present && !chunk(j).participle;
    if (same || word.verb == 0) return j;
    if (i - j > 24) break;
  }
  return fallback;
}

bool Linker::is_base(Index i) const {
  const Word& word = head_word(i);
  return chunk(i).last - chunk(i).first == 1 && (word.verb_forms & base_form) != 0;
}

// "a raid that saw the army lose the town": what the object of such a verb does, in that verb's
// tense.
bool Linker::is_seen(Index i) const {
  if (pending_ == none || pending_object_ == none || !is_base(i)) return false;
  const Word& ruling = head_word(pending_object_);
  return ruling.is(WordClass::object_control) && !ruling.is(WordClass::speech) &&
         (head_word(i).verb_forms & past_form) == 0;
}

// May a clause follow this verb as what is said or seen?
bool Linker::takes_clause(Index i) const {
  if (head_word(i).is(WordClass::speech)) return true;
  // "charged with ordering the raid was extradited": the one who was charged.
  const bool gerund = chunk(i).gerund && !chunk(i).finite;
  return head_word(i).is(WordClass::carrier) && !(gerund && awaits_verb());
}

void Linker::with_subject(Index i) {
  Chunk& verb = chunk(i);
  verb.subject = pending_;
  chunk(pending_).subject_of_verb = true;
  const Index near = before(i);
  if (pending_object_ != none && !takes_clause(pending_object_) && near != pending_ &&
      kind(near) == ChunkKind::noun_phrase && chunk(near).preposition != none) {
    verb.subject = near;  // "began a case over the way judges are chosen"
    verb.clause = ClauseKind::relative;
    return;
  }
  if (pending_object_ != none && !takes_clause(pending_object_) &&
      kind(before(pending_)) == ChunkKind::conjunction) {
    release_object(pending_);  // "attacked from the north and troops fled"
    verb.clause = ClauseKind::main;
    last_main_ = i;
    return;
  }
  if (pending_object_ != none) {  // "said the rebels seized": the object was a subject
    verb.clause = ClauseKind::complement;
    verb.parent = pending_object_;
    release_object(pending_);
    return;
  }
  if (subordinate_ != none) {
    verb.content = is_that(subordinate_) ? content_ : none;
    if (verb.content != none) chunk(verb.content).used = true;
    const bool complement = is_that(subordinate_) && (last_verb_ != none || verb.content != none);
    verb.clause = complement ? ClauseKind::complement : ClauseKind::adverbial;
    verb.parent = last_verb_;
    verb.demanded = complement && is_demanded(i);
    verb.present = verb.present && !verb.demanded;
    verb.earlier = head_word(subordinate_).is(WordClass::earlier);
    subordinate_ = none;
    return;
  }
  verb.clause = ClauseKind::main;
  last_main_ = i;
}

// "demanded that he resign", "proposed that talks be held": a bare form behind a verb of demand,
// which is no present: the subject is one, or the demand is past.
bool Linker::is_demanded(Index i) const {
  const Chunk& verb = chunk(i);
  if (last_verb_ == none || !head_word(last_verb_).is(WordClass::demanding)) return false;
  const Word& first = context_.word(unit_at(sentence_, verb.first));
  if ((first.verb_forms & base_form) == 0 || (first.verb_forms & past_form) != 0) return false;
  return !chunk(last_verb_).present ||
         !is_plural(context_, unit_at(sentence_, chunk(verb.subject).head));
}

void Linker::release_object(Index i) {
  if (pending_object_ == none) return;
  Chunk& verb = chunk(pending_object_);
  if (verb.object == i) verb.object = none;
  if (verb.second_object == i) verb.second_object = none;
  pending_object_ = none;
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
    return;
  }
  if (kind(left) == ChunkKind::verb_group && last_verb_ != none) {  // "started pushing"
    verb.clause = ClauseKind::infinitive;
    verb.subject = chunk(last_verb_).subject;
    return;
  }
  verb.subject = nearest_subject();
  if (last_verb_ != none && kind(left) == ChunkKind::conjunction && chunk(last_verb_).gerund) {
    verb.subject = chunk(last_verb_).subject;
  }
  if (const Index doer = doer_of_deed(i); doer != none) verb.subject = doer;
  if (pending_ != none && pending_object_ == none) save();
}

// "jailed a man for killing", "suspected of killing", "stopped them from leaving": the deed of whom
// the ruling verb is about. Behind "after" or "by" it is the subject's own.
Index Linker::doer_of_deed(Index i) const {
  const Index left = before(i);
  if (last_verb_ == none || kind(left) != ChunkKind::preposition || !leads_to_deed(head_word(left)))
    return none;
  const Chunk& ruling = chunk(last_verb_);
  if (ruling.passive) return ruling.subject;
  return ruling.object != none && can_act(ruling.object) ? ruling.object : none;
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
  verb.subject = kind(left) == ChunkKind::noun_phrase ? left : pending_;
  const Index named = before(left);  // "arrested Anna Kerr, elected in May,"
  if (verb.subject == none && kind(left) == ChunkKind::comma &&
      kind(named) == ChunkKind::noun_phrase && names_person(named))
    verb.subject = named;
  if (verb.subject == none && last_main_ != none) verb.subject = chunk(last_main_).subject;
  if (sentence_.headline && (last_verb_ == none || head_word(last_verb_).is(WordClass::speech))) {
    verb.clause = ClauseKind::main;
    verb.finite = true;
    last_main_ = i;
    return;
  }
  if (pending_ != none && pending_object_ == none) save();
}

void Linker::infinitive(Index i) {
  Chunk& verb = chunk(i);
  verb.clause = ClauseKind::infinitive;
  verb.parent = last_verb_;
  if (last_verb_ == none || (pending_ != none && pending_object_ == none)) {
    // "Prime Minister to resign": a headline's future; else "Efforts to ... failed".
    verb.subject = pending_;
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
  const bool controls = parent.object != none &&
                        head_word(last_verb_).is(WordClass::object_control) &&
                        can_act(parent.object);
  verb.subject = controls ? parent.object : parent.subject;
  verb.future = parent.future;
}

// Someone who could do what an infinitive says: not "the decision to".
bool Linker::can_act(Index phrase) const {
  const Unit& head = unit_at(sentence_, chunk(phrase).head);
  return head.mention != none || head.tag == Tag::name || head.tag == Tag::pronoun ||
         is_plural(context_, head) || context_.word(head).is(WordClass::role);
}
}  // namespace dateline::extract
