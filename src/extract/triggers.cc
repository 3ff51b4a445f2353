// Triggers: for every verb group the most specific pattern that fits (phrase, frame of verb and object, verb alone),
// light verbs with event nouns, event nouns that "happen", and bare event nouns.
#include <algorithm>

#include "extract/candidate.h"

namespace dateline::extract {
namespace {

constexpr Index longest_gap = 18;   // units that an object may fill inside a phrase
constexpr Index longest_filler = 4;  // units that an element of a phrase may leave out
constexpr int occur_strength = 12, light_strength = 18;

class Finder {
 public:
  Finder(const Context& context, Sentence& sentence, std::vector<Candidate>& found)
      : context_(context), lexicon_(context.lexicon), sentence_(sentence), chunks_(sentence.chunks), found_(found) {}

  void run() {
    for (Index i = 0; i < size_of(chunks_); ++i) {
      if (chunk(i).kind == ChunkKind::verb_group) verb_group(i);
    }
    for (Index i = 0; i < size_of(chunks_); ++i) {
      if (chunk(i).kind == ChunkKind::noun_phrase && !chunk(i).used) bare_noun(i);
    }
  }

 private:
  [[nodiscard]] Chunk& chunk(Index i) { return chunks_[static_cast<std::size_t>(i)]; }
  [[nodiscard]] const Chunk& chunk(Index i) const { return chunks_[static_cast<std::size_t>(i)]; }
  [[nodiscard]] ChunkKind kind(Index i) const {
    return i >= 0 && i < size_of(chunks_) ? chunk(i).kind : ChunkKind::stop;
  }
  [[nodiscard]] const Unit& unit(Index i) const { return unit_at(sentence_, i); }
  [[nodiscard]] const Word& word(Index i) const { return context_.word(unit(i)); }
  [[nodiscard]] const Word& head_word(Index i) const { return word(chunk(i).head); }
  [[nodiscard]] const EventRule& rule(const Candidate& candidate) const {
    return lexicon_.event_rules()[candidate.rule];
  }

  // ---- Verb groups

  void verb_group(Index i) {
    const Chunk& group = chunk(i);
    if (unit(group.head).blocked) return;
    Candidate best;
    must(i, best);
    const Word& verb = head_word(i);
    if (verb.verb != 0) try_senses(i, verb.verb, group.head, best);
    for (Index u = group.first; u < group.head; ++u) {
      if (unit(u).tag == Tag::be && word(u).verb != 0) { try_senses(i, word(u).verb, u, best); break; }
    }
    light_verb(i, best);
    occurrence(i, best);
    if (best.strength == 0) statement(i, best);
    if (best.strength == 0) return;
    best.verb = i;
    best.weak = best.weak || rule(best).weak;
    const ClauseKind clause = group.clause;
    best.secondary = clause == ClauseKind::relative || clause == ClauseKind::adverbial ||
                     clause == ClauseKind::participial || (clause == ClauseKind::infinitive && has_candidate(group.parent));
    if (governed(i)) return;
    if (best.noun != none) chunk(best.noun).used = true;
    chunk(i).used = true;
    found_.push_back(best);
  }

  [[nodiscard]] const Candidate* candidate_of(Index verb) const {
    for (auto it = found_.rbegin(); it != found_.rend(); ++it) {
      if (it->verb == verb) return &*it;
      if (it->verb < verb && it->verb != none) break;
    }
    return nullptr;
  }
  [[nodiscard]] bool has_candidate(Index verb) const {
    return verb != none && candidate_of(verb) != nullptr && !candidate_of(verb)->weak;
  }

