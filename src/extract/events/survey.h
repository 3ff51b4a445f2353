// What a sentence and those before it are about, and who is at hand: what scope.cc judges triggers
// by.
#pragma once

#include "extract/sentence/sentence.h"

namespace dateline::extract {

// What is known when a sentence begins.
struct Before {
  bool knows_actors = false;  // the article has named someone
  bool names_states = false;  // and a country or a government
  Topics leaning = 0;         // what it has been about so far
  bool labour = false;        // work and pay among it, and more than war
  bool accident = false;      // the last harm told of was one
};

// Who stands in a role, the more likely to act in politics the higher.
enum class Standing : std::uint8_t {
  nobody,
  inert,
  unknown,
  ordinary,
  armament,
  group,
  named,
  official
};
// Of a role noun or an organisation, by its kind.
[[nodiscard]] Standing standing_of_kind(std::string_view kind);

// Fills in what the sentence is about and whom it knows.
void survey(const Context& context, const Before& before, Sentence& sentence);

// What the sentences of an article have been about: it leans to a topic that every other one of
// them has told of, and is about politics where none is leant to and a country or a government was
// named.
class TopicMemory {
 public:
  void add(const Sentence& sentence) {
    ++sentences_;
    labour_ += sentence.labour_words ? 1 : 0;
    war_ += (sentence.classes & (bit(WordClass::armed) | bit(WordClass::dead))) != 0 ? 1 : 0;
    names_states_ = names_states_ || sentence.names_states;
    any_ = static_cast<Topics>(any_ | sentence.topics);
    if (any_ == 0) return;
    leaning_ = 0;
    for (int topic = 0; topic < topic_count; ++topic) {
      told_[topic] += sentence.topics >> topic & 1;
      if (told_[topic] >= 2 && told_[topic] * 2 >= sentences_)
        leaning_ = static_cast<Topics>(leaning_ | 1 << topic);
    }
  }
  [[nodiscard]] Topics leaning() const { return leaning_; }
  // Work and pay, and not the war of a country that has unions too.
  [[nodiscard]] bool labour() const { return labour_ > war_ && labour_ * 4 >= sentences_; }
  [[nodiscard]] bool names_states() const { return names_states_ && leaning_ == 0; }

 private:
  int sentences_ = 0, labour_ = 0, war_ = 0;
  int told_[topic_count] = {};
  Topics any_ = 0, leaning_ = 0;
  bool names_states_ = false;
};

}  // namespace dateline::extract
