// Shared by the tests of this room: the mentions of a text that is one article.
#pragma once

#include <gtest/gtest.h>

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "annotate/annotate.h"

namespace dateline {

// The built-in pack and what is made of it, once a test program.
struct Finder {
  Finder()
      : rules(Rules::load({}, problems)),
        tagger(*rules, problems),
        annotator(*rules, tagger, problems) {}
  Problems problems;
  std::shared_ptr<const Rules> rules;
  time::Tagger tagger;
  annotate::Annotator annotator;
};

inline const Finder& finder() {
  static const Finder found;
  return found;
}

inline Annotations annotated(const std::string& text, annotate::Workspace& workspace,
                             BlockKind kind = BlockKind::body, Date published = {}) {
  Document document;
  document.text = text;
  rules::Reading reading;
  rules::read_text(*finder().rules, document.text, reading);
  Layout layout;
  Block block;
  block.span = {0, static_cast<std::uint32_t>(text.size())};
  block.kind = kind;
  block.article = 0;
  layout.blocks.push_back(block);
  layout.articles.emplace_back();
  layout.articles[0].blocks = {0};
  layout.articles[0].published.date = published;
  return finder().annotator.annotate(document, reading, layout, 0, workspace);
}

inline Annotations annotated(const std::string& text, BlockKind kind = BlockKind::body,
                             Date published = {}) {
  annotate::Workspace workspace;
  return annotated(text, workspace, kind, published);
}

// "Ana Ruiz/person, Verra/place": what was found, in order.
inline std::string found(const std::string& text, BlockKind kind = BlockKind::body) {
  std::string out;
  for (const Mention& mention : annotated(text, kind).mentions) {
    if (!out.empty()) out += ", ";
    out += std::string(mention.span.of(text)) + "/" + std::string(to_string(mention.type));
  }
  return out;
}

// The mention with these words; without one the test fails.
inline Mention mention_of(const std::string& text, std::string_view words, std::size_t which = 0) {
  for (const Mention& mention : annotated(text).mentions) {
    if (mention.span.of(text) == words && which-- == 0) return mention;
  }
  ADD_FAILURE() << "no mention of " << words << " in: " << text;
  return {};
}

}  // namespace dateline
