// Who did and who suffered what a noun tells: "the attack by rebels", "the mayor's murder".
#include "extract/events/roles.h"

namespace dateline::extract {

void Roles::bare_noun() {
  candidate_.target = after_preposition(at(candidate_.noun).head, rule_.target);
  candidate_.source = source_of_noun();
  turn_victim();
  if (candidate_.source == none && candidate_.accuser != none) {
    const Chunk& charge = at(candidate_.accuser);
    const bool own = word(charge.head).is(WordClass::disowning);  // "denied the murder"
    candidate_.source = charge.passive || own ? charge.subject : charge.object;
  }
  split_pair();
}

// "the mayor's murder": done to its possessor, unless someone else suffered it.
void Roles::turn_victim() {
  if (candidate_.source != candidate_.noun || candidate_.target != none ||
      !is_victims(candidate_.noun))
    return;
  candidate_.target = candidate_.noun;
  candidate_.source = none;
}

bool Roles::is_victims(Index noun) const {
  if (!word(at(noun).head).is(WordClass::victim_noun)) return false;
  for (Index u = at(noun).first; u < at(noun).head; ++u) {
    if (unit_at(sentence_, u).tag == Tag::possessive) return true;
  }
  return false;
}

// "talks between the king and the rebels"
void Roles::split_pair() {
  const Index pair = candidate_.target;
  if (candidate_.source != none || pair == none || at(pair).next == none) return;
  if (!word(at(pair).preposition).is(WordClass::pairing)) return;
  candidate_.source = pair;
  candidate_.target = at(pair).next;
}

// "the attack by rebels", "the rebels' offensive"
Index Roles::source_of_noun() const {
  const Index agent = after_preposition(at(candidate_.noun).head, context_.lexicon.agent());
  if (agent != none) return agent;
  const Index head = at(candidate_.noun).head;
  const bool of_captives = head > 0 && word(head - 1).is(WordClass::captive);  // "a prisoner swap"
  if (!owner_names_actor(candidate_.noun) || is_unrest_of_place() || is_named_by_town() ||
      of_captives)
    return none;
  return candidate_.noun;
}

// "the Boston bombing": where, not who.
bool Roles::is_named_by_town() const {
  bool town = false;
  for (Index u = at(candidate_.noun).first; u < at(candidate_.noun).head; ++u) {
    const Unit& unit = unit_at(sentence_, u);
    if (unit.tag == Tag::possessive) return false;
    if (unit.mention == none) {
      if (word(u).is(WordClass::role) || unit.tag == Tag::name) return false;
      continue;
    }
    const Mention& mention = context_.annotations.mentions[static_cast<std::size_t>(unit.mention)];
    if (mention.type != MentionType::place || mention.kind == "country") return false;
    town = true;
  }
  return town;
}

// "Libya's unrest": where, not who.
bool Roles::is_unrest_of_place() const {
  if (rule_.type != EventType::protest && rule_.mode != "fight") return false;
  for (Index u = at(candidate_.noun).first + 1; u < at(candidate_.noun).head; ++u) {
    const Index owner = unit_at(sentence_, u - 1).mention;
    if (unit_at(sentence_, u).tag == Tag::possessive && owner != none)
      return context_.annotations.mentions[static_cast<std::size_t>(owner)].type ==
             MentionType::place;
  }
  return false;
}

void Roles::noun_subject() {
  candidate_.target = after_preposition(at(candidate_.noun).head, rule_.target);
  if (candidate_.target == none)
    candidate_.target = after_preposition(at(candidate_.verb).head, rule_.target);
  const Index object = at(candidate_.verb).object;
  if (candidate_.target == none && object != none && names_actor(object))
    candidate_.target = object;
  candidate_.source = source_of_noun();
  turn_victim();
  if (candidate_.source == none && candidate_.target != none &&
      at(candidate_.target).next != none) {
    candidate_.source = candidate_.target;  // "between the army and the militia"
    candidate_.target = at(candidate_.source).next;
  }
}

}  // namespace dateline::extract
