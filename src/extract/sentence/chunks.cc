// Tagged units into chunks: noun phrases with their heads, verb groups with tense and voice, and
// what stands between.
#include <algorithm>

#include "extract/sentence/sentence.h"

namespace dateline::extract {
namespace {

constexpr Index longest_contrast = 12;  // units
constexpr Index longest_aside = 40;     // units between brackets
constexpr TagBits heads = tag_bits(Tag::noun, Tag::name);
constexpr TagBits verbs = tag_bits(Tag::verb, Tag::participle, Tag::gerund);
constexpr TagBits inside_phrase = heads | tag_bits(Tag::number, Tag::adjective, Tag::possessive);

class Chunker {
 public:
  Chunker(const Context& context, Sentence& sentence)
      : context_(context), sentence_(sentence), units_(sentence.units), chunks_(sentence.chunks) {}

  void run() {
    for (Index i = 0; i < size_of(units_);) i = next_chunk(i);
    chunks_.finish();
  }

 private:
  [[nodiscard]] const Unit& at(Index i) const { return units_[i]; }
  [[nodiscard]] Tag tag(Index i) const { return at(i).tag; }
  [[nodiscard]] const Word& word(Index i) const { return context_.word(at(i)); }

  Index add(ChunkKind kind, Index first, Index last, Index head) {
    if (kind == ChunkKind::noun_phrase) sentence_.phrases.add() = chunks_.size();
    Chunk& chunk = chunks_.add() = Chunk{};
    chunk.kind = kind;
    chunk.first = first;
    chunk.last = last;
    chunk.head = head;
    return last;
  }

  Index next_chunk(Index i) {
    if (is_time(i)) return add(ChunkKind::time, i, end_of_time(i), i);
    switch (tag(i)) {
      case Tag::determiner:
      case Tag::adjective:
      case Tag::number:
      case Tag::noun:
      case Tag::name:
      case Tag::pronoun:
        return noun_phrase(i);
      case Tag::verb:
      case Tag::gerund:
      case Tag::participle:
      case Tag::be:
      case Tag::have:
      case Tag::do_verb:
      case Tag::modal:
      case Tag::to:
        return verb_group(i);
      case Tag::negation:
        return negated_group(i);
      case Tag::adverb:
        return i + 1;
      case Tag::bracket:
        return add(ChunkKind::other, i, end_of_aside(i), i);
      default:
        return add(kind_alone(tag(i)), i, i + 1, i);
    }
  }

  // What a single unit makes that begins no phrase and no group.
  [[nodiscard]] static ChunkKind kind_alone(Tag tag) {
    switch (tag) {
      case Tag::preposition:
        return ChunkKind::preposition;
      case Tag::conjunction:
        return ChunkKind::conjunction;
      case Tag::subordinator:
        return ChunkKind::subordinator;
      case Tag::relative:
        return ChunkKind::relative;
      case Tag::comma:
        return ChunkKind::comma;
      case Tag::stop:
        return ChunkKind::stop;
      case Tag::quote:
        return ChunkKind::quote;
      default:
        return ChunkKind::other;
    }
  }

  // ---- Time expressions

  [[nodiscard]] Index end_of_time(Index i) const {
    Index j = i + 1;
    while (j < size_of(units_) && at(j).timex == at(i).timex) ++j;
    return j;
  }

  // A time expression of its own; not one that modifies a noun ("the two-day visit", "Thursday's
  // vote").
  [[nodiscard]] bool is_time(Index i) const {
    if (at(i).timex == none) return false;
    const Index next = end_of_time(i);
    const Tag right = tag(next);
    if (right == Tag::possessive) return false;
    const Timex& timex = context_.annotations.timexes[static_cast<std::size_t>(at(i).timex)];
    Index start = i;
    while (start > 0 && at(start - 1).timex == at(i).timex) --start;
    const Tag left = tag(start - 1);
    if (next - start == 1 && word(start).is(WordClass::adjective) &&
        (right == Tag::noun || right == Tag::adjective)) {
      return false;  // "recent negotiations"
    }
    const bool in_phrase =
        left == Tag::determiner || left == Tag::adjective || left == Tag::possessive;
    if (timex.type == TimexType::duration || timex.type == TimexType::set) {
      if (next < size_of(units_) && word(next).is(WordClass::of)) return false;
      return right != Tag::noun && right != Tag::adjective && left != Tag::determiner;
    }
    return !(in_phrase && (right == Tag::noun || right == Tag::name || right == Tag::adjective));
  }

