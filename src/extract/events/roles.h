// Source and target of one candidate. roles.cc has those of verbs, noun_roles.cc those of event
// nouns.
#pragma once

#include <vector>

#include "extract/events/candidate.h"

namespace dateline::extract {

class Roles {
 public:
  Roles(const Context& context, const Sentence& sentence, Candidate& candidate)
      : context_(context),
        sentence_(sentence),
        chunks_(sentence.chunks),
        candidate_(candidate),
        rule_(context.lexicon.event_rules()[candidate.rule]) {}
  void run();

 private:
  [[nodiscard]] const Chunk& at(Index i) const { return chunks_[i]; }
  [[nodiscard]] ChunkKind kind(Index i) const {
    return i >= 0 && i < size_of(chunks_) ? at(i).kind : ChunkKind::stop;
  }
  [[nodiscard]] const Word& word(Index unit) const {
    return context_.word(unit_at(sentence_, unit));
  }

  // roles.cc
  [[nodiscard]] bool is_occurrence() const;
  void verb();
  [[nodiscard]] Index target_of_frame(const Chunk& group, Index object) const;
  [[nodiscard]] Index target_of_verb(const Chunk& group, Index object) const;
  [[nodiscard]] bool is_attack_boasted_of(Index phrase) const;
  [[nodiscard]] Index victim_of(Index attack) const;
  void prefer_actor();
  [[nodiscard]] bool is_given(Index phrase) const;
  [[nodiscard]] bool is_sent_away() const;
  [[nodiscard]] bool is_toward_someone() const;
  [[nodiscard]] bool ends_in_to() const;
  [[nodiscard]] Index agent_of(Index phrase) const;
  [[nodiscard]] Index after_pattern() const;
  [[nodiscard]] bool is_inside_pattern(Index object) const;
  [[nodiscard]] Index inside_trigger() const;
  [[nodiscard]] Index from_complement() const;
  [[nodiscard]] bool is_pronoun(Index phrase) const;
  [[nodiscard]] bool is_reciprocal() const;
  [[nodiscard]] bool is_time(Index phrase) const;
  [[nodiscard]] bool is_behind_pair(Index phrase) const;
  [[nodiscard]] bool is_amount(Index phrase) const;
  [[nodiscard]] bool is_unnamed(Index phrase) const;
  [[nodiscard]] Index after_preposition(Index from, const std::vector<FormId>& prepositions) const;
  [[nodiscard]] Index chunk_of(Index unit) const;
  [[nodiscard]] Index target_of_noun(Index noun) const;
  [[nodiscard]] bool owner_names_actor(Index phrase) const;
  [[nodiscard]] bool mentions_actor(Index phrase) const;
  [[nodiscard]] bool is_level(Index phrase) const;
  [[nodiscard]] bool is_own(Index phrase) const;
  [[nodiscard]] bool names_actor(Index phrase) const;
  [[nodiscard]] bool mutual() const;
  void split_sides();

  // noun_roles.cc
  void bare_noun();
  void turn_victim();
  [[nodiscard]] bool is_victims(Index noun) const;
  void split_pair();
  [[nodiscard]] Index source_of_noun() const;
  [[nodiscard]] bool is_named_by_town() const;
  [[nodiscard]] bool is_unrest_of_place() const;
  void noun_subject();

  const Context& context_;
  const Sentence& sentence_;
  const Row<Chunk>& chunks_;
  Candidate& candidate_;
  const EventRule& rule_;
};

}  // namespace dateline::extract
