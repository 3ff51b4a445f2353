#include "segment/page.h"
#include <fstream>
namespace dateline::segment {
PageReader::PageReader() {
  for (std::size_t c = 0; c < word_classes; ++c) {
    std::ifstream in("data/en/segment/" + std::string(word_class_names[c]) + ".tsv");
    std::string l;
    while (std::getline(in, l)) if (!l.empty() && l[0] != '#' && l != "form") masks_[text::hash_folded(text::fold(l))] |= 1u << c;
  }
}
PageLines PageReader::read(const Document& document, const Corpus& corpus) const {
  PageLines p;
  text::tokenize(document.text, p.toks);
  std::vector<std::uint32_t> masks(p.toks.size());
  for (std::size_t i = 0; i < masks.size(); ++i) { auto f = masks_.find(p.toks.hash[i]); masks[i] = f == masks_.end() ? 0 : f->second; }
  p.lines = split_lines(document.text, p.toks, masks);
  p.facts.cue.resize(p.lines.size());
  for (const Line& l : p.lines) {
    auto n = corpus.documents() ? corpus.documents_with(l.span.of(document.text)) - 1 : 0;
    p.facts.other_dumps.push_back(static_cast<std::uint8_t>(n > 255 ? 255 : n));
  }
  return p;
}
}
