// Gradient boosting of oblivious trees on byte features: histograms, second-order gains, rows and
// columns sampled. Deterministic: its own generator, fixed seed.
#pragma once

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <numeric>
#include <string>
#include <vector>

#include "segment/kinds/trees.h"

namespace dateline::segment::fit {

struct Settings {
  int trees = 150;
  double rate = 0.08;
  double lambda = 2.0;
  double rows = 0.2;     // share of the rows that a tree sees
  double columns = 0.2;  // share of the columns
  std::uint64_t seed = 1;
};

class Data {
 public:
  explicit Data(std::size_t columns) : columns_(columns) {}
  void add(const Features& features, const std::string& labels, const std::vector<float>& weights) {
    for (std::size_t i = 0; i < features.rows(); ++i) {
      if (weights[i] <= 0) continue;
      label.push_back(labels[i] == '+');
      weight.push_back(weights[i]);
      for (std::size_t c = 0; c < columns_.size(); ++c)
        columns_[c].push_back(features.column(c)[i]);
    }
  }
  [[nodiscard]] std::size_t rows() const { return label.size(); }
  [[nodiscard]] std::size_t columns() const { return columns_.size(); }
  [[nodiscard]] const std::vector<std::uint8_t>& column(std::size_t c) const { return columns_[c]; }
  std::vector<std::uint8_t> label;
  std::vector<float> weight;

 private:
  std::vector<std::vector<std::uint8_t>> columns_;
};

constexpr std::size_t bins = 32;

class Random {
 public:
  explicit Random(std::uint64_t seed) : state_(seed * 0x9E3779B97F4A7C15ULL + 1) {}
  std::uint64_t next() {
    state_ ^= state_ << 13;
    state_ ^= state_ >> 7;
    state_ ^= state_ << 17;
    return state_;
  }
  double unit() { return static_cast<double>(next() >> 11) * 0x1.0p-53; }

 private:
  std::uint64_t state_;
};

// For each column at most `bins` classes of values of about equal size; edges[b] is the greatest
// value of class b.
struct Binned {
  std::vector<std::vector<std::uint8_t>> edges;
  std::vector<std::vector<std::uint8_t>> cells;
};

inline Binned bin(const Data& data) {
  Binned out;
  for (std::size_t c = 0; c < data.columns(); ++c) {
    std::array<double, 256> mass{};
    double total = 0;
    for (std::size_t i = 0; i < data.rows(); ++i) mass[data.column(c)[i]] += 1;
    for (const double m : mass) total += m;
    std::vector<std::uint8_t> edges;
    double seen = 0;
    for (std::size_t v = 0; v < 256; ++v) {
      if (mass[v] == 0) continue;
      seen += mass[v];
      if (seen >= total * static_cast<double>(edges.size() + 1) / bins || mass[v] > total / bins) {
        if (edges.size() + 1 < bins) edges.push_back(static_cast<std::uint8_t>(v));
      }
    }
    std::size_t greatest = 255;
    while (greatest > 0 && mass[greatest] == 0) --greatest;
    if (!edges.empty() && edges.back() == greatest) edges.pop_back();  // it parts nothing
    std::array<std::uint8_t, 256> to{};
    for (std::size_t v = 0, b = 0; v < 256; ++v) {
      while (b < edges.size() && v > edges[b]) ++b;
      to[v] = static_cast<std::uint8_t>(b);
    }
    std::vector<std::uint8_t> cells(data.rows());
    for (std::size_t i = 0; i < data.rows(); ++i) cells[i] = to[data.column(c)[i]];
    out.edges.push_back(std::move(edges));
    out.cells.push_back(std::move(cells));
  }
  return out;
}

class Booster {
 public:
  Booster(const Data& data, const Settings& settings)
      : data_(data), settings_(settings), binned_(bin(data)), random_(settings.seed) {
    double plus = 0, all = 0;
    for (std::size_t i = 0; i < data.rows(); ++i) {
      all += data.weight[i];
      plus += data.label[i] ? data.weight[i] : 0;
    }
    model_.bias = static_cast<std::int16_t>(std::lround(std::log(plus / (all - plus)) * 1000));
    scale_ = static_cast<double>(data.rows()) / all;
    score_.assign(data.rows(), static_cast<float>(model_.bias) / 1000);
    leaf_.resize(data.rows());
  }

  [[nodiscard]] Model run() {
    for (int t = 0; t < settings_.trees; ++t) {
      draw_rows();
      const std::vector<std::size_t> columns = draw_columns();
      if (columns.empty()) continue;
      Tree tree;
      for (std::size_t level = 0; level < tree_depth; ++level)
        ask(best(columns, level), level, tree);
      set_values(tree);
      add_to_scores(tree);
      model_.trees.push_back(tree);
    }
    return std::move(model_);
  }

 private:
  struct Question {
    std::size_t column = 0, bin = 0;
    double gain = -1;
  };
  using Sums = std::array<float, 2>;  // of gradients, and of their derivatives

