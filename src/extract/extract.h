// Events of one article: clauses, triggers, roles, attribution, modality, place and date.
#pragma once

#include <memory>

#include "dateline/document.h"
#include "dateline/event.h"
#include "rules/rules.h"
#include "text/text.h"

namespace dateline::extract {

struct Options {
  bool headlines = false;   // also dated related headlines of the boilerplate
  bool background = false;  // also history and statements without an event
  bool events = true;       // else only what is known of the article as a source
};

struct ArticleInput {
  const Document& document;
  const rules::Reading& reading;
  const Layout& layout;
  std::uint32_t article = 0;
  const Annotations& annotations;  // of the article
  text::LineCounter& lines;        // of the document, one for all its articles
};

// What a thread keeps between articles, so that an article costs no new buffers. Null at first; a
// copy is the same workspace.
struct Kept;
using Workspace = std::shared_ptr<Kept>;

class Extractor {
 public:
  Extractor(const Rules& rules, Problems& problems, std::string_view language = "en");
  ~Extractor();
  [[nodiscard]] Extraction extract(const ArticleInput& input, const Options& options,
                                   Workspace& workspace) const;
  // Is the article in the language that the rules are of? Of any other they would take nonsense.
  [[nodiscard]] bool reads(const rules::Reading& reading, const Layout& layout,
                           std::uint32_t article) const;
  void check_examples(Problems& problems) const;

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace dateline::extract
