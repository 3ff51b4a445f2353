// Two kinds of dumps break paragraphs over lines. Wrapped text: a line ends where the next word
// would have gone over the width. One text node a line: a paragraph is broken at its links and at
// bold words, so that lines begin in lower case or with a comma. Each kind is told by how many
// lines of a dump are so; what is joined has to read like a sentence.
#include "segment/lines/join.h"

#include <algorithm>
#include <array>
#include <utility>

namespace dateline::segment {

namespace {

std::vector<text::TokenRange> physical_lines(const text::Tokens& tokens) {
  constexpr std::uint32_t tokens_of_line = 8;  // a guess
  std::vector<text::TokenRange> lines;
  const std::uint32_t size = tokens.size();
  lines.reserve(size / tokens_of_line + 1);
  const std::uint16_t* const flags = tokens.flags.data();
  for (std::uint32_t first = 0; first < size;) {
    std::uint32_t last = first + 1;
    while (last < size && (flags[last] & text::after_newline) == 0) ++last;
    lines.push_back({first, last});
    first = last;
  }
  return lines;
}

// What both kinds ask of a line.
class Pieces {
 public:
  Pieces(std::string_view text, const text::Tokens& tokens,
         const std::vector<text::TokenRange>& lines)
      : text_(text), tokens_(tokens), lines_(lines) {}

  [[nodiscard]] std::size_t size() const { return lines_.size(); }
  // Is there a next line, without a blank line between?
  [[nodiscard]] bool followed(std::size_t i) const {
    return i + 1 < lines_.size() && !tokens_.has(lines_[i + 1].first, text::after_blank_line);
  }
  [[nodiscard]] bool starts_lower(std::size_t i) const {
    const std::uint32_t first = lines_[i].first;
    return tokens_.has(first, text::is_word) && !tokens_.has(first, text::starts_upper);
  }
  [[nodiscard]] char first_byte(std::size_t i) const {
    return text_[tokens_.begin[lines_[i].first]];
  }
  [[nodiscard]] bool ends_sentence(std::size_t i) const {
    std::uint32_t last = lines_[i].last;
    while (last > lines_[i].first + 1 && closes(tokens_.of(last - 1, text_))) --last;
    const char end = text_[tokens_.end[last - 1] - 1];
    return end == '.' || end == '!' || end == '?';
  }
  [[nodiscard]] std::size_t bytes(std::size_t i) const {
    return tokens_.end[lines_[i].last - 1] - tokens_.begin[lines_[i].first];
  }
  [[nodiscard]] std::size_t characters(std::size_t i) const {
    return count(tokens_.begin[lines_[i].first], tokens_.end[lines_[i].last - 1]);
  }
  // Of what stands before the first blank of a line.
  [[nodiscard]] std::size_t first_word(std::size_t i) const {
    std::uint32_t last = lines_[i].first + 1;
    while (last < lines_[i].last && tokens_.has(last, text::glued)) ++last;
    return count(tokens_.begin[lines_[i].first], tokens_.end[last - 1]);
  }
  struct Words {
    std::size_t all = 0, lower = 0;
  };
  [[nodiscard]] Words words(std::size_t i) const {
    Words out;
    for (std::uint32_t t = lines_[i].first; t < lines_[i].last; ++t) {
      if (!tokens_.has(t, text::is_word)) continue;
      ++out.all;
      out.lower += !tokens_.has(t, text::starts_upper);
    }
    return out;
  }
  [[nodiscard]] std::string_view last_token(std::size_t i) const {
    return tokens_.of(lines_[i].last - 1, text_);
  }
  [[nodiscard]] bool ends_with_short_word(std::size_t i) const {
    const std::uint32_t last = lines_[i].last - 1;
    return tokens_.has(last, text::is_word) && !tokens_.has(last, text::starts_upper) &&
           tokens_.end[last] - tokens_.begin[last] <= 4;
  }

