// What an article says of countries, divisions and neighbourhoods on the map, as sums of weights.
// Keys are interned once a candidate, so that a round of resolution is array arithmetic.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>
#include <vector>

#include "annotate/places/place_facts.h"
#include "annotate/words/flat_map.h"

namespace dateline::annotate {

[[nodiscard]] PlaceKeys keys_of(const PlaceFacts& facts);
[[nodiscard]] std::uint32_t key_of_country(std::string_view code);

// Numbers of one candidate's keys in an article; 0 stands for none.
struct EvidenceKeys {
  std::uint32_t country = 0, admin1 = 0, admin2 = 0, cell = 0;
};

class PlaceEvidence {
 public:
  PlaceEvidence() { clear(); }
  void clear();
  [[nodiscard]] EvidenceKeys intern(const PlaceKeys& keys);
  [[nodiscard]] std::uint32_t country(std::string_view code) {
    return intern(key_of_country(code));
  }
  void add(std::uint32_t key, double weight) { sums_[key] += weight; }
  void add(const EvidenceKeys& keys, double weight) {
    sums_[keys.country] += weight;
    sums_[keys.admin1] += weight;
    sums_[keys.admin2] += weight;
    cell_sums_[keys.cell] += weight;
    sums_[0] = cell_sums_[0] = 0;  // cheaper than asking each key whether it is none
  }
  [[nodiscard]] double at(std::uint32_t key) const { return sums_[key]; }
  // After the last intern: which cells lie beside which.
  void link_cells();
  // The sum over a cell and the eight around it.
  [[nodiscard]] double near(std::uint32_t cell) const;

 private:
  struct Cell {
    std::uint32_t key = 0;
    std::array<std::uint32_t, 9> around{};  // itself included; ends at the first 0
  };
  [[nodiscard]] std::uint32_t intern(std::uint32_t key);

  FlatMap keys_, cell_keys_;
  std::vector<double> sums_;  // [0] stays 0, of these three
  std::vector<double> cell_sums_;
  std::vector<Cell> cells_;
};

}  // namespace dateline::annotate
