#include "segment/cues.h"

#include <algorithm>
#include <array>
#include <charconv>

#include "segment/words.h"

namespace dateline::segment {

namespace {

struct CueName {
  std::string_view name;
  Cue cue;
  BlockKind kind;
};
constexpr std::array<CueName, 16> cue_names = {{
    {"dateline", Cue::dateline, BlockKind::dateline},
    {"related-timestamp", Cue::timestamp, BlockKind::related_timestamp},
    {"byline", Cue::byline, BlockKind::byline},
    {"published-line", Cue::published_line, BlockKind::published_line},
    {"caption", Cue::caption, BlockKind::caption},
    {"credit", Cue::credit, BlockKind::credit},
    {"section-label", Cue::section_label, BlockKind::section_label},
    {"promotion", Cue::promotion, BlockKind::promotion},
    {"sharing", Cue::sharing, BlockKind::sharing},
    {"comments", Cue::comments, BlockKind::comments},
    {"legal", Cue::legal, BlockKind::legal},
    {"navigation", Cue::navigation, BlockKind::navigation},
    {"ticker", Cue::ticker, BlockKind::ticker},
    {"author-note", Cue::author_note, BlockKind::credit},
    {"pagination", Cue::pagination, BlockKind::pagination},
    {"language-switch", Cue::language_switch, BlockKind::language_switch},
}};

constexpr std::array<std::string_view, 3> keys = {"kind", "at", "words"};
// Longer lines are looked at near their ends only: rules speak of beginnings and ends.
constexpr std::uint32_t longest = 96;

}  // namespace

BlockKind kind_of(Cue cue) {
  for (const CueName& name : cue_names) {
    if (name.cue == cue) return name.kind;
  }
  return BlockKind::other;
}

Cues::Cues(const Rules& rules, Problems& problems, std::string_view language)
    : rules_(rules), area_(rules::area(rules, std::string(language) + "/segment")) {
  rules::check_keys(area_, keys, problems);
  for (const rules::Rule& rule : area_.rules()) read_meaning(rule, problems);
  word_masks_.assign(rules::word_count(rules) + 1, 0);
  for (std::size_t c = 0; c < word_classes; ++c) {
    const rules::ClassId cls = rules::class_named(rules, word_class_names[c]);
    if (cls == rules::no_class) continue;
    for (rules::WordId word = 1; word < word_masks_.size() - 1; ++word) {
      if (rules::has_class(rules, word, cls)) word_masks_[word] |= 1U << c;
    }
  }
}

void Cues::read_meaning(const rules::Rule& rule, Problems& problems) {
  Meaning meaning;
  const auto wrong = [&](std::string_view key) {
    problems.push_back({Severity::error, "segment.rule", "'" + std::string(rule.get(key)) + "' is no value of " + std::string(key),
                        "see the head of data/en/segment/lines.rules", std::string(rule.file), rule.line, 1, ""});
  };
  const std::string_view kind = rule.get("kind"), at = rule.get("at"), words = rule.get("words");
  const auto found = std::find_if(cue_names.begin(), cue_names.end(), [&](const CueName& n) { return n.name == kind; });
  if (found == cue_names.end()) {
    wrong("kind");
  } else {
    meaning.cue = found->cue;
  }
  if (at == "whole") {
    meaning.at = At::whole;
  } else if (at == "start") {
    meaning.at = At::start;
  } else if (at == "end") {
    meaning.at = At::end;
  } else if (at == "any") {
    meaning.at = At::any;
  } else {
    wrong("at");
  }
  if (!words.empty()) {
    const auto [end, error] = std::from_chars(words.data(), words.data() + words.size(), meaning.words);
    if (error != std::errc() || end != words.data() + words.size()) wrong("words");
  }
  meanings_.push_back(meaning);
}

bool Cues::stands(const Meaning& meaning, text::TokenRange match, const Line& line) const {
  if (line.words > meaning.words) return false;
  const bool start = match.first == line.tokens.first, end = match.last == line.tokens.last;
  switch (meaning.at) {
    case At::whole: return start && end;
    case At::start: return start;
    case At::end: return end;
    case At::any: return true;
  }
  return false;
}

LineCue Cues::best(const rules::Reading& reading, const Line& line, std::vector<rules::Match>& matches) const {
  matches.clear();
  if (line.tokens.size() <= longest) {
    area_.find(reading, line.tokens, matches);
  } else {
    area_.find(reading, {line.tokens.first, line.tokens.first + longest / 3}, matches);
    area_.find(reading, {line.tokens.last - longest / 3, line.tokens.last}, matches);
  }
  for (const rules::Match& match : matches) {
    const auto index = static_cast<std::size_t>(match.rule - area_.rules().data());
    if (stands(meanings_[index], match.tokens, line)) return {meanings_[index].cue, match.rule->id, match.tokens};
  }
  return {};
}

std::vector<LineCue> Cues::find(const rules::Reading& reading, const std::vector<Line>& lines) const {
  std::vector<LineCue> cues(lines.size());
  std::vector<rules::Match> matches;
  for (std::size_t i = 0; i < lines.size(); ++i) cues[i] = best(reading, lines[i], matches);
  return cues;
}

std::vector<std::uint32_t> Cues::masks(const rules::Reading& reading) const {
  std::vector<std::uint32_t> masks(reading.words.size());
  for (std::size_t i = 0; i < masks.size(); ++i) masks[i] = word_masks_[reading.words[i]];
  return masks;
}

void Cues::check_examples(Problems& problems) const {
  rules::check_examples(area_, [&](const rules::Rule& rule, std::string_view example, bool must) -> std::string {
    rules::Reading reading;
    rules::read_text(rules_, example, reading);
    const std::vector<Line> lines = split_lines(example, reading.tokens, masks(reading));
    const std::vector<LineCue> cues = find(reading, lines);
    const bool matches = std::any_of(cues.begin(), cues.end(), [&](const LineCue& c) { return c.rule == rule.id; });
    if (matches == must) return "";
    if (!must) return "it matches";
    return cues.empty() || cues[0].rule == no_rule ? "nothing matches" : std::string(rules_.name(cues[0].rule)) + " matches";
  }, problems);
}

}  // namespace dateline::segment
