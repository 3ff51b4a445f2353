// What a verb group is in its sentence: main, joined, relative, complement, participial or
// infinitive, and whose.
#include <algorithm>

#include "extract/sentence/linker.h"

namespace dateline::extract {

void Linker::verb_group(Index i) {
  Chunk& verb = chunk(i);
  const bool inserted = tells_inside_relative(i);
  if (inserted)
    main_clause(i, pending_);
  else if (verb.infinitive)
    infinitive(i);
  else if (verb.gerund && !verb.finite)
    gerund(i);
  else if (joins_perfect(i))
    coordinate_with(i, last_verb_);
  else if (resumes(i))
    main_clause(i, chunk(i).subject);
  else if (verb.participle || reduced_relative(i))
    participle(i);
  else
    finite(i);
  // "In 2019 soldiers guarding a bank shot two men", "On Sunday, rebels who seized a mine left it":
  // the day is that of the verb to come.
  const bool relative = verb.clause == ClauseKind::relative && !time_in_relative_;
  const bool describes = relative || (awaits_verb() && !verb.finite);
  if (waiting_time_ != none && verb.timex == none && !describes && !is_inserted(i)) {
    verb.timex = waiting_time_;
    waiting_time_ = none;
  }
  condition_ = condition_ || opens_inverted(i);
  verb.in_condition = verb.in_condition || condition_ || supposed_;
  verb.in_question = verb.in_question || (question_ && verb.clause != ClauseKind::relative);
  supposed_ = supposed_ || (head_word(i).is(WordClass::supposing) && verb.subject == none &&
                            verb.clause != ClauseKind::infinitive);
  last_verb_ = i;
  if (!inserted) relative_ = none;
  pending_ = none;
  pending_object_ = none;
  barrier_ = false;
}

// "On Tuesday, a day before the talks began, jets bombed the port": does the verb's clause stand
// behind the time and its comma? The day is then that of a verb to come.
bool Linker::is_inserted(Index i) const {
  constexpr Index reach = 8;
  if (chunk(i).clause != ClauseKind::adverbial) return false;
  for (Index j = i - 1; j > 1 && j > i - reach; --j) {
    if (kind(j) == ChunkKind::verb_group || kind(j) == ChunkKind::comma) return false;
    if (kind(j) != ChunkKind::subordinator && kind(j) != ChunkKind::preposition) continue;
    const Index left = kind(j - 1) == ChunkKind::time ? j - 2 : j - 1;
    if (left > 0 && kind(left) == ChunkKind::comma) return kind(left - 1) == ChunkKind::time;
  }
  return false;
}

// "Had rebels seized the port, ...", "Did rebels seize the port?", "Q: Did rebels seize the port?"
bool Linker::opens_inverted(Index i) const {
  const Index first = chunk(i).first;
  if (chunk(i).last - first != 1 || !chunk(i).finite) return false;
  if (first > 0 && unit_at(sentence_, first - 1).tag == Tag::adverb) return false;  // "There was"
  if (kind(after(i)) != ChunkKind::noun_phrase || (before(i) >= 0 && !opens_question(i)))
    return false;
  constexpr ClassBits auxiliary =
      bit(WordClass::be) | bit(WordClass::have) | bit(WordClass::do_verb) | bit(WordClass::modal);
  return (head_word(i).classes & auxiliary) != 0;
}

// Behind a label, a mark or a word that leads on, in a sentence that ends as a question does.
bool Linker::opens_question(Index i) const {
  const Index last = size_of(sentence_.units) - 1;
  if (context_.text(unit_at(sentence_, last)) != "?") return false;
  switch (kind(before(i))) {
    case ChunkKind::stop:
    case ChunkKind::comma:
    case ChunkKind::conjunction:
    case ChunkKind::subordinator:
      return true;
    default:
      return chunk(i).first <= 2;  // "Q.", "Q)"
  }
}

void Linker::finite(Index i) {
  if (aside_)
    in_aside(i);
  else if (relative_ != none)
    in_relative_clause(i);
  else if (is_seen(i))
    seen(i);
  else if (!tells_behind_comma(i) && !joins_infinitive(i) && !has_own_subject(i) &&
           !is_reported_relative(i) && !lists(i) && !goes_on(i))
    coordinate(i);
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
  chunk(subject).subject_of_verb = true;
  chunk(i).clause = ClauseKind::main;
  last_main_ = i;
  if (fronted_ != none) give_to_fronted(subject);
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

bool Linker::has_own_subject(Index i) {
  if (pending_ == none || (is_joined(i) && last_verb_ != none)) return false;
  if (pending_object_ != none && depth_ > 0) {
    if (is_of_waiting(i)) return false;
    const bool joined = !awaits_verb() && kind(before(pending_)) == ChunkKind::conjunction;
    if (!joined && !takes_clause(pending_object_)) return false;
  }
  with_subject(i);
  return true;
}

// "A man who tried to stop the robbers was shot": the verb of him who waits for one, where no other
// is to come.
bool Linker::is_of_waiting(Index i) const {
  if (!awaits_verb() || head_word(pending_).is(WordClass::subject_pronoun)) return false;
  const bool others_speech = head_word(pending_object_).is(WordClass::speech) &&
                             chunk(pending_object_).subject != saved_[depth_ - 1].subject;
  return !others_speech && !verb_to_come(i);
}

// Behind a verb that may be of what is said ("who said the town was lost fled"): a finite verb
// that no phrase of its own precedes.
bool Linker::verb_to_come(Index i) const {
  const bool tells = takes_clause(i);
  for (Index j = i + 1; j < size_of(chunks_); ++j) {
    const Chunk& one = chunk(j);
    if (one.kind == ChunkKind::verb_group && one.finite) return true;
    const bool phrase = one.kind == ChunkKind::noun_phrase && one.preposition == none;
    if (phrase && (tells || kind(before(j)) == ChunkKind::comma)) return false;
    if (one.kind == ChunkKind::stop || one.kind == ChunkKind::conjunction ||
        one.kind == ChunkKind::relative || one.kind == ChunkKind::subordinator) {
      return false;
    }
  }
  return false;
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
  if (pending_object_ != none) {
    with_object_as_subject(i);
    return;
  }
  if (subordinate_ != none) {
    under_subordinator(i);
    return;
  }
  verb.clause = ClauseKind::main;
  last_main_ = i;
  if (fronted_ != none) give_to_fronted(verb.subject);
}

// What seemed the object of the verb before is the subject of this one.
void Linker::with_object_as_subject(Index i) {
  Chunk& verb = chunk(i);
  if (!takes_clause(pending_object_)) {
    const Index left = before(pending_);
    if (kind(left) == ChunkKind::conjunction) {
      release_object(pending_);  // "attacked from the north and troops fled"
      joined_clause(i);
      return;
    }
    const Index near = before(i);
    if (near != pending_ && kind(near) == ChunkKind::noun_phrase &&
        chunk(near).preposition != none) {
      verb.subject = near;  // "began a case over the way judges are chosen"
      verb.clause = ClauseKind::relative;
      return;
    }
    if (kind(left) == ChunkKind::noun_phrase &&
        head_word(pending_).is(WordClass::subject_pronoun)) {  // "the man they arrested"
      release_object(pending_);
      verb.clause = ClauseKind::relative;
      verb.object = kind(after(i)) == ChunkKind::noun_phrase ? none : left;
      return;
    }
  }
  complement_of_holder(i);
}

void Linker::under_subordinator(Index i) {
  Chunk& verb = chunk(i);
  verb.content = is_that(subordinate_) ? content_ : none;
  if (verb.content != none) chunk(verb.content).used = true;
  const bool complement = is_that(subordinate_) && (last_verb_ != none || verb.content != none);
  verb.clause = complement ? ClauseKind::complement : ClauseKind::adverbial;
  verb.parent = complement ? last_verb_ : verb_before(subordinate_);
  verb.demanded = complement && is_demanded(i);
  verb.present = verb.present && !verb.demanded;
  verb.earlier = head_word(subordinate_).is(WordClass::earlier);
  subordinate_ = none;
}

// "Arrested in June, Anna Kerr was", "Having killed a guard, the man fled": what stands in front is
// about the subject of the main verb.
void Linker::give_to_fronted(Index subject) {
  for (const Index j : sentence_.groups) {
    if (j > subject) break;
    Chunk& verb = chunk(j);
    if (j >= fronted_ && !verb.finite && !verb.infinitive && verb.subject == none)
      verb.subject = subject;
  }
  fronted_ = none;
}

void Linker::wait_for_subject(Index verb) {
  if (fronted_ == none && chunk(verb).subject == none && last_main_ == none) fronted_ = verb;
}

// The verb that a clause hangs on: "sacked a minister who had read a report, a day after" on the
// sacking.
Index Linker::verb_before(Index subordinator) const {
  if (last_verb_ == none || last_main_ == none || chunk(last_verb_).clause != ClauseKind::relative)
    return last_verb_;
  Index left = before(subordinator);
  if (kind(left) == ChunkKind::time) left = before(left);
  return kind(left) == ChunkKind::comma ? last_main_ : last_verb_;
}

// "said the rebels seized": the object was a subject.
void Linker::complement_of_holder(Index i) {
  Chunk& verb = chunk(i);
  verb.subject = pending_;
  verb.clause = ClauseKind::complement;
  verb.parent = pending_object_;
  release_object(pending_);
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

}  // namespace dateline::extract
