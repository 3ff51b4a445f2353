// Who says it, between a subject and its verb ("the army, the UN said, shelled a school"), and the
// clauses that go on behind what interrupted them.
#include <algorithm>

#include "extract/sentence/linker.h"

namespace dateline::extract {
namespace {

constexpr Index longest_relative = 14;  // chunks
constexpr Index longest_aside = 7;  // chunks behind its verb: "told reporters in Oslo on Monday"

}  // namespace

// Does this comma open ", the UN said," or ", said the UN," before the verb of the phrase that
// waits?
bool Linker::opens_aside(Index comma) const {
  const bool waits = pending_ != none || (awaits_verb() && last_verb_ != none);
  if (!waits || (pending_object_ != none && !takes_clause(pending_object_))) return false;
  Index i = after(comma);
  const bool inverted = kind(i) == ChunkKind::verb_group;
  if (!inverted) {
    if (kind(i) != ChunkKind::noun_phrase || chunk(i).preposition != none) return false;
    i = after_prepositions(after(last_member(i)));
  }
  if (!vouches(i)) return false;
  if (inverted) {  // not "Anna Kerr, a spokeswoman, said the mayor"
    const Index speaker = after(i);
    if (pending_ == none || after_prepositions(after(last_member(pending_))) != comma ||
        kind(speaker) != ChunkKind::noun_phrase || !speaks(speaker))
      return false;
  }
  const Index last = std::min(size_of(chunks_), i + longest_aside);
  do ++i;
  while (i < last && (kind(i) == ChunkKind::noun_phrase || kind(i) == ChunkKind::preposition ||
                      kind(i) == ChunkKind::time));
  if (kind(i) != ChunkKind::comma) return false;
  const Index verb = after(i);
  return kind(verb) == ChunkKind::verb_group && chunk(verb).finite;
}

// "Prosecutors say Paul Reed, a former wrestler, was paid": what seems the object is the subject of
// the verb behind the apposition.
bool Linker::opens_apposition(Index comma) const {
  if (pending_object_ == none || !head_word(pending_object_).is(WordClass::speech) ||
      controls(pending_object_, pending_) || pending_ == none ||
      after_prepositions(after(pending_)) != comma)
    return false;
  const Index phrase = after(comma);
  if (kind(phrase) == ChunkKind::relative)
    return goes_on_behind(phrase);  // "the man, who fled, was"
  const bool doing = kind(phrase) == ChunkKind::verb_group && chunk(phrase).gerund;
  if (kind(phrase) != ChunkKind::noun_phrase && !doing) return false;
  const Index closing = after_prepositions(after(doing ? phrase : last_member(phrase)));
  const Index verb = after(closing);
  return kind(closing) == ChunkKind::comma && kind(verb) == ChunkKind::verb_group &&
         chunk(verb).finite;
}

// The comma that closes ", he said,"; none where the comma opens no such thing.
Index Linker::end_of_saying(Index comma) const {
  if (kind(comma) != ChunkKind::comma || kind(comma + 1) != ChunkKind::noun_phrase ||
      kind(comma + 2) != ChunkKind::verb_group || kind(comma + 3) != ChunkKind::comma)
    return none;
  return vouches(comma + 2) ? comma + 3 : none;
}

// Does a finite verb without a subject of its own stand behind the comma that closes the clause?
bool Linker::goes_on_behind(Index relative) const {
  const Index last = std::min(size_of(chunks_), relative + longest_relative);
  for (Index j = relative + 1; j < last && kind(j) != ChunkKind::stop; ++j) {
    if (kind(j) == ChunkKind::comma && kind(after(j)) == ChunkKind::verb_group)
      return chunk(after(j)).finite;
  }
  return false;
}

// A verb that may stand alone with who says it, or was told it.
bool Linker::vouches(Index i) const {
  if (kind(i) != ChunkKind::verb_group || !chunk(i).finite || chunk(i).negated) return false;
  const Word& word = head_word(i);
  return word.is(WordClass::hearsay) || (word.is(WordClass::speech) && !chunk(i).passive);
}

// The phrase before goes on waiting.
void Linker::open_aside() {
  save();
  pending_ = pending_object_ = none;
  aside_ = true;
}

void Linker::in_aside(Index i) {
  chunk(i).subject = pending_;
  if (pending_ != none) chunk(pending_).subject_of_verb = true;
  chunk(i).clause = ClauseKind::main;
  aside_ = false;
  aside_verb_ = i;
}

// The clause that was interrupted.
bool Linker::goes_on(Index i) {
  if (is_joined(i) || depth_ == 0) return false;
  Saved saved = saved_[--depth_];
  // "the man convicted of planning a raid that failed has died": past what the relative clause
  // interrupted.
  while (saved.subject == none && depth_ > 0 && !says(saved) &&
         (saved_[depth_ - 1].subject != none || says(saved_[depth_ - 1])))
    saved = saved_[--depth_];
  const Index aside = aside_verb_;
  aside_verb_ = none;
  if (saved.subject != none && subordinate_ != none && saved.subject > subordinate_) {
    pending_ = saved.subject;  // "after rebels, who held the port, fled"
    pending_object_ = none;
    with_subject(i);
    return true;
  }
  if (saved.subject != none) {
    main_clause(i, saved.subject);
    if (aside == none) return true;
    chunk(i).clause = ClauseKind::complement;
    chunk(i).parent = aside;
    return true;
  }
  if (!says(saved)) return false;
  // "police said a man who tried to stop the robbers was shot"
  pending_ = saved.object;
  pending_object_ = saved.holder;
  complement_of_holder(i);
  return true;
}

bool Linker::says(const Saved& saved) const {
  return saved.object != none && head_word(saved.holder).is(WordClass::speech) &&
         !controls(saved.holder, saved.object);
}

// "said the man, who fled": the next verb may be his.
bool Linker::awaits_told_verb() const {
  if (depth_ == 0) return false;
  const Saved& top = saved_[depth_ - 1];
  return says(top) || (depth_ > 1 && top.subject == none && says(saved_[depth_ - 2]));
}

// "told [the king]"; not "told the court [the king]".
bool Linker::controls(Index verb, Index object) const {
  return head_word(verb).is(WordClass::object_control) && chunk(verb).second_object != object;
}

}  // namespace dateline::extract
