// Harm that nobody did: what burns, collapses, crashes, shakes or blows up by itself, against arms
// and violence that tell of an attack.
#include <algorithm>
#include <cstdlib>

#include "extract/events/finder.h"

namespace dateline::extract {
namespace {

constexpr Index accident_reach = 16;  // chunks between a death and the verb of its accident
constexpr ClassBits war = bit(WordClass::weapon) | bit(WordClass::armed);

}  // namespace

// "The dam failed and killed", "Cyclone Alma killed", "the ferry sank, killing", "were killed when
// the roof collapsed".
bool Finder::by_accident(Index i) const {
  const Index subject = subject_of(i);
  if (subject != none && is_inert_killer(subject)) return !names_bomb();
  const bool suffered = chunk(i).passive ? subject == none : chunk(i).object == none;
  if (!chunk(i).passive && chunk(i).parent != none && tells_accident(chunk(i).parent)) return true;
  if (!suffered || names_arms(chunk(i).subject) || names_violence()) return false;
  if (sentence_.after_accident && chunk(i).passive)
    return true;  // "At least 14 people were injured."
  if (tells_explosion()) return true;
  return std::any_of(sentence_.groups.begin(), sentence_.groups.end(), [&](Index j) {
    return j != i && std::abs(j - i) <= accident_reach && tells_accident(j);
  });
}

// "A bomb went off as a bus passed, killing three": it was not the bus.
bool Finder::names_bomb() const {
  if ((sentence_.classes & bit(WordClass::weapon)) == 0) return false;
  return std::any_of(sentence_.phrases.begin(), sentence_.phrases.end(),
                     [&](Index phrase) { return is_arm(phrase); });
}

// Arms, or armed people beside the victims; a helicopter may just fall, a fire just burn.
bool Finder::names_arms(Index victims) const {
  if ((sentence_.classes & war) == 0) return false;
  return std::any_of(sentence_.phrases.begin(), sentence_.phrases.end(), [&](Index phrase) {
    if (head_word(phrase).is(WordClass::hazard) && !is_gunfire(phrase)) return false;
    for (Index u = chunk(phrase).first; u < chunk(phrase).last; ++u) {
      if ((word(u).classes & war) == 0 || word(u).is(WordClass::vehicle)) continue;
      if (phrase != victims || word(u).is(WordClass::weapon)) return true;
    }
    return false;
  });
}

// "killed in the latest protests"
bool Finder::names_violence() const {
  return std::any_of(sentence_.phrases.begin(), sentence_.phrases.end(), [&](Index phrase) {
    std::uint16_t number = 0;
    int extra = 0;
    if (!noun_event(phrase, number, extra)) return false;
    const EventType type = lexicon_.event_rules()[number].type;
    return type == EventType::assault || type == EventType::protest;
  });
}

// A structure, a vehicle that is no weapon, a storm with a name.
bool Finder::is_inert_killer(Index phrase) const {
  const Chunk& chunk = this->chunk(phrase);
  const Word& head = word(chunk.head);
  for (Index u = chunk.first; u <= chunk.head; ++u) {
    if (word(u).is(WordClass::weapon)) return false;  // "a suicide truck"
  }
  if (head.is(WordClass::vehicle)) return true;
  return is_named(phrase, bit(WordClass::hazard));
}

// "killed after a gas explosion"
bool Finder::tells_explosion() const {
  return std::any_of(sentence_.phrases.begin(), sentence_.phrases.end(), [&](Index phrase) {
    return lexicon_.is_explosion(head_word(phrase)) && !is_gunfire(phrase);
  });
}

// "a car bomb"; a helicopter may just fall, a fire just burn.
bool Finder::is_arm(Index phrase) const {
  for (Index u = chunk(phrase).first; u < chunk(phrase).last; ++u) {
    const Word& found = word(u);
    if (found.is(WordClass::weapon) && !found.is(WordClass::vehicle) &&
        !found.is(WordClass::hazard))
      return true;
  }
  return false;
}

// "collapsed", but not "sank a ferry"; "gave way"; "a quake struck the town"; no bomb that
// exploded.
bool Finder::tells_accident(Index i) const {
  if (kind(i) != ChunkKind::verb_group || chunk(i).passive) return false;
  if (const Index subject = subject_of(i); subject != none && is_arm(subject)) return false;
  if (hazard_acts(i)) return true;
  const Range senses = lexicon_.senses(head_word(i).verb);
  for (std::uint32_t s = senses.first; s < senses.last; ++s) {
    const Sense& sense = lexicon_.sense(s);
    if (!lexicon_.event_rules()[sense.rule].accident) continue;
    if (sense.kind == Sense::Kind::verb && chunk(i).object == none) return true;
    if (sense.kind != Sense::Kind::phrase) continue;
    Candidate found;
    phrase(i, sense, chunk(i).head, found);
    if (found.strength != 0) return true;
  }
  return false;
}

// "an earthquake struck the town", "a train hit a bus"
bool Finder::hazard_acts(Index i) const {
  const Index subject = subject_of(i);
  if (subject == none || names_arms(none)) return false;
  const bool hazard = head_word(subject).is(WordClass::hazard) && !is_gunfire(subject);
  if (!hazard && !is_inert_killer(subject)) return false;
  const Range senses = lexicon_.senses(head_word(i).verb);
  for (std::uint32_t s = senses.first; s < senses.last; ++s) {
    const EventRule& event = lexicon_.event_rules()[lexicon_.sense(s).rule];
    if (event.type == EventType::disaster && lexicon_.sense(s).kind == Sense::Kind::verb)
      return true;
  }
  return false;
}

// "killed in a crash": what stands behind "in" did it.
Index Finder::hazard_behind(Index i) const {
  if (kind(i + 1) != ChunkKind::preposition || !head_word(i + 1).is(WordClass::locative))
    return none;
  return kind(i + 2) == ChunkKind::noun_phrase && head_word(i + 2).is(WordClass::hazard) ? i + 2
                                                                                         : none;
}

// "police fire", "killed by Israeli fire" burn nothing; nor does a blast of which nobody tells what
// blew up.
bool Finder::is_gunfire(Index phrase) const {
  const Word& head = head_word(phrase);
  if (!head.is(WordClass::weapon) || !head.is(WordClass::hazard)) return false;
  if (lexicon_.is_explosion(head)) return !blows_up_by_itself();
  const Index preposition = chunk(phrase).preposition;
  const bool by = preposition != none && word(preposition).is(WordClass::by);
  constexpr ClassBits arms = war | bit(WordClass::police);
  for (Index u = chunk(phrase).first; u < chunk(phrase).head; ++u) {
    if ((word(u).classes & arms) != 0 || (by && unit(u).mention != none)) return true;
  }
  return false;
}

// "a gas explosion", "a blast at a refinery"; no arms and no armed people about.
bool Finder::blows_up_by_itself() const {
  bool fuel = false;
  for (Index u = 0; u < size_of(sentence_.units); ++u) {
    const Word& found = word(u);
    fuel = fuel || found.is(WordClass::fuel);
    if ((found.classes & war) != 0 && !found.is(WordClass::hazard) && !found.is(WordClass::vehicle))
      return false;
  }
  return fuel;
}

}  // namespace dateline::extract
