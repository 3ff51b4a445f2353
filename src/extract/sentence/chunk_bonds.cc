// What ties chunks together: prepositions to their phrases, "after" as preposition or conjunction,
// and coordination.
#include <algorithm>

#include "extract/sentence/sentence.h"

namespace dateline::extract {
namespace {

constexpr Index longest_aside = 14;     // chunks of a clause between commas
constexpr Index clause_look_ahead = 9;  // chunks to a finite verb after a subordinator

class Binder {
 public:
  Binder(const Context& context, Sentence& sentence)
      : context_(context), sentence_(sentence), chunks_(sentence.chunks) {}

  void run() {
    hide_asides();
    bind_prepositions();
    find_subordinators();
    for (Index p = sentence_.phrases.size() - 1; p >= 0; --p) coordinate(sentence_.phrases[p]);
  }

 private:
  [[nodiscard]] const Word& word(Index unit) const {
    return context_.word(unit_at(sentence_, unit));
  }
  [[nodiscard]] Chunk& chunk(Index i) { return chunks_[i]; }
  [[nodiscard]] ChunkKind kind(Index i) const { return chunks_[i].kind; }

  // "14 people, most of them women, died": not of the women alone.
  void hide_asides() {
    if ((sentence_.classes & bit(WordClass::anaphor)) == 0) return;
    for (Index i = 0; i < size_of(chunks_); ++i) {
      if (kind(i) != ChunkKind::comma || kind(i + 1) != ChunkKind::verb_group) continue;
      const Index opening = opening_of_aside(context_, sentence_, chunk(i).first);
      for (Index j = i; opening != none && chunk(j).first >= opening; --j)
        chunk(j).kind = ChunkKind::quote;
    }
  }

  void bind_prepositions() {
    for (const Index i : sentence_.phrases) {
      Index j = i - 1;
      while (kind(j) == ChunkKind::quote && j >= 0) --j;
      if (j < 0 || kind(j) != ChunkKind::preposition) continue;
      chunk(i).preposition = chunk(j).head;
      Index owner = j - 1;
      while (owner >= 0 && kind(owner) == ChunkKind::quote) --owner;
      if (owner >= 0 && kind(owner) == ChunkKind::noun_phrase && has_class(j, WordClass::of))
        chunk(owner).of = i;
    }
  }

  [[nodiscard]] bool has_class(Index c, WordClass cls) const {
    return word(chunks_[c].head).is(cls);
  }

  // "after rebels seized": a preposition with a clause behind it.
  void find_subordinators() {
    if ((sentence_.classes & bit(WordClass::subordinator)) == 0) return;
    for (Index i = 0; i < size_of(chunks_); ++i) {
      if (kind(i) != ChunkKind::preposition || !word(chunk(i).head).is(WordClass::subordinator))
        continue;
      if (!clause_follows(i + 1)) continue;
      chunk(i).kind = ChunkKind::subordinator;
      for (Index j = i + 1; j < size_of(chunks_) && j < i + 3; ++j) {
        if (kind(j) == ChunkKind::noun_phrase) {
          chunk(j).preposition = none;
          break;
        }
      }
    }
  }

  [[nodiscard]] bool clause_follows(Index i) const {
    bool subject = false;
    const Index last = std::min(size_of(chunks_), i + clause_look_ahead);
    for (Index j = i; j < last; ++j) {
      const Chunk& one = chunks_[j];
      switch (one.kind) {
        case ChunkKind::noun_phrase:
          // "freed after 40 days two nurses [they had abducted]"
          if (subject && kind(j - 1) == ChunkKind::noun_phrase &&
              has_class(j, WordClass::subject_pronoun) && kind(j + 1) == ChunkKind::verb_group)
            ++j;
          subject = true;
          break;
        case ChunkKind::verb_group:
          return subject && one.finite && !bare_participle(j);
        case ChunkKind::comma: {
          if (kind(j + 1) == ChunkKind::relative) return subject && goes_on_behind_aside(j + 1);
          const Index behind = after_phrases(j + 2);  // "its second city, Aleppo, was"
          if (!subject || kind(j + 1) != ChunkKind::noun_phrase || kind(behind) != ChunkKind::comma)
            return false;
          j = behind;
          break;
        }
        case ChunkKind::stop:
        case ChunkKind::relative:
        case ChunkKind::subordinator:
          return false;
        default:
          break;
      }
    }
    return false;
  }

