// What the tables know of the names that begin at a unit: actors, clubs, companies, countries,
// regions, places.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "annotate/words/units.h"
#include "rules/rules.h"

namespace dateline::annotate {

// In order of trust.
enum class Source : std::uint8_t {
  actor,
  country,
  region,
  extra,
  admin1,
  admin2,
  place,
  club,
  company,
  none
};

struct Hit {
  std::uint32_t last = 0;  // the name is units [first, last)
  Source source = Source::none;
  bool alternate = false;
  rules::RowId row = 0;
  std::int64_t population = 0;  // of places
};

// What a row of the table of actors is; `other` is a name of something else that is never given
// out.
enum class ActorType : std::uint8_t { person, organization, media, place, other };

// A text column of the tables, by a name that is known when the program is built.
class Field {
 public:
  consteval Field(const char* name) : number_(find(name)) {}  // NOLINT: written as the name itself
  [[nodiscard]] std::size_t number() const { return number_; }
  static constexpr std::array<std::string_view, 7> names = {"country", "admin1", "feature", "kind",
                                                            "id",      "role",   "aliases"};

 private:
  static consteval std::size_t find(std::string_view name) {
    std::size_t i = 0;
    while (names.at(i) != name) ++i;  // a name that is not there does not compile
    return i;
  }
  std::size_t number_;
};

// The tables, found by their names once.
class Tables {
 public:
  explicit Tables(const Rules& rules);
  [[nodiscard]] const rules::Table* table(Source source) const {
    return tables_[static_cast<std::size_t>(source)];
  }
  [[nodiscard]] Source source_of(const rules::Table* table) const;
  [[nodiscard]] std::int64_t population(Source source, rules::RowId row) const;
  // The full row of a short form of a division ("Calif."); nothing for other rows.
  [[nodiscard]] std::optional<rules::RowId> full_row(const rules::NameHit& name) const;
  [[nodiscard]] ActorType actor_type(rules::RowId row) const { return actor_types_[row]; }
  // A text column; "" where the table has no such column.
  [[nodiscard]] std::string_view text(Source source, rules::RowId row, Field field) const;

 private:
  void read_actor_types();
  static constexpr std::size_t count_ = static_cast<std::size_t>(Source::none);
  const rules::Table* tables_[count_] = {};
  int population_[count_] = {};
  std::array<int, Field::names.size()> fields_[count_] = {};  // columns; -1: none
  std::vector<ActorType> actor_types_;
  const rules::Table* short_forms_ = nullptr;
  std::vector<rules::RowId> full_rows_;  // of admin1, one a row of short_forms_
};

[[nodiscard]] inline bool is_place(Source source) {
  return source >= Source::country && source <= Source::place;
}

// All hits of one article, made lazily for each capital unit. Buffers are reused.
class Lookup {
 public:
  Lookup(const Words& words, const Tables& tables)
      : rules_(words.rules()), words_(words), tables_(tables) {}
  void start(const rules::Reading& reading, const Units& units);
  // Longest first; ends at unit borders, on the same line.
  [[nodiscard]] std::span<const Hit> at(std::uint32_t unit);

 private:
  static constexpr std::uint32_t unknown = 0xFFFFFFFF;
  void look(std::uint32_t unit);
  void look_behind_article(std::uint32_t unit);
  [[nodiscard]] bool stands_short(std::uint32_t unit, std::uint32_t last) const;
  [[nodiscard]] std::uint32_t unit_ending(std::uint32_t unit, std::uint32_t token) const;

  const Rules& rules_;
  const Words& words_;
  const Tables& tables_;
  const rules::Reading* reading_ = nullptr;
  const Units* units_ = nullptr;
  std::vector<std::uint32_t> begin_;
  std::vector<std::uint32_t> count_;
  std::vector<Hit> hits_;
  std::vector<rules::NameHit> names_;
};

}  // namespace dateline::annotate
