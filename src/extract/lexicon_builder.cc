// Rule paragraphs into the flat tables of Lexicon.
#include "extract/lexicon_builder.h"

#include <algorithm>
#include <array>
#include <charconv>

#include "extract/inflect.h"

namespace dateline::extract {
namespace {

constexpr std::array class_names = {
    "determiner", "pronoun", "subject-pronoun", "preposition", "conjunction", "subordinator", "relative", "to", "be",
    "have", "do", "modal", "future", "conditional", "negation", "adverb", "adjective", "number", "quantity", "light",
    "occur", "carrier", "planned", "failed", "ongoing", "denial", "claim", "object-control", "hazard", "vehicle",
    "weapon", "armed", "police", "by", "according", "dead", "injured", "detained", "displaced",
    "role", "speech", "personal", "first-person", "bound-after", "bound-before", "earlier",
    "singular", "approximate", "connecting", "anaphor", "locative", "who", "own", "pairing", "outward", "intent",
    "of", "that", "obligation", "adversative", "possessive-s", "compound-tail"};

int class_number(std::string_view name) {
  const auto it = std::find(class_names.begin(), class_names.end(), name);
  return it == class_names.end() ? -1 : static_cast<int>(it - class_names.begin());
}

std::vector<std::string_view> split(std::string_view text, char separator) {
  std::vector<std::string_view> parts;
  while (!text.empty()) {
    const std::size_t at = std::min(text.find(separator), text.size());
    std::string_view part = text.substr(0, at);
    while (!part.empty() && part.front() == ' ') part.remove_prefix(1);
    while (!part.empty() && part.back() == ' ') part.remove_suffix(1);
    if (!part.empty()) parts.push_back(part);
    text.remove_prefix(std::min(at + 1, text.size()));
  }
  return parts;
}

constexpr std::array keys_of_area = {
    "type", "mode", "verb", "phrase", "frame", "noun", "target", "source", "subject", "object", "not-object", "rank",
    "subject-role", "must", "speech", "block", "class", "forms", "verbs", "kind", "plain", "irregular", "also-noun",
    "plural", "frame-target", "not-subject"};

}  // namespace

void LexiconBuilder::error(const rules::Rule& rule, const rules::Field& field, std::string_view what) {
  problems_.push_back({Severity::error, "extract.rule", std::string(what) + " in rule " + std::string(rule.name), "",
                       std::string(rule.file), field.line, 1,
                       std::string(field.key) + " " + std::string(field.value)});
}

FormId LexiconBuilder::form(std::string_view text) {
  const auto it = forms_.find(text);
  if (it != forms_.end()) return it->second;
  const auto id = static_cast<FormId>(out_.words_.size());
  Word word;
  word.form = id;
  word.size = static_cast<std::uint8_t>(std::min<std::size_t>(text.size(), 255));
  out_.words_.push_back(word);
  forms_.emplace(text, id);
  return id;
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
  const auto it = verbs_.find(lemma);
  if (it != verbs_.end()) return it->second;
  const auto id = static_cast<LemmaId>(verbs_.size() + 1);
  verbs_.emplace(lemma, id);
  const VerbForms regular = inflect_verb(lemma);
  set_verb(lemma, id, base_form);
  set_verb(regular.ing, id, ing_form);
  const auto odd = irregular_.find(lemma);
  const bool odd_present = odd != irregular_.end() && odd->second.size() > 2;
  const std::string_view present = odd_present ? std::string_view(odd->second[2]) : std::string_view(regular.third);
  for (const std::string_view third : split(present, '/')) set_verb(third, id, third_form);
  if (odd == irregular_.end()) {
    set_verb(regular.past, id, past_form | participle_form);
    return id;
  }
  for (const std::string_view past : split(odd->second[0], '/')) set_verb(past, id, past_form);
  for (const std::string_view participle : split(odd->second[1], '/')) set_verb(participle, id, participle_form);
  // "cancelled" and "cancelling", "shelled" and "shelling": a doubled past has a doubled -ing.
  const std::string_view past = odd->second[0];
  const std::string_view last = split(past, '/').back();
  if (last.ends_with("ed") && last.size() > 4 && last[last.size() - 3] == last[last.size() - 4]) {
    set_verb(std::string(last.substr(0, last.size() - 2)) + "ing", id, ing_form);
  }
  return id;
}

LemmaId LexiconBuilder::noun(std::string_view lemma) {
  const auto it = nouns_.find(lemma);
  if (it != nouns_.end()) return it->second;
  const auto id = static_cast<LemmaId>(nouns_.size() + 1);
  nouns_.emplace(lemma, id);
  set_noun(lemma, id, singular_form);
  const auto odd = plurals_.find(lemma);
  if (odd == plurals_.end()) {
    set_noun(plural_of(lemma), id, plural_form);
    return id;
  }
  for (const std::string_view plural : split(odd->second[0], '/')) set_noun(plural, id, plural_form);
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
      auto& table = field.key == "irregular" ? irregular_ : plurals_;
      for (const std::string_view entry : split(field.value, '|')) {
        const std::vector<std::string_view> words = split(entry, ' ');
        if (words.size() < (field.key == "irregular" ? 3U : 2U)) {
          error(rule, field, "an entry with too few or too many forms");
          continue;
        }
        table[std::string(words[0])] = {words.begin() + 1, words.end()};
      }
    }
  }
}

