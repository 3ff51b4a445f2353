// A light part of speech for every unit. Closed classes come from the lexicon; a word that may be a verb or a noun
// ("strikes", "plans", "attack") is decided by what stands to its left, then by what follows, in one pass.
#include <algorithm>

#include "extract/sentence.h"

namespace dateline::extract {
namespace {

// How far a decision may look ahead; keeps the pass linear.
constexpr Index look_ahead = 24;

class Tagger {
 public:
  Tagger(const Context& context, Sentence& sentence) : context_(context), sentence_(sentence), units_(sentence.units) {}

  void run() {
    for (Index i = 0; i < size_of(units_); ++i) {
      Unit& unit = at(i);
      unit.tag = tag_of(i);
      unit.plural = is_plural(i);
    }
    for (Index i = 1; i < size_of(units_); ++i) {
      if (at(i).tag == Tag::number) loosen_approximation(i);
    }
  }

 private:
  [[nodiscard]] Unit& at(Index i) { return units_[static_cast<std::size_t>(i)]; }
  [[nodiscard]] const Unit& at(Index i) const { return units_[static_cast<std::size_t>(i)]; }
  [[nodiscard]] const Word& word(Index i) const { return context_.word(at(i)); }
  [[nodiscard]] bool inside(Index i) const { return i >= 0 && i < size_of(units_); }
  [[nodiscard]] bool is(Index i, WordClass cls) const { return inside(i) && word(i).is(cls); }
  [[nodiscard]] std::string_view text(Index i) const { return context_.text(at(i)); }
  [[nodiscard]] bool is_mark(Index i) const { return context_.reading.tokens.has(at(i).first, text::is_mark); }
  [[nodiscard]] bool is_number(Index i) const { return context_.reading.tokens.has(at(i).first, text::is_number); }

  // "at least 14", "more than a hundred", "about 20": no prepositions, the number goes on with the phrase.
  void loosen_approximation(Index number) {
    Index i = number - 1;
    if (at(i).tag == Tag::to && is(i - 1, WordClass::approximate)) {
      at(i).tag = at(i - 1).tag = Tag::adverb;   // "up to"
      return;
    }
    if (!word(i).is(WordClass::approximate) && !(word(i).is(WordClass::to) && is(i - 1, WordClass::connecting))) return;
    for (int count = 0; i >= 0 && count < 4; --i, ++count) {
      const Word& entry = word(i);
      if (!entry.is(WordClass::approximate) && !entry.is(WordClass::connecting) && !entry.is(WordClass::to)) return;
      at(i).tag = Tag::adverb;
    }
  }

  // The tag before i, adverbs and quotes left out.
  [[nodiscard]] Index before(Index i) const {
    Index j = i - 1;
    while (j >= 0 && (at(j).tag == Tag::adverb || at(j).tag == Tag::quote || at(j).tag == Tag::negation)) --j;
    return j;
  }
  [[nodiscard]] Tag tag_before(Index i) const {
    const Index j = before(i);
    return j < 0 ? Tag::stop : at(j).tag;
  }

  [[nodiscard]] Tag tag_of_mark(Index i) const {
    const std::string_view mark = text(i);
    switch (mark.front()) {
      case ',': return Tag::comma;
      case '.': case '!': case '?': case ';': case ':': return Tag::stop;
      case '"': return Tag::quote;
      case '\'': return possessive_apostrophe(i) ? Tag::possessive : Tag::quote;
      case '(': case '[': return Tag::bracket;
      case ')': case ']': return Tag::closing;
      case '-': return Tag::comma;
      case '%': return Tag::noun;
      case '&': return Tag::conjunction;
      default: break;
    }
    if (mark == "\xE2\x80\x99") return possessive_apostrophe(i) ? Tag::possessive : Tag::quote;
    if (mark == "\xE2\x80\x98" || mark == "\xE2\x80\x9C" || mark == "\xE2\x80\x9D" || mark == "\xC2\xAB" ||
        mark == "\xC2\xBB") {
      return Tag::quote;
    }
    if (mark == "\xE2\x80\x93" || mark == "\xE2\x80\x94") return Tag::comma;
    return Tag::other;
  }

  [[nodiscard]] bool possessive_apostrophe(Index i) const {
    if (i == 0 || !context_.reading.tokens.has(at(i).first, text::glued)) return false;
    const std::string_view owner = text(i - 1);
    return (owner.back() == 's' || owner.back() == 'S') && i + 1 < size_of(units_) && !is_mark(i + 1);
  }

