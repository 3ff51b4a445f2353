// See sentence.h.
#include "write/sentence.h"

namespace dateline::write {
namespace {

std::size_t count(std::string_view text, std::string_view part) {
  std::size_t found = 0;
  for (std::size_t at = text.find(part); at != std::string_view::npos; at = text.find(part, at + 1))
    ++found;
  return found;
}

// A quotation that runs over several sentences is opened and closed in each.
std::string with_its_quotes(std::string_view text) {
  constexpr std::string_view opening = "\xE2\x80\x9C", closing = "\xE2\x80\x9D";
  std::string out(text);
  if (count(text, opening) == count(text, closing) + 1) return out.append(closing);
  if (count(text, closing) == count(text, opening) + 1) return std::string(opening) + out;
  if (count(text, "\"") % 2 == 0) return out;
  const std::size_t first = text.find('"');
  const bool closes = first > 0 && text[first - 1] != ' ' && text[first - 1] != '(';
  return closes ? '"' + out : out + '"';
}

}  // namespace

std::string whole_sentence(std::string_view summary) {
  std::string quoted = with_its_quotes(summary);
  constexpr std::string_view after_the_end[] = {"\"", ")", "\xE2\x80\x9D", "\xE2\x80\x99"};
  std::string_view rest = quoted;
  for (bool cut = true; cut && !rest.empty();) {
    cut = false;
    for (const std::string_view mark : after_the_end) {
      if (!rest.ends_with(mark)) continue;
      rest.remove_suffix(mark.size());
      cut = true;
    }
  }
  constexpr std::string_view ends = ".!?:";
  const bool ended = rest.empty() || ends.find(rest.back()) != std::string_view::npos;
  if (!ended) quoted += '.';
  return quoted;
}

}  // namespace dateline::write
