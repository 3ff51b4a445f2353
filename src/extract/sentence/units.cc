// Tokens into units: hyphenated words, dotted acronyms, decimal numbers and abbreviations become
// one unit each, and every unit knows its lexicon entry, its mention and its time expression.
#include <algorithm>
#include <limits>

#include "extract/sentence/sentence.h"

namespace dateline::extract {
namespace {

constexpr std::uint32_t title_word =
    4;  // bytes of a word that Title Case writes with a capital, at least

class UnitMaker {
 public:
  UnitMaker(const Context& context, std::size_t& mention, std::size_t& timex, Sentence& sentence)
      : context_(context),
        tokens_(context.reading.tokens),
        mention_(mention),
        timex_(timex),
        sentence_(sentence),
        units_(sentence.units),
        undecided_(sentence.undecided),
        telling_(sentence.telling),
        idioms_(sentence.idioms),
        next_mention_(span_at(context.annotations.mentions, mention)),
        next_timex_(span_at(context.annotations.timexes, timex)) {}

  void run() {
    make();
    gather();
  }

 private:
  void make() {
    const std::uint16_t* const flags = tokens_.flags.data();
    const std::uint32_t* const ends = tokens_.end.data();
    const std::uint32_t last = sentence_.tokens.last;
    constexpr std::uint16_t cased = text::is_word | text::starts_upper;
    for (std::uint32_t i = sentence_.tokens.first; i < last;) {
      const std::uint16_t flag = flags[i];
      Tag tag = Tag::other;
      if ((flag & text::is_mark) != 0) {
        note_quote(i);
        tag = tag_of_mark(first_char(i));
      }
      const bool one_token =
          i + 1 == last || (flags[i + 1] & text::glued) == 0 || stands_alone(i, flag);
      const Found found = one_token ? find(i) : find_glued(i);
      const Word& word = context_.lexicon.word(found.form);
      const bool capital = (flag & text::starts_upper) != 0;
      if ((flag & cased) == text::is_word) tag = word.tag;
      Unit& unit = units_.add() = {
          i,     found.last,         &word, none, none, found.form, tag, capital, quoted_,
          false, found.last != i + 1};
      if (ends[found.last - 1] > next_found_) attach(unit);
      i = found.last;
    }
    units_.finish();
  }

  // What its words have together, and which of them the next steps look at.
  void gather() {
    ClassBits classes = 0;
    FamilyBits families = 0;
    Index capitals = 0;
    const Index size = units_.size();
    for (Index i = 0; i < size; ++i) {
      const Unit& unit = units_[i];
      const Word& word = *unit.word;
      classes |= word.classes;
      families |= family_bit(word.family);
      capitals += unit.capital ? 1 : 0;
      undecided_.add_if(i, unit.tag == Tag::other);
      telling_.add_if(i, unit.telling | word.tells);
      idioms_.add_if(i, word.starts_idiom);
    }
    sentence_.classes = classes;
    sentence_.families = families;
    sentence_.title_case = is_title_case(capitals);
  }

  // A headline in Title Case: its capitals do not tell names. Four of five words that are not small
  // have one; no need to count on where more have none than `capitals` allow.
  [[nodiscard]] bool is_title_case(Index capitals) const {
    Index words = 0, small = 0;
    for (const Unit& unit : units_) {
      if (tokens_.end[unit.last - 1] - tokens_.begin[unit.first] < title_word ||
          !tokens_.has(unit.first, text::is_word))
        continue;
      ++words;
      if (!unit.capital && ++small * 4 > capitals) return false;
    }
    return words >= 3 && words >= small * 5;
  }

  // A unit that was found: up to which token, and its entry.
  struct Found {
    std::uint32_t last;
    FormId form;
  };