  // The rows that the next tree sees, with their gradients.
  void draw_rows() {
    sample_.clear(), g_.clear(), h_.clear();
    for (std::size_t i = 0; i < data_.rows(); ++i) {
      if (random_.unit() >= settings_.rows) continue;
      const double p = 1 / (1 + std::exp(-static_cast<double>(score_[i])));
      const double w = data_.weight[i] * scale_;
      sample_.push_back(static_cast<std::uint32_t>(i));
      g_.push_back(static_cast<float>(w * (p - data_.label[i])));
      h_.push_back(static_cast<float>(w * p * (1 - p)));
    }
    at_.assign(sample_.size(), 0);
  }

  std::vector<std::size_t> draw_columns() {
    std::vector<std::size_t> columns;
    for (std::size_t c = 0; c < data_.columns(); ++c) {
      if (random_.unit() < settings_.columns && !binned_.edges[c].empty()) columns.push_back(c);
    }
    return columns;
  }

  // The question that parts the rows of all leaves best.
  [[nodiscard]] Question best(const std::vector<std::size_t>& columns, std::size_t level) const {
    Question best{columns[0]};
    const std::size_t leaves = std::size_t{1} << level;
    std::vector<Sums> hist(leaves * bins);
    for (const std::size_t c : columns) {
      std::fill(hist.begin(), hist.end(), Sums{0, 0});
      const std::uint8_t* cells = binned_.cells[c].data();
      for (std::size_t k = 0; k < sample_.size(); ++k) {
        Sums& cell = hist[at_[k] * bins + cells[sample_[k]]];
        cell[0] += g_[k];
        cell[1] += h_[k];
      }
      const std::size_t count = binned_.edges[c].size();
      const std::array<double, bins> gain = gains(hist, leaves, count);
      for (std::size_t b = 0; b < count; ++b) {
        if (gain[b] > best.gain) best = {c, b, gain[b]};
      }
    }
    return best;
  }

  [[nodiscard]] std::array<double, bins> gains(const std::vector<Sums>& hist, std::size_t leaves,
                                               std::size_t count) const {
    std::array<double, bins> gain{};
    for (std::size_t l = 0; l < leaves; ++l) {
      double tg = 0, th = 0, lg = 0, lh = 0;
      for (std::size_t b = 0; b <= count && b < bins; ++b)
        tg += hist[l * bins + b][0], th += hist[l * bins + b][1];
      for (std::size_t b = 0; b < count; ++b) {
        lg += hist[l * bins + b][0], lh += hist[l * bins + b][1];
        const double rg = tg - lg, rh = th - lh;
        gain[b] += lg * lg / (lh + settings_.lambda) + rg * rg / (rh + settings_.lambda);
      }
    }
    return gain;
  }

  void ask(const Question& question, std::size_t level, Tree& tree) {
    tree.feature[level] = static_cast<std::uint16_t>(question.column);
    tree.threshold[level] = binned_.edges[question.column][question.bin];
    const std::uint8_t* cells = binned_.cells[question.column].data();
    for (std::size_t k = 0; k < sample_.size(); ++k) {
      at_[k] =
          static_cast<std::uint8_t>((at_[k] << 1) | (cells[sample_[k]] > question.bin ? 1 : 0));
    }
  }

  void set_values(Tree& tree) const {
    std::array<double, tree_leaves> lg{}, lh{};
    for (std::size_t k = 0; k < sample_.size(); ++k) lg[at_[k]] += g_[k], lh[at_[k]] += h_[k];
    for (std::size_t l = 0; l < tree_leaves; ++l) {
      tree.value[l] = static_cast<std::int16_t>(
          std::lround(-lg[l] / (lh[l] + settings_.lambda) * settings_.rate * 1000));
    }
  }

  void add_to_scores(const Tree& tree) {
    std::fill(leaf_.begin(), leaf_.end(), std::uint8_t{0});
    for (std::size_t level = 0; level < tree_depth; ++level) {
      const std::uint8_t* cells = data_.column(tree.feature[level]).data();
      for (std::size_t i = 0; i < leaf_.size(); ++i) {
        leaf_[i] =
            static_cast<std::uint8_t>((leaf_[i] << 1) | (cells[i] > tree.threshold[level] ? 1 : 0));
      }
    }
    for (std::size_t i = 0; i < leaf_.size(); ++i)
      score_[i] += static_cast<float>(tree.value[leaf_[i]]) / 1000;
  }

  const Data& data_;
  const Settings& settings_;
  const Binned binned_;
  Random random_;
  Model model_;
  double scale_ = 1;  // of weights, so that their mean is 1
  std::vector<float> score_;
  std::vector<std::uint8_t> leaf_;     // of every row, in the last tree
  std::vector<std::uint32_t> sample_;  // rows
  std::vector<float> g_, h_;           // one a row of the sample
  std::vector<std::uint8_t> at_;       // its node
};

inline Model boost(const Data& data, const Settings& settings) {
  return Booster(data, settings).run();
}

}  // namespace dateline::segment::fit
