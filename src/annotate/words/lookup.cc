// Names of all tables at a unit. A name that ends inside a unit is no hit ("Iran" in
// "Iran-Contra"), but for the dot of an abbreviation.
#include "annotate/words/lookup.h"

#include <algorithm>
#include <map>

namespace dateline::annotate {

namespace {

constexpr std::string_view table_names[] = {"actors",       "countries", "regions",
                                            "places_extra", "admin1",    "admin2",
                                            "places",       "clubs",     "companies"};

// The row of `full` with the same country and division, for each row of `short_forms`.
std::vector<rules::RowId> rows_of(const rules::Table& short_forms, const rules::Table& full) {
  const auto code_of = [](const rules::Table& table) {
    return [&table, country = table.column("country"),
            admin1 = table.column("admin1")](rules::RowId row) {
      return std::pair(table.text(row, country), table.text(row, admin1));
    };
  };
  const auto short_code = code_of(short_forms);
  const auto full_code = code_of(full);
  std::map<std::pair<std::string_view, std::string_view>, std::vector<rules::RowId>> wanted;
  for (rules::RowId row = 0; row < short_forms.rows(); ++row)
    wanted[short_code(row)].push_back(row);
  std::vector<rules::RowId> rows(short_forms.rows());
  for (rules::RowId row = 0; row < full.rows(); ++row) {
    const auto it = wanted.find(full_code(row));
    if (it == wanted.end()) continue;
    for (const rules::RowId one : it->second) rows[one] = row;
  }
  return rows;
}

}  // namespace

void Tables::read_actor_types() {
  const rules::Table* actors = table(Source::actor);
  if (actors == nullptr) return;
  const int type = actors->column("type");
  const int kind = actors->column("kind");
  for (rules::RowId row = 0; row < actors->rows(); ++row) {
    const std::string_view stated = actors->text(row, type);
    ActorType read = ActorType::organization;
    if (stated == "person")
      read = ActorType::person;
    else if (stated == "place")
      read = ActorType::place;
    else if (stated == "other")
      read = ActorType::other;
    else if (actors->text(row, kind) == "media")
      read = ActorType::media;
    actor_types_.push_back(read);
  }
}

Tables::Tables(const Rules& rules) {
  for (std::size_t i = 0; i < count_; ++i) {
    tables_[i] = rules::table(rules, table_names[i]);
    const auto column = [&](std::string_view name) {
      return tables_[i] == nullptr ? -1 : tables_[i]->column(name);
    };
    population_[i] = column("population");
    for (std::size_t field = 0; field < Field::names.size(); ++field)
      fields_[i][field] = column(Field::names[field]);
  }
  const rules::Table* full = table(Source::admin1);
  short_forms_ = full == nullptr ? nullptr : rules::table(rules, "admin1_short");
  if (short_forms_ != nullptr) full_rows_ = rows_of(*short_forms_, *full);
  read_actor_types();
}

std::optional<rules::RowId> Tables::full_row(const rules::NameHit& name) const {
  if (name.table != short_forms_ || short_forms_ == nullptr) return std::nullopt;
  return full_rows_[name.row];
}

Source Tables::source_of(const rules::Table* table) const {
  for (std::size_t i = 0; i < count_; ++i) {
    if (tables_[i] == table) return static_cast<Source>(i);
  }
  return Source::none;
}

std::int64_t Tables::population(Source source, rules::RowId row) const {
  const auto i = static_cast<std::size_t>(source);
  return population_[i] < 0 ? 0 : tables_[i]->integer(row, population_[i]);
}

std::string_view Tables::text(Source source, rules::RowId row, Field field) const {
  const auto i = static_cast<std::size_t>(source);
  const int column = fields_[i][field.number()];
  return column < 0 ? std::string_view() : tables_[i]->text(row, column);
}

void Lookup::start(const rules::Reading& reading, const Units& units) {
  reading_ = &reading;
  units_ = &units;
  begin_.assign(units.size(), unknown);
  count_.resize(units.size());
  hits_.clear();
}

std::span<const Hit> Lookup::at(std::uint32_t unit) {
  if (begin_[unit] == unknown) look(unit);
  return std::span<const Hit>(hits_).subspan(begin_[unit], count_[unit]);
}

std::uint32_t Lookup::unit_ending(std::uint32_t unit, std::uint32_t token) const {
  for (std::uint32_t i = unit; i < units_->size() && (*units_)[i].first < token; ++i) {
    if (i > unit && (*units_)[i].has(line_start)) return 0;
    if ((*units_)[i].last == token) return i + 1;
    if ((*units_)[i].has(dotted) && (*units_)[i].last == token + 1) return i + 1;
  }
  return 0;
}

// "Calif." and ", CA" are divisions; "OK" and "Miss" are not.
bool Lookup::stands_short(std::uint32_t unit, std::uint32_t last) const {
  return (*units_)[last - 1].has(dotted) || (unit > 0 && (*units_)[unit - 1].mark == ',');
}

namespace {

// Longest first, then by trust; else as they came. There are few, and most are in order.
void sort_hits(std::span<Hit> hits) {
  const auto before = [](const Hit& a, const Hit& b) {
    return a.last != b.last ? a.last > b.last : a.source < b.source;
  };
  for (std::size_t i = 1; i < hits.size(); ++i) {
    const Hit hit = hits[i];
    std::size_t k = i;
    for (; k > 0 && before(hit, hits[k - 1]); --k) hits[k] = hits[k - 1];
    hits[k] = hit;
  }
}

}  // namespace

// "al-Zawiya" is listed as Zawiya.
void Lookup::look_behind_article(std::uint32_t unit) {
  const Unit& whole = (*units_)[unit];
  const std::uint32_t first = whole.first + 2;
  if (!whole.has(joined) || first >= whole.last ||
      (words_.bits(reading_->words[whole.first]) & arabic_article) == 0)
    return;
  const std::uint32_t limit =
      std::min(first + 12, static_cast<std::uint32_t>(reading_->tokens.size()));
  rules::names_at(rules_, *reading_, first, {first, limit}, names_);
  for (const rules::NameHit& name : names_) {
    const Source source = tables_.source_of(name.table);
    const std::uint32_t last = is_place(source) ? unit_ending(unit, name.last) : 0;
    if (last != 0)
      hits_.push_back({last, source, true, name.row, tables_.population(source, name.row)});
  }
}

void Lookup::look(std::uint32_t unit) {
  begin_[unit] = static_cast<std::uint32_t>(hits_.size());
  const std::uint32_t first = (*units_)[unit].first;
  const std::uint32_t limit =
      std::min(first + 12, static_cast<std::uint32_t>(reading_->tokens.size()));
  rules::names_at(rules_, *reading_, first, {first, limit}, names_);
  for (const rules::NameHit& name : names_) {
    const auto full = tables_.full_row(name);
    const Source source = full ? Source::admin1 : tables_.source_of(name.table);
    const rules::RowId row = full.value_or(name.row);
    const std::uint32_t last = source == Source::none ? 0 : unit_ending(unit, name.last);
    if (last == 0 || (full && !stands_short(unit, last))) continue;
    hits_.push_back({last, source, name.alternate, row, tables_.population(source, row)});
  }
  if (hits_.size() == begin_[unit]) look_behind_article(unit);
  count_[unit] = static_cast<std::uint32_t>(hits_.size()) - begin_[unit];
  sort_hits(std::span(hits_).subspan(begin_[unit]));
}

}  // namespace dateline::annotate
