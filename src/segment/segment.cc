// The segment room's way from a document to a layout: lines, what rules and classifier say of them,
// structure, dates.
#include "segment/segment.h"

#include <algorithm>

#include "segment/articles/byline.h"
#include "segment/articles/structure.h"
#include "segment/articles/title.h"
#include "segment/dating/dating.h"
#include "segment/kinds/classify.h"
#include "segment/kinds/given_text.h"
#include "segment/kinds/parts.h"

namespace dateline::segment {

struct Segmenter::Impl {
  Impl(const Rules& the_rules, Problems& problems, std::string_view language)
      : rules(the_rules),
        cues(rules, problems, language),
        classifier(rules, problems),
        titles(rules),
        stamps(rules),
        byline_words(rules),
        mechanisms(rules) {}

  const Rules& rules;
  Cues cues;
  Classifier classifier;
  TitleWeights titles;
  StampReader stamps;
  BylineWords byline_words;
  Mechanisms mechanisms;

  // What one page or story is made of.
  [[nodiscard]] Structure structure_of(const Document& document, const rules::Reading& reading,
                                       const Page& page, FeatureRoom& room) const;
  // Of a dump that may hold several.
  [[nodiscard]] Structure structure_of_parts(const Document& document,
                                             const rules::Reading& reading, const Page& page,
                                             FeatureRoom& room) const;
};

namespace {

// One document on its way.
class Work {
 public:
  Work(const Document& document, const rules::Reading& reading, Page page, Structure structure,
       const Corpus& corpus, const Options& options, const StampReader& stamps, const Cues& cues,
       const BylineWords& byline_words)
      : document_(document),
        reading_(reading),
        page_(std::move(page)),
        structure_(std::move(structure)),
        cues_(cues),
        dating_(stamps, document, reading, page_, structure_, corpus, options),
        bylines_(byline_words, reading, page_) {}

  Layout layout() {
    out_.articles.resize(structure_.articles.size());
    block_of_line_.reserve(page_.lines.size());
    out_.blocks.reserve(page_.lines.size() + structure_.articles.size());  // and their datelines
    for (std::size_t a = 0; a < out_.articles.size(); ++a) {
      const ArticleLines& lines = structure_.articles[a];
      out_.articles[a].blocks.reserve(lines.last - lines.first);
    }
    for (std::size_t i = 0; i < page_.lines.size(); ++i) add_line(i);
    date_items();
    for (std::uint32_t a = 0; a < out_.articles.size(); ++a) finish(a);
    return std::move(out_);
  }

 private:
  void add_block(Span span, BlockKind kind, RuleId rule, std::uint32_t article) {
    if (article != no_article)
      out_.articles[article].blocks.push_back(static_cast<std::uint32_t>(out_.blocks.size()));
    out_.blocks.push_back({span, kind, rule, article, {}});
  }

  void add_line(std::size_t i) {
    const Line& line = page_.lines[i];
    const LineCue& cue = page_.cues[i];
    const std::uint32_t article = structure_.article[i];
    block_of_line_.push_back(out_.blocks.size());
    if (cue.cue == Cue::dateline && is_core(structure_.kinds[i]) &&
        cue.tokens.last < line.tokens.last) {
      const std::uint32_t middle = reading_.tokens.end[cue.tokens.last - 1];
      add_block({line.span.begin, middle}, BlockKind::dateline, cue.rule, article);
      add_block({reading_.tokens.begin[cue.tokens.last], line.span.end}, structure_.kinds[i],
                structure_.rules[i], article);
      if (article != no_article) set_dateline(cue, out_.articles[article]);
      return;
    }
    add_block(line.span, structure_.kinds[i], structure_.rules[i], article);
  }

  void set_dateline(const LineCue& cue, Article& article) const {
    if (!article.dateline_place.empty()) return;
    const auto [place, agency] = cues_.datelines().parts(reading_, cue.tokens);
    if (place.size() > 0) article.dateline_place = reading_.span(place);
    if (agency.size() > 0) article.agency = reading_.span(agency).of(document_.text);
  }

  // "Port Ellis, 3 June 2031" on a line of its own above the text.
  void take_place_above(const ArticleLines& lines, Article& article) const {
    for (std::size_t i = lines.first; i < lines.core_first; ++i) {
      if (page_.cues[i].hint != Hint::place_first || structure_.kinds[i] == BlockKind::byline)
        continue;
      set_dateline(page_.cues[i], article);
      article.dateline_date = dating_.date_of_line(i);
      return;
    }
  }

  // A related headline takes the date that stands among the lines of its item.
  void date_items() {
    for (std::size_t i = 0; i < page_.lines.size(); ++i) {
      if (structure_.kinds[i] != BlockKind::related_headline) continue;
      for (std::size_t k = i + 1; k < page_.lines.size() && k <= i + 3; ++k) {
        if (structure_.kinds[k] == BlockKind::related_timestamp) {
          out_.blocks[block_of_line_[i]].published = dating_.date_of_line(k);
        } else if (structure_.kinds[k] == BlockKind::related_byline) {
          continue;
        }
        break;
      }
    }
  }