  [[nodiscard]] bool name_here(Index i) const {
    if (!at(i).capital || sentence_.title_case) return false;
    // All capitals in a sentence of capitals say nothing; the first word of a sentence neither.
    const Index j = i - 1;
    const bool starts = j < 0 || at(j).tag == Tag::stop || (at(j).tag == Tag::quote && (j == 0 || at(j - 1).tag != Tag::verb));
    return !starts;
  }

  [[nodiscard]] Tag tag_of(Index i) const {
    const Unit& unit = at(i);
    if (is_mark(i)) return tag_of_mark(i);
    if (is_number(i)) return ordinal_or_number(i);
    if (word(i).is(WordClass::possessive_s)) {
      const Tag left = tag_before(i);
      return left == Tag::pronoun || left == Tag::relative ? Tag::be : Tag::possessive;
    }
    if (unit.mention != none) return in_mention(i);
    if (name_here(i) && unit.form == 0) return name_or_nationality(i);
    if (name_here(i) && !word(i).is(WordClass::role)) return capital_word(i);
    if (unit.form != 0) return known(i);
    return unknown(i);
  }

  [[nodiscard]] Tag ordinal_or_number(Index i) const {
    const std::string_view form = text(i);
    const char last = form.back();
    // "24-hour", "1990s", "70-year-old"
    if (last >= '0' && last <= '9') return Tag::number;
    return form.find('-') != std::string_view::npos ? Tag::adjective : Tag::number;
  }

  [[nodiscard]] Tag name_or_nationality(Index i) const {
    return lower_compound(i) ? Tag::adjective : Tag::name;
  }

  // "Saudi-led", "U.S.-backed": a capital first part and a lower-case participle.
  [[nodiscard]] bool lower_compound(Index i) const {
    const std::string_view form = text(i);
    const std::size_t dash = form.rfind('-');
    if (dash == std::string_view::npos || dash + 3 >= form.size()) return false;
    const std::string_view tail = form.substr(dash + 1);
    if (tail.front() < 'a' || tail.front() > 'z') return false;
    const Word& last = context_.lexicon.word(context_.lexicon.form(tail));
    return tail.ends_with("ed") || last.is(WordClass::compound_tail) || (last.verb_forms & participle_form) != 0;
  }

  [[nodiscard]] Tag in_mention(Index i) const {
    const Mention& mention = context_.annotations.mentions[static_cast<std::size_t>(at(i).mention)];
    if (lower_compound(i)) return Tag::adjective;
    if (mention.type == MentionType::nationality) {
      // "the Syrians": plural forms are heads; the rest are adjectives unless nothing follows.
      return text(i).ends_with("s") && !text(i).ends_with("ss") ? Tag::name : Tag::adjective;
    }
    const Word& entry = word(i);
    if (!at(i).capital && (entry.is(WordClass::determiner) || entry.is(WordClass::preposition))) return known(i);
    return Tag::name;
  }

  [[nodiscard]] Tag capital_word(Index i) const {
    const Word& entry = word(i);
    if (entry.is(WordClass::pronoun) && entry.is(WordClass::subject_pronoun)) return Tag::pronoun;
    // "of the" inside titles stays lower case; a capital "The" after a colon or quote is a determiner.
    if (entry.is(WordClass::determiner)) return Tag::determiner;
    return Tag::name;
  }

  [[nodiscard]] Tag unknown(Index i) const {
    const std::string_view form = text(i);
    if (at(i).capital && (i > 0 || !form.ends_with("ly"))) {
      if (lower_compound(i)) return Tag::adjective;
      return sentence_.title_case ? guess(i, form) : Tag::name;
    }
    return guess(i, form);
  }

  [[nodiscard]] Tag guess(Index i, std::string_view form) const {
    if (form.find('-') != std::string_view::npos) return compound(i, form);
    if (form.size() > 4 && form.ends_with("ly")) return Tag::adverb;
    if (form.size() > 4 && form.ends_with("ed")) return participle_or_verb(i);
    if (form.size() > 5 && form.ends_with("ing")) return ing_form_tag(i, false);
    static constexpr std::string_view adjective_ends[] = {"ous", "ful", "ive", "ible", "able", "ish", "less", "ian",
                                                          "ical", "ese", "ary", "ory",
                                                          "tic", "mic", "nic", "ial", "al"};
    static constexpr std::uint32_t last_letters = [] {
      std::uint32_t letters = 0;
      for (const std::string_view end : adjective_ends) letters |= 1U << (end.back() - 'a');
      return letters;
    }();
    const char last = form.back();
    if (last < 'a' || last > 'z' || (last_letters >> (last - 'a') & 1U) == 0) return Tag::noun;
    for (const std::string_view end : adjective_ends) {
      if (form.size() > end.size() + 2 && form.ends_with(end)) return followed_by_noun(i) ? Tag::adjective : Tag::noun;
    }
    return Tag::noun;
  }

