// Fits the line classifier's weights from development pages and prints them as a table.
//
//   fit-segment PAGES.tsv WEIGHTS.tsv [PREDICTIONS_DIR]
//
// PAGES.tsv comes from list_segment_pages.py. Boosted oblivious trees, logistic loss; one pair of
// stages for text dumps and one for HTML. A line counts by its share of the page's core words plus
// a constant, so that every page weighs the same. Stage two is fitted on stage-one scores of models
// that have not seen the page's site; the figures printed are cross-validated by site (5 folds).
// With PREDICTIONS_DIR the held-out decisions are written there.
#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <iostream>
#include <map>
#include <sstream>
#include <string>
#include <vector>

#include "data/make/fit_labels.h"
#include "data/make/fit_trees.h"
#include "data/make/fit_variants.h"
#include "read/read.h"
#include "segment/articles/structure.h"
#include "segment/articles/title.h"
#include "segment/kinds/features.h"
#include "segment/kinds/forest.h"
#include "segment/kinds/page.h"
#include "segment/segment.h"

using namespace dateline;
using namespace dateline::segment;

namespace {

constexpr int folds = 5;

struct Sample {
  std::string set, kind, id, site, path, gold, title;
  int fold = 0;
  bool corpus_mode = false;
  // "words": as if the rules knew no word of its language; "blanks": without blank lines; or made
  // by fit_variants.h: "furniture", "cut", "brief"
  std::string variant;
  Document document;
  rules::Reading reading;
  segment::Page page;
  std::string labels;  // one a line: + - _
  std::vector<float> weights;
  Features features;
  std::vector<float> one, two;  // log-odds
  [[nodiscard]] bool html() const { return kind == "html"; }
  [[nodiscard]] std::string group() const {
    return set + "." + kind + (corpus_mode ? ".corpus" : "") +
           (variant.empty() ? "" : "." + variant);
  }
};

int fold_of(const std::string& site) {
  std::uint32_t h = 2166136261U;
  for (const char c : site) h = (h ^ static_cast<unsigned char>(c)) * 16777619U;
  return static_cast<int>((h >> 8) % folds);
}

std::string slurp(const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  std::stringstream s;
  s << in.rdbuf();
  return s.str();
}

std::vector<Sample> load(const char* path) {
  std::vector<Sample> samples;
  std::ifstream in(path);
  std::string row;
  Problems problems;
  while (std::getline(in, row)) {
    std::stringstream cells(row);
    Sample s;
    for (std::string* cell : {&s.set, &s.kind, &s.id, &s.site, &s.path, &s.gold, &s.title})
      std::getline(cells, *cell, '\t');
    if (const char* only = std::getenv("FIT_ONLY");
        only && s.html() != (only == std::string("html")))
      continue;
    s.fold = fold_of(s.site);
    read::read_file(
        s.path, {},
        [&](Document&& document) {
          s.document = std::move(document);
          return true;
        },
        problems);
    samples.push_back(std::move(s));
  }
  return samples;
}

void label(Sample& s, const fit::Gold& gold) {
  s.labels = gold.labels(s.document.text, s.reading.tokens, s.page.lines, s.title);
  double core = 0, prose = 0;
  for (std::size_t i = 0; i < s.labels.size(); ++i) {
    const Line& line = s.page.lines[i];
    prose += line.prose() ? line.words : 0;
    core += s.labels[i] == '+' ? line.words : 0;
  }
  core = std::max(
      {core, 100.0, prose * 0.4});  // no page may outweigh the others, whatever its gold left out
  for (std::size_t i = 0; i < s.labels.size(); ++i) {
    const double w = s.page.lines[i].words / core + 1.0 / 40;
    s.weights.push_back(s.labels[i] == '_' ? 0.0F : static_cast<float>(w));
  }
}

fit::Labelled labelled(const Sample& s) { return {s.document.text, &s.page, s.labels}; }

// A page of another site that is held out together with page i; where there is none, the page
// itself.
std::size_t another_page(const std::vector<Sample>& samples, std::size_t single, std::size_t i) {
  const auto fits = [&](const Sample& s) {
    return s.kind == "dump_a" && s.fold == samples[i].fold && s.site != samples[i].site;
  };
  const std::size_t begin = i * 7919 + 37;
  for (std::size_t step = 0; step < single; ++step) {
    const std::size_t other = (begin + step) % single;
    if (fits(samples[other])) return other;
  }
  return i;
}

// Pages in other languages and dumps of another make, which the development pages lack.
void make_variant(Sample& s) {
  if (s.variant == "words") {
    for (Line& line : s.page.lines) std::fill(std::begin(line.counts), std::end(line.counts), 0);
    for (LineCue& cue : s.page.cues) cue = {};
    std::fill(s.page.facts.cue.begin(), s.page.facts.cue.end(), std::uint8_t{0});
  } else if (s.variant == "blanks") {
    for (Line& line : s.page.lines) line.blank_before = line.blank_after = false;
  }
}

void report(const std::vector<Sample>& samples, bool html, std::vector<float> Sample::*which) {
  std::map<std::string, std::array<double, 5>> sums;
  for (const Sample& s : samples) {
    if (s.html() != html) continue;
    double tp = 0, fp = 0, fn = 0;
    auto& sum = sums[s.group()];
    const auto& scores = s.*which;
    for (std::size_t i = 0; i < scores.size(); ++i) {
      if (s.labels[i] == '_') continue;
      const bool gold = s.labels[i] == '+', got = scores[i] > 0;
      const double w = s.page.lines[i].words;
      tp += gold && got ? w : 0;
      fp += !gold && got ? w : 0;
      fn += gold && !got ? w : 0;
      sum[2] += gold && got;
      sum[3] += gold != got;
    }
    sum[0] += tp + fp > 0 ? tp / (tp + fp) : 0;
    sum[1] += tp + fn > 0 ? tp / (tp + fn) : 1;
    sum[4] += 1;
  }
  for (const auto& [name, s] : sums) {
    const double p = s[0] / s[4], r = s[1] / s[4];
    std::printf("  %-28s words P %.2f R %.2f F1 %.2f   lines F1 %.2f\n", name.c_str(), 100 * p,
                100 * r, 200 * p * r / (p + r), 200 * s[2] / (2 * s[2] + s[3]));
  }
  std::fflush(stdout);
}

// Stage two sees what stage one thought: its columns stand in the same table.
void add_context(Sample& s) {
  FeatureRoom room;
  stage_one(s.page.lines, s.reading.tokens, s.page.facts, room);
  stage_two(s.page.lines, s.page.facts, s.one, room);
  s.features = std::move(room.features);
}

fit::Data gather(const std::vector<Sample>& samples, bool html, int without) {
  fit::Data data(all_features);
  for (const Sample& s : samples) {
    const bool second = s.variant == "words" || s.variant == "cut" || s.variant == "brief";
    if (!s.variant.empty() && s.id.back() % 2 != second)
      continue;  // each page is fitted with two or three of its five variants
    if (s.html() == html && s.fold != without) data.add(s.features, s.labels, s.weights);
  }
  return data;
}

void write_model(const Model& model, const std::string& stage, std::ostream& out) {
  out << stage << ".bias";
  for (std::size_t i = 0; i < tree_depth; ++i) out << "\t-\t0";
  out << '\t' << model.bias << '\n';
  int number = 0;
  for (const Tree& tree : model.trees) {
    char name[32];
    std::snprintf(name, sizeof name, ".%03d", ++number);
    out << stage << name;
    for (std::size_t i = 0; i < tree_depth; ++i)
      out << '\t' << feature_name(tree.feature[i]) << '\t' << int{tree.threshold[i]};
    out << '\t';
    for (std::size_t i = 0; i < tree_leaves; ++i) out << (i ? " " : "") << tree.value[i];
    out << '\n';
  }
}

void write_predictions(const std::vector<Sample>& samples, const std::string& folder,
                       const Rules& rules) {
  const Mechanisms mechanisms(rules);
  const TitleWeights titles(rules);
  for (const Sample& s : samples) {
    if (s.two.size() != s.page.lines.size()) continue;
    const Structure structure =
        find_structure(s.document, s.reading, s.page, s.two, titles, mechanisms);
    std::ofstream out(folder + "/" + s.group() + "." + s.id + ".tsv"),
        text(folder + "/" + s.group() + "." + s.id + ".txt");
    for (std::size_t i = 0; i < s.two.size(); ++i) {
      const Line& line = s.page.lines[i];
      std::string words(line.span.of(s.document.text));
      std::replace(words.begin(), words.end(), '\n', ' ');
      out << i + 1 << '\t' << (is_core(structure.kinds[i]) ? 1 : -1) << '\t' << s.two[i] << '\t'
          << s.one[i] << '\t' << int{s.page.facts.cue[i]} << '\t' << s.labels[i] << '\t'
          << to_string(structure.kinds[i]) << '\t' << words << '\n';
      if (is_core(structure.kinds[i])) text << words << "\n\n";
    }
  }
}

// FIT_TREES=200 and the like, for trials.
fit::Settings settings(fit::Settings s) {
  const auto number = [](const char* key, double value) {
    const char* given = std::getenv(key);
    return given ? std::atof(given) : value;
  };
  s.trees = static_cast<int>(number("FIT_TREES", s.trees));
  s.rate = number("FIT_RATE", s.rate);
  s.rows = number("FIT_ROWS", s.rows);
  s.columns = number("FIT_COLUMNS", s.columns);
  s.lambda = number("FIT_LAMBDA", s.lambda);
  return s;
}

void average(std::vector<Sample>& samples, bool html) {
  for (Sample& s : samples) {
    if (s.html() != html) continue;
    for (std::size_t i = 0; i < s.two.size(); ++i) s.two[i] = (s.one[i] + s.two[i]) / 2;
  }
}

// Scores of models that have not seen the page's site.
void score_held_out(std::vector<Sample>& samples, bool html, std::vector<float> Sample::*scores,
                    const fit::Settings& how) {
  for (int fold = 0; fold < folds; ++fold) {
    const Forest model(fit::boost(gather(samples, html, fold), how));
    for (Sample& s : samples) {
      if (s.html() == html && s.fold == fold) s.*scores = model.evaluate(s.features);
    }
  }
}

void fit_kind(std::vector<Sample>& samples, bool html, const fit::Settings& how,
              std::ostream& out) {
  const std::string kind = html ? "html" : "text";
  const auto print = [&](const char* what, std::vector<float> Sample::*scores) {
    std::printf("%s, %s, held out\n", kind.c_str(), what);
    report(samples, html, scores);
  };
  const bool all = !std::getenv("FIT_CV_ONLY");
  score_held_out(samples, html, &Sample::one, how);
  print("stage one", &Sample::one);
  if (all) write_model(fit::boost(gather(samples, html, -1), how), kind + ".one", out);
  for (Sample& s : samples) {
    if (s.html() == html) add_context(s);
  }
  score_held_out(samples, html, &Sample::two, how);
  print("stage two", &Sample::two);
  if (all) write_model(fit::boost(gather(samples, html, -1), how), kind + ".two", out);
  average(samples, html);
  print("mean of both", &Sample::two);
}

// Reads what the fit needs of a page.
class Reader {
 public:
  Reader(const Rules& rules, const Cues& cues, const std::vector<Sample>& samples)
      : rules_(rules), cues_(cues) {
    for (const Sample& s : samples) {
      if (s.kind == "dump_a") corpora_[s.set].add(s.document);
    }
  }
  void read(Sample& s) {
    rules::read_text(rules_, s.document.text, s.reading);
    s.page = read_page(s.document, s.reading, cues_, s.corpus_mode ? corpora_[s.set] : none_);
    make_variant(s);
    label(s, fit::Gold(slurp(s.gold)));
    FeatureRoom room;
    stage_one(s.page.lines, s.reading.tokens, s.page.facts, room);
    s.features = std::move(room.features);
  }

