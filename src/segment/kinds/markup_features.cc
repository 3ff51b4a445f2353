// The features of a line's markup, where there was markup.
#include "segment/kinds/columns.h"

namespace dateline::segment {

namespace {

// How much running text each element of one level of nesting holds: level 0 is what directly holds
// a line's block.
class Containers {
 public:
  Containers(const std::vector<Line>& lines, const std::vector<const TagEvidence*>& tags,
             std::size_t level)
      : level_(level) {
    for (std::size_t i = 0; i < lines.size(); ++i) {
      if (tags[i] == nullptr || !lines[i].prose() || tags[i]->link_percent > 50) continue;
      const std::uint32_t id = tags[i]->containers[level];
      if (id >= words_.size()) words_.resize(id + 1);
      words_[id] += lines[i].words;
      all_ += lines[i].words;
    }
    for (std::size_t i = 0; i < lines.size(); ++i) {
      if (tags[i] != nullptr && words(*tags[i]) > most_) {
        most_ = words(*tags[i]);
        depth_ = tags[i]->depth;
      }
    }
  }
  [[nodiscard]] std::uint8_t share(const TagEvidence& tag) const {
    return percent(words(tag), all_);
  }
  [[nodiscard]] std::uint16_t depth() const {
    return depth_;
  }  // of the lines that the fullest one holds

 private:
  [[nodiscard]] std::size_t words(const TagEvidence& tag) const {
    const std::uint32_t id = tag.containers[level_];
    return id < words_.size() ? words_[id] : 0;
  }
  std::size_t level_;
  std::vector<std::size_t> words_;
  std::size_t all_ = 0, most_ = 0;
  std::uint16_t depth_ = 0;
};

// Sums over the lines of each make, or of each element.
class Groups {
 public:
  void add(std::uint32_t group, double value, double weight) {
    if (group >= sums_.size()) sums_.resize(group + 1);
    sums_[group].value += value * weight;
    sums_[group].weight += weight;
  }
  [[nodiscard]] double sum(std::uint32_t group) const { return sums_[group].value; }
  [[nodiscard]] double mean(std::uint32_t group) const {
    return sums_[group].weight > 0 ? sums_[group].value / sums_[group].weight : 0;
  }

 private:
  struct Sum {
    double value = 0, weight = 0;
  };
  std::vector<Sum> sums_;
};

void make_columns(const std::vector<Line>& lines, const LineFacts& facts, Columns out) {
  Groups prose, linked;
  double all = 0;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    if (facts.tags[i] == nullptr) continue;
    const double words = lines[i].words;
    const bool text = lines[i].prose() && facts.tags[i]->link_percent <= 50;
    prose.add(facts.make[i], text, words);
    linked.add(facts.make[i], facts.tags[i]->link_percent, words);
    all += text ? words : 0;
  }
  for (std::size_t i = 0; i < lines.size(); ++i) {
    if (facts.tags[i] == nullptr) continue;
    const std::uint32_t make = facts.make[i];
    out[Markup::make_share][i] = share(prose.sum(make), all);
    out[Markup::make_prose][i] = share(prose.mean(make), 1);
    out[Markup::make_links][i] = share(linked.mean(make), 100);
  }
}

}  // namespace

void markup_context(const std::vector<Line>& lines, const LineFacts& facts,
                    const std::vector<float>& scores, Columns out) {
  Groups make, inner;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    if (facts.tags[i] == nullptr) continue;
    const double chance = static_cast<double>(probability(scores[i]));
    make.add(facts.make[i], chance, lines[i].words);
    inner.add(facts.tags[i]->containers[0], chance, lines[i].words);
  }
  for (std::size_t i = 0; i < lines.size(); ++i) {
    if (facts.tags[i] == nullptr) continue;
    out[Markup::make_score][i] = share(make.mean(facts.make[i]), 1);
    out[Markup::inner_score][i] = share(inner.mean(facts.tags[i]->containers[0]), 1);
  }
}

void markup_columns(const std::vector<Line>& lines, const LineFacts& facts, const WordCounts& words,
                    Columns out) {
  const std::size_t rows = lines.size();
  const auto& tags = facts.tags;
  for (std::size_t m = 0; m < markup_features; ++m)  // a line without a tag has noughts
    std::fill_n(out[static_cast<Markup>(m)], rows, std::uint8_t{0});
  const Containers inner(lines, tags, 0), middle(lines, tags, 1), outer(lines, tags, 2);
  const Window<double> linked(rows, [&](std::size_t i) {
    return tags[i] ? tags[i]->link_percent * lines[i].words / 100.0 : 0;
  });
  for (std::size_t i = 0; i < rows; ++i) {
    for (std::size_t w = 0; w < markup_word_names.size(); ++w) {
      out[static_cast<Markup>(static_cast<std::size_t>(Markup::said_article) + w)][i] =
          (facts.said[i] >> w) & 1;
    }
    if (tags[i] == nullptr) continue;
    const TagEvidence& tag = *tags[i];
    out[Markup::role][i] = static_cast<std::uint8_t>(tag.role);
    out[Markup::heading][i] = tag.heading_level;
    out[Markup::links][i] = tag.link_percent;
    out[Markup::article][i] = tag.in_article;
    out[Markup::depth][i] = byte(tag.depth);
    out[Markup::share_inner][i] = inner.share(tag);
    out[Markup::share_middle][i] = middle.share(tag);
    out[Markup::share_outer][i] = outer.share(tag);
    out[Markup::with_before][i] =
        i > 0 && tags[i - 1] != nullptr && tags[i - 1]->containers[0] == tag.containers[0];
    out[Markup::with_after][i] =
        i + 1 < rows && tags[i + 1] != nullptr && tags[i + 1]->containers[0] == tag.containers[0];
    out[Markup::links_near][i] =
        percent(static_cast<std::size_t>(linked.around(i, 3)), words.around(i, 3));
    out[Markup::depth_like_main][i] =
        byte(static_cast<std::size_t>(std::clamp(100 + tag.depth - inner.depth(), 0, 255)));
  }
  make_columns(lines, facts, out);
  shifted(out[Markup::links], out[Markup::links_m1], rows, -1, 0);
  shifted(out[Markup::links], out[Markup::links_p1], rows, 1, 0);
  shifted(out[Markup::role], out[Markup::role_m1], rows, -1, 0);
  shifted(out[Markup::role], out[Markup::role_p1], rows, 1, 0);
}

}  // namespace dateline::segment