  // The complement of "agree to", "urge X to", "threaten to" is part of that event.
  [[nodiscard]] bool governed(Index i) const {
    Index parent = chunk(i).parent;
    if (chunk(i).clause == ClauseKind::participial && kind(i - 1) == ChunkKind::preposition && parent != none) {
      // "accused him of attacking", "warned them against leaving"
      const Candidate* owner = candidate_of(parent);
      return owner != nullptr && (governs(owner->type) || owner->type == EventType::accuse) && introduces_content(i - 1);
    }
    if (chunk(i).clause != ClauseKind::infinitive) {
      if (!chunk(i).subject_shared || parent == none || chunk(parent).clause != ClauseKind::infinitive) return false;
      parent = chunk(parent).parent;
    }
    for (int depth = 0; parent != none && depth < 4; ++depth) {
      const Candidate* owner = candidate_of(parent);
      if (owner != nullptr) return governs(owner->type) || owner->type == EventType::accuse;
      if (chunk(parent).clause != ClauseKind::infinitive) return false;
      parent = chunk(parent).parent;
    }
    return false;
  }

  // Prepositions of content, not of time.
  [[nodiscard]] bool introduces_content(Index preposition) const {
    return !head_word(preposition).is(WordClass::subordinator);
  }

  [[nodiscard]] static bool governs(EventType type) {
    return type == EventType::agree || type == EventType::request || type == EventType::threaten ||
           type == EventType::reject || type == EventType::concede || type == EventType::coerce ||
           type == EventType::support;
  }

  void take(Candidate& best, std::uint16_t number, int strength, Index first, Index last, Index noun) const {
    if (strength <= best.strength) return;
    best = Candidate{};
    best.rule = number;
    best.type = lexicon_.event_rules()[number].type;
    best.strength = strength;
    best.first = first;
    best.last = last;
    best.noun = noun;
    best.weak = lexicon_.event_rules()[number].weak;
  }

  // "X said that Y must leave": a demand by X.
  void must(Index i, Candidate& best) const {
    const Chunk& group = chunk(i);
    if (!group.must || group.speaker == none || lexicon_.must_rule() == 0xFFFF || group.subject == none) return;
    take(best, lexicon_.must_rule(), 60, group.first, group.last, none);
  }

  void statement(Index i, Candidate& best) const {
    const Chunk& group = chunk(i);
    if (!head_word(i).is(WordClass::speech) || group.infinitive || group.passive) return;
    if (lexicon_.statement_rule() != 0xFFFF) take(best, lexicon_.statement_rule(), 1, group.head, group.head + 1, none);
  }

  void try_senses(Index i, LemmaId lemma, Index verb, Candidate& best) const {
    const Range senses = lexicon_.senses(lemma);
    if (senses.first == senses.last || lexicon_.sense(senses.first).strength <= best.strength) return;
    const Behind behind = words_behind(verb);
    const bool framed = has_frame_noun(i);
    for (std::uint32_t s = senses.first; s < senses.last; ++s) {
      const Sense& sense = lexicon_.sense(s);
      if (sense.strength <= best.strength) return;   // the rest are weaker still
      switch (sense.kind) {
        case Sense::Kind::verb:
          if (verb == chunk(i).head && fits(i, lexicon_.event_rules()[sense.rule]) && !bare_modifier(i)) {
            take(best, sense.rule, sense.strength, chunk(i).head, chunk(i).head + 1, none);
          }
          break;
        case Sense::Kind::phrase:
          if ((sense.all & ~behind.all) != 0 || (sense.next & ~behind.next) != 0) break;
          phrase(i, sense, verb, best);
          break;
        case Sense::Kind::frame:
          if (framed) frame(i, sense, best);
          break;
        case Sense::Kind::block: break;
      }
    }
  }

  // What a phrase may find behind unit `verb`: at all, and right behind it, fillers left out.
  struct Behind {
    FamilyBits all = 0;
    FamilyBits next = 0;
  };
  [[nodiscard]] Behind words_behind(Index verb) const {
    Behind behind;
    const Index size = size_of(sentence_.units);
    const Index first = verb + 1;
    for (Index u = first; u < size && u <= first + longest_filler; ++u) {
      behind.next |= family_bit(word(u).family);
      if (!is_filler(u)) break;
    }
    behind.all = sentence_.rest[static_cast<std::size_t>(first)];
    return behind;
  }

