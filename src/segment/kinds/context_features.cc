// The features of stage two: what stage one thought of the lines around, and where its main run
// lies.
#include <utility>

#include "segment/kinds/columns.h"

namespace dateline::segment {

namespace {

struct Run {
  std::size_t first = 0, last = 0;  // half-open
  double words = 0;
};

// Chains of lines that stage one likes, with at most four others between two of them.
std::vector<Run> runs_of(const std::vector<float>& scores, const std::vector<double>& expected) {
  std::vector<Run> runs;
  std::size_t last_core = 0;
  for (std::size_t i = 0; i < scores.size(); ++i) {
    if (scores[i] <= 0) continue;
    if (runs.empty() || i - last_core > 5) runs.push_back({i, i + 1, 0});
    runs.back().last = i + 1;
    runs.back().words += expected[i];
    last_core = i;
  }
  return runs;
}

void run_features(const std::vector<Line>& lines, const LineFacts& facts, const WordCounts& all,
                  const std::vector<Run>& runs, const Run& main, double mass, Columns out) {
  const std::size_t rows = lines.size();
  std::size_t next = 0, boiler = 0, cues = 0;
  std::fill_n(out[Context::run_share], rows, share(main.words, mass));
  std::fill_n(out[Context::run_words], rows, steps(static_cast<std::size_t>(main.words)));
  for (std::size_t i = 0; i < rows; ++i) {
    const bool before = i < main.first, after = i >= main.last;
    out[Context::inside_run][i] = before ? 0 : after ? 2 : 1;
    out[Context::run_before][i] = before ? byte(main.first - i) : std::uint8_t{0};
    out[Context::run_after][i] = after ? byte(i - main.last + 1) : std::uint8_t{0};
    out[Context::run_words_before][i] =
        before ? steps(all.between(i, main.first)) : std::uint8_t{0};
    out[Context::run_words_after][i] =
        after ? steps(all.between(main.last, i + 1)) : std::uint8_t{0};
    while (next < runs.size() && runs[next].last <= i) ++next;
    const bool in_run = next < runs.size() && runs[next].first <= i;
    out[Context::own_run_words][i] =
        in_run ? steps(static_cast<std::size_t>(runs[next].words)) : std::uint8_t{0};
    if (!after) boiler = cues = 0;
    if (i >= main.first) {
      boiler += lines[i].counts[static_cast<std::size_t>(WordClass::boilerplate)];
      cues += facts.cue[i] >= 7;
    }
    out[Context::cues_since_run][i] = after ? byte(cues) : std::uint8_t{0};
    out[Context::boiler_since_run][i] = after ? byte(boiler) : std::uint8_t{0};
  }
}

// How far a line is below the page's best, and how many words stand in lines that are better.
void rank_features(const std::vector<Line>& lines, const std::vector<float>& scores, Columns out) {
  const std::uint8_t* const bins = out[Context::score];
  std::array<std::uint32_t, 256> words{};  // by score; then those of better scores
  float best = -10;
  std::uint8_t lowest = 255, highest = 0;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    if (lines[i].words >= 5) best = std::max(best, scores[i]);
    words[bins[i]] += lines[i].words;
    lowest = std::min(lowest, bins[i]);
    highest = std::max(highest, bins[i]);
  }
  std::uint32_t all = 0;
  for (std::size_t bin = highest + 1U; bin-- > lowest;) all += std::exchange(words[bin], all);
  for (std::size_t i = 0; i < lines.size(); ++i) {
    out[Context::below_best][i] =
        static_cast<std::uint8_t>(std::clamp((best - scores[i]) * 20, 0.0F, 255.0F));
    out[Context::better_words][i] = percent(words[bins[i]], all);
  }
}

std::size_t spacing(const Line& line) {
  return (line.blank_before ? 1U : 0U) + (line.blank_after ? 2U : 0U);
}

// Does the line look like the lines of the main run: as long, set apart by blank lines in the same
// way?
void likeness_features(const std::vector<Line>& lines, const Run& main,
                       const std::vector<float>& scores, Columns out) {
  std::array<std::size_t, 4> spacings{};
  std::array<std::size_t, 8> starts{};
  std::size_t words = 0, count = 0;
  for (std::size_t i = main.first; i < main.last; ++i) {
    if (scores[i] <= 0) continue;
    ++spacings[spacing(lines[i])];
    ++starts[static_cast<std::size_t>(lines[i].start)];
    words += lines[i].words;
    ++count;
  }
  std::fill_n(out[Context::run_lines], lines.size(), byte(count));
  for (std::size_t i = 0; i < lines.size(); ++i) {
    out[Context::spacing_like_run][i] = percent(spacings[spacing(lines[i])], count);
    out[Context::start_like_run][i] =
        percent(starts[static_cast<std::size_t>(lines[i].start)], count);
    out[Context::length_like_run][i] =
        words == 0 ? std::uint8_t{0} : byte(lines[i].words * count * 50 / words);
  }
}

void topic_of_run(const std::vector<Line>& lines, const Run& main, const std::vector<float>& scores,
                  FeatureRoom& room, Columns out) {
  const ContentWords& words = room.words;
  std::vector<FeatureRoom::RunUse>& uses = room.run_uses;
  uses.assign(words.distinct(), {});
  const auto core = [&](std::uint32_t n) {
    return n >= main.first && n < main.last && scores[n] > 0;
  };
  for (std::uint32_t n = static_cast<std::uint32_t>(main.first); n < main.last; ++n) {
    if (!core(n)) continue;
    for (const std::uint32_t word : words.of(n)) {
      FeatureRoom::RunUse& use = uses[word];
      if (use.last == n + 1) continue;
      if (use.last == 0) use.first = n;
      use.last = n + 1;
      ++use.lines;
    }
  }
  for (std::uint32_t n = 0; n < lines.size(); ++n) {
    const bool own = core(n);
    const std::size_t all = words.of(n).size();
    std::size_t other = 0, earlier = 0;
    for (const std::uint32_t word : words.of(n)) {
      const FeatureRoom::RunUse& use = uses[word];
      if (use.last == 0) continue;
      other += use.lines - own >= 1;
      earlier += use.first < n;
    }
    out[Context::topic_run][n] = all ? percent(other, all) : std::uint8_t{101};
    out[Context::topic_before][n] = all ? percent(earlier, all) : std::uint8_t{101};
  }
}

void scores_around(const std::vector<Line>& lines, FeatureRoom& room, double mass, Columns out) {
  const std::size_t rows = lines.size();
  const WordCounts& words = room.all;
  const Window<double>& core = room.expected_sums;
  room.expected_sums.sum_up(rows, [&](std::size_t i) { return room.expected[i]; });
  std::fill_n(out[Context::mean_page], rows, share(mass, words.between(0, rows)));
  for (std::size_t i = 0; i < rows; ++i) {
    const double own = lines[i].words, own_core = core.between(i, i + 1);
    out[Context::mean_near][i] = share(core.around(i, 3) - own_core, words.around(i, 3) - own);
    out[Context::mean_far][i] = share(core.around(i, 10) - own_core, words.around(i, 10) - own);
    out[Context::mass_before][i] = share(core.between(0, i), mass);
    out[Context::mass_after][i] = share(core.between(i + 1, rows), mass);
    const std::size_t behind = i > 6 ? i - 6 : 0, ahead = std::min(i + 7, rows);
    out[Context::mean_behind][i] = share(core.between(behind, i), words.between(behind, i));
    out[Context::mean_ahead][i] = share(core.between(i + 1, ahead), words.between(i + 1, ahead));
  }
}

// How far the next lines of text are, and the words between.
void gaps(const std::vector<Line>& lines, const std::vector<float>& scores, Columns out) {
  std::size_t gap = 255, since = 0;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    out[Context::gap_before][i] = byte(gap);
    out[Context::words_since_core][i] = steps(since);
    gap = scores[i] > 0 ? 0 : gap + 1;
    since = scores[i] > 0 ? 0 : since + lines[i].words;
  }
  gap = 255;
  for (std::size_t i = lines.size(); i-- > 0;) {
    out[Context::gap_after][i] = byte(gap);
    gap = scores[i] > 0 ? 0 : gap + 1;
  }
}