  [[nodiscard]] Tag compound(Index i, std::string_view form) const {
    if (lower_compound(i)) return Tag::adjective;
    const std::string_view tail = form.substr(form.rfind('-') + 1);
    const Word& last = context_.lexicon.word(context_.lexicon.form(tail));
    if (last.noun != 0 || last.is(WordClass::role)) return followed_by_noun(i) ? Tag::adjective : Tag::noun;
    return followed_by_noun(i) ? Tag::adjective : Tag::noun;
  }

  // Does a noun, name or adjective that is no verb stand right after i?
  [[nodiscard]] bool followed_by_noun(Index i) const {
    const Index j = i + 1;
    if (!inside(j) || is_mark(j)) return false;
    if (at(j).timex != none && at(j).form == 0) return false;
    const Word& next = word(j);
    constexpr ClassBits closed =
        bit(WordClass::determiner) | bit(WordClass::preposition) | bit(WordClass::conjunction) | bit(WordClass::be) |
        bit(WordClass::have) | bit(WordClass::do_verb) | bit(WordClass::modal) | bit(WordClass::to) |
        bit(WordClass::relative) | bit(WordClass::subordinator) | bit(WordClass::pronoun) | bit(WordClass::adverb) |
        bit(WordClass::negation) | bit(WordClass::possessive_s);
    if ((next.classes & closed) != 0) return false;
    if (next.form == 0 && text(j).ends_with("ly")) return false;
    if (next.verb != 0 && next.noun == 0 && !next.is(WordClass::role) && !next.is(WordClass::adjective)) {
      if (word(i).is(WordClass::role) || word(i).is(WordClass::armed)) return false;   // "the military struck"
      // "arrested suspected militants": a participle before a noun.
      return (next.verb_forms & participle_form) != 0 && inside(j + 1) && !is_mark(j + 1) &&
             !word(j + 1).is(WordClass::preposition) && !word(j + 1).is(WordClass::determiner) &&
             !word(j + 1).is(WordClass::to);
    }
    return true;
  }

  [[nodiscard]] Tag known(Index i) const {
    const Word& entry = word(i);
    constexpr ClassBits closed =
        bit(WordClass::be) | bit(WordClass::have) | bit(WordClass::do_verb) | bit(WordClass::modal) |
        bit(WordClass::negation) | bit(WordClass::to) | bit(WordClass::according) | bit(WordClass::conjunction) |
        bit(WordClass::relative) | bit(WordClass::preposition) | bit(WordClass::subordinator) |
        bit(WordClass::pronoun) | bit(WordClass::determiner) | bit(WordClass::number);
    if ((entry.classes & closed) == 0) {
      if ((entry.verb_forms & ing_form) != 0 && tag_before(i) == Tag::be) return Tag::gerund;
      return entry.verb == 0 ? without_verb(i) : with_verb(i);
    }
    if (entry.is(WordClass::be)) return Tag::be;
    if ((entry.verb_forms & ing_form) != 0 && tag_before(i) == Tag::be) return Tag::gerund;
    if (entry.is(WordClass::have)) return Tag::have;
    if (entry.is(WordClass::do_verb)) return Tag::do_verb;
    if (entry.is(WordClass::modal)) return Tag::modal;
    if (entry.is(WordClass::negation) && !entry.is(WordClass::preposition) && !entry.is(WordClass::conjunction) &&
        !entry.is(WordClass::determiner)) {
      return Tag::negation;
    }
    if (entry.is(WordClass::to)) return to_tag(i);
    if (entry.is(WordClass::according)) return Tag::preposition;
    if (entry.is(WordClass::conjunction)) return Tag::conjunction;
    if (entry.is(WordClass::relative)) return relative_tag(i);
    if (entry.is(WordClass::preposition)) return Tag::preposition;
    if (entry.is(WordClass::subordinator)) return Tag::subordinator;
    if (entry.is(WordClass::pronoun) && !entry.is(WordClass::determiner)) {
      return entry.is(WordClass::number) ? Tag::number : Tag::pronoun;
    }
    if (entry.is(WordClass::determiner)) return determiner_tag(i);
    if (entry.is(WordClass::number)) return Tag::number;
    if (entry.verb == 0) return without_verb(i);
    return with_verb(i);
  }