  [[nodiscard]] Index end_of_aside(Index i) const {
    const Index last = std::min(size_of(units_), i + longest_aside);
    for (Index j = i + 1; j < last; ++j) {
      if (tag(j) == Tag::closing) return j + 1;
    }
    return i + 1;
  }

  // ---- Noun phrases

  [[nodiscard]] bool nominal(Index i) const {
    if (i >= size_of(units_) || is_time(i)) return false;
    const Tag t = tag(i);
    return t == Tag::noun || t == Tag::name || t == Tag::adjective || t == Tag::number;
  }

  [[nodiscard]] bool is_glued(Index i) const {
    return context_.reading.tokens.has(at(i).first, text::glued);
  }

  // Does unit i still belong to the phrase before it?
  [[nodiscard]] bool continues(Index i, Index head) const {
    const Tag t = tag(i);
    if (at(i).timex != none && is_time(i)) return false;
    if (t == Tag::number && tag(i - 1) == Tag::noun && word(i).is(WordClass::number))
      return false;  // "shot the minister [five times]"
    if (is_one_of(t, inside_phrase)) return true;
    if (t == Tag::determiner && tag(i - 1) == Tag::determiner) return true;
    if (t == Tag::adverb && (tag(i - 1) == Tag::determiner || tag(i - 1) == Tag::possessive) &&
        nominal(i + 1))
      return true;
    if (t == Tag::quote && nominal(i + 1) && tag(i - 1) != Tag::noun && tag(i - 1) != Tag::name)
      return true;
    if (t == Tag::other && head != none && is_glued(i) && nominal(i + 1)) return true;  // PKK/YPG
    return t == Tag::conjunction && tag(i - 1) == Tag::adjective && tag(i + 1) == Tag::adjective &&
           nominal(i + 2);
  }

  // "expelled two diplomats and Uganda [three]"
  [[nodiscard]] bool is_count_of_other(Index i) const {
    return tag(i) == Tag::number && tag(i - 1) == Tag::name && word(i).is(WordClass::number) &&
           !at(i).capital && !is_one_of(tag(i + 1), inside_phrase);
  }

  Index noun_phrase(Index first) {
    if (tag(first) == Tag::pronoun) return add(ChunkKind::noun_phrase, first, first + 1, first);
    // "shot dead two robbers"
    if (word(first).is(WordClass::dead) &&
        (tag(first + 1) == Tag::number || tag(first + 1) == Tag::determiner)) {
      return add(ChunkKind::quote, first, first + 1, first);
    }
    Index head = none, last = first;
    TagBits seen = 0;
    bool mentioned = false;
    const Index size = size_of(units_);
    do {
      const Unit& unit = at(last);
      if (is_one_of(unit.tag, heads))
        head = last;
      else if (unit.tag == Tag::possessive)
        head = none;
      // A name that begins a new phrase: "gave the rebels Ukraine" is rare; two names with a blank
      // belong together.
      seen |= tag_bits(unit.tag);
      mentioned = mentioned || unit.mention != none;
      ++last;
    } while (
        last < size && !is_count_of_other(last) &&
        ((at(last).timex == none && is_one_of(tag(last), inside_phrase)) || continues(last, head)));
    if (const Index end = end_before_teller(first, last); end != none) head = (last = end) - 1;
    const bool determined =
        mentioned || (seen & tag_bits(Tag::determiner, Tag::number, Tag::name)) != 0;
    while (last > first + 1 && (tag(last - 1) == Tag::quote || tag(last - 1) == Tag::possessive))
      --last;
    if (head == none) head = fallback_head(first, last, determined);
    if (head == none) return add(ChunkKind::other, first, last, first);
    // "Hayat Tahrir al-Sham (HTS)": a short bracket belongs to the name.
    if (tag(last) == Tag::bracket) {
      const Index end = end_of_aside(last);
      if (end - last > 1 && end - last <= 6) last = end;
    }
    return add(ChunkKind::noun_phrase, first, end_of_age(context_, sentence_, last), head);
  }

