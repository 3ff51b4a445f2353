// Phrases wait for their verb or become its object; commas, relative words and subordinators close
// and open clauses.
#include "extract/linker.h"

namespace dateline::extract {

void Linker::run() {
  for (Index i = 0; i < size_of(chunks_); ++i) {
    switch (kind(i)) {
      case ChunkKind::noun_phrase:
        noun_phrase(i);
        break;
      case ChunkKind::verb_group:
        verb_group(i);
        break;
      case ChunkKind::relative:
        relative(i);
        break;
      case ChunkKind::subordinator:
        subordinator(i);
        break;
      case ChunkKind::comma:
        comma(i);
        break;
      case ChunkKind::stop:
        stop();
        break;
      case ChunkKind::time:
        time(i);
        break;
      default:
        break;
    }
  }
  if (waiting_time_ != none && last_verb_ != none && chunk(last_verb_).timex == none) {
    chunk(last_verb_).timex = waiting_time_;
  }
}

void Linker::noun_phrase(Index i) {
  last_phrase_ = i;
  if (chunk(i).preposition != none || chunk(i).leader != none) return;
  const Index left = before(i);
  if (kind(left) == ChunkKind::comma && appositive(i, left)) return;
  pending_object_ = none;
  if (last_verb_ != none && !barrier_) take_object(i);
  pending_ = i;
}

// ", a senior official," beside the phrase before it.
bool Linker::appositive(Index i, Index comma) {
  const Index owner = before(comma);
  if (kind(owner) != ChunkKind::noun_phrase) return false;
  const Index next = after_prepositions(after(last_member(i)));
  const bool closes = kind(next) == ChunkKind::comma || kind(next) == ChunkKind::stop ||
                      kind(next) == ChunkKind::relative || next >= size_of(chunks_);
  if (!closes) return false;
  chunk(owner).appositive = i;
  return true;
}

Index Linker::last_member(Index i) const {
  while (chunk(i).next != none) i = chunk(i).next;
  return i;
}

Index Linker::after_prepositions(Index i) const {
  while (kind(i) == ChunkKind::preposition && kind(i + 1) == ChunkKind::noun_phrase) i += 2;
  return i;
}

void Linker::take_object(Index i) {
  Chunk& verb = chunk(last_verb_);
  if (verb.object == none)
    verb.object = i;
  else if (verb.second_object == none)
    verb.second_object = i;
  else
    return;
  pending_object_ = last_verb_;
}

// Someone by name, known or not.
bool Linker::names_person(Index phrase) const {
  const Unit& head = unit_at(sentence_, chunk(phrase).head);
  return names(MentionType::person, phrase) || (head.mention == none && head.tag == Tag::name);
}

bool Linker::names(MentionType type, Index phrase) const {
  const Index mention = unit_at(sentence_, chunk(phrase).head).mention;
  return mention != none &&
         context_.annotations.mentions[static_cast<std::size_t>(mention)].type == type;
}

void Linker::relative(Index i) {
  const Index left = before(i);
  const Index right = after(i);
  const bool that = is_that(i);
  if (that && complement_that(left, right)) {
    if (pending_ != none && pending_object_ == none) save();
    subordinate_ = i;
    pending_ = none;
    barrier_ = true;
    return;
  }
  Index antecedent = left;
  if (kind(left) == ChunkKind::comma) antecedent = before(left);
  if (kind(antecedent) == ChunkKind::preposition) antecedent = before(antecedent);
  if (kind(antecedent) != ChunkKind::noun_phrase) antecedent = last_phrase_;
  // "an official with access who": people only.
  const bool who = head_word(i).is(WordClass::who);
  while (antecedent != none && chunk(antecedent).preposition != none &&
         (who ? !can_act(antecedent) : names(MentionType::place, antecedent))) {
    Index outer = antecedent - 1;
    while (outer >= 0 && kind(outer) != ChunkKind::noun_phrase &&
           kind(outer) != ChunkKind::verb_group)
      --outer;
    if (outer < 0 || kind(outer) != ChunkKind::noun_phrase) break;
    antecedent = outer;
  }
  if (pending_ != none || last_main_ != none) save();
  relative_ = antecedent;
  pending_ = none;
  pending_object_ = none;
  barrier_ = true;
}

// "said that X", "told reporters that X"; not "the attack that killed".
bool Linker::complement_that(Index left, Index right) const {
  if (kind(left) == ChunkKind::verb_group) return true;
  if (kind(right) == ChunkKind::verb_group) return false;
  if (kind(left) == ChunkKind::conjunction) return true;
  if (last_verb_ == none) return false;
  return head_word(last_verb_).is(WordClass::speech) || kind(left) == ChunkKind::time;
}

void Linker::subordinator(Index i) {
  if (pending_ != none && pending_object_ == none) save();
  condition_ = head_word(i).is(WordClass::conditional);
  subordinate_ = i;
  pending_ = none;
  pending_object_ = none;
  barrier_ = true;
}

void Linker::comma(Index i) {
  const Index next = after(i);
  if (kind(next) == ChunkKind::noun_phrase && chunk(next).leader != none) return;
  if (kind(next) == ChunkKind::conjunction && kind(after(next)) == ChunkKind::noun_phrase &&
      chunk(after(next)).leader != none) {
    return;
  }
  barrier_ = true;
  condition_ = false;
  if (pending_object_ != none) {  // an object stays one
    pending_ = none;
    pending_object_ = none;
  }
}

void Linker::stop() {
  pending_ = none;
  pending_object_ = none;
  barrier_ = true;
  depth_ = 0;
  condition_ = false;
  subordinate_ = none;
  relative_ = none;
}

void Linker::time(Index i) {
  const Index timex = unit_at(sentence_, chunk(i).head).timex;
  const Timex& expression = context_.annotations.timexes[static_cast<std::size_t>(timex)];
  if (!expression.date.known() && !waits_for_date(expression)) return;
  if (inside_earlier_phrase(i)) return;
  const bool next_clause = last_verb_ == none || (pending_ != none && pending_object_ == none) ||
                           relative_ != none || subordinate_ != none;
  if (next_clause) {
    if (waiting_time_ == none) waiting_time_ = timex;
    return;
  }
  const Chunk& last = chunk(last_verb_);
  // "inspect a base belonging to the brigade on Monday" dates the inspection.
  const bool describes = last.clause == ClauseKind::relative && !last.finite && last.parent != none;
  Chunk& verb = chunk(describes ? last.parent : last_verb_);
  if (verb.timex == none) verb.timex = timex;
}

// "since the fall of the city in December": the date is the fall's, not the clause's.
bool Linker::inside_earlier_phrase(Index i) const {
  bool phrase = false;
  for (Index j = i - 1; j >= 0; --j) {
    if (kind(j) == ChunkKind::noun_phrase)
      phrase = true;
    else if (kind(j) != ChunkKind::preposition)
      return false;
    else if (phrase && head_word(j).is(WordClass::earlier))
      return true;
  }
  return false;
}

// Unresolved, but worth keeping for those who learn the date later: a weekday; in an article
// without any date all that is told from there, "last week".
bool Linker::waits_for_date(const Timex& expression) const {
  return expression.value.starts_with(context_.undated ? "XXXX" : "XXXX-WXX-");
}

void link_clauses(const Context& context, Sentence& sentence) { Linker(context, sentence).run(); }

}  // namespace dateline::extract
