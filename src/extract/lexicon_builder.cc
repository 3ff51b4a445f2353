// Rule paragraphs into the flat tables of Lexicon.
#include "extract/lexicon_builder.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <iterator>

#include "extract/inflect.h"

namespace dateline::extract {
namespace {

constexpr std::array<std::string_view, 62> class_names = {"determiner",
                                                          "pronoun",
                                                          "subject-pronoun",
                                                          "preposition",
                                                          "conjunction",
                                                          "subordinator",
                                                          "relative",
                                                          "to",
                                                          "be",
                                                          "have",
                                                          "do",
                                                          "modal",
                                                          "future",
                                                          "conditional",
                                                          "negation",
                                                          "adverb",
                                                          "adjective",
                                                          "number",
                                                          "quantity",
                                                          "light",
                                                          "occur",
                                                          "carrier",
                                                          "planned",
                                                          "failed",
                                                          "ongoing",
                                                          "denial",
                                                          "claim",
                                                          "object-control",
                                                          "hazard",
                                                          "vehicle",
                                                          "weapon",
                                                          "armed",
                                                          "police",
                                                          "by",
                                                          "according",
                                                          "dead",
                                                          "injured",
                                                          "detained",
                                                          "displaced",
                                                          "role",
                                                          "speech",
                                                          "personal",
                                                          "first-person",
                                                          "bound-after",
                                                          "bound-before",
                                                          "earlier",
                                                          "singular",
                                                          "approximate",
                                                          "connecting",
                                                          "anaphor",
                                                          "locative",
                                                          "who",
                                                          "own",
                                                          "pairing",
                                                          "outward",
                                                          "intent",
                                                          "of",
                                                          "that",
                                                          "obligation",
                                                          "adversative",
                                                          "possessive-s",
                                                          "compound-tail"};

int class_number(std::string_view name) {
  const auto it = std::find(class_names.begin(), class_names.end(), name);
  return it == class_names.end() ? -1 : static_cast<int>(it - class_names.begin());
}

// The parts of a list between separators, blanks around them and empty ones left out; nothing is
// copied.
class Parts {
 public:
  Parts(std::string_view text, char separator) : rest_(text), separator_(separator) { advance(); }
  [[nodiscard]] const Parts& begin() const { return *this; }
  [[nodiscard]] static std::default_sentinel_t end() { return {}; }
  [[nodiscard]] std::string_view operator*() const { return part_; }
  Parts& operator++() {
    advance();
    return *this;
  }
  friend bool operator==(const Parts& parts, std::default_sentinel_t) {
    return parts.part_.empty();
  }

 private:
  void advance() {
    for (part_ = {}; part_.empty() && !rest_.empty();) {
      const std::size_t at = std::min(rest_.find(separator_), rest_.size());
      part_ = rest_.substr(0, at);
      while (!part_.empty() && part_.front() == ' ') part_.remove_prefix(1);
      while (!part_.empty() && part_.back() == ' ') part_.remove_suffix(1);
      rest_.remove_prefix(std::min(at + 1, rest_.size()));
    }
  }

