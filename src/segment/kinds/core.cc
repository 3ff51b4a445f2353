// One stretch of lines is the text, where the scores speak most for it: this is where articles
// begin and where they are over. Inside of it a line needs even odds, outside a much better score.
#include "segment/kinds/core.h"

#include <algorithm>
#include <array>

#include "segment/kinds/mending.h"

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

// Captions, credits and advertisements stand inside of articles and between two of them.
bool stands_between(const Page& page, std::size_t i) {
  constexpr std::uint32_t short_line = 6;  // words
  return is_of_picture(page, i) ||
         (page.cues[i].cue == Cue::promotion && page.lines[i].words <= short_line);
}

// The stretch of lines whose words speak most for being the text: where the articles begin and
// where they are over.
Stretch best_stretch(const Page& page, const std::vector<float>& scores, float threshold) {
  constexpr float cap = 2;
  Stretch out;
  std::size_t start = 0;
  float sum = 0, best = 0;
  for (std::size_t i = 0; i < scores.size(); ++i) {
    if (stands_between(page, i)) continue;
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

// A paragraph below an advertisement of some length, or below a picture, still belongs to the text
// where its own score says so.
void extend(const Page& page, const std::vector<float>& scores, Stretch& stretch) {
  constexpr std::size_t most_between = 3;  // lines
  const auto is_between = [&](std::size_t i) {
    return is_of_picture(page, i) || page.cues[i].cue == Cue::promotion;
  };
  for (std::size_t i = stretch.last; stretch.last > 0 && i < scores.size(); i = stretch.last) {
    while (i < scores.size() && i < stretch.last + most_between && is_between(i)) ++i;
    if (i == scores.size() || scores[i] <= 0 || !page.lines[i].prose() ||
        page.cues[i].cue != Cue::none)
      return;
    stretch.last = i + 1;
  }
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

}  // namespace

std::vector<bool> core_lines(const rules::Reading& reading, const Page& page,
                             const std::vector<float>& scores) {
  constexpr float much_better = 1;
  auto [stretch, threshold] = find_taking(page, scores);
  extend(page, scores, stretch);
  std::vector<bool> core(page.lines.size());
  for (std::size_t i = 0; i < core.size(); ++i) {
    const Cue cue = page.cues[i].cue;
    const bool other = cue == Cue::caption || cue == Cue::timestamp || cue == Cue::byline ||
                       cue == Cue::published_line;
    const bool inside = i >= stretch.first && i < stretch.last;
    core[i] = scores[i] > (inside ? threshold : much_better) && !other && page.lines[i].words > 0;
    if (!core[i]) core[i] = closes_text(page, scores, core, i);
  }
  mend_core(reading, page, scores, core);
  return core;
}

}  // namespace dateline::segment