  [[nodiscard]] Tag without_verb(Index i) const {
    const Word& entry = word(i);
    if (entry.is(WordClass::adjective) && entry.noun == 0 && !entry.is(WordClass::role) && !entry.is(WordClass::adverb)) {
      return Tag::adjective;
    }
    if (entry.is(WordClass::adverb)) {
      return entry.is(WordClass::adjective) && followed_by_noun(i) ? Tag::adjective : Tag::adverb;
    }
    if (entry.is(WordClass::adjective) && followed_by_noun(i)) return Tag::adjective;
    if (entry.noun == 0 && !entry.is(WordClass::role)) return guess(i, text(i));
    return Tag::noun;
  }

  [[nodiscard]] Tag to_tag(Index i) const {
    Index j = i + 1;
    while (inside(j) && (is(j, WordClass::adverb) || (word(j).form == 0 && text(j).ends_with("ly")))) ++j;
    if (!inside(j) || at(j).timex != none) return Tag::preposition;
    const Word& next = word(j);
    if (next.is(WordClass::be) || next.is(WordClass::have) || next.is(WordClass::do_verb)) return Tag::to;
    if (at(j).capital && !sentence_.title_case) return Tag::preposition;
    if ((next.verb_forms & base_form) == 0) return Tag::preposition;
    return at(j).mention == none || sentence_.title_case ? Tag::to : Tag::preposition;
  }

  [[nodiscard]] Tag relative_tag(Index i) const {
    if (!word(i).is(WordClass::that)) return Tag::relative;
    const Tag left = tag_before(i);
    // "that city": after a preposition or a verb of action with a noun to follow and a verb later it is a determiner.
    if (left == Tag::preposition) return Tag::determiner;
    return Tag::relative;
  }

  [[nodiscard]] Tag determiner_tag(Index i) const {
    const Word& entry = word(i);
    if (entry.is(WordClass::pronoun) || entry.is(WordClass::personal)) {
      return followed_by_noun(i) ? Tag::determiner : Tag::pronoun;
    }
    return Tag::determiner;
  }

  [[nodiscard]] Tag with_verb(Index i) const {
    const Word& entry = word(i);
    const bool noun = entry.noun != 0 || entry.is(WordClass::role);
    const bool ing = (entry.verb_forms & ing_form) != 0;
    if (ing) return ing_form_tag(i, noun);
    if (entry.is(WordClass::adjective)) return adjective_or_verb(i);
    if ((entry.verb_forms & (past_form | participle_form)) != 0 && (entry.verb_forms & base_form) == 0) {
      return noun && noun_context(i) ? Tag::noun : participle_or_verb(i);
    }
    if (!noun) return plain_verb(i);
    return noun_or_verb(i);
  }

  [[nodiscard]] bool noun_context(Index i) const {
    const Tag left = tag_before(i);
    return left == Tag::determiner || left == Tag::adjective || left == Tag::possessive || left == Tag::number;
  }

  // A verb that the lexicon knows as no noun; a determiner before it still makes it one ("the plunge").
  [[nodiscard]] Tag plain_verb(Index i) const {
    const Tag left = tag_before(i);
    if (left == Tag::determiner || left == Tag::possessive) return Tag::noun;
    if (left == Tag::number && (word(i).verb_forms & third_form) != 0) return Tag::noun;   // "20 pounds"
    if (left == Tag::verb && before(i) == i - 1 && (word(i).verb_forms & (past_form | third_form)) == 0 &&
        !is(i - 1, WordClass::object_control)) {
      return Tag::noun;   // "fired tear gas"; but "helped rebuild"
    }
    return Tag::verb;
  }