  void finish(std::uint32_t a) {
    Article& article = out_.articles[a];
    const ArticleLines& lines = structure_.articles[a];
    if (lines.title != ArticleLines::none) {
      article.title = headline_span(reading_, cues_, page_.lines[lines.title]);
    } else if (a == 0) {
      article.stated_title = document_.title;
    }
    article.byline = byline(a, lines);
    if (article.byline.empty()) article.stated_byline = document_.author;
    article.publisher = document_.publisher;
    article.dateline_date = dating_.dateline_date(a);
    if (article.dateline_place.empty()) take_place_above(lines, article);
    article.published = dating_.published(a);
    date_entries(a);
  }

  [[nodiscard]] Span byline(std::uint32_t a, const ArticleLines& lines) const {
    const auto is = [&](std::size_t i, BlockKind kind) {
      return structure_.article[i] == a && structure_.kinds[i] == kind;
    };
    for (std::size_t i = lines.first; i < lines.last; ++i) {
      const Span name = is(i, BlockKind::byline) ? bylines_.name(i) : Span();
      if (!name.empty()) return name;
    }
    for (std::size_t i = lines.first; i < lines.core_first; ++i) {
      if (!is(i, BlockKind::published_line)) continue;
      const Span name = bylines_.name_beside_date(i);
      if (!name.empty()) return name;
    }
    return {};
  }

  // Every paragraph of an entry takes the day that stands above it.
  void date_entries(std::uint32_t a) {
    const std::vector<Entry> entries = dating_.entries(a, out_.articles[a].published);
    for (std::size_t e = 0; e < entries.size(); ++e) {
      const std::size_t last =
          e + 1 < entries.size() ? entries[e + 1].line : structure_.articles[a].last;
      for (std::size_t i = entries[e].line; i < last; ++i) {
        if (structure_.article[i] != a) continue;
        const std::size_t end =
            i + 1 < block_of_line_.size() ? block_of_line_[i + 1] : out_.blocks.size();
        for (std::size_t b = block_of_line_[i]; b < end; ++b)
          out_.blocks[b].published = single_day(entries[e].day);
      }
    }
  }

 private:
  const Document& document_;
  const rules::Reading& reading_;
  Page page_;
  Structure structure_;
  const Cues& cues_;
  Dating dating_;
  Layout out_;
  std::vector<std::size_t> block_of_line_;
  Bylines bylines_;
};

}  // namespace

Structure Segmenter::Impl::structure_of(const Document& document, const rules::Reading& reading,
                                        const Page& page, FeatureRoom& room) const {
  std::vector<float> scores = classifier.scores(page, reading, room);
  favour_sentences(document, page, scores);
  Structure structure = find_structure(document, reading, page, scores, titles, mechanisms);
  Bylines(byline_words, reading, page).complete(structure, mechanisms.byline);
  return structure;
}

Structure Segmenter::Impl::structure_of_parts(const Document& document,
                                              const rules::Reading& reading, const Page& page,
                                              FeatureRoom& room) const {
  const std::vector<std::size_t> parts = find_parts(page);
  if (parts.size() == 1) return structure_of(document, reading, page, room);
  Structure whole;
  for (std::size_t k = 0; k < parts.size(); ++k) {
    const std::size_t last = k + 1 < parts.size() ? parts[k + 1] : page.lines.size();
    append(structure_of(document, reading, part_of(page, parts[k], last), room), parts[k], whole);
  }
  return whole;
}

struct Kept {
  FeatureRoom features;
};

Segmenter::Segmenter(const Rules& rules, Problems& problems, std::string_view language)
    : impl_(std::make_unique<Impl>(rules, problems, language)) {}
Segmenter::~Segmenter() = default;

Layout Segmenter::segment(const Document& document, const rules::Reading& reading,
                          const Corpus& corpus, const Options& options,
                          Workspace& workspace) const {
  if (workspace == nullptr) workspace = std::make_shared<Kept>();
  Page page = options.whole ? read_whole(reading, impl_->cues)
                            : read_page(document, reading, impl_->cues, corpus);
  if (page.lines.empty()) return {};
  Structure structure =
      options.whole ? whole_structure(page, impl_->mechanisms)
                    : impl_->structure_of_parts(document, reading, page, workspace->features);
  Work work(document, reading, std::move(page), std::move(structure), corpus, options,
            impl_->stamps, impl_->cues, impl_->byline_words);
  return work.layout();
}

void Segmenter::check_examples(Problems& problems) const { impl_->cues.check_examples(problems); }

}  // namespace dateline::segment
