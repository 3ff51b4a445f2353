// Which phrases are source and target of a trigger: by clause slot, by preposition, by possession;
// and the split of a joint subject ("Russia and Turkey met") into the two sides.
#include <algorithm>

#include "extract/events/roles.h"

namespace dateline::extract {
namespace {

constexpr Index reach = 14;  // chunks behind a verb in which its prepositions are looked for

}  // namespace

void Roles::run() {
  if (candidate_.verb == none)
    bare_noun();
  else if (is_occurrence())
    noun_subject();
  else
    verb();
  if (rule_.subject_is_target && candidate_.noun == none && candidate_.source != none) {
    candidate_.target = candidate_.source;  // whatever follows: "died aged 91"
    candidate_.source = none;
  } else if (rule_.subject_is_target && candidate_.target == none) {
    std::swap(candidate_.source, candidate_.target);
  }
  if (rule_.target_is_subject) {
    candidate_.target = candidate_.source;
    candidate_.source = after_preposition(at(candidate_.verb).head, rule_.source);
  }
  // "battled a blaze", "declared an outbreak": who does so did not do it.
  if (rule_.type == EventType::disaster && candidate_.is_frame) candidate_.source = none;
  if (candidate_.target == candidate_.source) candidate_.target = none;
  split_sides();
  prefer_actor();
  if (is_time(candidate_.source)) candidate_.source = none;
  if (is_time(candidate_.target) || is_amount(candidate_.target) || is_unnamed(candidate_.target))
    candidate_.target = none;
}

bool Roles::is_occurrence() const {
  return candidate_.noun != none && at(candidate_.verb).subject != none &&
         !at(candidate_.verb).passive &&
         (candidate_.noun < candidate_.verb || at(candidate_.verb).subject > candidate_.verb) &&
         candidate_.first == at(candidate_.noun).head;
}

void Roles::verb() {
  const Chunk& group = at(candidate_.verb);
  if (candidate_.is_demand) {
    candidate_.source = group.demanded ? at(group.parent).subject : group.speaker;
    candidate_.target = group.subject;
    return;
  }
  candidate_.source =
      group.passive ? agent_behind(context_, sentence_, candidate_.verb) : group.subject;
  const Index object = group.passive ? group.subject : group.object;
  if (candidate_.type == EventType::statement) {
    candidate_.target = object != none && names_actor(object) ? object : none;
  } else if (candidate_.noun != none && rule_.frame_target && candidate_.is_frame) {
    candidate_.target = candidate_.noun;
  } else if (candidate_.noun != none) {
    candidate_.target = target_of_frame(group, object);
  } else {
    candidate_.target = target_of_verb(group, object);
  }
  if (candidate_.target == none && candidate_.type != EventType::statement)
    candidate_.target = from_complement();
}

// "launched an attack on the camp", "gave the rebels weapons"
Index Roles::target_of_frame(const Chunk& group, Index object) const {
  const Index noun = candidate_.noun;
  if (group.passive && group.object == noun) return object;  // "was given a life sentence"
  if (const Index direct = target_of_noun(noun); direct != none) return direct;
  if (group.second_object != none && group.object != noun && group.object != none)
    return group.object;
  if (noun != group.object && object != none && object != noun && at(object).of != noun)
    return object;
  return owner_names_actor(noun) ? noun : none;
}

Index Roles::target_of_verb(const Chunk& group, Index object) const {
  Index target = ends_in_to() ? after_pattern() : none;  // "returned the statue to ..."
  const bool moved = rule_.type != EventType::assault && rule_.type != EventType::coerce &&
                     rule_.type != EventType::accuse;
  if (target == none && object != none && !group.passive && moved && is_own(object))
    target = after_preposition(group.head, context_.lexicon.outward());
  if (target == none && is_inside_pattern(object)) target = after_pattern();
  if (target == none) target = object;
  if (target != none && !group.passive && !mentions_actor(target)) {
    const Index agent = agent_of(target);  // "urged restraint by all parties"
    if (agent != none) target = agent;
  }
  if (target == none) target = inside_trigger();
  if (target == none) target = after_pattern();
  if (target != none && is_attack_boasted_of(target)) target = victim_of(target);
  if (target != none) return target;
  return after_preposition(std::max<Index>(group.head, candidate_.last - 1), rule_.target);
}

// "claimed responsibility for the attack on a market": for what was done there.
bool Roles::is_attack_boasted_of(Index phrase) const {
  return rule_.type == EventType::assault && word(at(candidate_.verb).head).is(WordClass::claim) &&
         word(at(phrase).head).tells_event;
}

Index Roles::victim_of(Index attack) const {
  for (Index i = attack + 1; i < size_of(chunks_) && i < attack + 6; ++i) {
    if (kind(i) != ChunkKind::noun_phrase && kind(i) != ChunkKind::preposition) break;
    if (kind(i) != ChunkKind::noun_phrase || at(i).preposition == none) continue;
    const FormId preposition = word(at(i).preposition).form;
    if (std::find(rule_.target.begin(), rule_.target.end(), preposition) == rule_.target.end())
      continue;
    if (!word(at(i).preposition).is(WordClass::locative) || mentions_actor(i)) return i;
  }
  return attack;
}

// "demanded an explanation from the premier", "refused talks with the rebels": who is named
// behind the thing.
void Roles::prefer_actor() {
  if (candidate_.verb == none || candidate_.target == none ||
      !(is_toward_someone() || is_amount(candidate_.target)) ||
      (mentions_actor(candidate_.target) && !is_given(candidate_.target)))
    return;
  if (is_pronoun(candidate_.target) || candidate_.target < candidate_.verb) return;
  const Index last = std::min(size_of(chunks_), candidate_.target + reach);
  for (Index i = candidate_.target + 1; i < last; ++i) {
    const ChunkKind k = kind(i);
    if (k == ChunkKind::stop || k == ChunkKind::comma || k == ChunkKind::relative ||
        k == ChunkKind::subordinator)
      return;
    if (k == ChunkKind::verb_group && !(at(i).participle && at(i).subject != none))
      return;  // "offers made by"
    if (k != ChunkKind::noun_phrase || at(i).preposition == none || !mentions_actor(i)) continue;
    const Word& preposition = word(at(i).preposition);
    if (preposition.is(WordClass::locative) || preposition.is(WordClass::earlier)) return;
    if (preposition.is(WordClass::to) && is_sent_away()) return;
    candidate_.target = i;
    return;
  }
}

// "donated six fighter jets to Norland": arms that are given are nobody.
bool Roles::is_given(Index phrase) const {
  const Word& head = word(at(phrase).head);
  return rule_.type == EventType::aid && unit_at(sentence_, at(phrase).head).mention == none &&
         (head.is(WordClass::weapon) || head.is(WordClass::vehicle));
}

// "extradited a smuggler to Spain": not the one to whom, as "banned the sale of arms to Spain".
bool Roles::is_sent_away() const {
  return candidate_.noun == none && (rule_.type == EventType::accuse ||
                                     (rule_.type == EventType::coerce && rule_.mode != "ban"));
}

// Types whose target is someone rather than something.
bool Roles::is_toward_someone() const {
  switch (rule_.type) {
    case EventType::request:
    case EventType::reject:
    case EventType::concede:
    case EventType::sanction:
    case EventType::support:
    case EventType::threaten:
    case EventType::aid:
    case EventType::accuse:
    case EventType::coerce:
    case EventType::consult:
      return true;
    default:
      return false;
  }
}

bool Roles::ends_in_to() const {
  const Unit& last = unit_at(sentence_, candidate_.last - 1);
  const auto& leads = rule_.target;
  if (last.tag != Tag::preposition ||
      std::find(leads.begin(), leads.end(), last.form) == leads.end())
    return false;
  const bool only = leads.size() == 1 &&
                    context_.word(last).is(WordClass::outward);  // "blamed the fire on rebels"
  return only || (candidate_.last - candidate_.first > 2 && context_.word(last).is(WordClass::to));
}

// The phrase behind "by" right after this one.
Index Roles::agent_of(Index phrase) const {
  const Index next = at(phrase).of == none ? phrase + 1 : at(phrase).of + 1;
  if (kind(next) != ChunkKind::preposition || !word(at(next).head).is(WordClass::by)) return none;
  return kind(next + 1) == ChunkKind::noun_phrase && names_actor(next + 1) ? next + 1 : none;
}

// "called on [the militia]", "be in contact with [the authorities]": the phrase right behind the
// pattern.
Index Roles::after_pattern() const {
  const Tag last = unit_at(sentence_, candidate_.last - 1).tag;
  if (last != Tag::preposition) return none;
  if (rule_.type == EventType::protest && word(candidate_.last - 1).is(WordClass::locative))
    return none;  // "rallied in the capital"
  for (Index i = candidate_.verb + 1; i < size_of(chunks_); ++i) {
    if (at(i).first < candidate_.last) continue;
    if (at(i).kind == ChunkKind::quote) continue;
    if (at(i).kind == ChunkKind::noun_phrase) return i;
    return none;
  }
  return none;
}

// "used tear gas against [students]": a thing that the pattern itself names.
bool Roles::is_inside_pattern(Index object) const {
  return object != none && object > candidate_.verb && candidate_.shown == candidate_.last &&
         at(object).head < candidate_.last;
}

// The object that a gap of the pattern spans ("take ~ hostage").
Index Roles::inside_trigger() const {
  for (Index i = candidate_.verb + 1; i < size_of(chunks_) && at(i).first < candidate_.last; ++i) {
    if (at(i).kind == ChunkKind::noun_phrase && at(i).preposition == none &&
        at(i).last < candidate_.last)
      return i;
  }
  return none;
}

// "agreed to share data with the bank": the complement's object.
Index Roles::from_complement() const {
  const Index last = std::min(size_of(chunks_), candidate_.verb + reach);
  for (Index i = candidate_.verb + 1; i < last; ++i) {
    if (kind(i) == ChunkKind::stop) return none;
    if (kind(i) != ChunkKind::verb_group) continue;
    const Chunk& child = at(i);
    const bool complement =
        (child.clause == ClauseKind::infinitive && child.parent == candidate_.verb) ||
        (child.clause == ClauseKind::complement && child.parent == candidate_.verb) ||
        (child.clause == ClauseKind::participial && child.parent == candidate_.verb);
    if (!complement) return none;
    if (child.clause == ClauseKind::complement && child.subject != none &&
        child.subject != candidate_.source && !is_pronoun(child.subject)) {
      return child.subject;
    }
    const Index with = after_preposition(child.head, context_.lexicon.outward());
    if (child.object == none || (mutual() && !names_actor(child.object))) return with;
    if (with != none && is_own(child.object)) return with;
    return names_actor(child.object) || with == none ? child.object : with;
  }
  return none;
}

bool Roles::is_pronoun(Index phrase) const {
  return unit_at(sentence_, at(phrase).head).tag == Tag::pronoun;
}

// "weeks of fighting": nobody.
bool Roles::is_time(Index phrase) const {
  return phrase != none && unit_at(sentence_, at(phrase).head).timex != none &&
         unit_at(sentence_, at(phrase).head).mention == none;
}

// "100 million euros": what is given or demanded, and nobody.
bool Roles::is_amount(Index phrase) const {
  if (phrase == none || at(phrase).of != none ||
      unit_at(sentence_, at(phrase).head).mention != none)
    return false;
  const bool counts = unit_at(sentence_, at(phrase).first).tag == Tag::number;
  if (counts && kind(phrase - 1) == ChunkKind::other && at(phrase - 1).last == at(phrase).first &&
      unit_at(sentence_, at(phrase - 1).head).tag == Tag::other)
    return true;  // "$90 million"
  const Word& head = word(at(phrase).head);
  const bool money = head.is(WordClass::inert) && head.is(WordClass::topic) &&
                     (context_.lexicon.topics(head.form) & market_topic) != 0;
  if (!money) return false;
  for (Index u = at(phrase).first; u < at(phrase).head; ++u) {
    if (unit_at(sentence_, u).tag == Tag::number) return true;
  }
  return false;
}

// "condemned [what] it called a massacre"
bool Roles::is_unnamed(Index phrase) const {
  return phrase != none && word(at(phrase).head).is(WordClass::who);
}

// "because [of old quarrels]": the preposition is the second half of another.
bool Roles::is_behind_pair(Index phrase) const {
  return phrase > 1 && kind(phrase - 2) == ChunkKind::preposition &&
         word(at(phrase - 2).head).is(WordClass::subordinator) &&
         word(at(phrase).preposition).is(WordClass::of);
}

// The first phrase behind unit `from` in its clause whose preposition is one of the list, the
// earlier in the list the better.
Index Roles::after_preposition(Index from, const std::vector<FormId>& prepositions) const {
  Index best = none;
  std::size_t rank = prepositions.size();
  Index i = 0;
  // Chunks are in order: find the first behind `from` near the verb.
  for (i = candidate_.verb == none ? candidate_.noun : std::min(candidate_.verb, chunk_of(from));
       i < size_of(chunks_); ++i) {
    if (at(i).first > from) break;
  }
  const Index last = std::min(size_of(chunks_), i + reach);
  for (; i < last; ++i) {
    const ChunkKind k = kind(i);
    if (k == ChunkKind::stop || k == ChunkKind::relative || k == ChunkKind::subordinator) break;
    if (k == ChunkKind::verb_group) break;
    if (k == ChunkKind::comma && best != none) break;
    if (k != ChunkKind::noun_phrase || at(i).preposition == none) continue;
    if (candidate_.noun != none && at(i).leader == candidate_.noun)
      continue;  // what is joined to it
    const FormId preposition = word(at(i).preposition).form;
    const auto it = std::find(prepositions.begin(), prepositions.end(), preposition);
    const auto found = static_cast<std::size_t>(it - prepositions.begin());
    if (found < rank && word(at(i).preposition).is(WordClass::locative) && !mentions_actor(i))
      continue;
    if (is_level(i) || is_behind_pair(i)) continue;
    if (found < rank) {
      rank = found;
      best = i;
    }
  }
  return best;
}

Index Roles::chunk_of(Index unit) const {
  Index i = candidate_.verb == none ? candidate_.noun : candidate_.verb;
  while (i > 0 && at(i).first > unit) --i;
  return i;
}

Index Roles::target_of_noun(Index noun) const {
  const Index direct = after_preposition(at(noun).head, rule_.target);
  if (direct != none) return direct;
  if (at(candidate_.verb).passive) return after_preposition(at(candidate_.verb).head, rule_.target);
  return none;
}

// Does the phrase name an actor beside its head: "an Armenian proposal", "the minister's visit"?
bool Roles::owner_names_actor(Index phrase) const {
  for (Index u = at(phrase).first; u < at(phrase).head; ++u) {
    const Unit& unit = unit_at(sentence_, u);
    const bool role = word(u).is(WordClass::role) && unit.tag != Tag::adjective;
    if (unit.timex != none && unit.mention == none) continue;  // "Saturday's strikes"
    if (unit.mention != none || unit.tag == Tag::name || role) return true;
  }
  return false;
}

bool Roles::mentions_actor(Index phrase) const {
  return names_actor(phrase) || owner_names_actor(phrase) ||
         (at(phrase).of != none && names_actor(at(phrase).of));
}

// "raised the alert to four", "to the highest level": how high, and nobody.
bool Roles::is_level(Index phrase) const {
  if (!word(at(phrase).preposition).is(WordClass::to)) return false;
  return unit_at(sentence_, at(phrase).head).tag == Tag::number ||
         (word(at(phrase).head).is(WordClass::inert) && !mentions_actor(phrase));
}

// "its troops", "their demands": things of the source.
bool Roles::is_own(Index phrase) const { return word(at(phrase).first).is(WordClass::own); }

bool Roles::names_actor(Index phrase) const {
  const Unit& head = unit_at(sentence_, at(phrase).head);
  return head.mention != none || head.tag == Tag::name || word(at(phrase).head).is(WordClass::role);
}

bool Roles::mutual() const {
  switch (rule_.type) {
    case EventType::agree:
    case EventType::consult:
    case EventType::cooperate:
      return true;
    case EventType::support:  // not "Russia and Turkey backed the plan"
      return rule_.mode != "praise" || candidate_.verb == none ||
             at(candidate_.verb).object == none;
    case EventType::reject:
      return rule_.mode == "fail";
    case EventType::assault:
      return rule_.mode == "fight";
    default:
      return false;
  }
}

// "accused each other"
bool Roles::is_reciprocal() const {
  return candidate_.verb != none && is_each_other(sentence_, candidate_.verb + 1);
}

// "Russia and Turkey met": the first is the source, the others the target.
void Roles::split_sides() {
  if (is_reciprocal()) candidate_.target = none;
  if (candidate_.source == none || !(mutual() || is_reciprocal()) ||
      at(candidate_.source).leader != none)
    return;
  if (rule_.type == EventType::assault && candidate_.verb != none &&
      at(candidate_.verb).clause == ClauseKind::infinitive)
    return;  // "pushed Britain and France to lead the war"
  const Index other = at(candidate_.source).next;
  if (other == none || (candidate_.target != none &&
                        (mentions_actor(candidate_.target) || is_pronoun(candidate_.target))))
    return;
  candidate_.target = other;
}

void assign_roles(const Context& context, const Sentence& sentence, Candidate& candidate) {
  Roles(context, sentence, candidate).run();
}

}  // namespace dateline::extract
