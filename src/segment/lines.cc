// Lines out of tokens. Everything here reads flags and single bytes, never words: the word classes come as masks.
#include "segment/lines.h"

#include "segment/join.h"

namespace dateline::segment {

namespace {

using text::Tokens;

enum class Mark : std::uint8_t { other, stop, exclamation, question, ellipsis, comma, colon, dash, open, close, quote,
                                 separator, slash, link, symbol };

Mark mark_of(std::string_view token) {
  if (token.size() == 1) {
    switch (token[0]) {
      case '.': return Mark::stop;
      case '!': return Mark::exclamation;
      case '?': return Mark::question;
      case ',': return Mark::comma;
      case ';':
      case ':': return Mark::colon;
      case '-': return Mark::dash;
      case '(':
      case '[': return Mark::open;
      case ')':
      case ']': return Mark::close;
      case '"':
      case '\'': return Mark::quote;
      case '|':
      case '>':
      case '<':
      case '*': return Mark::separator;
      case '/': return Mark::slash;
      case '@':
      case '#': return Mark::link;
      case '{':
      case '}':
      case '=':
      case '_':
      case '\\':
      case '+':
      case '~':
      case '^': return Mark::symbol;
      default: return Mark::other;
    }
  }
  const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(token[i]); };
  if (token.size() == 2) {
    if (byte(0) == 0xC2 && (byte(1) == 0xB7)) return Mark::separator;                       // middle dot
    if (byte(0) == 0xC2 && (byte(1) == 0xAB || byte(1) == 0xBB)) return Mark::quote;        // guillemets
    if (byte(0) == 0xC2 && (byte(1) == 0xA9 || byte(1) == 0xAE)) return Mark::symbol;       // (c) (r)
    return Mark::other;
  }
  if (token.size() == 3 && byte(0) == 0xE2) {
    if (byte(1) == 0x80) {
      if (byte(2) >= 0x90 && byte(2) <= 0x95) return Mark::dash;
      if (byte(2) >= 0x98 && byte(2) <= 0x9F) return Mark::quote;
      if (byte(2) == 0xA2 || byte(2) == 0xBA || byte(2) == 0xB9) return Mark::separator;    // bullet, angle quotes
      if (byte(2) == 0xA6) return Mark::ellipsis;
      return Mark::other;
    }
    return Mark::symbol;   // arrows, boxes, dingbats
  }
  if (token.size() == 3 && byte(0) == 0xE3 && byte(1) == 0x80) {
    if (byte(2) == 0x82) return Mark::stop;                                                 // ideographic full stop
    if (byte(2) == 0x81) return Mark::comma;
    if (byte(2) >= 0x8C && byte(2) <= 0x8F) return Mark::quote;
  }
  if (token.size() == 3 && byte(0) == 0xEF && byte(1) == 0xBC) {
    if (byte(2) == 0x81) return Mark::exclamation;
    if (byte(2) == 0x9F) return Mark::question;
    if (byte(2) == 0x8C) return Mark::comma;
    if (byte(2) == 0x9A) return Mark::colon;
  }
  if (token == "\xE0\xA5\xA4" || token == "\xDB\x94" || token == "\xD8\x9F") return Mark::stop;
  return token.size() >= 4 ? Mark::symbol : Mark::other;
}

LineEnd end_of(Mark mark) {
  switch (mark) {
    case Mark::stop: return LineEnd::stop;
    case Mark::exclamation: return LineEnd::exclamation;
    case Mark::question: return LineEnd::question;
    case Mark::ellipsis: return LineEnd::ellipsis;
    case Mark::comma: return LineEnd::comma;
    case Mark::colon: return LineEnd::colon;
    case Mark::dash: return LineEnd::dash;
    default: return LineEnd::mark;
  }
}

void set_start(const Tokens& tokens, Mark mark, std::uint32_t i, Line& line) {
  if (tokens.has(i, text::is_word)) {
    line.start = tokens.has(i, text::all_upper) && tokens.end[i] - tokens.begin[i] > 1 ? LineStart::all_upper
                 : tokens.has(i, text::starts_upper)                                   ? LineStart::upper
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

void add_word(const Tokens& tokens, std::uint32_t i, std::uint32_t mask, Line& line) {
  const std::uint32_t size = tokens.end[i] - tokens.begin[i];
  const std::uint16_t flags = tokens.flags[i];
  if (line.words > 0 && size > 3) {
    ++line.eligible;
    line.capitals += (flags & text::starts_upper) != 0;
  }
  if (line.words == 0) line.first_word_lower = (flags & text::starts_upper) == 0;
  // Scripts without blanks between words give one long run of letters: about three characters are a word.
  line.words += size > 30 && (flags & text::non_ascii) != 0 ? size / 9 : 1;
  line.lower += (flags & text::starts_upper) == 0;
  line.all_upper += (flags & text::all_upper) != 0 && size > 1;
  line.letters += size;
  line.short_words += size <= 3;
  for (; mask != 0; mask &= mask - 1) ++line.counts[__builtin_ctz(mask)];
}

void add_mark(std::string_view text, const Tokens& tokens, std::uint32_t i, std::uint32_t last, Mark mark, Line& line) {
  ++line.marks;
  const bool glued_after = i + 1 < last && tokens.has(i + 1, text::glued);
  switch (mark) {
    case Mark::stop:
    case Mark::exclamation:
    case Mark::question:
      if (i + 1 < last && !glued_after && tokens.has(i + 1, text::starts_upper) && line.words > 2) ++line.breaks;
      if (mark == Mark::stop && glued_after && tokens.has(i, text::glued) &&
          tokens.has(i + 1, text::is_word) && !tokens.has(i + 1, text::starts_upper) &&
          tokens.end[i + 1] - tokens.begin[i + 1] >= 2) {
        ++line.links;
      }
      break;
    case Mark::comma: ++line.commas; break;
    case Mark::quote: ++line.quotes; break;
    case Mark::separator: ++line.separators; break;
    case Mark::slash:
      if (!tokens.has(i, text::glued)) ++line.separators;
      break;
    case Mark::link: ++line.links; break;
    case Mark::symbol: ++line.symbols; break;
    case Mark::colon:
      if (text[tokens.begin[i]] == ':' && glued_after && i > 0 && tokens.has(i, text::glued) &&
          tokens.has(i - 1, text::is_number) && tokens.has(i + 1, text::is_number)) {
        ++line.clocks;
      }
      break;
    default: break;
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
    if (mark == Mark::stop && i > line.tokens.first && tokens.of(i - 1, text) == "." && tokens.has(i, text::glued)) {
      line.end = LineEnd::ellipsis;
    }
    return;
  }
  line.end = LineEnd::mark;
}

Line make_line(std::string_view text, const Tokens& tokens, const std::vector<std::uint32_t>& masks,
               text::TokenRange range) {
  Line line;
  line.tokens = range;
  line.span = {tokens.begin[range.first], tokens.end[range.last - 1]};
  std::uint32_t hash = 2166136261U;
  for (std::uint32_t i = range.first; i < range.last; ++i) {
    if (tokens.has(i, text::is_word)) {
      add_word(tokens, i, masks[i], line);
      hash = (hash ^ tokens.hash[i]) * 16777619U;
      if (i == range.first) set_start(tokens, Mark::other, i, line);
    } else if (tokens.has(i, text::is_number)) {
      ++line.words;
      ++line.numbers;
      hash = (hash ^ 7U) * 16777619U;
      if (i == range.first) set_start(tokens, Mark::other, i, line);
    } else {
      const Mark mark = mark_of(tokens.of(i, text));
      add_mark(text, tokens, i, range.last, mark, line);
      if (i == range.first) set_start(tokens, mark, i, line);
    }
  }
  line.hash = hash;
  set_end(text, tokens, line);
  return line;
}

}  // namespace

std::vector<Line> split_lines(std::string_view text, const Tokens& tokens, const std::vector<std::uint32_t>& masks) {
  std::vector<Line> lines;
  const std::uint32_t size = tokens.size();
  const std::vector<text::TokenRange> ranges = logical_lines(text, tokens);
  lines.reserve(ranges.size());
  for (const text::TokenRange range : ranges) {
    lines.push_back(make_line(text, tokens, masks, range));
    Line& line = lines.back();
    line.blank_before = range.first == 0 || tokens.has(range.first, text::after_blank_line);
    line.blank_after = range.last == size || tokens.has(range.last, text::after_blank_line);
  }
  return lines;
}

}  // namespace dateline::segment
