#include "segment/articles.h"

#include <algorithm>

namespace dateline::segment {

namespace {

using Words = std::vector<std::uint32_t>;   // hashes, sorted

bool content_word(const text::Tokens& tokens, std::uint32_t i) {
  if (tokens.has(i, text::is_number)) return tokens.end[i] - tokens.begin[i] >= 2;
  if (!tokens.has(i, text::is_word)) return false;
  const std::uint32_t size = tokens.end[i] - tokens.begin[i];
  return size >= 5 || (size >= 3 && tokens.has(i, text::starts_upper));
}

Words words_of(const text::Tokens& tokens, text::TokenRange range) {
  Words words;
  for (std::uint32_t i = range.first; i < range.last; ++i) {
    if (content_word(tokens, i)) words.push_back(tokens.hash[i]);
  }
  std::sort(words.begin(), words.end());
  return words;
}

struct Overlap {
  std::size_t common = 0, all = 0;
  [[nodiscard]] double share() const { return all == 0 ? 0 : static_cast<double>(common) / static_cast<double>(all); }
};

Overlap overlap(const text::Tokens& tokens, const Line& line, const Words& words) {
  Overlap out;
  for (std::uint32_t i = line.tokens.first; i < line.tokens.last; ++i) {
    if (!content_word(tokens, i)) continue;
    ++out.all;
    out.common += std::binary_search(words.begin(), words.end(), tokens.hash[i]);
  }
  return out;
}

bool headline_shape(const Line& line) {
  return line.words >= 3 && line.words <= 30 && line.words > line.numbers && line.end != LineEnd::stop &&
         line.end != LineEnd::comma && line.end != LineEnd::dash && line.end != LineEnd::ellipsis && line.breaks <= 1;
}

class Finder {
 public:
  Finder(const Document& document, const rules::Reading& reading, const Page& page, std::vector<bool> core)
      : document_(document), reading_(reading), page_(page), core_(std::move(core)) {}

  std::vector<ArticleLines> run() {
    std::vector<ArticleLines> articles;
    for (std::size_t i = 0; i < core_.size(); ++i) {
      if (!core_[i]) continue;
      if (articles.empty()) {
        articles.push_back({i, i + 1, i, ArticleLines::none});
        continue;
      }
      const std::size_t headline = next_headline(articles.back().core_first, i);
      if (headline == ArticleLines::none) {
        articles.back().last = i + 1;
      } else {
        articles.back().last = std::min(articles.back().last, headline);
        articles.push_back({headline, i + 1, i, headline});
      }
    }
    for (std::size_t a = 0; a < articles.size(); ++a) {
      if (articles[a].title == ArticleLines::none) find_title(a == 0 ? 0 : articles[a - 1].last, articles[a]);
    }
    return articles;
  }

 private:
  // A headline after the article's first line, whose words the line of text `lead` repeats, where that line
  // reports something said on a weekday or begins with a dateline: another article begins.
  [[nodiscard]] std::size_t next_headline(std::size_t after, std::size_t lead) const {
    if (!is_lead(lead)) return ArticleLines::none;
    Words words;
    for (std::size_t i = lead; i-- > after && i + 5 > lead && !page_.lines[i].prose();) {
      if (page_.cues[i].cue != Cue::none || !headline_shape(page_.lines[i])) continue;
      if (words.empty()) words = words_of(reading_.tokens, page_.lines[lead].tokens);
      const Overlap common = overlap(reading_.tokens, page_.lines[i], words);
      if (common.common >= 3 && common.share() >= 0.6) return i;
    }
    return ArticleLines::none;
  }

  [[nodiscard]] bool is_lead(std::size_t i) const {
    const Line& line = page_.lines[i];
    const auto count = [&](WordClass cls) { return line.counts[static_cast<std::size_t>(cls)]; };
    return line.prose() && (page_.cues[i].cue == Cue::dateline || count(WordClass::calendar) > 0);
  }

  void find_title(std::size_t from, ArticleLines& article) const {
    constexpr std::size_t reach = 60, far = 40;
    Words words;
    for (std::size_t i = article.core_first; i < article.last && i < article.core_first + far; ++i) {
      if (core_[i] && page_.lines[i].words > 8) {
        const Words more = words_of(reading_.tokens, page_.lines[i].tokens);
        words.insert(words.end(), more.begin(), more.end());
      }
    }
    std::sort(words.begin(), words.end());
    double best = 0;
    const std::size_t first = std::max(from, article.core_first > reach ? article.core_first - reach : 0);
    const std::size_t last = std::min(article.core_first + 2, article.last);
    for (std::size_t i = first; i < last; ++i) {
      const double score = title_score(i, article, words);
      if (score > best) {
        best = score;
        article.title = i;
      }
    }
    if (article.title == ArticleLines::none) return;
    article.first = std::min(article.first, article.title);
    // Where the classifier took the title for text, the text begins after it.
    if (article.core_first == article.title) {
      while (article.core_first < article.last && (article.core_first == article.title || !core_[article.core_first])) {
        ++article.core_first;
      }
    }
  }

  [[nodiscard]] double title_score(std::size_t i, const ArticleLines& article, const Words& words) const {
    const Line& line = page_.lines[i];
    if (!document_.title.empty() && line.span.of(document_.text) == document_.title) return 10;
    const Cue cue = page_.cues[i].cue;
    if (cue != Cue::none && cue != Cue::dateline && cue != Cue::section_label) return 0;
    if (!headline_shape(line)) return 0;
    const Overlap common = overlap(reading_.tokens, line, words);
    const std::size_t distance = i < article.core_first ? article.core_first - i : 0;
    if (i > article.core_first && !core_[i]) return 0;
    if (common.share() < 0.3 && (distance > 6 || line.words < 4)) return 0;
    if (distance == 0 && (common.share() < 0.5 || i > article.core_first)) return 0;
    return 0.5 + 2 * common.share() + 0.08 * std::min(line.words, 12U) - 0.025 * static_cast<double>(distance);
  }

  const Document& document_;
  const rules::Reading& reading_;
  const Page& page_;
  std::vector<bool> core_;
};

}  // namespace

std::vector<bool> core_lines(const Page& page, const std::vector<float>& scores) {
  std::vector<bool> core(page.lines.size());
  for (std::size_t i = 0; i < core.size(); ++i) {
    const Cue cue = page.cues[i].cue;
    const bool other = cue == Cue::caption || cue == Cue::timestamp || cue == Cue::byline || cue == Cue::published_line;
    core[i] = scores[i] > 0 && !other && page.lines[i].words > 0;
  }
  return core;
}

std::vector<ArticleLines> find_articles(const Document& document, const rules::Reading& reading, const Page& page,
                                        std::vector<bool> core) {
  return Finder(document, reading, page, std::move(core)).run();
}

}  // namespace dateline::segment
