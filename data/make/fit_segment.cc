// Fits the line classifier's weights from labelled development pages and prints them as a table.
//
//   fit_segment LABELS.tsv WEIGHTS.tsv [PREDICTIONS_DIR]
//
// LABELS.tsv comes from label_segment.py. Boosted oblivious trees, logistic loss; a line counts by its share of the
// page's core words plus a constant, so that every page weighs the same. Stage two is fitted on stage-one scores of
// models that have not seen the page's site; the figures printed are cross-validated by site (5 folds). With
// PREDICTIONS_DIR the held-out decisions are written there, one file a page: the scores of all lines.
#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>
#include <fstream>
#include <iostream>
#include <map>
#include <sstream>
#include <string>
#include <vector>

#include "data/make/fit_trees.h"
#include "segment/features.h"
#include "segment/page.h"
#include "segment/segment.h"
#include "segment/structure.h"

using namespace dateline;
using namespace dateline::segment;

namespace {

constexpr int folds = 5;

struct Sample {
  std::string set, kind, id, site;
  std::string text, marks;
  int fold = 0;
  bool corpus_mode = false;
  std::string labels;            // one a Line: + - _
  std::vector<float> weights;
  Document document;
  rules::Reading reading;
  segment::Page lines;
  Features first{0, 0};
  std::vector<float> one, two;   // log-odds
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

std::vector<Sample> load(const std::string& path) {
  std::vector<Sample> pages;
  std::ifstream in(path);
  std::string row;
  while (std::getline(in, row)) {
    std::stringstream cells(row);
    Sample page;
    std::string file;
    std::getline(cells, page.set, '\t');
    std::getline(cells, page.kind, '\t');
    std::getline(cells, page.id, '\t');
    std::getline(cells, page.site, '\t');
    std::getline(cells, file, '\t');
    std::getline(cells, page.marks, '\t');
    page.text = slurp(file);
    page.fold = fold_of(page.site);
    pages.push_back(std::move(page));
  }
  return pages;
}

void label(Sample& page) {
  std::size_t line = 0, at = 0;
  double core = 0, prose = 0;
  for (const Line& l : page.lines.lines) {
    prose += l.prose() ? l.words : 0;
    while (at < l.span.begin) line += page.text[at++] == '\n';
    page.labels.push_back(page.marks[line]);
    if (page.marks[line] == '+') core += l.words;
  }
  core = std::max({core, 100.0, prose * 0.4});   // no page may outweigh the others, whatever its gold left out
  for (std::size_t i = 0; i < page.labels.size(); ++i) {
    const double w = page.lines.lines[i].words / core + 1.0 / 40;
    page.weights.push_back(page.labels[i] == '_' ? 0.0F : static_cast<float>(w));
  }
}

void report(const std::vector<Sample>& pages, bool second) {
  std::map<std::string, std::array<double, 5>> sums;
  for (const Sample& page : pages) {
    double tp = 0, fp = 0, fn = 0;
    auto& sum = sums[page.set + "." + page.kind + (page.corpus_mode ? ".corpus" : "")];
    const auto& scores = second ? page.two : page.one;
    for (std::size_t i = 0; i < scores.size(); ++i) {
      if (page.labels[i] == '_') continue;
      const bool gold = page.labels[i] == '+', got = scores[i] > 0;
      const double w = page.lines.lines[i].words;
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
    std::printf("  %-28s words P %.2f R %.2f F1 %.2f   lines F1 %.2f\n", name.c_str(), 100 * p, 100 * r,
                200 * p * r / (p + r), 200 * s[2] / (2 * s[2] + s[3]));
  }
  std::fflush(stdout);
}

fit::Data gather(const std::vector<Sample>& pages, bool second, int without) {
  fit::Data data(second ? stage_two_features : stage_one_features);
  for (const Sample& page : pages) {
    if (page.fold == without) continue;
    const Features features =
        second ? stage_two(page.first, page.lines.lines, page.reading.tokens, page.lines.facts, page.one) : Features{0, 0};
    data.add(second ? features : page.first, page.labels, page.weights);
  }
  return data;
}

void write_model(const Model& model, const char* stage, std::ostream& out) {
  out << stage << ".bias";
  for (std::size_t i = 0; i < tree_depth; ++i) out << "\t-\t0";
  out << '\t' << std::lround(model.bias * 1000) << '\n';
  int number = 0;
  for (const Tree& tree : model.trees) {
    char name[32];
    std::snprintf(name, sizeof name, "%s.%03d", stage, ++number);
    out << name;
    for (std::size_t i = 0; i < tree_depth; ++i) {
      out << '\t' << feature_name(tree.feature[i]) << '\t' << int{tree.threshold[i]};
    }
    out << '\t';
    for (std::size_t i = 0; i < tree_leaves; ++i) out << (i ? " " : "") << std::lround(tree.value[i] * 1000);
    out << '\n';
  }
}

void predictions(const std::vector<Sample>& pages, const std::string& folder, const Mechanisms& mechanisms) {
  for (const Sample& page : pages) {
    const Structure structure = find_structure(page.document, page.reading, page.lines, page.two, mechanisms);
    std::ofstream out(folder + "/" + page.set + "." + page.kind + (page.corpus_mode ? ".corpus." : ".") + page.id);
    std::size_t line = 0, at = 0;
    for (std::size_t i = 0; i < page.two.size(); ++i) {
      const Line& l = page.lines.lines[i];
      while (at < l.span.begin) line += page.text[at++] == '\n';
      out << line + 1 << '\t' << (is_core(structure.kinds[i]) ? 1 : -1) << '\t' << page.two[i] << '\t' << page.one[i] << '\t' << int{page.lines.facts.cue[i]} << '\t' << page.labels[i] << '\n';
    }
  }
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 3) return 2;
  std::vector<Sample> pages = load(argv[1]);
  Problems problems;
  const auto rules = Rules::load({}, problems);
  if (!rules) return 1;
  const Cues cues(*rules, problems, "en");
  cues.check_examples(problems);
  for (const Problem& p : problems) std::fprintf(stderr, "%s:%u: %s %s\n", p.file.c_str(), p.line, p.message.c_str(), p.source_line.c_str());
  std::map<std::string, Corpus> corpora;
  const Corpus none;
  for (const Sample& page : pages) {
    Document document;
    document.text = page.text;
    if (page.kind == "dump_a") corpora[page.set].add(document);
  }
  const std::size_t single = pages.size();
  for (std::size_t i = 0; i < single; ++i) {
    if (pages[i].kind != "dump_a" || pages[i].set == "wcxb_dev") continue;
    pages.push_back(pages[i]);
    pages.back().corpus_mode = true;
  }
  std::size_t lines = 0;
  for (Sample& page : pages) {
    page.document.text = page.text;
    rules::read_text(*rules, page.document.text, page.reading);
    page.lines = read_page(page.document, page.reading, cues, page.corpus_mode ? corpora[page.set] : none);
    label(page);
    page.first = stage_one(page.lines.lines, page.reading.tokens, page.lines.facts);
    lines += page.labels.size();
  }
  std::printf("%zu pages, %zu lines\n", pages.size(), lines);
  fit::Settings one, two;
  one.trees = 100;
  two.trees = 120;
  if (const char* t = std::getenv("FIT_TREES")) one.trees = two.trees = std::atoi(t);
  if (const char* t = std::getenv("FIT_RATE")) one.rate = two.rate = std::atof(t);
  if (const char* t = std::getenv("FIT_ROWS")) one.rows = two.rows = std::atof(t);
  if (const char* t = std::getenv("FIT_COLUMNS")) one.columns = two.columns = std::atof(t);
  if (const char* t = std::getenv("FIT_LAMBDA")) one.lambda = two.lambda = std::atof(t);
  for (int fold = 0; fold < folds; ++fold) {
    const Model model = fit::boost(gather(pages, false, fold), one);
    for (Sample& page : pages) {
      if (page.fold == fold) page.one = evaluate(model, page.first);
    }
  }
  std::printf("stage one, held out\n");
  report(pages, false);
  for (int fold = 0; fold < folds; ++fold) {
    const Model model = fit::boost(gather(pages, true, fold), two);
    for (Sample& page : pages) {
      if (page.fold != fold) continue;
      page.two = evaluate(model, stage_two(page.first, page.lines.lines, page.reading.tokens, page.lines.facts, page.one));
    }
  }
  std::printf("stage two, held out\n");
  report(pages, true);
  if (argc > 3) predictions(pages, argv[3], Mechanisms(*rules));
  std::ofstream out(argv[2]);
  out << "# Weights of the line classifier: boosted oblivious trees in two stages. A row is a tree: five questions\n"
         "# (feature greater than threshold?), whose answers, first question highest, pick one of 32 values (thousandths of log-odds).\n"
         "# Generated by data/make/fit_segment.cc; see docs/segment.md. Do not edit.\n";
  out << "name";
  for (std::size_t i = 1; i <= tree_depth; ++i) out << "\tfeature" << i << "\tthreshold" << i;
  out << "\tvalues\n";
  write_model(fit::boost(gather(pages, false, -1), one), "stage-one", out);
  write_model(fit::boost(gather(pages, true, -1), two), "stage-two", out);
}
