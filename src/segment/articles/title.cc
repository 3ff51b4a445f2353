// See title.h. A sum of weighted signs for each line that may be the title, and for there being
// none; the greatest wins. Where markup or a record states a title, the line most like it is taken
// instead.
#include "segment/articles/title.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace dateline::segment {

namespace {

constexpr std::size_t lines_before = 80, lines_read = 40;
constexpr float most_common = 5;  // words

bool is_of_head(Cue cue) {
  return cue == Cue::byline || cue == Cue::published_line || cue == Cue::timestamp;
}

constexpr float flag(bool value) { return value ? 1.0F : 0.0F; }

}  // namespace

bool headline_shape(const Line& line) {
  return line.words >= 3 && line.words <= 30 && line.words > line.numbers &&
         line.end != LineEnd::stop && line.end != LineEnd::comma && line.end != LineEnd::dash &&
         line.end != LineEnd::ellipsis && line.breaks <= 1;
}

Span headline_span(const rules::Reading& reading, const Cues& cues, const Line& line) {
  std::uint32_t most = 0, words = 0, first = line.tokens.first;
  while (first + 2 < line.tokens.last && cues.labels_title(reading.words[first]) &&
         reading.word(first + 1) == ":")
    first += 2;
  const Span whole = reading.span({first, line.tokens.last});
  text::TokenRange longest{first, first};
  for (std::uint32_t i = first; i <= line.tokens.last; ++i) {
    if (i < line.tokens.last && reading.word(i) != "|") {
      words += reading.tokens.has(i, text::is_word | text::is_number);
      continue;
    }
    if (words > most) {
      most = words;
      longest = {first, i};
    }
    words = 0;
    first = i + 1;
  }
  return most >= 3 ? reading.span(longest) : whole;
}

TitleWeights::TitleWeights(const Rules& rules) {
  for (std::size_t i = 1; i < logs_.size(); ++i) logs_[i] = std::log(static_cast<float>(i));
  const rules::Table* table = rules::table(rules, "segment_title");
  if (table == nullptr) return;
  const int name = table->column("name"), weight = table->column("weight");
  for (rules::RowId row = 0; row < table->rows(); ++row) {
    const std::string_view sign = table->text(row, name).substr(std::string_view("title.").size());
    const auto found = std::find(title_sign_names.begin(), title_sign_names.end(), sign);
    if (found == title_sign_names.end()) continue;
    weights_[static_cast<std::size_t>(found - title_sign_names.begin())] =
        static_cast<float>(table->integer(row, weight)) / 1000;
  }
}

float TitleWeights::score(const TitleSigns& signs) const {
  float sum = 0;
  for (std::size_t i = 0; i < title_signs; ++i) sum += weights_[i] * signs.values()[i];
  return sum;
}

float TitleWeights::log_of(std::size_t count) const {
  return count < logs_.size() ? logs_[count] : std::log(static_cast<float>(count));
}

class TitleFinder::Frequencies {
 public:
  Frequencies(const text::Tokens& tokens, const Page& page, const std::vector<bool>& core,
              const ArticleLines& article, const std::vector<std::size_t>& titles)
      : tokens_(tokens) {
    std::size_t room = 0;
    for (const std::size_t i : titles) room += page.lines[i].tokens.size();
    words_.reserve(room);
    for (const std::size_t i : titles) ask_for(page.lines[i].tokens);
    std::size_t read = 0;
    for (std::size_t i = article.core_first; i < article.last && read < lines_read; ++i) {
      if (!core[i] || page.lines[i].words <= 8) continue;
      ++read;
      count(page.lines[i].tokens);
    }
  }
  [[nodiscard]] std::size_t of(std::uint32_t token) const {
    return words_.count(tokens_.hash[token]);
  }

