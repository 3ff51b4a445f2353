// Finds the triggers of a sentence. triggers.cc has verb groups, light verbs and event nouns,
// senses.cc the patterns of a verb: phrases, frames of verb and object, the verb alone.
#pragma once

#include "extract/events/candidate.h"

namespace dateline::extract {

class Finder {
 public:
  Finder(const Context& context, Sentence& sentence, std::vector<Candidate>& found)
      : context_(context),
        lexicon_(context.lexicon),
        sentence_(sentence),
        chunks_(sentence.chunks),
        found_(found) {}
  void run();

 private:
  [[nodiscard]] Chunk& chunk(Index i) { return chunks_[i]; }
  [[nodiscard]] const Chunk& chunk(Index i) const { return chunks_[i]; }
  [[nodiscard]] ChunkKind kind(Index i) const { return chunks_[i].kind; }
  [[nodiscard]] const Unit& unit(Index i) const { return unit_at(sentence_, i); }
  [[nodiscard]] const Word& word(Index i) const { return context_.word(unit(i)); }
  [[nodiscard]] const Word& head_word(Index i) const { return word(chunk(i).head); }
  [[nodiscard]] const EventRule& rule(const Candidate& candidate) const {
    return lexicon_.event_rules()[candidate.rule];
  }
  [[nodiscard]] Index object_of(Index i) const {
    return chunk(i).passive ? chunk(i).subject : chunk(i).object;
  }
  [[nodiscard]] Index subject_of(Index i) const {
    return chunk(i).passive ? agent_behind(context_, sentence_, i) : chunk(i).subject;
  }
  [[nodiscard]] bool is_role(Index phrase) const { return head_word(phrase).is(WordClass::role); }
  // "the victims of the attack" are no attack.
  [[nodiscard]] bool inner(Index phrase) const {
    return chunk(phrase).preposition != none && starts_with_of(phrase);
  }

  // The phrase itself, what it counts ("a series of attacks"), and what is joined to it.
  template <typename Test>
  [[nodiscard]] Index object_where(Index phrase, Test test) const {
    for (int depth = 0; phrase != none && depth < 4; ++depth) {
      if (test(phrase)) return phrase;
      if (chunk(phrase).of != none && test(chunk(phrase).of)) return chunk(phrase).of;
      phrase = chunk(phrase).next;
    }
    return none;
  }

  // triggers.cc
  void verb_group(Index i);
  void use_nouns_inside(const Candidate& pattern);
  [[nodiscard]] const Candidate* candidate_of(Index verb) const;
  [[nodiscard]] bool has_candidate(Index verb) const;
  [[nodiscard]] bool governed(Index i) const;
  [[nodiscard]] bool is_disowned(Index i) const;
  [[nodiscard]] bool introduces_content(Index preposition) const;
  [[nodiscard]] static bool governs(EventType type);
  void take(Candidate& best, std::uint16_t number, int strength, Index first, Index last,
            Index noun) const;
  void must(Index i, Candidate& best) const;
  void statement(Index i, Candidate& best) const;
  [[nodiscard]] FormId word_before(Index phrase) const;
  [[nodiscard]] bool starts_with_of(Index phrase) const;
  [[nodiscard]] bool is_measure(Index phrase) const;
  [[nodiscard]] Index phrase_after_particle(Index i, FormId particle) const;
  [[nodiscard]] Index phrase_behind_preposition(Index i) const;
  [[nodiscard]] bool noun_event(Index phrase, std::uint16_t& number, int& extra) const;
  void light_verb(Index i, Candidate& best) const;
  [[nodiscard]] bool is_foiled(Index i, std::uint16_t number) const;
  void occurrence(Index i, Candidate& best) const;
  void bare_noun(Index i);
  [[nodiscard]] bool is_wanted(Index noun) const;
  [[nodiscard]] bool is_prospect(Index noun) const;
  [[nodiscard]] bool is_sought(Index noun) const;
  [[nodiscard]] bool is_rejected(Index noun) const;
  [[nodiscard]] Index accuser_of(Index noun) const;
  [[nodiscard]] static bool is_deed(EventType type);
  [[nodiscard]] bool stands_alone(Index i) const;

  // senses.cc
  void try_senses(Index i, LemmaId lemma, Index verb, Candidate& best) const;
  [[nodiscard]] FamilyBits words_behind(Index verb) const;
  [[nodiscard]] bool has_frame_noun(Index i) const;
  [[nodiscard]] bool bare_modifier(Index i) const;
  [[nodiscard]] bool fits(Index i, const EventRule& event) const;
  [[nodiscard]] bool gives_office(Index i, const EventRule& event) const;
  [[nodiscard]] bool holds_name(Index phrase) const;
  [[nodiscard]] bool is_official(Index phrase) const;
  [[nodiscard]] bool has_company(const EventRule& event) const;
  [[nodiscard]] bool has_adverb(Index i, const EventRule& event) const;
  [[nodiscard]] bool names_role(Index phrase) const;
  [[nodiscard]] bool subject_fits(Index subject, const EventRule& event) const;
  [[nodiscard]] bool is_named(Index phrase, ClassBits classes) const;
  [[nodiscard]] bool has_head(Index phrase, const std::vector<LemmaId>& heads) const;
  [[nodiscard]] bool is_told_of(Index i, const EventRule& event) const;
  [[nodiscard]] bool is_name_of(Index phrase, MentionType type) const;
  void phrase(Index i, const Sense& sense, Index verb, Candidate& best) const;
  [[nodiscard]] Index skip_fillers(Index at, FormId wanted) const;
  [[nodiscard]] bool is_filler(Index u) const;
  [[nodiscard]] Index skip_object(Index i, Index at, FormId next) const;
  [[nodiscard]] bool leads_on(Index u) const;
  void frame(Index i, const Sense& sense, Candidate& best) const;
  [[nodiscard]] bool particle_follows(Index i, FormId particle) const;

  // accidents.cc
  [[nodiscard]] bool by_accident(Index i) const;
  [[nodiscard]] bool names_arms(Index victims) const;
  [[nodiscard]] bool names_bomb() const;
  [[nodiscard]] bool names_violence() const;
  [[nodiscard]] bool is_inert_killer(Index phrase) const;
  [[nodiscard]] bool is_arm(Index phrase) const;
  [[nodiscard]] bool tells_accident(Index i) const;
  [[nodiscard]] bool tells_explosion() const;
  [[nodiscard]] bool hazard_acts(Index i) const;
  [[nodiscard]] Index hazard_behind(Index i) const;
  [[nodiscard]] bool is_gunfire(Index phrase) const;
  [[nodiscard]] bool blows_up_by_itself() const;

  const Context& context_;
  const Lexicon& lexicon_;
  Sentence& sentence_;
  Row<Chunk>& chunks_;
  std::vector<Candidate>& found_;
};

}  // namespace dateline::extract
