// Names of all features; those of stage one: the line, the dump, the lines around.
#include "segment/kinds/features.h"

#include <bit>

#include "segment/kinds/columns.h"

namespace dateline::segment {

namespace {

constexpr std::array<std::string_view, all_features> names = {"words",
                                                              "letters",
                                                              "end",
                                                              "start",
                                                              "closing-quote",
                                                              "breaks",
                                                              "commas",
                                                              "quotes",
                                                              "capitals",
                                                              "all-upper",
                                                              "lower",
                                                              "numbers",
                                                              "marks",
                                                              "short-words",
                                                              "word-length",
                                                              "separators",
                                                              "clocks",
                                                              "links",
                                                              "symbols",
                                                              "boilerplate",
                                                              "boilerplate-share",
                                                              "said",
                                                              "calendar",
                                                              "sharing",
                                                              "legal",
                                                              "caption",
                                                              "reader",
                                                              "credit",
                                                              "cue",
                                                              "blank-before",
                                                              "blank-after",
                                                              "repeats",
                                                              "other-dumps",
                                                              "position",
                                                              "words-before",
                                                              "dump-lines",
                                                              "dump-prose",
                                                              "topic",
                                                              "topic-near",
                                                              "echo",
                                                              "prose-near",
                                                              "prose-far",
                                                              "words-near",
                                                              "list-before",
                                                              "list-after",
                                                              "prose-before-gap",
                                                              "prose-after-gap",
                                                              "like-before",
                                                              "like-after",
                                                              "cue-before",
                                                              "cue-after",
                                                              "words-m2",
                                                              "words-m1",
                                                              "words-p1",
                                                              "words-p2",
                                                              "end-m2",
                                                              "end-m1",
                                                              "end-p1",
                                                              "end-p2",
                                                              "capitals-m2",
                                                              "capitals-m1",
                                                              "capitals-p1",
                                                              "capitals-p2",
                                                              "start-m1",
                                                              "start-p1",
                                                              "cue-m1",
                                                              "cue-p1",
                                                              "breaks-m1",
                                                              "breaks-p1",
                                                              "score",
                                                              "score-m1",
                                                              "score-m2",
                                                              "score-m3",
                                                              "score-p1",
                                                              "score-p2",
                                                              "score-p3",
                                                              "mean-near",
                                                              "mean-far",
                                                              "mean-page",
                                                              "mass-before",
                                                              "mass-after",
                                                              "inside-run",
                                                              "run-before",
                                                              "run-after",
                                                              "run-words-before",
                                                              "run-words-after",
                                                              "run-share",
                                                              "run-words",
                                                              "own-run-words",
                                                              "topic-run",
                                                              "topic-before",
                                                              "cues-since-run",
                                                              "boiler-since-run",
                                                              "gap-before",
                                                              "gap-after",
                                                              "words-since-core",
                                                              "best-ahead",
                                                              "best-behind",
                                                              "mean-ahead",
                                                              "mean-behind",
                                                              "below-best",
                                                              "better-words",
                                                              "length-like-run",
                                                              "spacing-like-run",
                                                              "start-like-run",
                                                              "run-lines",
                                                              "tag-role",
                                                              "tag-heading",
                                                              "tag-links",
                                                              "tag-article",
                                                              "tag-depth",
                                                              "tag-said-article",
                                                              "tag-said-comments",
                                                              "tag-said-related",
                                                              "tag-said-sharing",
                                                              "tag-said-promotion",
                                                              "tag-said-author",
                                                              "tag-said-caption",
                                                              "tag-said-menu",
                                                              "tag-said-tags",
                                                              "tag-said-hidden",
                                                              "tag-said-heading",
                                                              "tag-share-inner",
                                                              "tag-share-middle",
                                                              "tag-share-outer",
                                                              "tag-with-before",
                                                              "tag-with-after",
                                                              "tag-links-m1",
                                                              "tag-links-p1",
                                                              "tag-role-m1",
                                                              "tag-role-p1",
                                                              "tag-links-near",
                                                              "tag-depth-like-main",
                                                              "tag-make-share",
                                                              "tag-make-prose",
                                                              "tag-make-links",
                                                              "tag-make-score",
                                                              "tag-inner-score"};

// What a line's marks and letters look like.
[[gnu::always_inline]] inline void shape_features(const Line& l, std::size_t i, Columns out) {
  out[Feature::words][i] = byte(l.words);
  out[Feature::letters][i] = steps(l.letters);
  out[Feature::end][i] = static_cast<std::uint8_t>(l.end);
  out[Feature::start][i] = static_cast<std::uint8_t>(l.start);
  out[Feature::closing_quote][i] = l.closing_quote;
  out[Feature::breaks][i] = byte(l.breaks);
  out[Feature::commas][i] = byte(l.commas);
  out[Feature::quotes][i] = byte(l.quotes);
  out[Feature::capitals][i] = l.eligible ? percent(l.capitals, l.eligible) : std::uint8_t{101};
  out[Feature::all_upper][i] = percent(l.all_upper, l.words);
  out[Feature::lower][i] = percent(l.lower, l.words);
  out[Feature::numbers][i] = percent(l.numbers, l.words);
  out[Feature::marks][i] = percent(l.marks, l.marks + l.words);
  out[Feature::short_words][i] = percent(l.short_words, l.words);
  out[Feature::word_length][i] =
      byte(l.words > l.numbers ? l.letters * 10 / (l.words - l.numbers) : 0);
  out[Feature::separators][i] = byte(l.separators);
  out[Feature::clocks][i] = byte(l.clocks);
  out[Feature::links][i] = byte(l.links);
  out[Feature::symbols][i] = byte(l.symbols);
  out[Feature::blank_before][i] = l.blank_before;
  out[Feature::blank_after][i] = l.blank_after;
}

// What the word lists know of its words.
[[gnu::always_inline]] inline void word_features(const Line& l, std::size_t i, Columns out) {
  const auto count = [&l](WordClass cls) { return l.counts[static_cast<std::size_t>(cls)]; };
  out[Feature::boilerplate][i] = byte(count(WordClass::boilerplate));
  out[Feature::boilerplate_share][i] = percent(count(WordClass::boilerplate), l.words);
  out[Feature::said][i] = byte(count(WordClass::said));
  out[Feature::calendar][i] = byte(count(WordClass::calendar));
  out[Feature::sharing][i] = byte(count(WordClass::sharing));
  out[Feature::legal][i] = byte(count(WordClass::legal));
  out[Feature::caption][i] = byte(count(WordClass::caption));
  out[Feature::reader][i] = byte(count(WordClass::you));
  out[Feature::credit][i] = byte(count(WordClass::credit));
}

// Line by line, not column by column: all lines of a long page do not fit a cache.
void own_features(const std::vector<Line>& lines, const LineFacts& facts, Columns out) {
  const Line* const line = lines.data();
  const std::size_t rows = lines.size();
  for (std::size_t i = 0; i < rows; ++i) {
    shape_features(line[i], i, out);
    word_features(line[i], i, out);
  }
  std::copy(facts.cue.begin(), facts.cue.end(), out[Feature::cue]);
  std::copy(facts.other_dumps.begin(), facts.other_dumps.end(), out[Feature::other_dumps]);
}

// How often each line's hash stands in this dump.
void repeats(const std::vector<Line>& lines, std::vector<FeatureRoom::Repeat>& slots, Columns out) {
  const std::size_t mask = std::bit_ceil(lines.size() * 2 + 2) - 1;
  slots.assign(mask + 1, {});
  const auto slot_of = [&slots, mask](std::uint32_t hash) -> FeatureRoom::Repeat& {
    std::size_t at = (hash * 2654435769U) & mask;
    while (slots[at].lines != 0 && slots[at].hash != hash) at = (at + 1) & mask;
    return slots[at];
  };
  for (const Line& line : lines) {
    FeatureRoom::Repeat& slot = slot_of(line.hash);
    slot.hash = line.hash;
    ++slot.lines;
  }
  fill(out[Feature::repeats], lines,
       [&](const Line& l) { return byte(slot_of(l.hash).lines - 1); });
}

void page_features(const std::vector<Line>& lines, Columns out) {
  const std::size_t rows = lines.size();
  std::size_t words = 0, prose = 0, number = 0;
  fill(out[Feature::words_before], lines, [&](const Line& line) {
    const std::size_t before = words;
    words += line.words;
    prose += line.prose() ? line.words : 0;
    return steps(before);
  });
  fill(out[Feature::position], lines, [&](const Line&) { return percent(number++, rows); });
  std::fill_n(out[Feature::dump_lines], rows, steps(rows));
  std::fill_n(out[Feature::dump_prose], rows, percent(prose, words));
}

// Share of a line's content words that stand in other lines of running text, in three and more, in
// no other line.
void topic_features(const std::vector<Line>& lines, FeatureRoom& room, Columns out) {
  const ContentWords& words = room.words;
  std::vector<FeatureRoom::TopicUse>& uses = room.topic_uses;
  uses.assign(words.distinct(), {});
  for (std::uint32_t n = 0; n < lines.size(); ++n) {
    const bool prose = lines[n].prose();
    for (const std::uint32_t word : words.of(n)) {
      FeatureRoom::TopicUse& use = uses[word];
      if (use.last == n + 1) continue;
      use.last = n + 1;
      ++use.lines;
      use.prose += prose;
    }
  }
  for (std::uint32_t n = 0; n < lines.size(); ++n) {
    const bool prose = lines[n].prose();
    const std::size_t all = words.of(n).size();
    std::size_t one = 0, three = 0, alone = 0;
    for (const std::uint32_t word : words.of(n)) {
      const std::uint32_t others = uses[word].prose - prose;
      one += others >= 1;
      three += others >= 3;
      alone += uses[word].lines == 1;
    }
    out[Feature::topic][n] = all ? percent(one, all) : std::uint8_t{101};
    out[Feature::topic_near][n] = all ? percent(three, all) : std::uint8_t{101};
    out[Feature::echo][n] = all ? percent(alone, all) : std::uint8_t{101};
  }
}

bool alike(const Line& a, const Line& b) {
  const std::uint32_t small = std::min(a.words, b.words), large = std::max(a.words, b.words);
  return a.end == b.end && small * 2 + 2 >= large;
}

void window_features(const std::vector<Line>& lines, const LineFacts& facts, FeatureRoom& room,
                     Columns out) {
  const std::size_t rows = lines.size();
  const WordCounts &words = room.all, &prose = room.prose;
  room.all.sum_up(rows, [&](std::size_t i) { return lines[i].words; });
  room.prose.sum_up(rows, [&](std::size_t i) { return lines[i].prose() ? lines[i].words : 0; });
  const auto others = [&](const WordCounts& sums, std::size_t i, std::size_t radius) {
    return sums.around(i, radius) - sums.between(i, i + 1);
  };
  for (std::size_t i = 0; i < rows; ++i) {
    out[Feature::prose_near][i] = percent(others(prose, i, 3), others(words, i, 3));
    out[Feature::prose_far][i] = percent(others(prose, i, 8), others(words, i, 8));
    out[Feature::words_near][i] = steps(words.around(i, 3));
  }
  std::size_t list = 0, gap = 255, like = 0, cue = 255;
  for (std::size_t i = 0; i < rows; ++i) {
    out[Feature::list_before][i] = byte(list);
    out[Feature::prose_before_gap][i] = byte(gap);
    like = i > 0 && alike(lines[i], lines[i - 1]) ? like + 1 : 0;
    out[Feature::like_before][i] = byte(like);
    out[Feature::cue_before][i] = byte(cue);
    list = lines[i].prose() ? 0 : list + 1;
    gap = lines[i].prose() ? 0 : gap + 1;
    cue = facts.cue[i] >= 7 ? 0 : cue + 1;
  }
  list = 0, gap = 255, like = 0, cue = 255;
  for (std::size_t i = rows; i-- > 0;) {
    out[Feature::list_after][i] = byte(list);
    out[Feature::prose_after_gap][i] = byte(gap);
    like = i + 1 < rows && alike(lines[i], lines[i + 1]) ? like + 1 : 0;
    out[Feature::like_after][i] = byte(like);
    out[Feature::cue_after][i] = byte(cue);
    list = lines[i].prose() ? 0 : list + 1;
    gap = lines[i].prose() ? 0 : gap + 1;
    cue = facts.cue[i] >= 7 ? 0 : cue + 1;
  }
}

void neighbour_features(std::size_t rows, Columns out) {
  const auto copy = [&](Feature from, Feature to, int offset) {
    shifted(out[from], out[to], rows, offset, 0);
  };
  copy(Feature::words, Feature::words_m2, -2);
  copy(Feature::words, Feature::words_m1, -1);
  copy(Feature::words, Feature::words_p1, 1);
  copy(Feature::words, Feature::words_p2, 2);
  copy(Feature::end, Feature::end_m2, -2);
  copy(Feature::end, Feature::end_m1, -1);
  copy(Feature::end, Feature::end_p1, 1);
  copy(Feature::end, Feature::end_p2, 2);
  copy(Feature::capitals, Feature::capitals_m2, -2);
  copy(Feature::capitals, Feature::capitals_m1, -1);
  copy(Feature::capitals, Feature::capitals_p1, 1);
  copy(Feature::capitals, Feature::capitals_p2, 2);
  copy(Feature::start, Feature::start_m1, -1);
  copy(Feature::start, Feature::start_p1, 1);
  copy(Feature::cue, Feature::cue_m1, -1);
  copy(Feature::cue, Feature::cue_p1, 1);
  copy(Feature::breaks, Feature::breaks_m1, -1);
  copy(Feature::breaks, Feature::breaks_p1, 1);
}

}  // namespace

std::string_view feature_name(std::size_t feature) { return names[feature]; }

void stage_one(const std::vector<Line>& lines, const text::Tokens& tokens, const LineFacts& facts,
               FeatureRoom& room) {
  room.features.reset(all_features, lines.size());
  room.words.read(lines, tokens);
  Columns out(room.features);
  own_features(lines, facts, out);
  repeats(lines, room.repeats, out);
  page_features(lines, out);
  topic_features(lines, room, out);
  window_features(lines, facts, room, out);
  neighbour_features(lines.size(), out);
  if (!facts.tags.empty()) markup_columns(lines, facts, room.all, out);
}

}  // namespace dateline::segment
