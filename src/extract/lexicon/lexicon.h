// The event lexicon in the form that the clause reader needs: one probe a token by its hash, then
// small numbers only.
//
// Built once from the rule files of data/<language>/events: word classes, verb lemmas with
// generated inflections, nouns, and the event rules with their verb patterns, object frames and
// event nouns.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "dateline/event.h"
#include "extract/lexicon/tag.h"
#include "extract/lexicon/word_ends.h"
#include "rules/rules.h"

namespace dateline::extract {

using FormId = std::uint16_t;   // 0: not in the lexicon
using LemmaId = std::uint16_t;  // of verbs and of nouns, two numberings; 0: none

// Classes of words, named in words.rules; the order is that of `class_names` in word_classes.cc.
enum class WordClass : std::uint8_t {
  determiner,
  pronoun,
  subject_pronoun,
  preposition,
  conjunction,
  subordinator,
  relative,
  to,
  be,
  have,
  do_verb,
  modal,
  future,
  conditional,
  negation,
  adverb,
  adjective,
  number,
  quantity,
  light,
  occur,
  carrier,
  planned,
  failed,
  ongoing,
  denial,
  claim,
  object_control,
  hazard,
  vehicle,
  weapon,
  armed,
  police,
  by,
  according,
  dead,
  injured,
  detained,
  displaced,
  role,
  speech,
  personal,
  first_person,
  bound_after,
  bound_before,
  earlier,
  singular,
  approximate,
  connecting,
  anaphor,
  locative,
  who,
  own,
  pairing,
  outward,
  intent,
  of,
  that,
  obligation,
  adversative,
  possessive_s,
  compound_tail,
  inert,
  topic,
  // Asked of single words only: ClassBits has no room for these.
  alleging,
  of_deed,
  for_deed,
  content,
  untrue,
  demanding,
  supposing,
  meanwhile,
  several,
  prospect,
  tally,
  foiling,
  unsure,
  missed,
  hedge,
  hearsay,
  believing,
  trial,
  endured,
  suffered,
  oblique,
  manner,
  undergoing,
  untruly,
  victim_noun,
  fiction,
  arena,
  captive,
  allotting,
  aged,
  fuel,
  spaceflight,
  retelling,
  sought,
  mock,
  rehearsal,
  replacing,
  ceasing,
  disowning,
  truth,
  scant,
  clearing,
  looming,
  wavering,
  weighing,
  adopting,
  shelving,
  existential
};
inline constexpr std::size_t class_count = static_cast<std::size_t>(WordClass::existential) + 1;
using ClassBits = std::uint64_t;
// A set of word families, one bit each of many: no word of a family that is missing here can stand
// in for it.
using FamilyBits = std::uint64_t;
// What frames need instead: that one of their nouns stands about. Words may share the bit: it never
// says no to what fits.
inline constexpr FamilyBits frame_bit = FamilyBits{1} << 63U;
[[nodiscard]] constexpr FamilyBits family_bit(FormId family) {
  return FamilyBits{1} << (family & 63U);
}
static_assert(static_cast<unsigned>(WordClass::topic) < 64, "one bit a class");
[[nodiscard]] constexpr ClassBits bit(WordClass cls) {
  return ClassBits{1} << static_cast<unsigned>(cls);
}
// The classes behind topic, in two parts: so many, with the flags, just fill a Word.
using RareBits = std::uint32_t;
using RarestBits = std::uint16_t;
[[nodiscard]] constexpr unsigned rarity(WordClass cls) {
  return static_cast<unsigned>(cls) - static_cast<unsigned>(WordClass::topic) - 1;
}
static_assert(class_count - static_cast<unsigned>(WordClass::topic) - 1 <= 48, "one bit a class");
[[nodiscard]] constexpr RareBits rare_bit(WordClass cls) { return RareBits{1} << rarity(cls); }
[[nodiscard]] constexpr RarestBits rarest_bit(WordClass cls) {
  return static_cast<RarestBits>(1U << (rarity(cls) - 32));
}

// What everyday news is about, beside politics: topics.rules; one bit each, in the order of
// `topic_names`.
using Topics = std::uint8_t;
inline constexpr Topics sport_topic = 1, market_topic = 2;
inline constexpr Topics sure_topic = 0x80;  // this word alone tells it
inline constexpr Topics labour_topic =
    0x40;  // no everyday news: what tells a strike from an attack
inline constexpr int topic_count = 7;

enum VerbForm : std::uint8_t {
  base_form = 1,
  third_form = 2,
  past_form = 4,
  participle_form = 8,
  ing_form = 16
};
enum NounForm : std::uint8_t { singular_form = 1, plural_form = 2 };

// Whom a word means: one human of either sex, or none.
enum class Sex : std::uint8_t { none, male, female, either };

struct Word {
  ClassBits classes = 0;
  FormId form = 0;
  LemmaId verb = 0;
  LemmaId noun = 0;
  std::uint8_t verb_forms = 0;  // VerbForm
  std::uint8_t noun_forms = 0;  // NounForm
  std::uint8_t kind = 0;        // of role nouns: index into Lexicon::kinds
  Tag tag = Tag::other;         // in every context; other where the context decides
  FormId family = 0;         // the same for all forms that share a lemma, over any number of steps
  std::uint32_t number = 0;  // of number words
  RareBits rare = 0;
  RarestBits rarest = 0;
  bool tells_event : 1 = false;   // a noun with senses
  bool may_be_light : 1 = false;  // a verb that Lexicon::light may know
  bool starts_idiom : 1 = false;  // one of its family begins one of Lexicon::blocks
  bool tells : 1 = false;  // what a sentence is about, or who is at hand: role, topic, weapon
  Sex sex = Sex::none;     // of pronouns and nouns that mean one human

