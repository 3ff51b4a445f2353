// Who says it: frames of speech verbs before, after and around what is said, and "according to".
#include <algorithm>

#include "extract/sentence/sentence.h"

namespace dateline::extract {
namespace {

class Speakers {
 public:
  Speakers(const Context& context, Sentence& sentence)
      : context_(context), sentence_(sentence), chunks_(sentence.chunks) {}

  void run() {
    for (Index i = 0; i < size_of(chunks_); ++i) {
      if (kind(i) == ChunkKind::stop && !quoted(i)) open_ = none;
      if (kind(i) == ChunkKind::preposition) according(i);
      if (kind(i) == ChunkKind::noun_phrase) take_phrase(i);
      if (kind(i) != ChunkKind::verb_group) continue;
      take_content(i);
      if (chunk(i).content != none && chunk(i).speaker == none) take_content_of_noun(i);
      if (is_speech(i)) speech(i);
    }
    if (sentence_.headline) headline();
    if (sentence_.according_to != none) give(0, size_of(chunks_), sentence_.according_to, none);
  }

 private:
  [[nodiscard]] Chunk& chunk(Index i) { return chunks_[i]; }
  [[nodiscard]] ChunkKind kind(Index i) const { return chunks_[i].kind; }
  [[nodiscard]] const Word& head_word(Index i) {
    return context_.word(unit_at(sentence_, chunk(i).head));
  }
  [[nodiscard]] bool quoted(Index i) { return unit_at(sentence_, chunk(i).first).quoted; }
  [[nodiscard]] bool is_speech(Index i) {
    const Chunk& verb = chunk(i);
    return head_word(i).is(WordClass::speech) && !verb.infinitive && !verb.passive &&
           !verb.negated && (verb.finite || verb.gerund);
  }

  // "Neither side has confirmed that"
  [[nodiscard]] bool is_nobody(Index phrase) {
    return context_.word(unit_at(sentence_, chunk(phrase).first)).is(WordClass::negation);
  }

  // A verb group after an open speech frame is content, unless it goes on with the speech verb's
  // own subject.
  void take_content(Index i) {
    if (open_ == none) return;
    const Chunk& speech = chunk(open_);
    Chunk& verb = chunk(i);
    if (verb.subject_shared && verb.parent == open_) {
      open_ = none;
      return;
    }
    if (interrupted(i)) {
      open_ = none;
      return;
    }
    if (verb.parent != none && verb.parent < open_ &&
        chunk(open_).clause == ClauseKind::adverbial) {  // "not fled, as they claimed, but shot"
      verb.speaker = chunk(verb.parent).speaker;
      verb.speech = chunk(verb.parent).speech;
      return;
    }
    verb.speech = open_;
    if (!is_aside(i)) verb.speaker = speech.subject;
    last_content_ = i;
  }

  // "Holt, who denies the charge, was jailed": the clause around that of the speech goes on.
  [[nodiscard]] bool interrupted(Index i) {
    const Chunk& verb = chunk(i);
    return chunk(open_).clause == ClauseKind::relative &&
           (verb.clause == ClauseKind::main || verb.clause == ClauseKind::adverbial) &&
           verb.subject != none && verb.subject < open_;
  }

  // "dismissed claims that rebels fled": who has the noun as object.
  void take_content_of_noun(Index i) {
    for (Index j = chunk(i).content - 1; j >= 0 && kind(j) != ChunkKind::stop; --j) {
      if (kind(j) != ChunkKind::verb_group) continue;
      if (chunk(j).object != chunk(i).content) return;
      chunk(i).speech = j;
      chunk(i).speaker = chunk(j).subject;
      return;
    }
  }

  // A phrase behind reported words belongs to them; what stands behind "after" is known already.
  void take_phrase(Index i) {
    if (open_ == none || last_content_ < open_) return;
    const Index preposition = chunk(i).preposition;
    if (preposition != none &&
        context_.word(unit_at(sentence_, preposition)).is(WordClass::earlier))
      return;
    chunk(i).speaker = chunk(last_content_).speaker;
    chunk(i).speech = chunk(last_content_).speech;
  }

  // What the writer adds to reported words: "said it would leave after troops had entered the
  // town", "said they had reached Talmora, a town where". Not inside quotation marks.
  [[nodiscard]] bool is_aside(Index i) {
    if (quoted(i)) return false;
    if (last_content_ < open_) return names_thing(open_) && !introduced(i);
    const Chunk& verb = chunk(i);
    // "denied it was behind the attack that killed nine": the attack was.
    if (verb.clause == ClauseKind::relative && head_word(open_).is(WordClass::denial)) return true;
    const bool adverbial = verb.clause == ClauseKind::adverbial;
    if (!adverbial && verb.clause != ClauseKind::relative &&
        verb.clause != ClauseKind::participial) {
      // Goes on with the subject of an aside.
      return verb.subject_shared && verb.parent > open_ && chunk(verb.parent).speaker == none;
    }
    const ChunkKind opener = adverbial ? ChunkKind::subordinator : ChunkKind::relative;
    for (Index j = i - 1; j > last_content_; --j) {
      if (kind(j) != opener) continue;
      if (adverbial) return !head_word(j).is(WordClass::conditional);
      const Index left = kind(j - 1) == ChunkKind::preposition ? j - 2 : j - 1;  // "in which"
      return kind(left) == ChunkKind::comma ||
             (kind(left) == ChunkKind::noun_phrase && kind(left - 1) == ChunkKind::comma);
    }
    return false;
  }