  // Is any noun where frames look for theirs one of any frame?
  [[nodiscard]] bool has_frame_noun(Index i) const {
    const auto test = [&](Index phrase) { return lexicon_.in_frames(head_word(phrase).noun); };
    const Index object = object_of(i);
    if (object != none && object_where(object, test) != none) return true;
    if (chunk(i).second_object != none && object_where(chunk(i).second_object, test) != none) return true;
    if (object != none || kind(i + 1) != ChunkKind::preposition) return false;
    const Index behind = phrase_behind_preposition(i);
    return behind != none && object_where(behind, test) != none;
  }

  // A participle of its own before a noun counts little; the tagger made it an adjective already.
  [[nodiscard]] bool bare_modifier(Index i) const { return chunk(i).kind != ChunkKind::verb_group; }

  [[nodiscard]] Index object_of(Index i) const { return chunk(i).passive ? chunk(i).subject : chunk(i).object; }
  [[nodiscard]] Index subject_of(Index i) const { return chunk(i).passive ? by_phrase(i) : chunk(i).subject; }

  [[nodiscard]] Index by_phrase(Index i) const {
    for (Index j = i + 1; j < size_of(chunks_) && j < i + 12; ++j) {
      if (kind(j) == ChunkKind::verb_group || kind(j) == ChunkKind::stop) return none;
      if (kind(j) == ChunkKind::preposition && word(chunk(j).head).is(WordClass::by) &&
          kind(j + 1) == ChunkKind::noun_phrase) {
        return j + 1;
      }
    }
    return none;
  }

  // ---- Constraints

  [[nodiscard]] bool fits(Index i, const EventRule& event) const {
    const Index object = object_of(i);
    if (!event.not_object.empty() && object != none && has_head(object, event.not_object)) return false;
    if ((event.no_object && object != none) || (event.needs_object && object == none)) return false;
    if (event.not_subject != 0 && subject_of(i) != none && (head_word(subject_of(i)).classes & event.not_subject) != 0) {
      return false;
    }
    if (event.object_place && (object == none || !is_name_of(object, MentionType::place))) return false;
    if (event.object_person) {
      // "called the king on Monday"; not "calling him a murderer".
      if (object == none || chunk(i).second_object != none || chunk(i).gerund) return false;
      if (!is_name_of(object, MentionType::person)) return false;
    }
    if (event.object_role && (object == none || !(is_name_of(object, MentionType::person) || is_role(object)))) return false;
    if (event.subject != 0 || event.subject_country) {
      const Index subject = subject_of(i);
      if (subject == none) return event.subject_country && chunk(i).passive;
      if (!subject_fits(subject, event)) return false;
    }
    return true;
  }

  [[nodiscard]] bool subject_fits(Index subject, const EventRule& event) const {
    const Word& head = head_word(subject);
    if ((head.classes & event.subject) != 0) return true;
    if (!event.subject_country) return false;
    const Unit& unit_of_head = unit(chunk(subject).head);
    return unit_of_head.mention != none || unit_of_head.tag == Tag::name || unit_of_head.tag == Tag::pronoun ||
           head.is(WordClass::role);
  }

  [[nodiscard]] bool has_head(Index phrase, const std::vector<LemmaId>& heads) const {
    const LemmaId noun = head_word(phrase).noun;
    return noun != 0 && std::find(heads.begin(), heads.end(), noun) != heads.end();
  }

  // A mention of that type; a name that nobody knows may be one.
  [[nodiscard]] bool is_name_of(Index phrase, MentionType type) const {
    const Index mention = unit(chunk(phrase).head).mention;
    if (mention == none) return unit(chunk(phrase).head).tag == Tag::name;
    return mention != none && context_.annotations.mentions[static_cast<std::size_t>(mention)].type == type;
  }
  [[nodiscard]] bool is_role(Index phrase) const { return head_word(phrase).is(WordClass::role); }

