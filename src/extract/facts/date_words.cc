// What time expressions stand for beside a day of their own: an end of a range, a deed's name, what
// is only promised; and the day that a sentence as a whole tells of.
#include "extract/facts/date_words.h"

#include <algorithm>

#include "extract/facts/facts.h"

namespace dateline::extract {
namespace {

bool is_dash(std::string_view words) {
  return words == "-" || words == "\xE2\x80\x93" || words == "\xE2\x80\x94";
}

// Does the word at `link` join the expression before it to the one behind it?
bool joins_range(const Context& context, const Sentence& sentence, Index index, Index link) {
  const Word& word = context.word(unit_at(sentence, link));
  if (word.is(WordClass::to) || word.is(WordClass::bound_before)) return true;
  if (is_dash(context.text(unit_at(sentence, link)))) return true;
  Index before = link - 1;
  while (before >= 0 && unit_at(sentence, before).timex == index) --before;
  return before >= 0 && word.is(WordClass::conjunction) &&
         context.word(unit_at(sentence, before)).is(WordClass::pairing);
}

// "1992-1995" is one unit.
Index end_of_glued_range(const Context& context, Index index) {
  const auto& timexes = context.annotations.timexes;
  if (static_cast<std::size_t>(index) + 1 >= timexes.size()) return none;
  const Timex& first = timexes[static_cast<std::size_t>(index)];
  const Timex& last = timexes[static_cast<std::size_t>(index) + 1];
  if (last.span.begin <= first.span.end) return none;
  const Span between{first.span.end, last.span.begin};
  const bool later = last.date.first > first.date.last && last.date.last != no_day;
  return later && is_dash(between.of(context.reading.text)) ? index + 1 : none;
}

// "accepted the resignation and said he would name a successor on Friday": the day of what is still
// to come is not the sentence's.
bool is_promised(const Context& context, const Sentence& sentence, Index timex) {
  Index first = none;
  for (Index i = 0; i < size_of(sentence.chunks); ++i) {
    const Chunk& chunk = chunk_at(sentence, i);
    if (chunk.kind != ChunkKind::verb_group) continue;
    if (first == none && chunk.finite) first = i;
    if (chunk.timex != timex) continue;
    return first != none && first != i && chunk.would && chunk.clause == ClauseKind::complement &&
           !context.word(unit_at(sentence, chunk_at(sentence, first).head)).is(WordClass::speech);
  }
  return false;
}

}  // namespace

bool is_name_of_deed(const Context& context, const Sentence& sentence, Index timex) {
  const std::string& value = context.annotations.timexes[static_cast<std::size_t>(timex)].value;
  Index last = none;
  for (Index u = 0; u < size_of(sentence.units); ++u) {
    if (unit_at(sentence, u).timex == timex) last = u;
  }
  if (last == none || value.size() != 10) return false;
  const Unit& noun = unit_at(sentence, last + 1);
  if (last + 1 >= size_of(sentence.units) || noun.tag != Tag::noun) return false;
  const Span span = context.annotations.timexes[static_cast<std::size_t>(timex)].span;
  const std::string_view words = span.of(context.reading.text);
  const bool number = words.find_first_of("0123456789") != std::string_view::npos;
  if (!number || words.find(std::string_view(value).substr(0, 4)) != std::string_view::npos)
    return false;
  const Range senses = context.lexicon.noun_senses(context.word(noun).noun);
  for (std::uint32_t s = senses.first; s < senses.last; ++s) {
    const EventType type = context.lexicon.event_rules()[context.lexicon.noun_sense(s).rule].type;
    if (type == EventType::assault || type == EventType::protest) return true;
  }
  return false;
}

Index end_of_range(const Context& context, const Sentence& sentence, Index index) {
  const auto timex = [&](Index i) -> const Timex& {
    return context.annotations.timexes[static_cast<std::size_t>(i)];
  };
  const Timex& first = timex(index);
  if (first.date.first == no_day || first.date.last == no_day) return none;
  if (const Index glued = end_of_glued_range(context, index); glued != none) return glued;
  Index u = 0;
  while (u < size_of(sentence.units) && unit_at(sentence, u).timex != index) ++u;
  while (u < size_of(sentence.units) && unit_at(sentence, u).timex == index) ++u;
  if (u >= size_of(sentence.units)) return none;
  Index end = unit_at(sentence, u).timex;
  if (end != none) {  // "3-5" is one unit
    const Span between{first.span.end, timex(end).span.begin};
    if (!is_dash(between.of(context.reading.text))) return none;
  } else {
    if (u + 1 >= size_of(sentence.units) || !joins_range(context, sentence, index, u)) return none;
    end = unit_at(sentence, u + 1).timex;
    if (end == none) return none;
  }
  const Date& last = timex(end).date;
  return last.first > first.date.last && last.last != no_day ? end : none;
}

Date joined(const Date& first, const Date& last) {
  const int days = last.last - first.first + 1;
  const Precision precision = days <= 7     ? Precision::week
                              : days <= 31  ? Precision::month
                              : days <= 184 ? Precision::season
                              : days <= 366 ? Precision::year
                                            : Precision::decade;
  return {first.first, last.last, precision};
}

bool is_bound(const Context& context, const Sentence& sentence, Index timex) {
  if (context.annotations.timexes[static_cast<std::size_t>(timex)].value.find('T') !=
      std::string::npos)
    return false;  // "after midnight on Tuesday" is Tuesday
  Index first = 0;
  while (first < size_of(sentence.units) && unit_at(sentence, first).timex != timex) ++first;
  if (first == 0 || first >= size_of(sentence.units)) return false;
  const Word& before = context.word(unit_at(sentence, first - 1));
  return before.is(WordClass::bound_after) || before.is(WordClass::bound_before);
}

Index day_of_sentence(const Context& context, const Sentence& sentence) {
  if (!sentence.has_timex) return none;
  Index quoted = none;
  for (const Unit& unit : sentence.units) {
    if (unit.timex == none || unit.timex == quoted) continue;
    const Timex& expression = context.annotations.timexes[static_cast<std::size_t>(unit.timex)];
    if (!expression.date.known() || is_name_of_deed(context, sentence, unit.timex)) continue;
    if (is_promised(context, sentence, unit.timex)) return none;
    // A month or year first leaves the sentence undated, as a range does: it tells of more than a
    // day.
    if (!expression.date.is_day() || end_of_range(context, sentence, unit.timex) != none)
      return none;
    if (!unit.quoted) return unit.timex;
    if (quoted == none) quoted = unit.timex;
  }
  return quoted;
}

bool is_label_mark(const Context& context, const Sentence& sentence, Index unit) {
  const std::string_view mark = context.text(unit_at(sentence, unit));
  return mark == ":" || is_dash(mark);
}

bool is_day_of_deeds(const Sentence& sentence, Index day) {
  if (day == none) return false;
  const bool quoted =
      std::any_of(sentence.units.begin(), sentence.units.end(),
                  [&](const Unit& unit) { return unit.timex == day && unit.quoted; });
  if (quoted) return false;
  return std::none_of(sentence.groups.begin(), sentence.groups.end(), [&](Index i) {
    const Chunk& verb = chunk_at(sentence, i);
    return verb.timex == day && (verb.present || verb.future || verb.would || verb.conditional ||
                                 verb.clause == ClauseKind::relative);
  });
}

}  // namespace dateline::extract
