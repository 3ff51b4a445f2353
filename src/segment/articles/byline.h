// Bylines: the name in a line that a rule knows, and lines between title and text that hold nothing
// but a name.
#pragma once

#include "segment/articles/byline_name.h"
#include "segment/articles/structure.h"

namespace dateline::segment {

class Bylines {
 public:
  Bylines(const BylineWords& words, const rules::Reading& reading, const Page& page)
      : words_(words), reading_(reading), page_(page) {}

  // Gives each article that has none the line of a name above its text: below "By", or beside a
  // date, or below the title.
  void complete(Structure& structure, RuleId rule) const;
  // "By Ana Ruiz | 3 May 2031": the name alone; empty where it is nobody's.
  [[nodiscard]] Span name(std::size_t line) const;
  // "Posted on 3 May by Ana Ruiz": the name alone; empty where none follows "by".
  [[nodiscard]] Span name_beside_date(std::size_t line) const;

 private:
  [[nodiscard]] bool is_label(std::size_t line) const;
  [[nodiscard]] bool holds_name(std::size_t line) const;
  [[nodiscard]] bool names_above(const Structure& structure, std::uint32_t article,
                                 std::size_t line) const;
  [[nodiscard]] bool beside_date(std::size_t line) const;
  // Where a line may hold an article's byline: between its title and its text.
  struct Range {
    std::size_t first = 0, last = 0;
    bool titled = false;
  };
  [[nodiscard]] Range head_of(const Structure& structure, std::uint32_t article) const;
  [[nodiscard]] std::size_t labelled(const Structure& structure, std::uint32_t article) const;
  [[nodiscard]] std::size_t find(const Structure& structure, std::uint32_t article) const;
  [[nodiscard]] std::size_t unknown_name(const Structure& structure, std::uint32_t article) const;
  [[nodiscard]] bool touches_date(std::size_t line) const;
  [[nodiscard]] bool is_name(text::TokenRange range) const;
  [[nodiscard]] text::TokenRange first_of(text::TokenRange names) const;
  [[nodiscard]] bool holds_capitals(text::TokenRange range) const;
  [[nodiscard]] bool word(std::uint32_t token) const {
    return reading_.tokens.has(token, text::is_word);
  }

  const BylineWords& words_;
  const rules::Reading& reading_;
  const Page& page_;
};

}  // namespace dateline::segment