  [[nodiscard]] Found find(std::uint32_t i) const {
    return {i + 1, context_.lexicon.find(tokens_.hash[i], tokens_.end[i] - tokens_.begin[i])};
  }
  // Of a token that the next stands close to.
  [[nodiscard, gnu::noinline]] Found find_glued(std::uint32_t i) const {
    const std::uint32_t last = end_of_unit(i);
    return {last, form_of(i, last)};
  }
  // Is it surely a unit by itself, though the next token stands close to it? Marks but "$" are, and
  // what stands before no mark, or before one that is no part of any word.
  [[nodiscard]] bool stands_alone(std::uint32_t i, std::uint16_t flag) const {
    if ((flag & text::is_mark) != 0) return first_char(i) != '$';
    if (!tokens_.has(i + 1, text::is_mark)) return true;
    return (flag & text::is_word) != 0 && ends_word(first_char(i + 1));
  }
  [[nodiscard]] static bool ends_word(char mark) {
    constexpr auto marks = [](char c) { return std::uint64_t{1} << c; };
    constexpr std::uint64_t ending = marks(',') | marks(')') | marks('"') | marks(':') | marks(';');
    return mark >= 0 && mark < 64 && (ending >> mark & 1) != 0;
  }

  [[nodiscard]] char first_char(std::uint32_t i) const {
    return context_.reading.text[tokens_.begin[i]];
  }
  [[nodiscard]] bool is_char(std::uint32_t i, char wanted) const {
    return i < sentence_.tokens.last && tokens_.has(i, text::is_mark) && first_char(i) == wanted;
  }
  [[nodiscard]] bool glued(std::uint32_t i) const {
    return i < sentence_.tokens.last && tokens_.has(i, text::glued);
  }
  [[nodiscard]] bool wordlike(std::uint32_t i) const {
    return i < sentence_.tokens.last && tokens_.has(i, text::is_word | text::is_number);
  }
  [[nodiscard]] bool is_dash(std::uint32_t i) const {
    if (i >= sentence_.tokens.last || !tokens_.has(i, text::is_mark)) return false;
    // U+2010 and U+2011 are hyphens too; the en dash (U+2013) joins names ("Paris–Berlin") but also
    // clauses.
    return first_char(i) == '-' || tokens_.of(i, context_.reading.text) == "\xE2\x80\x91" ||
           tokens_.of(i, context_.reading.text) == "\xE2\x80\x90";
  }
  [[nodiscard]] bool is_apostrophe(std::uint32_t i) const {
    return is_char(i, '\'') ||
           (i < sentence_.tokens.last && !tokens_.has(i, text::is_word | text::is_number) &&
            tokens_.of(i, context_.reading.text) == "\xE2\x80\x99");
  }
  void note_quote(std::uint32_t i) {
    const char c = first_char(i);
    const bool ascii = static_cast<unsigned char>(c) < 0x80;
    if (c == '"' || (!ascii && is_quote(i))) quoted_ = opens_quote(i, quoted_);
  }
  [[nodiscard, gnu::noinline]] bool is_quote(std::uint32_t i) const {
    const std::string_view mark = tokens_.of(i, context_.reading.text);
    return mark == "\"" || mark == "\xE2\x80\x9C" || mark == "\xE2\x80\x9D" || mark == "\xC2\xAB" ||
           mark == "\xC2\xBB";
  }
  [[nodiscard]] bool opens_quote(std::uint32_t i, bool quoted) const {
    const std::string_view mark = tokens_.of(i, context_.reading.text);
    if (mark == "\xE2\x80\x9C" || mark == "\xC2\xAB") return true;
    if (mark == "\xE2\x80\x9D" || mark == "\xC2\xBB") return false;
    return !quoted;
  }