 private:
  static bool closes(std::string_view mark) {
    return mark == "\"" || mark == "\'" || mark == "”" || mark == "’" || mark == "»" ||
           mark == ")" || mark == "]";
  }
  [[nodiscard]] std::size_t count(std::uint32_t begin, std::uint32_t end) const {
    const auto starts = [](char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; };
    return static_cast<std::size_t>(
        std::count_if(text_.begin() + begin, text_.begin() + end, starts));
  }

  std::string_view text_;
  const text::Tokens& tokens_;
  const std::vector<text::TokenRange>& lines_;
};

class Wrapping {
 public:
  explicit Wrapping(const Pieces& pieces) : pieces_(pieces) {
    if (!may_hold_full_lines() || !measure() || !find_width()) return;
    std::size_t pairs = 0, full_lines = 0, open = 0, lower = 0;
    for (std::size_t i = 0; i < pieces.size(); ++i) {
      if (!pieces.followed(i) || !is_long(characters_[i], width_)) continue;
      ++pairs;
      if (!full(i)) continue;
      ++full_lines;
      if (pieces.ends_sentence(i)) continue;
      ++open;
      lower += pieces.starts_lower(i + 1);
    }
    wrapped_ = full_lines >= fewest && full_lines * 10 >= pairs * 4 && lower * 10 >= open * 4;
  }
  [[nodiscard]] bool wrapped() const { return wrapped_; }
  // Does line i + 1 go on with line i?
  [[nodiscard]] bool goes_on(std::size_t i) const {
    return pieces_.followed(i) && characters_[i] * 2 >= width_ && full(i);
  }

 private:
  static constexpr std::size_t narrowest = 40, widest = 132;  // characters of a full line
  static constexpr std::size_t near = 8;    // characters that a full line may lack
  static constexpr std::size_t fewest = 4;  // full lines of a wrapped text

  static bool is_long(std::size_t size, std::size_t width) { return size * 10 >= width * 6; }

  // Are there lines enough, with another right below, for any width? Mostly not: then no characters
  // are counted.
  [[nodiscard]] bool may_hold_full_lines() const {
    std::size_t lines = 0;
    for (std::size_t i = 0; i < pieces_.size() && lines < fewest; ++i)
      lines += pieces_.followed(i) && is_long(pieces_.bytes(i), narrowest + near);
    return lines == fewest;
  }

  // The next word would not have fitted.
  [[nodiscard]] bool full(std::size_t i) const {
    return characters_[i] <= width_ && characters_[i] + 1 + pieces_.first_word(i + 1) > width_;
  }

  // False where too many lines are wider than text is wrapped at.
  bool measure() {
    std::size_t wide = 0;
    characters_.resize(pieces_.size());
    for (std::size_t i = 0; i < pieces_.size(); ++i) {
      const std::size_t bytes = pieces_.bytes(i);
      characters_[i] = bytes <= narrowest || bytes > 4 * widest ? bytes : pieces_.characters(i);
      if (characters_[i] <= widest) continue;
      if (++wide * 50 > pieces_.size() + 50) return false;
    }
    return true;
  }

  // The greatest width that a fifth of the longer lines comes near.
  bool find_width() {
    std::array<std::size_t, widest + 1> lines{};
    std::size_t all = 0;
    for (const std::size_t width : characters_) {
      if (width < narrowest || width > widest) continue;
      ++lines[width];
      ++all;
    }
    for (std::size_t width = widest; width >= narrowest + near; --width) {
      if (lines[width] == 0) continue;
      std::size_t close = 0;
      for (std::size_t k = width - near; k <= width; ++k) close += lines[k];
      if (close * 5 < all) continue;
      width_ = width;
      return true;
    }
    return false;
  }

  const Pieces& pieces_;
  std::vector<std::size_t> characters_;  // of every line; bytes where they are few or too many
  std::size_t width_ = 0;
  bool wrapped_ = false;
};

class Fragments {
 public:
  explicit Fragments(const Pieces& pieces) : pieces_(pieces) {
    std::size_t going_on = 0, long_lines = 0;
    for (std::size_t i = 0; i < pieces.size(); ++i) {
      constexpr std::size_t longer = 45,
                            long_enough = 25;  // bytes; the entries of menus are shorter
      long_lines += pieces.bytes(i) >= longer;
      going_on += continued(i) && std::max(pieces.bytes(i), pieces.bytes(i + 1)) >= long_enough;
    }
    broken_ = (going_on >= 4 && going_on * 7 >= long_lines) || (going_on == 3 && long_lines <= 9);
    some_ = going_on > 0;
  }
  [[nodiscard]] bool some() const { return some_; }

