#include "annotate/places/place_evidence.h"

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

std::uint32_t folded(std::uint64_t key) { return static_cast<std::uint32_t>(key ^ (key >> 32)); }

// One more than the cell's number, as 0 is none.
std::uint32_t cell_key(std::int32_t row, std::int32_t column) {
  if (column < 0) column += columns;
  if (column >= columns) column -= columns;
  return static_cast<std::uint32_t>(row * columns + column + 1);
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

std::uint32_t key_of_country(std::string_view code) {
  return code.empty() ? 0 : folded(mix(country_seed, code));
}

PlaceKeys keys_of(const PlaceFacts& facts) {
  PlaceKeys keys;
  if (facts.country.empty()) return keys;
  std::uint64_t key = mix(country_seed, facts.country);
  keys.country = folded(key);
  key = mix(key, facts.admin1);
  if (!facts.admin1.empty()) keys.admin1 = folded(key);
  if (!facts.admin2.empty()) keys.admin2 = folded(mix(key, facts.admin2));
  if (has_cell(facts)) {
    keys.cell = cell_key(static_cast<std::int32_t>(std::floor(facts.lat)) + 90,
                         static_cast<std::int32_t>(std::floor(facts.lon)) + columns / 2);
  }
  return keys;
}

std::uint32_t PlaceEvidence::intern(std::uint32_t key) {
  if (key == 0) return 0;
  const std::uint32_t known = keys_.find(key);
  if (known != FlatMap::none) return known;
  const auto number = static_cast<std::uint32_t>(sums_.size());
  keys_.set(key, number);
  sums_.push_back(0);
  return number;
}

EvidenceKeys PlaceEvidence::intern(const PlaceKeys& place) {
  EvidenceKeys keys{intern(place.country), intern(place.admin1), intern(place.admin2), 0};
  if (place.cell == 0) return keys;
  keys.cell = cell_keys_.find(place.cell);
  if (keys.cell != FlatMap::none) return keys;
  keys.cell = static_cast<std::uint32_t>(cells_.size());
  cell_keys_.set(place.cell, keys.cell);
  cells_.push_back({place.cell, {}});
  cell_sums_.push_back(0);
  return keys;
}

void PlaceEvidence::link_cells() {
  for (std::size_t i = 1; i < cells_.size(); ++i) {
    Cell& cell = cells_[i];
    const auto number = static_cast<std::int32_t>(cell.key - 1);
    const std::int32_t row = number / columns, column = number % columns;
    std::size_t count = 0;
    for (std::int32_t north = -1; north <= 1; ++north) {
      for (std::int32_t east = -1; east <= 1; ++east) {
        const std::uint32_t other = cell_keys_.find(cell_key(row + north, column + east));
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
