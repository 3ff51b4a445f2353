// One pass over the units of a sentence: its topics, the countries and governments that it names,
// whether a pronoun can mean anyone, whether it is an instruction.
#include "extract/events/survey.h"

#include <algorithm>

namespace dateline::extract {
namespace {

constexpr int enough = 2;  // words of one topic; a sure word alone

// A country, a people, a government, an alliance.
bool is_state(const Mention& mention) {
  if (mention.type == MentionType::nationality || mention.kind == "country") return true;
  return mention.type == MentionType::organization &&
         (mention.kind == "international" || standing_of_kind(mention.kind) == Standing::official);
}

// "3-1"
bool is_score(std::string_view text) {
  const std::size_t dash = text.find('-');
  if (dash == std::string_view::npos || dash == 0 || text.size() > 7) return false;
  return std::all_of(text.begin(), text.end(),
                     [](char c) { return c == '-' || (c >= '0' && c <= '9'); });
}

class Survey {
 public:
  Survey(const Context& context, Sentence& sentence) : context_(context), sentence_(sentence) {}

  void run() {
    Index last = none;
    for (const Index i : sentence_.telling) {
      const Unit& unit = unit_at(sentence_, i);
      if (unit.mention != none && unit.mention != last) mention(unit);
      last = unit.mention;
      if (unit.tag == Tag::number && is_score(context_.text(unit))) add(sport_topic);
      if (unit.word->is(WordClass::weapon) && !is_labour_noun(*unit.word)) armament_ = true;
      if ((unit.word->classes & (bit(WordClass::role) | bit(WordClass::topic))) != 0) word(unit);
    }
    sentence_.instruction = is_instruction();
  }

  [[nodiscard]] Topics topics(Topics leaning) const {
    Topics told = 0;
    for (int topic = 0; topic < topic_count; ++topic) {
      const int wanted = (leaning >> topic & 1) != 0 ? 1 : enough;
      if (weight_[topic] >= wanted) told = static_cast<Topics>(told | 1 << topic);
    }
    return static_cast<Topics>(told & ~labour_topic);
  }
  [[nodiscard]] bool labour() const { return weight_[topic_count - 1] > 0; }
  [[nodiscard]] bool armament() const { return armament_; }

 private:
  [[nodiscard]] const Mention& mention_of(const Unit& unit) const {
    return context_.annotations.mentions[static_cast<std::size_t>(unit.mention)];
  }

  // "strike": a weapon's or a union's.
  [[nodiscard]] bool is_labour_noun(const Word& word) const {
    const Range senses = context_.lexicon.noun_senses(word.noun);
    for (std::uint32_t s = senses.first; s < senses.last; ++s) {
      const NounSense& sense = context_.lexicon.noun_sense(s);
      if (context_.lexicon.event_rules()[sense.rule].about == labour_topic) return true;
    }
    return false;
  }

  void add(Topics topics) {
    const int amount = (topics & sure_topic) != 0 ? enough : 1;
    for (int topic = 0; topic < topic_count; ++topic) {
      if ((topics >> topic & 1) != 0) weight_[topic] += amount;
    }
  }

  void mention(const Unit& unit) {
    const Mention& found = mention_of(unit);
    sentence_.knows_actors = true;
    sentence_.names_states = sentence_.names_states || is_state(found);
    if (found.kind == "club") add(sport_topic);
  }

  void word(const Unit& unit) {
    const Word& entry = context_.word(unit);
    if (entry.is(WordClass::role) && !sentence_.knows_actors) {
      sentence_.knows_actors =
          standing_of_kind(context_.lexicon.kind(entry.kind)) >= Standing::group;
    }
    if (!entry.is(WordClass::topic)) return;
    // Titles are parts of names: "Midfielder Jon Ek".
    if (unit.mention == none || mention_of(unit).type == MentionType::person)
      add(context_.lexicon.topics(entry.form));
  }

  // "Beat the eggs"
  [[nodiscard]] bool is_instruction() const {
    for (const Chunk& chunk : sentence_.chunks) {
      if (chunk.kind == ChunkKind::quote) continue;
      if (chunk.kind != ChunkKind::verb_group) return false;
      const Word& entry = context_.word(unit_at(sentence_, chunk.head));
      return chunk.last - chunk.first == 1 && chunk.finite && chunk.subject == none &&
             (entry.verb_forms & base_form) != 0;
    }
    return false;
  }

  const Context& context_;
  Sentence& sentence_;
  int weight_[topic_count] = {};
  bool armament_ = false;
};

}  // namespace

Standing standing_of_kind(std::string_view kind) {
  static constexpr std::string_view officials[] = {"government", "military", "armed-group",
                                                   "police", "judiciary"};
  static constexpr std::string_view groups[] = {"protesters", "opposition", "organization",
                                                "party"};
  const auto is_one_of = [&](const auto& kinds) {
    return std::find(std::begin(kinds), std::end(kinds), kind) != std::end(kinds);
  };
  if (is_one_of(officials)) return Standing::official;
  return is_one_of(groups) ? Standing::group : Standing::ordinary;
}

void survey(const Context& context, const Before& before, Sentence& sentence) {
  sentence.names_states = before.names_states;
  sentence.knows_actors = before.knows_actors;
  Survey survey(context, sentence);
  survey.run();
  sentence.topics = survey.topics(before.leaning);
  sentence.after_accident = before.accident;
  sentence.labour_words = survey.labour();
  // Where people died or arms are named, an article's unions do not matter.
  constexpr ClassBits harm = bit(WordClass::dead) | bit(WordClass::injured);
  constexpr ClassBits war = harm | bit(WordClass::armed);
  sentence.labour = (sentence.labour_words || before.labour) && !survey.armament() &&
                    (sentence.classes & (sentence.labour_words ? harm : war)) == 0;
}

}  // namespace dateline::extract
