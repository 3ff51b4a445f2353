// Rule paragraphs into the flat tables of Lexicon: the event half. The words are read in
// lexicon_words.cc, the tables put in order in lexicon_finish.cc.
#include "extract/lexicon/lexicon_builder.h"

#include <algorithm>

#include "extract/lexicon/parts.h"

namespace dateline::extract {

void LexiconBuilder::error(const rules::Rule& rule, const rules::Field& field,
                           std::string_view what) {
  problems_.push_back({Severity::error, "extract.rule",
                       std::string(what) + " in rule " + std::string(rule.name), "",
                       std::string(rule.file), field.line, 1,
                       std::string(field.key) + " " + std::string(field.value)});
}
void LexiconBuilder::read_constraints(const rules::Rule& rule, EventRule& event) {
  event.weak = rule.get("rank") == "weak";
  event.any_topic = rule.get("any-topic") == "yes";
  event.about = topic_named(rule.get("about"));
  event.is_sure = rule.get("modality") == "asserted";
  event.ahead = rule.get("modality") == "planned";
  event.accident = rule.get("accident") == "yes";
  event.by_accident = rule.get("accident") == "cause";
  event.frame_target = rule.get("frame-target") == "object";
  event.target_is_subject = rule.get("target") == "subject";
  event.subject_is_target = rule.get("subject-role") == "target";
  if (const int cls = class_number(rule.get("with")); cls >= 0)
    event.with = static_cast<WordClass>(cls);
  read_subject(rule, event);
  const std::string_view object = rule.get("object");
  event.no_object = object == "none";
  event.needs_object = object == "any";
  event.object_place = object == "place";
  event.object_person = object == "person";
  event.object_office = object == "office";
  event.object_role = object == "person-or-role";
  read_lists(rule, event);
}

void LexiconBuilder::read_subject(const rules::Rule& rule, EventRule& event) {
  for (const std::string_view word : Parts(rule.get("subject"), ' ')) {
    const int cls = class_number(word);
    if (cls >= 0) event.subject |= bit(static_cast<WordClass>(cls));
    if (word == "actor") event.subject |= bit(WordClass::role);
    if (word == "armed-only") event.subject |= bit(WordClass::armed);
    if (word == "place") event.subject_place = true;
    if (word == "country" || word == "actor" || word == "armed") event.subject_country = true;
  }
  for (const std::string_view word : Parts(rule.get("not-subject"), ' ')) {
    const int cls = class_number(word);
    if (cls >= 0) event.not_subject |= bit(static_cast<WordClass>(cls));
  }
}

void LexiconBuilder::read_lists(const rules::Rule& rule, EventRule& event) {
  for (const rules::Field& field : rule.fields) {
    if (field.key == "not-object" || field.key == "subject-noun") {
      auto& list = field.key == "not-object" ? event.not_object : event.subject_nouns;
      for (const std::string_view word : Parts(field.value, ' ')) list.push_back(noun(word));
    }
    std::vector<FormId>* forms = nullptr;
    if (field.key == "target" && !event.target_is_subject) forms = &event.target;
    if (field.key == "source") forms = &event.source;
    if (field.key == "adverb") forms = &event.adverbs;
    if (forms == nullptr) continue;
    for (const std::string_view word : Parts(field.value, ' ')) forms->push_back(form(word));
  }
  std::sort(event.not_object.begin(), event.not_object.end());
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
  event.place = std::string(rule.file) + ":" + std::to_string(rule.line);
  event.order = number;
  event.type = *parsed;
  event.planned = parse_event_type(rule.get("planned")).value_or(EventType::other);
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
