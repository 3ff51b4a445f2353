// How sure the text is that it happened: negation, future, conditions, demands, claims; and what a
// type becomes when it only lies ahead (a promised visit is an agreement, an announced attack a
// threat, a refused visit a rejection).
#include <algorithm>

#include "extract/candidate.h"

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
EventType planned_type(EventType type) {
  if (friendly(type)) return EventType::agree;
  return hostile(type) ? EventType::threaten : type;
}

class Judge {
 public:
  Judge(const Context& context, const Sentence& sentence, Candidate& candidate)
      : context_(context), sentence_(sentence), candidate_(candidate) {}

  void run() {
    decide();
    if (candidate_.modality != Modality::asserted) find_word();
  }

 private:
  void decide() {
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
    const Chunk& verb = at(candidate_.verb);
    if (failed_ || negated_ || missed_)
      candidate_.modality = Modality::negated;
    else if (verb.in_condition)
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

  [[nodiscard]] Modality of_noun() const {
    if (candidate_.is_wanted) return Modality::requested;
    if (candidate_.accuser != none && head(candidate_.accuser).is(WordClass::alleging))
      return Modality::claimed;
    return by_speaker(candidate_.noun);
  }

  [[nodiscard]] const Chunk& at(Index i) const { return chunk_at(sentence_, i); }
  [[nodiscard]] const Word& head(Index i) const {
    return context_.word(unit_at(sentence_, at(i).head));
  }

  // The verb itself and the verbs that carry it: "has agreed to help to free".
  void read_chain() {
    negated_ = names_none();
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
              is_denied_content(at(candidate_.verb)) || is_plea(at(candidate_.verb));
  }

  // "suspected of killing", "is alleged to have killed"
  [[nodiscard]] bool is_alleged(Index i) const {
    const Chunk& verb = at(i);
    if (verb.parent == none || !head(verb.parent).is(WordClass::alleging)) return false;
    if (verb.clause == ClauseKind::infinitive) return at(verb.parent).passive && verb.perfect;
    return verb.clause == ClauseKind::participial && i > 0 &&
           at(i - 1).kind == ChunkKind::preposition && leads_to_deed(head(i - 1));
  }

  // "pleaded not guilty to killing", "denied charges of killing"
  [[nodiscard]] bool is_plea(const Chunk& verb) const {
    if (!verb.gerund || verb.parent == none) return false;
    const Word& parent = head(verb.parent);
    return (parent.is(WordClass::claim) && at(verb.parent).negated) ||
           (parent.is(WordClass::denial) && !at(verb.parent).negated);
  }

  // "denied reports that rebels fled", "reports that rebels fled are untrue"
  [[nodiscard]] bool is_denied_content(const Chunk& verb) const {
    if (verb.content == none) return false;
    for (Index i = verb.content - 1; i >= 0 && at(i).kind != ChunkKind::stop; --i) {
      if (at(i).kind != ChunkKind::verb_group) continue;
      if (at(i).object == verb.content && head(i).is(WordClass::denial)) return !at(i).negated;
      break;
    }
    return untrue_word(verb.content) != none;
  }

  // "[false]" of "reports that rebels fled are false": the unit in the predicate of the phrase.
  [[nodiscard]] Index untrue_word(Index told) const {
    const Index last = size_of(sentence_.chunks);
    Index i = told + 1;
    while (i < last && !(at(i).kind == ChunkKind::verb_group && at(i).finite &&
                         at(i).clause != ClauseKind::relative && at(i).subject == told))
      ++i;
    if (i >= last || at(i).negated) return none;
    const Index first = at(i).first;
    do ++i;
    while (i < last && !ends_predicate(at(i)));
    const Index end = i < last ? at(i).first : size_of(sentence_.units);
    for (Index u = first; u < end; ++u) {
      if (context_.word(unit_at(sentence_, u)).is(WordClass::untrue)) return u;
    }
    return none;
  }

  [[nodiscard]] static bool ends_predicate(const Chunk& chunk) {
    switch (chunk.kind) {
      case ChunkKind::noun_phrase:
      case ChunkKind::preposition:
      case ChunkKind::time:
      case ChunkKind::quote:
      case ChunkKind::other:
        return false;
      case ChunkKind::verb_group:
        return !chunk.infinitive;  // "proved to be"
      default:
        return true;
    }
  }

  // "was due to be", "was unable to": what stands between the two verbs plans, or fails.
  [[nodiscard]] bool stands_between(Index parent, Index child, WordClass cls) const {
    if (unit_at(sentence_, at(parent).head).tag != Tag::be) return false;
    const Index next = at(parent).head + 1;
    return next + 1 == at(child).first && context_.word(unit_at(sentence_, next)).is(cls);
  }

  // "came close to firing", "without firing", "almost fired"
  [[nodiscard]] bool is_missed(Index i) const {
    const Chunk& verb = at(i);
    if (verb.head > 0 && unit_at(sentence_, verb.head - 1).tag == Tag::adverb &&
        word(verb.head - 1).is(WordClass::missed))
      return true;
    if (!verb.gerund || verb.finite || verb.first < 1) return false;
    const Word& left = word(verb.first - 1);
    if (left.is(WordClass::preposition) && left.is(WordClass::negation)) return true;
    return verb.first > 1 && word(verb.first - 2).is(WordClass::missed);
  }

  // What was prevented did not happen; what someone would prevent may.
  void foiled(const Chunk& by) {
    if (by.infinitive || by.progressive || by.conditional || by.future || by.would || by.must)
      would_ = true;
    else
      missed_ = missed_ || !by.negated;
  }

  // "foiled a plot to", "stopped them from leaving"
  [[nodiscard]] bool is_foiled(Index i) const {
    const Chunk& verb = at(i);
    if (verb.parent == none || !head(verb.parent).is(WordClass::foiling)) return false;
    const Chunk& parent = at(verb.parent);
    const Index scheme = parent.passive ? parent.subject : parent.object;
    if (verb.clause == ClauseKind::infinitive)
      return scheme != none && head(scheme).is(WordClass::prospect);
    return verb.clause == ClauseKind::participial && verb.gerund &&
           at(i - 1).kind == ChunkKind::preposition && head(i - 1).is(WordClass::for_deed);
  }

  // "whether to strike", "whether it will strike"
  [[nodiscard]] bool is_ahead(const Chunk& verb) const {
    return verb.clause == ClauseKind::infinitive || planned_ || would_;
  }

  // "claimed responsibility for the attack"
  [[nodiscard]] bool is_boast(const Chunk& verb) const {
    const EventRule& rule = context_.lexicon.event_rules()[candidate_.rule];
    return candidate_.type == EventType::assault && rule.mode == "strike" &&
           context_.word(unit_at(sentence_, verb.head)).is(WordClass::claim) &&
           candidate_.last > verb.head + 1;
  }

  // "claimed no responsibility"
  [[nodiscard]] bool names_none() const {
    for (Index u = candidate_.first; u + 1 < candidate_.last; ++u) {
      const Tag next = unit_at(sentence_, u + 1).tag;
      if (word(u).is(WordClass::negation) && word(u).is(WordClass::determiner) &&
          (next == Tag::noun || next == Tag::adjective))
        return true;
    }
    return false;
  }

  // "could not confirm that", "declined to say that", "no evidence that"
  [[nodiscard]] bool is_doubted(const Chunk& verb) const {
    if (verb.content != none && word(at(verb.content).first).is(WordClass::negation)) return true;
    if (verb.clause != ClauseKind::complement || verb.parent == none) return false;
    Index i = verb.parent;
    const bool alleges = head(i).is(WordClass::alleging) || head(i).is(WordClass::claim);
    if (alleges && at(i).passive) return true;  // "it is alleged that"
    if (!head(i).is(WordClass::unsure)) return false;
    for (int depth = 0; i != none && depth < 4; ++depth) {
      if (at(i).negated || (depth > 0 && head(i).is(WordClass::failed))) return true;
      const Index outer = at(i).clause == ClauseKind::infinitive ? at(i).parent : none;
      if (outer != none && stands_between(outer, i, WordClass::failed)) return true;
      i = outer;
    }
    return false;
  }

  [[nodiscard]] const Word& word(Index unit) const {
    return context_.word(unit_at(sentence_, unit));
  }

  // "No one was hurt", "neither side agreed"
  [[nodiscard]] bool nobody(const Chunk& verb) const {
    return verb.subject != none &&
           context_.word(unit_at(sentence_, at(verb.subject).first)).is(WordClass::negation);
  }

  [[nodiscard]] Modality by_speaker(Index told) const {
    const Chunk& chunk = at(told);
    if (chunk.speaker == none)
      return chunk.content == none ? Modality::asserted : Modality::reported;
    if (chunk.speech != none && head(chunk.speech).is(WordClass::claim)) return Modality::claimed;
    return Modality::reported;
  }

  // ---- The word that shows it, for those who ask why

  void find_word() {
    switch (candidate_.modality) {
      case Modality::negated:
        static_cast<void>(in_chain(WordClass::negation) || above(WordClass::failed) ||
                          at_subject(WordClass::negation));
        break;
      case Modality::planned:
        static_cast<void>(in_chain(WordClass::future) || in_chain(WordClass::intent) ||
                          above(WordClass::planned) || in_chain(WordClass::to));
        break;
      case Modality::conditional:
        static_cast<void>(in_chain(WordClass::conditional) || before(WordClass::conditional));
        break;
      case Modality::ongoing:
        static_cast<void>(above(WordClass::ongoing) || in_chain(WordClass::be));
        break;
      case Modality::denied:
        if (!in_predicate(WordClass::untrue)) frame(WordClass::denial);
        break;
      case Modality::claimed:
        if (!ruled_by(WordClass::alleging)) frame(WordClass::claim);
        break;
      case Modality::requested:
        static_cast<void>(ruled_by(WordClass::demanding));
        break;
      default:
        frame(WordClass::speech);
        break;
    }
  }

  bool show(Index unit, WordClass cls) {
    if (unit < 0 || !context_.word(unit_at(sentence_, unit)).is(cls)) return false;
    candidate_.modality_unit = unit;
    candidate_.modality_class = cls;
    return true;
  }

  // In the verb group or one that carries it.
  bool in_chain(WordClass cls) {
    Index i = candidate_.verb;
    for (int depth = 0; i != none && depth < 6; ++depth) {
      for (Index u = at(i).first; u < at(i).last; ++u) {
        if (show(u, cls)) return true;
      }
      if (show(at(i).first - 1, cls)) return true;  // "not seizing"
      i = at(i).clause == ClauseKind::infinitive ? at(i).parent : none;
    }
    return false;
  }

  bool above(WordClass cls) {
    Index i = candidate_.verb;
    for (int depth = 0; i != none && at(i).clause == ClauseKind::infinitive && depth < 6; ++depth) {
      i = at(i).parent;
      if (i != none && show(at(i).head, cls)) return true;
    }
    return false;
  }

  bool ruled_by(WordClass cls) {
    Index verb = candidate_.accuser;
    if (verb == none)
      verb = candidate_.verb == none ? candidate_.noun - 2 : at(candidate_.verb).parent;
    return verb >= 0 && show(at(verb).head, cls);
  }

  // "reports that rebels fled are [false]"
  bool in_predicate(WordClass cls) {
    const Index content = candidate_.verb == none ? none : at(candidate_.verb).content;
    return content != none && show(untrue_word(content), cls);
  }

  bool at_subject(WordClass cls) {
    const Index subject = at(candidate_.verb).subject;
    return subject != none && show(at(subject).first, cls);
  }

  bool before(WordClass cls) {
    for (Index u = at(candidate_.verb).first - 1; u >= 0; --u) {
      if (show(u, cls)) return true;
    }
    return false;
  }

  void frame(WordClass cls) {
    const Chunk& told = at(candidate_.verb == none ? candidate_.noun : candidate_.verb);
    if (told.speech != none) {
      static_cast<void>(show(at(told.speech).head, cls) ||
                        show(at(told.speech).head, WordClass::speech));
    } else if (told.speaker != none) {
      const Index preposition = at(told.speaker).preposition;  // "according to"
      static_cast<void>(show(preposition, WordClass::according) ||
                        show(preposition - 1, WordClass::according));
    }
  }

  void convert() {
    const Modality modality = candidate_.modality;
    const bool refused = modality == Modality::negated && (failed_ || planned_ || would_);
    const bool accord = friendly(candidate_.type) || candidate_.type == EventType::agree;
    if (refused && accord)
      candidate_.type = EventType::reject;
    else if (modality == Modality::planned)
      candidate_.type = planned_type(candidate_.type);
  }

  const Context& context_;
  const Sentence& sentence_;
  Candidate& candidate_;
  bool negated_ = false, planned_ = false, would_ = false, ongoing_ = false, failed_ = false,
       denied_ = false, alleged_ = false, missed_ = false;
};

}  // namespace

void judge_modality(const Context& context, const Sentence& sentence, Candidate& candidate) {
  Judge(context, sentence, candidate).run();
}

void judge_as_planned(Candidate& candidate) {
  if (candidate.modality != Modality::asserted && candidate.modality != Modality::reported &&
      candidate.modality != Modality::ongoing)
    return;
  candidate.modality = Modality::planned;
  candidate.modality_unit = none;
  if (candidate.verb != none) candidate.type = planned_type(candidate.type);
}

}  // namespace dateline::extract