void LexiconBuilder::add_to_class(const rules::Field& field, WordClass cls) {
  for (const std::string_view word : split(field.value, ' ')) {
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
    if (cls == WordClass::light) light_.insert(static_cast<std::uint32_t>(ref.verb) << 16 | ref.particle);
    if (ref.particle == 0) verb_classes_[ref.verb] |= bit(cls);
  }
}

void LexiconBuilder::read_words(const rules::Rule& rule) {
  const int cls = class_number(rule.get("class"));
  for (const rules::Field& field : rule.fields) {
    if (std::find(keys_of_area.begin(), keys_of_area.end(), field.key) == keys_of_area.end() && field.key != "yes" &&
        field.key != "no") {
      error(rule, field, "unknown key");
    }
    if (field.key == "class" && cls < 0) error(rule, field, "unknown class");
    if ((field.key == "forms" || field.key == "verbs") && cls >= 0) add_to_class(field, static_cast<WordClass>(cls));
    if (field.key == "forms" && cls == static_cast<int>(WordClass::role)) {
      for (const std::string_view word : split(field.value, ' ')) out_.words_[form(word)].kind = kind(rule.get("kind"));
    }
    if (field.key == "plain") {
      for (const std::string_view lemma : split(field.value, ' ')) static_cast<void>(verb(lemma));
    }
    if (field.key == "also-noun") {
      for (const std::string_view lemma : split(field.value, ' ')) static_cast<void>(noun(lemma));
    }
    if (field.key == "irregular") {
      for (const std::string_view entry : split(field.value, '|')) static_cast<void>(verb(split(entry, ' ').front()));
    }
    if (field.key == "plural") {
      for (const std::string_view entry : split(field.value, '|')) static_cast<void>(noun(split(entry, ' ').front()));
    }
    if (field.key == "speech") {
      for (const std::string_view word : split(field.value, ' ')) {
        if (word.find('_') == std::string_view::npos) verb_classes_[verb(word)] |= bit(WordClass::speech);
      }
    }
  }
}

void LexiconBuilder::read_constraints(const rules::Rule& rule, EventRule& event) {
  event.weak = rule.get("rank") == "weak";
  event.frame_target = rule.get("frame-target") == "object";
  event.target_is_subject = rule.get("target") == "subject";
  event.subject_is_target = rule.get("subject-role") == "target";
  for (const std::string_view word : split(rule.get("subject"), ' ')) {
    const int cls = class_number(word);
    if (cls >= 0) event.subject |= bit(static_cast<WordClass>(cls));
    if (word == "actor") event.subject |= bit(WordClass::role);
    if (word == "armed-only") event.subject |= bit(WordClass::armed);
    if (word == "country" || word == "actor" || word == "armed") event.subject_country = true;
  }
  for (const std::string_view word : split(rule.get("not-subject"), ' ')) {
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
      for (const std::string_view word : split(field.value, ' ')) event.not_object.push_back(noun(word));
    }
    if ((field.key == "target" && !event.target_is_subject) || field.key == "source") {
      auto& list = field.key == "target" ? event.target : event.source;
      for (const std::string_view word : split(field.value, ' ')) list.push_back(form(word));
    }
  }
  std::sort(event.not_object.begin(), event.not_object.end());
}

void LexiconBuilder::add_phrase(std::string_view pattern, std::uint16_t number) {
  const std::vector<std::string_view> words = split(pattern, ' ');
  Sense sense;
  sense.kind = Sense::Kind::phrase;
  sense.rule = number;
  sense.first = static_cast<std::uint32_t>(out_.pattern_.size());
  for (std::size_t i = 1; i < words.size(); ++i) out_.pattern_.push_back(words[i] == "~" ? gap : form(words[i]));
  sense.last = static_cast<std::uint32_t>(out_.pattern_.size());
  if (words.size() == 1) sense.kind = Sense::Kind::verb;
  senses_[verb(words.front())].push_back(sense);
}