  // "the man [police] believe killed her", "took guests [hostage]": the last noun is no part of the
  // phrase; none where all belongs together.
  [[nodiscard]] Index end_before_teller(Index first, Index last) const {
    const Index noun = last - 1;
    if (noun <= first || tag(noun) != Tag::noun || !is_one_of(tag(noun - 1), heads) ||
        at(noun).mention != none)
      return none;
    if (word(noun).is(WordClass::captive)) {
      const bool taken = first > 0 && tag(first - 1) == Tag::verb &&
                         (is_plural(context_, at(noun - 1)) || tag(first) == Tag::determiner ||
                          at(noun - 1).mention != none);
      return taken ? noun : none;
    }
    if (tag(last) != Tag::verb || !word(noun).is(WordClass::role) || !is_plural(context_, at(noun)))
      return none;
    const Tag next = tag(last + 1);
    const bool gap = next == Tag::be || next == Tag::have || next == Tag::modal ||
                     (next == Tag::verb && (word(last + 1).verb_forms & past_form) != 0);
    const bool tells = word(last).is(WordClass::speech) || word(last).is(WordClass::believing);
    return gap && tells ? noun : none;
  }

  // "the wounded", "two", "both": phrases without a noun.
  [[nodiscard]] Index fallback_head(Index first, Index last, bool determined) const {
    if (!determined) return none;
    for (Index i = last - 1; i >= first; --i) {
      if (tag(i) == Tag::adjective || tag(i) == Tag::number) return i;
    }
    return last - 1 == first ? first : none;
  }

  // ---- Verb groups

  Index negated_group(Index i) {
    Index j = i + 1;
    while (tag(j) == Tag::adverb) ++j;
    const Tag t = tag(j);
    const bool verbal = t == Tag::verb || t == Tag::gerund || t == Tag::to || t == Tag::be ||
                        t == Tag::have || t == Tag::modal || t == Tag::do_verb;
    if (!verbal) {
      // "is in no way", "did so without": remembered on the group before.
      if (!chunks_.empty() && !opens_contrast(j) && chunks_.back().kind == ChunkKind::verb_group)
        chunks_.back().negated = true;
      return i + 1;
    }
    const Index last = verb_group(j);
    chunks_.back().negated = true;
    return last;
  }

  // "not [by] police but by", "not [a] monk but a nun": it was done, though not so.
  [[nodiscard]] bool opens_contrast(Index i) const {
    constexpr TagBits opens_phrase = inside_phrase | tag_bits(Tag::determiner);
    constexpr TagBits also = tag_bits(Tag::adverb);
    if (!is_one_of(tag(i), opens_phrase | tag_bits(Tag::preposition))) return false;
    const Index last = std::min(size_of(units_), i + longest_contrast);
    for (Index j = i + 1; j < last && tag(j) != Tag::stop && !is_one_of(tag(j), verbs); ++j) {
      if (tag(j) == Tag::conjunction && word(j).is(WordClass::adversative))
        return tag(i) == Tag::preposition
                   ? at(j + 1).form == at(i).form || tag(j + 1) == Tag::subordinator ||
                         word(j + 1).is(WordClass::subordinator)
                   : is_one_of(tag(j + 1), opens_phrase | also);
    }
    return false;
  }

  // What a verb group has had before its verb.
  struct Auxiliaries {
    bool have = false, be = false;
    bool bare = false;  // something that a base form follows
  };

  Index verb_group(Index first) {
    sentence_.groups.add() = chunks_.size();
    Chunk& group = chunks_.add() = Chunk{};
    group.kind = ChunkKind::verb_group;
    group.first = first;
    group.head = first;
    Auxiliaries had;
    Index i = first;
    for (bool ended = false; !ended && i < size_of(units_) && joins(i, group, had); ++i)
      ended = is_one_of(tag(i), verbs);
    group.last = std::max(i, first + 1);
    return group.last;
  }

