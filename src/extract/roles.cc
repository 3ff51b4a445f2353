// Which phrases are source and target of a trigger: by clause slot, by preposition, by possession;
// and the split of a joint subject ("Russia and Turkey met") into the two sides.
#include <algorithm>

#include "extract/candidate.h"

namespace dateline::extract {
namespace {

constexpr Index reach = 14;  // chunks behind a verb in which its prepositions are looked for

class Roles {
 public:
  Roles(const Context& context, const Sentence& sentence, Candidate& candidate)
      : context_(context),
        sentence_(sentence),
        chunks_(sentence.chunks),
        candidate_(candidate),
        rule_(context.lexicon.event_rules()[candidate.rule]) {}

  void run() {
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
    if (candidate_.target == candidate_.source) candidate_.target = none;
    split_sides();
    prefer_actor();
    if (is_time(candidate_.source)) candidate_.source = none;
    if (is_time(candidate_.target)) candidate_.target = none;
  }

 private:
  [[nodiscard]] const Chunk& at(Index i) const { return chunks_[i]; }
  [[nodiscard]] ChunkKind kind(Index i) const {
    return i >= 0 && i < size_of(chunks_) ? at(i).kind : ChunkKind::stop;
  }
  [[nodiscard]] const Word& word(Index unit) const {
    return context_.word(unit_at(sentence_, unit));
  }

  [[nodiscard]] bool is_occurrence() const {
    return candidate_.noun != none && at(candidate_.verb).subject != none &&
           !at(candidate_.verb).passive && candidate_.noun < candidate_.verb &&
           candidate_.first == at(candidate_.noun).head;
  }

