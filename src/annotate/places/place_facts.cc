#include "annotate/places/place_facts.h"

#include <algorithm>
#include <array>

namespace dateline::annotate {
namespace {

struct Kind {
  std::string_view table;
  PlaceLevel level;
};
constexpr std::array<Kind, 7> tables_of_places = {{{"countries", PlaceLevel::country},
                                                   {"regions", PlaceLevel::world},
                                                   {"admin1", PlaceLevel::admin1},
                                                   {"admin1_short", PlaceLevel::admin1},
                                                   {"admin2", PlaceLevel::admin2},
                                                   {"places", PlaceLevel::city},
                                                   {"places_extra", PlaceLevel::city}}};

const Kind* kind_of(const rules::Table& table) {
  for (const Kind& kind : tables_of_places) {
    if (kind.table == table.name()) return &kind;
  }
  return nullptr;
}

// The hand-made tables say in `kind` what a place is.
PlaceLevel level_of(PlaceLevel level, std::string_view kind) {
  if (kind.empty()) return level;
  if (kind == "sea" || kind == "strait" || kind == "river" || kind == "lake" || kind == "canal" ||
      kind == "water") {
    return PlaceLevel::water;
  }
  if (kind == "facility" || kind == "camp") return PlaceLevel::facility;
  return kind == "city" ? PlaceLevel::city : PlaceLevel::world;
}

}  // namespace

void locate(const PlaceFacts& facts, Mention& mention) {
  mention.country = facts.country;
  mention.where = Coordinates{facts.lat, facts.lon};
}

PlaceTables::PlaceTables(const Rules& rules) {
  for (const Kind& kind : tables_of_places) {
    if (const rules::Table* table = rules::table(rules, kind.table))
      columns_.push_back(look_up_columns(*table));
  }
  const rules::Table* list = rules::table(rules, "countries");
  for (rules::RowId row = 0; list != nullptr && row < list->rows(); ++row)
    countries_.push_back(facts(*list, row));
  std::sort(countries_.begin(), countries_.end(),
            [](const PlaceFacts& a, const PlaceFacts& b) { return a.country < b.country; });
}

bool PlaceTables::holds_places(const rules::Table& table) const {
  return known_columns(table) != nullptr || kind_of(table) != nullptr;
}

PlaceTables::Columns PlaceTables::look_up_columns(const rules::Table& table) {
  const Kind* kind = kind_of(table);
  return {&table,
          kind == nullptr ? PlaceLevel::world : kind->level,
          table.column("full") >= 0,
          table.column("full") >= 0 ? table.column("full") : table.column("name"),
          table.column("country"),
          table.column("admin1"),
          table.column("admin2"),
          table.column("feature"),
          table.column("kind"),
          table.column("population"),
          table.column("lat"),
          table.column("lon"),
          table.column("geonames")};
}

const PlaceTables::Columns* PlaceTables::known_columns(const rules::Table& table) const {
  for (const Columns& columns : columns_) {
    if (columns.table == &table) return &columns;
  }
  return nullptr;
}

PlaceFacts PlaceTables::facts(const rules::Table& table, rules::RowId row) const {
  const Columns* columns = known_columns(table);
  return read(columns != nullptr ? *columns : look_up_columns(table), row);
}

PlaceFacts PlaceTables::read(const Columns& columns, rules::RowId row) {
  const rules::Table& table = *columns.table;
  const auto text = [&](int column) {
    return column < 0 ? std::string_view() : table.text(row, column);
  };
  PlaceFacts facts;
  facts.table = &table;
  facts.row = row;
  facts.kind = text(columns.kind);
  facts.level = level_of(columns.level, facts.kind);
  facts.short_form = columns.short_form;
  facts.gazetteer = columns.geonames >= 0;
  facts.country = text(columns.country);
  facts.admin1 = text(columns.admin1);
  facts.admin2 = text(columns.admin2);
  // Hand-made regions that are divisions: "Scotland".
  if (facts.level == PlaceLevel::world && !facts.admin1.empty()) facts.level = PlaceLevel::admin1;
  facts.feature = text(columns.feature);
  facts.population = static_cast<double>(table.integer(row, columns.population));
  facts.lat = table.real(row, columns.lat);
  facts.lon = table.real(row, columns.lon);
  return facts;
}

std::string_view PlaceTables::name(const PlaceFacts& facts) const {
  const Columns* columns = known_columns(*facts.table);
  return facts.table->text(facts.row,
                           (columns != nullptr ? *columns : look_up_columns(*facts.table)).name);
}

std::int64_t PlaceTables::geonames(const PlaceFacts& facts) const {
  const Columns* columns = known_columns(*facts.table);
  const int column = columns != nullptr ? columns->geonames : facts.table->column("geonames");
  return facts.table->integer(facts.row, column);
}

const PlaceFacts* PlaceTables::country(std::string_view code) const {
  const auto it =
      std::lower_bound(countries_.begin(), countries_.end(), code,
                       [](const PlaceFacts& a, std::string_view b) { return a.country < b; });
  return it != countries_.end() && it->country == code ? &*it : nullptr;
}

}  // namespace dateline::annotate
