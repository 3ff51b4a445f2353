// Links the chunks of a sentence to clauses, in one pass from left to right with a small stack for
// what a relative or adverbial clause interrupts. clauses.cc has phrases and what stands between
// clauses, clause_relatives.cc relative clauses, clause_verbs.cc finite verbs,
// clause_joins.cc those that go on with another,
// clause_participles.cc the others, clause_reduced.cc which of them a form is.
#pragma once

#include "extract/sentence/sentence.h"

namespace dateline::extract {

class Linker {
 public:
  Linker(const Context& context, Sentence& sentence)
      : context_(context), sentence_(sentence), chunks_(sentence.chunks) {}
  void run();

 private:
  struct Saved {
    Index subject = none;  // of the interrupted clause, still without its verb
    Index verb = none;     // its last verb
    Index object = none;   // or what may be one: the object of `holder`
    Index holder = none;
  };

  [[nodiscard]] Chunk& chunk(Index i) { return chunks_[i]; }
  [[nodiscard]] const Chunk& chunk(Index i) const { return chunks_[i]; }
  [[nodiscard]] ChunkKind kind(Index i) const { return chunks_[i].kind; }
  [[nodiscard]] const Word& head_word(Index i) const {
    return context_.word(unit_at(sentence_, chunk(i).head));
  }
  [[nodiscard]] Index before(Index i) const {
    --i;
    while (i >= 0 && (kind(i) == ChunkKind::quote || kind(i) == ChunkKind::other)) --i;
    return i;
  }
  [[nodiscard]] Index after(Index i) const {
    ++i;
    while (i < size_of(chunks_) && kind(i) == ChunkKind::quote) ++i;
    return i;
  }
  void save() {
    if (depth_ == 8) return;
    const bool held = pending_object_ != none;
    saved_[depth_++] = {held ? none : pending_, last_main_, held ? pending_ : none,
                        pending_object_};
  }
  [[nodiscard]] bool is_that(Index i) const { return head_word(i).is(WordClass::that); }
  [[nodiscard]] Index saved_verb() const { return depth_ > 0 ? saved_[depth_ - 1].verb : none; }

  // clauses.cc
  void noun_phrase(Index i);
  [[nodiscard]] bool is_joined_foil(Index i, Index left) const;
  [[nodiscard]] bool is_foil_of_object(Index i, Index left) const;
  [[nodiscard]] bool is_object_after_all(Index i) const;
  [[nodiscard]] bool is_denied(Index phrase) const;
  [[nodiscard]] Index past_foil(Index phrase) const;
  [[nodiscard]] bool is_wider_place(Index i, Index comma) const;
  bool appositive(Index i, Index comma);
  [[nodiscard]] bool is_measure(Index i) const;
  [[nodiscard]] Index whole_of(Index part) const;
  [[nodiscard]] Index last_member(Index i) const;
  [[nodiscard]] Index after_prepositions(Index i) const;
  void take_object(Index i);
  [[nodiscard]] bool is_existential(Index i) const;
  void share_object(Index object);
  [[nodiscard]] bool needs_object(const Word& verb) const;
  [[nodiscard]] bool names(MentionType type, Index phrase) const;
  [[nodiscard]] bool names_person(Index phrase) const;
  [[nodiscard]] bool leads_to_noun(Index i) const;
  void subordinator(Index i);
  [[nodiscard]] bool opens_contrast(Index comma) const;
  [[nodiscard]] bool closes_contrast(Index comma) const;
  void comma(Index i);
  void stop(Index i);
  void time(Index i);
  [[nodiscard]] bool inside_earlier_phrase(Index i) const;
  [[nodiscard]] bool tells_deed(Index verb) const;
  [[nodiscard]] bool is_day(Index timex) const;
  [[nodiscard]] bool opens_joined_clause(Index i) const;
  [[nodiscard]] bool excludes(Index verb, Index i, Index timex) const;
  [[nodiscard]] bool follows(Index i, Index verb, Index timex) const;
  [[nodiscard]] bool describes_phrase(Index i) const;
  [[nodiscard]] bool waits_for_date(const Timex& expression) const;

  // clause_verbs.cc
  void verb_group(Index i);
  [[nodiscard]] bool is_inserted(Index i) const;
  [[nodiscard]] bool opens_inverted(Index i) const;
  [[nodiscard]] bool opens_question(Index i) const;
  [[nodiscard]] bool awaits_verb() const {
    return depth_ > 0 && saved_[depth_ - 1].subject != none;
  }
  void finite(Index i);
  [[nodiscard]] bool is_joined(Index i) const;
  void seen(Index i);
  void main_clause(Index i, Index subject);
  void give_to_fronted(Index subject);
  void wait_for_subject(Index verb);
  // What a finite verb may be, the first that it is; each links it then.
  bool tells_behind_comma(Index i);
  bool has_own_subject(Index i);
  [[nodiscard]] bool is_of_waiting(Index i) const;
  [[nodiscard]] bool verb_to_come(Index i) const;
  [[nodiscard]] Index speaker_before(Index comma) const;
  [[nodiscard]] bool speaks(Index phrase) const;
  [[nodiscard]] bool is_base(Index i) const;
  [[nodiscard]] bool is_seen(Index i) const;
  [[nodiscard]] bool takes_clause(Index i) const;
  void with_subject(Index i);
  void with_object_as_subject(Index i);
  void under_subordinator(Index i);
  [[nodiscard]] Index verb_before(Index subordinator) const;
  void complement_of_holder(Index i);
  [[nodiscard]] bool is_demanded(Index i) const;
  void release_object(Index i);

