// Phrases wait for their verb or become its object; commas, relative words and subordinators close
// and open clauses.
#include <algorithm>

#include "extract/sentence/linker.h"
#include "extract/sentence/offset.h"

namespace dateline::extract {

void Linker::run() {
  for (Index i = 0; i < size_of(chunks_); ++i) {
    switch (kind(i)) {
      case ChunkKind::noun_phrase:
        noun_phrase(i);
        break;
      case ChunkKind::verb_group:
        verb_group(i);
        break;
      case ChunkKind::relative:
        relative(i);
        break;
      case ChunkKind::subordinator:
        subordinator(i);
        break;
      case ChunkKind::comma:
        comma(i);
        break;
      case ChunkKind::stop:
        stop(i);
        break;
      case ChunkKind::time:
        time(i);
        break;
      default:
        break;
    }
  }
  if (waiting_time_ != none && last_verb_ != none && chunk(last_verb_).timex == none) {
    chunk(last_verb_).timex = waiting_time_;
  }
}

void Linker::noun_phrase(Index i) {
  last_phrase_ = i;
  if (chunk(i).preposition != none || chunk(i).leader != none) return;
  const Index left = before(i);
  if (i < aside_end_ || is_joined_foil(i, left) || is_foil_of_object(i, left) ||
      is_wider_place(i, left))
    return;
  if (kind(left) == ChunkKind::comma && (opens_contrast(left) || appositive(i, left))) return;
  if (kind(left) == ChunkKind::comma && is_part_of_antecedent(i, left)) return;
  if (opens_contact_clause(i, left)) {
    if (relative_ == none) save();  // "whose cattle the gang stole": who owned them waits already
    relative_ = left;
    oblique_ = foil_ = cleft_ = false;
    pending_ = i;
    barrier_ = true;
    return;
  }
  pending_object_ = none;
  // "Two fled and their leader, Carl, was": no object.
  const bool joined = kind(left) == ChunkKind::conjunction && before(left) == last_verb_;
  if (last_verb_ != none && !barrier_ && !joined) take_object(i);
  pending_ = i;
}

// "The jury in Hull, [East Yorkshire] took two hours": where the place before lies.
bool Linker::is_wider_place(Index i, Index comma) const {
  const Index place = before(comma);
  return kind(comma) == ChunkKind::comma && kind(place) == ChunkKind::noun_phrase &&
         chunk(place).preposition != none && pending_ != none && names(MentionType::place, place) &&
         names(MentionType::place, i) && kind(after(i)) == ChunkKind::verb_group;
}

// "Soldiers and [not rebels] fired"
bool Linker::is_joined_foil(Index i, Index left) const {
  return kind(left) == ChunkKind::conjunction && is_denied(i);
}

// "shot [not a monk] but a nun"
bool Linker::is_foil_of_object(Index i, Index left) const {
  if (kind(left) != ChunkKind::verb_group || !is_denied(i)) return false;
  const Index joint = after_prepositions(after(i));
  return kind(joint) == ChunkKind::conjunction && head_word(joint).is(WordClass::adversative) &&
         kind(after(joint)) == ChunkKind::noun_phrase;
}

// "did not shoot a monk but [a nun]": the object, and it was done.
bool Linker::is_object_after_all(Index i) const {
  const Chunk& verb = chunk(last_verb_);
  const Index joint = before(i);
  if (!verb.negated || verb.object == none || kind(joint) != ChunkKind::conjunction ||
      !head_word(joint).is(WordClass::adversative))
    return false;
  return after_prepositions(after(verb.object)) == joint &&
         kind(after_prepositions(after(i))) != ChunkKind::verb_group;
}

// "not rebels"
bool Linker::is_denied(Index phrase) const {
  const Index first = chunk(phrase).first;
  return first > 0 && unit_at(sentence_, first - 1).tag == Tag::negation;
}

// ", a senior official," beside the phrase before it.
bool Linker::appositive(Index i, Index comma) {
  const Index owner = before(comma);
  if (kind(owner) != ChunkKind::noun_phrase) return false;
  Index next = after_prepositions(after(last_member(i)));
  while (is_measure(i) && kind(next) == ChunkKind::noun_phrase)  // "700 km south of Oslo"
    next = after_prepositions(after(next));
  const bool closes = kind(next) == ChunkKind::comma || kind(next) == ChunkKind::stop ||
                      kind(next) == ChunkKind::relative || next >= size_of(chunks_);
  if (!closes) return false;
  if (is_measure(i)) {
    aside_end_ = next;
    return true;
  }
  chunk(names(MentionType::person, i) ? whole_of(owner) : owner).appositive = i;
  return true;
}

// "700 km", "90 minutes by car"
bool Linker::is_measure(Index i) const {
  return unit_at(sentence_, chunk(i).first).tag == Tag::number && !can_act(i) &&
         kind(after(i)) == ChunkKind::noun_phrase;
}

// "the mayor" of "the mayor of Oslo".
Index Linker::whole_of(Index part) const {
  const Index left = before(part);
  const Index whole = kind(left) == ChunkKind::preposition ? before(left) : none;
  return kind(whole) == ChunkKind::noun_phrase && chunk(whole).of == part ? whole : part;
}

Index Linker::last_member(Index i) const {
  while (chunk(i).next != none) i = chunk(i).next;
  return i;
}

Index Linker::after_prepositions(Index i) const {
  while (kind(i) == ChunkKind::preposition && kind(i + 1) == ChunkKind::noun_phrase) i += 2;
  return i;
}

void Linker::take_object(Index i) {
  Chunk& verb = chunk(last_verb_);
  if (is_existential(last_verb_)) {
    verb.subject = i;
    chunk(i).subject_of_verb = true;
    pending_object_ = last_verb_;
    return;
  }
  share_object(i);
  if (verb.object == none) {
    verb.object = i;
  } else if (is_object_after_all(i)) {
    verb.object = i;
    verb.negated = false;
  } else if (verb.second_object == none) {
    verb.second_object = i;
  } else {
    return;
  }
  pending_object_ = last_verb_;
}

// "There [were] clashes"
bool Linker::is_existential(Index i) const {
  const Chunk& verb = chunk(i);
  return verb.subject == none && verb.first > 0 && head_word(i).is(WordClass::be) &&
         context_.word(unit_at(sentence_, verb.first - 1)).is(WordClass::existential);
}

// "abducted, beat and killed a mayor": the object of all.
void Linker::share_object(Index object) {
  if (before(object) != last_verb_) return;
  for (Index verb = last_verb_; chunk(verb).subject_shared && chunk(verb).parent != none;) {
    verb = chunk(verb).parent;
    Chunk& twin = chunk(verb);
    if (twin.object != none || twin.passive || !needs_object(head_word(verb))) return;
    const Index next = after(verb);
    if (kind(next) != ChunkKind::comma && kind(next) != ChunkKind::conjunction) return;
    twin.object = object;
  }
}

// "attacked and looted a market": who strikes strikes someone, unless things do it by themselves
// ("exploded") or both sides fight.
bool Linker::needs_object(const Word& verb) const {
  if (verb.is(WordClass::suffered)) return true;
  const Range senses = context_.lexicon.senses(verb.verb);
  for (std::uint32_t s = senses.first; s < senses.last; ++s) {
    const Sense& sense = context_.lexicon.sense(s);
    if (sense.kind != Sense::Kind::verb) continue;
    const EventRule& rule = context_.lexicon.event_rules()[sense.rule];
    return rule.type == EventType::assault && rule.subject == 0 && rule.mode != "fight";
  }
  return false;
}

// Someone by name, known or not.
bool Linker::names_person(Index phrase) const {
  const Unit& head = unit_at(sentence_, chunk(phrase).head);
  return names(MentionType::person, phrase) || (head.mention == none && head.tag == Tag::name);
}

bool Linker::names(MentionType type, Index phrase) const {
  const Index mention = unit_at(sentence_, chunk(phrase).head).mention;
  return mention != none &&
         context_.annotations.mentions[static_cast<std::size_t>(mention)].type == type;
}

// "Soldiers arrested after the killing of a monk were freed": no clause, where the one who waits
// needs the only verb to come.
bool Linker::leads_to_noun(Index i) const {
  const Index phrase = after(i);
  if (!awaits_verb() || !head_word(i).is(WordClass::preposition) ||
      kind(phrase) != ChunkKind::noun_phrase)
    return false;
  // "men abducted by gunmen posing as policemen were freed"
  const Index left = before(i);
  const bool disguised = kind(left) == ChunkKind::verb_group && !chunk(left).finite;
  if (!head_word(phrase).tells_event && !disguised) return false;
  int verbs = 0;
  const Index last = std::min(size_of(chunks_), i + 24);
  for (Index j = i + 1; j < last && kind(j) != ChunkKind::stop; ++j)
    verbs += kind(j) == ChunkKind::verb_group && chunk(j).finite ? 1 : 0;
  return verbs == 1;
}

void Linker::subordinator(Index i) {
  if (leads_to_noun(i)) {
    chunk(i).kind = ChunkKind::preposition;
    chunk(after(i)).preposition = chunk(i).head;
    return;
  }
  if (pending_ != none && pending_object_ == none) save();
  condition_ = head_word(i).is(WordClass::conditional);
  question_ = head_word(i).is(WordClass::unsure);
  subordinate_ = i;
  pending_ = none;
  pending_object_ = none;
  barrier_ = true;
}

// Does this comma open ", not its own forces,"?
bool Linker::opens_contrast(Index comma) const {
  const Index phrase = comma + 1;
  if (kind(comma) != ChunkKind::comma || kind(phrase) != ChunkKind::noun_phrase) return false;
  const Index first = chunk(phrase).first;
  return first > 0 && unit_at(sentence_, first - 1).tag == Tag::negation &&
         kind(after_prepositions(last_member(phrase) + 1)) == ChunkKind::comma;
}

// Or close it?
bool Linker::closes_contrast(Index comma) const {
  Index opener = comma - 1;
  while (kind(opener) == ChunkKind::noun_phrase || kind(opener) == ChunkKind::preposition) --opener;
  return opener >= 0 && opener < comma - 1 && opens_contrast(opener);
}

void Linker::comma(Index i) {
  if (opens_aside(i)) open_aside();
  // "beat us, not them, a baker said": behind an object the clause ends there.
  const bool ends_clause = pending_object_ != none && kind(after(i)) != ChunkKind::verb_group;
  if (opens_contrast(i) || (closes_contrast(i) && !ends_clause)) return;
  const Index next = after(i);
  if (kind(next) == ChunkKind::noun_phrase && chunk(next).leader != none) return;
  if (kind(next) == ChunkKind::conjunction && kind(after(next)) == ChunkKind::noun_phrase &&
      chunk(after(next)).leader != none) {
    return;
  }
  barrier_ = true;
  condition_ = question_ = false;
  if (opens_apposition(i)) save();
  if (pending_object_ != none) {  // an object stays one
    pending_ = none;
    pending_object_ = none;
  }
}

void Linker::stop(Index i) {
  last_stop_ = i;
  pending_ = none;
  pending_object_ = none;
  barrier_ = true;
  depth_ = 0;
  condition_ = supposed_ = question_ = false;
  subordinate_ = none;
  relative_ = none;
  aside_ = false;
  aside_verb_ = none;
  fronted_ = none;
}

void Linker::time(Index i) {
  const Index timex = unit_at(sentence_, chunk(i).head).timex;
  const Timex& expression = context_.annotations.timexes[static_cast<std::size_t>(timex)];
  if (!expression.date.known() && !waits_for_date(expression)) return;
  if (inside_earlier_phrase(i)) return;
  chunk(i).of_phrase = describes_phrase(i);
  if (chunk(i).of_phrase) return;
  const bool next_clause = last_verb_ == none || (pending_ != none && pending_object_ == none) ||
                           relative_ != none || subordinate_ != none || opens_joined_clause(i);
  if (next_clause) {
    // "BONN, Thursday, 20 January 2033 - Judges on Wednesday freed him": not of the dateline's day.
    if (waiting_time_ == none || (is_day(timex) && waiting_at_ < last_stop_)) {
      waiting_time_ = timex;
      waiting_at_ = i;
      time_in_relative_ = relative_ != none;
    }
    return;
  }
  const Chunk& last = chunk(last_verb_);
  // "repair a mill leased by the abbey on Monday" dates the repair, "a law banning
  // ferries built before 1985 on Wednesday" the law.
  const bool beside =
      i - 1 == last_verb_ || (i - 2 == last_verb_ && kind(i - 1) == ChunkKind::preposition);
  const bool describes = last.clause == ClauseKind::relative && !last.finite &&
                         last.parent != none && !(last.participle && beside);
  const bool reduced = last.participle && !last.finite && last.parent != none;
  Index owner = describes ? last.parent : last_verb_;
  // "denied having met them on Sunday" keeps its day
  while (is_day(timex) && tells_deed(owner) && !chunk(owner).perfect && chunk(owner).parent != none)
    owner = chunk(owner).parent;
  if (reduced && last.timex != none && is_day(timex)) owner = last.parent;
  while (reduced && is_day(timex) && chunk(owner).gerund && !chunk(owner).finite &&
         chunk(owner).parent != none)
    owner = chunk(owner).parent;
  // "freed a man jailed in May and fined last month on Monday": two times that exclude each other
  // are not of one verb.
  const Index outer = chunk(owner).parent;
  if (outer != none && chunk(outer).timex == none && is_day(timex) && excludes(owner, i, timex))
    owner = outer;
  Chunk& verb = chunk(owner);
  if (verb.timex == none || (is_day(timex) && !is_day(verb.timex) && follows(i, owner, verb.timex)))
    verb.timex = timex;
}

// "killing" of "arrested a man suspected of killing a priest on Sunday", and "suspected".
bool Linker::tells_deed(Index verb) const {
  const Chunk& one = chunk(verb);
  if (one.finite || one.clause != ClauseKind::participial) return false;
  if (one.participle) return is_accused(verb);
  return kind(before(verb)) == ChunkKind::preposition && leads_to_deed(head_word(before(verb)));
}

bool Linker::is_day(Index timex) const {
  const Timex& one = context_.annotations.timexes[static_cast<std::size_t>(timex)];
  return one.date.is_day() || one.value.starts_with("XXXX-WXX-");
}

// "..., and on Monday judges freed him": does a time behind "and" date the verb to come?
bool Linker::opens_joined_clause(Index i) const {
  const Index left = kind(i - 1) == ChunkKind::preposition ? i - 2 : i - 1;
  if (left >= 1 && kind(left) == ChunkKind::stop) return true;  // "; on Sunday"
  if (left < 1 || kind(left) != ChunkKind::conjunction) return false;
  const bool listed = kind(left - 1) == ChunkKind::time;  // "on Saturday and Sunday"
  Index j = i + 1;
  if (!listed && kind(j) == ChunkKind::comma) ++j;
  const Index last = std::min(size_of(chunks_), j + 8);
  while (j < last && (kind(j) == ChunkKind::noun_phrase || kind(j) == ChunkKind::preposition)) ++j;
  return j < last && kind(j) == ChunkKind::verb_group && !chunk(j).infinitive && !chunk(j).gerund;
}

// Does the time right before chunk i, that of the verb, leave out the day `timex`?
bool Linker::excludes(Index verb, Index i, Index timex) const {
  const Index held = chunk(verb).timex;
  const Index left = kind(i - 1) == ChunkKind::preposition ? i - 2 : i - 1;
  if (held == none || left <= verb || kind(left) != ChunkKind::time ||
      unit_at(sentence_, chunk(left).head).timex != held) {
    return false;
  }
  const Date& one = context_.annotations.timexes[static_cast<std::size_t>(held)].date;
  const Date& other = context_.annotations.timexes[static_cast<std::size_t>(timex)].date;
  return other.is_day() && one.last != no_day && (one.last < other.first || one.first > other.last);
}

// Does the expression `timex` stand between the verb and chunk i?
bool Linker::follows(Index i, Index verb, Index timex) const {
  for (Index j = i - 1; j > verb; --j) {
    if (kind(j) == ChunkKind::conjunction && kind(j + 1) != ChunkKind::time) return false;
    if (kind(j) == ChunkKind::time && unit_at(sentence_, chunk(j).head).timex == timex) return true;
  }
  return false;
}

// "Gallini, a director since 2010," or "a man born in 1966": a month or more behind an appositive,
// or behind a participle that ends a phrase, tells of that phrase.
bool Linker::describes_phrase(Index i) const {
  const Index timex = unit_at(sentence_, chunk(i).head).timex;
  if (is_day(timex)) return false;
  Index j = i - 1;
  while (kind(j) == ChunkKind::preposition || kind(j) == ChunkKind::time) --j;
  if (j < 0 || kind(j) != ChunkKind::noun_phrase) return false;
  const Unit& last = unit_at(sentence_, chunk(j).last - 1);
  if (chunk(j).last - chunk(j).first > 1 && context_.word(last).is(WordClass::compound_tail) &&
      last.tag != Tag::name)
    return true;
  Index end = i + 1;
  while (kind(end) == ChunkKind::time || kind(end) == ChunkKind::preposition) ++end;
  const bool closes = kind(end) == ChunkKind::comma || kind(end) == ChunkKind::stop;
  if (end < size_of(chunks_) && !closes) return false;
  while (j > 1 && kind(j) == ChunkKind::noun_phrase && kind(j - 1) == ChunkKind::preposition)
    j -= 2;
  return j > 1 && kind(j) == ChunkKind::noun_phrase && kind(j - 1) == ChunkKind::comma &&
         kind(j - 2) == ChunkKind::noun_phrase && last_verb_ != none;
}

// "since the fall of the city in December": the date is the fall's, not the clause's; "after dark
// on Tuesday" names a part of that day, "minutes after the blast on Tuesday" that day.
bool Linker::inside_earlier_phrase(Index i) const {
  const bool day = is_day(unit_at(sentence_, chunk(i).head).timex);
  bool phrase = false;
  for (Index j = i - 1; j >= 0; --j) {
    const Word& head = head_word(j);
    if (kind(j) == ChunkKind::noun_phrase)
      phrase = !day || chunk(j).last - chunk(j).first > 1 || head.tells_event || phrase ||
               unit_at(sentence_, chunk(j).head).capital;
    else if (kind(j) != ChunkKind::preposition)
      return false;
    else if (phrase && head_word(j).is(WordClass::earlier))
      return !is_same_day(context_, sentence_, chunk(j).head);
  }
  return false;
}

// Unresolved, but worth keeping for those who learn the date later: a weekday; in an article
// without any date all that is told from there, "last week".
bool Linker::waits_for_date(const Timex& expression) const {
  return expression.value.starts_with(context_.undated ? "XXXX" : "XXXX-WXX-");
}

void link_clauses(const Context& context, Sentence& sentence) { Linker(context, sentence).run(); }

}  // namespace dateline::extract