  // ---- Phrases

  void phrase(Index i, const Sense& sense, Index verb, Candidate& best) const {
    const EventRule& event = lexicon_.event_rules()[sense.rule];
    Index at = verb + 1;
    int elements = 0;
    for (std::uint32_t e = sense.first; e < sense.last; ++e) {
      const FormId wanted = lexicon_.element(e);
      if (wanted == gap) {
        at = skip_object(i, at, e + 1 < sense.last ? lexicon_.element(e + 1) : FormId{0});
        if (at == none) return;
        continue;
      }
      at = skip_fillers(at, wanted);
      if (at >= size_of(sentence_.units) || !lexicon_.matches(wanted, word(at))) return;
      ++at;
      ++elements;
    }
    if (!event.not_object.empty() && object_of(i) != none && has_head(object_of(i), event.not_object)) return;
    take(best, sense.rule, verb_strength + element_strength * elements + 1, verb, at, none);
  }

  [[nodiscard]] Index skip_fillers(Index at, FormId wanted) const {
    Index end = at;
    while (end < size_of(sentence_.units) && end < at + longest_filler) {
      if (lexicon_.matches(wanted, word(end)) || !is_filler(end)) return end;
      ++end;
    }
    return end;
  }

  [[nodiscard]] bool is_filler(Index u) const {
    const Tag tag = unit(u).tag;
    return tag == Tag::adverb || tag == Tag::quote || tag == Tag::negation || unit(u).timex != none ||
           tag == Tag::adjective || tag == Tag::determiner ||
           (tag == Tag::preposition && u + 1 < size_of(sentence_.units) && unit(u + 1).timex != none);
  }

  // The unit of the element after the object; in a passive the object stands before the verb.
  [[nodiscard]] Index skip_object(Index i, Index at, FormId next) const {
    if (next == 0) return at;
    if (chunk(i).passive && at < size_of(sentence_.units) && lexicon_.matches(next, word(at))) return at;
    const Index last = std::min(size_of(sentence_.units), at + longest_gap);
    for (Index u = at; u < last; ++u) {
      const Tag tag = unit(u).tag;
      if (u > at && lexicon_.matches(next, word(u))) return u;
      if (tag == Tag::stop || tag == Tag::comma || tag == Tag::relative || tag == Tag::subordinator ||
          tag == Tag::modal || (tag == Tag::verb && u > at && (word(u).verb_forms & participle_form) == 0)) {
        return none;
      }
    }
    return none;
  }

  // ---- Frames and light verbs

  [[nodiscard]] FormId word_before(Index phrase) const {
    const Index head = chunk(phrase).head;
    if (head > chunk(phrase).first) return word(head - 1).form;
    return chunk(phrase).preposition != none ? word(chunk(phrase).preposition).form : FormId{0};
  }

  // Behind "of" and no count ("a series of attacks") before it.
  [[nodiscard]] bool starts_with_of(Index phrase) const {
    for (Index owner = phrase - 1; owner >= 0 && owner > phrase - 4; --owner) {
      if (chunk(owner).of == phrase) return !is_measure(owner);
    }
    return false;
  }

  // "some", "two", "94%", "a series"
  [[nodiscard]] bool is_measure(Index phrase) const {
    const Tag tag = unit(chunk(phrase).head).tag;
    if (unit(chunk(phrase).head).timex != none) return true;   // "days of unrest"
    return tag == Tag::determiner || tag == Tag::number || tag == Tag::pronoun ||
           context_.text(unit(chunk(phrase).head)) == "%" || head_word(phrase).is(WordClass::quantity);
  }

  // The phrase itself, what it counts ("a series of attacks"), and what is joined to it.
  template <typename Test>
  [[nodiscard]] Index object_where(Index phrase, Test test) const {
    for (int depth = 0; phrase != none && depth < 4; ++depth) {
      if (test(phrase)) return phrase;
      if (chunk(phrase).of != none && test(chunk(phrase).of)) return chunk(phrase).of;
      phrase = chunk(phrase).next;
    }
    return none;
  }

