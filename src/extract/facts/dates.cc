// When an event was: the time named in its clause, else that of a clause that says when, of the
// clauses above it, of the speech about it, of the sentence, of the sentence before, else the
// publication date as day (what is going on) or as bound.
#include <algorithm>

#include "extract/facts/date_words.h"
#include "extract/facts/dater.h"
#include "extract/sentence/offset.h"

namespace dateline::extract {
namespace {

constexpr Day story_days = 31;  // how far back a text still tells one story from day to day

}  // namespace

DatedBy Dater::run() const {
  DatedBy found;
  if (sentence_.has_timex &&
      (in_trigger(found) || own(found) || beneath(found) || lasting(found) || above(found) ||
       sentence_date(found)) &&
      (!is_done_later(found.date.date) || is_day_of_announced())) {
    end_at_publication(found.date);
    return found;
  }
  found = {};
  if (labelled(found) || previous(found)) return found;
  return goes_on_with_history() ? DatedBy{} : published();
}

// "Won Sunday's presidential election", as was said on Monday.
bool Dater::in_trigger(DatedBy& found) const {
  for (Index u = candidate_.first; u < candidate_.shown; ++u) {
    const Index index = unit_at(sentence_, u).timex;
    if (index == none || !timex(index).date.is_day()) continue;
    fill(index, found);
    return true;
  }
  return false;
}

std::string_view Dater::basis(const Timex& expression) const {
  const std::string_view name = rules_.name(expression.rule);
  const std::size_t dot = name.rfind('.');
  return dot == std::string_view::npos ? "explicit" : name.substr(dot + 1);
}

void Dater::fill(Index index, DatedBy& found) const {
  const Timex& expression = timex(index);
  const Index end = end_of_range(context_, sentence_, index);
  found.span = expression.span;
  if (end != none) found.span.end = timex(end).span.end;
  found.date.date = expression.date;
  found.date.text = found.span.of(context_.reading.text);
  found.date.value = expression.value;
  found.date.basis = basis(expression);
  if (end != none)
    found.date.date = joined(expression.date, timex(end).date);
  else if (const Word* left = word_before(index);
           left != nullptr && !is_agent(index) && !is_when(index) && !is_not_until(index))
    make_preposed_bound(*left, found.date);
  found.date.anchor = expression.anchor == Anchor::published ? dating_.published.last : no_day;
  found.explicit_date = true;
}

bool Dater::own(DatedBy& found) const {
  Index index = none;
  if (candidate_.verb != none)
    index = at(candidate_.verb).timex;
  else
    index = inside_noun();
  if (index == none && candidate_.verb == none && !is_day_of_charge() && !is_retold() &&
      !offset_before(context_, sentence_, at(candidate_.noun).preposition))
    index = beside_noun();
  if (index == none && candidate_.type == EventType::assault) index = of_deed(&Dater::inside);
  if (index == none || lies_ahead(index)) return false;
  fill(index, found);
  if (years_since(index, found)) return true;
  count_from_speech(index, found);
  count_from_told_day(index, found);
  if (shares_day_of_answer(index)) make_bound(found);
  return true;
}

// "We will march tomorrow," she said on Wednesday: what is quoted counts from the day of speech.
void Dater::count_from_speech(Index index, DatedBy& found) const {
  if (candidate_.verb == none || found.date.basis != "relative-day" || !found.date.date.is_day() ||
      !dating_.published.is_day())
    return;
  const Chunk& verb = at(candidate_.verb);
  if (!unit_at(sentence_, verb.head).quoted || verb.speech == none) return;
  const Index said = at(verb.speech).timex;
  if (said == none || said == index || !timex(said).date.is_day()) return;
  const Day spoken = timex(said).date.first;
  found.date.date = single_day(found.date.date.first + spoken - dating_.published.first);
  found.date.value = to_iso(found.date.date.first);
  found.date.anchor = spoken;
}

// "It hit the town at 23:47": on the day that the paragraphs above tell of.
void Dater::count_from_told_day(Index index, DatedBy& found) const {
  const Timex& clock = timex(index);
  constexpr std::size_t day_length = 10;  // of "2031-12-05T23:47"
  if (clock.type != TimexType::time || !clock.by_tense || clock.anchor != Anchor::published ||
      clock.date != Date{dating_.published.first, dating_.published.last, clock.date.precision} ||
      dating_.told == no_day || !simple_past() || clock.value.size() <= day_length)
    return;
  found.date.date.first = found.date.date.last = dating_.told;
  found.date.value = to_iso(dating_.told) + clock.value.substr(day_length);
  found.date.anchor = dating_.told;
}

// "Days of unrest have shaken the province": up to publication, where the verb tells of the
// present.
bool Dater::lasting(DatedBy& found) const {
  const Date& published = dating_.published;
  if (candidate_.noun == none || published.first == no_day || published.last == no_day)
    return false;
  const Index of = at(candidate_.noun).preposition;
  if (of <= 0 || !word(of).is(WordClass::of) || unit_at(sentence_, of - 1).timex == none)
    return false;
  const Index verb = candidate_.verb != none ? candidate_.verb : verb_near_noun();
  if (verb == none || !at(verb).present || at(verb).timex != none) return false;
  const Index index = unit_at(sentence_, of - 1).timex;
  const int days = most_days(timex(index));
  constexpr int longest = 366 * 100;
  if (days == 0 || days > longest) return false;
  fill(index, found);
  found.date.date = {published.first - days + 1, published.last,
                     days > 31 ? Precision::month : Precision::week};
  found.date.anchor = published.last;
  return true;
}

// What is told in the past cannot have been after publication: "promised new roofs before next
// winter".
bool Dater::lies_ahead(Index index) const {
  // "voted to hold an election on June 3"
  if (is_aim() && !timex(index).by_tense) return false;
  return tells_what_was() && is_after(timex(index).date, dating_) && !is_day_of_announced();
}

// "Called off a strike planned for Friday": Friday is not the day of the call, nor does it bound
// it.
bool Dater::is_done_later(const Date& date) const {
  const Day today = dating_.latest;
  const bool bounded_later =
      today != no_day && date.first == no_day && date.last != no_day && date.last > today;
  return tells_what_was() && !is_aim() && (is_after(date, dating_) || bounded_later);
}

// "Abducted 300 pupils this year": up to now.
void Dater::end_at_publication(EventDate& event) const {
  Date& date = event.date;
  const Day today = dating_.latest;
  if (date.precision >= Precision::before || today == no_day || date.first > today ||
      date.last <= today || !tells_what_was())
    return;
  date.last = today;
}

// "Announced a strike for Friday": the event is the strike, and Friday its day.
bool Dater::is_day_of_announced() const {
  if (candidate_.verb == none || candidate_.noun == none || at(candidate_.verb).timex == none)
    return false;
  const Range senses = context_.lexicon.noun_senses(word(at(candidate_.noun).head).noun);
  for (std::uint32_t s = senses.first; s < senses.last; ++s) {
    const EventType type = context_.lexicon.event_rules()[context_.lexicon.noun_sense(s).rule].type;
    if (type == candidate_.type) return true;
  }
  return false;
}

bool Dater::is_aim() const { return candidate_.verb != none && at(candidate_.verb).infinitive; }

bool Dater::simple_past() const {
  if (candidate_.verb == none) return false;
  const Chunk& verb = at(candidate_.verb);
  return !verb.present && !verb.perfect && !verb.future && !verb.conditional &&
         candidate_.modality != Modality::planned;
}

// "Called a strike", "has called a strike"
bool Dater::tells_what_was() const {
  if (candidate_.verb == none || candidate_.modality == Modality::planned) return false;
  const Chunk& verb = at(candidate_.verb);
  return simple_past() || (verb.present && verb.perfect && !verb.future && !verb.conditional);
}

bool Dater::names_date() const {
  return std::any_of(sentence_.units.begin(), sentence_.units.end(), [&](const Unit& unit) {
    return unit.timex != none && timex(unit.timex).date.known();
  });
}

// "10 March: Rebels attack a bus. Four passengers die.": all of what stands behind the label is of
// its day.
bool Dater::labelled(DatedBy& found) const {
  if (dating_.label == nullptr || candidate_.verb == none || (sentence_.has_timex && names_date()))
    return false;
  const Chunk& verb = at(candidate_.verb);
  if (verb.perfect || verb.future || verb.conditional || verb.progressive || verb.in_condition ||
      starts_earlier(candidate_.verb) || verb.speech != none)
    return false;
  found.date.date = dating_.label->date;
  found.date.text = dating_.label->span.of(context_.reading.text);
  found.date.basis = "label";
  return true;
}

// What is told next, in the simple past and of no other time, is of the day just named; not in
// texts that look far back, where each sentence may have a time of its own.
bool Dater::previous(DatedBy& found) const {
  if (dating_.previous == nullptr) return false;
  const Date& day = dating_.previous->date;
  if (!day.is_day() || !simple_past() || starts_earlier(candidate_.verb)) return false;
  const Day today = dating_.latest;
  if (today != no_day && (day.first > today || today - day.first > story_days)) return false;
  const Chunk& verb = at(candidate_.verb);
  if (verb.in_condition || verb.progressive) return false;
  if (dating_.zone == Zone::body && verb.clause != ClauseKind::main &&
      verb.clause != ClauseKind::coordinate && !is_part_of_main(verb)) {
    return false;
  }
  if (sentence_.has_timex && (names_date() || is_days_after())) return false;
  found.date = EventDate();
  found.date.date = day;
  found.date.text = dating_.previous->span.of(context_.reading.text);
  found.date.basis = "previous-sentence";
  return true;
}

// "Was arrested four days after the flood", "freed him after six weeks": on another day than what
// was told before, which need not be what it is counted from.
bool Dater::is_days_after() const {
  const auto is_days = [&](Index unit) {
    const Index index = unit_at(sentence_, unit).timex;
    return index != none && timex(index).type == TimexType::duration && most_days(timex(index)) > 0;
  };
  for (Index u = 1; u < size_of(sentence_.units); ++u) {
    if (word(u).is(WordClass::earlier) && (is_days(u - 1) || is_days(u + 1))) return true;
  }
  return false;
}

// "In 1981 gunmen kidnapped her. They freed her after six weeks.": what "they" did next in a story
// of long ago was then, nobody knows when.
bool Dater::goes_on_with_history() const {
  if (!dating_.history || !simple_past() || (sentence_.has_timex && names_date())) return false;
  const Chunk& verb = at(candidate_.verb);
  if (verb.speech != none || verb.in_condition ||
      (verb.clause != ClauseKind::main && verb.clause != ClauseKind::coordinate &&
       !is_part_of_main(verb)))
    return false;
  const auto is_anaphor = [&](Index phrase) {
    return phrase != none && word(at(phrase).head).is(WordClass::anaphor);
  };
  return is_anaphor(verb.subject) || is_anaphor(verb.object) || is_days_after();
}

// "They entered the town, killing two"
bool Dater::is_part_of_main(const Chunk& verb) const {
  if (verb.clause != ClauseKind::participial || verb.parent == none) return false;
  const Chunk& parent = at(verb.parent);
  return parent.clause == ClauseKind::main && !parent.present && !parent.perfect &&
         !parent.future && !parent.conditional && !parent.progressive;
}

// Is it going on, said or planned when the article appears?
bool Dater::current() const {
  if (candidate_.verb == none) return false;
  const Chunk& verb = at(candidate_.verb);
  if (candidate_.modality == Modality::planned || candidate_.modality == Modality::conditional)
    return true;
  if (starts_earlier(candidate_.verb)) return false;
  const bool headline = dating_.zone == Zone::title || dating_.zone == Zone::headline;
  if (headline && (verb.finite || verb.clause == ClauseKind::infinitive)) return true;
  if (verb.present && verb.perfect) return false;
  if (verb.present || candidate_.modality == Modality::ongoing) return true;
  return candidate_.type == EventType::statement;
}

DatedBy Dater::published() const {
  DatedBy found;
  if (!dating_.published.known()) return found;
  found.date.basis = "published";
  found.date.anchor = dating_.published.last;
  if (current() && dating_.published.first != no_day) {
    found.date.date = dating_.published;
    return found;
  }
  if (dating_.latest != no_day) found.date.date = {no_day, dating_.latest, Precision::before};
  return found;
}

DatedBy date_of(const Context& context, const Rules& rules, const Sentence& sentence,
                const Candidate& candidate, const DateContext& dating) {
  return Dater(context, rules, sentence, candidate, dating).run();
}

}  // namespace dateline::extract
