#include "segment/kinds/given_text.h"

namespace dateline::segment {

namespace {

// The text field of a record with metadata: somebody has taken the article out of its page already.
bool is_record(const Document& document) {
  return document.tags.empty() &&
         !(document.published.empty() && document.title.empty() && document.url.empty());
}

bool is_sentence(const Line& line) {
  return line.words >= 2 && line.end >= LineEnd::question && line.lower * 3 >= line.words;
}

// One line alone, or nothing but sentences, a few headlines above them, and what belongs to an
// article's head and pictures: whoever passes that in means it as a text.
bool is_bare_text(const Page& page) {
  if (!page.facts.tags.empty()) return false;
  if (page.lines.size() == 1) return page.lines[0].words >= 3;
  std::size_t sentences = 0, headlines = 0;
  for (std::size_t i = 0; i < page.lines.size(); ++i) {
    const Cue cue = page.cues[i].cue;
    if (cue == Cue::byline || cue == Cue::timestamp || cue == Cue::published_line ||
        cue == Cue::caption)
      continue;
    if (cue != Cue::none && cue != Cue::dateline) return false;
    const Line& line = page.lines[i];
    const bool above = i + 1 < page.lines.size() && line.words >= 2 && line.words <= 20 &&
                       line.end <= LineEnd::number;
    if (is_sentence(line)) {
      ++sentences;
    } else if (above && (i == 0 || is_sentence(page.lines[i + 1]))) {
      ++headlines;
    } else {
      return false;
    }
  }
  return sentences > 0 && headlines <= 1 + sentences / 4;
}

}  // namespace

void favour_sentences(const Document& document, const Page& page, std::vector<float>& scores) {
  constexpr float doubt = 5, none = 20;  // in the classifier's unit, log odds
  const bool bare = is_bare_text(page), record = is_record(document);
  for (std::size_t i = 0; i < scores.size(); ++i) {
    constexpr unsigned many = 3;  // other documents with the same line
    if (bare && page.facts.other_dumps[i] < many &&
        (scores.size() == 1 || is_sentence(page.lines[i]))) {
      scores[i] += none;
    } else if (record && page.lines[i].prose()) {
      scores[i] += doubt;
    }
  }
}

}  // namespace dateline::segment
