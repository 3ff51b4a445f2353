// Lines out of tokens. Everything here reads flags and single bytes, never words: the word classes
// come as masks.
#include "segment/lines/lines.h"

#include <algorithm>
#include <array>
#include <bit>
#include <iterator>

#include "segment/lines/join.h"
#include "segment/lines/marks.h"

namespace dateline::segment {

namespace {

using text::Tokens;

LineEnd end_of(Mark mark) {
  switch (mark) {
    case Mark::stop:
      return LineEnd::stop;
    case Mark::exclamation:
      return LineEnd::exclamation;
    case Mark::question:
      return LineEnd::question;
    case Mark::ellipsis:
      return LineEnd::ellipsis;
    case Mark::comma:
      return LineEnd::comma;
    case Mark::colon:
      return LineEnd::colon;
    case Mark::dash:
      return LineEnd::dash;
    default:
      return LineEnd::mark;
  }
}

void set_start(const Tokens& tokens, Mark mark, std::uint32_t i, Line& line) {
  if (tokens.has(i, text::is_word)) {
    line.start = tokens.has(i, text::all_upper) && tokens.end[i] - tokens.begin[i] > 1
                     ? LineStart::all_upper
                 : tokens.has(i, text::starts_upper) ? LineStart::upper
                                                     : LineStart::lower;
  } else if (tokens.has(i, text::is_number)) {
    line.start = LineStart::number;
  } else if (mark == Mark::quote) {
    line.start = LineStart::quote;
  } else if (mark == Mark::separator || mark == Mark::dash) {
    line.start = LineStart::bullet;
  } else {
    line.start = LineStart::mark;
  }
}

// What words add to a line's counts, in fields of 12 bits of one number: a table knows it by a
// word's case and length.
class WordSums {
 public:
  static constexpr std::uint32_t most_words = 4000;  // before a field may overflow

  void add(std::uint16_t flags, std::uint32_t size, bool first) {
    const std::uint64_t added =
        table[std::min(size, 4U) * 4 + (flags & (text::starts_upper | text::all_upper))];
    sums_ += first ? added & not_of_first : added;
  }
  void move_to(Line& line) {
    line.lower += field(0);
    line.all_upper += field(1);
    line.short_words += field(2);
    line.eligible += field(3);
    line.capitals += field(4);
    sums_ = 0;
  }

 private:
  static constexpr unsigned width = 12;
  static constexpr std::uint64_t not_of_first = (std::uint64_t{1} << (3 * width)) - 1;
  static constexpr std::array<std::uint64_t, 20> table = [] {
    std::array<std::uint64_t, 20> out{};
    for (unsigned size = 1; size <= 4; ++size) {
      for (unsigned flags = 0; flags < 4; ++flags) {
        const bool upper = flags & text::starts_upper, all_upper = flags & text::all_upper,
                   is_long = size > 3;
        const bool fields[] = {!upper, all_upper && size > 1, !is_long, is_long, is_long && upper};
        for (unsigned i = 0; i < std::size(fields); ++i)
          out[size * 4 + flags] |= std::uint64_t{fields[i]} << (i * width);
      }
    }
    return out;
  }();
  static_assert(text::starts_upper == 1 && text::all_upper == 2);

