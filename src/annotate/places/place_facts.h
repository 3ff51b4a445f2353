// What the gazetteer's tables say of one place, in one shape, whichever table it stands in.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "dateline/mention.h"
#include "rules/rules.h"

namespace dateline::annotate {

enum class PlaceLevel : std::uint8_t { world, country, admin1, admin2, city, facility, water };

struct PlaceFacts {
  const rules::Table* table = nullptr;
  rules::RowId row = 0;
  PlaceLevel level = PlaceLevel::city;
  bool short_form = false;  // "Calif.", "CA": counts only before a dot or after a comma
  bool gazetteer = false;   // of GeoNames, with an id
  std::string_view country, admin1, admin2;
  std::string_view feature;  // of GeoNames: PPLC
  std::string_view kind;     // as the table says it; empty for most
  double population = 0;
  double lat = 0, lon = 0;
};

// The country and the point, for a mention that keeps its own name.
void locate(const PlaceFacts& facts, Mention& mention);

// Where a place lies, as keys of evidence; 0: not known.
struct PlaceKeys {
  std::uint32_t country = 0, admin1 = 0, admin2 = 0;
  std::uint32_t cell = 0;  // of one degree; only of cities, facilities and second-order divisions
};

struct PlaceCandidate {
  PlaceFacts facts;
  bool alternate = false;  // by another name than the first of its row
  double score = 0;        // the prior: how likely this place is meant where nothing else is known
  PlaceKeys keys;
};

class PlaceTables {
 public:
  explicit PlaceTables(const Rules& rules);
  [[nodiscard]] bool holds_places(const rules::Table& table) const;
  [[nodiscard]] PlaceFacts facts(const rules::Table& table, rules::RowId row) const;
  // The place's full name, and its GeoNames id; 0 where it has none.
  [[nodiscard]] std::string_view name(const PlaceFacts& facts) const;
  [[nodiscard]] std::int64_t geonames(const PlaceFacts& facts) const;
  [[nodiscard]] const std::vector<PlaceFacts>& countries() const { return countries_; }
  // Null where no country has that code.
  [[nodiscard]] const PlaceFacts* country(std::string_view code) const;

 private:
  struct Columns {
    const rules::Table* table = nullptr;
    PlaceLevel level = PlaceLevel::world;
    bool short_form = false;
    int name, country, admin1, admin2, feature, kind, population, lat, lon, geonames;
  };
  [[nodiscard]] static Columns look_up_columns(const rules::Table& table);
  // Null for what is no table of places, or one of an overlay beside a built-in one of its name.
  [[nodiscard]] const Columns* known_columns(const rules::Table& table) const;
  [[nodiscard]] static PlaceFacts read(const Columns& columns, rules::RowId row);

  std::vector<Columns> columns_;       // of the tables that the rules give by name
  std::vector<PlaceFacts> countries_;  // sorted by code
};

}  // namespace dateline::annotate
