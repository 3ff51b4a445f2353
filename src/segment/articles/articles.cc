// Articles are told apart by their headlines; the titles of those before the first line of text are
// found in title.cc.
#include "segment/articles/articles.h"

#include <algorithm>

#include "segment/lines/word_bag.h"

namespace dateline::segment {

namespace {

class Finder {
 public:
  Finder(const rules::Reading& reading, const Page& page, const std::vector<bool>& core)
      : reading_(reading), page_(page), core_(core) {}

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
    return articles;
  }

 private:
  // A headline after the article's first line, whose words the line of text `lead` repeats, where
  // that line reports something said on a weekday or begins with a dateline: another article
  // begins.
  [[nodiscard]] std::size_t next_headline(std::size_t after, std::size_t lead) const {
    if (!is_lead(lead)) return ArticleLines::none;
    Words words;
    for (std::size_t i = lead; i-- > after && i + 5 > lead && !page_.lines[i].prose();) {
      if (page_.cues[i].cue != Cue::none || !headline_shape(page_.lines[i])) continue;
      if (words.empty()) words = all_words_of(reading_.tokens, page_.lines[lead].tokens);
      const Overlap common = overlap(reading_.tokens, page_.lines[i], words);
      if (common.common >= 3 && common.share() >= 0.6) return i;
      // A dateline right below says as much as the words.
      if (common.common >= 1 && i + 1 + stands_apart(lead) == lead && is_placed(lead)) return i;
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

  // The dateline has a line of its own.
  [[nodiscard]] bool stands_apart(std::size_t lead) const {
    return lead > 0 && page_.cues[lead - 1].hint == Hint::place_first;
  }
  [[nodiscard]] bool is_placed(std::size_t lead) const {
    return page_.cues[lead].cue == Cue::dateline || stands_apart(lead);
  }

  // Reports something said on a weekday, or begins with a dateline.
  [[nodiscard]] bool is_lead(std::size_t i) const {
    const Line& line = page_.lines[i];
    const auto count = [&](WordClass cls) { return line.counts[static_cast<std::size_t>(cls)]; };
    return line.prose() &&
           (is_placed(i) || (count(WordClass::weekday) > 0 && count(WordClass::said) > 0));
  }

  const rules::Reading& reading_;
  const Page& page_;
  const std::vector<bool>& core_;
};

// The byline and the date right above a text without a title.
void take_head(const Page& page, std::size_t from, ArticleLines& article) {
  while (article.first > from) {
    const Cue cue = page.cues[article.first - 1].cue;
    if (cue != Cue::byline && cue != Cue::published_line && cue != Cue::timestamp) return;
    --article.first;
  }
}

}  // namespace

std::vector<ArticleLines> find_articles(const Document& document, const rules::Reading& reading,
                                        const Page& page, const std::vector<bool>& core,
                                        const std::vector<float>& scores,
                                        const TitleWeights& weights) {
  std::vector<ArticleLines> articles = Finder(reading, page, core).run();
  const TitleFinder titles(document, reading, page, core, scores, weights);
  for (std::size_t a = 0; a < articles.size(); ++a) {
    const std::size_t from = a == 0 ? 0 : articles[a - 1].last;
    if (articles[a].title == ArticleLines::none) titles.find(from, articles[a]);
    if (articles[a].title == ArticleLines::none) take_head(page, from, articles[a]);
  }
  return articles;
}

}  // namespace dateline::segment
