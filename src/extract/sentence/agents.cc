// Who did what a passive verb tells: the phrase behind "by", unless it says how, when or where.
#include <algorithm>

#include "extract/sentence/sentence.h"

namespace dateline::extract {
namespace {

constexpr Index agent_reach = 12;  // chunks

class Agents {
 public:
  Agents(const Context& context, const Sentence& sentence)
      : context_(context), sentence_(sentence) {}

  [[nodiscard]] Index behind(Index verb) const {
    const Index last = std::min(size_of(sentence_.chunks), verb + agent_reach);
    for (Index j = verb + 1; j + 1 < last; ++j) {
      // "were beaten and jailed by police": of both.
      const bool joined = kind(j) == ChunkKind::verb_group && j == verb + 2 && chunk(j).passive &&
                          kind(verb + 1) == ChunkKind::conjunction;
      if ((kind(j) == ChunkKind::verb_group && !joined) || kind(j) == ChunkKind::stop) return none;
      if (kind(j) != ChunkKind::preposition || !head_word(j).is(WordClass::by) ||
          kind(j + 1) != ChunkKind::noun_phrase || is_manner(j + 1) || is_denied(j))
        continue;
      if (is_of_part(j)) return none;
      if (!is_of_deed_before(j)) return j + 1;
    }
    return none;
  }

 private:
  [[nodiscard]] const Chunk& chunk(Index i) const { return chunk_at(sentence_, i); }
  [[nodiscard]] ChunkKind kind(Index i) const {
    return i >= 0 && i < size_of(sentence_.chunks) ? chunk(i).kind : ChunkKind::stop;
  }
  [[nodiscard]] const Word& head_word(Index i) const {
    return context_.word(unit_at(sentence_, chunk(i).head));
  }

  // "by mistake", "by the river"; not "by Accident & Emergency".
  [[nodiscard]] bool is_manner(Index phrase) const {
    const Unit& head = unit_at(sentence_, chunk(phrase).head);
    return context_.word(head).is(WordClass::manner) && head.mention == none && !head.capital;
  }

  // "not by rebels but by soldiers"
  [[nodiscard]] bool is_denied(Index by) const {
    const Index first = chunk(by).first;
    return first > 0 && unit_at(sentence_, first - 1).tag == Tag::negation;
  }

  // "were killed, [one] by rebels, the other by": not all of them.
  [[nodiscard]] bool is_of_part(Index by) const {
    const Index part = by - 1;
    if (kind(part) != ChunkKind::noun_phrase || kind(part - 1) != ChunkKind::comma ||
        chunk(part).preposition != none)
      return false;
    const Tag tag = unit_at(sentence_, chunk(part).head).tag;
    return tag == Tag::number || tag == Tag::pronoun || tag == Tag::determiner;
  }

  // "jailed after an attack by rebels", "after two days of attacks by rebels": the rebels attacked,
  // others jailed.
  [[nodiscard]] bool is_of_deed_before(Index by) const {
    Index deed = by - 1;
    if (kind(deed) != ChunkKind::noun_phrase || !head_word(deed).tells_event) return false;
    const bool of =
        kind(deed - 1) == ChunkKind::preposition && head_word(deed - 1).is(WordClass::of);
    if (of && kind(deed - 2) == ChunkKind::noun_phrase) deed -= 2;
    const Index preposition = chunk(deed).preposition;
    return preposition != none &&
           context_.word(unit_at(sentence_, preposition)).is(WordClass::earlier);
  }

  const Context& context_;
  const Sentence& sentence_;
};

}  // namespace

Index agent_behind(const Context& context, const Sentence& sentence, Index verb) {
  return Agents(context, sentence).behind(verb);
}

}  // namespace dateline::extract