  [[nodiscard]] Tag adjective_or_verb(Index i) const {
    const Tag left = tag_before(i);
    if (left == Tag::to || left == Tag::modal || left == Tag::do_verb) return Tag::verb;
    const Word& entry = word(i);
    const bool past = (entry.verb_forms & (past_form | participle_form | third_form)) != 0;
    if (past && (left == Tag::noun || left == Tag::name || left == Tag::pronoun || left == Tag::relative ||
                 left == Tag::be || left == Tag::have || left == Tag::conjunction)) {
      return noun_context(i) ? Tag::adjective : Tag::verb;
    }
    if ((left == Tag::pronoun && is(before(i), WordClass::subject_pronoun)) || left == Tag::relative) return Tag::verb;
    if ((left == Tag::noun || left == Tag::name) && !followed_by_noun(i) && inside(i + 1) &&
        is(i + 1, WordClass::determiner)) {
      return Tag::verb;
    }
    return Tag::adjective;
  }

  // "the suspected militant", "of detained activists": before a noun and not after a subject.
  [[nodiscard]] Tag participle_or_verb(Index i) const {
    const Tag left = tag_before(i);
    const bool can_modify = left == Tag::determiner || left == Tag::possessive || left == Tag::preposition ||
                            left == Tag::adjective || left == Tag::number || left == Tag::stop ||
                            left == Tag::participle;
    if (can_modify && followed_by_noun(i)) return Tag::adjective;
    if (left == Tag::determiner || left == Tag::possessive) return Tag::noun;   // "the injured"
    if (left == Tag::verb && followed_by_noun(i) && !word(i).is(WordClass::speech) && (word(before(i)).verb_forms & ing_form) == 0 &&
        (word(i).verb_forms & base_form) == 0) {
      return Tag::adjective;   // "freed jailed activists"
    }
    if (left == Tag::conjunction && followed_by_noun(i) && before(i) > 0 && at(before(i) - 1).tag == Tag::adjective) {
      return Tag::adjective;
    }
    return Tag::verb;
  }

  [[nodiscard]] Tag ing_form_tag(Index i, bool noun) const {
    const Tag left = tag_before(i);
    if (left == Tag::be) return Tag::gerund;
    if (left == Tag::determiner || left == Tag::possessive || left == Tag::adjective || left == Tag::number) {
      return followed_by_noun(i) && !noun ? Tag::adjective : Tag::noun;
    }
    if (noun) {
      // "a car bombing", "peace-keeping meeting in": a noun unless it has an object.
      if (left == Tag::comma || left == Tag::stop) return takes_object(i) ? Tag::gerund : Tag::noun;
      if (left == Tag::preposition || left == Tag::conjunction || left == Tag::verb) {
        return takes_object(i) ? Tag::gerund : Tag::noun;
      }
      if (left == Tag::noun || left == Tag::name) return takes_object(i) && !has_later_verb(i) ? Tag::gerund : Tag::noun;
      return Tag::noun;
    }
    return Tag::gerund;
  }

  [[nodiscard]] bool takes_object(Index i) const {
    const Index j = i + 1;
    if (!inside(j) || is_mark(j)) return false;
    const Word& next = word(j);
    return next.is(WordClass::determiner) || next.is(WordClass::number) || is_number(j) || next.is(WordClass::pronoun) ||
           (at(j).capital && !next.is(WordClass::preposition) && !sentence_.title_case && at(j).timex == none);
  }

  // Is there a sure finite verb later in this clause?
  [[nodiscard]] bool has_later_verb(Index i) const {
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
      if (entry.is(WordClass::modal) || entry.is(WordClass::be) || entry.is(WordClass::have)) return true;
      const bool past = (entry.verb_forms & past_form) != 0;
      const bool third = (entry.verb_forms & third_form) != 0 && entry.noun == 0 && !entry.is(WordClass::role);
      if (third) return true;
      const bool unsure = (entry.verb_forms & participle_form) != 0 && inside(j + 1) && is(j + 1, WordClass::preposition);
      if (past && !unsure && j > i + 1) {
        const Word& left = word(j - 1);
        const bool modifies = left.is(WordClass::determiner) || left.is(WordClass::preposition) ||
                              left.is(WordClass::adjective) || text(j - 1).ends_with("s'");
        if (!modifies) return true;
      }
    }
    return false;
  }

  [[nodiscard]] bool starts_phrase(Index j) const {
    if (!inside(j) || is_mark(j)) return false;
    const Word& entry = word(j);
    return entry.is(WordClass::determiner) || entry.is(WordClass::number) || is_number(j) ||
           entry.is(WordClass::pronoun) || entry.is(WordClass::adjective) || at(j).capital || entry.is(WordClass::to) ||
           entry.is(WordClass::adverb) || (entry.form == 0) || entry.is(WordClass::role);
  }