  void frame(Index i, const Sense& sense, Candidate& best) const {
    const Index verb = chunk(i).head;
    const ClassBits not_subject = lexicon_.event_rules()[sense.rule].not_subject;
    if (not_subject != 0 && subject_of(i) != none && (head_word(subject_of(i)).classes & not_subject) != 0) return;
    if (sense.particle != 0 && !particle_follows(i, sense.particle)) return;
    int modifier = 0;
    const auto test = [&](Index phrase) {
      if (unit(chunk(phrase).head).blocked) return false;
      modifier = lexicon_.frame_object(sense.first, head_word(phrase).noun, word_before(phrase));
      // "a state of emergency": the words before the noun are those of the phrase that it belongs to.
      return modifier > (chunk(phrase).preposition != none && starts_with_of(phrase) ? 1 : 0);
    };
    Index object = object_of(i);
    Index hit = object == none ? none : object_where(object, test);
    if (hit == none && chunk(i).second_object != none) hit = object_where(chunk(i).second_object, test);
    if (hit == none && object == none) {
      object = phrase_after_particle(i, sense.particle);
      if (object != none) hit = object_where(object, test);
    }
    if (hit == none) return;
    if (unit(chunk(hit).head).timex != none) return;
    const Index last = std::max(verb + 1, chunk(i).passive ? verb + 1 : chunk(hit).head + 1);
    take(best, sense.rule, frame_strength + modifier * modifier_strength, chunk(i).head, last, hit);
    if (best.noun == hit && best.rule == sense.rule) best.is_frame = true;
  }

  // "carry out an attack": the chunker saw a preposition there.
  [[nodiscard]] Index phrase_after_particle(Index i, FormId particle) const {
    if (particle == 0 || kind(i + 1) != ChunkKind::preposition) return none;
    return phrase_behind_preposition(i);
  }
  [[nodiscard]] Index phrase_behind_preposition(Index i) const {
    Index j = i + 2;
    while (kind(j) == ChunkKind::quote || (kind(j) == ChunkKind::preposition && j < i + 4)) ++j;
    return kind(j) == ChunkKind::noun_phrase ? j : none;
  }

  [[nodiscard]] bool particle_follows(Index i, FormId particle) const {
    const Index first = chunk(i).head + 1;
    const Index last = std::min(size_of(sentence_.units), first + 2);
    for (Index u = first; u < last; ++u) {
      if (word(u).form == particle) return true;
    }
    const Index object = chunk(i).object;   // "called it off"
    if (object == none || chunk(i).passive) return false;
    const Index behind = chunk(object).last;
    return behind < size_of(sentence_.units) && word(behind).form == particle;
  }

  // "the victims of the attack" are no attack.
  [[nodiscard]] bool inner(Index phrase) const { return chunk(phrase).preposition != none && starts_with_of(phrase); }

  [[nodiscard]] bool noun_event(Index phrase, std::uint16_t& number, int& extra) const {
    const Unit& head = unit(chunk(phrase).head);
    if (head.blocked || head.tag != Tag::noun) return false;
    const LemmaId noun = word(chunk(phrase).head).noun;
    if (noun == 0) return false;
    const Range senses = lexicon_.noun_senses(noun);
    const FormId before = word_before(phrase);
    for (std::uint32_t s = senses.first; s < senses.last; ++s) {
      const NounSense& sense = lexicon_.noun_sense(s);
      if (sense.modifier != 0 && sense.modifier != before) continue;
      number = sense.rule;
      extra = sense.modifier != 0 ? 2 : 0;
      return true;
    }
    return false;
  }

