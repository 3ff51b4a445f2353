// Pages that the development pages lack, made from them: with lines of furniture between the
// paragraphs, or cut down to a few paragraphs and a few lines of furniture.
#pragma once

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "data/make/fit_trees.h"
#include "segment/kinds/page.h"

namespace dateline::segment::fit {

// A page with what its gold says of each line.
struct Labelled {
  std::string_view text;
  const Page* page = nullptr;
  std::string_view labels;  // one a line: + - _
};

class VariantText {
 public:
  VariantText(const Labelled& own, const Labelled& other, std::uint64_t seed)
      : own_(own), other_(other), random_(seed) {
    for (int i = 0; i < 8; ++i) random_.next();
    const auto& labels = own.labels;
    first_ = std::min(labels.find('+'), labels.size());
    last_ = labels.rfind('+') == labels.npos ? 0 : labels.rfind('+') + 1;
  }

  // Lines of furniture between the paragraphs: now the same one each time, now another.
  [[nodiscard]] std::string with_furniture() {
    const std::vector<std::size_t> pool = furniture();
    if (pool.empty()) return std::string(own_.text);
    const std::size_t same = pool[random_.next() % pool.size()];
    const double often = 0.1 + 0.5 * random_.unit();
    for (std::size_t i = 0; i < own_.labels.size(); ++i) {
      add(own_, i);
      if (i < first_ || i + 1 >= last_ || !own_.page->lines[i].prose()) continue;
      if (random_.unit() > often) continue;
      for (std::size_t n = 1 + random_.next() % 2; n > 0; --n)
        add(other_, random_.unit() < 0.6 ? same : pool[random_.next() % pool.size()]);
    }
    return out_;
  }

  // A short report as somebody copies it: the first sentences of some paragraphs, between them
  // lines of furniture that stand together on the other page, and the nearest furniture around.
  [[nodiscard]] std::string brief() {
    const std::vector<std::size_t> pool = furniture();
    std::size_t paragraphs = 3 + random_.next() % 8;
    const std::size_t before = random_.next() % 10, after = random_.next() % 20;
    const std::size_t end = std::min(last_ + after, own_.labels.size());
    const double often = 0.4 * random_.unit();
    for (std::size_t i = first_ > before ? first_ - before : 0; i < end; ++i) {
      if (own_.labels[i] != '+') {
        if (i < first_ || i >= last_ || random_.unit() < 0.3) add(own_, i);
        continue;
      }
      if (paragraphs == 0) continue;
      add_sentences(i, 1 + random_.next() % 2);
      paragraphs -= own_.page->lines[i].prose();
      if (!pool.empty() && random_.unit() < often) add_inset(pool);
    }
    return out_;
  }

  // The first paragraphs with the nearest lines of furniture, as of a page that somebody copied.
  [[nodiscard]] std::string cut() {
    std::size_t paragraphs = 3 + random_.next() % 8;
    const std::size_t before = random_.next() % 12, after = random_.next() % 40;
    const std::size_t end = std::min(last_ + after, own_.labels.size());
    for (std::size_t i = first_ > before ? first_ - before : 0; i < end; ++i) {
      if (i < last_ && paragraphs == 0) continue;
      if (own_.labels[i] == '+') paragraphs -= own_.page->lines[i].prose();
      add(own_, i);
    }
    return out_;
  }

 private:
  [[nodiscard]] std::vector<std::size_t> furniture() const {
    std::vector<std::size_t> out;
    for (std::size_t i = 0; i < other_.labels.size(); ++i) {
      const Line& line = other_.page->lines[i];
      if (other_.labels[i] == '-' && line.words >= 1 && line.words <= 20) out.push_back(i);
    }
    return out;
  }

  // Lines of furniture that follow one another.
  void add_inset(const std::vector<std::size_t>& pool) {
    std::size_t at = random_.next() % pool.size();
    for (std::size_t n = 1 + random_.next() % 4; n > 0 && at < pool.size(); --n)
      add(other_, pool[at++]);
  }

  // The beginning of a paragraph of the text, at most so many sentences.
  void add_sentences(std::size_t i, std::uint64_t most) {
    const std::string_view words = own_.page->lines[i].span.of(own_.text);
    constexpr std::size_t shortest = 40;  // bytes, so that "Mr." ends none
    std::size_t end = 0;
    for (; most > 0 && end < words.size(); --most) {
      end = words.find(". ", std::min(end + shortest, words.size()));
      end = end == words.npos ? words.size() : end + 1;
    }
    add_words(words.substr(0, end), own_.page->lines[i].blank_before);
  }

  void add(const Labelled& from, std::size_t i) {
    const Line& line = from.page->lines[i];
    const std::string_view words = line.span.of(from.text);
    // A line set in takes the spacing of the page.
    const bool blank = &from == &own_ ? line.blank_before : before_blank_;
    if (&from == &own_) before_blank_ = line.blank_before;
    add_words(words, blank);
  }

  void add_words(std::string_view words, bool blank) {
    if (!out_.empty()) out_ += blank ? "\n\n" : "\n";
    out_ += words;
  }

  Labelled own_, other_;
  Random random_;
  std::size_t first_ = 0, last_ = 0;  // of the article's lines, half-open
  bool before_blank_ = true;
  std::string out_;
};

}  // namespace dateline::segment::fit
