// Fills a Lexicon from rule paragraphs. One function a key; unknown keys are errors with file and line.
#pragma once

#include <functional>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "extract/lexicon.h"

namespace dateline::extract {

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
  void read_events(const rules::Rule& rule);
  void read_constraints(const rules::Rule& rule, EventRule& event);
  void read_patterns(const rules::Rule& rule, std::uint16_t number);
  void add_phrase(std::string_view pattern, std::uint16_t number);
  void add_frame(std::string_view value, std::uint16_t number);
  void add_block(std::string_view pattern);
  void add_to_class(const rules::Field& field, WordClass cls);
  void error(const rules::Rule& rule, const rules::Field& field, std::string_view what);

  [[nodiscard]] FormId form(std::string_view text);
  [[nodiscard]] LemmaId verb(std::string_view lemma);
  [[nodiscard]] LemmaId noun(std::string_view lemma);
  [[nodiscard]] VerbRef verb_ref(std::string_view text);   // carry_out
  [[nodiscard]] NounRef noun_ref(std::string_view text);   // suicide_attack
  [[nodiscard]] std::uint8_t kind(std::string_view name);
  void set_verb(std::string_view text, LemmaId lemma, std::uint8_t verb_form);
  void set_noun(std::string_view text, LemmaId lemma, std::uint8_t noun_form);
  void finish();

  Lexicon& out_;
  Problems& problems_;
  // Looked up without making strings. Nothing depends on the order in which these are walked.
  struct TextHash {
    using is_transparent = void;
    std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>{}(text); }
  };
  template <typename Id>
  using Ids = std::unordered_map<std::string, Id, TextHash, std::equal_to<>>;
  Ids<FormId> forms_;
  Ids<LemmaId> verbs_, nouns_;
  std::map<std::string, std::vector<std::string>, std::less<>> irregular_, plurals_;
  std::map<LemmaId, std::vector<Sense>> senses_;
  std::map<LemmaId, std::vector<NounSense>> noun_senses_;
  std::map<LemmaId, ClassBits> verb_classes_;
  std::set<std::uint32_t> light_;
  std::uint32_t frames_ = 0;
};

}  // namespace dateline::extract