  [[nodiscard]] std::uint32_t field(unsigned i) const {
    return static_cast<std::uint32_t>(sums_ >> (i * width) & ((1U << width) - 1));
  }
  std::uint64_t sums_ = 0;
};

// "harbourtimes.example": a stop inside of a word, before lower case.
bool is_in_address(const Tokens& tokens, std::uint32_t stop) {
  return tokens.has(stop, text::glued) && tokens.has(stop + 1, text::is_word) &&
         !tokens.has(stop + 1, text::starts_upper) &&
         tokens.end[stop + 1] - tokens.begin[stop + 1] >= 2;
}

void add_mark(std::string_view text, const Tokens& tokens, std::uint32_t i, std::uint32_t last,
              Mark mark, Line& line) {
  ++line.marks;
  const bool glued_after = i + 1 < last && tokens.has(i + 1, text::glued);
  switch (mark) {
    case Mark::stop:
    case Mark::exclamation:
    case Mark::question:
      if (i + 1 < last && !glued_after && tokens.has(i + 1, text::starts_upper) && line.words > 2)
        ++line.breaks;
      line.links += mark == Mark::stop && glued_after && is_in_address(tokens, i);
      break;
    case Mark::comma:
      ++line.commas;
      break;
    case Mark::quote:
      ++line.quotes;
      break;
    case Mark::separator:
      ++line.separators;
      break;
    case Mark::slash:
      if (!tokens.has(i, text::glued)) ++line.separators;
      break;
    case Mark::link:
      ++line.links;
      break;
    case Mark::symbol:
      ++line.symbols;
      break;
    case Mark::colon:
      if (text[tokens.begin[i]] == ':' && glued_after && i > 0 && tokens.has(i, text::glued) &&
          tokens.has(i - 1, text::is_number) && tokens.has(i + 1, text::is_number)) {
        ++line.clocks;
      }
      break;
    default:
      break;
  }
}

void set_end(std::string_view text, const Tokens& tokens, Line& line) {
  for (std::uint32_t i = line.tokens.last; i-- > line.tokens.first;) {
    if (tokens.has(i, text::is_word)) {
      line.end = LineEnd::word;
      return;
    }
    if (tokens.has(i, text::is_number)) {
      line.end = LineEnd::number;
      return;
    }
    const Mark mark = mark_of(tokens.of(i, text));
    if (mark == Mark::quote) line.closing_quote = true;
    if (mark == Mark::quote || mark == Mark::close) continue;
    line.end = end_of(mark);
    if (mark == Mark::stop && i > line.tokens.first && tokens.of(i - 1, text) == "." &&
        tokens.has(i, text::glued)) {
      line.end = LineEnd::ellipsis;
    }
    return;
  }
  line.end = LineEnd::mark;
}

// Makes lines of ranges of tokens.
class LineMaker {
 public:
  LineMaker(const rules::Reading& reading, const std::vector<std::uint64_t>& masks)
      : text_(reading.text),
        tokens_(reading.tokens),
        kinds_(reading.kinds.data()),
        masks_(masks.data()) {}

  [[nodiscard]] Line make(text::TokenRange range) const {
    Line line;
    line.tokens = range;
    line.span = {tokens_.begin[range.first], tokens_.end[range.last - 1]};
    line.hash = 2166136261U;
    for (std::uint32_t i = range.first; i < range.last; i += WordSums::most_words) {
      add_tokens({i, std::min(range.last, i + WordSums::most_words)}, line);
    }
    const bool mark = tokens_.has(range.first, text::is_mark);
    set_start(tokens_, mark ? mark_of(tokens_.of(range.first, text_)) : Mark::other, range.first,
              line);
    set_end(text_, tokens_, line);
    return line;
  }

 private:
  void add_tokens(text::TokenRange range, Line& line) const {
    WordSums sums;
    std::uint32_t words = line.words, letters = 0, hash = line.hash;
    for (std::uint32_t i = range.first; i < range.last; ++i) {
      const std::uint16_t flags = tokens_.flags[i];
      if ((flags & text::is_word) != 0) {
        const std::uint32_t size = tokens_.end[i] - tokens_.begin[i];
        if (words == 0) line.first_word_lower = (flags & text::starts_upper) == 0;
        sums.add(flags, size, words == 0);
        // Scripts without blanks between words give one long run of letters: about three characters
        // are a word.
        words += size > 30 && (flags & text::non_ascii) != 0 ? size / 9 : 1;
        letters += size;
        for (auto mask = masks_[kinds_[i]]; mask != 0; mask &= mask - 1)
          ++line.counts[std::countr_zero(mask)];
        hash = (hash ^ tokens_.hash[i]) * 16777619U;
      } else if ((flags & text::is_number) != 0) {
        ++words;
        ++line.numbers;
        hash = (hash ^ 7U) * 16777619U;
      } else {
        line.words = words;
        add_mark(text_, tokens_, i, line.tokens.last, mark_of(tokens_.of(i, text_)), line);
      }
    }
    line.words = words;
    line.letters += letters;
    line.hash = hash;
    sums.move_to(line);
  }

  std::string_view text_;
  const Tokens& tokens_;
  const rules::KindId* kinds_;
  const std::uint64_t* masks_;  // by kind
};

}  // namespace

std::vector<Line> split_lines(const rules::Reading& reading,
                              const std::vector<std::uint64_t>& masks) {
  std::vector<Line> lines;
  const Tokens& tokens = reading.tokens;
  const std::vector<text::TokenRange> ranges = logical_lines(reading.text, tokens);
  lines.reserve(ranges.size());
  const LineMaker maker(reading, masks);
  for (const text::TokenRange range : ranges) {
    Line& line = lines.emplace_back(maker.make(range));
    line.blank_before = range.first == 0 || tokens.has(range.first, text::after_blank_line);
    line.blank_after =
        range.last == tokens.size() || tokens.has(range.last, text::after_blank_line);
  }
  return lines;
}

}  // namespace dateline::segment