// The best score not far ahead and behind, fading by distance.
void best_scores(const std::vector<float>& scores, Columns out) {
  constexpr float worst = -10, fading = 0.5F;
  float best = worst;
  for (std::size_t i = 0; i < scores.size(); ++i) {
    out[Context::best_behind][i] = to_byte(best);
    best = std::max(best - fading, scores[i]);
  }
  best = worst;
  for (std::size_t i = scores.size(); i-- > 0;) {
    out[Context::best_ahead][i] = to_byte(best);
    best = std::max(best - fading, scores[i]);
  }
}

void score_features(const std::vector<Line>& lines, const std::vector<float>& scores,
                    FeatureRoom& room, double mass, Columns out) {
  const std::size_t rows = lines.size();
  for (std::size_t i = 0; i < rows; ++i) out[Context::score][i] = to_byte(scores[i]);
  const auto copy = [&](Context to, int offset) {
    shifted(out[Context::score], out[to], rows, offset, 0);
  };
  copy(Context::score_m1, -1);
  copy(Context::score_m2, -2);
  copy(Context::score_m3, -3);
  copy(Context::score_p1, 1);
  copy(Context::score_p2, 2);
  copy(Context::score_p3, 3);
  scores_around(lines, room, mass, out);
  gaps(lines, scores, out);
  best_scores(scores, out);
}

}  // namespace

void stage_two(const std::vector<Line>& lines, const LineFacts& facts,
               const std::vector<float>& scores, FeatureRoom& room) {
  Columns out(room.features);
  std::vector<double>& expected = room.expected;
  expected.resize(lines.size());
  double mass = 0;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    expected[i] = lines[i].words * static_cast<double>(probability(scores[i]));
    mass += expected[i];
  }
  const std::vector<Run> runs = runs_of(scores, expected);
  Run main;
  for (const Run& run : runs) {
    if (run.words > main.words) main = run;
  }
  score_features(lines, scores, room, mass, out);
  run_features(lines, facts, room.all, runs, main, mass, out);
  rank_features(lines, scores, out);
  likeness_features(lines, main, scores, out);
  topic_of_run(lines, main, scores, room, out);
  if (!facts.tags.empty()) markup_context(lines, facts, scores, out);
}

}  // namespace dateline::segment
