#include "annotate/place_facts.h"

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
  for (const Columns& columns : columns_) {
    if (columns.table == &table) return true;
  }
  return kind_of(table) != nullptr;
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

PlaceTables::Columns PlaceTables::columns_of(const rules::Table& table) const {
  for (const Columns& columns : columns_) {
    if (columns.table == &table) return columns;
  }
  return look_up_columns(table);  // of an overlay, beside a built-in one of its name
}

PlaceFacts PlaceTables::facts(const rules::Table& table, rules::RowId row) const {
  const Columns c = columns_of(table);
  PlaceFacts facts;
  facts.table = &table;
  facts.row = row;
  facts.kind = table.text(row, c.kind);
  facts.level = level_of(c.level, facts.kind);
  facts.short_form = c.short_form;
  facts.gazetteer = c.geonames >= 0;
  facts.country = table.text(row, c.country);
  facts.admin1 = table.text(row, c.admin1);
  facts.admin2 = table.text(row, c.admin2);
  // Hand-made regions that are divisions: "Scotland".
  if (facts.level == PlaceLevel::world && !facts.admin1.empty()) facts.level = PlaceLevel::admin1;
  facts.feature = table.text(row, c.feature);
  facts.population = static_cast<double>(table.integer(row, c.population));
  facts.lat = table.real(row, c.lat);
  facts.lon = table.real(row, c.lon);
  return facts;
}

std::string_view PlaceTables::name(const PlaceFacts& facts) const {
  return facts.table->text(facts.row, columns_of(*facts.table).name);
}

std::int64_t PlaceTables::geonames(const PlaceFacts& facts) const {
  return facts.table->integer(facts.row, columns_of(*facts.table).geonames);
}

const PlaceFacts* PlaceTables::country(std::string_view code) const {
  const auto it =
      std::lower_bound(countries_.begin(), countries_.end(), code,
                       [](const PlaceFacts& a, std::string_view b) { return a.country < b; });
  return it != countries_.end() && it->country == code ? &*it : nullptr;
}

}  // namespace dateline::annotate