  [[nodiscard]] Tag noun_or_verb(Index i) const {
    const Word& entry = word(i);
    const Index j = before(i);
    const Tag left = j < 0 ? Tag::stop : at(j).tag;
    const bool past = (entry.verb_forms & (past_form | participle_form)) != 0;
    switch (left) {
      case Tag::to: case Tag::modal: case Tag::do_verb: return Tag::verb;
      case Tag::relative: return opens_complement(j) ? Tag::noun : Tag::verb;
      case Tag::have: return past ? Tag::verb : Tag::noun;
      case Tag::be: return past ? Tag::verb : Tag::noun;
      case Tag::pronoun: return is(j, WordClass::subject_pronoun) || !noun_context(i) ? Tag::verb : Tag::noun;
      case Tag::determiner: case Tag::adjective: case Tag::possessive: case Tag::preposition: return Tag::noun;
      case Tag::number: return first_verb(i) ? Tag::verb : Tag::noun;
      case Tag::noun: case Tag::name: case Tag::closing: return after_noun(i, j);
      case Tag::conjunction: case Tag::comma: return after_conjunction(i, j);
      default: return Tag::noun;
    }
  }

  // "A quake of magnitude 5 strikes Iran": an object behind it, and no other verb in the clause.
  [[nodiscard]] bool first_verb(Index i) const {
    return (word(i).verb_forms & third_form) != 0 && takes_object(i) && !has_verb_before(i) && !has_later_verb(i);
  }

  // "Court issues arrest warrant": headlines drop the articles.
  [[nodiscard]] bool first_verb_of_headline(Index i) const {
    return inside(i + 2) && !is_mark(i + 1) && !is(i + 1, WordClass::preposition) &&
           !is(i + 1, WordClass::conjunction) && !has_verb_before(i) && !has_later_verb(i);
  }

  [[nodiscard]] bool has_verb_before(Index i) const {
    for (Index k = i - 1; k >= 0 && k > i - look_ahead; --k) {
      const Tag tag = at(k).tag;
      if (tag == Tag::verb || tag == Tag::be || tag == Tag::have || tag == Tag::modal) return true;
      if (tag == Tag::comma || tag == Tag::stop || tag == Tag::subordinator || tag == Tag::relative) return false;
    }
    return false;
  }

  // "said that rebels": a clause begins behind this "that", with its subject.
  [[nodiscard]] bool opens_complement(Index j) const {
    return word(j).is(WordClass::that) && j > 0 && (at(j - 1).tag == Tag::verb || at(j - 1).timex != none);
  }

  [[nodiscard]] Tag after_noun(Index i, Index j) const {
    const Word& entry = word(i);
    const bool adverb_between = j != i - 1;
    const bool starts = starts_phrase(i + 1);
    const bool preposition_next = inside(i + 1) && is(i + 1, WordClass::preposition);
    const bool last = !inside(i + 1) || is_mark(i + 1);
    if (is_compound(i)) return Tag::noun;
    if (adverb_between && (starts || preposition_next || last)) return Tag::verb;
    if ((entry.verb_forms & (past_form | participle_form)) != 0 && (entry.noun_forms & singular_form) != 0) {
      return has_later_verb(i) ? Tag::noun : Tag::verb;   // "hit", "cut", "put", "shot", "wound", "found"
    }
    if ((entry.verb_forms & third_form) != 0) {
      // "security forces", "border guards": role nouns are verbs only before a sure object.
      if (entry.is(WordClass::role) && !takes_object(i)) return Tag::noun;
      if (at(j).plural && at(j).tag == Tag::noun && text(j).ends_with("s")) return Tag::noun;
      if (starts && !has_later_verb(i)) return Tag::verb;
      if (sentence_.headline && first_verb_of_headline(i)) return Tag::verb;
      if (preposition_next && at(j).tag == Tag::name && !has_later_verb(i) && !entry_is_event(i)) return Tag::verb;
      return Tag::noun;
    }
    if (singular_phrase(j)) return Tag::noun;
    const bool plural = at(j).plural || joined_subject(j) || plural_before(j);
    return plural && (starts || preposition_next) && !has_later_verb(i) ? Tag::verb : Tag::noun;
  }

