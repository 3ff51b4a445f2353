// Time expressions, persons, organisations, places and nationalities of one article.
#pragma once

#include <memory>

#include "dateline/article.h"
#include "dateline/document.h"
#include "dateline/mention.h"
#include "rules/rules.h"
#include "time/time.h"

namespace dateline::annotate {

// What a thread keeps between articles, so that an article costs no new buffers. Null at first; a
// copy is the same workspace.
struct Kept;
using Workspace = std::shared_ptr<Kept>;

class Annotator {
 public:
  Annotator(const Rules& rules, const time::Tagger& tagger, Problems& problems,
            std::string_view language = "en");
  ~Annotator();
  // Looks at the article's title, core blocks and captions; bylines and credits give mentions with
  // reading `credit`.
  [[nodiscard]] Annotations annotate(const Document& document, const rules::Reading& reading,
                                     const Layout& layout, std::uint32_t article,
                                     Workspace& workspace) const;
  void check_examples(Problems& problems) const;

 private:
  friend struct Kept;
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace dateline::annotate
