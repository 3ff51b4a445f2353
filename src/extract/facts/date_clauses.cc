// The date that another clause of the sentence gives an event: one that says when, one that it
// hangs on, the speech that reports it.
#include "extract/facts/dater.h"
#include "extract/sentence/offset.h"
#include "time/time.h"

namespace dateline::extract {
namespace {

constexpr Index clause_reach = 8;  // chunks between a verb and the word that opens its clause

}  // namespace

bool Dater::starts_earlier(Index verb) const {
  if (at(verb).clause == ClauseKind::relative || at(verb).earlier) return true;
  if (at(verb).clause != ClauseKind::adverbial && at(verb).clause != ClauseKind::participial)
    return false;
  const Index opening = opening_word(verb);
  return opening != none && (word(opening).is(WordClass::earlier) || leads_to_deed(word(opening)));
}

// "A soldier captured by rebels was freed on Monday": captured by then; but "with nine people
// killed", "left nine people wounded".
bool Dater::describes(Index verb) const {
  const Chunk& group = at(verb);
  if (group.clause != ClauseKind::participial || !group.participle || group.finite ||
      group.subject == none || group.subject > verb)
    return false;
  const bool left = group.parent != none && word(at(group.parent).head).is(WordClass::occur);
  return !left && at(group.subject).preposition == none &&
         at(verb - 1).kind != ChunkKind::conjunction;
}

// "Five people had been killed, police said on Monday", "have been killed": by then.
bool Dater::is_reported_past(Index verb) const {
  const Chunk& group = at(verb);
  return group.perfect && group.speech != none && ruling(verb) == group.speech;
}

// "Gunmen killed five people, police said on Monday": on that day or the one before. In front of
// it, "police said that", a past form may be what was the present when they spoke.
bool Dater::is_told_after(Index verb) const {
  const Chunk& group = at(verb);
  return group.finite && group.speech > verb && ruling(verb) == group.speech && !group.present &&
         !group.perfect && !group.future && !group.conditional && !group.progressive;
}

// "Nine people were killed when the army bombed a village on Sunday": the day of a clause that
// says when; "minutes after it bombed", "two days after it bombed": so far from it. "Have been
// killed since the war began on May 2": from then on.
bool Dater::beneath(DatedBy& found) const {
  if (candidate_.verb == none || at(candidate_.verb).clause == ClauseKind::infinitive) return false;
  const Chunk& main = at(candidate_.verb);
  for (const Index i : sentence_.groups) {
    const Chunk& verb = at(i);
    if (verb.clause != ClauseKind::adverbial || verb.timex == none || i == candidate_.verb ||
        ruling(i) != candidate_.verb)
      continue;
    const Index opening = opening_word(i);
    if (opening == none || !timex(verb.timex).date.known()) return false;
    if (std::optional<Offset> offset = offset_before(context_, sentence_, opening)) {
      fill(verb.timex, found);
      offset->count = -offset->count;
      return shift(*offset, found);
    }
    const bool since = word(opening).is(WordClass::earlier) && main.perfect && main.present;
    if (!since && (!word(opening).is(WordClass::meanwhile) || !timex(verb.timex).date.is_day() ||
                   lies_ahead(verb.timex))) {
      return false;
    }
    fill(verb.timex, found);
    if (since) found.date.date = {found.date.date.first, no_day, Precision::after};
    return true;
  }
  return false;
}

// The clauses that this one hangs on, then the frame that reports it.
bool Dater::above(DatedBy& found) const {
  Index verb = candidate_.verb;
  bool earlier = is_of_open_deed();
  if (verb == none) {
    verb = verb_near_noun();
    if (verb == none) return false;
    if (at(verb).timex != none) return beside_verb(verb, found);
    earlier = noun_is_earlier();
  }
  earlier = earlier || is_reported_past(verb) || describes(verb);
  bool same_time = true;  // "after a dam failed and killed two": the verbs of one clause
  std::optional<Offset> offset;
  for (int depth = 0; depth < 6 && verb != none; ++depth) {
    if (!offset && same_time) offset = offset_before(context_, sentence_, opening_word(verb));
    // "On Sunday rebels holding a port fled": at the time of what the subject does.
    const bool meanwhile = at(verb).gerund && at(verb).parent == none && !at(verb).finite;
    earlier = earlier || (starts_earlier(verb) && !meanwhile);
    const bool told_after = is_told_after(verb);
    const Index parent = ruling(verb);
    if (parent == none || parent == verb) return false;
    if (at(parent).timex != none) {
      fill(at(parent).timex, found);
      // "Hours after" may be of the night before.
      if (offset && counts_years(parent, *offset)) return shift_years(*offset, found);
      if (offset && offset->unit != Offset::hours && shift(*offset, found)) return true;
      if (earlier)
        make_bound(found);
      else if (told_after && found.date.date.is_day())
        found.date.date = {found.date.date.first - 1, found.date.date.last, Precision::week};
      return true;
    }
    same_time = same_time && at(verb).clause == ClauseKind::coordinate;
    // "refused to resign, a day after ...": counted from the refusal.
    if (!same_time && at(parent).clause != ClauseKind::infinitive) offset.reset();
    verb = parent;
  }
  return false;
}

// An event noun beside a dated verb.
bool Dater::beside_verb(Index verb, DatedBy& found) const {
  fill(at(verb).timex, found);
  if (!noun_is_earlier()) return true;
  const std::optional<Offset> offset =
      offset_before(context_, sentence_, at(candidate_.noun).preposition);
  if (!offset || !shift(*offset, found)) make_bound(found);
  return true;
}

// The verb that a clause hangs on, or that reports it; of an adverbial clause that opens the
// sentence, the next main one, and of what describes a subject, that subject's.
Index Dater::ruling(Index verb) const {
  if (at(verb).parent != none) return at(verb).parent;
  const bool opens = at(verb).clause == ClauseKind::adverbial;
  const Index subject = at(verb).subject;
  const bool describes = !at(verb).finite && subject != none;
  if (at(verb).speech != none || (!opens && !describes)) return at(verb).speech;
  for (Index i = verb + 1; i < size_of(sentence_.chunks) && at(i).kind != ChunkKind::stop; ++i) {
    if (at(i).kind == ChunkKind::verb_group && at(i).clause == ClauseKind::main &&
        (opens || at(i).subject == subject))
      return i;
  }
  return none;
}

// The word that opens the verb's clause, "after" or "before": a unit; none where the clause has
// none.
Index Dater::opening_word(Index verb) const {
  for (Index i = verb - 1; i >= 0 && i > verb - clause_reach; --i) {
    const ChunkKind kind = at(i).kind;
    if (kind == ChunkKind::verb_group || kind == ChunkKind::comma || kind == ChunkKind::stop)
      return none;
    if (kind == ChunkKind::subordinator || kind == ChunkKind::preposition) return at(i).head;
  }
  return none;
}

// "Wednesday marks five years since": to the day.
bool Dater::counts_years(Index verb, const Offset& offset) const {
  const Chunk& main = at(verb);
  return offset.unit == 'Y' && (main.present || main.future) && !main.perfect &&
         timex(main.timex).date.is_day() && main.head > 0 &&
         unit_at(sentence_, main.first - 1).timex == main.timex;
}

// The same where "marks" may be a noun: the day stands before "five years since they killed him".
bool Dater::years_since(Index day, DatedBy& found) const {
  const Index opening = candidate_.verb == none ? none : opening_word(candidate_.verb);
  const std::optional<Offset> offset = offset_before(context_, sentence_, opening);
  if (!offset || offset->unit != 'Y' || !timex(day).date.is_day() ||
      timex(day).span.begin > timex(offset->timex).span.begin)
    return false;
  return shift_years(*offset, found);
}

bool Dater::shift_years(const Offset& offset, DatedBy& found) const {
  constexpr int months = 12;
  const auto day = time::add_months(found.date.date.first, offset.count * months);
  if (!day || !shift(offset, found)) return false;
  found.date.date = single_day(*day);
  return true;
}

// "A day after rebels seized the town" told on Monday: the seizure was on Sunday.
bool Dater::shift(const Offset& offset, DatedBy& found) const {
  const Date date = shifted(found.date.date, offset);
  if (!date.known()) return false;
  found.date.date = date;
  found.date.text += ", ";
  found.date.text += timex(offset.timex).span.of(context_.reading.text);
  found.date.basis = "offset";
  return true;
}

Index Dater::verb_near_noun() const {
  for (Index i = candidate_.noun; i >= 0; --i) {
    if (at(i).kind == ChunkKind::verb_group) return i;
    if (at(i).kind == ChunkKind::stop) break;
  }
  for (Index i = candidate_.noun; i < size_of(sentence_.chunks); ++i) {
    if (at(i).kind == ChunkKind::verb_group) return i;
    if (at(i).kind == ChunkKind::stop) break;
  }
  return none;
}

// "The death toll from a strike has risen to 27", "the number killed in clashes reached 15".
bool Dater::is_counted() const {
  constexpr Index reach = 4;  // chunks
  if (at(candidate_.noun).preposition == none) return false;
  for (Index i = candidate_.noun - 1; i >= 0 && i >= candidate_.noun - reach; --i) {
    const Chunk& chunk = at(i);
    if (chunk.kind == ChunkKind::stop || chunk.kind == ChunkKind::comma) return false;
    if (chunk.kind == ChunkKind::noun_phrase && word(chunk.head).is(WordClass::tally)) return true;
  }
  return false;
}

// "The inquest into the killing opened on Monday", "the trial of a soldier for the rape": what is
// told again was before.
bool Dater::is_retold() const {
  constexpr Index reach = 6;  // chunks
  if (at(candidate_.noun).preposition == none) return false;
  for (Index i = candidate_.noun - 1; i >= 0 && i >= candidate_.noun - reach; --i) {
    if (at(i).kind == ChunkKind::preposition) continue;
    if (at(i).kind != ChunkKind::noun_phrase) return false;
    const Word& head = word(at(i).head);
    if (head.is(WordClass::retelling) || head.is(WordClass::trial) || head.is(WordClass::fiction))
      return true;
  }
  return false;
}

bool Dater::noun_is_earlier() const {
  const Index preposition = at(candidate_.noun).preposition;
  return candidate_.accuser != none || is_counted() || is_retold() || is_cause() ||
         (preposition != none && word(preposition).is(WordClass::earlier));
}

}  // namespace dateline::extract