  // "declared a state of emergency": not whom it tells, and not what it says.
  [[nodiscard]] bool names_thing(Index speech) {
    const Index object = chunk(speech).object;
    if (object == none) return false;
    const Unit& head = unit_at(sentence_, chunk(object).head);
    if (head.tag != Tag::noun || head.mention != none) return false;
    return chunk(object).of != none || !head_word(object).is(WordClass::role);
  }

  // "announced a plan to leave", "announced a plan that rebels would leave"
  [[nodiscard]] bool introduced(Index i) {
    const Chunk& verb = chunk(i);
    return verb.clause == ClauseKind::infinitive || verb.clause == ClauseKind::complement ||
           verb.in_condition;
  }

  void speech(Index i) {
    Chunk& verb = chunk(i);
    if (verb.gerund && !verb.finite) {
      open_ = i;
      return;
    }
    if (inverted(i)) {
      verb.subject = verb.object;
      verb.object = none;
      verb.subject_shared = false;
      verb.clause = ClauseKind::main;
    }
    if (verb.subject == none || is_nobody(verb.subject)) return;
    if (trails(i)) give(0, std::min<Index>(i, verb.subject), verb.subject, i);
    open_ = i;
  }

  // '"...", said the minister'
  [[nodiscard]] bool inverted(Index i) {
    const Chunk& verb = chunk(i);
    if (verb.object == none || (verb.subject != none && !verb.subject_shared)) return false;
    const ChunkKind left = kind(i - 1);
    return left == ChunkKind::comma || left == ChunkKind::quote;
  }

  // Does the frame stand behind what is said? ", officials said"
  [[nodiscard]] bool trails(Index i) {
    const Chunk& verb = chunk(i);
    Index start = std::min<Index>(verb.subject, i);
    if (verb.subject > i) start = i;
    Index left = start - 1;
    bool separated = false;
    while (left >= 0 && (kind(left) == ChunkKind::comma || kind(left) == ChunkKind::quote ||
                         kind(left) == ChunkKind::time || kind(left) == ChunkKind::preposition)) {
      separated = separated || kind(left) == ChunkKind::comma || kind(left) == ChunkKind::quote;
      --left;
    }
    if (!separated) return false;
    for (Index j = left; j >= 0; --j) {
      if (kind(j) == ChunkKind::verb_group) return true;
      if (left - j > 60) break;
    }
    return false;
  }

  // "Talks to resume: envoy" and "Envoy: talks to resume".
  void headline() {
    Index colon = size_of(chunks_) - 1;
    while (colon > 0 && !(kind(colon) == ChunkKind::stop &&
                          context_.text(unit_at(sentence_, chunk(colon).head)) == ":"))
      --colon;
    if (colon <= 0) return;
    if (is_name(colon + 1, size_of(chunks_)))
      give(0, colon, colon + 1, none);
    else if (is_name(0, colon))
      give(colon + 1, size_of(chunks_), 0, none);
  }

  // One phrase that names someone and nothing else.
  [[nodiscard]] bool is_name(Index first, Index last) {
    if (last - first != 1 || kind(first) != ChunkKind::noun_phrase) return false;
    const Unit& head = unit_at(sentence_, chunk(first).head);
    return head.mention != none || context_.word(head).is(WordClass::role);
  }

  void give(Index first, Index last, Index speaker, Index speech) {
    for (Index j = first; j < last; ++j) {
      if ((kind(j) != ChunkKind::verb_group && kind(j) != ChunkKind::noun_phrase) ||
          chunk(j).speaker != none)
        continue;
      chunk(j).speaker = speaker;
      chunk(j).speech = speech;
    }
  }

  void according(Index i) {
    if (!head_word(i).is(WordClass::according)) return;
    for (Index j = i + 1; j < std::min(size_of(chunks_), i + 4); ++j) {
      if (kind(j) == ChunkKind::noun_phrase) {
        sentence_.according_to = j;
        return;
      }
    }
  }

  const Context& context_;
  Sentence& sentence_;
  Row<Chunk>& chunks_;
  Index open_ = none;          // the speech verb whose content goes on
  Index last_content_ = none;  // the last verb of what is said
};

}  // namespace

void find_speakers(const Context& context, Sentence& sentence) {
  constexpr ClassBits needed =
      bit(WordClass::speech) | bit(WordClass::according) | bit(WordClass::denial);
  if (sentence.headline || (sentence.classes & needed) != 0) Speakers(context, sentence).run();
}

}  // namespace dateline::extract
