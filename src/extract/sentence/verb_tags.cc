// Forms of verbs: a finite verb, a participle before a noun, a gerund or a noun in -ing, by what
// stands to the left, then by what follows.
#include <algorithm>

#include "extract/sentence/tagger.h"

namespace dateline::extract {
namespace {

constexpr Index look_ahead = 24;  // units; keeps the pass linear

}  // namespace

Tag Tagger::with_verb(Index i) const {
  const Word& entry = word(i);
  if (entry.is(WordClass::undergoing) && makes_passive(i)) return Tag::be;
  const bool noun = entry.noun != 0 || entry.is(WordClass::role);
  const bool ing = (entry.verb_forms & ing_form) != 0;
  if (ing) return ing_form_tag(i, noun);
  if (entry.is(WordClass::adjective)) return adjective_or_verb(i);
  if ((entry.verb_forms & (past_form | participle_form)) != 0 &&
      (entry.verb_forms & base_form) == 0) {
    return noun && noun_context(i) ? Tag::noun : participle_or_verb(i);
  }
  if (!noun) return plain_verb(i);
  return noun_or_verb(i);
}

// "got shot by a hunter", not "got lost luggage"
bool Tagger::makes_passive(Index i) const {
  Index j = i + 1;
  while (is(j, WordClass::adverb)) ++j;
  return inside(j) && (word(j).verb_forms & participle_form) != 0 &&
         (is(j + 1, WordClass::by) || (word(j).is(WordClass::suffered) && !starts_phrase(j + 1)));
}

// A verb that the lexicon knows as no noun; a determiner before it still makes it one ("the
// plunge").
Tag Tagger::plain_verb(Index i) const {
  const Tag left = tag_before(i);
  if (left == Tag::determiner || left == Tag::possessive) return Tag::noun;
  if (left == Tag::number && (word(i).verb_forms & third_form) != 0)
    return Tag::noun;  // "20 pounds"
  if (left == Tag::adjective && before(i) > 0 && at(before(i) - 1).tag == Tag::determiner &&
      (word(i).verb_forms & (past_form | third_form)) == 0)
    return Tag::noun;  // "the main square"
  if (left == Tag::verb && before(i) == i - 1 &&
      (word(i).verb_forms & (past_form | third_form)) == 0 &&
      !is(i - 1, WordClass::object_control)) {
    return Tag::noun;  // "fired tear gas"; but "helped rebuild"
  }
  return Tag::verb;
}

Tag Tagger::adjective_or_verb(Index i) const {
  const Tag left = tag_before(i);
  if (left == Tag::to || left == Tag::modal || left == Tag::do_verb) return Tag::verb;
  const Word& entry = word(i);
  const bool past = (entry.verb_forms & (past_form | participle_form | third_form)) != 0;
  // ", wanted for murder, was": no list of adjectives goes on with "for".
  if (past && left == Tag::comma && inside(i + 1) && leads_to_deed(word(i + 1))) return Tag::verb;
  if (past &&
      (left == Tag::noun || left == Tag::name || left == Tag::pronoun || left == Tag::relative ||
       left == Tag::be || left == Tag::have || left == Tag::conjunction)) {
    return noun_context(i) ? Tag::adjective : Tag::verb;
  }
  if ((left == Tag::pronoun && is(before(i), WordClass::subject_pronoun)) || left == Tag::relative)
    return Tag::verb;
  if ((left == Tag::noun || left == Tag::name) && !followed_by_noun(i) && inside(i + 1) &&
      is(i + 1, WordClass::determiner)) {
    return Tag::verb;
  }
  return Tag::adjective;
}

// "the suspected militant", "of detained activists": before a noun and not after a subject.
Tag Tagger::participle_or_verb(Index i) const {
  const Tag left = tag_before(i);
  const bool can_modify = left == Tag::determiner || left == Tag::possessive ||
                          left == Tag::preposition || left == Tag::adjective ||
                          (left == Tag::number && !is_of_date(before(i))) || left == Tag::stop ||
                          left == Tag::participle;
  if (can_modify && followed_by_noun(i)) return Tag::adjective;
  if (left == Tag::relative && opens_complement(before(i)) && followed_by_noun(i))
    return Tag::adjective;  // "said that continued shelling"
  if (left == Tag::relative && is(before(i), WordClass::oblique) && followed_by_noun(i))
    return Tag::adjective;  // "clinics where wounded rebels"
  if (joins_the_dead(i)) return Tag::adjective;
  if (left == Tag::determiner || left == Tag::possessive) return Tag::noun;     // "the injured"
  if (left == Tag::gerund && word(i).is(WordClass::injured)) return Tag::noun;  // "moving wounded"
  if (left == Tag::verb && followed_by_noun(i) && !word(i).is(WordClass::speech) &&
      (word(before(i)).verb_forms & ing_form) == 0 && (word(i).verb_forms & base_form) == 0 &&
      !is_number(i + 1) && !is(i + 1, WordClass::number)) {
    return Tag::adjective;  // "freed jailed activists"
  }
  if (left == Tag::conjunction && followed_by_noun(i) && before(i) > 0 &&
      at(before(i) - 1).tag == Tag::adjective) {
    return Tag::adjective;
  }
  return Tag::verb;
}

// "the dead and [wounded]"
bool Tagger::joins_the_dead(Index i) const {
  return i > 2 && at(i - 1).tag == Tag::conjunction && is(i - 2, WordClass::dead) &&
         at(i - 2).tag == Tag::adjective && at(i - 3).tag == Tag::determiner &&
         !starts_phrase(i + 1);
}

// "the riots of 1987 killed", "on March 11 arrested": what belongs to a date counts nobody, nor do
// four digits behind a preposition.
bool Tagger::is_of_date(Index i) const {
  if (at(i).timex != none) return true;
  return text(i).size() == 4 && text(i).find_first_not_of("0123456789") == std::string_view::npos &&
         (text(i).front() == '1' || text(i).front() == '2') && inside(i - 1) &&
         is(i - 1, WordClass::preposition);
}

Tag Tagger::ing_form_tag(Index i, bool noun) const {
  const Tag left = tag_before(i);
  if (left == Tag::be) return Tag::gerund;
  if (left == Tag::determiner || left == Tag::possessive || left == Tag::adjective ||
      left == Tag::number) {
    return followed_by_noun(i) && !noun ? Tag::adjective : Tag::noun;
  }
  if (noun) {
    // "a car bombing", "peace-keeping meeting in": a noun unless it has an object.
    if (left == Tag::comma || left == Tag::stop) return takes_object(i) ? Tag::gerund : Tag::noun;
    if (left == Tag::preposition || left == Tag::conjunction || left == Tag::verb) {
      if (leads_to_deed(word(before(i))) && is(i + 1, WordClass::role) && is_plural_at(i + 1))
        return Tag::gerund;  // "accused of killing villagers"
      return takes_object(i) ? Tag::gerund : Tag::noun;
    }
    if (left == Tag::noun || left == Tag::name)
      return takes_object(i) && !has_later_verb(i) ? Tag::gerund : Tag::noun;
    return Tag::noun;
  }
  return Tag::gerund;
}

bool Tagger::takes_object(Index i) const {
  const Index j = i + 1;
  if (!inside(j) || is_mark(j)) return false;
  const Word& next = word(j);
  return next.is(WordClass::determiner) || next.is(WordClass::number) || is_number(j) ||
         next.is(WordClass::pronoun) ||
         (at(j).capital && !next.is(WordClass::preposition) && !sentence_.title_case &&
          at(j).timex == none);
}

// Is there a sure finite verb later in this clause?
bool Tagger::has_later_verb(Index i) const {
  const Index last = std::min(size_of(units_), i + look_ahead);
  for (Index j = i + 1; j < last; ++j) {
    if (is_mark(j)) {
      const char mark = text(j).front();
      if (mark == ';' || mark == ':' || mark == '.') return false;
      if (mark == ',') return false;
      continue;
    }
    const Word& entry = word(j);
    if (at(j).capital && !sentence_.title_case) continue;
    if (entry.is(WordClass::relative) || entry.is(WordClass::subordinator)) {
      if (!entry.is(WordClass::preposition)) return false;
      continue;
    }
    if (entry.is(WordClass::modal) || entry.is(WordClass::be) || entry.is(WordClass::have))
      return true;
    const bool past = (entry.verb_forms & past_form) != 0;
    const bool third =
        (entry.verb_forms & third_form) != 0 && entry.noun == 0 && !entry.is(WordClass::role);
    const bool unsure = (entry.verb_forms & participle_form) != 0 && inside(j + 1) &&
                        is(j + 1, WordClass::preposition);
    if (third ? !modified(j) : past && !unsure && j > i + 1 && !modified(j)) return true;
  }
  return false;
}

// Behind a word that makes a noun or a participle of it.
bool Tagger::modified(Index j) const {
  const Word& left = word(j - 1);
  return left.is(WordClass::determiner) || left.is(WordClass::preposition) ||
         left.is(WordClass::adjective) || text(j - 1).ends_with("s'");
}

bool Tagger::starts_phrase(Index j) const {
  if (!inside(j) || is_mark(j)) return false;
  const Word& entry = word(j);
  return entry.is(WordClass::determiner) || entry.is(WordClass::number) || is_number(j) ||
         entry.is(WordClass::pronoun) || entry.is(WordClass::adjective) || at(j).capital ||
         entry.is(WordClass::to) || entry.is(WordClass::adverb) || (entry.form == 0) ||
         entry.is(WordClass::role);
}
}  // namespace dateline::extract
