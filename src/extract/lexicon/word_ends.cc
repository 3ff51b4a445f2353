// Ends of words, compared as numbers of four letters.
#include "extract/lexicon/word_ends.h"

#include <algorithm>

namespace dateline::extract {
namespace {

constexpr std::array<std::string_view, 8> end_names = {
    "adjective", "adverb", "past", "progressive", "plural", "singular", "singular-noun", "negated"};
constexpr std::size_t shortest_stem = 3;

std::uint32_t last_letters(std::string_view text) {
  const auto letter = [&](std::size_t back) {
    return static_cast<std::uint32_t>(static_cast<unsigned char>(text[text.size() - back]));
  };
  if (text.size() >= 4) return letter(4) | letter(3) << 8 | letter(2) << 16 | letter(1) << 24;
  std::uint32_t number = 0;
  for (std::size_t back = text.size(); back > 0; --back) number = number >> 8 | letter(back) << 24;
  return number;
}

}  // namespace

std::optional<WordEnd> word_end_named(std::string_view name) {
  const auto it = std::find(end_names.begin(), end_names.end(), name);
  if (it == end_names.end()) return std::nullopt;
  return static_cast<WordEnd>(it - end_names.begin());
}

void WordEnds::add(WordEnd end, std::string_view text) {
  if (text.empty() || text.size() > 4) return;
  by_last_[static_cast<unsigned char>(text.back())].push_back(
      {last_letters(text), ~std::uint32_t{0} << (32 - 8 * text.size()),
       static_cast<std::uint32_t>(text.size()), FoundEnds::bit(end)});
}

FoundEnds WordEnds::among(const std::vector<Letters>& ends, std::string_view form) {
  FoundEnds found;
  const std::uint32_t last = last_letters(form);
  for (const Letters& one : ends) {
    if ((last & one.mask) != one.letters || form.size() < one.size) continue;
    found.all_ |= one.end;
    if (form.size() >= one.size + shortest_stem) found.behind_stem_ |= one.end;
    found.longest_ = std::max(found.longest_, one.size);
  }
  return found;
}

}  // namespace dateline::extract
