#include "segment/articles/structure.h"

#include <algorithm>

#include "segment/articles/articles.h"
#include "segment/kinds/core.h"

namespace dateline::segment {

Mechanisms::Mechanisms(const Rules& rules) {
  const auto get = [&](std::string_view name) { return rules::mechanism(rules, name); };
  body = get("segment.body");
  subheading = get("segment.subheading");
  list_item = get("segment.list-item");
  title = get("segment.title");
  subtitle = get("segment.subtitle");
  byline = get("segment.byline");
  caption = get("segment.caption");
  related = get("segment.related");
  related_item = get("segment.related-item");
  ticker = get("segment.ticker");
  navigation = get("segment.navigation");
  comments = get("segment.comments");
  number = get("segment.number");
  furniture = get("segment.furniture");
  whole = get("segment.whole");
}

namespace {

// Lines after the text's first, where a deck was taken for it.
constexpr std::size_t near_head = 3;

bool is_stamp(Cue cue) { return cue == Cue::timestamp || cue == Cue::published_line; }

class Builder {
 public:
  Builder(const Page& page, const std::vector<ArticleLines>& articles,
          const std::vector<bool>& core, const Mechanisms& mechanisms)
      : page_(page), core_(core), mechanisms_(mechanisms) {
    out_.articles = articles;
    out_.kinds.assign(page.lines.size(), BlockKind::other);
    out_.rules.assign(page.lines.size(), mechanisms.furniture);
    out_.article.assign(page.lines.size(), no_article);
  }

  Structure run() {
    outside();
    for (std::uint32_t a = 0; a < out_.articles.size(); ++a) inside(a);
    return std::move(out_);
  }

 private:
  void set(std::size_t i, BlockKind kind, RuleId rule) {
    out_.kinds[i] = kind;
    out_.rules[i] = rule;
  }
  void set_cue(std::size_t i, BlockKind kind) { set(i, kind, page_.cues[i].rule); }

  [[nodiscard]] Cue cue(std::size_t i) const {
    return i < page_.cues.size() ? page_.cues[i].cue : Cue::none;
  }

  // ---- lines outside of articles

  void outside() {
    bool ticker = false, comments = false;
    for (std::size_t i = 0; i < page_.lines.size(); ++i) {
      const Line& line = page_.lines[i];
      if (line.blank_before) ticker = false;
      if (cue(i) == Cue::comments) comments = true;
      if (cue(i) == Cue::section_label || cue(i) == Cue::legal || core_[i]) comments = false;
      furniture(i);
      if (ticker && cue(i) == Cue::none) set(i, BlockKind::ticker, mechanisms_.ticker);
      if (comments && out_.rules[i] == mechanisms_.furniture)
        set(i, BlockKind::comments, mechanisms_.comments);
      if (cue(i) == Cue::ticker) ticker = true;
    }
  }

  void furniture(std::size_t i) {
    const Line& line = page_.lines[i];
    switch (cue(i)) {
      case Cue::none:
      case Cue::dateline:
        shape(i);
        return;
      case Cue::timestamp:
      case Cue::published_line:
        set_cue(i, BlockKind::related_timestamp);
        return;
      case Cue::byline:
        set_cue(i, BlockKind::related_byline);
        return;
      default:
        break;
    }
    set_cue(i, kind_of(cue(i)));
    // A label alone among the entries of a menu is one of them.
    if (cue(i) == Cue::ticker && line.blank_after) set_cue(i, BlockKind::section_label);
  }

  [[nodiscard]] bool item_follows(std::size_t i) const {
    return i + 1 < page_.lines.size() && !page_.lines[i].blank_after &&
           (cue(i + 1) == Cue::byline || is_stamp(cue(i + 1)));
  }

  void shape(std::size_t i) {
    const Line& line = page_.lines[i];
    if (line.words == 0) return;
    if (line.words == line.numbers) return set(i, BlockKind::pagination, mechanisms_.number);
    if (line.end == LineEnd::dash && line.words >= 3)
      return set(i, BlockKind::ticker, mechanisms_.ticker);
    if (item_follows(i) && line.words >= 3)
      return set(i, BlockKind::related_headline, mechanisms_.related_item);
    if (line.prose() && line.words > 20) return;
    if (line.words >= 5) return set(i, BlockKind::related_headline, mechanisms_.related);
    if (line.end <= LineEnd::mark || line.end == LineEnd::number)
      set(i, BlockKind::navigation, mechanisms_.navigation);
  }

  // ---- lines of an article