  void light_verb(Index i, Candidate& best) const {
    const Index object = object_of(i);
    const Index after = chunk(i).head + 1;
    const FormId particle = after < size_of(sentence_.units) ? word(after).form : FormId{0};
    if (!lexicon_.light(head_word(i), particle)) return;
    std::uint16_t number = 0;
    int extra = 0;
    const auto test = [&](Index phrase) { return !inner(phrase) && noun_event(phrase, number, extra); };
    Index hit = object == none ? none : object_where(object, test);
    if (hit == none && object == none && !chunk(i).passive) {
      const Index other = phrase_after_particle(i, particle);
      if (other != none) hit = object_where(other, test);
    }
    if (hit == none) return;
    const Index last = chunk(i).passive ? chunk(i).head + 1 : chunk(hit).head + 1;
    take(best, number, light_strength + extra, chunk(i).head, std::max(last, chunk(i).head + 1), hit);
  }

  // "Clashes erupted", "the attack left ten dead"
  void occurrence(Index i, Candidate& best) const {
    if (!head_word(i).is(WordClass::occur) || chunk(i).subject == none) return;
    std::uint16_t number = 0;
    int extra = 0;
    const auto test = [&](Index phrase) { return !inner(phrase) && noun_event(phrase, number, extra); };
    const Index hit = object_where(chunk(i).subject, test);
    if (hit == none) return;
    const bool acts = !chunk(i).passive && chunk(i).object != none;
    take(best, number, acts ? verb_strength - 2 : occur_strength, chunk(hit).head, chunk(hit).head + 1, hit);
  }

  // ---- Bare event nouns: after a preposition of time or circumstance, as a possessed noun, or where no verb stands

  void bare_noun(Index i) {
    std::uint16_t number = 0;
    int extra = 0;
    if (!noun_event(i, number, extra)) return;
    if (!stands_alone(i) || !is_deed(lexicon_.event_rules()[number].type)) return;
    Candidate candidate;
    take(candidate, number, 5 + extra, chunk(i).head, chunk(i).head + 1, i);
    candidate.secondary = true;
    candidate.inner = inner(i);
    candidate.verb = none;
    found_.push_back(candidate);
  }

  // What a noun alone can tell of; words of speech ("the demand", "support") need a verb.
  [[nodiscard]] static bool is_deed(EventType type) {
    switch (type) {
      case EventType::threaten: case EventType::request: case EventType::support: case EventType::agree:
      case EventType::statement: case EventType::aid: case EventType::economy: return false;
      default: return true;
    }
  }

  // Not the object of a verb that means something else.
  [[nodiscard]] bool stands_alone(Index i) const {
    for (Index j = i - 1; j >= 0 && j > i - 4; --j) {
      if (kind(j) == ChunkKind::verb_group) return chunk(j).object != i && chunk(j).second_object != i;
      if (kind(j) == ChunkKind::stop) return true;
    }
    return true;
  }

  const Context& context_;
  const Lexicon& lexicon_;
  Sentence& sentence_;
  std::vector<Chunk>& chunks_;
  std::vector<Candidate>& found_;
};

}  // namespace

void block_idioms(const Context& context, Sentence& sentence) {
  const Lexicon& lexicon = context.lexicon;
  for (Index i = 0; i < size_of(sentence.units); ++i) {
    const Range blocks = lexicon.blocks(context.word(unit_at(sentence, i)));
    for (std::uint32_t b = blocks.first; b < blocks.last; ++b) {
      const Range& block = lexicon.block(b);
      Index at = i;
      std::uint32_t e = block.first;
      for (; e < block.last && at < size_of(sentence.units); ++e, ++at) {
        if (!lexicon.matches(lexicon.element(e), context.word(unit_at(sentence, at)))) break;
      }
      if (e != block.last) continue;
      for (Index u = i; u < at; ++u) sentence.units[static_cast<std::size_t>(u)].blocked = true;
    }
  }
}

void find_triggers(const Context& context, Sentence& sentence, std::vector<Candidate>& found) {
  Finder(context, sentence, found).run();
}

}  // namespace dateline::extract
