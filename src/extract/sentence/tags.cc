// A light part of speech for every unit, in one pass: marks, names, closed word classes from the
// lexicon, and what the ends of unknown words tell. What may be a verb is decided in verb_tags.cc.
#include <algorithm>

#include "extract/sentence/tagger.h"

namespace dateline::extract {
namespace {

// The tag of a word of a closed class, the first that has it; Tag::other where it has none or its
// context decides.
Tag closed_tag(const Word& word) {
  if (word.is(WordClass::be)) return Tag::be;
  if (word.is(WordClass::have)) return Tag::have;
  if (word.is(WordClass::do_verb)) {  // "do" may stand inside a name
    return (word.verb_forms & base_form) != 0 ? Tag::other : Tag::do_verb;
  }
  if (word.is(WordClass::modal)) return Tag::modal;
  if (word.is(WordClass::negation) && !word.is(WordClass::preposition) &&
      !word.is(WordClass::conjunction) && !word.is(WordClass::determiner) &&
      !word.is(WordClass::pronoun)) {
    return Tag::negation;
  }
  if (word.is(WordClass::to)) return Tag::other;
  if (word.is(WordClass::according)) return Tag::preposition;
  if (word.is(WordClass::conjunction)) return Tag::conjunction;
  if (word.is(WordClass::relative)) return word.is(WordClass::that) ? Tag::other : Tag::relative;
  if (word.is(WordClass::preposition)) return Tag::preposition;
  if (word.is(WordClass::subordinator)) return Tag::subordinator;
  if (word.is(WordClass::determiner)) {
    constexpr ClassBits varies =
        bit(WordClass::pronoun) | bit(WordClass::personal) | bit(WordClass::negation);
    return (word.classes & varies) != 0 ? Tag::other : Tag::determiner;
  }
  if (word.is(WordClass::pronoun) && !word.is(WordClass::number)) return Tag::pronoun;
  return word.is(WordClass::number) ? Tag::number : Tag::other;
}

// Of a word that is neither verb nor of a closed class.
Tag open_tag(const Word& word) {
  const bool noun = word.noun != 0 || word.is(WordClass::role);
  const bool adjective = word.is(WordClass::adjective), adverb = word.is(WordClass::adverb);
  if (adjective) return noun || adverb ? Tag::other : Tag::adjective;
  if (adverb) return Tag::adverb;
  return noun ? Tag::noun : Tag::other;
}

}  // namespace

Tag tag_alone(const Word& word) {
  const Tag closed = closed_tag(word);
  if (closed == Tag::be) return closed;
  if ((word.verb_forms & ing_form) != 0 || word.is(WordClass::possessive_s)) return Tag::other;
  if (closed != Tag::other) return closed;
  constexpr ClassBits undecided =
      bit(WordClass::to) | bit(WordClass::relative) | bit(WordClass::determiner);
  return word.verb != 0 || (word.classes & undecided) != 0 ? Tag::other : open_tag(word);
}

void Tagger::run() {
  bool numbers = (sentence_.classes & bit(WordClass::number)) != 0;
  for (const Index i : sentence_.undecided) {
    const Tag tag = tag_of(i);
    at(i).tag = tag;
    numbers = numbers || tag == Tag::number;
  }
  constexpr ClassBits loose = bit(WordClass::approximate) | bit(WordClass::connecting);
  if (!numbers || (sentence_.classes & loose) == 0) return;
  for (Index i = 1; i < size_of(units_); ++i) {
    if (at(i).tag == Tag::number) loosen_approximation(i);
  }
}

void Tagger::loosen_approximation(Index number) {
  Index i = number - 1;
  if (at(i).tag == Tag::to && is(i - 1, WordClass::approximate)) {
    at(i).tag = at(i - 1).tag = Tag::adverb;  // "up to"
    return;
  }
  if (!word(i).is(WordClass::approximate) &&
      !(word(i).is(WordClass::to) && is(i - 1, WordClass::connecting)))
    return;
  for (int count = 0; i >= 0 && count < 4; --i, ++count) {
    const Word& entry = word(i);
    if (!entry.is(WordClass::approximate) && !entry.is(WordClass::connecting) &&
        !entry.is(WordClass::to))
      return;
    at(i).tag = Tag::adverb;
  }
}

Tag Tagger::mark_in_context(Index i) const {
  const std::string_view mark = text(i);
  if (const Tag tag = tag_of_mark(mark.front()); tag != Tag::other) return tag;
  if (mark.front() == '\'' || mark == "\xE2\x80\x99")
    return possessive_apostrophe(i) ? Tag::possessive : Tag::quote;
  if (mark == "\xE2\x80\x98" || mark == "\xE2\x80\x9C" || mark == "\xE2\x80\x9D" ||
      mark == "\xC2\xAB" || mark == "\xC2\xBB") {
    return Tag::quote;
  }
  if (mark == "\xE2\x80\x93" || mark == "\xE2\x80\x94") return Tag::comma;
  return Tag::other;
}

bool Tagger::possessive_apostrophe(Index i) const {
  if (i == 0 || !context_.reading.tokens.has(at(i).first, text::glued)) return false;
  const std::string_view owner = text(i - 1);
  return (owner.back() == 's' || owner.back() == 'S') && i + 1 < size_of(units_) && !is_mark(i + 1);
}

bool Tagger::name_here(Index i) const {
  if (!at(i).capital || sentence_.title_case) return false;
  // All capitals in a sentence of capitals say nothing; the first word of a sentence neither.
  const Index j = i - 1;
  const bool starts = j < 0 || at(j).tag == Tag::stop ||
                      (at(j).tag == Tag::quote && (j == 0 || at(j - 1).tag != Tag::verb));
  return !starts;
}

Tag Tagger::tag_of(Index i) const {
  const Unit& unit = at(i);
  if (is_mark(i)) return mark_in_context(i);
  if (is_number(i)) return ordinal_or_number(i);
  if (word(i).is(WordClass::possessive_s)) {
    const Tag left = tag_before(i);
    return left == Tag::pronoun || left == Tag::relative ? Tag::be : Tag::possessive;
  }
  if (unit.mention != none) return in_mention(i);
  if (is_acronym(i)) return Tag::name;
  if (is_behind_label(i)) return known(i);
  if (name_here(i) && unit.form == 0) return name_or_nationality(i);
  if (name_here(i) && !word(i).is(WordClass::role)) return capital_word(i);
  if (unit.form != 0) return known(i);
  return unknown(i);
}

// "Q. [Did] the army", "* [Has] the army", "Q) [Did]": an auxiliary is no name there.
bool Tagger::is_behind_label(Index i) const {
  constexpr ClassBits auxiliary =
      bit(WordClass::be) | bit(WordClass::have) | bit(WordClass::do_verb) | bit(WordClass::modal);
  return (i == 1 || (i == 2 && is_mark(1))) && (word(i).classes & auxiliary) != 0 &&
         text(0).size() <= 2;
}

// "US", "WHO": pronouns in capitals among words that are not.
bool Tagger::is_acronym(Index i) const {
  if (!at(i).capital || at(i).form == 0 || text(i).size() < 2) return false;
  if (!word(i).is(WordClass::pronoun) && !word(i).is(WordClass::relative)) return false;
  const auto small = [&](Index j) {
    return inside(j) &&
           std::any_of(text(j).begin(), text(j).end(), [](char c) { return c >= 'a' && c <= 'z'; });
  };
  return !small(i) && (small(i - 1) || small(i + 1));
}

Tag Tagger::ordinal_or_number(Index i) const {
  const std::string_view form = text(i);
  const char last = form.back();
  // "24-hour", "1990s", "70-year-old"
  if (last >= '0' && last <= '9') return Tag::number;
  return form.find('-') != std::string_view::npos ? Tag::adjective : Tag::number;
}

Tag Tagger::name_or_nationality(Index i) const {
  return lower_compound(i) ? Tag::adjective : Tag::name;
}

// "Saudi-led", "U.S.-backed": a capital first part and a lower-case participle.
bool Tagger::lower_compound(Index i) const {
  if (is_one_token(i)) return false;
  const std::string_view form = text(i);
  const std::size_t dash = form.rfind('-');
  if (dash == std::string_view::npos || dash + 3 >= form.size()) return false;
  const std::string_view tail = form.substr(dash + 1);
  if (tail.front() < 'a' || tail.front() > 'z') return false;
  const Word& last = context_.lexicon.word(context_.lexicon.form(tail));
  return ends(tail).has(WordEnd::past) || last.is(WordClass::compound_tail) ||
         (last.verb_forms & participle_form) != 0;
}

Tag Tagger::in_mention(Index i) const {
  const Mention& mention = context_.annotations.mentions[static_cast<std::size_t>(at(i).mention)];
  if (lower_compound(i)) return Tag::adjective;
  if (mention.type == MentionType::nationality) {
    // "the Syrians": plural forms are heads; the rest are adjectives unless nothing follows.
    const FoundEnds found = ends(text(i));
    return found.has(WordEnd::plural) && !found.has(WordEnd::singular) ? Tag::name : Tag::adjective;
  }
  const Word& entry = word(i);
  if (!at(i).capital && (entry.is(WordClass::determiner) || entry.is(WordClass::preposition)))
    return known(i);
  return Tag::name;
}

Tag Tagger::capital_word(Index i) const {
  const Word& entry = word(i);
  if (entry.is(WordClass::pronoun) && entry.is(WordClass::subject_pronoun)) return Tag::pronoun;
  // "of the" inside titles stays lower case; a capital "The" after a colon or quote is a
  // determiner.
  if (entry.is(WordClass::determiner)) return Tag::determiner;
  return Tag::name;
}

Tag Tagger::unknown(Index i) const {
  const std::string_view form = text(i);
  if (at(i).capital && (i > 0 || !ends(form).has(WordEnd::adverb))) {
    if (lower_compound(i)) return Tag::adjective;
    return sentence_.title_case ? guess(i, form) : Tag::name;
  }
  return guess(i, form);
}

Tag Tagger::guess(Index i, std::string_view form) const {
  if (!is_one_token(i) && form.find('-') != std::string_view::npos) return compound(i, form);
  const FoundEnds found = ends(form);
  if (found.has_behind_stem(WordEnd::adverb)) return Tag::adverb;
  if (found.has_behind_stem(WordEnd::past)) return participle_or_verb(i);
  if (found.has_behind_stem(WordEnd::progressive)) return ing_form_tag(i, false);
  if (!found.has_behind_stem(WordEnd::adjective)) return Tag::noun;
  return followed_by_noun(i) ? Tag::adjective : Tag::noun;
}

Tag Tagger::compound(Index i, std::string_view form) const {
  if (lower_compound(i)) return Tag::adjective;
  const std::string_view tail = form.substr(form.rfind('-') + 1);
  const Word& last = context_.lexicon.word(context_.lexicon.form(tail));
  if (last.noun != 0 || last.is(WordClass::role))
    return followed_by_noun(i) ? Tag::adjective : Tag::noun;
  return followed_by_noun(i) ? Tag::adjective : Tag::noun;
}

// Does a noun, name or adjective that is no verb stand right after i?
bool Tagger::followed_by_noun(Index i) const {
  const Index j = i + 1;
  if (!inside(j) || is_mark(j)) return false;
  if (at(j).timex != none && at(j).form == 0) return false;
  const Word& next = word(j);
  constexpr ClassBits closed =
      bit(WordClass::determiner) | bit(WordClass::preposition) | bit(WordClass::conjunction) |
      bit(WordClass::be) | bit(WordClass::have) | bit(WordClass::do_verb) | bit(WordClass::modal) |
      bit(WordClass::to) | bit(WordClass::relative) | bit(WordClass::subordinator) |
      bit(WordClass::pronoun) | bit(WordClass::adverb) | bit(WordClass::negation) |
      bit(WordClass::possessive_s);
  if ((next.classes & closed) != 0) return false;
  if (is_unknown_adverb(j)) return false;
  if (next.verb != 0 && next.noun == 0 && !next.is(WordClass::role) &&
      !next.is(WordClass::adjective)) {
    if (word(i).is(WordClass::role) || word(i).is(WordClass::armed))
      return false;  // "the military struck"
    if (next.is(WordClass::speech) && inside(j + 1) && (is_number(j + 1) || at(j + 1).capital))
      return false;  // "radio first said 40"
    // "arrested suspected militants": a participle before a noun.
    return (next.verb_forms & participle_form) != 0 && inside(j + 1) && !is_mark(j + 1) &&
           !word(j + 1).is(WordClass::preposition) && !word(j + 1).is(WordClass::determiner) &&
           !word(j + 1).is(WordClass::to);
  }
  return true;
}

Tag Tagger::known(Index i) const {
  const Word& entry = word(i);
  if (entry.tag != Tag::other) return entry.tag;
  if (entry.is(WordClass::do_verb)) return links_name(i) ? Tag::name : Tag::do_verb;
  if ((entry.verb_forms & ing_form) != 0) {
    if (tag_before(i) == Tag::be) return Tag::gerund;
    if (const Tag closed = closed_tag(entry); closed != Tag::other) return closed;
  }
  if (entry.is(WordClass::to)) return to_tag(i);
  if (entry.is(WordClass::relative)) return relative_tag(i);
  if (entry.is(WordClass::determiner)) return determiner_tag(i);
  return entry.verb == 0 ? without_verb(i) : with_verb(i);
}

Tag Tagger::without_verb(Index i) const {
  const Word& entry = word(i);
  if (entry.is(WordClass::adjective) && entry.noun == 0 && !entry.is(WordClass::role) &&
      !entry.is(WordClass::adverb)) {
    return Tag::adjective;
  }
  if (entry.is(WordClass::adverb)) {
    return entry.is(WordClass::adjective) && followed_by_noun(i) ? Tag::adjective : Tag::adverb;
  }
  if (entry.is(WordClass::adjective) && followed_by_noun(i)) return Tag::adjective;
  if (entry.noun == 0 && !entry.is(WordClass::role)) return guess(i, text(i));
  return Tag::noun;
}

Tag Tagger::to_tag(Index i) const {
  Index j = i + 1;
  while (inside(j) && (is(j, WordClass::adverb) || is_unknown_adverb(j))) ++j;
  if (!inside(j) || at(j).timex != none) return Tag::preposition;
  const Word& next = word(j);
  if (next.is(WordClass::be) || next.is(WordClass::have) || next.is(WordClass::do_verb))
    return Tag::to;
  if (at(j).capital && !sentence_.title_case) return Tag::preposition;
  if ((next.verb_forms & base_form) == 0) return Tag::preposition;
  return at(j).mention == none || sentence_.title_case ? Tag::to : Tag::preposition;
}

Tag Tagger::relative_tag(Index i) const {
  if (!word(i).is(WordClass::that)) return Tag::relative;
  const Tag left = tag_before(i);
  // "that city": after a preposition or a verb of action with a noun to follow and a verb later it
  // is a determiner.
  // Not "reports came in that a jet".
  if (left == Tag::preposition && !is(i + 1, WordClass::determiner)) return Tag::determiner;
  return Tag::relative;
}

// "Ribeira do Norte"
bool Tagger::links_name(Index i) const {
  return !at(i).capital && i > 0 && inside(i + 1) && at(i - 1).tag == Tag::name &&
         at(i - 1).capital && at(i + 1).capital;
}

// "neither confirmed nor denied"
bool Tagger::denies_verb(Index i) const {
  const Tag left = tag_before(i);
  const bool behind_subject = left == Tag::noun || left == Tag::name || left == Tag::pronoun;
  return behind_subject && inside(i + 1) && (word(i + 1).verb_forms & past_form) != 0 &&
         !word(i + 1).is(WordClass::adjective);
}

Tag Tagger::determiner_tag(Index i) const {
  const Word& entry = word(i);
  if (entry.is(WordClass::negation) && denies_verb(i)) return Tag::negation;
  if (entry.is(WordClass::pronoun) || entry.is(WordClass::personal)) {
    return followed_by_noun(i) ? Tag::determiner : Tag::pronoun;
  }
  return Tag::determiner;
}

bool is_plural(const Context& context, const Unit& unit) {
  if (unit.tag != Tag::noun && unit.tag != Tag::name && unit.tag != Tag::pronoun) return false;
  const Word& entry = *unit.word;
  if ((entry.noun_forms & plural_form) != 0) return true;
  const std::string_view form = context.text(unit);
  const FoundEnds ends = context.lexicon.ends().of(form);
  if (!ends.has(WordEnd::plural)) return entry.is(WordClass::armed);  // police, military, Taliban
  return unit.tag == Tag::noun && form.size() > 3 && !ends.has(WordEnd::singular) &&
         !ends.has(WordEnd::singular_noun);
}

void tag_units(const Context& context, Sentence& sentence) { Tagger(context, sentence).run(); }

}  // namespace dateline::extract
