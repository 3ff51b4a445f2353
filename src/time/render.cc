// Fills the holes of a template from a match: list values, digits, number phrases ("two hundred and
// five"), years.
#include <charconv>
#include <optional>

#include "time/actions.h"

namespace dateline::time {
namespace {

std::optional<int> to_int(std::string_view digits) {
  int value = 0;
  const auto result = std::from_chars(digits.data(), digits.data() + digits.size(), value);
  if (digits.empty() || result.ec != std::errc() || result.ptr != digits.data() + digits.size())
    return std::nullopt;
  return value;
}

std::string_view list_value(const Piece& piece, const MatchView& view, rules::WordId word) {
  for (const rules::ClassId list : piece.lists) {
    const std::string_view value = rules::value(view.rules, word, list);
    if (!value.empty()) return value;
  }
  return {};
}

// The value of a captured word, or the number as written.
std::string_view text_of(const Piece& piece, const MatchView& view, const rules::Capture& capture) {
  if (view.reading.tokens.has(capture.tokens.first, text::is_number))
    return view.reading.word(capture.tokens.first);
  return list_value(piece, view, capture.word);
}

std::string_view without_zeros(std::string_view digits) {
  while (digits.size() > 1 && digits.front() == '0') digits.remove_prefix(1);
  return digits;
}

// Reads a number phrase from its first token on: "1,200", "2.5", "twenty-five", "three hundred",
// "several".
class NumberPhrase {
 public:
  NumberPhrase(const Piece& piece, const MatchView& view, std::uint32_t first)
      : piece_(piece), view_(view), at_(first), first_(first) {}

  bool write(Scratch& out) {
    const auto& tokens = view_.reading.tokens;
    if (tokens.has(at_, text::is_number)) return write_digits(out);
    while (at_ < view_.match.tokens.last && take_word()) {
    }
    if (!any_) return false;
    if (vague_) {
      out.add("X");
    } else {
      out.add_number(total_ + current_);
    }
    return true;
  }

 private:
  bool write_digits(Scratch& out) {
    const auto& tokens = view_.reading.tokens;
    std::string_view whole = view_.reading.word(at_);
    if (whole.size() > 6) return false;
    out.add(without_zeros(whole));
    for (++at_; at_ + 1 < view_.match.tokens.last && tokens.has(at_, text::glued) &&
                tokens.has(at_ + 1, text::glued) && tokens.has(at_ + 1, text::is_number);
         at_ += 2) {
      const std::string_view mark = view_.reading.word(at_), digits = view_.reading.word(at_ + 1);
      if (mark == "." && digits.size() <= 2) {
        out.add(".");
      } else if (mark != "," || digits.size() != 3) {
        break;
      }
      out.add(digits);
    }
    const auto power = at_ < view_.match.tokens.last
                           ? to_int(list_value(piece_, view_, view_.reading.words[at_]))
                           : std::nullopt;
    if (power && *power == 100) out.add("00");
    if (power && *power == 1000) out.add("000");
    return true;
  }

  // One word of the phrase, or a hyphen or conjunction between two of them.
  bool take_word() {
    const std::string_view value = list_value(piece_, view_, view_.reading.words[at_]);
    if (value.empty()) {
      const bool inside = at_ > first_ && at_ + 1 < view_.match.tokens.last &&
                          view_.reading.word(at_) == "-" &&
                          !list_value(piece_, view_, view_.reading.words[at_ + 1]).empty();
      ++at_;
      return inside;
    }
    add(value);
    ++at_;
    return true;
  }

  void add(std::string_view value) {
    any_ = true;
    const auto number = to_int(value);
    if (!number) {
      vague_ = true;
    } else if (*number == 100 || (*number == 12 && current_ > 0 && current_ < 12)) {  // "two dozen"
      current_ = (current_ == 0 ? 1 : current_) * *number;
    } else if (*number >= 1000) {
      vague_ |= *number > 1000;  // no count of units is told in millions
      total_ += (current_ == 0 ? 1 : current_) * 1000;
      current_ = 0;
    } else {
      current_ += *number;
    }
    if (total_ > 1000000 || current_ > 1000000) vague_ = true;
  }