  // clause_joins.cc
  bool joins_infinitive(Index i);
  bool joins_perfect(Index i);
  bool resumes(Index i);
  void coordinate(Index i);
  void coordinate_with(Index i, Index twin);
  [[nodiscard]] bool lists_harm(Index i) const;
  [[nodiscard]] Index harm_by(Index i, Index twin) const;
  [[nodiscard]] bool may_be_listed(Index i) const;
  [[nodiscard]] bool is_anybodys(Index i, Index twin) const;
  [[nodiscard]] bool may_be_of_main(Index i, Index twin) const;
  [[nodiscard]] bool harms(Index verb) const;
  [[nodiscard]] bool is_behind_aside(Index i) const;
  [[nodiscard]] Index verb_before_claim(Index i, Index twin) const;
  [[nodiscard]] bool shares_passive(Index i, Index twin) const;
  [[nodiscard]] bool is_other_tense(Index modal, Index i) const;
  [[nodiscard]] Index last_verb_with_subject(Index i) const;
  void joined_clause(Index i);
  [[nodiscard]] bool is_under_subordinator(Index verb) const;

  // clause_relatives.cc
  void relative(Index i);
  [[nodiscard]] Index cleft_verb(Index phrase) const;
  [[nodiscard]] bool is_cleft(Index verb) const;
  [[nodiscard]] bool is_thing_attacked(Index phrase, Index relative) const;
  [[nodiscard]] bool complement_that(Index left, Index right) const;
  [[nodiscard]] Index content_before(Index that) const;
  [[nodiscard]] bool is_said_of_it(Index left) const;
  [[nodiscard]] bool tells_content(Index phrase) const;
  void in_relative_clause(Index i);
  bool lists(Index i);
  [[nodiscard]] bool tells_inside_relative(Index i) const;
  [[nodiscard]] bool is_part_of_antecedent(Index i, Index comma) const;
  [[nodiscard]] bool opens_contact_clause(Index i, Index left) const;
  [[nodiscard]] Index antecedent_of(Index i) const;
  [[nodiscard]] bool verb_behind_list(Index i) const;
  bool is_reported_relative(Index i);

  // clause_asides.cc
  [[nodiscard]] bool opens_aside(Index comma) const;
  [[nodiscard]] bool opens_apposition(Index comma) const;
  [[nodiscard]] bool vouches(Index i) const;
  [[nodiscard]] bool goes_on_behind(Index relative) const;
  [[nodiscard]] Index end_of_saying(Index comma) const;
  void open_aside();
  void in_aside(Index i);
  bool goes_on(Index i);
  [[nodiscard]] bool says(const Saved& saved) const;
  [[nodiscard]] bool awaits_told_verb() const;
  [[nodiscard]] bool controls(Index verb, Index object) const;

  // clause_participles.cc
  bool reduced_relative(Index i) const;
  [[nodiscard]] bool is_suffered(Index i) const;
  [[nodiscard]] bool is_behind_participle() const;
  [[nodiscard]] bool is_held(Index i) const;
  [[nodiscard]] bool ends_headline(Index i) const;
  [[nodiscard]] bool has_object_behind(Index i) const;
  [[nodiscard]] Index described_before(Index left, Index participle) const;
  [[nodiscard]] bool is_accused(Index i) const;
  [[nodiscard]] bool leads_to_harm(Index preposition) const;
  [[nodiscard]] bool transitive(const Word& word) const;
  [[nodiscard]] bool tells(const Word& word, EventType type) const;
  [[nodiscard]] bool finite_ahead(Index i) const;
  void gerund(Index i);
  [[nodiscard]] bool is_of_relative(Index gerund) const;
  [[nodiscard]] bool is_anyones(Index gerund) const;
  [[nodiscard]] bool precedes_verb(Index i) const;
  [[nodiscard]] Index doer_of_deed(Index i) const;
  [[nodiscard]] Index nearest_subject() const;
  void participle(Index i);
  void infinitive(Index i);
  [[nodiscard]] bool is_foiled(Index i) const;
  [[nodiscard]] bool is_others_scheme(Index scheme) const;
  [[nodiscard]] bool is_ultimatum(Index i) const;
  [[nodiscard]] bool is_asked_of(Index i) const;
  [[nodiscard]] bool meets_verb(Index i) const;
  [[nodiscard]] Index by_agent_before(Index i) const;
  [[nodiscard]] bool can_act(Index phrase) const;

  const Context& context_;
  Sentence& sentence_;
  Row<Chunk>& chunks_;
  Index pending_ = none;         // a phrase that waits for its verb
  Index pending_object_ = none;  // the verb that holds it as object meanwhile
  Index last_verb_ = none;
  Index last_main_ = none;
  Index last_phrase_ = none;
  Index aside_end_ = 0;       // phrases before it tell how far away something is
  Index relative_ = none;     // antecedent of an open relative clause
  Index subordinate_ = none;  // an open subordinator
  Index content_ = none;      // the noun whose content it opens: "reports that"
  Index waiting_time_ = none;
  Index waiting_at_ = none, last_stop_ = none;  // chunks
  bool time_in_relative_ = false;               // "who on Sunday seized"
  Index aside_verb_ = none;  // "said" of "the army, the UN said," up to the verb that it is about
  Index antecedent_ = none;  // of the last relative clause
  bool aside_ = false;       // between that comma and its verb
  bool foil_ = false;        // nor did the antecedent do it, nor suffer it: "It was not he who"
  bool cleft_ = false;       // he alone did: "It was he who"
  bool oblique_ = false;     // the antecedent is neither subject nor object: "in which", "whose"
  Index fronted_ = none;     // the first participle or gerund in front that waits for its subject
  bool barrier_ = false;
  bool condition_ = false;
  bool question_ = false;  // behind "whether"
  bool supposed_ = false;  // up to the end of the sentence: "imagine that"
  Saved saved_[8];
  int depth_ = 0;
};

}  // namespace dateline::extract