  // "after the army, which denies it, shelled"
  [[nodiscard]] bool goes_on_behind_aside(Index relative) const {
    const Index last = std::min(size_of(chunks_), relative + longest_aside);
    for (Index j = relative + 1; j < last && kind(j) != ChunkKind::stop; ++j) {
      if (kind(j) == ChunkKind::comma)
        return kind(j + 1) == ChunkKind::verb_group && chunks_[j + 1].finite;
    }
    return false;
  }

  // "rebels trained by": one regular past form and "by" behind it.
  [[nodiscard]] bool bare_participle(Index j) const {
    const Chunk& group = chunks_[j];
    if (group.last - group.first != 1 || group.passive) return false;
    const Word& verb = word(group.head);
    return (verb.verb_forms & participle_form) != 0 && kind(j + 1) == ChunkKind::preposition &&
           has_class(j + 1, WordClass::by);
  }

  // ---- Coordination: "the United States, France and Britain"

  [[nodiscard]] Index after_phrases(Index i) const {
    while ((kind(i) == ChunkKind::preposition && kind(i + 1) == ChunkKind::noun_phrase)) i += 2;
    return i;
  }

  struct Members {
    static constexpr int most = 16;
    Index chunks[most];
    int count = 0;
    Index end = 0;        // the chunk behind the last
    bool closed = false;  // by a conjunction
  };

  void coordinate(Index first) {
    if (chunk(first).leader != none || tells_where(first)) return;
    Members members;
    members.end = after_phrases(first + 1);
    while (members.count < Members::most && !members.closed) {
      const Index member = next_member(first, members);
      if (member == first) break;
      if (member == none) return;
      members.chunks[members.count++] = member;
      members.end = after_phrases(member + 1);
    }
    if ((!members.closed && !sentence_.headline) || starts_clause(first, members) ||
        leaves_verb_out(first, members))
      return;
    if (chunk(first).preposition != none && opens_sentence(first) &&
        kind(first + 1) == ChunkKind::comma && kind(members.end) == ChunkKind::verb_group) {
      return;  // "In a statement, the king and the queen thanked"
    }
    Index previous = first;
    for (int m = 0; m < members.count; ++m) {
      Chunk& member = chunk(members.chunks[m]);
      chunk(previous).next = members.chunks[m];
      member.leader = first;
      member.preposition = chunk(first).preposition;
      previous = members.chunks[m];
    }
  }

  // "[500 km east] of Tripoli, jets and gunboats", "500 km (300 miles) [east] of": no member.
  [[nodiscard]] bool tells_where(Index phrase) const {
    const Chunk& one = chunks_[phrase];
    if (one.of == none || one.preposition != none || !is_name(one.of)) return false;
    const auto counts = [&](const Chunk& chunk) {
      return unit_at(sentence_, chunk.first).tag == Tag::number;
    };
    const bool behind = phrase > 0 && kind(phrase - 1) == ChunkKind::noun_phrase;
    return (counts(one) && one.last - one.first > 2) || (behind && counts(chunks_[phrase - 1]));
  }

  // The member that follows; `first` where the list has ended, none where it is none.
  [[nodiscard]] Index next_member(Index first, Members& members) const {
    Index j = members.end;
    if (kind(j) == ChunkKind::comma) ++j;
    if (kind(j) == ChunkKind::conjunction) {
      if (has_class(j, WordClass::adversative) && !is_neither(first, j)) return none;
      members.closed = true;
      ++j;
    }
    const bool headline_list = j == members.end && sentence_.headline && first == 0 &&
                               members.count > 0 && is_name(first) &&
                               is_name(members.chunks[members.count - 1]) &&
                               kind(j) == ChunkKind::verb_group;
    if (headline_list) return first;  // "France, Germany sign pact"
    if (j == members.end || kind(j) != ChunkKind::noun_phrase || chunks_[j].preposition != none)
      return none;
    if (is_foil(j)) return first;
    const Index leader = chunks_[j].leader;
    if (leader != none && leader != first && !takes_over(j, first)) return none;
    // "between the army and rebels": alike belongs together; else the phrase further out is meant.
    const Index preposition = chunks_[first].preposition;
    const bool further_out = members.count == 0 && preposition != none &&
                             is_name(first) != is_name(j) &&
                             !word(preposition).is(WordClass::pairing);
    return further_out ? none : j;
  }

