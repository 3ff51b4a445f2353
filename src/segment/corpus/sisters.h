// Sister articles: an article without a date of its own that has long quotations or sentences in
// common with dated ones is of about their day. TextHolders finds, in the survey, the documents
// that this concerns; Witnesses holds what the dated ones among them say. Both are filled one a
// thread, and their order does not matter.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "dateline/article.h"
#include "dateline/document.h"
#include "segment/corpus/shared_texts.h"

namespace dateline::segment {

class TextHolders {
 public:
  void add(const Document& document, std::uint32_t input);
  void merge(const TextHolders& other);
  [[nodiscard]] bool any_undated() const { return any_undated_; }
  // The documents (by name_hash) that share enough with another one, one of the two without a date;
  // sorted.
  [[nodiscard]] std::vector<std::uint64_t> akin();
  // Where documents with these hashes of names stand; sorted.
  [[nodiscard]] std::vector<std::uint32_t> inputs_of(
      const std::vector<std::uint64_t>& documents) const;
  [[nodiscard]] static std::uint64_t name_hash(std::string_view name);

 private:
  struct Holder {
    std::uint64_t text, document;  // the document's lowest bit says whether it shows no date
    friend auto operator<=>(const Holder&, const Holder&) = default;
  };
  struct Place {
    std::uint64_t document;
    std::uint32_t input;
  };
  std::vector<Holder> holders_;
  std::vector<Place> places_;      // of the holders
  std::vector<SharedText> texts_;  // of the document being added; kept for its room
  bool any_undated_ = false;
};

// What the dated articles with texts in common agree on.
struct Kin {
  Day first = no_day, last = no_day;  // their days
  std::string_view document;          // the nearest of them
  Span text;                          // what it has in common with the asking article
  std::uint32_t weight = 0;
};

class Witnesses {
 public:
  // Takes the document's articles whose day is known.
  void add(const Document& document, const Layout& layout);
  void merge(const Witnesses& other);
  // Once all are there.
  void sort();
  [[nodiscard]] bool empty() const { return articles_.empty(); }
  // Nothing where too little is shared, or the others are of different days.
  [[nodiscard]] std::optional<Kin> ask(std::string_view document,
                                       const std::vector<SharedText>& texts) const;

 private:
  struct Article {
    std::string document;
    std::uint32_t number = 0;
    Day day = no_day;
    friend auto operator<=>(const Article&, const Article&) = default;
  };
  struct Text {
    std::uint64_t hash = 0;
    std::uint32_t article = 0;
    friend auto operator<=>(const Text&, const Text&) = default;
  };
  std::vector<Article> articles_;
  std::vector<Text> texts_;
};

}  // namespace dateline::segment
