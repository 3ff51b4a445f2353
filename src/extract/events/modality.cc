// How sure the text is that it happened: negation, future, conditions, demands, claims; and what a
// type becomes when it only lies ahead (a promised visit is an agreement, an announced attack a
// threat, a refused visit a rejection).
#include "extract/events/judge.h"

namespace dateline::extract {
namespace {

bool friendly(EventType type) {
  switch (type) {
    case EventType::consult:
    case EventType::support:
    case EventType::cooperate:
    case EventType::aid:
    case EventType::concede:
    case EventType::retreat:
      return true;
    default:
      return false;
  }
}

bool hostile(EventType type) {
  switch (type) {
    case EventType::assault:
    case EventType::coerce:
    case EventType::sanction:
    case EventType::protest:
    case EventType::mobilize:
      return true;
    default:
      return false;
  }
}

// What is done in friendship is agreed, what is done in enmity is threatened, as long as it lies
// ahead.
EventType planned_type(const Candidate& candidate, const EventRule& rule) {
  const EventType type = candidate.type;
  if (rule.planned != EventType::other) return rule.planned;
  if (friendly(type)) return EventType::agree;
  return hostile(type) ? EventType::threaten : type;
}

}  // namespace

void Judge::run() {
  decide();
  if (candidate_.modality != Modality::asserted) find_word();
}

void Judge::decide() {
  if (candidate_.verb == none) {
    candidate_.modality = of_noun();
    return;
  }
  if (candidate_.is_demand) {
    const Chunk& verb = at(candidate_.verb);
    candidate_.modality = by_speaker(verb.demanded ? verb.parent : candidate_.verb);
    return;
  }
  read_chain();
  if (context_.lexicon.event_rules()[candidate_.rule].is_sure) negated_ = false;
  const Chunk& verb = at(candidate_.verb);
  if (failed_ || negated_ || missed_)
    candidate_.modality = Modality::negated;
  else if (verb.in_condition || is_supposed(verb))
    candidate_.modality = Modality::conditional;
  else if (denied_)
    candidate_.modality = Modality::denied;
  else if (verb.in_question)
    candidate_.modality = is_ahead(verb) ? Modality::conditional : Modality::claimed;
  else if (verb.demanded || (verb.must && verb.speaker == none && !verb.perfect))
    candidate_.modality = Modality::requested;
  else if (planned_)
    candidate_.modality = Modality::planned;
  else if (would_ || (verb.must && verb.perfect))
    candidate_.modality = Modality::conditional;
  else if (alleged_ || is_doubted(verb) || is_boast(verb))
    candidate_.modality = Modality::claimed;
  else if (ongoing_ && verb.speaker == none)
    candidate_.modality = Modality::ongoing;
  else
    candidate_.modality = by_speaker(candidate_.verb);
  convert();
}

Modality Judge::of_noun() const {
  if (candidate_.is_wanted) return Modality::requested;
  if (candidate_.accuser != none && head(candidate_.accuser).is(WordClass::alleging))
    return Modality::claimed;
  if (candidate_.source != none && is_charged(candidate_.noun)) return Modality::claimed;
  if (is_alleged_deed(candidate_.noun)) return Modality::claimed;
  return by_speaker(candidate_.noun);
}

// The verb itself and the verbs that carry it: "has agreed to help to free".
void Judge::read_chain() {
  negated_ = names_none();
  planned_ = context_.lexicon.event_rules()[candidate_.rule].ahead;
  would_ = is_idea(candidate_.verb);
  alleged_ = candidate_.noun != none && is_alleged_deed(candidate_.noun);
  Index i = candidate_.verb;
  for (int depth = 0; i != none && depth < 6; ++depth) {
    const Chunk& verb = at(i);
    negated_ = negated_ || verb.negated || (depth == 0 && nobody(verb));
    missed_ = missed_ || is_missed(i);
    if (is_foiled(i)) foiled(at(verb.parent));
    planned_ = planned_ || verb.future || (verb.would && !verb.perfect);
    would_ = would_ || (verb.conditional && !verb.must);
    ongoing_ = ongoing_ || (verb.progressive && verb.present);
    alleged_ = alleged_ || is_alleged(i);
    if (is_had_done(verb)) {
      i = verb.parent;
      continue;
    }
    if (verb.clause != ClauseKind::infinitive || verb.parent == none) break;
    const Word& parent = head(verb.parent);
    failed_ = failed_ || parent.is(WordClass::failed) ||
              stands_between(verb.parent, i, WordClass::failed);
    planned_ = planned_ || parent.is(WordClass::planned) ||
               stands_between(verb.parent, i, WordClass::planned);
    ongoing_ = ongoing_ || (parent.is(WordClass::ongoing) && !parent.is(WordClass::planned));
    i = verb.parent;
  }
  const Index speech = at(candidate_.verb).speech;
  denied_ = (speech != none && at(candidate_.verb).speaker != none &&
             head(speech).is(WordClass::denial)) ||
            is_said_untruly(at(candidate_.verb)) || is_disbelieved(at(candidate_.verb)) ||
            is_denied_content(at(candidate_.verb)) || is_plea(at(candidate_.verb));
}

// "[allegations] that Norway used jets to bomb a school"
Index Judge::content_of(Index told) const {
  while (at(told).content == none && at(told).clause == ClauseKind::infinitive &&
         at(told).parent != none)
    told = at(told).parent;
  return at(told).content;
}

Modality Judge::by_speaker(Index told) const {
  const Chunk& chunk = at(told);
  if (chunk.speaker == none) {
    const Index content = content_of(told);
    if (content == none) return Modality::asserted;
    return head(content).is(WordClass::hedge) ? Modality::claimed : Modality::reported;
  }
  if (chunk.speech != none && head(chunk.speech).is(WordClass::claim)) return Modality::claimed;
  return Modality::reported;
}

void Judge::convert() {
  const Modality modality = candidate_.modality;
  const bool refused = modality == Modality::negated && (failed_ || planned_ || would_);
  const bool accord = friendly(candidate_.type) || candidate_.type == EventType::agree;
  if (refused && accord)
    candidate_.type = EventType::reject;
  else if (modality == Modality::planned)
    candidate_.type = planned_type(candidate_, context_.lexicon.event_rules()[candidate_.rule]);
}

void judge_modality(const Context& context, const Sentence& sentence, Candidate& candidate) {
  Judge(context, sentence, candidate).run();
}

void judge_as_planned(const Context& context, Candidate& candidate) {
  if (candidate.modality != Modality::asserted && candidate.modality != Modality::reported &&
      candidate.modality != Modality::ongoing)
    return;
  candidate.modality = Modality::planned;
  candidate.modality_unit = none;
  if (candidate.verb != none)
    candidate.type = planned_type(candidate, context.lexicon.event_rules()[candidate.rule]);
}

}  // namespace dateline::extract