  void inside(std::uint32_t a) {
    const ArticleLines& article = out_.articles[a];
    const auto own = [&](std::size_t i, BlockKind kind, RuleId rule) {
      set(i, kind, rule);
      out_.article[i] = a;
    };
    for (std::size_t i = article.first; i < article.last; ++i) {
      if (i == article.title) {
        own(i, BlockKind::title, mechanisms_.title);
      } else if (core_[i]) {
        core_line(i, a);
      } else if (i < article.core_first) {
        header(i, a);
      } else if (cue(i) == Cue::caption || cue(i) == Cue::credit || cue(i) == Cue::author_note) {
        out_.article[i] = a;
      } else if (is_beside_credit(i)) {
        own(i, BlockKind::caption, mechanisms_.caption);
      } else if (cue(i) == Cue::byline && i < article.core_first + near_head) {
        own(i, BlockKind::byline, page_.cues[i].rule);
      } else if (is_stamp(cue(i)) && (i < article.core_first + near_head ||
                                      page_.lines[i].words <= 4)) {  // or of an entry
        own(i, BlockKind::published_line, page_.cues[i].rule);
      }
    }
    credits_after(a);
  }

  // What a picture shows stands above or below whose picture it is.
  [[nodiscard]] bool is_beside_credit(std::size_t i) const {
    constexpr std::uint32_t shortest = 4, longest = 60;  // words
    const Line& line = page_.lines[i];
    const bool beside = (i > 0 && cue(i - 1) == Cue::credit) || cue(i + 1) == Cue::credit;
    return beside && cue(i) == Cue::none && line.words >= shortest && line.words <= longest &&
           line.lower * 3 >= line.words;
  }

  void core_line(std::size_t i, std::uint32_t a) {
    const Line& line = page_.lines[i];
    out_.article[i] = a;
    if (line.start == LineStart::bullet) return set(i, BlockKind::list_item, mechanisms_.list_item);
    const bool open =
        line.end == LineEnd::word || line.end == LineEnd::number || line.end == LineEnd::question;
    const bool label = open && line.words <= 14 && line.start != LineStart::lower &&
                       line.start != LineStart::quote;
    const bool last = i + 1 == out_.articles[a].last;
    if (label && !last) return set(i, BlockKind::subheading, mechanisms_.subheading);
    set(i, BlockKind::body, mechanisms_.body);
  }

  void header(std::size_t i, std::uint32_t a) {
    const ArticleLines& article = out_.articles[a];
    const Line& line = page_.lines[i];
    const bool titled = article.title != ArticleLines::none;
    if (cue(i) == Cue::byline) {
      set_cue(i, BlockKind::byline);
      out_.article[i] = a;
    } else if (is_stamp(cue(i))) {
      set_cue(i, BlockKind::published_line);
      out_.article[i] = a;
    } else if (cue(i) == Cue::caption || cue(i) == Cue::credit) {
      out_.article[i] = a;
    } else if (cue(i) == Cue::none && titled && i > article.title && line.words >= 5 &&
               line.lower * 3 >= line.words) {
      set(i, BlockKind::subtitle, mechanisms_.subtitle);
      out_.article[i] = a;
    }
  }

  // "QPW contributed reporting." directly after the text.
  void credits_after(std::uint32_t a) {
    for (std::size_t i = out_.articles[a].last;
         i < page_.lines.size() && i < out_.articles[a].last + 3; ++i) {
      if (core_[i] || out_.article[i] != no_article) return;
      if (cue(i) == Cue::credit || cue(i) == Cue::author_note || cue(i) == Cue::caption)
        out_.article[i] = a;
    }
  }

  const Page& page_;
  const std::vector<bool>& core_;
  const Mechanisms& mechanisms_;
  Structure out_;
};

}  // namespace

void append(const Structure& part, std::size_t first, Structure& whole) {
  const auto articles = static_cast<std::uint32_t>(whole.articles.size());
  const auto add = [](const auto& from, auto& to) {
    to.insert(to.end(), from.begin(), from.end());
  };
  add(part.kinds, whole.kinds);
  add(part.rules, whole.rules);
  for (const std::uint32_t article : part.article)
    whole.article.push_back(article == no_article ? no_article : article + articles);
  for (ArticleLines lines : part.articles) {
    lines.first += first;
    lines.last += first;
    lines.core_first += first;
    if (lines.title != ArticleLines::none) lines.title += first;
    whole.articles.push_back(lines);
  }
}

Structure whole_structure(const Page& page, const Mechanisms& mechanisms) {
  Structure out;
  out.kinds.assign(page.lines.size(), BlockKind::body);
  out.rules.assign(page.lines.size(), mechanisms.whole);
  out.article.assign(page.lines.size(), 0);
  out.articles.push_back({0, page.lines.size(), 0, ArticleLines::none});
  return out;
}

Structure find_structure(const Document& document, const rules::Reading& reading, const Page& page,
                         const std::vector<float>& scores, const TitleWeights& titles,
                         const Mechanisms& mechanisms) {
  const std::vector<bool> core = core_lines(reading, page, scores);
  return Builder(page, find_articles(document, reading, page, core, scores, titles), core,
                 mechanisms)
      .run();
}

}  // namespace dateline::segment
