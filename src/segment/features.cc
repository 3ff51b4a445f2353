#include "segment/features.h"

#include <algorithm>
#include <bit>

namespace dateline::segment {

namespace {

constexpr std::array<std::string_view, all_features> names = {
    "words", "letters", "end", "start", "closing-quote", "breaks", "commas", "quotes", "capitals", "all-upper", "lower",
    "numbers", "marks", "short-words", "word-length", "separators", "clocks", "links", "symbols", "boilerplate",
    "boilerplate-share", "said", "calendar", "sharing", "legal", "caption", "reader", "credit", "cue", "blank-before",
    "blank-after", "repeats", "other-dumps", "position", "words-before", "dump-lines", "dump-prose", "topic",
    "topic-near", "echo", "prose-near", "prose-far", "words-near", "list-before", "list-after", "prose-before-gap",
    "prose-after-gap", "like-before", "like-after", "cue-before", "cue-after", "words-m2", "words-m1", "words-p1",
    "words-p2", "end-m2", "end-m1", "end-p1", "end-p2", "capitals-m2", "capitals-m1", "capitals-p1", "capitals-p2",
    "start-m1", "start-p1", "cue-m1", "cue-p1", "breaks-m1", "breaks-p1",
    "score", "score-m1", "score-m2", "score-m3", "score-p1", "score-p2", "score-p3", "mean-near", "mean-far",
    "mean-page", "mass-before", "mass-after", "inside-run", "run-before", "run-after", "run-words-before",
    "run-words-after", "run-share", "run-words", "own-run-words", "topic-run", "topic-before", "cues-since-run",
    "boiler-since-run", "gap-before", "gap-after", "words-since-core", "best-ahead", "best-behind", "mean-ahead",
    "mean-behind", "below-best", "better-words", "length-like-run", "spacing-like-run", "start-like-run", "run-lines",
    "tag-role", "tag-heading", "tag-links", "tag-article", "tag-depth", "tag-said-article", "tag-said-comments",
    "tag-said-related", "tag-said-sharing", "tag-said-promotion", "tag-said-author", "tag-said-caption",
    "tag-said-menu", "tag-said-tags", "tag-said-hidden", "tag-said-heading", "tag-share-inner", "tag-share-middle",
    "tag-share-outer", "tag-with-before", "tag-with-after", "tag-links-m1", "tag-links-p1", "tag-role-m1",
    "tag-role-p1", "tag-links-near", "tag-depth-like-main"};

std::uint8_t byte(std::size_t n) { return static_cast<std::uint8_t>(std::min<std::size_t>(n, 255)); }
std::uint8_t percent(std::size_t part, std::size_t whole) {
  return whole == 0 ? std::uint8_t{0} : byte(part * 100 / whole);
}
// Eight steps a doubling up to 2^31.
std::uint8_t steps(std::size_t n) {
  ++n;
  const unsigned width = static_cast<unsigned>(std::bit_width(n));
  const std::size_t fraction = width > 3 ? (n >> (width - 4)) & 7 : (n << (4 - width)) & 7;
  return byte((width - 1) * 8 + fraction);
}

class Columns {
 public:
  explicit Columns(Features& features) : features_(features) {}
  std::uint8_t* operator[](Feature f) { return features_.column(static_cast<std::size_t>(f)); }
  std::uint8_t* operator[](Context c) { return features_.column(stage_one_features + static_cast<std::size_t>(c)); }
  std::uint8_t* operator[](Markup m) {
    return features_.column(stage_one_features + context_features + static_cast<std::size_t>(m));
  }