  void verb() {
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
  [[nodiscard]] Index target_of_frame(const Chunk& group, Index object) const {
    const Index noun = candidate_.noun;
    if (const Index direct = target_of_noun(noun); direct != none) return direct;
    if (group.second_object != none && group.object != noun && group.object != none)
      return group.object;
    if (noun != group.object && object != none && object != noun && at(object).of != noun)
      return object;
    return owner_names_actor(noun) ? noun : none;
  }

  [[nodiscard]] Index target_of_verb(const Chunk& group, Index object) const {
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
  [[nodiscard]] bool is_attack_boasted_of(Index phrase) const {
    return rule_.type == EventType::assault &&
           word(at(candidate_.verb).head).is(WordClass::claim) && word(at(phrase).head).tells_event;
  }

  [[nodiscard]] Index victim_of(Index attack) const {
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
  void prefer_actor() {
    if (candidate_.verb == none || candidate_.target == none || !is_toward_someone() ||
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
  [[nodiscard]] bool is_given(Index phrase) const {
    const Word& head = word(at(phrase).head);
    return rule_.type == EventType::aid && unit_at(sentence_, at(phrase).head).mention == none &&
           (head.is(WordClass::weapon) || head.is(WordClass::vehicle));
  }

  // "extradited a smuggler to Spain": not the one to whom, as "banned the sale of arms to Spain".
  [[nodiscard]] bool is_sent_away() const {
    return candidate_.noun == none && (rule_.type == EventType::accuse ||
                                       (rule_.type == EventType::coerce && rule_.mode != "ban"));
  }

  // Types whose target is someone rather than something.
  [[nodiscard]] bool is_toward_someone() const {
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

  [[nodiscard]] bool ends_in_to() const {
    const Unit& last = unit_at(sentence_, candidate_.last - 1);
    const auto& leads = rule_.target;
    if (last.tag != Tag::preposition ||
        std::find(leads.begin(), leads.end(), last.form) == leads.end())
      return false;
    const bool only = leads.size() == 1 &&
                      context_.word(last).is(WordClass::outward);  // "blamed the fire on rebels"
    return only ||
           (candidate_.last - candidate_.first > 2 && context_.word(last).is(WordClass::to));
  }

  // The phrase behind "by" right after this one.
  [[nodiscard]] Index agent_of(Index phrase) const {
    const Index next = at(phrase).of == none ? phrase + 1 : at(phrase).of + 1;
    if (kind(next) != ChunkKind::preposition || !word(at(next).head).is(WordClass::by)) return none;
    return kind(next + 1) == ChunkKind::noun_phrase && names_actor(next + 1) ? next + 1 : none;
  }

  // "called on [the militia]", "be in contact with [the authorities]": the phrase right behind the
  // pattern.
  [[nodiscard]] Index after_pattern() const {
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
  [[nodiscard]] bool is_inside_pattern(Index object) const {
    return object != none && object > candidate_.verb && candidate_.shown == candidate_.last &&
           at(object).head < candidate_.last;
  }

  // The object that a gap of the pattern spans ("take ~ hostage").
  [[nodiscard]] Index inside_trigger() const {
    for (Index i = candidate_.verb + 1; i < size_of(chunks_) && at(i).first < candidate_.last;
         ++i) {
      if (at(i).kind == ChunkKind::noun_phrase && at(i).preposition == none &&
          at(i).last < candidate_.last)
        return i;
    }
    return none;
  }

  // "agreed to share data with the bank": the complement's object.
  [[nodiscard]] Index from_complement() const {
    const Index last = std::min(size_of(chunks_), candidate_.verb + reach);
    for (Index i = candidate_.verb + 1; i < last; ++i) {
      if (kind(i) == ChunkKind::stop) return none;
      if (kind(i) != ChunkKind::verb_group) continue;
      const Chunk& child = at(i);
      const bool complement =
          (child.clause == ClauseKind::infinitive && child.parent == candidate_.verb) ||
          child.clause == ClauseKind::complement ||
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

  [[nodiscard]] bool is_pronoun(Index phrase) const {
    return unit_at(sentence_, at(phrase).head).tag == Tag::pronoun;
  }

  // "weeks of fighting": nobody.
  [[nodiscard]] bool is_time(Index phrase) const {
    return phrase != none && unit_at(sentence_, at(phrase).head).timex != none &&
           unit_at(sentence_, at(phrase).head).mention == none;
  }

  // The first phrase behind unit `from` in its clause whose preposition is one of the list, the
  // earlier in the list the better.
  [[nodiscard]] Index after_preposition(Index from, const std::vector<FormId>& prepositions) const {
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
      if (is_level(i)) continue;
      if (found < rank) {
        rank = found;
        best = i;
      }
    }
    return best;
  }

  [[nodiscard]] Index chunk_of(Index unit) const {
    Index i = candidate_.verb == none ? candidate_.noun : candidate_.verb;
    while (i > 0 && at(i).first > unit) --i;
    return i;
  }

  [[nodiscard]] Index target_of_noun(Index noun) const {
    const Index direct = after_preposition(at(noun).head, rule_.target);
    if (direct != none) return direct;
    if (at(candidate_.verb).passive)
      return after_preposition(at(candidate_.verb).head, rule_.target);
    return none;
  }

  // Does the phrase name an actor beside its head: "an Armenian proposal", "the minister's visit"?
  [[nodiscard]] bool owner_names_actor(Index phrase) const {
    for (Index u = at(phrase).first; u < at(phrase).head; ++u) {
      const Unit& unit = unit_at(sentence_, u);
      const bool role = word(u).is(WordClass::role) && unit.tag != Tag::adjective;
      if (unit.timex != none && unit.mention == none) continue;  // "Saturday's strikes"
      if (unit.mention != none || unit.tag == Tag::name || role) return true;
    }
    return false;
  }

  [[nodiscard]] bool mentions_actor(Index phrase) const {
    return names_actor(phrase) || owner_names_actor(phrase) ||
           (at(phrase).of != none && names_actor(at(phrase).of));
  }

  // "raised the alert to four", "to the highest level": how high, and nobody.
  [[nodiscard]] bool is_level(Index phrase) const {
    if (!word(at(phrase).preposition).is(WordClass::to)) return false;
    return unit_at(sentence_, at(phrase).head).tag == Tag::number ||
           (word(at(phrase).head).is(WordClass::inert) && !mentions_actor(phrase));
  }

  // "its troops", "their demands": things of the source.
  [[nodiscard]] bool is_own(Index phrase) const {
    return word(at(phrase).first).is(WordClass::own);
  }

  [[nodiscard]] bool names_actor(Index phrase) const {
    const Unit& head = unit_at(sentence_, at(phrase).head);
    return head.mention != none || head.tag == Tag::name ||
           word(at(phrase).head).is(WordClass::role);
  }

  void bare_noun() {
    candidate_.target = after_preposition(at(candidate_.noun).head, rule_.target);
    candidate_.source = source_of_noun();
    turn_victim();
    if (candidate_.source == none && candidate_.accuser != none) {
      const Chunk& charge = at(candidate_.accuser);
      candidate_.source = charge.passive ? charge.subject : charge.object;
    }
    split_pair();
  }

  // "the mayor's murder": done to its possessor, unless someone else suffered it.
  void turn_victim() {
    if (candidate_.source != candidate_.noun || candidate_.target != none ||
        !is_victims(candidate_.noun))
      return;
    candidate_.target = candidate_.noun;
    candidate_.source = none;
  }

  [[nodiscard]] bool is_victims(Index noun) const {
    if (!word(at(noun).head).is(WordClass::victim_noun)) return false;
    for (Index u = at(noun).first; u < at(noun).head; ++u) {
      if (unit_at(sentence_, u).tag == Tag::possessive) return true;
    }
    return false;
  }

  // "talks between the king and the rebels"
  void split_pair() {
    const Index pair = candidate_.target;
    if (candidate_.source != none || pair == none || at(pair).next == none) return;
    if (!word(at(pair).preposition).is(WordClass::pairing)) return;
    candidate_.source = pair;
    candidate_.target = at(pair).next;
  }

  // "the attack by rebels", "the rebels' offensive"
  [[nodiscard]] Index source_of_noun() const {
    const Index agent = after_preposition(at(candidate_.noun).head, context_.lexicon.agent());
    if (agent != none) return agent;
    if (!owner_names_actor(candidate_.noun) || is_unrest_of_place() || is_named_by_town())
      return none;
    return candidate_.noun;
  }

  // "the Boston bombing": where, not who.
  [[nodiscard]] bool is_named_by_town() const {
    bool town = false;
    for (Index u = at(candidate_.noun).first; u < at(candidate_.noun).head; ++u) {
      const Unit& unit = unit_at(sentence_, u);
      if (unit.tag == Tag::possessive) return false;
      if (unit.mention == none) {
        if (word(u).is(WordClass::role) || unit.tag == Tag::name) return false;
        continue;
      }
      const Mention& mention =
          context_.annotations.mentions[static_cast<std::size_t>(unit.mention)];
      if (mention.type != MentionType::place || mention.kind == "country") return false;
      town = true;
    }
    return town;
  }

  // "Libya's unrest": where, not who.
  [[nodiscard]] bool is_unrest_of_place() const {
    if (rule_.type != EventType::protest && rule_.mode != "fight") return false;
    for (Index u = at(candidate_.noun).first + 1; u < at(candidate_.noun).head; ++u) {
      const Index owner = unit_at(sentence_, u - 1).mention;
      if (unit_at(sentence_, u).tag == Tag::possessive && owner != none)
        return context_.annotations.mentions[static_cast<std::size_t>(owner)].type ==
               MentionType::place;
    }
    return false;
  }

  void noun_subject() {
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

  [[nodiscard]] bool mutual() const {
    switch (rule_.type) {
      case EventType::agree:
      case EventType::consult:
      case EventType::cooperate:
      case EventType::support:
        return true;
      case EventType::reject:
        return rule_.mode == "fail";
      case EventType::assault:
        return rule_.mode == "fight";
      default:
        return false;
    }
  }

  // "Russia and Turkey met": the first is the source, the others the target.
  void split_sides() {
    if (candidate_.source == none || !mutual() || at(candidate_.source).leader != none) return;
    if (rule_.type == EventType::assault && candidate_.verb != none &&
        at(candidate_.verb).clause == ClauseKind::infinitive)
      return;  // "pushed Britain and France to lead the war"
    const Index other = at(candidate_.source).next;
    if (other == none || (candidate_.target != none &&
                          (mentions_actor(candidate_.target) || is_pronoun(candidate_.target))))
      return;
    candidate_.target = other;
  }

  const Context& context_;
  const Sentence& sentence_;
  const Row<Chunk>& chunks_;
  Candidate& candidate_;
  const EventRule& rule_;
};

}  // namespace

void assign_roles(const Context& context, const Sentence& sentence, Candidate& candidate) {
  Roles(context, sentence, candidate).run();
}

}  // namespace dateline::extract
