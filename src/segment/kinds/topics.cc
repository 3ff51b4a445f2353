// The thresholds part the titles of 95 pairs of news pages set one below the other from the lines
// between paragraphs of 190 news pages and 300 others (3,500 lines): half of the titles are known,
// and four lines of two pages are taken for one.
#include "segment/kinds/topics.h"

#include "segment/lines/word_bag.h"

namespace dateline::segment {

namespace {

// A capital that does not begin a sentence.
bool is_name(const text::Tokens& tokens, const Line& line, std::uint32_t i) {
  return i > line.tokens.first && tokens.has(i, text::starts_upper) &&
         !tokens.has(i - 1, text::is_mark);
}

// Words of the paragraphs, a bag of distinct ones.
Words words_of_prose(const text::Tokens& tokens, const std::vector<Line>& lines, LineRange range) {
  std::size_t room = 0;
  for (std::size_t i = range.first; i < range.last; ++i) room += lines[i].tokens.size();
  Words words;
  words.reserve(room);
  for (std::size_t i = range.first; i < range.last; ++i) {
    if (!lines[i].prose()) continue;
    for (std::uint32_t t = lines[i].tokens.first; t < lines[i].tokens.last; ++t) {
      const bool counts = tokens.has(t, text::is_word | text::is_number);
      if (counts && !words.has(tokens.hash[t])) words.add(tokens.hash[t]);
    }
  }
  return words;
}

// The distinct names and content words of some lines, and how many of them another text has.
struct Common {
  std::size_t names = 0, known_names = 0, words = 0, known_words = 0;
  bool told = false;  // what somebody said, or what happened on a weekday
};

Common common(const text::Tokens& tokens, const std::vector<Line>& lines, LineRange range,
              const Words& other) {
  constexpr std::size_t lead = 2;  // lines
  Common out;
  Words seen, names;
  const text::TokenRange all{lines[range.first].tokens.first, lines[range.last - 1].tokens.last};
  seen.reserve(all.size());
  names.reserve(all.size());
  for (std::size_t i = range.first; i < range.last; ++i) {
    const Line& line = lines[i];
    if (i < range.first + lead) out.told |= line.tells_news();
    for (std::uint32_t t = line.tokens.first; t < line.tokens.last; ++t) {
      const std::uint32_t hash = tokens.hash[t];
      if (!content_word(tokens, t)) continue;
      if (is_name(tokens, line, t) && !names.has(hash)) {
        names.add(hash);
        out.known_names += other.has(hash);
      }
      if (seen.has(hash)) continue;
      seen.add(hash);
      out.known_words += other.has(hash);
    }
  }
  out.names = names.size();
  out.words = seen.size();
  return out;
}

}  // namespace

bool changes_topic(const text::Tokens& tokens, const std::vector<Line>& lines, LineRange above,
                   std::size_t headline, LineRange below) {
  constexpr std::size_t few_names = 2, many_names = 4, long_headline = 6;  // words
  const Line& line = lines[headline];
  const Words text = words_of_prose(tokens, lines, below);
  const Overlap repeated = overlap(tokens, line, text);
  if (repeated.common < 2 || repeated.share() < 0.3) return false;
  const Words before = words_of_prose(tokens, lines, above);
  const Common found = common(tokens, lines, below, before);
  const bool told = found.told && found.names >= few_names;
  const bool spelt_out = repeated.all >= long_headline && found.names >= many_names;
  return (told || spelt_out) && overlap(tokens, line, before).common <= 1 &&
         found.known_names * 10 <= found.names && found.known_words * 100 <= found.words * 15;
}

}  // namespace dateline::segment
