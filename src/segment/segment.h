// Lines -> blocks -> articles; and when each article was published, with the evidence.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "dateline/article.h"
#include "dateline/document.h"
#include "rules/rules.h"
#include "time/time.h"

namespace dateline::segment {

// What one dump cannot know: how often each of its lines stands in other inputs. Built in a first cheap pass,
// then only read. Adding is associative and order-free (`merge`).
class Corpus {
 public:
  void add(const Document& document);
  void merge(const Corpus& other);
  [[nodiscard]] std::uint32_t documents() const { return documents_; }
  // In how many documents of all inputs the line stands (1: only here), blanks and case folded, digits as one class.
  [[nodiscard]] std::uint32_t documents_with(std::string_view line) const;

 private:
  std::uint32_t documents_ = 0;
  std::unordered_map<std::uint64_t, std::uint32_t> lines_;
};

struct Options {
  bool whole = false;        // the input is the body of one article
  Date published;            // for articles that state no date
  bool month_first = true;   // of 12/05/2024 where nothing else decides
};

class Segmenter {
 public:
  Segmenter(const Rules& rules, const time::Tagger& tagger, Problems& problems, std::string_view language = "en");
  ~Segmenter();
  [[nodiscard]] Layout segment(const Document& document, const rules::Reading& reading, const Corpus& corpus,
                               const Options& options) const;
  void check_examples(Problems& problems) const;

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace dateline::segment
