#pragma once
#include <string>
#include <unordered_map>
#include "segment/features.h"
#include "segment/segment.h"
namespace dateline::segment {
struct PageLines {
  text::Tokens toks;
  std::vector<Line> lines;
  LineFacts facts;
  const text::Tokens& tokens() const { return toks; }
};
class PageReader {
 public:
  PageReader();
  PageLines read(const Document& document, const Corpus& corpus) const;
 private:
  std::unordered_map<std::uint32_t, std::uint32_t> masks_;
};
}
