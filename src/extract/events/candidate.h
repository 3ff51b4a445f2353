// A trigger that was found in a sentence, before it becomes an Event: which rule, which words,
// which phrases.
#pragma once

#include <vector>

#include "extract/sentence/sentence.h"

namespace dateline::extract {

struct Candidate {
  std::uint16_t rule = 0;  // into Lexicon::event_rules
  EventType type = EventType::other;
  Index verb = none;          // verb group; none for a bare event noun
  Index noun = none;          // noun phrase that holds the event noun
  Index first = 0, last = 0;  // units of the pattern
  Index shown = 0;            // the trigger is [first, shown): a pattern up to the object inside it
  int strength = 0;           // longer and more specific patterns win
  bool weak = false;
  bool is_frame = false;               // by verb and object together
  bool is_demand = false;              // "must" in what someone says
  Index accuser = none;                // the verb that lays a noun to someone: "accused of murder"
  bool is_wanted = false;              // a noun that a demand is for: "called for a strike"
  Index source = none, target = none;  // noun phrases
  Index target_verb = none;            // the complement whose object may be the target
  Modality modality = Modality::asserted;
  Index modality_unit = none;  // the word that says so, and the class that it does it by
  WordClass modality_class = WordClass::speech;
  bool inner = false;      // a bare noun behind "of"
  bool secondary = false;  // inside a relative or adverbial clause, or a bare noun
};

void block_idioms(const Context& context, Sentence& sentence);  // idioms.cc
void find_triggers(const Context& context, Sentence& sentence,
                   std::vector<Candidate>& found);  // triggers.cc
void assign_roles(const Context& context, const Sentence& sentence,
                  Candidate& candidate);  // roles.cc
void judge_modality(const Context& context, const Sentence& sentence,
                    Candidate& candidate);  // modality.cc
// What the text tells as a fact, but dates after its own day, lies ahead.
void judge_as_planned(const Context& context, Candidate& candidate);  // modality.cc
// The word by which the sentence takes back what the one before reported; none where it does not.
[[nodiscard]] Index retracting_unit(const Context& context,
                                    const Sentence& sentence);  // retraction.cc
[[nodiscard]] bool is_political(const Context& context, const Sentence& sentence,
                                const Candidate& candidate);  // scope.cc

}  // namespace dateline::extract
