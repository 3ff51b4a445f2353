// See cues.h.
#include "segment/kinds/cues.h"

#include <algorithm>
#include <array>
#include <charconv>

#include "segment/kinds/features.h"
#include "segment/lines/words.h"

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

constexpr std::array<std::string_view, 4> keys = {"kind", "at", "words", "means"};
constexpr std::array<std::string_view, 4> hint_names = {"", "place-first", "text-follows",
                                                        "older-picture"};
// Longer lines are looked at near their ends only: rules speak of beginnings and ends.
constexpr std::uint32_t reach = 32;

void wrong(const rules::Rule& rule, std::string_view key, Problems& problems) {
  problems.push_back(
      {Severity::error, "segment.rule",
       "'" + std::string(rule.get(key)) + "' is no value of '" + std::string(key) + "'",
       "see the head of the file", std::string(rule.file), rule.line, 1, ""});
}

std::uint32_t words_of(const rules::Rule& rule, Problems& problems) {
  const std::string_view words = rule.get("words");
  std::uint32_t value = 1000;
  if (words.empty()) return value;
  const auto [end, error] = std::from_chars(words.data(), words.data() + words.size(), value);
  if (error != std::errc() || end != words.data() + words.size()) wrong(rule, "words", problems);
  return value;
}

Cue cue_of(const rules::Rule& rule, Problems& problems) {
  const std::string_view kind = rule.get("kind");
  for (const CueName& name : cue_names) {
    if (name.name == kind) return name.cue;
  }
  wrong(rule, "kind", problems);
  return Cue::none;
}

Hint hint_of(const rules::Rule& rule, Problems& problems) {
  const auto found = std::ranges::find(hint_names, rule.get("means"));
  if (found != hint_names.end()) return static_cast<Hint>(found - hint_names.begin());
  wrong(rule, "means", problems);
  return Hint::none;
}

}  // namespace

BlockKind kind_of(Cue cue) {
  for (const CueName& name : cue_names) {
    if (name.cue == cue) return name.kind;
  }
  return BlockKind::other;
}

Cues::Cues(const Rules& rules, Problems& problems, std::string_view language)
    : rules_(rules), datelines_(rules), dated_(rules::mechanism(rules, "segment.dateline")) {
  constexpr std::array<std::pair<At, std::string_view>, 3> folders = {
      {{At::whole, "/segment/whole"}, {At::start, "/segment/start"}, {At::end, "/segment/end"}}};
  for (std::size_t i = 0; i < folders.size(); ++i) {
    Place& place = places_[i];
    place.at = folders[i].first;
    place.area = &rules::area(rules, std::string(language) + std::string(folders[i].second));
    rules::check_keys(*place.area, keys, problems);
    for (const rules::Rule& rule : place.area->rules()) {
      const std::string_view at = rule.get("at");
      if (!at.empty() && (at != "any" || place.at == At::whole)) wrong(rule, "at", problems);
      place.longest = std::max(place.longest, words_of(rule, problems));
      place.meanings.push_back({cue_of(rule, problems), at == "any" ? At::any : place.at,
                                words_of(rule, problems), hint_of(rule, problems)});
    }
  }
  markup_word_ = rules::class_named(rules, "markup-word");
  paper_ = rules::class_named(rules, "paper-word");
  calendar_ = rules::class_named(rules, "calendar-word");
  title_label_ = rules::class_named(rules, "title-label");
  markup_kinds_ = rules::class_masks(rules, std::array{markup_word_});
  std::vector<rules::ClassId> classes;
  for (const std::string_view name : word_class_names)
    classes.push_back(rules::class_named(rules, name));
  masks_ = rules::class_masks(rules, classes);
}

// Up to the first mark: no paper, no weekday or month.
bool Cues::begins_with_place(const rules::Reading& reading, text::TokenRange line) const {
  for (std::uint32_t i = line.first; i < line.last; ++i) {
    if (i > line.first && reading.tokens.has(i, text::is_mark)) return true;
    const rules::WordId word = reading.words[i];
    if (reading.tokens.has(i, text::is_number) ||
        (word != 0 &&
         (rules::has_class(rules_, word, paper_) || rules::has_class(rules_, word, calendar_))))
      return false;
  }
  return true;
}

// A sentence of news may begin with the word of an advertisement or hold that of a notice: it
// speaks neither to the reader nor of the site, and of what somebody said or of a weekday, or it
// has many other words.
bool Cues::is_news(const Line& line, Cue cue) {
  const auto count = [&](WordClass cls) { return line.counts[static_cast<std::size_t>(cls)]; };
  constexpr std::uint32_t shortest = 7;  // words
  if (line.words < shortest || line.end != LineEnd::stop || line.lower * 3 < line.words ||
      count(WordClass::you) > 0)
    return false;
  const bool told = line.tells_news();
  switch (cue) {
    case Cue::promotion:
    case Cue::comments:
      return told;
    case Cue::legal:
      return count(WordClass::site) == 0 && (told || count(WordClass::legal) * 5 <= line.words);
    case Cue::navigation:
      return true;
    default:
      return false;
  }
}

