// The word half of the lexicon: word classes, lemmas with their regular and odd forms.
#include <algorithm>
#include <array>
#include <charconv>

#include "extract/lexicon/inflect.h"
#include "extract/lexicon/lexicon_builder.h"
#include "extract/lexicon/parts.h"

namespace dateline::extract {
namespace {

std::string_view last_part(std::string_view text, char separator) {
  std::string_view last;
  for (const std::string_view part : Parts(text, separator)) last = part;
  return last;
}

constexpr std::array<std::string_view, 37> keys_of_area = {
    "type",      "mode",      "verb",   "phrase",       "frame",        "noun",         "target",
    "source",    "subject",   "object", "not-object",   "rank",         "subject-role", "must",
    "speech",    "block",     "class",  "forms",        "verbs",        "kind",         "plain",
    "irregular", "also-noun", "plural", "frame-target", "not-subject",  "topic",        "any-topic",
    "about",     "accident",  "ending", "planned",      "subject-noun", "modality",     "with",
    "sex",       "adverb"};

}  // namespace

FormId LexiconBuilder::form(std::string_view text) {
  const std::uint32_t id = forms_.add(text) + 1;  // 0 is no word
  if (id == out_.words_.size()) {
    Word word;
    word.form = static_cast<FormId>(id);
    out_.words_.push_back(word);
    lemmas_.emplace_back();
  }
  return static_cast<FormId>(id);
}

void LexiconBuilder::set_verb(std::string_view text, LemmaId lemma, std::uint8_t verb_form) {
  Word& word = out_.words_[form(text)];
  // The first lemma of a form wins ("found" is find's before it is found's).
  if (word.verb != 0 && word.verb != lemma) return;
  word.verb = lemma;
  word.verb_forms |= verb_form;
}

void LexiconBuilder::set_noun(std::string_view text, LemmaId lemma, std::uint8_t noun_form) {
  Word& word = out_.words_[form(text)];
  if (word.noun != 0 && word.noun != lemma) return;
  word.noun = lemma;
  word.noun_forms |= noun_form;
}

LemmaId LexiconBuilder::verb(std::string_view lemma) {
  const FormId base = form(lemma);
  if (lemmas_[base].verb != 0) return lemmas_[base].verb;
  const LemmaId id = ++verbs_;
  lemmas_[base].verb = id;
  const VerbForms regular = inflect_verb(lemma);
  set_verb(lemma, id, base_form);
  set_verb(regular.ing, id, ing_form);
  const std::uint32_t entry = irregulars_.find(lemma);
  if (entry == TextTable::absent) {
    for (const std::string_view third : Parts(regular.third, '/')) set_verb(third, id, third_form);
    set_verb(regular.past, id, past_form | participle_form);
    return id;
  }
  const OddForms& odd = odd_verbs_[entry];
  const std::string_view present = odd.third.empty() ? std::string_view(regular.third) : odd.third;
  for (const std::string_view third : Parts(present, '/')) set_verb(third, id, third_form);
  for (const std::string_view past : Parts(odd.first, '/')) set_verb(past, id, past_form);
  for (const std::string_view participle : Parts(odd.second, '/'))
    set_verb(participle, id, participle_form);
  // "cancelled" and "cancelling", "shelled" and "shelling": a doubled past has a doubled -ing.
  const std::string_view last = last_part(odd.first, '/');
  if (last.ends_with("ed") && last.size() > 4 && last[last.size() - 3] == last[last.size() - 4]) {
    set_verb(std::string(last.substr(0, last.size() - 2)) + "ing", id, ing_form);
  }
  return id;
}

LemmaId LexiconBuilder::noun(std::string_view lemma) {
  const FormId base = form(lemma);
  if (lemmas_[base].noun != 0) return lemmas_[base].noun;
  const LemmaId id = ++nouns_;
  lemmas_[base].noun = id;
  set_noun(lemma, id, singular_form);
  const std::uint32_t entry = plurals_.find(lemma);
  if (entry == TextTable::absent) {
    set_noun(plural_of(lemma), id, plural_form);
    return id;
  }
  for (const std::string_view plural : Parts(odd_nouns_[entry].first, '/'))
    set_noun(plural, id, plural_form);
  return id;
}

LexiconBuilder::VerbRef LexiconBuilder::verb_ref(std::string_view text) {
  const std::size_t at = text.find('_');
  if (at == std::string_view::npos) return {verb(text), 0};
  // Particles of several words ("walk out of") are one particle and nothing more here.
  const std::string_view rest = text.substr(at + 1);
  return {verb(text.substr(0, at)), form(rest.substr(0, rest.find('_')))};
}

LexiconBuilder::NounRef LexiconBuilder::noun_ref(std::string_view text) {
  const std::size_t at = text.rfind('_');
  if (at == std::string_view::npos) return {noun(text), 0};
  const std::string_view before = text.substr(0, at);
  return {noun(text.substr(at + 1)), form(before.substr(before.rfind('_') + 1))};
}

std::uint8_t LexiconBuilder::kind(std::string_view name) {
  auto& kinds = out_.kinds_;
  const auto it = std::find(kinds.begin(), kinds.end(), name);
  if (it != kinds.end()) return static_cast<std::uint8_t>(it - kinds.begin());
  kinds.push_back(name);
  return static_cast<std::uint8_t>(kinds.size() - 1);
}

void LexiconBuilder::collect_irregulars(const rules::Area& area) {
  for (const rules::Rule& rule : area.rules()) {
    for (const rules::Field& field : rule.fields) {
      if (field.key != "irregular" && field.key != "plural") continue;
      const bool verbs = field.key == "irregular";
      for (const std::string_view entry : Parts(field.value, '|')) {
        Parts words(entry, ' ');
        std::string_view forms[4];  // the lemma, then its odd forms
        for (std::string_view& one : forms)
          one = words == std::default_sentinel ? std::string_view() : *words, ++words;
        if (forms[verbs ? 2 : 1].empty()) {
          error(rule, field, "an entry with too few or too many forms");
          continue;
        }
        const std::uint32_t number = (verbs ? irregulars_ : plurals_).add(forms[0]);
        auto& list = verbs ? odd_verbs_ : odd_nouns_;
        if (number == list.size()) list.emplace_back();
        list[number] = {forms[1], forms[2], forms[3]};
      }
    }
  }
}

void LexiconBuilder::add_to_class(const rules::Field& field, WordClass cls) {
  for (const std::string_view word : Parts(field.value, ' ')) {
    if (field.key == "forms") {
      const std::size_t equals = word.find('=');
      Word& entry = out_.words_[form(word.substr(0, equals))];
      entry.add(cls);
      if (cls == WordClass::outward) out_.outward_.push_back(entry.form);
      if (cls == WordClass::by) out_.agent_.push_back(entry.form);
      if (equals != std::string_view::npos) {
        std::from_chars(word.data() + equals + 1, word.data() + word.size(), entry.number);
      }
      continue;
    }
    const VerbRef ref = verb_ref(word);
    if (cls == WordClass::light)
      out_.light_.push_back(static_cast<std::uint32_t>(ref.verb) << 16 | ref.particle);
    if (ref.particle == 0) add_class(ref.verb, cls);
  }
}

// "league", or "goalkeeper=2" for a word that tells the topic alone.
void LexiconBuilder::add_to_topic(std::string_view forms, Topics topic) {
  for (const std::string_view word : Parts(forms, ' ')) {
    const std::size_t equals = word.find('=');
    Word& entry = out_.words_[form(word.substr(0, equals))];
    entry.classes |= bit(WordClass::topic);
    if (out_.topics_.size() <= entry.form) out_.topics_.resize(entry.form + std::size_t{1});
    Topics& topics = out_.topics_[entry.form];
    topics =
        static_cast<Topics>(topics | topic | (equals != std::string_view::npos ? sure_topic : 0));
  }
}

void LexiconBuilder::read_words(const rules::Rule& rule) {
  const int cls = class_number(rule.get("class"));
  if (cls >= 0 && out_.class_rules_[static_cast<std::size_t>(cls)] == no_rule) {
    out_.class_rules_[static_cast<std::size_t>(cls)] = rule.id;
  }
  const Topics topic = topic_named(rule.get("topic"));
  for (const rules::Field& field : rule.fields) {
    if (std::find(keys_of_area.begin(), keys_of_area.end(), field.key) == keys_of_area.end() &&
        field.key != "yes" && field.key != "no") {
      error(rule, field, "unknown key");
    }
    if (field.key == "class" && cls < 0) error(rule, field, "unknown class");
    if (field.key == "topic" && topic == 0) error(rule, field, "unknown topic");
    if (field.key == "forms" && topic != 0) add_to_topic(field.value, topic);
    if ((field.key == "forms" || field.key == "verbs") && cls >= 0)
      add_to_class(field, static_cast<WordClass>(cls));
    if (field.key == "forms" && cls == static_cast<int>(WordClass::role)) {
      for (const std::string_view word : Parts(field.value, ' '))
        out_.words_[form(word)].kind = kind(rule.get("kind"));
    }
    if (field.key == "sex") add_sex(rule, field);
    if (field.key == "ending") add_ends(rule, field);
    add_lemmas(field);
    if (field.key == "speech") add_speech(rule, field);
  }
}

// Of fields that only say that there is such a verb or noun.
void LexiconBuilder::add_lemmas(const rules::Field& field) {
  if (field.key == "plain") {
    for (const std::string_view lemma : Parts(field.value, ' ')) static_cast<void>(verb(lemma));
  }
  if (field.key == "also-noun") {
    for (const std::string_view lemma : Parts(field.value, ' ')) static_cast<void>(noun(lemma));
  }
  if (field.key == "irregular") {
    for (const std::string_view entry : Parts(field.value, '|'))
      static_cast<void>(verb(*Parts(entry, ' ')));
  }
  if (field.key == "plural") {
    for (const std::string_view entry : Parts(field.value, '|'))
      static_cast<void>(noun(*Parts(entry, ' ')));
  }
}

void LexiconBuilder::add_ends(const rules::Rule& rule, const rules::Field& field) {
  const std::optional<WordEnd> end = word_end_named(field.value);
  if (!end) return error(rule, field, "unknown ending");
  for (const std::string_view text : Parts(rule.get("forms"), ' ')) out_.ends_.add(*end, text);
}

void LexiconBuilder::add_sex(const rules::Rule& rule, const rules::Field& field) {
  constexpr std::array<std::string_view, 4> names = {"none", "male", "female", "either"};
  const auto it = std::find(names.begin() + 1, names.end(), field.value);
  if (it == names.end()) return error(rule, field, "unknown sex");
  for (const rules::Field& forms : rule.fields) {
    if (forms.key != "forms") continue;
    for (const std::string_view word : Parts(forms.value, ' '))
      out_.words_[form(word)].sex = static_cast<Sex>(it - names.begin());
  }
}

void LexiconBuilder::add_speech(const rules::Rule& rule, const rules::Field& field) {
  out_.class_rules_[static_cast<std::size_t>(WordClass::speech)] = rule.id;
  for (const std::string_view word : Parts(field.value, ' ')) {
    if (word.find('_') == std::string_view::npos) add_class(verb(word), WordClass::speech);
  }
}

void LexiconBuilder::add_class(LemmaId verb, WordClass cls) {
  if (verb_classes_.size() <= verb) verb_classes_.resize(verb + std::size_t{1});
  verb_classes_[verb].add(cls);
}

}  // namespace dateline::extract