 private:
  Features& features_;
};

void own_features(const std::vector<Line>& lines, const LineFacts& facts, Columns& out) {
  const auto put = [&](Feature feature, auto&& value) {
    std::uint8_t* column = out[feature];
    for (std::size_t i = 0; i < lines.size(); ++i) column[i] = value(lines[i]);
  };
  put(Feature::words, [](const Line& l) { return byte(l.words); });
  put(Feature::letters, [](const Line& l) { return steps(l.letters); });
  put(Feature::end, [](const Line& l) { return static_cast<std::uint8_t>(l.end); });
  put(Feature::start, [](const Line& l) { return static_cast<std::uint8_t>(l.start); });
  put(Feature::closing_quote, [](const Line& l) { return std::uint8_t{l.closing_quote}; });
  put(Feature::breaks, [](const Line& l) { return byte(l.breaks); });
  put(Feature::commas, [](const Line& l) { return byte(l.commas); });
  put(Feature::quotes, [](const Line& l) { return byte(l.quotes); });
  put(Feature::capitals, [](const Line& l) { return l.eligible ? percent(l.capitals, l.eligible) : std::uint8_t{101}; });
  put(Feature::all_upper, [](const Line& l) { return percent(l.all_upper, l.words); });
  put(Feature::lower, [](const Line& l) { return percent(l.lower, l.words); });
  put(Feature::numbers, [](const Line& l) { return percent(l.numbers, l.words); });
  put(Feature::marks, [](const Line& l) { return percent(l.marks, l.marks + l.words); });
  put(Feature::short_words, [](const Line& l) { return percent(l.short_words, l.words); });
  put(Feature::word_length, [](const Line& l) { return byte(l.words > l.numbers ? l.letters * 10 / (l.words - l.numbers) : 0); });
  put(Feature::separators, [](const Line& l) { return byte(l.separators); });
  put(Feature::clocks, [](const Line& l) { return byte(l.clocks); });
  put(Feature::links, [](const Line& l) { return byte(l.links); });
  put(Feature::symbols, [](const Line& l) { return byte(l.symbols); });
  const auto count = [&](Feature feature, WordClass cls) {
    put(feature, [cls](const Line& l) { return byte(l.counts[static_cast<std::size_t>(cls)]); });
  };
  count(Feature::boilerplate, WordClass::boilerplate);
  put(Feature::boilerplate_share, [](const Line& l) {
    return percent(l.counts[static_cast<std::size_t>(WordClass::boilerplate)], l.words);
  });
  count(Feature::said, WordClass::said);
  count(Feature::calendar, WordClass::calendar);
  count(Feature::sharing, WordClass::sharing);
  count(Feature::legal, WordClass::legal);
  count(Feature::caption, WordClass::caption);
  count(Feature::reader, WordClass::you);
  count(Feature::credit, WordClass::credit);
  put(Feature::blank_before, [](const Line& l) { return std::uint8_t{l.blank_before}; });
  put(Feature::blank_after, [](const Line& l) { return std::uint8_t{l.blank_after}; });
  std::copy(facts.cue.begin(), facts.cue.end(), out[Feature::cue]);
  std::copy(facts.other_dumps.begin(), facts.other_dumps.end(), out[Feature::other_dumps]);
}

// How often each line's hash stands in this dump.
void repeats(const std::vector<Line>& lines, Columns& out) {
  const std::size_t mask = std::bit_ceil(lines.size() * 2 + 2) - 1;
  struct Slot { std::uint32_t hash = 0; std::uint32_t count = 0; };
  std::vector<Slot> slots(mask + 1);
  const auto slot_of = [&](std::uint32_t hash) -> Slot& {
    std::size_t at = (hash * 2654435769U) & mask;
    while (slots[at].count != 0 && slots[at].hash != hash) at = (at + 1) & mask;
    return slots[at];
  };
  for (const Line& line : lines) {
    Slot& slot = slot_of(line.hash);
    slot.hash = line.hash;
    ++slot.count;
  }
  for (std::size_t i = 0; i < lines.size(); ++i) out[Feature::repeats][i] = byte(slot_of(lines[i].hash).count - 1);
}

void page_features(const std::vector<Line>& lines, Columns& out) {
  std::size_t words = 0, prose = 0, before = 0;
  for (const Line& line : lines) {
    words += line.words;
    prose += line.prose() ? line.words : 0;
  }
  for (std::size_t i = 0; i < lines.size(); ++i) {
    out[Feature::position][i] = percent(i, lines.size());
    out[Feature::words_before][i] = steps(before);
    out[Feature::dump_lines][i] = steps(lines.size());
    out[Feature::dump_prose][i] = percent(prose, words);
    before += lines[i].words;
  }
}

// Share of a line's content words that stand in other lines of running text, in three and more, in no other line.
void topic_features(const std::vector<Line>& lines, const ContentWords& words, Columns& out) {
  struct Counts { std::uint32_t lines = 0, prose = 0, last = 0; };
  std::vector<Counts> counts(words.distinct());
  for (std::uint32_t n = 0; n < lines.size(); ++n) {
    const bool prose = lines[n].prose();
    for (const std::uint32_t word : words.of(n)) {
      Counts& c = counts[word];
      if (c.last == n + 1) continue;
      c.last = n + 1;
      ++c.lines;
      c.prose += prose;
    }
  }
  for (std::uint32_t n = 0; n < lines.size(); ++n) {
    const bool prose = lines[n].prose();
    const std::size_t all = words.of(n).size();
    std::size_t one = 0, three = 0, alone = 0;
    for (const std::uint32_t word : words.of(n)) {
      const std::uint32_t others = counts[word].prose - prose;
      one += others >= 1;
      three += others >= 3;
      alone += counts[word].lines == 1;
    }
    out[Feature::topic][n] = all ? percent(one, all) : std::uint8_t{101};
    out[Feature::topic_near][n] = all ? percent(three, all) : std::uint8_t{101};
    out[Feature::echo][n] = all ? percent(alone, all) : std::uint8_t{101};
  }
}

// Sums over a window of +-radius rows, from prefix sums.
class Window {
 public:
  template <class Value>
  Window(std::size_t rows, Value value) : sums_(rows + 1) {
    for (std::size_t i = 0; i < rows; ++i) sums_[i + 1] = sums_[i] + value(i);
  }
  [[nodiscard]] double around(std::size_t i, std::size_t radius) const {
    return between(i > radius ? i - radius : 0, std::min(i + radius + 1, sums_.size() - 1));
  }
  [[nodiscard]] double between(std::size_t first, std::size_t last) const { return sums_[last] - sums_[first]; }