  // "suicide attack": an event noun of two words.
  [[nodiscard]] bool is_compound(Index i) const {
    const Range senses = context_.lexicon.noun_senses(word(i).noun);
    for (std::uint32_t s = senses.first; s < senses.last; ++s) {
      const FormId modifier = context_.lexicon.noun_sense(s).modifier;
      if (modifier != 0 && modifier == at(i - 1).form) return true;
    }
    return false;
  }

  [[nodiscard]] bool entry_is_event(Index i) const {
    const Range senses = context_.lexicon.noun_senses(word(i).noun);
    return word(i).noun != 0 && senses.first != senses.last;
  }

  // "a Taliban attack": the phrase that ends at j begins with a word that makes it one thing.
  [[nodiscard]] bool singular_phrase(Index j) const {
    for (Index k = j; k >= 0 && k > j - 6; --k) {
      if (at(k).tag == Tag::determiner) return word(k).is(WordClass::singular);
      if (at(k).tag != Tag::noun && at(k).tag != Tag::name && at(k).tag != Tag::adjective && at(k).tag != Tag::number) {
        return false;
      }
    }
    return false;
  }

  // "workers in Brazil call": the plural subject stands before a preposition, and no verb has come yet.
  [[nodiscard]] bool plural_before(Index j) const {
    bool preposition = false;
    for (Index k = j; k >= 0 && k > j - 8; --k) {
      switch (at(k).tag) {
        case Tag::preposition: preposition = true; break;
        case Tag::noun: if (preposition) return at(k).plural && at(k).timex == none && opens_clause(k); break;
        case Tag::name: case Tag::determiner: case Tag::adjective: break;
        default: return false;
      }
    }
    return false;
  }

  // Does the phrase around k stand first in its clause?
  [[nodiscard]] bool opens_clause(Index k) const {
    while (k >= 0 && (at(k).tag == Tag::noun || at(k).tag == Tag::name || at(k).tag == Tag::adjective ||
                      at(k).tag == Tag::determiner || at(k).tag == Tag::number || at(k).tag == Tag::adverb)) {
      --k;
    }
    return k < 0 || at(k).tag == Tag::comma || at(k).tag == Tag::stop || at(k).tag == Tag::quote ||
           at(k).tag == Tag::subordinator || at(k).tag == Tag::relative;
  }

  // "Russia and Turkey": a conjunction shortly before the name at j.
  [[nodiscard]] bool joined_subject(Index j) const {
    for (Index k = j; k >= 0 && k > j - 5; --k) {
      if (at(k).tag == Tag::conjunction) return true;
      if (at(k).tag != Tag::name && at(k).tag != Tag::adjective && at(k).tag != Tag::noun &&
          at(k).tag != Tag::determiner) {
        return false;
      }
    }
    return false;
  }

  [[nodiscard]] Tag after_conjunction(Index i, Index j) const {
    const Word& entry = word(i);
    if (!starts_phrase(i + 1) && !(inside(i + 1) && is(i + 1, WordClass::preposition))) return Tag::noun;
    // "meets the king and visits Paris": the same form stands before it in this clause.
    for (Index k = j - 1; k >= 0 && k > j - 14; --k) {
      if (at(k).tag == Tag::verb && (word(k).verb_forms & entry.verb_forms & (third_form | past_form)) != 0) {
        return starts_phrase(i + 1) ? Tag::verb : Tag::noun;
      }
      if (at(k).tag == Tag::to && (entry.verb_forms & base_form) != 0 && starts_phrase(i + 1)) return Tag::verb;
      if (at(k).tag == Tag::stop) return Tag::noun;
    }
    return Tag::noun;
  }

  [[nodiscard]] bool is_plural(Index i) const {
    const Unit& unit = at(i);
    if (unit.tag != Tag::noun && unit.tag != Tag::name && unit.tag != Tag::pronoun) return false;
    const Word& entry = word(i);
    if ((entry.noun_forms & plural_form) != 0) return true;
    if (entry.is(WordClass::armed) && !text(i).ends_with("s")) return true;   // police, military, Taliban
    const std::string_view form = text(i);
    return unit.tag == Tag::noun && form.size() > 3 && form.ends_with("s") && !form.ends_with("ss") &&
           !form.ends_with("us") && !form.ends_with("is");
  }

  const Context& context_;
  Sentence& sentence_;
  std::vector<Unit>& units_;
};

}  // namespace

void tag_units(const Context& context, Sentence& sentence) { Tagger(context, sentence).run(); }

}  // namespace dateline::extract
