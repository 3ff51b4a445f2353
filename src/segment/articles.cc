#include "segment/articles.h"

#include <algorithm>
#include <bit>

namespace dateline::segment {

namespace {

// A bag of words by their hashes. Asking for one is a look at a table.
class Words {
 public:
  // Makes room for the words of so many tokens, which are fewer; to be called first.
  void reserve(std::size_t tokens) { slots_.assign(std::bit_ceil(tokens + tokens / 4 + 2), 0); }
  void add(std::uint32_t hash) {
    ++size_;
    slots_[place_of(hash)] = hash | std::uint64_t{1} << 32;
  }
  [[nodiscard]] bool has(std::uint32_t hash) const { return size_ != 0 && slots_[place_of(hash)] != 0; }
  [[nodiscard]] std::size_t size() const { return size_; }   // repeated words count
  [[nodiscard]] bool empty() const { return size_ == 0; }

 private:
  [[nodiscard]] std::size_t place_of(std::uint32_t hash) const {
    const std::size_t mask = slots_.size() - 1;
    std::size_t at = (hash * 0x9E3779B97F4A7C15ULL) >> 32 & mask;
    while (slots_[at] != 0 && static_cast<std::uint32_t>(slots_[at]) != hash) at = (at + 1) & mask;
    return at;
  }
  std::vector<std::uint64_t> slots_;   // 0, or a hash below a set bit
  std::size_t size_ = 0;
};

bool content_word(const text::Tokens& tokens, std::uint32_t i) {
  if (tokens.has(i, text::is_number)) return tokens.end[i] - tokens.begin[i] >= 2;
  if (!tokens.has(i, text::is_word)) return false;
  const std::uint32_t size = tokens.end[i] - tokens.begin[i];
  return size >= 5 || (size >= 3 && tokens.has(i, text::starts_upper));
}

void add_words(const text::Tokens& tokens, text::TokenRange range, Words& words) {
  for (std::uint32_t i = range.first; i < range.last; ++i) {
    if (content_word(tokens, i)) words.add(tokens.hash[i]);
  }
}

Words words_of(const text::Tokens& tokens, text::TokenRange range) {
  Words words;
  words.reserve(range.size());
  add_words(tokens, range, words);
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
    out.common += words.has(tokens.hash[i]);
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
      : document_(document), reading_(reading), page_(page), core_(std::move(core)) {
    text::Tokens tokens;
    text::tokenize(document.title, tokens);
    stated_ = words_of(tokens, {0, tokens.size()});
  }

  std::vector<ArticleLines> run() {
    std::vector<ArticleLines> articles;
    for (std::size_t i = 0; i < core_.size(); ++i) {
      if (!core_[i]) continue;
      if (articles.empty()) {
        articles.push_back({i, i + 1, i, ArticleLines::none});
        continue;
      }
      const std::size_t headline = next_headline(articles.back().core_first, i);
      if (headline == ArticleLines::none || !holds_prose(articles.back().core_first, headline)) {
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

  // Otherwise the headline is the first article's own.
  [[nodiscard]] bool holds_prose(std::size_t first, std::size_t last) const {
    for (std::size_t i = first; i < last; ++i) {
      if (core_[i] && page_.lines[i].prose()) return true;
    }
    return false;
  }

  // Reports something said on a weekday, or begins with a dateline.
  [[nodiscard]] bool is_lead(std::size_t i) const {
    const Line& line = page_.lines[i];
    const auto count = [&](WordClass cls) { return line.counts[static_cast<std::size_t>(cls)]; };
    return line.prose() && (page_.cues[i].cue == Cue::dateline ||
                            (count(WordClass::weekday) > 0 && count(WordClass::said) > 0));
  }

  void find_title(std::size_t from, ArticleLines& article) const {
    constexpr std::size_t reach = 60, far = 40;
    Words words;
    if (stated_.empty()) {   // else its words decide
      const std::size_t end = std::min(article.last, article.core_first + far);
      std::size_t tokens = 0;
      for (std::size_t i = article.core_first; i < end; ++i) tokens += page_.lines[i].tokens.size();
      words.reserve(tokens);
      for (std::size_t i = article.core_first; i < end; ++i) {
        if (core_[i] && page_.lines[i].words > 8) add_words(reading_.tokens, page_.lines[i].tokens, words);
      }
    }
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
    if (stated_.empty()) prefer_upper(first, words, article);
    article.first = std::min(article.first, article.title);
    // Where the classifier took the title for text, the text begins after it.
    if (article.core_first == article.title) {
      while (article.core_first < article.last && (article.core_first == article.title || !core_[article.core_first])) {
        ++article.core_first;
      }
    }
  }

  // What markup or record states as the title, shared with the line: 0..1 of the longer of the two.
  [[nodiscard]] double like_stated(const Line& line) const {
    if (stated_.empty()) return 0;
    const Overlap own = overlap(reading_.tokens, line, stated_);
    return static_cast<double>(own.common) / static_cast<double>(std::max(own.all, stated_.size()));
  }

  [[nodiscard]] int heading_level(std::size_t i) const {
    return page_.facts.tags.empty() || page_.facts.tags[i] == nullptr ? 0 : page_.facts.tags[i]->heading_level;
  }

  // Of a title and the line below that sums the article up, the lower one often shares more words: the upper one
  // is the title.
  void prefer_upper(std::size_t from, const Words& words, ArticleLines& article) const {
    const std::uint32_t longest = page_.lines[article.title].words;
    if (longest < 10) return;
    for (std::size_t i = article.title; i-- > from && i + 3 > article.title;) {
      const Line& line = page_.lines[i];
      if (page_.cues[i].cue != Cue::none || !headline_shape(line) || line.words < 4 || line.words >= longest) continue;
      if (overlap(reading_.tokens, line, words).share() < 0.4) continue;
      article.title = i;
      return;
    }
  }

  // A byline or a date stands within a few lines below.
  [[nodiscard]] bool head_follows(std::size_t i) const {
    for (std::size_t k = i + 1; k < page_.cues.size() && k < i + 6; ++k) {
      const Cue cue = page_.cues[k].cue;
      if (cue == Cue::byline || cue == Cue::published_line || cue == Cue::timestamp) return true;
    }
    return false;
  }

  [[nodiscard]] double title_score(std::size_t i, const ArticleLines& article, const Words& words) const {
    const Line& line = page_.lines[i];
    const Cue cue = page_.cues[i].cue;
    if (cue != Cue::none && cue != Cue::dateline && cue != Cue::section_label) return 0;
    if (!headline_shape(line) || (i > article.core_first && !core_[i])) return 0;
    const std::size_t distance = i < article.core_first ? article.core_first - i : 0;
    const double nearness = -0.015 * static_cast<double>(distance);
    if (!stated_.empty()) {
      const double alike = like_stated(line);
      const bool first_heading = heading_level(i) == 1 && distance < 40;
      return alike < 0.5 && !first_heading ? 0 : 5 + 2 * alike + (first_heading ? 1 : 0) + nearness;
    }
    const double share = overlap(reading_.tokens, line, words).share();
    if (share < 0.3 && (distance > 6 || line.words < 4)) return 0;
    if (distance == 0 && (share < 0.5 || i > article.core_first || line.words > 25)) return 0;
    double score = 0.5 + 1.2 * share + 0.08 * std::min(line.words, 8U) + nearness;
    if (line.words > 14) score -= 0.04 * (line.words - 14);   // that long it is rather the line below the title
    if (head_follows(i)) score += 0.3;
    if (line.blank_before) score += 0.1;
    return score;
  }

  Words stated_;   // of the title that markup or record states
  const Document& document_;
  const rules::Reading& reading_;
  const Page& page_;
  std::vector<bool> core_;
};

}  // namespace

std::vector<ArticleLines> find_articles(const Document& document, const rules::Reading& reading, const Page& page,
                                        std::vector<bool> core) {
  return Finder(document, reading, page, std::move(core)).run();
}

}  // namespace dateline::segment
