// The date inside or behind a noun phrase ("Monday's attack", "the fall of the city in May"), and
// whether the only date of a sentence is its verb's.
#include <algorithm>

#include "extract/facts/date_words.h"
#include "extract/facts/dater.h"

namespace dateline::extract {
namespace {

constexpr Day recent_deed = 60;  // days
constexpr int shared_days = 6;   // before publication: a weekday names them
constexpr Index near_noun = 12;  // chunks between an event noun and its own date

}  // namespace

// "Monday's attack", "the June 5 attack": the date inside the event noun's own phrase.
Index Dater::inside_noun() const { return inside(candidate_.noun); }

Index Dater::inside(Index phrase) const {
  for (Index u = at(phrase).first; u < at(phrase).head; ++u) {
    const Index index = unit_at(sentence_, u).timex;
    if (index == none || unit_at(sentence_, u + 1).timex == index) continue;
    const bool owner = unit_at(sentence_, u + 1).tag == Tag::possessive;
    if (owner ? timex(index).date.known() : is_recent_deed(index) || is_stated(index)) return index;
  }
  return none;
}

// "The January 2011 floods", "the 2006 flood"
bool Dater::is_stated(Index index) const {
  const Timex& expression = timex(index);
  const std::string_view year = std::string_view(expression.value).substr(0, 4);
  const std::string_view words = expression.span.of(context_.reading.text);
  return expression.type == TimexType::date && expression.date.known() && year.size() == 4 &&
         words.find(year) != std::string_view::npos;
}

// A day that names a deed and is of this year: it is just past.
bool Dater::is_recent_deed(Index index) const {
  if (!is_name_of_deed(context_, sentence_, index)) return false;
  const Timex& expression = timex(index);
  const Day today = dating_.published.last;
  return expression.anchor != Anchor::published ||
         (today != no_day && expression.date.first <= today &&
          today - expression.date.first <= recent_deed);
}

// A deed of a day of any year: "the April 1 attack".
Index Dater::of_any_year(Index phrase) const {
  for (Index u = at(phrase).first; u < at(phrase).head; ++u) {
    const Index index = unit_at(sentence_, u).timex;
    if (index != none && is_name_of_deed(context_, sentence_, index)) return index;
  }
  return none;
}

// Was what is told in it, at it or by it on the phrase's own day?
bool Dater::is_at(Index phrase) const {
  const Index link = at(phrase).preposition;
  return link != none && (word(link).is(WordClass::locative) || word(link).is(WordClass::by));
}

// "Monday's attack killed five", "were killed in Monday's attack": what `find` says of the
// harm's subject, or of the phrases behind its verb; not "killed two over Monday's attack".
Index Dater::of_deed(Index (Dater::*find)(Index) const) const {
  if (candidate_.verb == none) return none;
  const Index subject = at(candidate_.verb).subject;
  if (subject != none) {
    if (const Index index = (this->*find)(subject); index != none) return index;
  }
  for (Index i = candidate_.verb + 1; i < size_of(sentence_.chunks); ++i) {
    if (at(i).kind == ChunkKind::noun_phrase) {
      const Index index = (this->*find)(i);
      if (index != none && (at(i).preposition == none || is_at(i))) return index;
    } else if (at(i).kind != ChunkKind::preposition) {
      break;
    }
  }
  return none;
}

// Harm done by "the April 1 attack" of who knows which year.
bool Dater::is_of_open_deed() const {
  return candidate_.type == EventType::assault && of_deed(&Dater::of_any_year) != none;
}

// "the fall of the city in December": a date behind the noun before the next verb.
Index Dater::beside_noun() const {
  const Index last = std::min(size_of(sentence_.chunks), candidate_.noun + near_noun);
  for (Index i = candidate_.noun + 1; i < last; ++i) {
    if (at(i).kind == ChunkKind::verb_group || at(i).kind == ChunkKind::conjunction ||
        at(i).kind == ChunkKind::stop)
      break;
    if (at(i).kind != ChunkKind::time) continue;
    const Index index = unit_at(sentence_, at(i).head).timex;
    if (timex(index).date.known() || timex(index).value.starts_with("XXXX-WXX-")) return index;
  }
  return none;
}

// "was charged with the murder of a priest on Monday": a day is that of the charge.
bool Dater::is_day_of_charge() const {
  return candidate_.accuser != none && at(candidate_.accuser).timex != none &&
         timex(at(candidate_.accuser).timex).date.is_day();
}

// The sentence's only date, for a main clause.
bool Dater::sentence_date(DatedBy& found) const {
  if (candidate_.verb != none && (starts_earlier(candidate_.verb) || is_of_open_deed()))
    return false;
  if (candidate_.verb == none && noun_is_earlier()) return false;
  Index only = none;
  for (const Unit& unit : sentence_.units) {
    if (unit.timex == none || unit.timex == only || !timex(unit.timex).date.known()) continue;
    if (only != none) return false;
    only = unit.timex;
  }
  if (only != none && (is_name_of_deed(context_, sentence_, only) || is_of_phrase(only)))
    return false;
  if (only == none || owned(only) || lies_ahead(only) || inside_earlier_phrase(only)) return false;
  fill(only, found);
  return years_since(only, found) || fits_owned_phrase(only, found);
}

// The phrase that the time stands in, "Sunday's attack", "the June 5 elections".
Index Dater::phrase_of(Index index) const {
  for (Index i = 0; i < size_of(sentence_.chunks); ++i) {
    if (at(i).kind != ChunkKind::noun_phrase || unit_at(sentence_, at(i).head).timex == index)
      continue;
    for (Index u = at(i).first; u < at(i).head; ++u) {
      if (unit_at(sentence_, u).timex == index) return i;
    }
  }
  return none;
}

// "Condemned Sunday's attack", "arrested two men over Sunday's riots": on that day or later. What
// was done in it, at it, by it was on that day. Of more than a day, "the result of the 2004
// elections" says nothing.
bool Dater::fits_owned_phrase(Index index, DatedBy& found) const {
  const Index phrase = phrase_of(index);
  if (phrase == none || phrase == candidate_.noun) return true;
  const bool subject = candidate_.verb != none && at(candidate_.verb).subject == phrase;
  const bool claimed = candidate_.type == EventType::assault &&
                       at(phrase).first == candidate_.last;  // "claimed Sunday's attack"
  if (subject || claimed || is_at(phrase)) return true;
  if (!found.date.date.is_day()) return at(phrase).preposition == none;
  const Day first = found.date.date.first, today = dating_.latest;
  if (candidate_.verb == none || !simple_past() || today == no_day || first > today) return false;
  found.date.date = joined(found.date.date, single_day(today));
  return true;
}

bool Dater::is_of_phrase(Index index) const {
  return std::any_of(sentence_.chunks.begin(), sentence_.chunks.end(), [&](const Chunk& chunk) {
    return chunk.of_phrase && unit_at(sentence_, chunk.head).timex == index;
  });
}

// "since the fall of the city in December"
bool Dater::inside_earlier_phrase(Index index) const {
  bool found = false, phrase = false;
  for (Index i = size_of(sentence_.chunks) - 1; i >= 0; --i) {
    if (!found) {
      found = at(i).kind == ChunkKind::time && unit_at(sentence_, at(i).head).timex == index;
      continue;
    }
    if (at(i).kind == ChunkKind::noun_phrase)
      phrase = true;
    else if (at(i).kind != ChunkKind::preposition)
      return false;
    else if (phrase && word(at(i).head).is(WordClass::earlier))
      return !is_same_day(context_, sentence_, at(i).head);
  }
  return false;
}

// "jailed for beating a student in 2013", "left under a deal signed on June 1": a verb that tells
// of a cause or describes a phrase has its own day.
bool Dater::is_apart(const Chunk& verb) const {
  const Index i = static_cast<Index>(&verb - sentence_.chunks.begin());
  if (i == candidate_.verb || verb.finite || verb.clause != ClauseKind::participial) return false;
  if (verb.gerund) {
    const Word& left = word(at(i - 1).head);
    return at(i - 1).kind == ChunkKind::preposition &&
           (left.is(WordClass::outward) || left.is(WordClass::of));
  }
  const Index next = at(i + 1).kind == ChunkKind::preposition ? i + 2 : i + 1;
  const bool gapped = at(i - 2).kind == ChunkKind::conjunction;  // "and others wounded on Monday"
  return verb.participle && at(i - 1).kind == ChunkKind::noun_phrase && !gapped &&
         at(next).kind == ChunkKind::time;
}

// Does another clause's verb hold this expression? What is still to come is no date of the verb
// that tells of it, nor what a later verb did the date of "has condemned".
bool Dater::owned(Index index) const {
  const bool perfect = candidate_.verb != none && at(candidate_.verb).perfect;
  return std::any_of(sentence_.groups.begin(), sentence_.groups.end(), [&](Index i) {
    const Chunk& chunk = at(i);
    if (chunk.timex != index) return false;
    if (is_apart(chunk)) return true;
    if (shares_day(i)) return false;
    if (chunk.clause == ClauseKind::main && chunk.future && i > candidate_.verb &&
        candidate_.modality != Modality::planned)
      return true;
    return chunk.clause == ClauseKind::relative || chunk.clause == ClauseKind::adverbial ||
           (chunk.clause == ClauseKind::complement && (chunk.would || chunk.future)) ||
           (chunk.clause == ClauseKind::coordinate && perfect);
  });
}

// "died when a boat sank on Monday", "shot two men who attacked a checkpoint on Monday": one day
// for both, where it is a late one.
bool Dater::shares_day(Index verb) const {
  const Chunk& other = at(verb);
  const Date& day = timex(other.timex).date;
  if (!day.is_day() || verb < candidate_.verb || !simple_past() || other.perfect || other.present ||
      other.would || other.future)
    return false;
  if (other.clause == ClauseKind::adverbial) {
    const Index opening = opening_word(verb);
    return opening != none && word(opening).is(WordClass::meanwhile);
  }
  return other.clause == ClauseKind::relative && dating_.published.is_day() &&
         day.first + shared_days >= dating_.published.first;
}

}  // namespace dateline::extract
