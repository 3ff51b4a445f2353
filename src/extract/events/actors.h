// Noun phrases as actors of events, and what pronouns stand for.
#pragma once

#include <algorithm>
#include <array>
#include <optional>
#include <string_view>
#include <vector>

#include "extract/sentence/sentence.h"

namespace dateline::extract {

// What an event's actor is made of: the words of the article, its annotations and the lexicon, none
// of them copied.
struct ActorView {
  std::string_view name;  // empty: nobody
  std::string_view id, type, kind, country;

  [[nodiscard]] EventActor as(ActorRole role) const;
};

// The last actors that an article named: what "he", "it" and "they" of the next sentences mean.
struct ActorMemory {
  // Of no known sex, a man, a woman; each with when it was: twice the number of the sentence, and
  // one for its subject.
  struct Person {
    ActorView actor;
    std::uint32_t when = 0;
    bool speaks = false;  // and is not "he" inside what is quoted next
  };
  std::array<Person, 3> persons;
  std::uint32_t sentences = 0;
  ActorView group;
  [[nodiscard]] bool knows_anyone() const {
    return !group.name.empty() || std::any_of(persons.begin(), persons.end(),
                                              [](const Person& one) { return one.when != 0; });
  }
  bool group_is_one = false;     // country or human: no "they"
  bool group_is_people = false;  // no "it"
  ActorView others;              // to whom the sentence before did something: "thanked the farmers"
  // Whom the sentence before accused: nobody by name where those were several.
  std::optional<ActorView> accused;
};

class Actors {
 public:
  Actors(const Context& context, const Sentence& sentence, const ActorMemory& memory)
      : context_(context), sentence_(sentence), memory_(memory) {}

  // Every actor that a phrase names, coordination included. Nothing for pronouns that cannot be
  // resolved.
  [[nodiscard]] bool is_pronoun(Index phrase) const { return head(phrase).tag == Tag::pronoun; }
  void add(Index phrase, ActorRole role, std::vector<EventActor>& out) const;
  [[nodiscard]] ActorView actor(Index phrase) const;
  // Remembers the subjects of this sentence for the next.
  void remember(ActorMemory& memory) const;

 private:
  [[nodiscard]] const Chunk& at(Index i) const { return chunk_at(sentence_, i); }
  [[nodiscard]] const Unit& head(Index i) const { return unit_at(sentence_, at(i).head); }
  [[nodiscard]] const Word& head_word(Index i) const { return context_.word(head(i)); }
  [[nodiscard]] const Mention* mention_of(Index phrase) const;
  [[nodiscard]] const Mention* meant_by_role(Index phrase) const;
  [[nodiscard]] const Mention* first_mention(Index phrase) const;
  [[nodiscard]] bool names_actor(Index phrase) const;
  [[nodiscard]] bool titled_name(Index phrase) const;
  [[nodiscard]] bool is_nobody(Index phrase) const;
  [[nodiscard]] bool is_alternative(Index phrase) const;
  [[nodiscard]] bool is_attack(Index phrase) const;
  [[nodiscard]] Index essence(Index phrase) const;
  [[nodiscard]] Index named_beside(Index phrase) const;
  [[nodiscard]] ActorView from_mention(const Mention& mention) const;
  [[nodiscard]] Index possessor_end(Index phrase) const;
  [[nodiscard]] ActorView from_possessor(Index phrase, Index end) const;
  [[nodiscard]] ActorView from_phrase(Index phrase) const;
  [[nodiscard]] Index allegiance(Index phrase) const;
  [[nodiscard]] Span worded(Index phrase) const;

  // pronouns.cc
  struct Pronoun;
  static constexpr Index undecided = none - 1;  // one of two phrases
  [[nodiscard]] Pronoun pronoun_at(Index phrase) const;
  [[nodiscard]] ActorView from_pronoun(Index phrase) const;
  [[nodiscard]] ActorView from_speaker() const;
  [[nodiscard]] ActorView from_memory(const Pronoun& pronoun) const;
  [[nodiscard]] ActorView from_several(const Pronoun& pronoun) const;
  void remember_others(ActorMemory& memory) const;
  [[nodiscard]] Index antecedent(const Pronoun& pronoun) const;
  [[nodiscard]] bool is_witnessed(const Pronoun& pronoun) const;
  [[nodiscard]] bool is_other(Index phrase, const Pronoun& pronoun) const;
  [[nodiscard]] bool is_told_of_others(Index phrase, const Pronoun& pronoun) const;
  [[nodiscard]] EventType deed_of(Index verb) const;
  [[nodiscard]] Index whom_it_was_done_to(const Pronoun& pronoun) const;
  [[nodiscard]] bool is_one_country(Index phrase) const;
  [[nodiscard]] bool is_people(Index phrase) const;
  [[nodiscard]] bool is_several(Index phrase) const;
  [[nodiscard]] bool may_mean(Index phrase, const Pronoun& pronoun) const;
  [[nodiscard]] Sex sex_of(Index phrase) const;
  [[nodiscard]] const ActorView& person_from_memory(Index pronoun) const;
  void remember_person(Index phrase, Sex sex, std::uint32_t now, ActorMemory& memory) const;
  [[nodiscard]] bool tells_of_others(Index speaker) const;

  const Context& context_;
  const Sentence& sentence_;
  const ActorMemory& memory_;
};

}  // namespace dateline::extract
