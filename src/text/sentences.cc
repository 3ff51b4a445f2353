// Where sentences end: at . ! ? … with the quotes and brackets that close there, when a blank and
// something that can begin a sentence follow. What must not end one: abbreviations, initials,
// dotted acronyms, numbers of lists.
#include "text/chars.h"
#include "text/text.h"

namespace dateline::text {
namespace {

class Splitter {
 public:
  Splitter(std::string_view text, const Tokens& tokens, TokenRange range,
           const std::vector<std::uint8_t>& hints)
      : text_(text), tokens_(tokens), range_(range), hints_(hints) {}

  void run(std::vector<TokenRange>& found) {
    std::uint32_t start = range_.first;
    for (std::uint32_t i = range_.first; i < range_.last;) {
      i = skip_words(i);
      std::uint32_t next = i + 1;
      bool ends = false;
      if (is_terminator(i)) {
        next = end_of_run(i);
        ends = next < range_.last && can_begin(next) && !is_part_of_sentence(start, i, next);
      }
      if (next >= range_.last) break;
      if (ends || tokens_.has(next, after_blank_line)) {
        found.push_back({start, next});
        start = next;
      }
      i = next;
    }
    if (start < range_.last) found.push_back({start, range_.last});
  }

 private:
  // The next token that is a mark, or stands before a blank line, or is the last.
  [[nodiscard]] std::uint32_t skip_words(std::uint32_t i) const {
    const std::uint16_t* const flags = tokens_.flags.data();
    const std::uint32_t last = range_.last - 1;
    while (i < last && (flags[i] & is_mark) == 0 && (flags[i + 1] & after_blank_line) == 0) ++i;
    return i;
  }
  [[nodiscard]] char32_t code(std::uint32_t i) const {
    return decode(text_, tokens_.begin[i]).code;
  }
  [[nodiscard]] bool is_glued(std::uint32_t i) const { return tokens_.has(i, glued); }
  [[nodiscard]] bool hint(std::uint32_t i, std::uint8_t bit) const {
    return i < hints_.size() && (hints_[i] & bit) != 0;
  }
  [[nodiscard]] bool is_dot(std::uint32_t i) const {
    return tokens_.end[i] - tokens_.begin[i] == 1 && text_[tokens_.begin[i]] == '.';
  }
  [[nodiscard]] bool is_terminator(std::uint32_t i) const {
    if (!tokens_.has(i, is_mark)) return false;
    switch (code(i)) {
      case U'.':
      case U'!':
      case U'?':
      case U'…':
      case U'。':
      case U'！':
      case U'？':
      case U'؟':
      case U'۔':
      case U'।':
        return true;
      default:
        return false;
    }
  }
  [[nodiscard]] bool is_closer(std::uint32_t i) const {
    switch (code(i)) {
      case U'"':
      case U'\'':
      case U'”':
      case U'’':
      case U'»':
      case U'›':
      case U')':
      case U']':
      case U'}':
        return true;
      default:
        return false;
    }
  }
  [[nodiscard]] bool is_opener(std::uint32_t i) const {
    switch (code(i)) {
      case U'"':
      case U'\'':
      case U'“':
      case U'‘':
      case U'„':
      case U'«':
      case U'‹':
      case U'(':
      case U'[':
      case U'`':
        return true;
      default:
        return false;
    }
  }
  [[nodiscard]] bool is_bracket(std::uint32_t i) const {
    return code(i) == U'(' || code(i) == U'[';
  }
  // Marks that go on with a sentence: "Yahoo! , which".
  [[nodiscard]] bool goes_on(std::uint32_t i) const {
    switch (code(i)) {
      case U',':
      case U';':
      case U':':
      case U'%':
      case U'/':
      case U'&':
      case U'+':
      case U'=':
      case U')':
      case U']':
      case U'}':
        return true;
      default:
        return is_terminator(i);
    }
  }
  [[nodiscard]] bool is_dash(std::uint32_t i) const {
    const char32_t mark = code(i);
    return mark == U'-' || (mark >= 0x2010 && mark <= 0x2015);
  }

