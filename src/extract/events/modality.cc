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
  if (is_counterfactual(verb) || is_supposed(verb))
    candidate_.modality = Modality::conditional;
  else if (failed_ || negated_ || missed_)
    candidate_.modality = Modality::negated;
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
  if (candidate_.accuser != none) {
    if (head(candidate_.accuser).is(WordClass::alleging)) return Modality::claimed;
    if (head(candidate_.accuser).is(WordClass::disowning)) return Modality::denied;
  }
  if (candidate_.source != none && is_charged(candidate_.noun)) return Modality::claimed;
  if (is_alleged_deed(candidate_.noun) || is_alleged_noun(candidate_.noun) ||
      is_cleared_of(candidate_.noun))
    return Modality::claimed;
  if (has_adjective(candidate_.noun, WordClass::looming)) return Modality::conditional;
  if (is_attempt(candidate_.noun)) return Modality::ongoing;
  return by_speaker(candidate_.noun);
}

// The verb itself and the verbs that carry it: "has agreed to help to free".
void Judge::read_chain() {
  negated_ = names_none();
  planned_ = context_.lexicon.event_rules()[candidate_.rule].ahead;
  would_ = is_idea(candidate_.verb);
  ongoing_ = candidate_.noun != none && is_attempt(candidate_.noun);
  alleged_ = candidate_.noun != none && is_alleged_deed(candidate_.noun);
  Index i = candidate_.verb;
  for (int depth = 0; i != none && depth < 6; ++depth) {
    const Chunk& verb = at(i);
    negated_ = negated_ || (depth == 0 && nobody(verb));
    read_verb(i);
    if (is_had_done(verb)) {
      i = verb.parent;
      continue;
    }
    if (verb.clause != ClauseKind::infinitive || verb.parent == none) break;
    if (ends_chain(verb)) break;
    const Word& parent = head(verb.parent);
    failed_ = failed_ || parent.is(WordClass::failed);
    missed_ = missed_ || stands_between(verb.parent, i, WordClass::failed);
    would_ = would_ || parent.is(WordClass::wavering);
    read_scheme(i);
    planned_ = planned_ || parent.is(WordClass::planned) ||
               stands_between(verb.parent, i, WordClass::planned);
    ongoing_ = ongoing_ || (parent.is(WordClass::ongoing) && !parent.is(WordClass::planned));
    i = verb.parent;
  }
  const Index speech = at(candidate_.verb).speech;
  denied_ = (speech != none && at(candidate_.verb).speaker != none &&
             head(speech).is(WordClass::denial)) ||
            is_said_untruly(at(candidate_.verb)) || is_disbelieved(at(candidate_.verb)) ||
            is_denied_content(at(candidate_.verb)) || is_plea(at(candidate_.verb)) ||
            is_told_untrue(at(candidate_.verb));
}

// What the verb group itself says.
void Judge::read_verb(Index i) {
  const Chunk& verb = at(i);
  const bool preferred = is_preferred(verb);
  negated_ = negated_ || verb.negated;
  missed_ = missed_ || is_missed(i) || is_replaced(verb) || is_lapsed(verb);
  if (is_foiled(i)) foiled(at(verb.parent));
  planned_ = planned_ || verb.future || (verb.would && !verb.perfect && !preferred);
  would_ = would_ || (verb.conditional && !verb.must) || preferred || is_weighed(verb);
  ongoing_ = ongoing_ || (verb.progressive && verb.present);
  alleged_ = alleged_ || is_alleged(i) || is_cleared_of(i);
}

// "ceased to bomb", "denied killing", "would not admit to having killed": what the verb above says
// of its own time is not that of the deed.
bool Judge::ends_chain(const Chunk& verb) {
  const Chunk& above = at(verb.parent);
  if (is_disowned(verb) || is_past_gerund(verb)) {
    alleged_ = alleged_ || above.negated || nobody(above);
    return true;
  }
  if (!head(verb.parent).is(WordClass::ceasing) || verb.first != above.last) return false;
  missed_ = missed_ || (!above.negated && !above.must);
  return true;
}

// "if they had not left", "would not have died": nothing is told, not even that it was not so.
bool Judge::is_counterfactual(const Chunk& verb) {
  return verb.in_condition || (verb.would && verb.perfect);
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
    if (content == none) return is_quoted(chunk) ? Modality::reported : Modality::asserted;
    return head(content).is(WordClass::hedge) ? Modality::claimed : Modality::reported;
  }
  if (chunk.speech != none && head(chunk.speech).is(WordClass::claim)) return Modality::claimed;
  return Modality::reported;
}

void Judge::convert() {
  const Modality modality = candidate_.modality;
  const bool refused = modality == Modality::negated && !missed_ && (failed_ || planned_ || would_);
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