  [[nodiscard]] std::uint32_t end_of_unit(std::uint32_t i) const {
    std::uint32_t last = i + 1;
    if (!glued(last)) return last;
    if (tokens_.has(i, text::is_mark)) {
      // "$5": the sign belongs to the number.
      if ((is_char(i, '$')) && glued(last) && wordlike(last)) return end_of_unit(last);
      return last;
    }
    const bool number = tokens_.has(i, text::is_number);
    while (glued(last)) {
      if (is_dash(last) && glued(last) && glued(last + 1) && wordlike(last + 1)) {
        last += 2;
      } else if (number && (is_char(last, '.') || is_char(last, ',')) && glued(last) &&
                 glued(last + 1) && tokens_.has(last + 1, text::is_number)) {
        last += 2;
      } else if (is_acronym_dot(i, last)) {
        ++last;
        while (glued(last) && wordlike(last) && tokens_.end[last] - tokens_.begin[last] == 1 &&
               is_char(last + 1, '.') && glued(last + 1)) {
          last += 2;
        }
      } else if (is_apostrophe(last) && glued(last) && glued(last + 1) && wordlike(last + 1)) {
        last += 2;  // don't, O'Neill
      } else {
        break;
      }
    }
    return last;
  }

  // "U.S.", "Gen.": the dot belongs to the word.
  [[nodiscard]] bool is_acronym_dot(std::uint32_t first, std::uint32_t at) const {
    if (at != first + 1 || !is_char(at, '.') || !glued(at) || !tokens_.has(first, text::is_word))
      return false;
    const bool letter =
        tokens_.end[first] - tokens_.begin[first] == 1 && tokens_.has(first, text::starts_upper);
    if (letter) return true;
    const bool abbreviation = first < context_.reading.abbreviation.size() &&
                              (context_.reading.abbreviation[first] & text::abbreviation_hint) != 0;
    return abbreviation && at + 1 < sentence_.tokens.last;
  }

  [[nodiscard]] FormId form_of(std::uint32_t first, std::uint32_t last) const {
    const Lexicon& lexicon = context_.lexicon;
    if (last - first == 1 || is_char(last - 1, '.')) {
      return lexicon.find(tokens_.hash[first], tokens_.end[first] - tokens_.begin[first]);
    }
    const Span span{tokens_.begin[first], tokens_.end[last - 1]};
    const std::string folded = text::fold(span.of(context_.reading.text));
    const FormId form = lexicon.form(folded);
    if (form != 0) return form;
    const FoundEnds ends = lexicon.ends().of(folded);
    if (!ends.has(WordEnd::negated)) return form;
    return lexicon.form(std::string_view(folded).substr(folded.size() - ends.longest()));
  }

  // The mention and the time expression that the unit has bytes of.
  [[gnu::noinline]] void attach(Unit& unit) {
    const std::uint32_t begin = tokens_.begin[unit.first], end = tokens_.end[unit.last - 1];
    const auto& mentions = context_.annotations.mentions;
    const auto& timexes = context_.annotations.timexes;
    while (next_mention_.end <= begin) next_mention_ = span_at(mentions, ++mention_);
    if (next_mention_.begin < end && mentions[mention_].reading != Reading::credit) {
      unit.mention = static_cast<Index>(mention_);
      unit.tag = Tag::other;
      unit.telling = true;
      sentence_.has_mention = true;
    }
    while (next_timex_.end <= begin) next_timex_ = span_at(timexes, ++timex_);
    if (next_timex_.begin < end) {
      unit.timex = static_cast<Index>(timex_);
      sentence_.has_timex = true;
    }
    next_found_ = std::min(next_mention_.begin, next_timex_.begin);
  }

  // Behind the last one: a span that no unit reaches.
  template <typename Found>
  [[nodiscard]] static Span span_at(const std::vector<Found>& found, std::size_t i) {
    constexpr std::uint32_t never = std::numeric_limits<std::uint32_t>::max();
    return i < found.size() ? found[i].span : Span{never, never};
  }

  const Context& context_;
  const text::Tokens& tokens_;
  std::size_t& mention_;
  std::size_t& timex_;
  Sentence& sentence_;
  Row<Unit>& units_;
  Row<Index>&undecided_, &telling_, &idioms_;
  Span next_mention_, next_timex_;
  std::uint32_t next_found_ = 0;  // where the first of the two begins
  bool quoted_ = false;
};

}  // namespace

void make_units(const Context& context, std::size_t& mention, std::size_t& timex,
                Sentence& sentence) {
  UnitMaker(context, mention, timex, sentence).run();
}

}  // namespace dateline::extract
