// See byline.h. A name is a given name and another capital.
#include "segment/articles/byline.h"

#include <algorithm>

namespace dateline::segment {

namespace {

bool is_stamp(Cue cue) { return cue == Cue::timestamp || cue == Cue::published_line; }

}  // namespace

Span Bylines::name_beside_date(std::size_t line) const {
  const auto [first, last] = page_.lines[line].tokens;
  for (std::uint32_t i = first; i + 1 < last; ++i) {
    if (!word(i) || !words_.introduces(reading_.words[i])) continue;
    const text::TokenRange name = words_.name(reading_, {i, last}).tokens;
    if (is_name(name)) return reading_.span(name);
  }
  return {};
}

Span Bylines::name(std::size_t line) const {
  const Line& own = page_.lines[line];
  const auto [range, surplus, labelled, alone] = words_.name(reading_, own.tokens);
  if (range.first == range.last) return own.numbers > 0 ? Span() : own.span;
  if (words_.is_nobody(reading_, range)) return {};
  Span name = reading_.span(range);
  name.end -= surplus;
  if (range.first == page_.lines[line].tokens.first)
    name.begin += words_.introduction(reading_.word(range.first));  // "ByAna Ruiz"
  return name;
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

// Of the names that commas and "and" join.
text::TokenRange Bylines::first_of(text::TokenRange names) const {
  const auto joins = [&](std::uint32_t i) {
    return reading_.word(i) == "," || words_.joins(reading_, i);
  };
  std::uint32_t last = names.first;
  while (last < names.last && !joins(last)) ++last;
  return {names.first, last};
}

bool Bylines::holds_name(std::size_t line) const {
  const Line& own = page_.lines[line];
  if (own.words < 2 || own.words > 14 || own.end == LineEnd::question ||
      own.end == LineEnd::exclamation)
    return false;
  BylineName name = words_.name(reading_, own.tokens);
  name.tokens = first_of(name.tokens);
  return name.alone && (is_name(name.tokens) || (name.labelled && holds_capitals(name.tokens) &&
                                                 !words_.is_nobody(reading_, name.tokens)));
}

// Two to six, and no other words.
bool Bylines::holds_capitals(text::TokenRange range) const {
  std::uint32_t capitals = 0;
  for (std::uint32_t i = range.first; i < range.last; ++i) {
    if (!word(i)) continue;
    const bool by_name = i == range.first && words_.introduction(reading_.word(i)) > 0;
    if (!by_name && !reading_.tokens.has(i, text::starts_upper)) return false;
    ++capitals;
  }
  return capitals >= 2 && capitals <= 6;
}

// Such, the first a given name.
bool Bylines::is_name(text::TokenRange range) const {
  if (!holds_capitals(range)) return false;
  const std::string_view first = reading_.word(range.first);
  const std::uint32_t introduction = words_.introduction(first);
  return introduction > 0 ? words_.given_name(first.substr(introduction))
                          : words_.given_name(reading_.words[range.first]);
}

bool Bylines::beside_date(std::size_t line) const {
  constexpr std::size_t near = 2;
  const std::size_t last = std::min(line + near + 1, page_.lines.size());
  for (std::size_t i = line > near ? line - near : 0; i < last; ++i) {
    if (is_stamp(page_.cues[i].cue)) return true;
  }
  return page_.lines[line].numbers >= 2;  // its own
}

Bylines::Range Bylines::head_of(const Structure& structure, std::uint32_t a) const {
  constexpr std::size_t reach = 12;
  const ArticleLines& article = structure.articles[a];
  const bool titled = article.title != ArticleLines::none && article.title < article.core_first;
  return {titled ? article.title + 1 : article.core_first - std::min(article.core_first, reach),
          article.core_first, titled};
}

// Below "By".
std::size_t Bylines::labelled(const Structure& structure, std::uint32_t a) const {
  const Range head = head_of(structure, a);
  for (std::size_t i = head.first; i < head.last; ++i) {
    const std::uint32_t first = page_.lines[i].tokens.first;
    if (i > 0 && is_label(i - 1) && page_.lines[i].words <= 14 &&
        reading_.tokens.has(first, text::starts_upper))
      return i;
  }
  return ArticleLines::none;
}

std::size_t Bylines::find(const Structure& structure, std::uint32_t a) const {
  const Range head = head_of(structure, a);
  for (std::size_t i = head.first; i < head.last; ++i) {
    if (!holds_name(i) || structure.kinds[i] == BlockKind::caption) continue;
    if (beside_date(i) || (head.titled && i < head.first + 2)) return i;
  }
  return unknown_name(structure, a);
}

bool Bylines::touches_date(std::size_t line) const {
  return (line > 0 && is_stamp(page_.cues[line - 1].cue)) ||
         (line + 1 < page_.cues.size() && is_stamp(page_.cues[line + 1].cue));
}

// Two or three capitals right above or below the date, not all of them common words.
std::size_t Bylines::unknown_name(const Structure& structure, std::uint32_t a) const {
  const Range head = head_of(structure, a);
  const auto is_one = [&](std::size_t i) {
    const Line& line = page_.lines[i];
    if (page_.cues[i].cue != Cue::none || line.words < 2 || line.words > 3 ||
        line.tokens.size() != line.words || structure.kinds[i] == BlockKind::caption)
      return false;
    bool uncommon = false;
    for (std::uint32_t t = line.tokens.first; t < line.tokens.last; ++t) {
      if (!word(t) || !reading_.tokens.has(t, text::starts_upper)) return false;
      uncommon = uncommon || !words_.is_common(reading_.words[t]);
    }
    return uncommon && !words_.is_nobody(reading_, line.tokens);
  };
  for (std::size_t i = head.first; head.titled && i < head.last; ++i) {
    if (touches_date(i) && is_one(i)) return i;
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
    std::size_t line = labelled(structure, a);
    if (line == ArticleLines::none && known == article.last) line = find(structure, a);
    if (line == ArticleLines::none && known < article.core_first &&
        names_above(structure, a, known))
      line = known - 1;
    if (line == ArticleLines::none) continue;
    structure.kinds[line] = BlockKind::byline;
    structure.rules[line] = rule;
    structure.article[line] = a;
    structure.articles[a].first = std::min(article.first, line);
  }
}

}  // namespace dateline::segment
