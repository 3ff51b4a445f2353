// Private to src/write: the sources that the Markdown cites, numbered in the order of their first
// use.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "dateline/event.h"

namespace dateline::write {

class Sources {
 public:
  explicit Sources(const std::vector<Source>& sources) {
    for (const Source& source : sources)
      known_.emplace(SourceKey{source.document, source.article}, Cited{&source, 0});
  }
  // The number of a source; it gets the next one when it is named first.
  std::uint32_t number(std::string_view document, std::uint32_t article) {
    const auto found = known_.find({document, article});
    if (found == known_.end()) return 0;
    if (found->second.number == 0) {
      cited_.push_back(found->second.source);
      found->second.number = static_cast<std::uint32_t>(cited_.size());
    }
    return found->second.number;
  }
  [[nodiscard]] const std::vector<const Source*>& cited() const { return cited_; }
  [[nodiscard]] const Source* of(const Evidence& evidence) const {
    const auto found = known_.find({evidence.document, evidence.article});
    return found == known_.end() ? nullptr : found->second.source;
  }

 private:
  using SourceKey = std::pair<std::string_view, std::uint32_t>;  // document, article
  struct Cited {
    const Source* source;
    std::uint32_t number;
  };
  std::map<SourceKey, Cited> known_;
  std::vector<const Source*> cited_;
};

// "[1], [2]", linked where a source has an address.
void references(const std::vector<std::uint32_t>& numbers, const Sources& sources,
                std::string& out);
void list_sources(const Sources& sources, std::string& out);
// The articles whose date is unknown.
void list_undated(const std::vector<Source>& sources, std::string& out);

}  // namespace dateline::write
