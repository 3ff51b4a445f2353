// How sure the text is that it happened: negation, future, conditions, demands, claims; and what a type becomes when it
// only lies ahead (a promised visit is an agreement, an announced attack a threat, a refused visit a rejection).
#include <algorithm>

#include "extract/candidate.h"

namespace dateline::extract {
namespace {

class Judge {
 public:
  Judge(const Context& context, const Sentence& sentence, Candidate& candidate)
      : context_(context), sentence_(sentence), candidate_(candidate) {}

  void run() {
    if (candidate_.verb == none) {
      candidate_.modality = by_speaker(candidate_.noun);
      return;
    }
    if (candidate_.is_demand) {
      candidate_.modality = by_speaker(candidate_.verb);
      return;
    }
    read_chain();
    const Chunk& verb = at(candidate_.verb);
    if (failed_ || negated_) candidate_.modality = Modality::negated;
    else if (verb.in_condition) candidate_.modality = Modality::conditional;
    else if (requested_) candidate_.modality = Modality::requested;
    else if (planned_) candidate_.modality = Modality::planned;
    else if (would_) candidate_.modality = Modality::conditional;
    else if (denied_) candidate_.modality = Modality::denied;
    else if (ongoing_ && verb.speaker == none) candidate_.modality = Modality::ongoing;
    else candidate_.modality = by_speaker(candidate_.verb);
    convert();
  }

 private:
  [[nodiscard]] const Chunk& at(Index i) const { return chunk_at(sentence_, i); }
  [[nodiscard]] const Word& head(Index i) const { return context_.word(unit_at(sentence_, at(i).head)); }

  // The verb itself and the verbs that carry it: "has agreed to help to free".
  void read_chain() {
    Index i = candidate_.verb;
    for (int depth = 0; i != none && depth < 6; ++depth) {
      const Chunk& verb = at(i);
      negated_ = negated_ || verb.negated || (depth == 0 && nobody(verb));
      planned_ = planned_ || verb.future || (verb.would && !verb.perfect);
      would_ = would_ || (verb.conditional && !verb.must);
      ongoing_ = ongoing_ || (verb.progressive && verb.present);
      if (verb.clause != ClauseKind::infinitive || verb.parent == none) break;
      const Word& parent = head(verb.parent);
      failed_ = failed_ || parent.is(WordClass::failed);
      planned_ = planned_ || parent.is(WordClass::planned);
      ongoing_ = ongoing_ || (parent.is(WordClass::ongoing) && !parent.is(WordClass::planned));
      i = verb.parent;
    }
    const Index speech = at(candidate_.verb).speech;
    denied_ = speech != none && at(candidate_.verb).speaker != none && head(speech).is(WordClass::denial);
  }

  // "No one was hurt", "neither side agreed"
  [[nodiscard]] bool nobody(const Chunk& verb) const {
    return verb.subject != none && context_.word(unit_at(sentence_, at(verb.subject).first)).is(WordClass::negation);
  }

  [[nodiscard]] Modality by_speaker(Index told) const {
    const Chunk& chunk = at(told);
    if (chunk.speaker == none) return Modality::asserted;
    if (chunk.speech != none && head(chunk.speech).is(WordClass::claim)) return Modality::claimed;
    return Modality::reported;
  }

  [[nodiscard]] static bool friendly(EventType type) {
    switch (type) {
      case EventType::consult: case EventType::support: case EventType::cooperate: case EventType::aid:
      case EventType::concede: case EventType::retreat: return true;
      default: return false;
    }
  }
  [[nodiscard]] static bool hostile(EventType type) {
    switch (type) {
      case EventType::assault: case EventType::coerce: case EventType::sanction: case EventType::protest:
      case EventType::mobilize: return true;
      default: return false;
    }
  }

  void convert() {
    const Modality modality = candidate_.modality;
    const bool refused = modality == Modality::negated && (failed_ || planned_ || would_);
    if (friendly(candidate_.type) || candidate_.type == EventType::agree) {
      if (refused) candidate_.type = EventType::reject;
      else if (modality == Modality::planned) candidate_.type = EventType::agree;
    } else if (hostile(candidate_.type) && modality == Modality::planned) {
      candidate_.type = EventType::threaten;
    }
  }

  const Context& context_;
  const Sentence& sentence_;
  Candidate& candidate_;
  bool negated_ = false, planned_ = false, would_ = false, ongoing_ = false, failed_ = false, denied_ = false;
  bool requested_ = false;
};

}  // namespace

void judge_modality(const Context& context, const Sentence& sentence, Candidate& candidate) {
  Judge(context, sentence, candidate).run();
}

}  // namespace dateline::extract