  constexpr void add(WordClass cls) {
    if (cls <= WordClass::topic)
      classes |= bit(cls);
    else if (rarity(cls) < 32)
      rare |= rare_bit(cls);
    else
      rarest = static_cast<RarestBits>(rarest | rarest_bit(cls));
  }
  constexpr void add_classes_of(const Word& other) {
    classes |= other.classes;
    rare |= other.rare;
    rarest = static_cast<RarestBits>(rarest | other.rarest);
  }
  [[nodiscard]] constexpr bool is(WordClass cls) const {
    if (cls <= WordClass::topic) return (classes & bit(cls)) != 0;
    return rarity(cls) < 32 ? (rare & rare_bit(cls)) != 0 : (rarest & rarest_bit(cls)) != 0;
  }
};
static_assert(sizeof(Word) == 32, "two a cache line");

// The preposition of what the object of the verb before did: "suspected of", "jailed for".
[[nodiscard]] constexpr bool leads_to_deed(const Word& word) {
  return word.is(WordClass::of_deed) || word.is(WordClass::for_deed);
}

// What an event rule says beside its words.
struct EventRule {
  RuleId id = no_rule;
  std::string place;        // "data/en/events/assault.rules:48"
  std::uint32_t order = 0;  // in the files
  EventType type = EventType::other;
  std::string_view mode;
  bool weak = false;  // counts only where nothing else is found in the sentence
  bool frame_target =
      false;  // the object of a frame is the target, not what a preposition adds to it
  bool target_is_subject = false;
  bool subject_is_target = false;
  bool no_object = false;  // only without a direct object
  bool needs_object = false;
  ClassBits not_subject = 0;
  ClassBits subject = 0;          // classes of which the subject's head must have one; 0: any
  bool any_topic = false;         // counts in sentences about sport and markets too
  Topics about = 0;               // only in sentences and articles about that
  bool ahead = false;             // what it tells has yet to come: "voted to strike"
  bool accident = false;          // its verbs tell of accidents where nothing stands behind them
  bool by_accident = false;       // only where an accident did it
  bool subject_country = false;   // or be a name
  bool subject_place = false;     // or a place
  bool is_sure = false;           // its negation is part of the pattern: "pleaded not guilty"
  bool object_office = false;     // what the object is made stands about
  std::optional<WordClass> with;  // only where the sentence has such a word
  bool object_place = false;
  bool object_person = false;
  bool object_role = false;
  EventType planned = EventType::other;  // what it is as long as it lies ahead; other: by its type
  std::vector<LemmaId> not_object, subject_nouns;
  std::vector<FormId> target;  // prepositions
  std::vector<FormId> source;
  std::vector<FormId> adverbs;  // one of which must stand before the verb
};

inline constexpr FormId gap = 0xFFFF;  // ~ in a phrase pattern: the object

// One way to word a trigger: a verb with what follows it.
struct Sense {
  enum class Kind : std::uint8_t { verb, phrase, frame, block };
  Kind kind = Kind::verb;
  std::uint16_t rule = 0;  // index into Lexicon::event_rules
  std::uint32_t first =
      0;  // phrase, block: elements [first, last) of Lexicon::pattern; frame: its number
  std::uint32_t last = 0;
  FormId particle = 0;  // of a frame's verb: out of carry_out
  int strength = 0;     // at most
  FamilyBits next =
      0;  // of a phrase: the element right behind the verb; 0 where a gap stands there
  FamilyBits needs = 0;  // of a phrase: all elements; of a frame: frame_bit
};

// How much a sense counts: the longer and the more specific the pattern, the more.
inline constexpr int verb_strength = 10, frame_strength = 22, element_strength = 5,
                     modifier_strength = 2;

// An event noun: its rule, and the word that must stand before it (suicide of suicide_attack), or
// 0.
struct NounSense {
  std::uint16_t rule = 0;
  FormId modifier = 0;
};

struct Range {
  std::uint32_t first = 0, last = 0;
};

class Lexicon {
 public:
  Lexicon(const Rules& rules, std::string_view language, Problems& problems);

