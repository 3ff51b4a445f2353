// Tokens into units: hyphenated words, dotted acronyms, decimal numbers and abbreviations become
// one unit each, and every unit knows its lexicon entry, its mention and its time expression.
#include <algorithm>
#include <limits>

#include "extract/sentence.h"

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
        next_mention_(span_at(context.annotations.mentions, mention)),
        next_timex_(span_at(context.annotations.timexes, timex)) {}

  void run() {
    const Lexicon& lexicon = context_.lexicon;
    const std::uint32_t* const hash = tokens_.hash.data();
    const std::uint32_t* const begin = tokens_.begin.data();
    const std::uint32_t* const end = tokens_.end.data();
    const std::uint16_t* const flags = tokens_.flags.data();
    const std::uint32_t last = sentence_.tokens.last;
    bool quoted = false;
    ClassBits classes = 0;
    FamilyBits families = 0;
    for (std::uint32_t i = sentence_.tokens.first; i < last;) {
      Unit& unit = sentence_.units.add();
      const bool mark = (flags[i] & text::is_mark) != 0;
      if (mark && is_quote(i)) quoted = opens_quote(i, quoted);
      const bool one_token = i + 1 == last || (flags[i + 1] & text::glued) == 0;
      const std::uint32_t behind = one_token ? i + 1 : end_of_unit(i);
      const FormId form = one_token ? lexicon.find(hash[i], end[i] - begin[i]) : form_of(i, behind);
      const Word& word = lexicon.word(form);
      const bool capital = (flags[i] & text::starts_upper) != 0;
      unit = {i, behind, &word, none, none, form, Tag::stop, capital, quoted, false};
      classes |= word.classes;
      families |= family_bit(word.family);
      if (end[behind - 1] > next_found_) attach(unit, begin[i], end[behind - 1]);
      if (end[behind - 1] - begin[i] >= title_word && (flags[i] & text::is_word) != 0) {
        ++words_;
        capitals_ += capital ? 1 : 0;
      }
      i = behind;
    }
    sentence_.units.finish();
    sentence_.classes = classes;
    sentence_.families = families;
    // A headline in Title Case: its capitals do not tell names.
    sentence_.title_case = words_ >= 3 && capitals_ * 10 >= words_ * 8;
  }

 private:
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
  [[nodiscard]] bool is_quote(std::uint32_t i) const {
    if (first_char(i) == ',' || first_char(i) == '.') return false;
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
    return form == 0 && folded.ends_with("n't") ? lexicon.form("n't") : form;
  }

  // The mention and the time expression that the unit has bytes of.
  void attach(Unit& unit, std::uint32_t begin, std::uint32_t end) {
    const auto& mentions = context_.annotations.mentions;
    const auto& timexes = context_.annotations.timexes;
    while (next_mention_.end <= begin) next_mention_ = span_at(mentions, ++mention_);
    if (next_mention_.begin < end && mentions[mention_].reading != Reading::credit) {
      unit.mention = static_cast<Index>(mention_);
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
  Span next_mention_, next_timex_;
  std::uint32_t next_found_ = 0;  // where the first of the two begins
  int words_ = 0, capitals_ = 0;  // among the words that are not small
};

}  // namespace

void make_units(const Context& context, std::size_t& mention, std::size_t& timex,
                Sentence& sentence) {
  UnitMaker(context, mention, timex, sentence).run();
}

}  // namespace dateline::extract