 private:
  const Rules& rules_;
  const Cues& cues_;
  const Corpus none_;
  std::map<std::string, Corpus> corpora_;
};

// Sites with several pages: once as single pages, once as a corpus. And two variants of each page.
void add_copies(std::vector<Sample>& samples, std::size_t single) {
  for (std::size_t i = 0; i < single; ++i) {
    if (samples[i].kind != "dump_a" || samples[i].set.starts_with("wcxb")) continue;
    samples.push_back(samples[i]);
    samples.back().corpus_mode = true;
  }
  for (std::size_t i = 0; i < single; ++i) {
    if (samples[i].kind != "dump_a") continue;
    for (const char* variant : {"words", "blanks"}) {
      samples.push_back(samples[i]);
      samples.back().variant = variant;
    }
  }
}

// The variants that are texts of their own: the pages they are made of have been read.
void add_made_texts(std::vector<Sample>& samples, std::size_t single) {
  for (std::size_t i = 0; i < single; ++i) {
    if (samples[i].kind != "dump_a") continue;
    for (const char* variant : {"furniture", "cut", "brief"}) {
      Sample copy = samples[i];
      copy.variant = variant;
      fit::VariantText text(labelled(samples[i]),
                            labelled(samples[another_page(samples, single, i)]), i + 1);
      copy.document.text = copy.variant == "cut"     ? text.cut()
                           : copy.variant == "brief" ? text.brief()
                                                     : text.with_furniture();
      copy.weights.clear();
      samples.push_back(std::move(copy));
    }
  }
}

void write_head(std::ostream& out) {
  out << "# Weights of the line classifier: boosted oblivious trees in two stages, for text and "
         "for HTML. A row is a tree: five\n"
         "# questions (is the feature greater than the threshold?), whose answers, the first one "
         "highest, pick one of 32 values\n"
         "# (thousandths of log-odds). Made by data/make/fit_segment.cc; see docs/segment.md. Do "
         "not edit.\n";
  out << "name";
  for (std::size_t i = 1; i <= tree_depth; ++i) out << "\tfeature" << i << "\tthreshold" << i;
  out << "\tvalues\n";
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 3) return 2;
  Problems problems;
  const auto rules = Rules::load({}, problems);
  if (!rules) return 1;
  const Cues cues(*rules, problems, "en");
  cues.check_examples(problems);
  for (const Problem& p : problems) {
    std::fprintf(stderr, "%s:%u: %s %s\n", p.file.c_str(), p.line, p.message.c_str(),
                 p.source_line.c_str());
  }
  std::vector<Sample> samples = load(argv[1]);
  Reader reader(*rules, cues, samples);
  const std::size_t single = samples.size();
  add_copies(samples, single);
  for (Sample& s : samples) reader.read(s);
  const std::size_t given = samples.size();
  add_made_texts(samples, single);
  for (std::size_t i = given; i < samples.size(); ++i) reader.read(samples[i]);
  std::printf("%zu pages\n", samples.size());
  std::ofstream out(argv[2]);
  write_head(out);
  const fit::Settings text{.trees = 300, .rate = 0.05, .rows = 0.2, .columns = 0.2},
      html{.trees = 300, .rate = 0.05, .rows = 0.15, .columns = 0.15};
  const char* only = std::getenv("FIT_ONLY");
  if (!only || std::string(only) == "text") fit_kind(samples, false, settings(text), out);
  if (!only || std::string(only) == "html") fit_kind(samples, true, settings(html), out);
  if (argc > 3) write_predictions(samples, argv[3], *rules);
}
