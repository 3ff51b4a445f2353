// Fits the weights of titles from development pages and prints them as a table.
//
//   fit-title PAGES.tsv PREDICTIONS_DIR WEIGHTS.tsv
//
// PAGES.tsv comes from list_segment_pages.py, PREDICTIONS_DIR from fit-segment: its held-out scores
// say where the text of an unseen page would begin. A softmax over the candidates of a page and "no
// title"; Adagrad; what is printed is cross-validated by site (5 folds).
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

#include "read/read.h"
#include "segment/articles/title.h"
#include "segment/kinds/core.h"
#include "segment/segment.h"
#include "text/text.h"

using namespace dateline;
using namespace dateline::segment;

namespace {

constexpr int folds = 5;
// Off what was fitted: a title that is not the page's own harms less than none at all.
constexpr float none_bonus = -1.5F;

struct Choice {
  TitleSigns signs;
  bool right = false;
};
struct Example {
  std::string group;
  int fold = 0;
  std::vector<Choice> choices;  // the first is "none"
};
using Weights = std::array<float, title_signs>;

int fold_of(const std::string& site) {
  std::uint32_t h = 2166136261U;
  for (const char c : site) h = (h ^ static_cast<unsigned char>(c)) * 16777619U;
  return static_cast<int>((h >> 8) % folds);
}

std::vector<std::uint32_t> words_of(const std::string& text) {
  text::Tokens tokens;
  text::tokenize(text, tokens);
  std::vector<std::uint32_t> out;
  for (std::uint32_t i = 0; i < tokens.size(); ++i) {
    if (tokens.has(i, text::is_word | text::is_number)) out.push_back(tokens.hash[i]);
  }
  return out;
}

// Equal, or one of three words and more begins the other.
bool same_title(const std::vector<std::uint32_t>& a, const std::vector<std::uint32_t>& b) {
  const std::size_t shorter = std::min(a.size(), b.size());
  return a == b ||
         (shorter >= 3 &&
          std::equal(a.begin(), a.begin() + static_cast<std::ptrdiff_t>(shorter), b.begin()));
}

std::vector<float> read_scores(const std::string& path) {
  std::vector<float> scores;
  std::ifstream in(path);
  std::string row, cell;
  while (std::getline(in, row)) {
    std::stringstream cells(row);
    for (int i = 0; i < 3; ++i) std::getline(cells, cell, '\t');
    scores.push_back(static_cast<float>(std::atof(cell.c_str())));
  }
  return scores;
}

struct TitleSource {
  const Document& document;
  const rules::Reading& reading;
  const Page& page;
  const std::vector<float>& scores;
};

void add_example(Example example, const TitleSource& source, const TitleWeights& weights,
                 const std::vector<std::uint32_t>& title, std::vector<Example>& out) {
  const std::vector<bool> core = core_lines(source.reading, source.page, source.scores);
  const auto first =
      static_cast<std::size_t>(std::find(core.begin(), core.end(), true) - core.begin());
  if (first == core.size()) return;
  example.choices.emplace_back().signs[TitleSign::none] = 1;
  bool stands = false;
  const TitleFinder finder(source.document, source.reading, source.page, core, source.scores,
                           weights);
  for (const auto& candidate :
       finder.candidates(0, {first, core.size(), first, ArticleLines::none})) {
    const Span line = source.page.lines[candidate.line].span;
    const bool right = same_title(words_of(std::string(line.of(source.document.text))), title);
    example.choices.push_back({candidate.signs, right});
    stands = stands || right;
  }
  example.choices[0].right = !stands;
  out.push_back(std::move(example));
}

std::vector<Example> load(const char* pages, const std::string& predictions, const Rules& rules) {
  Problems problems;
  const Cues cues(rules, problems, "en");
  const TitleWeights weights(rules);
  std::vector<Example> out;
  std::ifstream in(pages);
  std::string row;
  while (std::getline(in, row)) {
    std::array<std::string, 7> cells;  // set, kind, id, site, path, gold, title
    std::stringstream text(row);
    for (std::string& cell : cells) std::getline(text, cell, '\t');
    if (cells[1] == "html" || cells[6].empty()) continue;
    Document document;
    read::read_file(
        cells[4], {},
        [&](Document&& read) {
          document = std::move(read);
          return true;
        },
        problems);
    rules::Reading reading;
    rules::read_text(rules, document.text, reading);
    Page page = read_page(document, reading, cues, Corpus());
    const std::vector<std::uint32_t> title = words_of(cells[6]);
    for (const char* variant : {"", ".blanks"}) {  // as it is, and without blank lines
      const std::string group = cells[0] + "." + cells[1] + variant;
      const std::vector<float> scores =
          read_scores(predictions + "/" + group + "." + cells[2] + ".tsv");
      if (scores.size() != page.lines.size()) break;
      if (*variant != 0) {
        for (Line& line : page.lines) line.blank_before = line.blank_after = false;
      }
      add_example({group, fold_of(cells[3]), {}}, TitleSource{document, reading, page, scores},
                  weights, title, out);
    }
  }
  return out;
}

float sum(const Weights& weights, const TitleSigns& signs) {
  float out = 0;
  for (std::size_t i = 0; i < title_signs; ++i) out += weights[i] * signs.values()[i];
  return out;
}

// The gradient of minus the log of the share that the right choices have.
Weights gradient(const Weights& weights, const Example& example) {
  std::vector<float> shares;
  float all = 0, right = 0;
  for (const Choice& choice : example.choices) {
    shares.push_back(std::exp(sum(weights, choice.signs)));
    all += shares.back();
    right += choice.right ? shares.back() : 0;
  }
  Weights out{};
  for (std::size_t k = 0; k < shares.size(); ++k) {
    const Choice& choice = example.choices[k];
    const float much = shares[k] / all - (choice.right ? shares[k] / right : 0);
    for (std::size_t i = 0; i < title_signs; ++i) out[i] += much * choice.signs.values()[i];
  }
  return out;
}

Weights fit(const std::vector<Example>& examples, int without) {
  constexpr int rounds = 40;
  constexpr float rate = 0.3F, decay = 1e-3F;
  Weights weights{}, squares;
  squares.fill(1e-6F);
  for (int round = 0; round < rounds; ++round) {
    for (const Example& example : examples) {
      if (example.fold == without) continue;
      const Weights slope = gradient(weights, example);
      for (std::size_t i = 0; i < title_signs; ++i) {
        const float g = slope[i] + decay * weights[i];
        squares[i] += g * g;
        weights[i] -= rate * g / std::sqrt(squares[i]);
      }
    }
  }
  weights[static_cast<std::size_t>(TitleSign::none)] += none_bonus;
  return weights;
}

void report(const std::vector<Example>& examples) {
  struct Count {
    int pages = 0, stands = 0, right = 0, rightly_none = 0;
  };
  std::map<std::string, Count> counts;
  for (int fold = 0; fold < folds; ++fold) {
    const Weights weights = fit(examples, fold);
    for (const Example& example : examples) {
      if (example.fold != fold) continue;
      const auto best = std::max_element(example.choices.begin(), example.choices.end(),
                                         [&](const auto& a, const auto& b) {
                                           return sum(weights, a.signs) < sum(weights, b.signs);
                                         });
      Count& count = counts[example.group];
      ++count.pages;
      const bool stands = !example.choices[0].right;
      count.stands += stands;
      (stands ? count.right : count.rightly_none) += best->right;
    }
  }
  for (const auto& [group, c] : counts) {
    std::printf(
        "%-24s title stands on %d of %d pages, found %d (%.1f %%); of the others none taken: %d\n",
        group.c_str(), c.stands, c.pages, c.right, 100.0 * c.right / std::max(1, c.stands),
        c.rightly_none);
  }
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 4) return 2;
  Problems problems;
  const auto rules = Rules::load({}, problems);
  if (!rules) return 1;
  const std::vector<Example> examples = load(argv[1], argv[2], *rules);
  report(examples);
  const Weights weights = fit(examples, -1);
  std::ofstream out(argv[3]);
  out << "# Weights (thousandths) of what speaks for and against a line's being an article's "
         "title; `none` is that of there being\n"
         "# no title. Made by data/make/fit_title.cc; see docs/segment.md. Do not "
         "edit.\nname\tweight:int\n";
  for (std::size_t i = 0; i < title_signs; ++i)
    out << "title." << title_sign_names[i] << '\t' << std::lround(weights[i] * 1000) << '\n';
}