  // Does the unit go on with the group? Notes what it adds.
  bool joins(Index i, Chunk& group, Auxiliaries& had) const {
    switch (tag(i)) {
      case Tag::modal:
        note_modal(i, group);
        had.bare = true;
        return true;
      case Tag::do_verb:
        note_auxiliary(i, group, had.bare);
        had.bare = true;
        return true;
      case Tag::have:
        note_auxiliary(i, group, had.bare || had.have);
        had.have = true;
        return true;
      case Tag::be:
        note_auxiliary(i, group, had.bare || had.have || had.be);
        had.be = true;
        return true;
      case Tag::to:
        return note_to(i, group, had);
      case Tag::negation:
        group.negated = true;
        return true;
      case Tag::adverb:
      case Tag::quote:
        return leads_to_verb(i + 1);
      case Tag::pronoun:  // "was herself arrested"
        return had.be && !word(i).is(WordClass::subject_pronoun) && is_verb(i + 1);
      case Tag::preposition:  // "has since been"
        return had.have && word(i).is(WordClass::earlier) && leads_to_verb(i + 1);
      case Tag::verb:
      case Tag::participle:
      case Tag::gerund:
        return take_verb(i, group, had);
      default:
        return false;
    }
  }

  // "to seize", "is to seize"
  bool note_to(Index i, Chunk& group, Auxiliaries& had) const {
    if (i == group.first) {
      group.infinitive = true;
      had.bare = true;
      return true;
    }
    if (!(had.have || had.be) || tag(i - 1) == Tag::verb) return false;
    group.future = group.future || had.be;
    had = {false, false, true};
    return true;
  }

  [[nodiscard]] bool is_verb(Index i) const { return is_one_of(tag(i), verbs); }

  [[nodiscard]] bool leads_to_verb(Index i) const {
    while (tag(i) == Tag::adverb || tag(i) == Tag::quote || tag(i) == Tag::negation) ++i;
    const Tag t = tag(i);
    return t == Tag::verb || t == Tag::gerund || t == Tag::participle || t == Tag::be ||
           t == Tag::have;
  }

  void note_modal(Index i, Chunk& group) const {
    const Word& modal = word(i);
    if (modal.is(WordClass::future))
      group.future = true;
    else if (modal.is(WordClass::conditional))
      group.conditional = true;
    group.would = modal.is(WordClass::intent);
    group.must = modal.is(WordClass::obligation);
    if (modal.is(WordClass::negation)) group.negated = true;
    group.finite = true;
    group.head = i;
  }

  void note_auxiliary(Index i, Chunk& group, bool after_other) const {
    const Word& auxiliary = word(i);
    const bool non_finite = (auxiliary.verb_forms & (ing_form | participle_form)) != 0 &&
                            (auxiliary.verb_forms & (past_form | base_form | third_form)) == 0;
    if (!after_other && !group.infinitive) {
      group.finite = !non_finite;
      group.gerund = (auxiliary.verb_forms & ing_form) != 0;
      group.participle = non_finite && !group.gerund;
      group.present = is_present(i);
    }
    if (auxiliary.is(WordClass::negation)) group.negated = true;
    group.head = i;
  }

  [[nodiscard]] bool is_present(Index i) const { return (word(i).verb_forms & past_form) == 0; }

  // False where the verb at i begins a group of its own.
  bool take_verb(Index i, Chunk& group, const Auxiliaries& had) const {
    const Word& verb = word(i);
    const bool unknown_past =
        verb.verb == 0 && context_.lexicon.ends().of(context_.text(at(i))).has(WordEnd::past);
    const bool participle =
        (verb.verb_forms & participle_form) != 0 || unknown_past || verb.verb == 0;
    const bool gerund = tag(i) == Tag::gerund;
    group.head = i;
    if (had.be) {
      if (gerund) {
        group.progressive = true;
        return true;
      }
      if (!participle) {
        group.head = i - 1;
        return false;
      }
      group.passive = true;
      group.perfect = had.have;
      return true;
    }
    if (had.have) {
      group.perfect = true;
      return participle || had.bare;
    }
    if (had.bare) return (verb.verb_forms & base_form) != 0 || verb.verb == 0;
    if (i == group.first || tag(group.first) == Tag::adverb) {
      group.gerund = gerund;
      const bool past = (verb.verb_forms & past_form) != 0 || unknown_past;
      const bool present = (verb.verb_forms & (base_form | third_form)) != 0;
      group.participle = !gerund && participle && !past && !present;
      group.finite = !gerund && !group.participle;
      group.present = present && !past;
    }
    return true;
  }

  const Context& context_;
  Sentence& sentence_;
  Row<Unit>& units_;
  Row<Chunk>& chunks_;
};

}  // namespace

void make_chunks(const Context& context, Sentence& sentence) {
  Chunker(context, sentence).run();
  bind_chunks(context, sentence);
}

}  // namespace dateline::extract
