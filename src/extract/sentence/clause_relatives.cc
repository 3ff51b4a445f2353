// Relative clauses: whom they are about, which verbs are theirs, and "that" where it opens what is
// said instead.
#include <algorithm>

#include "extract/sentence/linker.h"

namespace dateline::extract {

void Linker::relative(Index i) {
  const bool that = is_that(i);
  const Index left = that ? content_before(i) : before(i);
  const Index right = after(i);
  if (that && complement_that(left, right)) {
    // "said reports that rebels fled were untrue"
    const bool told = tells_content(left) && pending_object_ != none && pending_ == left &&
                      head_word(pending_object_).is(WordClass::speech);
    if (pending_ != none && (pending_object_ == none || told)) save();
    subordinate_ = i;
    content_ = tells_content(left) ? left : none;
    const Index subject = last_verb_ == none ? none : chunk(last_verb_).subject;
    if (subject != none && kind(left) != ChunkKind::noun_phrase && tells_content(subject))
      content_ = subject;  // "reports came in that"
    pending_ = none;
    barrier_ = true;
    return;
  }
  oblique_ = head_word(i).is(WordClass::oblique) || kind(left) == ChunkKind::preposition;
  const Index part = kind(left) == ChunkKind::preposition ? before(left) : none;
  Index antecedent = antecedent_of(i);
  if (part != none && is_part_of_antecedent(part, before(part))) {
    antecedent = before(before(part));
    oblique_ = false;
  }
  if (kind(left) == ChunkKind::conjunction && last_verb_ != none && antecedent_ != none &&
      chunk(last_verb_).clause == ClauseKind::relative)
    antecedent = antecedent_;  // "who hold the port and who shelled it"
  else if (pending_ != none || last_main_ != none)
    save();
  const Index cleft = antecedent == none ? none : cleft_verb(antecedent);
  // Nor did anyone named before it: "asked who had ordered it".
  const bool asked = kind(left) == ChunkKind::verb_group && head_word(i).is(WordClass::who);
  foil_ = asked || (cleft != none && chunk(cleft).negated && before(antecedent) == cleft);
  cleft_ = cleft != none && !foil_;
  relative_ = antecedent_ = antecedent;
  pending_ = none;
  pending_object_ = none;
  barrier_ = true;
}

Index Linker::antecedent_of(Index i) const {
  Index antecedent = before(i);
  if (kind(antecedent) == ChunkKind::comma) antecedent = before(antecedent);
  if (kind(antecedent) == ChunkKind::preposition) antecedent = before(antecedent);
  if (kind(antecedent) == ChunkKind::comma) antecedent = before(antecedent);
  if (kind(antecedent) != ChunkKind::noun_phrase) antecedent = last_phrase_;
  antecedent = past_foil(antecedent);
  // "an official with access who": people only.
  const bool who = head_word(i).is(WordClass::who);
  while (antecedent != none && chunk(antecedent).preposition != none &&
         (names(MentionType::place, antecedent) ||
          (who ? !can_act(antecedent) : is_thing_attacked(antecedent, i)))) {
    Index outer = antecedent - 1;
    while (outer >= 0 && kind(outer) != ChunkKind::noun_phrase &&
           kind(outer) != ChunkKind::verb_group)
      --outer;
    if (outer < 0 || kind(outer) != ChunkKind::noun_phrase) break;
    antecedent = outer;
  }
  return antecedent;
}

// "It was rebels, [not the army], who", "rebels [and not the army] who": the phrase before is
// meant.
Index Linker::past_foil(Index phrase) const {
  if (phrase == none || !is_denied(phrase)) return phrase;
  Index other = before(phrase);
  if (kind(other) == ChunkKind::conjunction) other = before(other);
  if (kind(other) == ChunkKind::comma) other = before(other);
  return kind(other) == ChunkKind::noun_phrase ? other : phrase;
}

// "deputies, [some] of whom were beaten, left"
bool Linker::is_part_of_antecedent(Index i, Index comma) const {
  const Index of = after(i);
  return kind(comma) == ChunkKind::comma && kind(before(comma)) == ChunkKind::noun_phrase &&
         kind(of) == ChunkKind::preposition && head_word(of).is(WordClass::of) &&
         kind(after(of)) == ChunkKind::relative;
}

// "the man [the police arrested] fled": a second phrase right behind the subject, where another
// verb follows for that one.
bool Linker::opens_contact_clause(Index i, Index left) const {
  if (kind(left) != ChunkKind::noun_phrase || pending_ != left) return false;
  const Unit& first = unit_at(sentence_, chunk(i).first);
  const Index verb = after(i);
  const Index next = after(verb);
  // "the man police say killed her"
  const bool tells =
      kind(verb) == ChunkKind::verb_group &&
      (head_word(verb).is(WordClass::speech) || head_word(verb).is(WordClass::believing)) &&
      kind(next) == ChunkKind::verb_group && chunk(next).finite;
  const bool begins =
      first.tag == Tag::determiner || tells || context_.word(first).is(WordClass::subject_pronoun);
  if (!begins || kind(verb) != ChunkKind::verb_group || !chunk(verb).finite ||
      kind(next) == ChunkKind::noun_phrase)
    return false;
  if (pending_object_ == none) return finite_ahead(verb);
  return kind(next) == ChunkKind::verb_group && chunk(next).finite;  // "said the man they shot had"
}

// "rebels who, [he said,] had fired first"
bool Linker::tells_inside_relative(Index i) const {
  if (relative_ == none || pending_ == none || !head_word(i).is(WordClass::speech)) return false;
  const Index left = before(pending_);
  return kind(left) == ChunkKind::comma && kind(before(left)) == ChunkKind::relative &&
         kind(after(i)) == ChunkKind::comma;
}

// "was" of "It was rebels who killed her", "It was not the army but rebels who".
Index Linker::cleft_verb(Index phrase) const {
  Index verb = before(phrase);
  if (kind(verb) == ChunkKind::conjunction && head_word(verb).is(WordClass::adversative) &&
      kind(before(verb)) == ChunkKind::noun_phrase)
    verb = before(before(verb));
  return is_cleft(verb) ? verb : none;
}

// "It was"
bool Linker::is_cleft(Index verb) const {
  if (kind(verb) != ChunkKind::verb_group || !head_word(verb).is(WordClass::be) ||
      chunk(verb).subject == none)
    return false;
  const Word& subject = head_word(chunk(verb).subject);
  return subject.is(WordClass::anaphor) && subject.is(WordClass::subject_pronoun) &&
         !subject.is(WordClass::personal) && !subject.is(WordClass::several);
}

// "the attack on a church that killed": the attack did; "the attack on rebels that killed": who
// knows.
bool Linker::is_thing_attacked(Index phrase, Index relative) const {
  const Index verb = after(relative);
  const Index attack = phrase - 2;
  if (kind(verb) != ChunkKind::verb_group || chunk(verb).passive ||
      kind(attack) != ChunkKind::noun_phrase || !head_word(attack).tells_event)
    return false;
  const Word& deed = head_word(verb);
  const Word& thing = head_word(phrase);
  const bool armed = thing.is(WordClass::armed) || thing.is(WordClass::police);
  const bool harms = deed.is(WordClass::dead) || deed.is(WordClass::injured);
  return !thing.tells_event && ((deed.is(WordClass::occur) && !can_act(phrase)) ||
                                (harms && !armed && !names(MentionType::person, phrase) &&
                                 !names(MentionType::organization, phrase)));
}

// The chunk before; "reports" of "reports on Monday that", "a claim by the army that".
Index Linker::content_before(Index that) const {
  constexpr Index reach = 6;
  const Index left = before(that);
  Index i = left;
  while (i > 0 && that - i < reach &&
         (kind(i) == ChunkKind::time || kind(i) == ChunkKind::preposition ||
          (kind(i) == ChunkKind::noun_phrase && chunk(i).preposition != none)))
    --i;
  return pending_ == i && i != left && tells_content(i) ? i : left;
}

// "said that X", "told reporters that X"; not "the attack that killed".
bool Linker::complement_that(Index left, Index right) const {
  if (kind(left) == ChunkKind::verb_group) return true;
  if (kind(right) == ChunkKind::verb_group) return false;
  if (kind(left) == ChunkKind::conjunction || tells_content(left) || is_said_of_it(left))
    return true;
  if (last_verb_ == none) return false;
  // "It was in Oslo that gunmen"
  const bool place = kind(left) == ChunkKind::noun_phrase && chunk(left).preposition != none &&
                     before(left) > 0 && before(before(left)) == last_verb_;
  if (place && is_cleft(last_verb_)) return true;
  const Index told = chunk(last_verb_).subject;
  if (told != none && kind(left) != ChunkKind::noun_phrase && tells_content(told)) return true;
  return head_word(last_verb_).is(WordClass::speech) || kind(left) == ChunkKind::time;
}

// "It is not [the case] that", "it was [a lie] that"
bool Linker::is_said_of_it(Index left) const {
  if (kind(left) != ChunkKind::noun_phrase) return false;
  const bool tells = head_word(left).is(WordClass::truth) || head_word(left).is(WordClass::untrue);
  return tells && cleft_verb(left) != none;
}

// "reports", "a claim"; not what a verb of saying is about: "told the report that".
bool Linker::tells_content(Index phrase) const {
  return kind(phrase) == ChunkKind::noun_phrase && head_word(phrase).is(WordClass::content);
}

// "rebels who seized", and "the town that rebels seized".
void Linker::in_relative_clause(Index i) {
  Chunk& verb = chunk(i);
  verb.clause = cleft_ ? ClauseKind::main : ClauseKind::relative;  // a cleft tells the deed itself
  if (pending_ == none) {
    if (!foil_) verb.subject = relative_;
    verb.parent = saved_verb();
  } else {
    verb.subject = pending_;
    if (!oblique_ && !foil_) verb.object = relative_;
  }
}

// "who robbed a bank, killed a guard and fled, was freed": a verb behind a comma goes on with the
// relative clause where the list ends and another verb follows for the one who waits.
bool Linker::lists(Index i) {
  if (pending_ != none || last_verb_ == none || !(awaits_verb() || awaits_told_verb()) ||
      kind(before(i)) != ChunkKind::comma || chunk(last_verb_).clause != ClauseKind::relative ||
      !verb_behind_list(i))
    return false;
  coordinate_with(i, last_verb_with_subject(i));
  return true;
}

bool Linker::verb_behind_list(Index i) const {
  constexpr Index longest_list = 24;
  const Index last = std::min(size_of(chunks_), i + longest_list);
  bool closed = false;
  Index verb = i;
  for (Index j = i + 1; j < last; ++j) {
    const ChunkKind k = kind(j);
    if (k == ChunkKind::stop || k == ChunkKind::relative || k == ChunkKind::subordinator)
      return false;
    if (k != ChunkKind::verb_group || !chunk(j).finite) continue;
    const Index left = before(j);
    if (kind(left) == ChunkKind::conjunction) {
      closed = true;
    } else {
      const bool phrase = kind(left) == ChunkKind::noun_phrase && chunk(left).preposition == none;
      const bool own = phrase && (takes_clause(verb) || kind(before(left)) == ChunkKind::comma ||
                                  kind(before(left)) == ChunkKind::conjunction);
      if (own || (chunk(j).last - chunk(j).first == 1 && is_suffered(j))) return false;
      const bool comma = kind(left) == ChunkKind::comma;
      if (closed) return !(comma && head_word(j).is(WordClass::speech));
      if (!comma) return false;
    }
    verb = j;
  }
  return false;
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

}  // namespace dateline::extract
