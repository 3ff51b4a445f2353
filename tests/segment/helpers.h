// A segmenter with the built-in rules, and short ways to ask what it made of a text.
#pragma once

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "segment/segment.h"

namespace dateline::segment::test {

inline const Rules& rules() {
  static const std::shared_ptr<const Rules> loaded = [] {
    Problems problems;
    auto pack = Rules::load({}, problems);
    EXPECT_TRUE(problems.empty());
    return pack;
  }();
  return *loaded;
}

struct Tools {
  Problems problems;
  Segmenter segmenter{rules(), problems};
};

inline const Tools& tools() {
  static const Tools shared;
  return shared;
}

struct Result {
  Document document;
  Layout layout;

  [[nodiscard]] std::string_view text_of(const Block& block) const {
    return block.span.of(document.text);
  }
  // The kind of the block that begins with these words.
  [[nodiscard]] std::string_view kind(std::string_view words) const {
    for (const Block& block : layout.blocks) {
      if (text_of(block).starts_with(words)) return to_string(block.kind);
    }
    return "no such block";
  }
  [[nodiscard]] std::string core(std::uint32_t article = 0) const {
    return core_text(layout, article, document.text);
  }
  [[nodiscard]] const Published& published(std::uint32_t article = 0) const {
    return layout.articles.at(article).published;
  }
};

inline Result segment(Document document, const Options& options = {}, const Corpus& corpus = {}) {
  Result result{std::move(document), {}};
  rules::Reading reading;
  rules::read_text(rules(), result.document.text, reading);
  Workspace workspace;
  result.layout = tools().segmenter.segment(result.document, reading, corpus, options, workspace);
  return result;
}

inline Result segment(std::string text, const Options& options = {}, const Corpus& corpus = {}) {
  Document document;
  document.name = "dump.txt";
  document.text = std::move(text);
  return segment(std::move(document), options, corpus);
}

// An invented article of five paragraphs.
inline const std::string strike =
    "Dockers in Port Ellis vote to end their strike\n\n"
    "By MARTA QUILL\n\n"
    "Dockers in Port Ellis voted on Thursday to end a strike that had closed the harbour for "
    "nineteen days, their union "
    "said.\n\n"
    "The harbour will open again on Friday morning, a spokesman for the Port Ellis Harbour Trust "
    "said.\n\n"
    "\"We got most of what we asked for, and nobody lost a job,\" union leader Jon Ashby told "
    "reporters at the gate of the "
    "harbour.\n\n"
    "The strike began after the trust said it would close two of its nine piers and move the "
    "cranes to another harbour.\n\n"
    "Eleven ships were waiting outside the harbour on Thursday, most of them with grain, the trust "
    "said.\n";

}  // namespace dateline::segment::test
