// See byline.h. A name is a given name and another capital, up to a bar, a bracket, a number or a
// handle.
#include "segment/byline.h"

#include <algorithm>

namespace dateline::segment {

BylineWords::BylineWords(const Rules& rules)
    : rules_(rules),
      by_(rules::class_named(rules, "byline-word")),
      given_(rules::class_named(rules, "given_name")) {}

bool BylineWords::introduces(rules::WordId word) const {
  return word != 0 && rules::has_class(rules_, word, by_);
}
bool BylineWords::given_name(rules::WordId word) const {
  return word != 0 && rules::has_class(rules_, word, given_);
}

namespace {

bool is_stamp(Cue cue) { return cue == Cue::timestamp || cue == Cue::published_line; }

bool ends_name(std::string_view token) {
  return token == "|" || token == "•" || token == "·" || token == "@" || token == "(" ||
         token == "/" || token == "—" || token == "–";
}

}  // namespace

text::TokenRange Bylines::name_in(text::TokenRange range) const {
  auto [first, last] = range;
  while (first < last && words_.introduces(reading_.words[first])) ++first;
  while (first < last && reading_.tokens.has(first, text::is_mark)) ++first;
  std::uint32_t end = first;
  while (end < last && !reading_.tokens.has(end, text::is_number) && !ends_name(reading_.word(end)))
    ++end;
  while (end > first && !word(end - 1)) --end;
  return {first, end};
}

Span Bylines::name_beside_date(std::size_t line) const {
  const auto [first, last] = page_.lines[line].tokens;
  for (std::uint32_t i = first; i + 1 < last; ++i) {
    if (!word(i) || !words_.introduces(reading_.words[i])) continue;
    const text::TokenRange name = name_in({i, last});
    if (is_name(name)) return reading_.span(name);
  }
  return {};
}

Span Bylines::name(std::size_t line) const {
  const text::TokenRange range = name_in(page_.lines[line].tokens);
  return range.first == range.last ? page_.lines[line].span : reading_.span(range);
}

// "By", "Written by:"
bool Bylines::is_label(std::size_t line) const {
  const auto [first, last] = page_.lines[line].tokens;
  bool label = false;
  for (std::uint32_t i = first; i < last; ++i) {
    if (word(i) && !words_.introduces(reading_.words[i])) return false;
    label = label || word(i);
  }
  return label;
}

bool Bylines::holds_name(std::size_t line) const {
  const Line& own = page_.lines[line];
  if (own.words < 2 || own.words > 14 || own.end == LineEnd::question ||
      own.end == LineEnd::exclamation)
    return false;
  return is_name(name_in(page_.lines[line].tokens));
}

// Two to six capitals, the first a given name.
bool Bylines::is_name(text::TokenRange range) const {
  std::uint32_t capitals = 0;
  for (std::uint32_t i = range.first; i < range.last; ++i) {
    if (!word(i)) continue;
    if (!reading_.tokens.has(i, text::starts_upper)) return false;
    ++capitals;
  }
  return capitals >= 2 && capitals <= 6 && words_.given_name(reading_.words[range.first]);
}

bool Bylines::beside_date(std::size_t line) const {
  constexpr std::size_t near = 2;
  const std::size_t last = std::min(line + near + 1, page_.lines.size());
  for (std::size_t i = line > near ? line - near : 0; i < last; ++i) {
    if (is_stamp(page_.cues[i].cue)) return true;
  }
  return page_.lines[line].numbers >= 2;  // its own
}

std::size_t Bylines::find(const Structure& structure, std::uint32_t a) const {
  constexpr std::size_t reach = 12;
  const ArticleLines& article = structure.articles[a];
  const bool titled = article.title != ArticleLines::none && article.title < article.core_first;
  const std::size_t from =
      titled ? article.title + 1 : article.core_first - std::min(article.core_first, reach);
  for (std::size_t i = from; i < article.core_first; ++i) {
    const bool labelled = i > 0 && is_label(i - 1);
    const std::uint32_t first = page_.lines[i].tokens.first;
    if (labelled && page_.lines[i].words <= 14 && reading_.tokens.has(first, text::starts_upper))
      return i;
    if (!holds_name(i) || structure.kinds[i] == BlockKind::caption) continue;
    if (beside_date(i) || (titled && i <= article.title + 2)) return i;
  }
  return ArticleLines::none;
}

// "Marta Quill", and below it "Political correspondent".
bool Bylines::names_above(const Structure& structure, std::uint32_t a, std::size_t line) const {
  if (line == 0 || line == structure.articles[a].title + 1) return false;
  const std::uint32_t first = page_.lines[line].tokens.first;
  return !words_.introduces(reading_.words[first]) && !holds_name(line) && holds_name(line - 1) &&
         page_.cues[line - 1].cue == Cue::none;
}

void Bylines::complete(Structure& structure, RuleId rule) const {
  for (std::uint32_t a = 0; a < structure.articles.size(); ++a) {
    const ArticleLines& article = structure.articles[a];
    const auto has = [&](std::size_t i) {
      return structure.article[i] == a && structure.kinds[i] == BlockKind::byline;
    };
    std::size_t known = article.first;
    while (known < article.last && !has(known)) ++known;
    std::size_t line = known < article.last ? ArticleLines::none : find(structure, a);
    if (known < article.core_first && names_above(structure, a, known)) line = known - 1;
    if (line == ArticleLines::none) continue;
    structure.kinds[line] = BlockKind::byline;
    structure.rules[line] = rule;
    structure.article[line] = a;
    structure.articles[a].first = std::min(article.first, line);
  }
}

}  // namespace dateline::segment
