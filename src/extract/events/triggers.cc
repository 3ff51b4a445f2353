// Triggers: for every verb group what its words tell, light verbs with event nouns, event nouns
// that "happen", and bare event nouns.
#include <algorithm>

#include "extract/events/finder.h"

namespace dateline::extract {
namespace {

constexpr int occur_strength = 12, light_strength = 18;

}  // namespace

void Finder::run() {
  for (const Index i : sentence_.groups) verb_group(i);
  for (const Index i : sentence_.phrases) {
    if (head_word(i).tells_event && !chunk(i).used) bare_noun(i);
  }
}

void Finder::verb_group(Index i) {
  const Chunk& group = chunk(i);
  if (unit(group.head).blocked) return;
  Candidate best;
  must(i, best);
  const Word& verb = head_word(i);
  if (verb.verb != 0) try_senses(i, verb.verb, group.head, best);
  for (Index u = group.first; u < group.head; ++u) {
    if (unit(u).tag == Tag::be && word(u).verb != 0) {
      try_senses(i, word(u).verb, u, best);
      break;
    }
  }
  if (verb.may_be_light) light_verb(i, best);
  if (verb.is(WordClass::occur)) occurrence(i, best);
  if (best.strength == 0 && verb.is(WordClass::speech)) statement(i, best);
  if (best.strength == 0) return;
  best.verb = i;
  best.weak = best.weak || rule(best).weak;
  const ClauseKind clause = group.clause;
  best.secondary = clause == ClauseKind::relative || clause == ClauseKind::adverbial ||
                   clause == ClauseKind::participial ||
                   (clause == ClauseKind::infinitive && has_candidate(group.parent));
  if (governed(i)) return;
  if (best.noun != none) chunk(best.noun).used = true;
  if (!rule(best).subject_nouns.empty()) chunk(group.subject).used = true;
  use_nouns_inside(best);
  chunk(i).used = true;
  found_.push_back(best);
}

// "went on strike": the noun is part of the pattern and tells nothing else.
void Finder::use_nouns_inside(const Candidate& pattern) {
  for (Index i = pattern.verb + 1; i < size_of(chunks_) && chunk(i).first < pattern.last; ++i) {
    if (kind(i) == ChunkKind::noun_phrase && chunk(i).head == pattern.last - 1)
      chunk(i).used = true;
  }
}

const Candidate* Finder::candidate_of(Index verb) const {
  for (auto it = found_.rbegin(); it != found_.rend(); ++it) {
    if (it->verb == verb) return &*it;
    if (it->verb < verb && it->verb != none) break;
  }
  return nullptr;
}

bool Finder::has_candidate(Index verb) const {
  return verb != none && candidate_of(verb) != nullptr && !candidate_of(verb)->weak;
}

// The complement of "agree to", "urge X to", "threaten to" is part of that event.
bool Finder::governed(Index i) const {
  if (is_disowned(i)) return false;
  Index parent = chunk(i).parent;
  if (chunk(i).demanded && has_candidate(parent)) return true;
  if (chunk(i).clause == ClauseKind::participial && kind(i - 1) == ChunkKind::preposition &&
      parent != none) {
    // "accused him of attacking", "warned them against leaving"
    const Candidate* owner = candidate_of(parent);
    if (owner == nullptr || !introduces_content(i - 1)) return false;
    return governs(owner->type) || (owner->type == EventType::accuse && chunk(parent).finite);
  }
  if (chunk(i).clause != ClauseKind::infinitive) {
    if (!chunk(i).subject_shared || parent == none ||
        chunk(parent).clause != ClauseKind::infinitive)
      return false;
    parent = chunk(parent).parent;
  }
  for (int depth = 0; parent != none && depth < 4; ++depth) {
    const Candidate* owner = candidate_of(parent);
    if (owner != nullptr) return governs(owner->type) || owner->type == EventType::accuse;
    // "accused him of trying to escape"
    if (chunk(parent).clause == ClauseKind::participial &&
        kind(parent - 1) == ChunkKind::preposition)
      return governed(parent);
    if (chunk(parent).clause != ClauseKind::infinitive) return false;
    parent = chunk(parent).parent;
  }
  return false;
}

// "denied killing": a deed of its own, which is denied.
bool Finder::is_disowned(Index i) const {
  const Index parent = chunk(i).parent;
  return parent != none && chunk(i).gerund && !chunk(i).finite &&
         head_word(parent).is(WordClass::disowning);
}

// Prepositions of content, not of time.
bool Finder::introduces_content(Index preposition) const {
  return !head_word(preposition).is(WordClass::subordinator);
}

bool Finder::governs(EventType type) {
  return type == EventType::agree || type == EventType::request || type == EventType::threaten ||
         type == EventType::reject || type == EventType::concede || type == EventType::coerce ||
         type == EventType::support;
}

void Finder::take(Candidate& best, std::uint16_t number, int strength, Index first, Index last,
                  Index noun) const {
  if (strength <= best.strength) return;
  best = Candidate{};
  best.rule = number;
  best.type = lexicon_.event_rules()[number].type;
  best.strength = strength;
  best.first = first;
  best.last = best.shown = last;
  best.noun = noun;
  best.weak = lexicon_.event_rules()[number].weak;
}

// "X said that Y must leave", "proposed that Y leave": a demand by X.
void Finder::must(Index i, Candidate& best) const {
  const Chunk& group = chunk(i);
  const bool said = group.must && group.speaker != none;
  if (!(said || group.demanded) || lexicon_.must_rule() == 0xFFFF || group.subject == none) return;
  const Unit& whom = unit(chunk(group.subject).head);
  const bool someone =
      whom.mention != none || whom.tag == Tag::name || whom.tag == Tag::pronoun ||
      is_role(group.subject) ||
      lexicon_.noun_senses(whom.word->noun).first != lexicon_.noun_senses(whom.word->noun).last;
  if (!someone || word(chunk(group.subject).head).is(WordClass::first_person)) return;
  take(best, lexicon_.must_rule(), 60, group.first, group.last, none);
  best.is_demand = true;
}

void Finder::statement(Index i, Candidate& best) const {
  const Chunk& group = chunk(i);
  if (group.infinitive || group.passive) return;
  if (lexicon_.statement_rule() != 0xFFFF)
    take(best, lexicon_.statement_rule(), 1, group.head, group.head + 1, none);
}

FormId Finder::word_before(Index phrase) const {
  const Index head = chunk(phrase).head;
  if (head > chunk(phrase).first) return word(head - 1).form;
  return chunk(phrase).preposition != none ? word(chunk(phrase).preposition).form : FormId{0};
}

// Behind "of" and no count ("a series of attacks") before it.
bool Finder::starts_with_of(Index phrase) const {
  for (Index owner = phrase - 1; owner >= 0 && owner > phrase - 4; --owner) {
    if (chunk(owner).of == phrase) return !is_measure(owner);
  }
  return false;
}

// "some", "two", "94%", "a series"
bool Finder::is_measure(Index phrase) const {
  const Tag tag = unit(chunk(phrase).head).tag;
  if (unit(chunk(phrase).head).timex != none) return true;  // "days of unrest"
  return tag == Tag::determiner || tag == Tag::number || tag == Tag::pronoun ||
         context_.text(unit(chunk(phrase).head)) == "%" ||
         head_word(phrase).is(WordClass::quantity);
}

// "carry out an attack": the chunker saw a preposition there.
Index Finder::phrase_after_particle(Index i, FormId particle) const {
  if (particle == 0 || kind(i + 1) != ChunkKind::preposition) return none;
  return phrase_behind_preposition(i);
}

Index Finder::phrase_behind_preposition(Index i) const {
  Index j = i + 2;
  while (kind(j) == ChunkKind::quote || (kind(j) == ChunkKind::preposition && j < i + 4)) ++j;
  return kind(j) == ChunkKind::noun_phrase ? j : none;
}

bool Finder::noun_event(Index phrase, std::uint16_t& number, int& extra) const {
  const Unit& head = unit(chunk(phrase).head);
  if (head.blocked || head.tag != Tag::noun) return false;
  if (!head_word(phrase).tells_event) return false;
  if (!lexicon_.is_explosion(head_word(phrase)) && is_gunfire(phrase)) return false;
  for (Index u = std::max<Index>(chunk(phrase).first - 1, 0); u < chunk(phrase).head; ++u) {
    if (word(u).is(WordClass::mock)) return false;  // "a mock attack", "simulated an attack"
  }
  const Range senses = lexicon_.noun_senses(head_word(phrase).noun);
  const FormId before = word_before(phrase);
  for (std::uint32_t s = senses.first; s < senses.last; ++s) {
    const NounSense& sense = lexicon_.noun_sense(s);
    if (sense.modifier != 0 && sense.modifier != before) continue;
    const EventRule& event = lexicon_.event_rules()[sense.rule];
    if (event.about != 0 && !sentence_.labour) continue;
    if (lexicon_.is_explosion(head_word(phrase)) &&
        (event.type == EventType::disaster) != blows_up_by_itself())
      continue;
    number = sense.rule;
    extra = sense.modifier != 0 ? 2 : 0;
    return true;
  }
  return false;
}

void Finder::light_verb(Index i, Candidate& best) const {
  const Index object = object_of(i);
  const Index after = chunk(i).head + 1;
  const FormId particle = after < size_of(sentence_.units) ? word(after).form : FormId{0};
  if (!lexicon_.light(head_word(i), particle)) return;
  std::uint16_t number = 0;
  int extra = 0;
  const auto test = [&](Index phrase) {
    return !inner(phrase) && noun_event(phrase, number, extra);
  };
  Index hit = object == none ? none : object_where(object, test);
  if (hit == none && object == none && !chunk(i).passive) {
    const Index other = phrase_after_particle(i, particle);
    if (other != none) hit = object_where(other, test);
  }
  if (hit == none || is_foiled(i, number)) return;
  const Index last = chunk(i).passive ? chunk(i).head + 1 : chunk(hit).head + 1;
  take(best, number, light_strength + extra, chunk(i).head, std::max(last, chunk(i).head + 1), hit);
}

// "stopped the slaughter": who did that killed nobody.
bool Finder::is_foiled(Index i, std::uint16_t number) const {
  return head_word(i).is(WordClass::foiling) && lexicon_.event_rules()[number].mode == "kill";
}

// "Clashes erupted", "the attack left ten dead", "there were clashes"
void Finder::occurrence(Index i, Candidate& best) const {
  const Index subject = chunk(i).subject;
  if (subject == none) return;
  if (subject > i && chunk(subject).of != none && head_word(subject).is(WordClass::prospect))
    return;  // "there was talk of"
  if (best.strength != 0 && !rule(best).subject_nouns.empty()) return;
  std::uint16_t number = 0;
  int extra = 0;
  const auto test = [&](Index phrase) {
    return !inner(phrase) && noun_event(phrase, number, extra);
  };
  const Index hit = object_where(subject, test);
  if (hit == none) return;
  const bool acts = !chunk(i).passive && chunk(i).object != none;
  take(best, number, acts ? verb_strength - 2 : occur_strength, chunk(hit).head,
       chunk(hit).head + 1, hit);
}

void Finder::bare_noun(Index i) {
  std::uint16_t number = 0;
  int extra = 0;
  if (!noun_event(i, number, extra)) return;
  const bool wanted = is_wanted(i);
  if (is_prospect(i) || (!wanted && is_sought(i)) || is_rejected(i) || !stands_alone(i) ||
      !is_deed(lexicon_.event_rules()[number].type))
    return;
  Candidate candidate;
  take(candidate, number, 5 + extra, chunk(i).head, chunk(i).head + 1, i);
  candidate.secondary = true;
  candidate.inner = inner(i);
  candidate.is_wanted = wanted;
  candidate.accuser = accuser_of(i);
  candidate.verb = none;
  found_.push_back(candidate);
}

// "called for a strike": what the verb right before it demands.
bool Finder::is_wanted(Index noun) const {
  if (chunk(noun).preposition == none) return false;
  const Index verb = noun - 2;
  if (kind(noun - 1) != ChunkKind::preposition || kind(verb) != ChunkKind::verb_group) return false;
  const Candidate* owner = candidate_of(verb);
  return owner != nullptr && owner->type == EventType::request;
}

// "denied the murder", "accused Israel of genocide", "charged with the murder of a priest"
Index Finder::accuser_of(Index noun) const {
  if (const Index verb = noun - 1; kind(verb) == ChunkKind::verb_group &&
                                   chunk(verb).object == noun &&
                                   head_word(verb).is(WordClass::disowning))
    return verb;
  if (chunk(noun).preposition == none || !word(chunk(noun).preposition).is(WordClass::of_deed))
    return none;
  for (Index i = noun - 1; i >= 0 && i > noun - 8; --i) {
    if (kind(i) == ChunkKind::comma || kind(i) == ChunkKind::stop) return none;
    if (kind(i) != ChunkKind::verb_group) continue;
    const Candidate* owner = candidate_of(i);
    const bool accuses =
        owner != nullptr && owner->type == EventType::accuse && owner->noun == none;
    return accuses || head_word(i).is(WordClass::alleging) ? i : none;
  }
  return none;
}

// "failed to agree on a ceasefire", "acquitted of the murder", "found not guilty of the murder"
bool Finder::is_rejected(Index noun) const {
  const Index preposition = chunk(noun).preposition;
  if (preposition == none) return false;
  for (Index i = noun - 1; i >= 0 && i > noun - 6; --i) {
    if (kind(i) == ChunkKind::verb_group) {
      const Candidate* owner = candidate_of(i) != nullptr || chunk(i).parent == none
                                   ? candidate_of(i)
                                   : candidate_of(chunk(i).parent);
      if (owner == nullptr) return false;
      const bool acquits = rule(*owner).mode == "grant" || chunk(owner->verb).negated;
      if (acquits && word(preposition).is(WordClass::of_deed)) return true;
      if (owner->type == EventType::threaten) return true;  // "warned of a war"
      if (owner->type != EventType::reject) return false;
      const std::vector<FormId>& leads = rule(*owner).target;
      return std::find(leads.begin(), leads.end(), word(preposition).form) != leads.end();
    }
    if (kind(i) != ChunkKind::noun_phrase && kind(i) != ChunkKind::preposition &&
        kind(i) != ChunkKind::time && kind(i) != ChunkKind::other)
      return false;
  }
  return false;
}

// "terms for a ceasefire", "spoke about the fires"
bool Finder::is_prospect(Index noun) const {
  const Index preposition = chunk(noun).preposition;
  if (preposition == none) return false;
  if (word(preposition).is(WordClass::prospect)) return true;
  return noun > 1 && kind(noun - 1) == ChunkKind::preposition &&
         kind(noun - 2) == ChunkKind::noun_phrase && head_word(noun - 2).is(WordClass::prospect);
}

// "a reward for the capture", "provides for the release", "promised $5,000 for the capture"
bool Finder::is_sought(Index noun) const {
  const Index preposition = chunk(noun).preposition;
  if (preposition == none || noun < 2 || kind(noun - 1) != ChunkKind::preposition) return false;
  Index left = noun - 2;
  while (left > 0 && kind(left) == ChunkKind::other) --left;  // "$5,000"
  const Word& leads = word(preposition);
  if (leads.is(WordClass::shelving))  // "put off the attack"
    return kind(left) == ChunkKind::verb_group && head_word(left).is(WordClass::shelving);
  if (!leads.is(WordClass::sought)) return false;
  const Index verb = left - 1;
  const bool given = kind(verb) == ChunkKind::verb_group && chunk(verb).object == left &&
                     head_word(verb).is(WordClass::sought);
  return given || head_word(left).is(WordClass::sought);
}

// What a noun alone can tell of; words of speech ("the demand", "support") need a verb.
bool Finder::is_deed(EventType type) {
  switch (type) {
    case EventType::threaten:
    case EventType::request:
    case EventType::support:
    case EventType::agree:
    case EventType::statement:
    case EventType::aid:
    case EventType::economy:
      return false;
    default:
      return true;
  }
}

// Not the object of a verb that means something else.
bool Finder::stands_alone(Index i) const {
  for (Index j = i - 1; j >= 0 && j > i - 4; --j) {
    if (kind(j) == ChunkKind::verb_group)  // "residents reported an attack", "denied the attack"
      return (chunk(j).object != i && chunk(j).second_object != i) ||
             head_word(j).is(WordClass::speech) || head_word(j).is(WordClass::disowning);
    if (kind(j) == ChunkKind::stop) return true;
  }
  return true;
}
void find_triggers(const Context& context, Sentence& sentence, std::vector<Candidate>& found) {
  Finder(context, sentence, found).run();
}

}  // namespace dateline::extract
