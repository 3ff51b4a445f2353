// How sure the text is of one candidate. modality.cc reads the verb and those that carry it and
// decides, hearsay.cc has what nobody vouches for, doubts.cc what takes it back (denials, what was
// foiled or missed), unreal.cc deeds that something else stands in for, modality_words.cc the word
// that shows it.
#pragma once

#include "extract/events/candidate.h"

namespace dateline::extract {

class Judge {
 public:
  Judge(const Context& context, const Sentence& sentence, Candidate& candidate)
      : context_(context), sentence_(sentence), candidate_(candidate) {}

  void run();

 private:
  [[nodiscard]] const Chunk& at(Index i) const { return chunk_at(sentence_, i); }
  [[nodiscard]] const Word& head(Index i) const {
    return context_.word(unit_at(sentence_, at(i).head));
  }
  [[nodiscard]] const Word& word(Index unit) const {
    return context_.word(unit_at(sentence_, unit));
  }

  // modality.cc
  void decide();
  [[nodiscard]] Modality of_noun() const;
  void read_chain();
  void read_verb(Index i);
  bool ends_chain(const Chunk& verb);
  [[nodiscard]] static bool is_counterfactual(const Chunk& verb);
  [[nodiscard]] Index content_of(Index told) const;
  [[nodiscard]] Modality by_speaker(Index told) const;
  void convert();

  // hearsay.cc
  [[nodiscard]] bool is_alleged(Index i) const;
  [[nodiscard]] bool is_alleged_deed(Index phrase) const;
  [[nodiscard]] bool is_held(Index i) const;
  [[nodiscard]] bool is_charged(Index i) const;
  [[nodiscard]] bool is_under_trial(Index i) const;
  [[nodiscard]] bool is_hedged(Index i) const;
  [[nodiscard]] bool is_hedge(Index unit) const;
  [[nodiscard]] bool is_hearsay(Index frame) const;
  [[nodiscard]] bool is_disbelieved(const Chunk& verb) const;

  // doubts.cc
  [[nodiscard]] bool is_said_untruly(const Chunk& verb) const;
  [[nodiscard]] bool is_had_done(const Chunk& verb) const;
  [[nodiscard]] bool is_supposed(const Chunk& verb) const;
  [[nodiscard]] bool is_plea(const Chunk& verb) const;
  [[nodiscard]] bool is_denied_content(const Chunk& verb) const;
  [[nodiscard]] Index untrue_word(Index told) const;
  [[nodiscard]] static bool ends_predicate(const Chunk& chunk);
  [[nodiscard]] bool stands_between(Index parent, Index child, WordClass cls) const;
  [[nodiscard]] bool is_missed(Index i) const;
  void foiled(const Chunk& by);
  [[nodiscard]] bool is_foiled(Index i) const;
  [[nodiscard]] bool is_ahead(const Chunk& verb) const;
  [[nodiscard]] bool is_idea(Index i) const;
  [[nodiscard]] bool is_boast(const Chunk& verb) const;
  [[nodiscard]] bool names_none() const;
  [[nodiscard]] bool is_doubted(const Chunk& verb) const;
  [[nodiscard]] bool is_unfounded(Index content) const;
  [[nodiscard]] bool nobody(const Chunk& verb) const;
  [[nodiscard]] bool is_nobody(Index phrase) const;
  [[nodiscard]] bool is_empty(Index first) const;

  // unreal.cc
  [[nodiscard]] bool is_replaced(const Chunk& verb) const;
  [[nodiscard]] bool is_bare(const Chunk& verb) const;
  void read_scheme(Index i);
  [[nodiscard]] bool is_attempt(Index noun) const;
  [[nodiscard]] bool is_weighed(const Chunk& verb) const;
  [[nodiscard]] bool is_preferred(const Chunk& verb) const;
  [[nodiscard]] bool is_lapsed(const Chunk& verb) const;
  [[nodiscard]] bool is_past_gerund(const Chunk& verb) const;
  [[nodiscard]] bool is_disowned(const Chunk& verb) const;
  [[nodiscard]] bool is_told_untrue(const Chunk& verb) const;
  [[nodiscard]] bool is_cleared_of(Index deed) const;
  [[nodiscard]] bool has_word(WordClass cls) const;
  [[nodiscard]] bool is_alleged_noun(Index noun) const;
  [[nodiscard]] bool has_adjective(Index noun, WordClass cls) const;
  [[nodiscard]] bool is_quoted(const Chunk& verb) const;

  // modality_words.cc
  void find_word();
  bool show(Index unit, WordClass cls);
  bool in_chain(WordClass cls);
  bool above(WordClass cls);
  bool ruled_by(WordClass cls);
  bool in_predicate(WordClass cls);
  bool at_subject(WordClass cls);
  bool before(WordClass cls);
  void frame(WordClass cls);

  const Context& context_;
  const Sentence& sentence_;
  Candidate& candidate_;
  bool negated_ = false, planned_ = false, would_ = false, ongoing_ = false, failed_ = false,
       denied_ = false, alleged_ = false, missed_ = false;
};

}  // namespace dateline::extract
