// Whom a pronoun means: the last subject that it can, in its sentence or the ones before; nobody
// where number or sense forbid him and nobody else is at hand.
#include <algorithm>

#include "extract/events/actors.h"

namespace dateline::extract {
namespace {

constexpr Index pronoun_reach = 40;  // chunks back to an antecedent

}  // namespace

// What a pronoun is, and what it is the subject of.
struct Actors::Pronoun {
  Index phrase = none;
  Index verb = none;  // the verb group whose subject it is
  bool person = false;
  bool several = false;
};

Actors::Pronoun Actors::pronoun_at(Index phrase) const {
  Pronoun pronoun;
  pronoun.phrase = phrase;
  pronoun.person = head_word(phrase).is(WordClass::personal);
  pronoun.several = !pronoun.person && head_word(phrase).is(WordClass::several);
  for (const Index i : sentence_.groups) {
    if (at(i).subject != phrase) continue;
    pronoun.verb = i;
    break;
  }
  return pronoun;
}

ActorView Actors::from_pronoun(Index phrase) const {
  const Word& word = head_word(phrase);
  if (word.is(WordClass::negation)) {  // "none of the rebels", "nobody"
    return at(phrase).of != none ? from_phrase(named_beside(essence(at(phrase).of))) : ActorView{};
  }
  if (word.is(WordClass::first_person)) return from_speaker();
  if (!word.is(WordClass::anaphor)) {
    return word.is(WordClass::subject_pronoun) ? ActorView{}
                                               : from_phrase(phrase);  // everyone, others
  }
  const Pronoun pronoun = pronoun_at(phrase);
  const Index treated = whom_it_was_done_to(pronoun);
  if (treated == undecided) return {};
  if (treated != none) return from_phrase(named_beside(essence(treated)));
  if (is_witnessed(pronoun)) return {};
  const Index meant = antecedent(pronoun);
  if (meant == none) return from_memory(pronoun);
  const bool thing = !pronoun.person && !pronoun.several;
  return thing && is_people(meant) ? ActorView{} : from_phrase(named_beside(essence(meant)));
}

// "We"
ActorView Actors::from_speaker() const {
  for (const Index j : sentence_.groups) {
    const Index speaker = at(j).speaker;
    if (speaker != none && head(speaker).tag != Tag::pronoun)
      return from_phrase(named_beside(essence(speaker)));
  }
  return {};
}

Index Actors::antecedent(const Pronoun& pronoun) const {
  for (const bool subjects_only : {true, false}) {
    bool other = false;  // "it said ... they": the subject before is the other's
    for (Index j = pronoun.phrase - 1; j >= 0 && j > pronoun.phrase - pronoun_reach; --j) {
      if (at(j).kind != ChunkKind::noun_phrase || (subjects_only && !at(j).subject_of_verb))
        continue;
      if (is_other(j, pronoun)) other = true;
      if (!may_mean(j, pronoun) || (pronoun.several && is_one_country(j))) continue;
      if (other && at(j).subject_of_verb) {
        other = false;
        continue;
      }
      if (!is_told_of_others(j, pronoun)) return j;
    }
    if (!pronoun.person && !pronoun.several) break;  // "it" means subjects
  }
  return none;
}

// "Neighbours told her they kidnapped a nurse": whoever it was, who saw it mostly did not.
bool Actors::is_witnessed(const Pronoun& pronoun) const {
  const Index verb = pronoun.verb;
  if (!pronoun.several || verb == none || at(verb).clause != ClauseKind::complement ||
      at(verb).parent == none || at(verb).passive || at(verb).object == none)
    return false;
  const Index witness = at(at(verb).parent).subject;
  return witness != none && is_people(witness) && deed_of(verb) == EventType::assault;
}

// "it" beside "they"
bool Actors::is_other(Index phrase, const Pronoun& pronoun) const {
  const Word& word = head_word(phrase);
  return pronoun.several && at(phrase).subject_of_verb && word.is(WordClass::anaphor) &&
         word.is(WordClass::subject_pronoun) && !word.is(WordClass::personal) &&
         !word.is(WordClass::several);
}

// "Prosecutors allege they shot", "police said they had robbed": courts do no such thing, police
// do not tell it of themselves, and nobody that he was killed.
bool Actors::is_told_of_others(Index phrase, const Pronoun& pronoun) const {
  const Index verb = pronoun.verb;
  if (verb == none || at(verb).parent == none || at(verb).clause != ClauseKind::complement ||
      at(at(verb).parent).subject != phrase)
    return false;
  const bool died =
      (at(verb).passive || at(verb).object == none) && head_word(verb).is(WordClass::dead);
  if (died || mention_of(phrase) != nullptr) return died;
  const std::string_view kind = context_.lexicon.kind(head_word(phrase).kind);
  const EventType deed = deed_of(verb);
  const bool violent = deed == EventType::assault || deed == EventType::crime;
  if (kind == "judiciary") return violent || (at(verb).passive && deed != EventType::other);
  if (kind != "police" || at(verb).passive) return false;
  const Word& frame = head_word(at(verb).parent);
  return deed == EventType::crime ||
         (violent && (frame.is(WordClass::believing) || frame.is(WordClass::alleging)));
}

// What the verb alone tells.
EventType Actors::deed_of(Index verb) const {
  const Range senses = context_.lexicon.senses(head_word(verb).verb);
  for (std::uint32_t s = senses.first; s < senses.last; ++s) {
    const Sense& sense = context_.lexicon.sense(s);
    if (sense.kind == Sense::Kind::verb) return context_.lexicon.event_rules()[sense.rule].type;
  }
  return EventType::other;
}

// "arrested the men after they shot", "freed the girls after they were": who was arrested or freed,
// `undecided` where it may be who did it as well, none where it is nobody else.
Index Actors::whom_it_was_done_to(const Pronoun& pronoun) const {
  if (pronoun.verb == none) return none;
  const Chunk& clause = at(pronoun.verb);
  if (clause.clause != ClauseKind::adverbial || clause.parent == none) return none;
  const Chunk& main = at(clause.parent);
  const bool thing = !pronoun.person && !pronoun.several;
  if (main.passive || main.object == none || main.object > pronoun.phrase || thing ||
      (is_plural(context_, head(main.object)) || at(main.object).next != none) == pronoun.person)
    return none;
  const EventType deed = deed_of(clause.parent);
  if (deed == EventType::coerce && !is_pronoun(main.object)) return main.object;
  if (!may_mean(main.object, pronoun)) return none;
  switch (deed) {
    case EventType::accuse:
    case EventType::retreat:
    case EventType::concede:
      return main.object;
    case EventType::assault:
      return main.subject != none && deed_of(pronoun.verb) == EventType::assault ? undecided : none;
    default:
      return none;
  }
}

// "It denied the charge": who was accused before.
ActorView Actors::from_memory(const Pronoun& pronoun) const {
  if (pronoun.verb != none && head_word(pronoun.verb).is(WordClass::denial) && memory_.accused) {
    const bool fits = pronoun.person == (memory_.accused->type == to_string(MentionType::person));
    return fits ? *memory_.accused : ActorView{};
  }
  if (pronoun.person) return person_from_memory(pronoun.phrase);
  if (pronoun.several) return from_several(pronoun);
  return memory_.group_is_people ? ActorView{} : memory_.group;
}

// "The king praised the farmers. They had attacked": what had been done before is mostly why
// something was done to them, and nobody knows where the subject may have done it.
ActorView Actors::from_several(const Pronoun& pronoun) const {
  const bool earlier = pronoun.verb != none && at(pronoun.verb).perfect &&
                       !at(pronoun.verb).present && at(pronoun.verb).clause == ClauseKind::main;
  if (memory_.group_is_one) return memory_.others;
  if (!earlier || memory_.others.name.empty()) return memory_.group;
  const bool court = memory_.group.kind == "police" || memory_.group.kind == "judiciary";
  return court ? memory_.others : ActorView{};
}

// "Turkey expelled two envoys, saying they": not Turkey.
bool Actors::is_one_country(Index phrase) const {
  const Mention* mention = mention_of(phrase);
  return mention != nullptr && mention->type == MentionType::place && at(phrase).next == none;
}

// "Mourners" are no "it".
bool Actors::is_people(Index phrase) const {
  return mention_of(phrase) == nullptr &&
         context_.lexicon.kind(head_word(phrase).kind) == "civilian";
}

// Can the pronoun mean the phrase?
bool Actors::may_mean(Index phrase, const Pronoun& pronoun) const {
  if (head(phrase).tag == Tag::pronoun || !names_actor(phrase)) return false;
  const Sex sex = sex_of(phrase);
  if (!pronoun.person) return sex == Sex::none || at(phrase).next != none;
  const Sex wanted = head_word(pronoun.phrase).sex;
  if (mention_of(phrase) == nullptr && at(phrase).next != none) return false;  // of whom?
  return sex == Sex::either || (sex != Sex::none && sex == wanted);
}

// none where it is not one human.
Sex Actors::sex_of(Index phrase) const {
  const Index named = named_beside(phrase);
  const Mention* mention = mention_of(named) != nullptr ? mention_of(named) : meant_by_role(phrase);
  if (mention == nullptr) return head_word(phrase).sex;
  if (mention->type != MentionType::person) return Sex::none;
  if (mention->gender == 0) return Sex::either;
  return mention->gender == 'f' ? Sex::female : Sex::male;
}

// The last one of the pronoun's sex, or of none that is known.
const ActorView& Actors::person_from_memory(Index pronoun) const {
  const ActorMemory::Person& any = memory_.persons[0];
  const Sex sex = head_word(pronoun).sex;
  if (sex != Sex::male && sex != Sex::female) return any.actor;
  const ActorMemory::Person& same = memory_.persons[static_cast<std::size_t>(sex)];
  static const ActorView nobody;
  if (same.when / 2 == any.when / 2 && same.when != 0) return nobody;  // both in one sentence
  const ActorMemory::Person& last = same.when > any.when ? same : any;
  return last.speaks && head(pronoun).quoted ? nobody : last.actor;
}

void Actors::remember_person(Index phrase, Sex sex, std::uint32_t now, ActorMemory& memory) const {
  const bool subject = at(phrase).subject_of_verb;
  const std::uint32_t when = subject ? now + 1 : now;
  ActorMemory::Person& slot =
      memory.persons[sex == Sex::either ? 0 : static_cast<std::size_t>(sex)];
  if (when <= slot.when) return;
  const bool speaks = std::any_of(sentence_.groups.begin(), sentence_.groups.end(), [&](Index i) {
    return at(i).subject == phrase && head_word(i).is(WordClass::speech);
  });
  slot = {from_phrase(named_beside(essence(phrase))), when, speaks};
}

void Actors::remember(ActorMemory& memory) const {
  const std::uint32_t now = 2 * ++memory.sentences;
  bool group = false;
  for (const Index i : sentence_.phrases) {
    const bool subject = at(i).subject_of_verb;
    if (!names_actor(i)) continue;
    const Sex sex = sex_of(i);
    if (sex != Sex::none) {
      // Who suffers it is remembered where "he" or "she" tells him from the others.
      if (subject || sex != Sex::either) remember_person(i, sex, now, memory);
      continue;
    }
    if (!subject || group || tells_of_others(i)) continue;
    group = true;
    memory.group = from_phrase(named_beside(essence(i)));
    memory.group_is_people = is_people(i) || is_several(i);
    memory.group_is_one = is_one_country(i);
  }
  remember_others(memory);
}

// "rebels"; not "the army", nor "police".
bool Actors::is_several(Index phrase) const {
  return mention_of(phrase) == nullptr && head(phrase).tag == Tag::noun &&
         context_.lexicon.ends().of(context_.text(head(phrase))).has(WordEnd::plural) &&
         is_plural(context_, head(phrase));
}

// The only people in the sentence who do nothing themselves.
void Actors::remember_others(ActorMemory& memory) const {
  memory.others = {};
  if ((sentence_.classes & bit(WordClass::role)) == 0) return;
  Index others = none;
  for (const Index i : sentence_.phrases) {
    const bool people = !at(i).subject_of_verb && head_word(i).is(WordClass::role) &&
                        mention_of(i) == nullptr && is_plural(context_, head(i));
    if (!people) continue;
    if (others != none) return;
    others = i;
  }
  if (others != none) memory.others = from_phrase(named_beside(essence(others)));
}

// "Prosecutors allege they shot": the next sentence goes on with them.
bool Actors::tells_of_others(Index speaker) const {
  for (const Index i : sentence_.groups) {
    const Index subject = at(i).subject;
    if (subject == none || subject < speaker || head(subject).tag != Tag::pronoun) continue;
    if (is_told_of_others(speaker, pronoun_at(subject))) return true;
  }
  return false;
}

}  // namespace dateline::extract
