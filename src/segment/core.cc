// One stretch of lines is the text, where the scores speak most for it: this is where articles
// begin and where they are over. Inside of it a line needs even odds, outside a much better score.
#include "segment/core.h"

#include <algorithm>
#include <array>

namespace dateline::segment {

namespace {

// The threshold at which the words taken are expected to share most with the article's (F1): lower
// than even odds where the classifier is sure of little on a page, so that an odd page gives its
// likeliest lines rather than none.
float best_threshold(const Page& page, const std::vector<float>& scores) {
  constexpr float lowest = -1.5;
  std::array<double, 256> words{}, hits{};  // by score
  double expected = 0;
  for (std::size_t i = 0; i < scores.size(); ++i) {
    const double own = page.lines[i].words, hit = own * static_cast<double>(probability(scores[i]));
    words[to_byte(scores[i])] += own;
    hits[to_byte(scores[i])] += hit;
    expected += hit;
  }
  double taken = 0, right = 0, best = 0;
  std::size_t at = 128;
  for (std::size_t bin = 256; bin-- > 0;) {
    taken += words[bin];
    right += hits[bin];
    if (right > best * (taken + expected)) {
      best = right / (taken + expected);
      at = bin;
    }
  }
  return std::clamp((static_cast<float>(at) - 128) / 20, lowest, 0.0F);
}

struct Stretch {
  std::size_t first = 0, last = 0;  // half-open
};

// The stretch of lines whose words speak most for being the text: where the articles begin and
// where they are over.
Stretch best_stretch(const Page& page, const std::vector<float>& scores, float threshold) {
  constexpr float cap = 2;
  Stretch out;
  std::size_t start = 0;
  float sum = 0, best = 0;
  for (std::size_t i = 0; i < scores.size(); ++i) {
    // Captions stand inside of articles and between two of them.
    if (page.cues[i].cue == Cue::caption) continue;
    sum += static_cast<float>(page.lines[i].words) * std::clamp(scores[i] - threshold, -cap, cap);
    if (sum <= 0) {
      sum = 0;
      start = i + 1;
    } else if (sum > best) {
      best = sum;
      out = {start, i + 1};
    }
  }
  return out;
}

// Which lines to take: those of a stretch whose score is above a threshold.
struct Taking {
  Stretch stretch;
  float threshold = 0;
};

// Even odds; where they leave most of the words to be expected, the best threshold.
Taking find_taking(const Page& page, const std::vector<float>& scores) {
  constexpr double least = 0.5;
  const Taking even{best_stretch(page, scores, 0), 0};
  if (!page.facts.tags.empty()) return even;  // markup leaves few pages in doubt; measured: no gain
  double inside = 0, all = 0;
  for (std::size_t i = 0; i < scores.size(); ++i) {
    const double words = page.lines[i].words * static_cast<double>(probability(scores[i]));
    all += words;
    if (i >= even.stretch.first && i < even.stretch.last && scores[i] > 0) inside += words;
  }
  if (inside >= least * all) return even;
  const float threshold = best_threshold(page, scores);
  return {best_stretch(page, scores, threshold), threshold};
}

// A plain sentence that closes the text: set apart like the paragraph above, with hardly a word of
// a page's furniture. The classifier counts a line by its words and knows little of such short
// ones.
bool closes_text(const Line& line, const Line& above) {
  const auto count = [&](WordClass cls) { return line.counts[static_cast<std::size_t>(cls)]; };
  return line.end == LineEnd::stop && line.words >= 3 && line.lower * 2 >= line.words &&
         above.prose() && line.blank_before == above.blank_before && line.breaks == 0 &&
         line.start >= LineStart::quote && count(WordClass::boilerplate) * 8 <= line.words &&
         count(WordClass::sharing) + count(WordClass::legal) + count(WordClass::you) +
                 count(WordClass::credit) + count(WordClass::caption) ==
             0;
}

// "14:05", "12:55 BST": the time alone.
bool is_clock(const Page& page, std::size_t i) {
  const Line& line = page.lines[i];
  return page.cues[i].cue == Cue::timestamp && line.clocks == 1 && line.words <= 4 &&
         line.numbers <= 3;
}

// A live report is a row of entries under clock times, each with a sentence, most of them text
// already: then all are.
void add_entries(const Page& page, const std::vector<float>& scores, std::vector<bool>& core) {
  constexpr std::size_t fewest = 3, longest = 30;  // entries; lines of an entry
  constexpr float least = -3;
  std::vector<std::size_t> clocks;
  for (std::size_t i = 0; i < page.lines.size(); ++i) {
    if (is_clock(page, i)) clocks.push_back(i);
  }
  const auto has = [&](std::size_t from, std::size_t to, auto&& test) {
    for (std::size_t i = from; i < to; ++i) {
      if (test(i)) return true;
    }
    return false;
  };
  std::size_t entries = 0, known = 0;
  for (std::size_t k = 0; k < clocks.size(); ++k) {
    const std::size_t from = clocks[k] + 1,
                      to = std::min(k + 1 < clocks.size() ? clocks[k + 1] : from + 4,
                                    page.lines.size());
    entries +=
        to - from <= longest && has(from, to, [&](std::size_t i) { return page.lines[i].prose(); });
    known += has(from, to, [&](std::size_t i) { return core[i] && page.lines[i].prose(); });
  }
  if (entries < fewest || entries * 4 < clocks.size() * 3 || known * 3 < entries) return;
  for (const std::size_t clock : clocks) {
    std::size_t i = clock + 1;
    const auto open = [&] { return i < page.lines.size() && page.cues[i].cue == Cue::none; };
    if (open() && !page.lines[i].prose() && page.lines[i].words >= 2) ++i;  // the entry's headline
    const std::size_t first = i;
    while (open() && page.lines[i].prose() && scores[i] > least) core[i++] = true;
    if (i > first) core[clock + 1] = true;
  }
}

bool is_headline(const Page& page, std::size_t i) {
  const Line& line = page.lines[i];
  return page.cues[i].cue == Cue::none && line.words >= 3 && line.words <= 20 &&
         line.end <= LineEnd::number;
}

// "PORT ELLIS - Dockers voted ...": a paragraph that begins with a dateline, right below a headline
// or the byline or date of one.
bool begins_story(const Page& page, std::size_t i) {
  constexpr std::size_t most_between = 3;  // bylines, dates
  const Line& line = page.lines[i];
  if (page.cues[i].cue != Cue::dateline || line.words < 7 || line.end < LineEnd::ellipsis ||
      line.lower * 3 < line.words)
    return false;
  std::size_t above = i;
  while (above > 0 && i - above < most_between) {
    const Cue cue = page.cues[above - 1].cue;
    if (cue != Cue::byline && cue != Cue::timestamp && cue != Cue::published_line) break;
    --above;
  }
  return above > 0 && is_headline(page, above - 1);
}

// A wire story of one paragraph looks like a teaser to the classifier. The one such paragraph of a
// page is text, where the page has no other, or where its text goes on below.
void add_wire_story(const Page& page, const std::vector<float>& scores, std::vector<bool>& core) {
  constexpr float least = -2;
  constexpr std::size_t reach = 3;  // lines below
  std::size_t story = core.size();
  bool any_text = false;
  for (std::size_t i = 0; i < core.size(); ++i) {
    any_text |= core[i] && page.lines[i].prose();
    if (!begins_story(page, i)) continue;
    if (story < core.size()) return;  // a list of them
    story = i;
  }
  if (story == core.size() || core[story]) return;
  std::size_t next = story + 1;
  if (any_text) {
    while (next < core.size() && next <= story + reach && !core[next]) ++next;
    core[story] = next < core.size() && next <= story + reach && page.lines[next].prose();
    return;
  }
  std::fill(core.begin(), core.end(), false);
  core[story] = true;
  while (next < core.size() && page.cues[next].cue == Cue::none && page.lines[next].prose() &&
         scores[next] > least)
    core[next++] = true;
}

// A paragraph of the article that goes on below an aside: it stands in the same element as the text
// above, with nothing of that element between. The classifier sees the aside's headlines before it.
void add_after_asides(const Page& page, const std::vector<float>& scores, std::vector<bool>& core) {
  constexpr float least = -3;
  const std::vector<const TagEvidence*>& tags = page.facts.tags;
  const TagEvidence* text = nullptr;  // the last paragraph, where it is the article's
  bool parted = false;                // by an aside, or the label of a list
  for (std::size_t i = 0; i < core.size(); ++i) {
    const TagEvidence* tag = tags[i];
    parted |= page.cues[i].cue == Cue::section_label || page.cues[i].cue == Cue::promotion ||
              (tag != nullptr && tag->role == TagRole::aside);
    if (tag == nullptr || tag->role != TagRole::paragraph) continue;
    const bool sibling = text != nullptr && tag->in_article && tag->depth == text->depth &&
                         tag->containers[0] == text->containers[0];
    if (sibling && parted && !core[i] && page.lines[i].prose() && page.cues[i].cue == Cue::none &&
        tag->link_percent == 0 && scores[i] > least)
      core[i] = true;
    if (core[i] && page.lines[i].prose()) {
      text = tag;
      parted = false;
    } else if (sibling) {
      text = nullptr;
    }
  }
}

}  // namespace

std::vector<bool> core_lines(const Page& page, const std::vector<float>& scores) {
  constexpr float much_better = 1, closing = -2;
  const auto [stretch, threshold] = find_taking(page, scores);
  std::vector<bool> core(page.lines.size());
  for (std::size_t i = 0; i < core.size(); ++i) {
    const Cue cue = page.cues[i].cue;
    const bool other = cue == Cue::caption || cue == Cue::timestamp || cue == Cue::byline ||
                       cue == Cue::published_line;
    const bool inside = i >= stretch.first && i < stretch.last;
    core[i] = scores[i] > (inside ? threshold : much_better) && !other && page.lines[i].words > 0;
    const bool follows = i > 0 && core[i - 1] && cue == Cue::none && page.facts.other_dumps[i] == 0;
    if (follows && scores[i] > closing && closes_text(page.lines[i], page.lines[i - 1]))
      core[i] = true;
  }
  add_entries(page, scores, core);
  if (page.facts.tags.empty())
    add_wire_story(page, scores, core);
  else
    add_after_asides(page, scores, core);
  return core;
}

}  // namespace dateline::segment
