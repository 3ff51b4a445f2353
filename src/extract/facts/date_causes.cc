// The deeds that a verb answers were before it: "arrested three men on Monday for the murder of a
// trader", "protested on Monday over the killing".
#include "extract/facts/dater.h"

namespace dateline::extract {
namespace {

constexpr Index answer_reach = 10;  // chunks between a verb and the deed that it answers

// What is punished, mourned and protested against.
bool is_harm(EventType type) {
  return type == EventType::assault || type == EventType::crime || type == EventType::die ||
         type == EventType::disaster;
}

bool is_answer(EventType type) {
  return type == EventType::coerce || type == EventType::accuse || type == EventType::concede ||
         type == EventType::protest || type == EventType::legal;
}

}  // namespace

// Does the verb arrest, charge, try or free somebody, or protest?
bool Dater::answers(Index verb) const {
  const Range senses = context_.lexicon.senses(word(at(verb).head).verb);
  for (std::uint32_t s = senses.first; s < senses.last; ++s) {
    const Sense& sense = context_.lexicon.sense(s);
    if (sense.kind == Sense::Kind::verb &&
        is_answer(context_.lexicon.event_rules()[sense.rule].type))
      return true;
  }
  return false;
}

// "Over the murder", "for the victims of the blast": a reason, whatever the verb.
bool Dater::is_reason(Index phrase) const {
  const Word& link = word(at(phrase).preposition);
  if (link.is(WordClass::for_deed)) return true;
  const Index left = phrase - 2;
  return link.is(WordClass::of) && left >= 0 && at(left).kind == ChunkKind::noun_phrase &&
         word(at(left).head).is(WordClass::role);
}

// Behind "of", and "in the", only the verb tells: an arrest is for what was done before it. So it
// does for arrests themselves: "marched over the arrest", but "voted for the ban".
bool Dater::is_cause() const {
  const Index noun = candidate_.noun;
  if (at(noun).preposition == none || candidate_.is_wanted ||
      candidate_.modality == Modality::planned || candidate_.modality == Modality::conditional)
    return false;
  const bool reason = is_reason(noun), harm = is_harm(candidate_.type);
  if (!harm && !(reason && candidate_.type == EventType::coerce)) return false;
  const bool known = word(at(noun).preposition).is(WordClass::of_deed) ||
                     word(at(noun).first).is(WordClass::determiner);
  for (Index i = noun - 1; i >= 0 && i > noun - answer_reach; --i) {
    if (at(i).kind == ChunkKind::stop) return false;
    if (at(i).kind != ChunkKind::verb_group) continue;
    return (reason && harm) || ((reason || known) && answers(i));
  }
  return false;
}

// "Arrested a man for the murder of a trader on Monday": of the arrest at least.
bool Dater::shares_day_of_answer(Index index) const {
  if (candidate_.verb != none || !is_cause()) return false;
  const Index verb = verb_near_noun();
  return verb != none && at(verb).timex == index;
}

}  // namespace dateline::extract
