// The most specific pattern of a verb that fits: a phrase, a frame of verb and object, the verb
// alone.
#include <algorithm>
#include <cstdlib>

#include "extract/events/finder.h"

namespace dateline::extract {
namespace {

constexpr Index longest_gap = 18;    // units that an object may fill inside a phrase
constexpr Index office_reach = 4;    // chunks
constexpr Index longest_filler = 4;  // units that an element of a phrase may leave out

}  // namespace

void Finder::try_senses(Index i, LemmaId lemma, Index verb, Candidate& best) const {
  const Range senses = lexicon_.senses(lemma);
  if (senses.first == senses.last || lexicon_.sense(senses.first).strength <= best.strength) return;
  const FamilyBits near = words_behind(verb);
  const bool framed = has_frame_noun(i);
  const FamilyBits missing = ~(sentence_.families | (framed ? frame_bit : 0));
  const FamilyBits* const needs = lexicon_.sense_needs();
  for (std::uint32_t s = senses.first; s < senses.last; ++s) {
    if ((needs[s] & missing) != 0) continue;
    const Sense& sense = lexicon_.sense(s);
    if (sense.strength <= best.strength) return;  // the rest are weaker still
    switch (sense.kind) {
      case Sense::Kind::verb:
        if (verb == chunk(i).head && fits(i, lexicon_.event_rules()[sense.rule]) &&
            !bare_modifier(i)) {
          take(best, sense.rule, sense.strength, chunk(i).head, chunk(i).head + 1, none);
        }
        break;
      case Sense::Kind::phrase:
        if ((sense.next & ~near) == 0) phrase(i, sense, verb, best);
        break;
      case Sense::Kind::frame:
        if (framed) frame(i, sense, best);
        break;
      case Sense::Kind::block:
        break;
    }
  }
}

// The families that a phrase may find right behind unit `verb`, fillers left out.
FamilyBits Finder::words_behind(Index verb) const {
  FamilyBits families = 0;
  const Index last = std::min(size_of(sentence_.units), verb + 2 + longest_filler);
  for (Index u = verb + 1; u < last; ++u) {
    families |= family_bit(word(u).family);
    if (!is_filler(u)) break;
  }
  return families;
}

// Is any noun where frames look for theirs one of any frame?
bool Finder::has_frame_noun(Index i) const {
  const auto test = [&](Index phrase) { return lexicon_.in_frames(head_word(phrase).noun); };
  const Index object = object_of(i);
  if (object != none && object_where(object, test) != none) return true;
  if (chunk(i).passive && chunk(i).object != none && object_where(chunk(i).object, test) != none)
    return true;
  if (chunk(i).second_object != none && object_where(chunk(i).second_object, test) != none)
    return true;
  if (object != none || kind(i + 1) != ChunkKind::preposition) return false;
  const Index behind = phrase_behind_preposition(i);
  return behind != none && object_where(behind, test) != none;
}

// A participle of its own before a noun counts little; the tagger made it an adjective already.
bool Finder::bare_modifier(Index i) const { return chunk(i).kind != ChunkKind::verb_group; }

bool Finder::fits(Index i, const EventRule& event) const {
  const Index object = object_of(i);
  if (event.object_office && !gives_office(i, event)) return false;
  if (!has_company(event) || !has_adverb(i, event)) return false;
  if (!event.not_object.empty() && object != none && has_head(object, event.not_object))
    return false;
  if (!is_told_of(i, event)) return false;
  if ((event.no_object && object != none) || (event.needs_object && object == none)) return false;
  if (event.not_subject != 0 && subject_of(i) != none &&
      (head_word(subject_of(i)).classes & event.not_subject) != 0) {
    return false;
  }
  if (event.object_place && (object == none || !is_name_of(object, MentionType::place)))
    return false;
  if (event.object_person) {
    // "called the king on Monday"; not "calling him a murderer".
    if (object == none || chunk(i).second_object != none || chunk(i).gerund) return false;
    if (!is_name_of(object, MentionType::person)) return false;
  }
  if (event.object_role &&
      (object == none ||
       !(is_name_of(object, MentionType::person) || is_role(object) ||
         head_word(object).is(WordClass::personal) || unit(chunk(object).head).tag == Tag::number)))
    return false;
  if (event.by_accident && !by_accident(i)) return false;
  if (event.subject != 0 || event.subject_country) {
    Index subject = subject_of(i);
    if (subject == none && chunk(i).passive) subject = hazard_behind(i);
    if (subject == none) return event.subject_country && chunk(i).passive;
    if (!subject_fits(subject, event)) return false;
  }
  return true;
}

// "named Anna Kerr chairwoman", "was named as chairwoman", "named her to lead the firm", "named a
// minister"; not "named the gunman as Alan Pike", "named two suspects".
bool Finder::gives_office(Index i, const EventRule& event) const {
  const auto is_office = [&](Index phrase) {
    return kind(phrase) == ChunkKind::noun_phrase && !has_head(phrase, event.not_object) &&
           (!is_name_of(phrase, MentionType::person) || names_role(phrase));
  };
  bool named = chunk(i).passive || (chunk(i).subject_shared && chunk(i).object == none);
  for (Index j = i + 1; j <= i + office_reach; ++j) {
    const Word& word = head_word(j);
    if (kind(j) == ChunkKind::verb_group) return named && chunk(j).infinitive;
    if (kind(j) == ChunkKind::preposition)
      return (word.is(WordClass::meanwhile) || word.is(WordClass::to)) && is_office(j + 1);
    if (kind(j) != ChunkKind::noun_phrase) return false;
    if (named) return is_office(j);
    named = true;
    if (is_official(j) || holds_name(j))
      return kind(j + 1) == ChunkKind::noun_phrase || is_office(j);
  }
  return false;
}

// "named Anna Kerr chairwoman", in one phrase
bool Finder::holds_name(Index phrase) const {
  const Index head = chunk(phrase).head;
  if (unit(head).tag == Tag::name || unit(head).mention != none) return false;
  return head > chunk(phrase).first &&
         (unit(head - 1).tag == Tag::name || unit(head - 1).mention != none);
}

// Whose word says what office he has: no villager.
bool Finder::is_official(Index phrase) const {
  return is_role(phrase) && lexicon_.kind(head_word(phrase).kind) != "civilian";
}

bool Finder::names_role(Index phrase) const {
  for (Index u = chunk(phrase).first; u <= chunk(phrase).head; ++u) {
    if (word(u).is(WordClass::role)) return true;
  }
  return false;
}

bool Finder::subject_fits(Index subject, const EventRule& event) const {
  if (chunk(subject).of != none && is_measure(subject)) subject = chunk(subject).of;
  const Word& head = head_word(subject);
  if (event.type == EventType::disaster && is_gunfire(subject)) return false;
  if (event.type == EventType::assault && is_named(subject, bit(WordClass::hazard))) return false;
  if ((head.classes & event.subject) != 0) return true;
  if (event.type == EventType::disaster && is_named(subject, event.subject)) return true;
  if (event.subject_place && is_name_of(subject, MentionType::place)) return true;
  if (!event.subject_country) return false;
  const Unit& unit_of_head = unit(chunk(subject).head);
  return unit_of_head.mention != none || unit_of_head.tag == Tag::name ||
         unit_of_head.tag == Tag::pronoun || head.is(WordClass::role);
}

// "Cyclone Alma": a name, and what it is the name of before it.
bool Finder::is_named(Index phrase, ClassBits classes) const {
  const Index head = chunk(phrase).head;
  if (unit(head).mention == none && unit(head).tag != Tag::name && !unit(head).capital)
    return false;
  for (Index u = chunk(phrase).first; u < head; ++u) {
    if ((word(u).classes & classes) != 0 && !word(u).is(WordClass::weapon)) return true;
  }
  return false;
}

bool Finder::has_head(Index phrase, const std::vector<LemmaId>& heads) const {
  const LemmaId noun = head_word(phrase).noun;
  return noun != 0 && std::find(heads.begin(), heads.end(), noun) != heads.end();
}

// "the truce collapsed", "was raided by inspectors": a rule that names its subjects.
bool Finder::is_told_of(Index i, const EventRule& event) const {
  if (event.subject_nouns.empty()) return true;
  const auto is_one = [&](Index phrase) {
    if (phrase == none) return false;
    if (chunk(phrase).of != none && is_measure(phrase)) phrase = chunk(phrase).of;
    return has_head(phrase, event.subject_nouns);
  };
  return is_one(chunk(i).subject) || (chunk(i).passive && is_one(subject_of(i)));
}

// "fatally shot", "was fatally shot"
bool Finder::has_adverb(Index i, const EventRule& event) const {
  if (event.adverbs.empty()) return true;
  const Index first = std::max<Index>(chunk(i).first - 1, 0);
  for (Index u = first; u < chunk(i).head; ++u) {
    if (std::find(event.adverbs.begin(), event.adverbs.end(), word(u).form) != event.adverbs.end())
      return true;
  }
  return false;
}

// The words that a rule must have about it in the sentence.
bool Finder::has_company(const EventRule& event) const {
  if (!event.with) return true;
  for (Index u = 0; u < size_of(sentence_.units); ++u) {
    if (word(u).is(*event.with)) return true;
  }
  return false;
}

// A mention of that type; a name that nobody knows may be one.
bool Finder::is_name_of(Index phrase, MentionType type) const {
  const Index mention = unit(chunk(phrase).head).mention;
  if (mention == none) return unit(chunk(phrase).head).tag == Tag::name;
  return mention != none &&
         context_.annotations.mentions[static_cast<std::size_t>(mention)].type == type;
}

void Finder::phrase(Index i, const Sense& sense, Index verb, Candidate& best) const {
  const EventRule& event = lexicon_.event_rules()[sense.rule];
  if (event.subject != 0 && subject_of(i) != none && !subject_fits(subject_of(i), event)) return;
  if (!has_company(event) || (event.no_object && chunk(i).passive)) return;
  if (!is_told_of(i, event)) return;
  Index at = verb + 1, shown = none;
  for (std::uint32_t e = sense.first; e < sense.last; ++e) {
    const FormId wanted = lexicon_.element(e);
    if (wanted == gap) {
      if (shown == none) shown = at;
      at = skip_object(i, at, e + 1 < sense.last ? lexicon_.element(e + 1) : FormId{0});
      if (at == none) return;
      continue;
    }
    at = skip_fillers(at, wanted);
    if (at >= size_of(sentence_.units) || !lexicon_.matches(wanted, word(at))) return;
    ++at;
  }
  if (!event.not_object.empty() && object_of(i) != none && has_head(object_of(i), event.not_object))
    return;
  take(best, sense.rule, sense.strength, verb, at, none);
  if (shown != none) best.shown = shown;
}

Index Finder::skip_fillers(Index at, FormId wanted) const {
  Index end = at;
  while (end < size_of(sentence_.units) && end < at + longest_filler) {
    if (lexicon_.matches(wanted, word(end)) || !is_filler(end)) return end;
    ++end;
  }
  return end;
}

bool Finder::is_filler(Index u) const {
  const Tag tag = unit(u).tag;
  return tag == Tag::adverb || tag == Tag::quote || tag == Tag::negation || unit(u).timex != none ||
         tag == Tag::adjective || tag == Tag::determiner ||
         (tag == Tag::preposition && u + 1 < size_of(sentence_.units) && unit(u + 1).timex != none);
}

// The unit of the element after the object; in a passive the object stands before the verb.
Index Finder::skip_object(Index i, Index at, FormId next) const {
  if (next == 0) return at;
  if (chunk(i).passive && at < size_of(sentence_.units) && lexicon_.matches(next, word(at)))
    return at;
  const Index last = std::min(size_of(sentence_.units), at + longest_gap);
  bool crossed =
      false;  // a clause about the object: "ordered the paper, which had mocked him, to close"
  for (Index u = at; u < last; ++u) {
    const Tag tag = unit(u).tag;
    if (u > at && lexicon_.matches(next, word(u)) && (!crossed || leads_on(u))) return u;
    if (tag == Tag::relative && u > at) crossed = true;
    if (crossed && tag != Tag::stop) continue;
    if (tag == Tag::stop || tag == Tag::relative || tag == Tag::subordinator || tag == Tag::modal ||
        tag == Tag::be || tag == Tag::have || tag == Tag::do_verb || tag == Tag::to ||
        (tag == Tag::comma && (u + 1 >= last || unit(u + 1).tag != Tag::relative)) ||
        (tag == Tag::verb && u > at && (word(u).verb_forms & participle_form) == 0)) {
      return none;
    }
  }
  return none;
}

// Behind a clause about the object the pattern goes on with an infinitive or a name.
bool Finder::leads_on(Index u) const {
  return unit(u).tag == Tag::to ||
         (unit(u).tag == Tag::preposition && u + 1 < size_of(sentence_.units) &&
          unit(u + 1).mention != none);
}

void Finder::frame(Index i, const Sense& sense, Candidate& best) const {
  const Index verb = chunk(i).head;
  if (!is_told_of(i, lexicon_.event_rules()[sense.rule])) return;
  const ClassBits not_subject = lexicon_.event_rules()[sense.rule].not_subject;
  if (not_subject != 0 && subject_of(i) != none &&
      (head_word(subject_of(i)).classes & not_subject) != 0)
    return;
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
  if (hit == none && chunk(i).second_object != none)
    hit = object_where(chunk(i).second_object, test);
  if (hit == none && chunk(i).passive && chunk(i).object != none)
    hit = object_where(chunk(i).object, test);  // "was given a life sentence"
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

bool Finder::particle_follows(Index i, FormId particle) const {
  const Index first = chunk(i).head + 1;
  const Index last = std::min(size_of(sentence_.units), first + 2);
  for (Index u = first; u < last; ++u) {
    if (word(u).form == particle) return true;
  }
  const Index object = chunk(i).object;  // "called it off"
  if (object == none || chunk(i).passive) return false;
  const Index behind = chunk(object).last;
  return behind < size_of(sentence_.units) && word(behind).form == particle;
}
}  // namespace dateline::extract