  // Past the terminators and closers that follow `i` without a blank.
  [[nodiscard]] std::uint32_t end_of_run(std::uint32_t i) const {
    std::uint32_t next = i + 1;
    while (next < range_.last && is_glued(next) && tokens_.has(next, is_mark) &&
           (is_terminator(next) || is_closer(next))) {
      ++next;
    }
    return next;
  }

  [[nodiscard]] bool can_begin(std::uint32_t next) const {
    if (tokens_.has(next, after_blank_line)) return true;
    if (is_glued(next)) return tokens_.has(next, is_mark) && code(next) == U'“';
    if (tokens_.has(next, is_mark)) {
      if (goes_on(next)) return false;
      const bool looks_through = is_dash(next) || is_opener(next);
      return !looks_through || next + 1 >= range_.last || !is_lower(next + 1);
    }
    return !is_lower(next);
  }

  [[nodiscard]] bool is_lower(std::uint32_t i) const {
    return tokens_.has(i, is_word) && !tokens_.has(i, starts_upper) &&
           kind_of(code(i)) == CharKind::lower;
  }

  [[nodiscard]] bool is_one_letter(std::uint32_t i) const {
    return tokens_.has(i, is_word) &&
           decode(text_, tokens_.begin[i]).size == tokens_.end[i] - tokens_.begin[i];
  }

  [[nodiscard]] bool is_abbreviation(std::uint32_t i) const {
    return hint(i, abbreviation_hint) || (hint(i, capital_hint) && tokens_.has(i, starts_upper));
  }

  // "The", but not the initial in "J. A. Orr".
  [[nodiscard]] bool opens(std::uint32_t i) const {
    const bool is_initial =
        is_one_letter(i) && i + 1 < range_.last && is_glued(i + 1) && is_dot(i + 1);
    return hint(i, opener_hint) && !is_initial;
  }

  // The terminator at `i` with `next` after its run: does it belong to an abbreviation rather than
  // end a sentence?
  [[nodiscard]] bool is_part_of_sentence(std::uint32_t start, std::uint32_t i,
                                         std::uint32_t next) const {
    if (tokens_.has(next, after_blank_line)) return false;
    if (next != i + 1 || !is_dot(i) || i == start || !is_glued(i)) return false;
    const std::uint32_t word = i - 1;
    if (tokens_.has(word, is_number)) return word == start;  // "1. The talks"
    if (!tokens_.has(word, is_word)) return false;
    if (is_abbreviation(word)) return !opens(next);
    if (tokens_.has(next, is_number)) {
      return hint(word, before_number_hint) || (is_one_letter(word) && is_lower(word));
    }
    if (!is_one_letter(word)) return false;
    const bool acronym =
        word >= start + 2 && is_glued(word) && is_dot(word - 1) && is_one_letter(word - 2);
    if (!acronym && !tokens_.has(word, starts_upper)) return false;
    if (tokens_.has(next, is_mark))
      return !is_opener(next) || is_bracket(next);  // "NEWARK, N.J. (AW) -"
    return tokens_.has(next, is_word) && !opens(next);
  }

  std::string_view text_;
  const Tokens& tokens_;
  TokenRange range_;
  const std::vector<std::uint8_t>& hints_;
};

}  // namespace

void sentences(std::string_view text, const Tokens& tokens, TokenRange range,
               const std::vector<std::uint8_t>& hints, std::vector<TokenRange>& found) {
  found.clear();
  Splitter(text, tokens, range, hints).run(found);
}

std::vector<TokenRange> sentences(std::string_view text, const Tokens& tokens, TokenRange range,
                                  const std::vector<std::uint8_t>& hints) {
  std::vector<TokenRange> found;
  sentences(text, tokens, range, hints, found);
  return found;
}

}  // namespace dateline::text
