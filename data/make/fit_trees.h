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

inline Model boost(const Data& data, const Settings& settings) {
  const Binned binned = bin(data);
  const std::size_t rows = data.rows();
  Random random(settings.seed);
  double plus = 0, all = 0;
  for (std::size_t i = 0; i < rows; ++i) {
    all += data.weight[i];
    plus += data.label[i] ? data.weight[i] : 0;
  }
  Model model;
  model.bias = static_cast<std::int16_t>(std::lround(std::log(plus / (all - plus)) * 1000));
  const double scale = static_cast<double>(rows) / all;  // mean weight 1
  std::vector<float> score(rows, static_cast<float>(model.bias) / 1000);
  std::vector<std::uint8_t> leaf(rows);
  std::vector<std::uint32_t> sample;
  std::vector<float> g, h;
  for (int t = 0; t < settings.trees; ++t) {
    sample.clear(), g.clear(), h.clear();
    for (std::size_t i = 0; i < rows; ++i) {
      if (random.unit() >= settings.rows) continue;
      const double p = 1 / (1 + std::exp(-static_cast<double>(score[i])));
      const double w = data.weight[i] * scale;
      sample.push_back(static_cast<std::uint32_t>(i));
      g.push_back(static_cast<float>(w * (p - data.label[i])));
      h.push_back(static_cast<float>(w * p * (1 - p)));
    }
    std::vector<std::uint8_t> at(sample.size(), 0);
    Tree tree;
    std::vector<std::size_t> columns;
    for (std::size_t c = 0; c < data.columns(); ++c) {
      if (random.unit() < settings.columns && !binned.edges[c].empty()) columns.push_back(c);
    }
    if (columns.empty()) continue;
    for (std::size_t level = 0; level < tree_depth; ++level) {
      const std::size_t leaves = std::size_t{1} << level;
      double best = -1;
      std::size_t best_column = columns[0], best_bin = 0;
      std::vector<std::array<float, 2>> hist(leaves * bins);
      for (const std::size_t c : columns) {
        std::fill(hist.begin(), hist.end(), std::array<float, 2>{0, 0});
        const std::uint8_t* cells = binned.cells[c].data();
        for (std::size_t k = 0; k < sample.size(); ++k) {
          auto& cell = hist[at[k] * bins + cells[sample[k]]];
          cell[0] += g[k];
          cell[1] += h[k];
        }
        const std::size_t count = binned.edges[c].size();
        std::array<double, bins> gain{};
        for (std::size_t l = 0; l < leaves; ++l) {
          double tg = 0, th = 0, lg = 0, lh = 0;
          for (std::size_t b = 0; b <= count && b < bins; ++b)
            tg += hist[l * bins + b][0], th += hist[l * bins + b][1];
          for (std::size_t b = 0; b < count; ++b) {
            lg += hist[l * bins + b][0], lh += hist[l * bins + b][1];
            const double rg = tg - lg, rh = th - lh;
            gain[b] += lg * lg / (lh + settings.lambda) + rg * rg / (rh + settings.lambda);
          }
        }
        for (std::size_t b = 0; b < count; ++b) {
          if (gain[b] > best) best = gain[b], best_column = c, best_bin = b;
        }
      }
      tree.feature[level] = static_cast<std::uint16_t>(best_column);
      tree.threshold[level] = binned.edges[best_column][best_bin];
      const std::uint8_t* cells = binned.cells[best_column].data();
      for (std::size_t k = 0; k < sample.size(); ++k) {
        at[k] = static_cast<std::uint8_t>((at[k] << 1) | (cells[sample[k]] > best_bin ? 1 : 0));
      }
    }
    std::array<double, tree_leaves> lg{}, lh{};
    for (std::size_t k = 0; k < sample.size(); ++k) lg[at[k]] += g[k], lh[at[k]] += h[k];
    for (std::size_t l = 0; l < tree_leaves; ++l) {
      tree.value[l] = static_cast<std::int16_t>(
          std::lround(-lg[l] / (lh[l] + settings.lambda) * settings.rate * 1000));
    }
    std::fill(leaf.begin(), leaf.end(), std::uint8_t{0});
    for (std::size_t level = 0; level < tree_depth; ++level) {
      const std::uint8_t* cells = data.column(tree.feature[level]).data();
      for (std::size_t i = 0; i < rows; ++i) {
        leaf[i] =
            static_cast<std::uint8_t>((leaf[i] << 1) | (cells[i] > tree.threshold[level] ? 1 : 0));
      }
    }
    for (std::size_t i = 0; i < rows; ++i)
      score[i] += static_cast<float>(tree.value[leaf[i]]) / 1000;
    model.trees.push_back(tree);
  }
  return model;
}

}  // namespace dateline::segment::fit