 private:
  void ask_for(text::TokenRange line) {
    for (std::uint32_t i = line.first; i < line.last; ++i) {
      if (content_word(tokens_, i)) words_.ask_for(tokens_.hash[i]);
    }
  }
  // Most words of a text stand in no title: those that may are gathered without a branch.
  void count(text::TokenRange line) {
    std::array<std::uint32_t, 64> found;
    for (std::uint32_t i = line.first; i < line.last;) {
      const std::uint32_t last = std::min(line.last, i + static_cast<std::uint32_t>(found.size()));
      std::size_t size = 0;
      for (; i < last; ++i) {
        found[size] = i;
        size += words_.may_be_asked_for(tokens_.hash[i]);
      }
      for (std::size_t k = 0; k < size; ++k) {
        if (content_word(tokens_, found[k])) words_.add(tokens_.hash[found[k]]);
      }
    }
  }

  const text::Tokens& tokens_;
  AskedWords words_;
};

TitleFinder::TitleFinder(const Document& document, const rules::Reading& reading, const Page& page,
                         const std::vector<bool>& core, const std::vector<float>& scores,
                         const TitleWeights& weights)
    : reading_(reading), page_(page), core_(core), scores_(scores), weights_(weights) {
  text::Tokens tokens;
  text::tokenize(document.title, tokens);
  stated_ = words_of(tokens, {0, tokens.size()});
}

void TitleFinder::find(std::size_t from, ArticleLines& article) const {
  article.title = stated_.empty() ? likeliest(from, article) : most_like_stated(from, article);
  if (article.title == ArticleLines::none) return;
  article.first = std::min(article.first, article.title);
  // Where the classifier took the title for text, the text begins after it.
  if (article.core_first != article.title) return;
  while (article.core_first < article.last &&
         (article.core_first == article.title || !core_[article.core_first])) {
    ++article.core_first;
  }
}

TitleFinder::Range TitleFinder::reach(std::size_t from, const ArticleLines& article) const {
  const std::size_t first =
      article.core_first > lines_before ? article.core_first - lines_before : 0;
  return {std::max(from, first), std::min(article.core_first + 2, article.last)};
}

std::vector<TitleFinder::Candidate> TitleFinder::candidates(std::size_t from,
                                                            const ArticleLines& article) const {
  const Range range = reach(from, article);
  std::vector<std::size_t> lines;
  lines.reserve(range.last - range.first);
  for (std::size_t i = range.first; i < range.last; ++i) {
    const Line& line = page_.lines[i];
    if (line.words < 2 || line.words > 30 || line.words == line.numbers) continue;
    if (is_of_head(page_.cues[i].cue)) continue;
    if (i > article.core_first && !core_[i]) continue;
    lines.push_back(i);
  }
  const Frequencies words(reading_.tokens, page_, core_, article, lines);
  std::vector<Candidate> out;
  out.reserve(lines.size());
  for (const std::size_t i : lines) out.push_back({i, signs(i, article, words)});
  float most = 0;  // words in common with the text, of a line nearer to it
  for (std::size_t k = out.size(); k-- > 0;) {
    constexpr float clearly = 2.0F / most_common;
    const float common = out[k].signs.values()[static_cast<std::size_t>(TitleSign::common)];
    out[k].signs[TitleSign::outdone] = most >= common + clearly ? 1.0F : 0.0F;
    if (out[k].line < article.core_first) most = std::max(most, common);
  }
  return out;
}

// Do blank lines part the lines around? Where none does, their lack says nothing.
bool TitleFinder::spaced(std::size_t i) const {
  constexpr std::size_t near = 3;
  const std::size_t last = std::min(i + near + 1, page_.lines.size());
  for (std::size_t k = std::max<std::size_t>(i, near + 1) - near; k < last; ++k) {
    if (page_.lines[k].blank_before) return true;
  }
  return false;
}

bool TitleFinder::is_headline_or_deck(std::size_t i) const {
  constexpr std::uint32_t shortest = 5, longest = 40;  // words
  const Line& line = page_.lines[i];
  return page_.cues[i].cue == Cue::none && !core_[i] && line.words >= shortest &&
         line.words <= longest;
}

