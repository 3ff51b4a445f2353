// Fills a Lexicon from rule paragraphs. One function a key; unknown keys are errors with file and
// line.
#pragma once

#include <string_view>
#include <utility>
#include <vector>

#include "extract/lexicon/lexicon.h"
#include "extract/lexicon/text_table.h"

namespace dateline::extract {

// The number of a word class by its name in words.rules; -1 where there is none.
[[nodiscard]] int class_number(std::string_view name);
// The bit of a topic by its name in topics.rules; 0 where there is none.
[[nodiscard]] Topics topic_named(std::string_view name);

class LexiconBuilder {
 public:
  LexiconBuilder(Lexicon& lexicon, Problems& problems) : out_(lexicon), problems_(problems) {}
  void build(const rules::Area& area);

 private:
  struct VerbRef {
    LemmaId verb = 0;
    FormId particle = 0;
  };
  struct NounRef {
    LemmaId noun = 0;
    FormId modifier = 0;
  };
  void collect_irregulars(const rules::Area& area);
  void read_words(const rules::Rule& rule);
  void add_lemmas(const rules::Field& field);
  void add_sex(const rules::Rule& rule, const rules::Field& field);
  void add_ends(const rules::Rule& rule, const rules::Field& field);
  void add_speech(const rules::Rule& rule, const rules::Field& field);
  void read_events(const rules::Rule& rule);
  void read_constraints(const rules::Rule& rule, EventRule& event);
  void read_subject(const rules::Rule& rule, EventRule& event);
  void read_lists(const rules::Rule& rule, EventRule& event);
  void read_patterns(const rules::Rule& rule, std::uint16_t number);
  void add_phrase(std::string_view pattern, std::uint16_t number);
  void add_frame(std::string_view value, std::uint16_t number);
  void add_block(std::string_view pattern);
  void add_class(LemmaId verb, WordClass cls);
  void add_to_topic(std::string_view forms, Topics topic);
  void add_to_class(const rules::Field& field, WordClass cls);
  void error(const rules::Rule& rule, const rules::Field& field, std::string_view what);

  [[nodiscard]] FormId form(std::string_view text);
  [[nodiscard]] LemmaId verb(std::string_view lemma);
  [[nodiscard]] LemmaId noun(std::string_view lemma);
  [[nodiscard]] VerbRef verb_ref(std::string_view text);  // carry_out
  [[nodiscard]] NounRef noun_ref(std::string_view text);  // suicide_attack
  [[nodiscard]] std::uint8_t kind(std::string_view name);
  void set_verb(std::string_view text, LemmaId lemma, std::uint8_t verb_form);
  void set_noun(std::string_view text, LemmaId lemma, std::uint8_t noun_form);
  void finish();
  void finish_families();
  void finish_sense(Sense& sense) const;
  void finish_senses();
  void finish_blocks();
  void finish_slots();
  template <typename Entry>
  static void sort_by_lemma(const std::vector<std::pair<LemmaId, Entry>>& entries, LemmaId last,
                            std::vector<Entry>& sorted, std::vector<Range>& ranges);

  Lexicon& out_;
  Problems& problems_;
  struct Lemmas {
    LemmaId verb = 0;
    LemmaId noun = 0;
  };
  struct OddForms {
    std::string_view first, second, third;  // past, participle, present of a verb; plural of a noun
  };
  TextTable forms_{8192};          // form 1 has number 0
  std::vector<Lemmas> lemmas_;     // by form: the lemmas that it names
  LemmaId verbs_ = 0, nouns_ = 0;  // the last ones
  TextTable irregulars_{512}, plurals_{64};
  std::vector<OddForms> odd_verbs_, odd_nouns_;
  std::vector<std::pair<LemmaId, Sense>> senses_;
  std::vector<std::pair<LemmaId, NounSense>> noun_senses_;
  std::vector<Word> verb_classes_;  // by verb: words of no form, which have its classes
  std::uint32_t frames_ = 0;
};

}  // namespace dateline::extract