  const Piece& piece_;
  const MatchView& view_;
  std::uint32_t at_, first_;
  int total_ = 0, current_ = 0;
  bool any_ = false, vague_ = false;
};

// "nineteen ninety-seven", "nineteen hundred and five", "two thousand".
bool write_year_in_words(const Piece& piece, const MatchView& view, std::uint32_t first,
                         Scratch& out) {
  int year = 0;
  for (std::uint32_t i = first; i < view.match.tokens.last; ++i) {
    const auto number = to_int(list_value(piece, view, view.reading.words[i]));
    if (!number) continue;
    if (*number >= 100) {
      year *= *number;
    } else if (year >= 10 && year < 100 && (*number >= 10 || year % 10 != 0)) {
      year = year * 100 + *number;
    } else {
      year += *number;
    }
    if (year > 9999) return false;
  }
  if (year < 1000) return false;
  out.add_number(year);
  return true;
}

// Two digits mean the year nearest to publication, up to ten years ahead of it.
int full_year(int two_digits, int current_year) {
  const int current = current_year > 0 ? current_year : 2010;
  int year = current / 100 * 100 + two_digits;
  if (year > current + 10) year -= 100;
  if (year <= current - 90) year += 100;
  return year;
}

void add_padded(int number, int width, Scratch& out) {
  int limit = 1;
  for (int i = 1; i < width; ++i) limit *= 10;
  for (; limit > 1 && number < limit; limit /= 10) out.add("0");
  out.add_number(number);
}

bool write_number(Filter filter, int number, const MatchView& view, std::uint32_t token,
                  Scratch& out) {
  switch (filter) {
    case Filter::two_digit_year:
      add_padded(full_year(number, view.current_year), 4, out);
      return true;
    case Filter::two_digit_year_after: {
      if (token < 2) return false;
      const auto before = to_int(view.reading.word(token - 2));
      if (!before || *before < 100 || *before > 9999) return false;
      add_padded(*before / 100 * 100 + number, 4, out);
      return true;
    }
    case Filter::four_digits:
      add_padded(number, 4, out);
      return true;
    case Filter::decade:
      add_padded(number / 10, 3, out);
      return number % 10 == 0;
    case Filter::tens:
      out.add_number(number / 10);
      return number % 10 == 0;
    case Filter::century:
      add_padded(number - 1, 2, out);
      return number > 0;
    case Filter::hour_minute:
      add_padded(number / 100, 2, out);
      out.add(":");
      add_padded(number % 100, 2, out);
      return number < 2400 && number % 100 < 60;
    default:
      return false;
  }
}

bool fill(const Piece& piece, const MatchView& view, Scratch& out) {
  const rules::Capture* capture = view.match.get(piece.capture);
  if (capture == nullptr) return false;
  if (piece.filter == Filter::count)
    return NumberPhrase(piece, view, capture->tokens.first).write(out);
  if (piece.filter == Filter::year_in_words)
    return write_year_in_words(piece, view, capture->tokens.first, out);
  const std::string_view text = text_of(piece, view, *capture);
  if (text.empty()) return false;
  if (piece.filter == Filter::plain) {
    out.add(text);
    return true;
  }
  const auto number = to_int(text);
  return number && write_number(piece.filter, *number, view, capture->tokens.first, out);
}

}  // namespace

void Scratch::add(std::string_view text) {
  if (size_ + text.size() > sizeof text_) {
    full_ = true;
    return;
  }
  text.copy(text_ + size_, text.size());
  size_ += text.size();
}

void Scratch::add_number(int number) {
  char buffer[12];
  const auto result = std::to_chars(buffer, buffer + sizeof buffer, number);
  add({buffer, static_cast<std::size_t>(result.ptr - buffer)});
}

bool render(const Template& pattern, const MatchView& view, Scratch& out) {
  for (const Piece& piece : pattern) {
    out.add(piece.literal);
    if (!piece.capture.empty() && !fill(piece, view, out)) return false;
  }
  return out.good();
}

}  // namespace dateline::time