// Two such lines, not of a list, and the second is no headline of title case. A third one of
// capitals is a name and an office.
bool TitleFinder::is_above_deck(std::size_t i) const {
  const std::size_t lines = page_.lines.size();
  const auto is_sentence_case = [&](std::size_t k) {
    return page_.lines[k].lower * 2 >= page_.lines[k].words;
  };
  return i + 1 < lines && is_headline_or_deck(i) && is_headline_or_deck(i + 1) &&
         is_sentence_case(i + 1) && !(i > 0 && is_headline_or_deck(i - 1)) &&
         !(i + 2 < lines && is_headline_or_deck(i + 2) && is_sentence_case(i + 2));
}

// How many lines below the first byline or date stands.
std::size_t TitleFinder::lines_to_head(std::size_t i) const {
  constexpr std::size_t furthest = 8;
  for (std::size_t k = 1; k < furthest && i + k < page_.cues.size(); ++k) {
    if (is_of_head(page_.cues[i + k].cue)) return k;
  }
  return furthest;
}

void TitleFinder::add_word_signs(const Line& line, const Frequencies& words,
                                 TitleSigns& out) const {
  float all = 0, common = 0, frequent = 0;
  for (std::uint32_t t = line.tokens.first; t < line.tokens.last; ++t) {
    if (!content_word(reading_.tokens, t)) continue;
    const std::size_t times = words.of(t);
    all += 1;
    common += times > 0 ? 1 : 0;
    frequent += weights_.log_of(1 + times);
  }
  out[TitleSign::common] = std::min(common, most_common) / most_common;
  out[TitleSign::frequent] = all > 0 ? frequent / std::sqrt(all) : 0;
  out[TitleSign::unknown] = flag(common == 0);
}

void TitleFinder::add_place_signs(std::size_t i, const ArticleLines& article,
                                  TitleSigns& out) const {
  const Line& line = page_.lines[i];
  const std::size_t head = lines_to_head(i),
                    distance = i < article.core_first ? article.core_first - i : 0;
  const bool is_spaced = spaced(i);
  out[TitleSign::blank_before] = flag(is_spaced && line.blank_before);
  out[TitleSign::blank_after] = flag(is_spaced && line.blank_after);
  out[TitleSign::unspaced] = flag(!is_spaced);
  out[TitleSign::head_near] = flag(head <= 3);
  out[TitleSign::head_far] = flag(head > 3 && head <= 7);
  out[TitleSign::far] = flag(distance > 10);
  out[TitleSign::very_far] = flag(distance > 25);
  out[TitleSign::inside] = flag(i > article.core_first);
  out[TitleSign::text] = flag(core_[i]);
  out[TitleSign::above_deck] = flag(is_above_deck(i));
  out[TitleSign::deck] = flag(i > 0 && is_above_deck(i - 1));
}

TitleSigns TitleFinder::signs(std::size_t i, const ArticleLines& article,
                              const Frequencies& words) const {
  const Line& line = page_.lines[i];
  TitleSigns out;
  add_word_signs(line, words, out);
  add_place_signs(i, article, out);
  out[TitleSign::score] = std::clamp(scores_[i], -4.0F, 4.0F) / 4;
  out[TitleSign::title_case] = flag(line.capitals * 10 > line.eligible * 7);
  out[TitleSign::upper_case] = flag(line.all_upper * 10 > line.words * 7);
  out[TitleSign::two_words] = flag(line.words == 2);
  out[TitleSign::three_words] = flag(line.words == 3);
  out[TitleSign::five_words] = flag(line.words == 4 || line.words == 5);
  out[TitleSign::long_line] = line.words > 14 ? static_cast<float>(line.words - 14) / 5 : 0;
  out[TitleSign::lower_start] = flag(line.start == LineStart::lower);
  out[TitleSign::stop] = flag(line.end == LineEnd::stop);
  out[TitleSign::colon] = flag(line.end == LineEnd::colon);
  out[TitleSign::caption] = flag(line.counts[static_cast<std::size_t>(WordClass::caption)] > 0);
  out[TitleSign::clock] = flag(line.clocks > 0);
  out[TitleSign::separator] = flag(line.separators > 0);
  out[TitleSign::cue] = flag(page_.cues[i].cue != Cue::none);
  return out;
}

