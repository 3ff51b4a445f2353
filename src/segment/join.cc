// Text is taken for wrapped where most lines that another follows without a blank line are of about one width and do
// not end a sentence, and most followers begin in lower case or inside one.
#include "segment/join.h"

#include <algorithm>

namespace dateline::segment {

namespace {

constexpr std::size_t narrowest = 50, widest = 110;   // bytes of a full wrapped line

std::vector<text::TokenRange> physical_lines(const text::Tokens& tokens) {
  std::vector<text::TokenRange> lines;
  const std::uint32_t size = tokens.size();
  for (std::uint32_t first = 0; first < size;) {
    std::uint32_t last = first + 1;
    while (last < size && !tokens.has(last, text::after_newline)) ++last;
    lines.push_back({first, last});
    first = last;
  }
  return lines;
}

class Wrapping {
 public:
  Wrapping(std::string_view text, const text::Tokens& tokens, const std::vector<text::TokenRange>& lines)
      : text_(text), tokens_(tokens), lines_(lines) {}

  // Does line i + 1 go on with line i?
  [[nodiscard]] bool goes_on(std::size_t i) const {
    return i + 1 < lines_.size() && !tokens_.has(lines_[i + 1].first, text::after_blank_line) && full(i) &&
           !(ends_sentence(i) && !full_width(i));
  }

  [[nodiscard]] bool wrapped() const {
    std::size_t pairs = 0, full_lines = 0, open = 0, lower = 0;
    for (std::size_t i = 0; i + 1 < lines_.size(); ++i) {
      if (tokens_.has(lines_[i + 1].first, text::after_blank_line)) continue;
      ++pairs;
      full_lines += full(i);
      open += full(i) && !ends_sentence(i);
      lower += full(i) && tokens_.has(lines_[i + 1].first, text::is_word) &&
               !tokens_.has(lines_[i + 1].first, text::starts_upper);
    }
    return full_lines >= 4 && full_lines * 10 >= pairs * 7 && open * 10 >= full_lines * 8 && lower * 10 >= full_lines * 5;
  }

 private:
  [[nodiscard]] std::size_t width(std::size_t i) const {
    return tokens_.end[lines_[i].last - 1] - tokens_.begin[lines_[i].first];
  }
  [[nodiscard]] bool full(std::size_t i) const { return width(i) >= narrowest && width(i) <= widest; }
  [[nodiscard]] bool full_width(std::size_t i) const { return width(i) >= narrowest + 10; }
  [[nodiscard]] bool ends_sentence(std::size_t i) const {
    const char last = text_[tokens_.end[lines_[i].last - 1] - 1];
    return last == '.' || last == '!' || last == '?';
  }

  std::string_view text_;
  const text::Tokens& tokens_;
  const std::vector<text::TokenRange>& lines_;
};

}  // namespace

std::vector<text::TokenRange> logical_lines(std::string_view text, const text::Tokens& tokens) {
  std::vector<text::TokenRange> lines = physical_lines(tokens);
  const Wrapping wrapping(text, tokens, lines);
  if (!wrapping.wrapped()) return lines;
  std::vector<text::TokenRange> joined;
  bool open = false;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    if (open) {
      joined.back().last = lines[i].last;
    } else {
      joined.push_back(lines[i]);
    }
    open = wrapping.goes_on(i);
  }
  return joined;
}

}  // namespace dateline::segment
