#include "annotate/place_evidence.h"

#include <cmath>

namespace dateline::annotate {
namespace {

// Codes of countries and divisions are short.
std::uint64_t mix(std::uint64_t seed, std::string_view code) {
  for (const char c : code) seed = (seed << 8 | static_cast<unsigned char>(c)) ^ seed >> 47;
  seed = (seed ^ (std::uint64_t{code.size()} << 56)) * 0x9E3779B97F4A7C15U;
  return seed ^ (seed >> 31);
}

constexpr std::uint64_t country_seed = 1;
constexpr std::int32_t columns = 360;

std::uint32_t cell_key(std::int32_t row, std::int32_t column) {
  if (column < -columns / 2) column += columns;
  if (column >= columns / 2) column -= columns;
  return static_cast<std::uint32_t>((row + 90) * columns + column + columns / 2);
}

bool has_cell(const PlaceFacts& facts) {
  return facts.level == PlaceLevel::city || facts.level == PlaceLevel::facility ||
         facts.level == PlaceLevel::admin2;
}

}  // namespace

void PlaceEvidence::clear() {
  keys_.clear();
  cell_keys_.clear();
  sums_.assign(1, 0);
  cell_sums_.assign(1, 0);
  cells_.assign(1, {});
}

std::uint32_t PlaceEvidence::intern(std::uint64_t key) {
  const auto folded = static_cast<std::uint32_t>(key ^ (key >> 32));
  const std::uint32_t known = keys_.find(folded);
  if (known != FlatMap::none) return known;
  const auto number = static_cast<std::uint32_t>(sums_.size());
  keys_.set(folded, number);
  sums_.push_back(0);
  return number;
}

std::uint32_t PlaceEvidence::country(std::string_view code) {
  return code.empty() ? 0 : intern(mix(country_seed, code));
}

EvidenceKeys PlaceEvidence::keys_of(const PlaceFacts& facts) {
  EvidenceKeys keys;
  if (facts.country.empty()) return keys;
  std::uint64_t key = mix(country_seed, facts.country);
  keys.country = intern(key);
  key = mix(key, facts.admin1);
  if (!facts.admin1.empty()) keys.admin1 = intern(key);
  if (!facts.admin2.empty()) keys.admin2 = intern(mix(key, facts.admin2));
  if (!has_cell(facts)) return keys;
  const auto row = static_cast<std::int32_t>(std::floor(facts.lat));
  const auto column = static_cast<std::int32_t>(std::floor(facts.lon));
  keys.cell = cell_keys_.find(cell_key(row, column));
  if (keys.cell != FlatMap::none) return keys;
  keys.cell = static_cast<std::uint32_t>(cells_.size());
  cell_keys_.set(cell_key(row, column), keys.cell);
  cells_.push_back({row, column, {}});
  cell_sums_.push_back(0);
  return keys;
}

void PlaceEvidence::add(const EvidenceKeys& keys, double weight) {
  // Sums of [0] are kept at 0 by adding nothing there.
  sums_[keys.country] += keys.country == 0 ? 0 : weight;
  sums_[keys.admin1] += keys.admin1 == 0 ? 0 : weight;
  sums_[keys.admin2] += keys.admin2 == 0 ? 0 : weight;
  cell_sums_[keys.cell] += keys.cell == 0 ? 0 : weight;
}

void PlaceEvidence::link_cells() {
  for (std::size_t i = 1; i < cells_.size(); ++i) {
    Cell& cell = cells_[i];
    std::size_t count = 0;
    for (std::int32_t north = -1; north <= 1; ++north) {
      for (std::int32_t east = -1; east <= 1; ++east) {
        const std::uint32_t other = cell_keys_.find(cell_key(cell.row + north, cell.column + east));
        if (other != FlatMap::none) cell.around[count++] = other;
      }
    }
  }
}

double PlaceEvidence::near(std::uint32_t cell) const {
  double sum = 0;
  for (const std::uint32_t other : cells_[cell].around) {
    if (other == 0) break;
    sum += cell_sums_[other];
  }
  return sum;
}

}  // namespace dateline::annotate