std::size_t TitleFinder::likeliest(std::size_t from, const ArticleLines& article) const {
  std::size_t title = ArticleLines::none;
  float best = weights_.none();
  for (const Candidate& candidate : candidates(from, article)) {
    const float score = weights_.score(candidate.signs);
    if (score <= best) continue;
    best = score;
    title = candidate.line;
  }
  if (title != ArticleLines::none) return title;
  return heads_bare_text(from, article) ? 0 : below_date(from, article);
}

// The headline between the date and the text, or the text's first line. Such a head is rarer than
// one with the date below: where nothing else is the title.
std::size_t TitleFinder::below_date(std::size_t from, const ArticleLines& article) const {
  constexpr std::size_t reach = 3;  // lines, from the text to it and from it to the date
  constexpr std::uint32_t shortest = 4, longest = 20;  // words
  const std::size_t last = std::min(article.core_first + 1, article.last - 1);
  for (std::size_t i = last; i-- > from && i + reach >= article.core_first;) {
    const Line& line = page_.lines[i];
    if (page_.cues[i].cue != Cue::none || !headline_shape(line) || line.words < shortest ||
        line.words > longest || line.end > LineEnd::number)
      continue;
    for (std::size_t k = i; k-- > from && k + reach >= i;) {
      const Cue cue = page_.cues[k].cue;
      if (cue == Cue::timestamp || cue == Cue::published_line) return i;
    }
  }
  return ArticleLines::none;
}

// The input begins with the text itself, and that with a line of its own that is no sentence; there
// may be a deck, a byline or a date below it.
bool TitleFinder::heads_bare_text(std::size_t from, const ArticleLines& article) const {
  constexpr std::uint32_t longest = 16;    // words
  constexpr std::size_t longest_head = 5;  // lines
  if (from > 0 || article.last < 2 || article.core_first > longest_head) return false;
  const Line& line = page_.lines[0];
  if (!headline_shape(line) || line.words > longest || line.end > LineEnd::number ||
      is_of_head(page_.cues[0].cue))
    return false;
  std::size_t text = 1;
  while (text < article.core_first && is_of_head(page_.cues[text].cue)) ++text;
  const Line& next = page_.lines[text];
  const bool deck = next.end <= LineEnd::number && next.words > line.words;
  if (deck && text + 1 < article.last && page_.cues[text].cue == Cue::none) ++text;
  return core_[text] && page_.lines[text].prose();
}

std::size_t TitleFinder::most_like_stated(std::size_t from, const ArticleLines& article) const {
  const Range range = reach(from, article);
  std::size_t title = ArticleLines::none;
  double best = 0;
  for (std::size_t i = range.first; i < range.last; ++i) {
    const double score = like_stated(i, article);
    if (score <= best) continue;
    best = score;
    title = i;
  }
  return title;
}

// Words shared with the stated title, of the longer of the two; the page's first heading needs
// none.
double TitleFinder::like_stated(std::size_t i, const ArticleLines& article) const {
  const Line& line = page_.lines[i];
  const Cue cue = page_.cues[i].cue;
  if (cue != Cue::none && cue != Cue::dateline && cue != Cue::section_label) return 0;
  if (!headline_shape(line) || (i > article.core_first && !core_[i])) return 0;
  const Overlap own = overlap(reading_.tokens, line, stated_);
  const double alike =
      static_cast<double>(own.common) / static_cast<double>(std::max(own.all, stated_.size()));
  const std::size_t distance = i < article.core_first ? article.core_first - i : 0;
  const TagEvidence* tag = page_.facts.tags.empty() ? nullptr : page_.facts.tags[i];
  const bool first_heading = tag != nullptr && tag->heading_level == 1 && distance < 40;
  if (alike < 0.5 && !first_heading) return 0;
  return 5 + 2 * alike + (first_heading ? 1 : 0) - 0.015 * static_cast<double>(distance);
}

}  // namespace dateline::segment
