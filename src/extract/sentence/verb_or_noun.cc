// Words that are a verb or a noun ("strikes", "plans", "attack"): what stands to their left
// decides, then what follows.
#include "extract/sentence/tagger.h"

namespace dateline::extract {
namespace {

// How far back a decision may look; keeps the pass linear.
constexpr Index look_back = 24;

}  // namespace

Tag Tagger::noun_or_verb(Index i) const {
  const Word& entry = word(i);
  const Index j = before(i);
  const Tag left = j < 0 ? Tag::stop : at(j).tag;
  const bool past = (entry.verb_forms & (past_form | participle_form)) != 0;
  if (entry.is(WordClass::role) && is(i + 1, WordClass::adjective) && is(i + 2, WordClass::to))
    return Tag::noun;  // "that forces loyal to the king were"
  if (awaits_harm(i, j)) return Tag::verb;
  switch (left) {
    case Tag::to:
    case Tag::modal:
    case Tag::do_verb:
      return Tag::verb;
    case Tag::relative:
      if (is(j, WordClass::oblique) && is(j, WordClass::determiner)) return Tag::noun;  // "whose"
      return opens_complement(j) || auxiliary_follows(i) || is_attack_with_verb(i) ||
                     past_behind_role(i)
                 ? Tag::noun
                 : Tag::verb;
    case Tag::have:
      return past ? Tag::verb : Tag::noun;
    case Tag::be:
      return past ? Tag::verb : Tag::noun;
    case Tag::pronoun:
      return is(j, WordClass::subject_pronoun) || !noun_context(i) ? Tag::verb : Tag::noun;
    case Tag::preposition:
      return is_preferred_less(i, j) ? Tag::verb : Tag::noun;
    case Tag::determiner:
    case Tag::adjective:
    case Tag::possessive:
      return Tag::noun;
    case Tag::number:
      return first_verb(i) || crowd_verb(i, j) ? Tag::verb : Tag::noun;
    case Tag::noun:
    case Tag::name:
    case Tag::closing:
      return after_noun(i, j);
    case Tag::conjunction:
    case Tag::comma:
      return closes_speech(j) && takes_object(i) ? Tag::verb : after_conjunction(i, j);
    case Tag::stop:
      return opens_instruction(i) ? Tag::verb : Tag::noun;
    default:
      return Tag::noun;
  }
}

// "the general [faces] arrest"
bool Tagger::awaits_harm(Index i, Index j) const {
  return j >= 0 && word(i).is(WordClass::shelving) && inside(i + 1) &&
         word(i + 1).is(WordClass::victim_noun) && !has_later_verb(i + 1) &&
         (at(j).tag == Tag::noun || at(j).tag == Tag::name || is(j, WordClass::role));
}

// "would sooner resign than [arrest] him", "rather than [strike] the town"
bool Tagger::is_preferred_less(Index i, Index than) const {
  return is(than, WordClass::replacing) && (word(i).verb_forms & base_form) != 0 &&
         starts_phrase(i + 1);
}

// "Two men, prosecutors allege, [beat] a driver"
bool Tagger::closes_speech(Index comma) const {
  return at(comma).tag == Tag::comma && at(comma - 1).tag == Tag::verb &&
         is(comma - 1, WordClass::speech);
}

// "Release the clutch"
bool Tagger::opens_instruction(Index i) const {
  return !sentence_.headline && (word(i).verb_forms & base_form) != 0 &&
         (is(i + 1, WordClass::determiner) || is(i + 1, WordClass::own));
}

// "A quake of magnitude 5 strikes Iran": an object behind it, and no other verb in the clause.
bool Tagger::first_verb(Index i) const {
  return (word(i).verb_forms & third_form) != 0 && takes_object(i) && !has_verb_before(i) &&
         !has_later_verb(i);
}

// "Thousands protest in Talmora"
bool Tagger::crowd_verb(Index i, Index j) const {
  return is(j, WordClass::quantity) && (word(i).verb_forms & base_form) != 0 && opens_clause(j) &&
         (starts_phrase(i + 1) || is(i + 1, WordClass::preposition)) && !is(i + 1, WordClass::of) &&
         !has_later_verb(i);
}

// "Court issues arrest warrant": headlines drop the articles.
bool Tagger::first_verb_of_headline(Index i) const {
  return inside(i + 2) && !is_mark(i + 1) && !is(i + 1, WordClass::preposition) &&
         !is(i + 1, WordClass::conjunction) && !has_verb_before(i) && !has_later_verb(i);
}

bool Tagger::has_verb_before(Index i) const {
  for (Index k = i - 1; k >= 0 && k > i - look_back; --k) {
    const Tag tag = at(k).tag;
    if (tag == Tag::verb || tag == Tag::be || tag == Tag::have || tag == Tag::modal) return true;
    if (tag == Tag::comma || tag == Tag::stop || tag == Tag::subordinator || tag == Tag::relative)
      return false;
  }
  return false;
}

// "said that rebels": a clause begins behind this "that", with its subject.
bool Tagger::opens_complement(Index j) const {
  return word(j).is(WordClass::that) && j > 0 &&
         (at(j - 1).tag == Tag::verb || at(j - 1).timex != none || is(j - 1, WordClass::content));
}

// "reports that rebels had": no finite verb stands before another.
bool Tagger::auxiliary_follows(Index i) const {
  constexpr ClassBits auxiliary =
      bit(WordClass::be) | bit(WordClass::have) | bit(WordClass::do_verb) | bit(WordClass::modal);
  return inside(i + 1) && (word(i + 1).classes & auxiliary) != 0 &&
         (word(i + 1).verb_forms & (base_form | third_form | past_form)) != 0;
}

// "a sign to the king that attacks on monks have a price"
bool Tagger::is_attack_with_verb(Index i) const {
  return entry_is_event(i) && (word(i).noun_forms & plural_form) != 0 &&
         is(i + 1, WordClass::preposition) && has_later_verb(i);
}

// "the mayor whom rebels abducted"
bool Tagger::past_behind_role(Index i) const {
  return is(i, WordClass::role) && inside(i + 1) && word(i + 1).noun == 0 &&
         (word(i + 1).verb_forms & past_form) != 0 && (word(i + 1).verb_forms & base_form) == 0;
}

// "that the [guards]": nothing but the phrase stands behind a relative word.
bool Tagger::opens_relative_clause(Index noun) const {
  constexpr TagBits before_head = tag_bits(Tag::determiner, Tag::adjective, Tag::number);
  Index i = noun - 1;
  while (i >= 0 && is_one_of(at(i).tag, before_head)) --i;
  return i >= 0 && at(i).tag == Tag::relative && is(noun, WordClass::role);
}

Tag Tagger::after_noun(Index i, Index j) const {
  const Word& entry = word(i);
  const bool adverb_between = j != i - 1;
  const bool starts = starts_phrase(i + 1);
  const bool preposition_next = inside(i + 1) && is(i + 1, WordClass::preposition);
  const bool last = !inside(i + 1) || is_mark(i + 1);
  if (is_compound(i)) return Tag::noun;
  if (entry.is(WordClass::adverb) && (last || preposition_next) && has_verb_before(i))
    return Tag::adverb;  // "pushed the crowd back"
  if (entry.is(WordClass::speech) &&
      (is(i + 1, WordClass::subject_pronoun) || is(i + 1, WordClass::determiner)))
    return Tag::verb;  // "the army claims it", "rebels claim the army"
  if ((entry.is(WordClass::speech) || entry.is(WordClass::believing)) &&
      (entry.verb_forms & base_form) != 0 && is_plural_at(j) && is(i + 1, WordClass::that) &&
      starts_phrase(i + 2))
    return Tag::verb;  // "police suspect that the farmer"
  if (adverb_between && (starts || preposition_next || last)) return Tag::verb;
  if (is_plural_at(j) && is(i + 1, WordClass::determiner) && opens_relative_clause(j))
    return Tag::verb;  // "whose soldiers guard the port"
  if ((entry.verb_forms & (past_form | participle_form)) != 0 &&
      (entry.noun_forms & singular_form) != 0) {
    return has_later_verb(i) ? Tag::noun
                             : Tag::verb;  // "hit", "cut", "put", "shot", "wound", "found"
  }
  if ((entry.verb_forms & third_form) != 0) {
    // "security forces", "border guards": role nouns are verbs only before a sure object.
    if (entry.is(WordClass::role) && !takes_object(i)) return Tag::noun;
    if (is_plural_at(j) && at(j).tag == Tag::noun && ends(text(j)).has(WordEnd::plural))
      return Tag::noun;
    if (at(j).tag == Tag::name && j > 0 && at(j - 1).tag == Tag::preposition && has_verb_before(i))
      return Tag::noun;  // "waited for Norse airstrikes to help"
    if (last && j > 0 && at(j - 1).tag == Tag::subordinator && at(j).tag == Tag::name)
      return Tag::verb;  // "if Russia attacks,"
    if (past_follows(i) || (is(i + 1, WordClass::to) && !base_follows(i + 1) && has_verb_before(i)))
      return Tag::noun;  // "supplied artillery shells to Norland"
    if (starts && !has_later_verb(i)) return Tag::verb;
    if (preposition_next && at(j).tag == Tag::name && j > 0 && at(j - 1).tag == Tag::relative)
      return Tag::verb;  // "which Norland blames for the raid"
    if ((sentence_.headline || opens_sentence(j)) && first_verb_of_headline(i)) return Tag::verb;
    if (sentence_.headline && preposition_next && leads_phrase(i) && !has_later_verb(i))
      return Tag::verb;
    if (preposition_next && at(j).tag == Tag::name && !has_later_verb(i) && !entry_is_event(i))
      return Tag::verb;
    return is_only_verb(i, j) ? Tag::verb : Tag::noun;
  }
  if (singular_phrase(j)) return Tag::noun;
  if (is_plural_at(j) && entry.is(WordClass::carrier) && inside(i + 1) &&
      (word(i + 1).verb_forms & ing_form) != 0)
    return Tag::verb;  // "if the rebels stop bombing"
  if (in_demand(j) && (starts || preposition_next || last) && !has_later_verb(i)) return Tag::verb;
  const bool plural = is_plural_at(j) || joined_subject(j) || plural_before(j);
  const bool opens =
      starts || preposition_next || (sentence_.headline && first_verb_of_headline(i));
  return plural && opens && !has_later_verb(i) ? Tag::verb : Tag::noun;
}

// "the minister [faces] calls to resign": one who can act before it, several things behind it, and
// no other verb.
bool Tagger::is_only_verb(Index i, Index j) const {
  const bool actor = at(j).tag == Tag::name || is(j, WordClass::role);
  return actor && !is_plural_at(j) && opens_clause(j) && inside(i + 1) &&
         (word(i + 1).noun_forms & plural_form) != 0 && !has_later_verb(i + 1);
}

// "the rains killed 60": a past form with an object needs its subject.
bool Tagger::past_follows(Index i) const {
  return inside(i + 1) && (word(i + 1).verb_forms & past_form) != 0 &&
         (word(i + 1).verb_forms & base_form) == 0 && word(i + 1).noun == 0 && takes_object(i + 1);
}

bool Tagger::base_follows(Index i) const {
  return inside(i + 1) && (word(i + 1).verb_forms & base_form) != 0;
}

// "proposed that the baker leave": the phrase that ends at j is the subject of what is demanded.
bool Tagger::in_demand(Index j) const {
  Index k = j;
  while (k > 0 && k > j - 8 &&
         (at(k).tag == Tag::noun || at(k).tag == Tag::name || at(k).tag == Tag::adjective ||
          at(k).tag == Tag::determiner || at(k).tag == Tag::number || at(k).tag == Tag::possessive))
    --k;
  return k > 0 && is(k, WordClass::that) && is(k - 1, WordClass::demanding);
}

// "calls off": the word behind belongs to the verb.
bool Tagger::leads_phrase(Index i) const {
  const Range senses = context_.lexicon.senses(word(i).verb);
  for (std::uint32_t s = senses.first; s < senses.last; ++s) {
    const Sense& sense = context_.lexicon.sense(s);
    if (sense.kind == Sense::Kind::phrase &&
        context_.lexicon.element(sense.first) == word(i + 1).form)
      return true;
  }
  return false;
}

// "suicide attack": an event noun of two words.
bool Tagger::is_compound(Index i) const {
  const Range senses = context_.lexicon.noun_senses(word(i).noun);
  for (std::uint32_t s = senses.first; s < senses.last; ++s) {
    const FormId modifier = context_.lexicon.noun_sense(s).modifier;
    if (modifier != 0 && modifier == at(i - 1).form) return true;
  }
  return false;
}

bool Tagger::entry_is_event(Index i) const {
  const Range senses = context_.lexicon.noun_senses(word(i).noun);
  return word(i).noun != 0 && senses.first != senses.last;
}

// "a Taliban attack": the phrase that ends at j begins with a word that makes it one thing.
bool Tagger::singular_phrase(Index j) const {
  for (Index k = j; k >= 0 && k > j - 6; --k) {
    if (at(k).tag == Tag::determiner) return word(k).is(WordClass::singular);
    if (at(k).tag != Tag::noun && at(k).tag != Tag::name && at(k).tag != Tag::adjective &&
        at(k).tag != Tag::number) {
      return false;
    }
  }
  return false;
}

// "workers in Brazil call": the plural subject stands before a preposition, and no verb has come
// yet.
bool Tagger::plural_before(Index j) const {
  bool preposition = false;
  for (Index k = j; k >= 0 && k > j - 8; --k) {
    switch (at(k).tag) {
      case Tag::preposition:
        preposition = true;
        break;
      case Tag::noun:
        if (preposition) return is_plural_at(k) && at(k).timex == none && opens_clause(k);
        break;
      case Tag::name:
      case Tag::determiner:
      case Tag::adjective:
        break;
      default:
        return false;
    }
  }
  return false;
}

// "Norway lifts": a name that stands first.
bool Tagger::opens_sentence(Index j) const {
  while (j >= 0 && at(j).tag == Tag::name) --j;
  return j < 0;
}

// Does the phrase around k stand first in its clause?
bool Tagger::opens_clause(Index k) const {
  while (k >= 0 &&
         (at(k).tag == Tag::noun || at(k).tag == Tag::name || at(k).tag == Tag::adjective ||
          at(k).tag == Tag::determiner || at(k).tag == Tag::number || at(k).tag == Tag::adverb)) {
    --k;
  }
  return k < 0 || at(k).tag == Tag::comma || at(k).tag == Tag::stop || at(k).tag == Tag::quote ||
         at(k).tag == Tag::subordinator || at(k).tag == Tag::relative;
}

// "Russia and Turkey": a conjunction shortly before the name at j.
bool Tagger::joined_subject(Index j) const {
  for (Index k = j; k >= 0 && k > j - 5; --k) {
    if (at(k).tag == Tag::conjunction)  // but not "a ground and air attack"
      return k < 2 || at(k - 2).tag != Tag::determiner || !is(k - 2, WordClass::singular) ||
             at(k + 1).tag == Tag::determiner;
    if (sentence_.headline && at(k).tag == Tag::comma && k > 0 && at(k - 1).tag == Tag::name)
      return true;
    if (at(k).tag != Tag::name && at(k).tag != Tag::adjective && at(k).tag != Tag::noun &&
        at(k).tag != Tag::determiner) {
      return false;
    }
  }
  return false;
}

Tag Tagger::after_conjunction(Index i, Index j) const {
  const Word& entry = word(i);
  if (!starts_phrase(i + 1) && !(inside(i + 1) && is(i + 1, WordClass::preposition)))
    return Tag::noun;
  // "meets the king and visits Paris": the same form stands before it in this clause.
  for (Index k = j - 1; k >= 0 && k > j - 14; --k) {
    if (at(k).tag == Tag::verb &&
        (word(k).verb_forms & entry.verb_forms & (third_form | past_form)) != 0) {
      return starts_phrase(i + 1) ? Tag::verb : Tag::noun;
    }
    if (at(k).tag == Tag::to && (entry.verb_forms & base_form) != 0 && starts_phrase(i + 1))
      return Tag::verb;
    if (at(k).tag == Tag::stop) return Tag::noun;
  }
  return Tag::noun;
}
}  // namespace dateline::extract