  // "soldiers and not rebels"
  [[nodiscard]] bool is_foil(Index member) const {
    const Index first = chunks_[member].first;
    return first > 0 && unit_at(sentence_, first - 1).tag == Tag::negation;
  }

  // Members that a later phrase of the same list has gathered already belong to the longer list.
  [[nodiscard]] bool takes_over(Index member, Index first) const {
    const Index leader = chunks_[member].leader;
    return leader > first;
  }
  [[nodiscard]] bool is_name(Index c) const {
    const Unit& head = unit_at(sentence_, chunks_[c].head);
    return head.mention != none || head.tag == Tag::name;
  }
  [[nodiscard]] bool opens_sentence(Index c) const {
    for (Index i = c - 1; i >= 0; --i) {
      if (kind(i) == ChunkKind::verb_group) return false;
    }
    return true;
  }

  // "killed two soldiers and police arrested": the last member is a new clause's subject.
  [[nodiscard]] bool starts_clause(Index first, const Members& members) const {
    const Index after = members.end;
    // "the capital, and his men have": the comma opens a clause, where one stands before it.
    const bool set_off = members.count == 1 && members.chunks[0] > 2 &&
                         kind(members.chunks[0] - 2) == ChunkKind::comma;
    if (kind(after) != ChunkKind::verb_group || !chunks_[after].finite) return false;
    if (bare_participle(after)) return false;
    const Index reach = set_off ? 12 : 6;
    for (Index i = first - 1; i >= 0 && i > first - reach; --i) {
      const ChunkKind k = kind(i);
      if (k == ChunkKind::verb_group)
        return !bare_participle(i) &&
               (i != first - 1 || !is_saying(i) || is_saying(after) || is_pronoun(first));
      if (k == ChunkKind::stop || k == ChunkKind::subordinator || k == ChunkKind::relative)
        return false;
      if (k == ChunkKind::comma && !set_off) return false;
    }
    return false;
  }

  // "shot a senator and police a bystander": the last member did to the phrase behind it what the
  // verb before tells.
  [[nodiscard]] bool leaves_verb_out(Index first, const Members& members) const {
    if (members.count == 0) return false;
    Index after = members.end;
    const Tag doer = unit_at(sentence_, chunks_[members.chunks[members.count - 1]].head).tag;
    if (doer != Tag::noun && doer != Tag::name) return false;
    // "and the police, arriving late, a rebel"
    if (kind(after) == ChunkKind::comma && kind(after + 1) == ChunkKind::verb_group &&
        chunks_[after + 1].gerund && kind(after + 2) == ChunkKind::comma)
      after += 3;
    if (kind(after) != ChunkKind::noun_phrase || chunks_[after].preposition != none ||
        chunks_[first].preposition != none || first < 1 || kind(first - 1) != ChunkKind::verb_group)
      return false;
    const Range senses = context_.lexicon.senses(word(chunks_[first - 1].head).verb);
    for (std::uint32_t s = senses.first; s < senses.last; ++s) {
      const Sense& sense = context_.lexicon.sense(s);
      if (sense.kind != Sense::Kind::verb) continue;
      switch (context_.lexicon.event_rules()[sense.rule].type) {
        case EventType::assault:
        case EventType::coerce:
        case EventType::sanction:
        case EventType::accuse:
        case EventType::crime:
          return true;
        default:
          break;
      }
    }
    return false;
  }

  [[nodiscard]] bool is_pronoun(Index phrase) const {
    return unit_at(sentence_, chunks_[phrase].head).tag == Tag::pronoun;
  }

  // "neither the army nor the rebels"
  [[nodiscard]] bool is_neither(Index first, Index nor) const {
    return has_class(nor, WordClass::negation) &&
           word(chunks_[first].first).is(WordClass::negation);
  }

  // "said troops and police arrested": both are behind "said".
  [[nodiscard]] bool is_saying(Index verb) const {
    return has_class(verb, WordClass::speech) && !has_class(verb, WordClass::object_control);
  }

  const Context& context_;
  Sentence& sentence_;
  Row<Chunk>& chunks_;
};

}  // namespace

void bind_chunks(const Context& context, Sentence& sentence) { Binder(context, sentence).run(); }

}  // namespace dateline::extract
