// The steps of one sentence in order, and the choice among what they found.
#include "extract/events/reader.h"

#include <algorithm>

namespace dateline::extract {

void SentenceReader::add(text::TokenRange tokens, SentenceKind kind, std::size_t& mention,
                         std::size_t& timex) {
  Sentence& sentence = sentences_[size_++];
  sentence.start(tokens, context_.lexicon);
  sentence.headline = kind == SentenceKind::headline;
  sentence.annotated = kind != SentenceKind::example;
  make_units(context_, mention, timex, sentence);
}

void SentenceReader::take_apart() {
  constexpr std::array steps = {tag_units, block_idioms, make_chunks, link_clauses, find_speakers};
  for (const auto step : steps) {
    for (std::size_t i = 0; i < size_; ++i) step(context_, sentences_[i]);
  }
}

void SentenceReader::read(std::size_t number, const Before& before) {
  found_.clear();
  chosen_.clear();
  sentence_ = &sentences_[number];
  survey(context_, before, *sentence_);
  find_triggers(context_, *sentence_, found_);
  for (Candidate& candidate : found_) {
    assign_roles(context_, *sentence_, candidate);
    judge_modality(context_, *sentence_, candidate);
  }
  const auto out_of_scope = [&](const Candidate& candidate) {
    return !is_political(context_, *sentence_, candidate);
  };
  found_.erase(std::remove_if(found_.begin(), found_.end(), out_of_scope), found_.end());
  choose();
}

bool SentenceReader::repeats(const Candidate& candidate) const {
  return std::any_of(chosen_.begin(), chosen_.end(), [&](const Candidate& other) {
    if (other.type != candidate.type) return false;
    if (candidate.modality == Modality::claimed && other.modality != Modality::claimed)
      return false;  // "captured a man accused of killing"
    if (candidate.verb == none) return candidate.target == none && candidate.source == none;
    if (other.verb == none) return false;
    const ClauseKind clause = chunk_at(*sentence_, candidate.verb).clause;
    return clause == ClauseKind::participial || clause == ClauseKind::infinitive;
  });
}

bool SentenceReader::has_own_time(const Candidate& candidate) const {
  const auto& chunks = sentence_->chunks;
  for (Index i = candidate.noun + 1; i < std::min(size_of(chunks), candidate.noun + 12); ++i) {
    const ChunkKind kind = chunk_at(*sentence_, i).kind;
    if (kind == ChunkKind::time) return true;
    if (kind == ChunkKind::verb_group || kind == ChunkKind::conjunction || kind == ChunkKind::stop)
      return false;
  }
  return false;
}

// "The army attacked and the rebels fled": a main clause behind another, with its own subject.
bool SentenceReader::has_own_clause(const Candidate& candidate) const {
  const Chunk& verb = chunk_at(*sentence_, candidate.verb);
  if (verb.clause != ClauseKind::main || verb.subject == none || verb.subject_shared) return false;
  return chunk_at(*sentence_, std::max<Index>(verb.subject - 1, 0)).kind == ChunkKind::conjunction;
}

// Does a bare event noun count? Where it has a date or names who and whom; else only where nothing
// else is told.
bool SentenceReader::tells(const Candidate& candidate, bool others) const {
  if (candidate.accuser == none && has_own_time(candidate)) return true;
  const auto named = [&](Index phrase) {
    if (phrase == none || phrase == candidate.noun) return false;
    const Unit& head = unit_at(*sentence_, chunk_at(*sentence_, phrase).head);
    const Index of = chunk_at(*sentence_, phrase).of;
    return head.mention != none || context_.word(head).is(WordClass::role) ||
           (of != none && unit_at(*sentence_, chunk_at(*sentence_, of).head).mention != none);
  };
  if (chunk_at(*sentence_, candidate.noun).preposition != none &&
      ((candidate.accuser == none && named(candidate.source)) || named(candidate.target))) {
    return true;
  }
  return !others && !candidate.inner;
}

void SentenceReader::choose() {
  bool strong = false, any = false;
  for (const Candidate& candidate : found_) {
    if (candidate.verb == none || candidate.type == EventType::statement) continue;
    any = true;
    strong = strong || !candidate.weak;
  }
  for (const Candidate& candidate : found_) {
    if (candidate.type == EventType::statement) continue;
    const bool denied = candidate.modality == Modality::denied;
    if (candidate.weak && strong && candidate.verb != none && !denied && !has_own_clause(candidate))
      continue;
    if (candidate.verb == none && !denied && !tells(candidate, any)) continue;
    const bool supposed =
        candidate.verb != none && chunk_at(*sentence_, candidate.verb).in_condition;
    if (supposed && !chosen_.empty()) continue;  // what would have to happen first
    if (repeats(candidate)) continue;
    chosen_.push_back(candidate);
  }
  if (!chosen_.empty()) return;
  for (const Candidate& candidate : found_) {
    if (candidate.type != EventType::statement) continue;
    chosen_.push_back(candidate);
    return;
  }
}

Index SentenceReader::plain_verb() const {
  for (const Index i : sentence_->groups) {
    const Chunk& chunk = chunk_at(*sentence_, i);
    if (chunk.finite && chunk.clause == ClauseKind::main) return i;
  }
  return none;
}

}  // namespace dateline::extract