LineCue Cues::meant(const Place& place, const rules::Match& match, const rules::Reading& reading,
                    const Line& line) const {
  const Meaning& meaning = place.meaning(match);
  if (line.words > meaning.words) return {};
  const bool starts = match.tokens.first == line.tokens.first,
             ends = match.tokens.last == line.tokens.last;
  const bool stands = meaning.at == At::any || (meaning.at == At::end && ends) ||
                      (meaning.at == At::start && starts) || (starts && ends);
  if (!stands) return {};
  const bool placed = meaning.hint != Hint::place_first || begins_with_place(reading, line.tokens);
  return {meaning.cue, match.rule->id, match.tokens, placed ? meaning.hint : Hint::none};
}

LineCue Cues::best(const Place& place, const rules::Reading& reading, const Line& line,
                   std::vector<rules::Match>& matches) const {
  if (place.at != At::end) {
    if (place.at == At::whole && line.words > place.longest) return {};
    const auto match = place.at == At::whole ? place.area->match_whole(reading, line.tokens)
                                             : place.area->match_start(reading, line.tokens);
    return match ? meant(place, *match, reading, line) : LineCue{};
  }
  matches.clear();
  const auto [first, last] = line.tokens;
  if (line.tokens.size() <= reach) {
    place.area->find(reading, line.tokens, matches);
  } else {
    if (line.tokens.size() > 2 * reach && !line.prose())
      place.area->find(reading, {first, first + reach}, matches);
    place.area->find(reading, {std::max(first, last - reach), last}, matches);
  }
  for (const rules::Match& match : matches) {
    const LineCue cue = meant(place, match, reading, line);
    if (cue.cue != Cue::none) return cue;
  }
  return {};
}

LineCue Cues::best(const rules::Reading& reading, const Line& line,
                   std::vector<rules::Match>& matches) const {
  LineCue first;
  for (const Place& place : places_) {
    const LineCue cue = best(place, reading, line, matches);
    if (cue.cue == Cue::none || (place.at != At::whole && is_news(line, cue.cue))) continue;
    // A caption may begin as a dateline does: "PORT ELLIS - MAY 3: Dockers wait. (Photo by ...)".
    if (first.cue == Cue::none || cue.cue == Cue::caption) first = cue;
    if (first.cue != Cue::dateline) break;
  }
  return first.cue == Cue::none || first.cue == Cue::dateline ? with_date(first, reading, line)
                                                              : first;
}

// A dateline that a rule has found may go on with a date: "PORT ELLIS - June 3, 2031 - ".
LineCue Cues::with_date(const LineCue& cue, const rules::Reading& reading, const Line& line) const {
  const auto found = datelines_.find(reading, line);
  if (!found || found->tokens.last <= cue.tokens.last) return cue;
  LineCue out{Cue::dateline, dated_, found->tokens, found->firm ? Hint::none : Hint::other_day};
  // "PORT ELLIS | Tue Jun 3, 2031 PORT ELLIS (QPW) - ": that of the page and that of the report.
  const Place& starts = places_[1];
  const auto second = starts.area->match_start(reading, {found->tokens.last, line.tokens.last});
  if (second && starts.meaning(*second).cue == Cue::dateline) out.tokens.last = second->tokens.last;
  return out;
}

std::vector<LineCue> Cues::find(const rules::Reading& reading,
                                const std::vector<Line>& lines) const {
  std::vector<LineCue> cues(lines.size());
  std::vector<rules::Match> matches;
  for (std::size_t i = 0; i < lines.size(); ++i) cues[i] = best(reading, lines[i], matches);
  return cues;
}

LineCue Cues::of(const rules::Reading& reading, const Line& line) const {
  std::vector<rules::Match> matches;
  return best(reading, line, matches);
}

std::uint16_t Cues::said(std::string_view classes, rules::Reading& scratch) const {
  rules::read_text(rules_, classes, scratch);
  unsigned bits = 0;
  for (std::size_t i = 0; i < scratch.words.size(); ++i) {
    if (markup_kinds_[scratch.kinds[i]] == 0) continue;
    const std::string_view what = rules::value(rules_, scratch.words[i], markup_word_);
    const auto found = std::find(markup_word_names.begin(), markup_word_names.end(), what);
    if (found != markup_word_names.end()) bits |= 1U << (found - markup_word_names.begin());
  }
  return static_cast<std::uint16_t>(bits);
}

void Cues::check_examples(Problems& problems) const {
  const auto check = [&](const rules::Rule& rule, std::string_view example,
                         bool must) -> std::string {
    rules::Reading reading;
    rules::read_text(rules_, example, reading);
    const std::vector<Line> lines = split_lines(reading, masks_);
    const std::vector<LineCue> cues = find(reading, lines);
    const bool matches =
        std::any_of(cues.begin(), cues.end(), [&](const LineCue& c) { return c.rule == rule.id; });
    if (matches == must) return "";
    if (!must) return "it matches";
    return cues.empty() || cues[0].rule == no_rule
               ? "nothing matches"
               : std::string(rules_.name(cues[0].rule)) + " matches";
  };
  for (const Place& place : places_) rules::check_examples(*place.area, check, problems);
}

}  // namespace dateline::segment