  // The entry of a token; words()[0] where it has none. `size` is that of the folded token.
  [[nodiscard]] const Word& word(FormId form) const { return words_[form]; }
  [[nodiscard]] FormId find(std::uint32_t hash, std::uint32_t size) const {
    const std::uint64_t key = slot(hash, size, 0);
    for (std::size_t at = hash & slot_mask_;; at = (at + 1) & slot_mask_) {
      const std::uint64_t found = slots_[at];
      if ((found ^ key) << 16 == 0 || found == 0) return static_cast<FormId>(found >> 48);
    }
  }
  [[nodiscard]] FormId form(std::string_view folded) const;
  [[nodiscard]] const WordEnds& ends() const { return ends_; }

  [[nodiscard]] const std::vector<EventRule>& event_rules() const { return event_rules_; }
  [[nodiscard]] std::string_view kind(std::uint8_t kind) const { return kinds_[kind]; }
  // The rule that names the words of the class; no_rule where none does.
  [[nodiscard]] RuleId rule_of(WordClass cls) const {
    return class_rules_[static_cast<std::size_t>(cls)];
  }
  // Of words of class topic: which, and sure_topic.
  [[nodiscard]] Topics topics(FormId form) const { return topics_[form]; }
  // Senses of a verb lemma, the strongest first, else as the files order them.
  [[nodiscard]] Range senses(LemmaId verb) const { return verb_senses_[verb]; }
  [[nodiscard]] const Sense& sense(std::uint32_t index) const { return senses_[index]; }
  // Sense::needs of all senses, side by side.
  [[nodiscard]] const FamilyBits* sense_needs() const { return sense_needs_.data(); }
  [[nodiscard]] Range noun_senses(LemmaId noun) const { return noun_senses_index_[noun]; }
  [[nodiscard]] const NounSense& noun_sense(std::uint32_t index) const {
    return noun_senses_[index];
  }
  [[nodiscard]] FormId element(std::uint32_t index) const { return pattern_[index]; }
  // Does the unit's word stand for this element of a pattern: the same form, or one of its
  // inflections?
  [[nodiscard]] bool matches(FormId element, const Word& word) const {
    if (word.form == 0) return false;
    if (element == word.form) return true;
    const Word& wanted = words_[element];
    return (wanted.verb != 0 && wanted.verb == word.verb && (wanted.verb_forms & base_form) != 0) ||
           (wanted.noun != 0 && wanted.noun == word.noun &&
            (wanted.noun_forms & singular_form) != 0);
  }
  // Is a noun with the word before it (0: none) an object of the frame? 0: no; else 1 + number of
  // words before.
  [[nodiscard]] bool in_frames(LemmaId noun) const { return in_frames_[noun]; }
  [[nodiscard]] int frame_object(std::uint32_t frame, LemmaId noun, FormId before) const;
  // "explosion", "blast": an attack and an accident by the same word.
  [[nodiscard]] bool is_explosion(const Word& word) const;
  // Verbs that merely carry an event noun; `particle` is the word after the verb.
  [[nodiscard]] bool light(const Word& verb, FormId particle) const;
  // Idioms that hold no event: the words of each, and which may begin with this word.
  [[nodiscard]] Range blocks(const Word& word) const { return block_starts_[word.family]; }
  [[nodiscard]] const Range& block(std::uint32_t index) const { return blocks_[index]; }
  [[nodiscard]] FamilyBits block_needs(std::uint32_t index) const { return block_needs_[index]; }
  // Prepositions in the order in which they are preferred as what a complement is directed at.
  [[nodiscard]] const std::vector<FormId>& outward() const { return outward_; }
  [[nodiscard]] const std::vector<FormId>& agent() const { return agent_; }
  [[nodiscard]] std::uint16_t must_rule() const { return must_rule_; }  // 0xFFFF: none
  [[nodiscard]] std::uint16_t statement_rule() const { return statement_rule_; }
  [[nodiscard]] std::uint16_t other_rule() const { return other_rule_; }