  std::string_view rest_;
  std::string_view part_;
  char separator_;
};

std::string_view last_part(std::string_view text, char separator) {
  std::string_view last;
  for (const std::string_view part : Parts(text, separator)) last = part;
  return last;
}

constexpr std::array<std::string_view, 26> keys_of_area = {
    "type",      "mode",      "verb",   "phrase",       "frame",      "noun",         "target",
    "source",    "subject",   "object", "not-object",   "rank",       "subject-role", "must",
    "speech",    "block",     "class",  "forms",        "verbs",      "kind",         "plain",
    "irregular", "also-noun", "plural", "frame-target", "not-subject"};

}  // namespace

void LexiconBuilder::error(const rules::Rule& rule, const rules::Field& field,
                           std::string_view what) {
  problems_.push_back({Severity::error, "extract.rule",
                       std::string(what) + " in rule " + std::string(rule.name), "",
                       std::string(rule.file), field.line, 1,
                       std::string(field.key) + " " + std::string(field.value)});
}

FormId LexiconBuilder::form(std::string_view text) {
  const std::uint32_t id = forms_.add(text) + 1;  // 0 is no word
  if (id == out_.words_.size()) {
    Word word;
    word.form = static_cast<FormId>(id);
    word.size = static_cast<std::uint8_t>(std::min<std::size_t>(text.size(), 255));
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
      entry.classes |= bit(cls);
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

void LexiconBuilder::read_words(const rules::Rule& rule) {
  const int cls = class_number(rule.get("class"));
  for (const rules::Field& field : rule.fields) {
    if (std::find(keys_of_area.begin(), keys_of_area.end(), field.key) == keys_of_area.end() &&
        field.key != "yes" && field.key != "no") {
      error(rule, field, "unknown key");
    }
    if (field.key == "class" && cls < 0) error(rule, field, "unknown class");
    if ((field.key == "forms" || field.key == "verbs") && cls >= 0)
      add_to_class(field, static_cast<WordClass>(cls));
    if (field.key == "forms" && cls == static_cast<int>(WordClass::role)) {
      for (const std::string_view word : Parts(field.value, ' '))
        out_.words_[form(word)].kind = kind(rule.get("kind"));
    }
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
    if (field.key == "speech") {
      for (const std::string_view word : Parts(field.value, ' ')) {
        if (word.find('_') == std::string_view::npos) add_class(verb(word), WordClass::speech);
      }
    }
  }
}

void LexiconBuilder::read_constraints(const rules::Rule& rule, EventRule& event) {
  event.weak = rule.get("rank") == "weak";
  event.frame_target = rule.get("frame-target") == "object";
  event.target_is_subject = rule.get("target") == "subject";
  event.subject_is_target = rule.get("subject-role") == "target";
  for (const std::string_view word : Parts(rule.get("subject"), ' ')) {
    const int cls = class_number(word);
    if (cls >= 0) event.subject |= bit(static_cast<WordClass>(cls));
    if (word == "actor") event.subject |= bit(WordClass::role);
    if (word == "armed-only") event.subject |= bit(WordClass::armed);
    if (word == "country" || word == "actor" || word == "armed") event.subject_country = true;
  }
  for (const std::string_view word : Parts(rule.get("not-subject"), ' ')) {
    const int cls = class_number(word);
    if (cls >= 0) event.not_subject |= bit(static_cast<WordClass>(cls));
  }
  const std::string_view object = rule.get("object");
  event.no_object = object == "none";
  event.needs_object = object == "any";
  event.object_place = object == "place";
  event.object_person = object == "person";
  event.object_role = object == "person-or-role";
  for (const rules::Field& field : rule.fields) {
    if (field.key == "not-object") {
      for (const std::string_view word : Parts(field.value, ' '))
        event.not_object.push_back(noun(word));
    }
    if ((field.key == "target" && !event.target_is_subject) || field.key == "source") {
      auto& list = field.key == "target" ? event.target : event.source;
      for (const std::string_view word : Parts(field.value, ' ')) list.push_back(form(word));
    }
  }
  std::sort(event.not_object.begin(), event.not_object.end());
}

void LexiconBuilder::add_class(LemmaId verb, WordClass cls) {
  if (verb_classes_.size() <= verb) verb_classes_.resize(verb + std::size_t{1});
  verb_classes_[verb] |= bit(cls);
}

void LexiconBuilder::add_phrase(std::string_view pattern, std::uint16_t number) {
  Sense sense;
  sense.kind = Sense::Kind::phrase;
  sense.rule = number;
  sense.first = static_cast<std::uint32_t>(out_.pattern_.size());
  Parts words(pattern, ' ');
  const std::string_view first = *words;
  for (++words; words != std::default_sentinel; ++words)
    out_.pattern_.push_back(*words == "~" ? gap : form(*words));
  sense.last = static_cast<std::uint32_t>(out_.pattern_.size());
  if (sense.first == sense.last) sense.kind = Sense::Kind::verb;
  senses_.emplace_back(verb(first), sense);
}

void LexiconBuilder::add_frame(std::string_view value, std::uint16_t number) {
  const std::size_t colon = value.find(':');
  const std::uint32_t frame = frames_++;
  for (const std::string_view word : Parts(value.substr(0, colon), ' ')) {
    const VerbRef ref = verb_ref(word);
    senses_.emplace_back(ref.verb,
                         Sense{Sense::Kind::frame, number, frame, frame, ref.particle, 0, 0, 0});
  }
  for (const std::string_view word : Parts(value.substr(colon + 1), ' ')) {
    const NounRef ref = noun_ref(word);
    out_.frame_nouns_.push_back({frame << 16 | ref.noun, ref.modifier});
  }
}

void LexiconBuilder::add_block(std::string_view pattern) {
  Range range;
  range.first = static_cast<std::uint32_t>(out_.pattern_.size());
  for (const std::string_view word : Parts(pattern, ' ')) out_.pattern_.push_back(form(word));
  range.last = static_cast<std::uint32_t>(out_.pattern_.size());
  out_.blocks_.push_back(range);
}

void LexiconBuilder::read_patterns(const rules::Rule& rule, std::uint16_t number) {
  for (const rules::Field& field : rule.fields) {
    if (field.key == "verb") {
      for (const std::string_view lemma : Parts(field.value, ' ')) {
        senses_.emplace_back(verb(lemma), Sense{Sense::Kind::verb, number, 0, 0, 0, 0, 0, 0});
      }
    } else if (field.key == "phrase") {
      for (const std::string_view pattern : Parts(field.value, '|')) add_phrase(pattern, number);
    } else if (field.key == "frame") {
      if (field.value.find(':') == std::string_view::npos) {
        error(rule, field, "no ':' between verbs and objects");
        continue;
      }
      add_frame(field.value, number);
    } else if (field.key == "noun") {
      for (const std::string_view word : Parts(field.value, ' ')) {
        const NounRef ref = noun_ref(word);
        noun_senses_.emplace_back(ref.noun, NounSense{number, ref.modifier});
      }
    } else if (field.key == "must") {
      out_.must_rule_ = number;
    } else if (field.key == "speech") {
      out_.statement_rule_ = number;
    }
  }
}

void LexiconBuilder::read_events(const rules::Rule& rule) {
  for (const rules::Field& field : rule.fields) {
    if (field.key != "block") continue;
    for (const std::string_view pattern : Parts(field.value, '|')) add_block(pattern);
  }
  const std::string_view type = rule.get("type");
  if (type.empty()) return;
  const std::optional<EventType> parsed = parse_event_type(type);
  if (!parsed) {
    error(rule, {"type", type, rule.line}, "unknown type");
    return;
  }
  const auto number = static_cast<std::uint16_t>(out_.event_rules_.size());
  EventRule event;
  event.id = rule.id;
  event.order = number;
  event.type = *parsed;
  event.mode = rule.get("mode");
  read_constraints(rule, event);
  out_.event_rules_.push_back(std::move(event));
  read_patterns(rule, number);
  if (*parsed == EventType::other && rule.get("rank") == "other") out_.other_rule_ = number;
}

void LexiconBuilder::build(const rules::Area& area) {
  out_.words_.reserve(8192);
  out_.words_.assign(1, Word{});
  lemmas_.reserve(8192);
  lemmas_.assign(1, {});
  out_.kinds_.assign(1, "");
  collect_irregulars(area);
  for (const rules::Rule& rule : area.rules()) read_words(rule);
  for (const rules::Rule& rule : area.rules()) read_events(rule);
  finish();
}

}  // namespace dateline::extract