void LexiconBuilder::add_frame(std::string_view value, std::uint16_t number) {
  const std::size_t colon = value.find(':');
  const std::uint32_t frame = frames_++;
  for (const std::string_view word : split(value.substr(0, colon), ' ')) {
    const VerbRef ref = verb_ref(word);
    senses_[ref.verb].push_back({Sense::Kind::frame, number, frame, frame, ref.particle});
  }
  for (const std::string_view word : split(value.substr(colon + 1), ' ')) {
    const NounRef ref = noun_ref(word);
    out_.frame_nouns_.push_back({frame << 16 | ref.noun, ref.modifier});
  }
}

void LexiconBuilder::add_block(std::string_view pattern) {
  Range range;
  range.first = static_cast<std::uint32_t>(out_.pattern_.size());
  for (const std::string_view word : split(pattern, ' ')) out_.pattern_.push_back(form(word));
  range.last = static_cast<std::uint32_t>(out_.pattern_.size());
  out_.blocks_.push_back(range);
}

void LexiconBuilder::read_patterns(const rules::Rule& rule, std::uint16_t number) {
  for (const rules::Field& field : rule.fields) {
    if (field.key == "verb") {
      for (const std::string_view lemma : split(field.value, ' ')) {
        senses_[verb(lemma)].push_back({Sense::Kind::verb, number, 0, 0, 0});
      }
    } else if (field.key == "phrase") {
      for (const std::string_view pattern : split(field.value, '|')) add_phrase(pattern, number);
    } else if (field.key == "frame") {
      if (field.value.find(':') == std::string_view::npos) {
        error(rule, field, "no ':' between verbs and objects");
        continue;
      }
      add_frame(field.value, number);
    } else if (field.key == "noun") {
      for (const std::string_view word : split(field.value, ' ')) {
        const NounRef ref = noun_ref(word);
        noun_senses_[ref.noun].push_back({number, ref.modifier});
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
    for (const std::string_view pattern : split(field.value, '|')) add_block(pattern);
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

void LexiconBuilder::finish() {
  for (Word& word : out_.words_) {
    const auto it = verb_classes_.find(word.verb);
    if (word.verb != 0 && it != verb_classes_.end()) word.classes |= it->second;
  }
  out_.verb_senses_.resize(verbs_.size() + 1);
  for (auto& [lemma, list] : senses_) {
    out_.verb_senses_[lemma].first = static_cast<std::uint32_t>(out_.senses_.size());
    out_.senses_.insert(out_.senses_.end(), list.begin(), list.end());
    out_.verb_senses_[lemma].last = static_cast<std::uint32_t>(out_.senses_.size());
  }
  out_.noun_senses_index_.resize(nouns_.size() + 1);
  for (auto& [lemma, list] : noun_senses_) {
    out_.noun_senses_index_[lemma].first = static_cast<std::uint32_t>(out_.noun_senses_.size());
    // Compounds before the bare noun: they are more specific.
    std::stable_sort(list.begin(), list.end(),
                     [](const NounSense& a, const NounSense& b) { return (a.modifier != 0) > (b.modifier != 0); });
    out_.noun_senses_.insert(out_.noun_senses_.end(), list.begin(), list.end());
    out_.noun_senses_index_[lemma].last = static_cast<std::uint32_t>(out_.noun_senses_.size());
  }
  std::sort(out_.frame_nouns_.begin(), out_.frame_nouns_.end());
  out_.light_.assign(light_.begin(), light_.end());
  out_.block_starts_.assign(out_.words_.size(), false);
  std::set<LemmaId> verbs, nouns;
  for (const Range& block : out_.blocks_) {
    const Word& first = out_.words_[out_.pattern_[block.first]];
    out_.block_starts_[first.form] = true;
    if ((first.verb_forms & base_form) != 0) verbs.insert(first.verb);
    if ((first.noun_forms & singular_form) != 0) nouns.insert(first.noun);
  }
  for (const Word& word : out_.words_) {
    if (verbs.contains(word.verb) || nouns.contains(word.noun)) out_.block_starts_[word.form] = true;
  }
  std::size_t slots = 1024;
  while (slots < forms_.size() * 3) slots *= 2;
  out_.slots_.resize(slots);
  for (const auto& [text, id] : forms_) {
    const std::uint32_t hash = text::hash_folded(text);
    std::size_t at = hash & (slots - 1);
    while (out_.slots_[at].form != 0) at = (at + 1) & (slots - 1);
    out_.slots_[at] = {hash, id};
  }
}

void LexiconBuilder::build(const rules::Area& area) {
  out_.words_.reserve(8192);
  forms_.reserve(8192);
  out_.words_.assign(1, Word{});
  out_.kinds_.assign(1, "");
  collect_irregulars(area);
  for (const rules::Rule& rule : area.rules()) read_words(rule);
  for (const rules::Rule& rule : area.rules()) read_events(rule);
  finish();
}

}  // namespace dateline::extract