 private:
  friend class LexiconBuilder;
  [[nodiscard]] static constexpr std::array<RuleId, class_count> filled_with_no_rule() {
    std::array<RuleId, class_count> rules{};
    rules.fill(no_rule);
    return rules;
  }
  // From the highest bits: the form, its size, its hash; 0 where the slot is empty.
  [[nodiscard]] static constexpr std::uint64_t slot(std::uint32_t hash, std::uint32_t size,
                                                    FormId form) {
    return std::uint64_t{form} << 48 | std::uint64_t{size & 0xFFFFU} << 32 | hash;
  }
  struct FrameNoun {
    std::uint32_t key = 0;  // frame << 16 | noun
    FormId modifier = 0;
    friend auto operator<=>(const FrameNoun&, const FrameNoun&) = default;
  };
  std::vector<Word> words_;
  std::vector<std::uint64_t> slots_;  // open addressing, a power of two
  std::size_t slot_mask_ = 0;
  WordEnds ends_;
  std::vector<std::string_view> kinds_;
  std::vector<Topics> topics_;  // by form
  std::array<RuleId, class_count> class_rules_ = filled_with_no_rule();
  std::vector<EventRule> event_rules_;
  std::vector<Sense> senses_;
  std::vector<FamilyBits> sense_needs_;
  std::vector<Range> verb_senses_;
  std::vector<NounSense> noun_senses_;
  std::vector<Range> noun_senses_index_;
  std::vector<FormId> pattern_;
  std::vector<FrameNoun> frame_nouns_;
  std::vector<bool> in_frames_;  // by noun: is it an object of any?
  std::vector<Range> blocks_;
  std::vector<FamilyBits> block_needs_;  // of all words of each
  std::vector<Range> block_starts_;      // by family of the first word
  std::vector<FormId> outward_, agent_;
  std::vector<std::uint32_t> light_;  // lemma << 16 | particle
  std::uint16_t must_rule_ = 0xFFFF, statement_rule_ = 0xFFFF, other_rule_ = 0xFFFF;
};

}  // namespace dateline::extract