 private:
  std::vector<double> sums_;
};

std::uint8_t share(double part, double whole) {
  return whole <= 0 ? std::uint8_t{0} : static_cast<std::uint8_t>(std::clamp(part * 100 / whole, 0.0, 255.0));
}

bool alike(const Line& a, const Line& b) {
  const std::uint32_t small = std::min(a.words, b.words), large = std::max(a.words, b.words);
  return a.end == b.end && small * 2 + 2 >= large;
}

void window_features(const std::vector<Line>& lines, const LineFacts& facts, Columns& out) {
  const std::size_t rows = lines.size();
  const Window words(rows, [&](std::size_t i) { return lines[i].words; });
  const Window prose(rows, [&](std::size_t i) { return lines[i].prose() ? lines[i].words : 0; });
  for (std::size_t i = 0; i < rows; ++i) {
    const double own = lines[i].words, own_prose = lines[i].prose() ? own : 0;
    out[Feature::prose_near][i] = share(prose.around(i, 3) - own_prose, words.around(i, 3) - own);
    out[Feature::prose_far][i] = share(prose.around(i, 8) - own_prose, words.around(i, 8) - own);
    out[Feature::words_near][i] = steps(static_cast<std::size_t>(words.around(i, 3)));
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

// Copies a column, moved: row i gets row i + offset, `outside` beyond the ends.
void shifted(const std::uint8_t* from, std::uint8_t* to, std::size_t rows, int offset, std::uint8_t outside) {
  for (std::size_t i = 0; i < rows; ++i) {
    const std::ptrdiff_t at = static_cast<std::ptrdiff_t>(i) + offset;
    to[i] = at < 0 || at >= static_cast<std::ptrdiff_t>(rows) ? outside : from[at];
  }
}

void neighbour_features(std::size_t rows, Columns& out) {
  const auto copy = [&](Feature from, Feature to, int offset) { shifted(out[from], out[to], rows, offset, 0); };
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

// ---- markup

// How much running text each element of one level of nesting holds: level 0 is what directly holds a line's block.
class Containers {
 public:
  Containers(const std::vector<Line>& lines, const std::vector<const TagEvidence*>& tags, std::size_t level) : level_(level) {
    for (std::size_t i = 0; i < lines.size(); ++i) {
      if (tags[i] == nullptr || !lines[i].prose() || tags[i]->link_percent > 50) continue;
      const std::uint32_t id = tags[i]->containers[level];
      if (id >= words_.size()) words_.resize(id + 1);
      words_[id] += lines[i].words;
      all_ += lines[i].words;
    }
    for (std::size_t i = 0; i < lines.size(); ++i) {
      if (tags[i] != nullptr && words(*tags[i]) > most_) {
        most_ = words(*tags[i]);
        depth_ = tags[i]->depth;
      }
    }
  }
  [[nodiscard]] std::uint8_t share(const TagEvidence& tag) const { return percent(words(tag), all_); }
  [[nodiscard]] std::uint16_t depth() const { return depth_; }   // of the lines that the fullest one holds

 private:
  [[nodiscard]] std::size_t words(const TagEvidence& tag) const {
    const std::uint32_t id = tag.containers[level_];
    return id < words_.size() ? words_[id] : 0;
  }
  std::size_t level_;
  std::vector<std::size_t> words_;
  std::size_t all_ = 0, most_ = 0;
  std::uint16_t depth_ = 0;
};

void markup_columns(const std::vector<Line>& lines, const LineFacts& facts, Columns& out) {
  const std::size_t rows = lines.size();
  const auto& tags = facts.tags;
  const Containers inner(lines, tags, 0), middle(lines, tags, 1), outer(lines, tags, 2);
  const Window linked(rows, [&](std::size_t i) { return tags[i] ? tags[i]->link_percent * lines[i].words / 100.0 : 0; });
  const Window words(rows, [&](std::size_t i) { return lines[i].words; });
  for (std::size_t i = 0; i < rows; ++i) {
    for (std::size_t w = 0; w < markup_word_names.size(); ++w) {
      out[static_cast<Markup>(static_cast<std::size_t>(Markup::said_article) + w)][i] = (facts.said[i] >> w) & 1;
    }
    if (tags[i] == nullptr) continue;
    const TagEvidence& tag = *tags[i];
    out[Markup::role][i] = static_cast<std::uint8_t>(tag.role);
    out[Markup::heading][i] = tag.heading_level;
    out[Markup::links][i] = tag.link_percent;
    out[Markup::article][i] = tag.in_article;
    out[Markup::depth][i] = byte(tag.depth);
    out[Markup::share_inner][i] = inner.share(tag);
    out[Markup::share_middle][i] = middle.share(tag);
    out[Markup::share_outer][i] = outer.share(tag);
    out[Markup::with_before][i] = i > 0 && tags[i - 1] != nullptr && tags[i - 1]->containers[0] == tag.containers[0];
    out[Markup::with_after][i] = i + 1 < rows && tags[i + 1] != nullptr && tags[i + 1]->containers[0] == tag.containers[0];
    out[Markup::links_near][i] = percent(static_cast<std::size_t>(linked.around(i, 3)), static_cast<std::size_t>(words.around(i, 3)));
    out[Markup::depth_like_main][i] = byte(static_cast<std::size_t>(std::clamp(100 + tag.depth - inner.depth(), 0, 255)));
  }
  shifted(out[Markup::links], out[Markup::links_m1], rows, -1, 0);
  shifted(out[Markup::links], out[Markup::links_p1], rows, 1, 0);
  shifted(out[Markup::role], out[Markup::role_m1], rows, -1, 0);
  shifted(out[Markup::role], out[Markup::role_p1], rows, 1, 0);
}

// ---- stage two

struct Run {
  std::size_t first = 0, last = 0;   // half-open
  double words = 0;
};

// Chains of lines that stage one likes, with at most four others between two of them.
std::vector<Run> runs_of(const std::vector<Line>& lines, const std::vector<float>& scores) {
  std::vector<Run> runs;
  std::size_t last_core = 0;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    if (scores[i] <= 0) continue;
    if (runs.empty() || i - last_core > 5) runs.push_back({i, i + 1, 0});
    runs.back().last = i + 1;
    runs.back().words += lines[i].words * static_cast<double>(probability(scores[i]));
    last_core = i;
  }
  return runs;
}

void run_features(const std::vector<Line>& lines, const LineFacts& facts, const std::vector<Run>& runs, const Run& main, double mass, Columns& out) {
  const std::size_t rows = lines.size();
  std::size_t next = 0, boiler = 0, cues = 0;
  const Window all(rows, [&](std::size_t i) { return lines[i].words; });
  for (std::size_t i = 0; i < rows; ++i) {
    const bool before = i < main.first, after = i >= main.last;
    out[Context::inside_run][i] = before ? 0 : after ? 2 : 1;
    out[Context::run_before][i] = before ? byte(main.first - i) : std::uint8_t{0};
    out[Context::run_after][i] = after ? byte(i - main.last + 1) : std::uint8_t{0};
    out[Context::run_words_before][i] = before ? steps(static_cast<std::size_t>(all.between(i, main.first))) : std::uint8_t{0};
    out[Context::run_words_after][i] = after ? steps(static_cast<std::size_t>(all.between(main.last, i + 1))) : std::uint8_t{0};
    out[Context::run_share][i] = share(main.words, mass);
    out[Context::run_words][i] = steps(static_cast<std::size_t>(main.words));
    while (next < runs.size() && runs[next].last <= i) ++next;
    const bool in_run = next < runs.size() && runs[next].first <= i;
    out[Context::own_run_words][i] = in_run ? steps(static_cast<std::size_t>(runs[next].words)) : std::uint8_t{0};
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
void rank_features(const std::vector<Line>& lines, const std::vector<float>& scores, Columns& out) {
  std::array<std::size_t, 256> words{};
  float best = -10;
  std::size_t all = 0;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    if (lines[i].words >= 5) best = std::max(best, scores[i]);
    words[to_byte(scores[i])] += lines[i].words;
    all += lines[i].words;
  }
  std::array<std::uint8_t, 256> better{};
  std::size_t above = 0;
  for (std::size_t v = 256; v-- > 0;) {
    better[v] = percent(above, all);
    above += words[v];
  }
  for (std::size_t i = 0; i < lines.size(); ++i) {
    out[Context::below_best][i] = static_cast<std::uint8_t>(std::clamp((best - scores[i]) * 20, 0.0F, 255.0F));
    out[Context::better_words][i] = better[to_byte(scores[i])];
  }
}

std::size_t spacing(const Line& line) { return (line.blank_before ? 1U : 0U) + (line.blank_after ? 2U : 0U); }

// Does the line look like the lines of the main run: as long, set apart by blank lines in the same way?
void likeness_features(const std::vector<Line>& lines, const Run& main, const std::vector<float>& scores, Columns& out) {
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
  for (std::size_t i = 0; i < lines.size(); ++i) {
    out[Context::run_lines][i] = byte(count);
    out[Context::spacing_like_run][i] = percent(spacings[spacing(lines[i])], count);
    out[Context::start_like_run][i] = percent(starts[static_cast<std::size_t>(lines[i].start)], count);
    out[Context::length_like_run][i] = words == 0 ? std::uint8_t{0} : byte(lines[i].words * count * 50 / words);
  }
}

void topic_of_run(const std::vector<Line>& lines, const ContentWords& words, const Run& main,
                  const std::vector<float>& scores, Columns& out) {
  struct Counts { std::uint32_t lines = 0, first = 0, last = 0; };
  std::vector<Counts> counts(words.distinct());
  const auto core = [&](std::uint32_t n) { return n >= main.first && n < main.last && scores[n] > 0; };
  for (std::uint32_t n = static_cast<std::uint32_t>(main.first); n < main.last; ++n) {
    if (!core(n)) continue;
    for (const std::uint32_t word : words.of(n)) {
      Counts& c = counts[word];
      if (c.last == n + 1) continue;
      if (c.last == 0) c.first = n;   // the first line of the run that holds it
      c.last = n + 1;
      ++c.lines;
    }
  }
  for (std::uint32_t n = 0; n < lines.size(); ++n) {
    const bool own = core(n);
    const std::size_t all = words.of(n).size();
    std::size_t other = 0, earlier = 0;
    for (const std::uint32_t word : words.of(n)) {
      const Counts& c = counts[word];
      if (c.last == 0) continue;
      other += c.lines - own >= 1;
      earlier += c.first < n;
    }
    out[Context::topic_run][n] = all ? percent(other, all) : std::uint8_t{101};
    out[Context::topic_before][n] = all ? percent(earlier, all) : std::uint8_t{101};
  }
}

void score_features(const std::vector<Line>& lines, const std::vector<float>& scores, double mass, Columns& out) {
  const std::size_t rows = lines.size();
  for (std::size_t i = 0; i < rows; ++i) out[Context::score][i] = to_byte(scores[i]);
  const auto copy = [&](Context to, int offset) { shifted(out[Context::score], out[to], rows, offset, 0); };
  copy(Context::score_m1, -1);
  copy(Context::score_m2, -2);
  copy(Context::score_m3, -3);
  copy(Context::score_p1, 1);
  copy(Context::score_p2, 2);
  copy(Context::score_p3, 3);
  const Window words(rows, [&](std::size_t i) { return lines[i].words; });
  const Window core(rows, [&](std::size_t i) { return lines[i].words * static_cast<double>(probability(scores[i])); });
  for (std::size_t i = 0; i < rows; ++i) {
    const double own = lines[i].words, own_core = core.between(i, i + 1);
    out[Context::mean_near][i] = share(core.around(i, 3) - own_core, words.around(i, 3) - own);
    out[Context::mean_far][i] = share(core.around(i, 10) - own_core, words.around(i, 10) - own);
    out[Context::mean_page][i] = share(mass, words.between(0, rows));
    out[Context::mass_before][i] = share(core.between(0, i), mass);
    out[Context::mass_after][i] = share(core.between(i + 1, rows), mass);
    const std::size_t behind = i > 6 ? i - 6 : 0, ahead = std::min(i + 7, rows);
    out[Context::mean_behind][i] = share(core.between(behind, i), words.between(behind, i));
    out[Context::mean_ahead][i] = share(core.between(i + 1, ahead), words.between(i + 1, ahead));
  }
  std::size_t gap = 255, since = 0;
  for (std::size_t i = 0; i < rows; ++i) {
    out[Context::gap_before][i] = byte(gap);
    out[Context::words_since_core][i] = steps(since);
    gap = scores[i] > 0 ? 0 : gap + 1;
    since = scores[i] > 0 ? 0 : since + lines[i].words;
  }
  gap = 255;
  for (std::size_t i = rows; i-- > 0;) {
    out[Context::gap_after][i] = byte(gap);
    gap = scores[i] > 0 ? 0 : gap + 1;
  }
  // The best score not far ahead and behind, fading by distance.
  float best = -10;
  for (std::size_t i = 0; i < rows; ++i) {
    out[Context::best_behind][i] = to_byte(best);
    best = std::max(best - 0.5F, scores[i]);
  }
  best = -10;
  for (std::size_t i = rows; i-- > 0;) {
    out[Context::best_ahead][i] = to_byte(best);
    best = std::max(best - 0.5F, scores[i]);
  }
}

}  // namespace

std::string_view feature_name(std::size_t feature) { return names[feature]; }

Features stage_one(const std::vector<Line>& lines, const ContentWords& words, const LineFacts& facts) {
  Features features(all_features, lines.size());
  Columns out(features);
  own_features(lines, facts, out);
  repeats(lines, out);
  page_features(lines, out);
  topic_features(lines, words, out);
  window_features(lines, facts, out);
  neighbour_features(lines.size(), out);
  if (!facts.tags.empty()) markup_columns(lines, facts, out);
  return features;
}

void stage_two(const std::vector<Line>& lines, const ContentWords& words, const LineFacts& facts,
               const std::vector<float>& scores, Features& features) {
  Columns out(features);
  double mass = 0;
  for (std::size_t i = 0; i < lines.size(); ++i) mass += lines[i].words * static_cast<double>(probability(scores[i]));
  const std::vector<Run> runs = runs_of(lines, scores);
  Run main;
  for (const Run& run : runs) {
    if (run.words > main.words) main = run;
  }
  score_features(lines, scores, mass, out);
  run_features(lines, facts, runs, main, mass, out);
  rank_features(lines, scores, out);
  likeness_features(lines, main, scores, out);
  topic_of_run(lines, words, main, scores, out);
}

}  // namespace dateline::segment
