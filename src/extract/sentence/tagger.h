// The tagger: a light part of speech for every unit of a sentence, left to right. tags.cc has
// marks, names, closed classes and unknown words; verb_tags.cc the forms of verbs; verb_or_noun.cc
// those that may be either.
#pragma once

#include "extract/sentence/sentence.h"

namespace dateline::extract {

class Tagger {
 public:
  Tagger(const Context& context, Sentence& sentence)
      : context_(context), sentence_(sentence), units_(sentence.units) {}
  void run();

 private:
  [[nodiscard]] Unit& at(Index i) { return units_[i]; }
  [[nodiscard]] const Unit& at(Index i) const { return units_[i]; }
  [[nodiscard]] const Word& word(Index i) const { return context_.word(at(i)); }
  [[nodiscard]] bool inside(Index i) const { return i >= 0 && i < size_of(units_); }
  [[nodiscard]] bool is(Index i, WordClass cls) const { return inside(i) && word(i).is(cls); }
  [[nodiscard]] std::string_view text(Index i) const { return context_.text(at(i)); }
  [[nodiscard]] bool is_mark(Index i) const {
    return context_.reading.tokens.has(at(i).first, text::is_mark);
  }
  [[nodiscard]] bool is_word(Index i) const {
    return context_.reading.tokens.has(at(i).first, text::is_word);
  }
  [[nodiscard]] FoundEnds ends(std::string_view form) const {
    return context_.lexicon.ends().of(form);
  }
  [[nodiscard]] bool is_unknown_adverb(Index i) const {
    return word(i).form == 0 && ends(text(i)).has(WordEnd::adverb);
  }
  // Without a hyphen, then.
  [[nodiscard]] bool is_one_token(Index i) const { return at(i).last - at(i).first == 1; }
  [[nodiscard]] bool is_plural_at(Index i) const { return is_plural(context_, at(i)); }
  [[nodiscard]] bool is_of_date(Index i) const;
  [[nodiscard]] bool is_number(Index i) const {
    return context_.reading.tokens.has(at(i).first, text::is_number);
  }
  // The tag before i, adverbs and quotes left out.
  [[nodiscard]] Index before(Index i) const {
    Index j = i - 1;
    while (j >= 0 &&
           (at(j).tag == Tag::adverb || at(j).tag == Tag::quote || at(j).tag == Tag::negation))
      --j;
    return j;
  }
  [[nodiscard]] Tag tag_before(Index i) const {
    const Index j = before(i);
    return j < 0 ? Tag::stop : at(j).tag;
  }
  [[nodiscard]] bool noun_context(Index i) const {
    const Tag left = tag_before(i);
    return left == Tag::determiner || left == Tag::adjective || left == Tag::possessive ||
           left == Tag::number;
  }

  // tags.cc
  void loosen_approximation(Index number);
  [[nodiscard]] Tag mark_in_context(Index i) const;
  [[nodiscard]] bool possessive_apostrophe(Index i) const;
  [[nodiscard]] bool name_here(Index i) const;
  [[nodiscard]] Tag tag_of(Index i) const;
  [[nodiscard]] Tag ordinal_or_number(Index i) const;
  [[nodiscard]] Tag name_or_nationality(Index i) const;
  [[nodiscard]] bool lower_compound(Index i) const;
  [[nodiscard]] Tag in_mention(Index i) const;
  [[nodiscard]] Tag capital_word(Index i) const;
  [[nodiscard]] Tag unknown(Index i) const;
  [[nodiscard]] Tag guess(Index i, std::string_view form) const;
  [[nodiscard]] Tag compound(Index i, std::string_view form) const;
  [[nodiscard]] bool followed_by_noun(Index i) const;
  [[nodiscard]] Tag known(Index i) const;
  [[nodiscard]] Tag without_verb(Index i) const;
  [[nodiscard]] Tag to_tag(Index i) const;
  [[nodiscard]] Tag relative_tag(Index i) const;
  [[nodiscard]] Tag determiner_tag(Index i) const;

  // verb_tags.cc
  [[nodiscard]] Tag with_verb(Index i) const;
  [[nodiscard]] bool makes_passive(Index i) const;
  [[nodiscard]] Tag plain_verb(Index i) const;
  [[nodiscard]] Tag adjective_or_verb(Index i) const;
  [[nodiscard]] Tag participle_or_verb(Index i) const;
  [[nodiscard]] Tag ing_form_tag(Index i, bool noun) const;
  [[nodiscard]] bool takes_object(Index i) const;
  [[nodiscard]] bool has_later_verb(Index i) const;
  [[nodiscard]] bool modified(Index j) const;
  [[nodiscard]] bool starts_phrase(Index j) const;

  // verb_or_noun.cc
  [[nodiscard]] Tag noun_or_verb(Index i) const;
  [[nodiscard]] bool is_acronym(Index i) const;
  [[nodiscard]] bool is_behind_label(Index i) const;
  [[nodiscard]] bool opens_sentence(Index j) const;
  [[nodiscard]] bool awaits_harm(Index i, Index j) const;
  [[nodiscard]] bool is_preferred_less(Index i, Index than) const;
  [[nodiscard]] bool closes_speech(Index comma) const;
  [[nodiscard]] bool denies_verb(Index i) const;
  [[nodiscard]] bool opens_relative_clause(Index noun) const;
  [[nodiscard]] bool links_name(Index i) const;
  [[nodiscard]] bool opens_instruction(Index i) const;
  [[nodiscard]] bool first_verb(Index i) const;
  [[nodiscard]] bool crowd_verb(Index i, Index j) const;
  [[nodiscard]] bool first_verb_of_headline(Index i) const;
  [[nodiscard]] bool has_verb_before(Index i) const;
  [[nodiscard]] bool auxiliary_follows(Index i) const;
  [[nodiscard]] bool in_demand(Index j) const;
  [[nodiscard]] bool past_behind_role(Index i) const;
  [[nodiscard]] bool joins_the_dead(Index i) const;
  [[nodiscard]] bool is_attack_with_verb(Index i) const;
  [[nodiscard]] bool is_only_verb(Index i, Index j) const;
  [[nodiscard]] bool past_follows(Index i) const;
  [[nodiscard]] bool base_follows(Index i) const;
  [[nodiscard]] bool opens_complement(Index j) const;
  [[nodiscard]] Tag after_noun(Index i, Index j) const;
  [[nodiscard]] bool leads_phrase(Index i) const;
  [[nodiscard]] bool is_compound(Index i) const;
  [[nodiscard]] bool entry_is_event(Index i) const;
  [[nodiscard]] bool singular_phrase(Index j) const;
  [[nodiscard]] bool plural_before(Index j) const;
  [[nodiscard]] bool opens_clause(Index k) const;
  [[nodiscard]] bool joined_subject(Index j) const;
  [[nodiscard]] Tag after_conjunction(Index i, Index j) const;

  const Context& context_;
  Sentence& sentence_;
  Row<Unit>& units_;
};

}  // namespace dateline::extract