  // The line after the last that i may go on to; and whether what lies between reads like a
  // sentence.
  struct Chain {
    std::size_t end = 0;
    bool sentence = false;
  };
  [[nodiscard]] Chain chain(std::size_t i) const {
    std::size_t last = i + 1;
    Pieces::Words words = pieces_.words(i);
    while (last < pieces_.size() &&
           (continued(last - 1) || left_open(last - 1) || before_name(last - 1))) {
      const Pieces::Words more = pieces_.words(last);
      words.all += more.all;
      words.lower += more.lower;
      ++last;
    }
    const bool reads_well = words.all >= 8 && words.lower * 2 >= words.all;
    return {last, reads_well &&
                      (broken_ || (!pieces_.starts_lower(i) && pieces_.ends_sentence(last - 1)))};
  }

 private:
  // The next line begins inside a sentence.
  [[nodiscard]] bool continued(std::size_t i) const {
    if (!pieces_.followed(i) || pieces_.ends_sentence(i)) return false;
    const char first = pieces_.first_byte(i + 1);
    return pieces_.starts_lower(i + 1) || first == ',' || first == '.' || first == ';' ||
           first == ')' || first == '!' || first == '?';
  }
  // The line ends inside a sentence, and the next one may be a name.
  [[nodiscard]] bool left_open(std::size_t i) const {
    if (!pieces_.followed(i)) return false;
    const Pieces::Words words = pieces_.words(i);
    if (words.all < 4 || words.lower * 2 < words.all) return false;
    if (!pieces_.ends_sentence(i + 1) && !continued(i + 1)) return false;
    return pieces_.ends_with_short_word(i) || pieces_.last_token(i) == "," ||
           pieces_.last_token(i) == "(";
  }

  // The next line is a name inside a sentence: the one after it goes on with it. Where many lines
  // are broken, "The" may stand before it.
  [[nodiscard]] bool before_name(std::size_t i) const {
    constexpr std::size_t longest_name = 4, longest_article = 4;  // words; bytes
    if (!pieces_.followed(i) || pieces_.ends_sentence(i) || !continued(i + 1) ||
        pieces_.words(i + 1).all > longest_name)
      return false;
    const Pieces::Words words = pieces_.words(i);
    if (words.all == 1)
      return broken_ && pieces_.bytes(i) < longest_article && i > 0 && pieces_.ends_sentence(i - 1);
    return words.all >= 4 && words.lower * 2 >= words.all;
  }

  const Pieces& pieces_;
  bool some_ = false;    // a line begins inside a sentence
  bool broken_ = false;  // many do
};

}  // namespace

std::vector<text::TokenRange> logical_lines(std::string_view text, const text::Tokens& tokens) {
  std::vector<text::TokenRange> lines = physical_lines(tokens);
  const Pieces pieces(text, tokens, lines);
  const Wrapping wrapping(pieces);
  const Fragments fragments(pieces);
  if (!wrapping.wrapped() && !fragments.some()) return lines;
  std::vector<text::TokenRange> joined;
  for (std::size_t i = 0; i < lines.size();) {
    Fragments::Chain chain{i + 1, true};
    if (wrapping.wrapped()) {
      while (chain.end < lines.size() && wrapping.goes_on(chain.end - 1)) ++chain.end;
    } else {
      chain = fragments.chain(i);
    }
    if (chain.sentence) {
      joined.push_back({lines[i].first, lines[chain.end - 1].last});
    } else {
      joined.insert(joined.end(), lines.begin() + static_cast<std::ptrdiff_t>(i),
                    lines.begin() + static_cast<std::ptrdiff_t>(chain.end));
    }
    i = chain.end;
  }
  return joined;
}

}  // namespace dateline::segment
