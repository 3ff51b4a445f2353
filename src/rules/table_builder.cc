// pack_tables: from the text of *.tsv tables to the bytes that TableStore reads.
#include <algorithm>
#include <charconv>
#include <cmath>
#include <cstring>
#include <limits>
#include <optional>
#include <unordered_map>

#include "rules/image.h"
#include "rules/lexicon.h"
#include "rules/tables.h"

namespace dateline::rules {
namespace {

enum class CellType { text, integer, real, names, keys };

struct Column {
  std::string name;
  CellType type = CellType::text;
  std::vector<std::string_view> cells;  // text and names
  std::vector<std::int64_t> integers;
  std::vector<double> reals;
};

struct ParsedTable {
  std::string name;
  std::vector<Column> columns;
  std::uint32_t rows = 0;
};

struct Line {
  const Source& source;
  std::uint32_t number = 0;
  std::string_view text;
};

void complain(const Line& line, std::string message, Problems& problems) {
  problems.push_back({Severity::error, "rules.table", std::move(message),
                      "see docs/rules.md for tables", line.source.path, line.number, 1,
                      std::string(line.text)});
}

bool parse_header(const Line& line, std::vector<Column>& columns, Problems& problems) {
  for (const std::string_view cell : split(line.text, '\t')) {
    const std::size_t colon = std::min(cell.find(':'), cell.size());
    const std::string_view type = cell.substr(std::min(colon + 1, cell.size()));
    Column& column = columns.emplace_back();
    column.name = cell.substr(0, colon);
    if (type == "int")
      column.type = CellType::integer;
    else if (type == "real")
      column.type = CellType::real;
    else if (type == "names")
      column.type = CellType::names;
    else if (type == "keys")
      column.type = CellType::keys;
    else if (!type.empty()) {
      complain(line, "unknown type '" + std::string(type) + "' of a column", problems);
      return false;
    }
  }
  return true;
}

template <typename T>
bool parse_number(std::string_view cell, T& value) {
  value = 0;
  if (cell.empty()) return true;
  const auto [end, error] = std::from_chars(cell.data(), cell.data() + cell.size(), value);
  return error == std::errc() && end == cell.data() + cell.size();
}

void add_cell(Column& column, std::string_view cell, const Line& line, Problems& problems) {
  bool good = true;
  if (column.type == CellType::integer) {
    good = parse_number(cell, column.integers.emplace_back());
  } else if (column.type == CellType::real) {
    good = parse_number(cell, column.reals.emplace_back());
  } else {
    column.cells.push_back(cell);
  }
  if (!good)
    complain(line, "'" + std::string(cell) + "' in column " + column.name + " is no number",
             problems);
}

void add_row(ParsedTable& table, const Line& line, Problems& problems) {
  const auto cells = split(line.text, '\t');
  if (cells.size() > table.columns.size()) {
    complain(line, "the row has more cells than the header", problems);
    return;
  }
  if (table.rows >= NameIndex::most_rows) {
    complain(line, "the table has too many rows", problems);
    return;
  }
  for (std::size_t i = 0; i < table.columns.size(); ++i) {
    add_cell(table.columns[i], i < cells.size() ? cells[i] : std::string_view(), line, problems);
  }
  ++table.rows;
}

bool same_header(const std::vector<Column>& a, const std::vector<Column>& b) {
  if (a.size() != b.size()) return false;
  for (std::size_t i = 0; i < a.size(); ++i) {
    if (a[i].name != b[i].name || a[i].type != b[i].type) return false;
  }
  return true;
}

void parse_table(const Source& source, std::vector<ParsedTable>& tables, Problems& problems) {
  ParsedTable* table = nullptr;
  Line line{source, 0, {}};
  for (std::string_view text : split(source.text, '\n')) {
    ++line.number;
    if (!text.empty() && text.back() == '\r') text.remove_suffix(1);
    if (text.empty() || text[0] == '#') continue;
    line.text = text;
    if (table != nullptr) {
      add_row(*table, line, problems);
      continue;
    }
    std::vector<Column> columns;
    if (!parse_header(line, columns, problems)) return;
    for (ParsedTable& other : tables) {
      if (other.name == source.stem) table = &other;
    }
    if (table == nullptr && tables.size() >= NameIndex::most_tables) {
      complain(line, "there are too many tables", problems);
      return;
    }
    if (table == nullptr)
      table = &tables.emplace_back(ParsedTable{source.stem, std::move(columns), 0});
    else if (!same_header(table->columns, columns)) {
      complain(line, "another file of this name has other columns", problems);
      return;
    }
  }
}

// Strings that occur often are held once.
class Pool {
 public:
  std::uint32_t add(std::string_view text) {
    const auto [it, fresh] =
        at_.try_emplace(std::string(text), static_cast<std::uint32_t>(bytes_.size()));
    if (fresh) {
      const auto size = static_cast<std::uint32_t>(text.size());
      bytes_ += static_cast<char>(std::min<std::uint32_t>(size, 255));
      if (size >= 255) bytes_.append(reinterpret_cast<const char*>(&size), sizeof size);
      bytes_ += text;
    }
    return it->second;
  }
  [[nodiscard]] const std::string& bytes() const { return bytes_; }

 private:
  std::unordered_map<std::string, std::uint32_t> at_;
  std::string bytes_;
};

// The section of one table. Columns are packed one by one, then their cells are laid out row by
// row.
class TableWriter {
 public:
  explicit TableWriter(const ParsedTable& table) : table_(table) {}

  [[nodiscard]] std::string write() {
    bytes_.resize(sizeof(TableHead) + table_.columns.size() * sizeof(ColumnHead));
    std::vector<ColumnHead> heads;
    for (const Column& column : table_.columns) heads.push_back(write_column(column));
    const TableHead head{table_.rows,  static_cast<std::uint32_t>(heads.size()),
                         write_rows(), align(),
                         row_size_,    static_cast<std::uint32_t>(pool_.bytes().size())};
    std::memcpy(bytes_.data(), &head, sizeof head);
    std::memcpy(bytes_.data() + sizeof head, heads.data(), heads.size() * sizeof(ColumnHead));
    return std::move(bytes_) + pool_.bytes();
  }

 private:
  std::uint32_t align() {
    bytes_.resize((bytes_.size() + 7) / 8 * 8);
    return static_cast<std::uint32_t>(bytes_.size());
  }

  // What the codes of a column stand for.
  template <typename To, typename From>
  std::uint32_t put_codes(const std::vector<From>& values) {
    const std::uint32_t at = align();
    for (const From value : values) append(static_cast<To>(value), sizeof(To), bytes_);
    return at;
  }

  // The cells of a column, for write_rows; their offset in a row.
  template <typename To, typename From>
  std::uint32_t put(const std::vector<From>& values, std::uint32_t size = sizeof(To)) {
    Cells& cells = cells_.emplace_back();
    cells.size = size;
    for (const From value : values) append(static_cast<To>(value), size, cells.bytes);
    row_size_ += size;
    return row_size_ - size;
  }
  template <typename From>
  std::uint32_t put24(const std::vector<From>& values, std::int64_t zero) {
    std::vector<std::int64_t> shifted(values.begin(), values.end());
    for (std::int64_t& value : shifted) value += zero;
    return put<std::uint32_t>(shifted, 3);
  }

  template <typename T>
  static void append(T value, std::size_t size, std::string& bytes) {
    bytes.append(reinterpret_cast<const char*>(&value), size);
  }

  std::uint32_t write_rows() {
    const std::uint32_t at = align();
    for (std::size_t row = 0; row < table_.rows; ++row) {
      for (const Cells& cells : cells_) bytes_.append(cells.bytes, row * cells.size, cells.size);
    }
    return at;
  }

  ColumnHead write_column(const Column& column) {
    const std::uint32_t name = pool_.add(column.name);
    switch (column.type) {
      case CellType::integer:
        return write_integers(name, column.integers);
      case CellType::real:
        return write_reals(name, column.reals);
      case CellType::keys:
        return {CellKind::keys, name, 0, 0};
      default:
        return write_texts(name, column.cells);
    }
  }

  ColumnHead write_integers(std::uint32_t name, const std::vector<std::int64_t>& values) {
    std::int64_t least = 0, most = 0;
    for (const std::int64_t value : values) {
      least = std::min(least, value);
      most = std::max(most, value);
    }
    if (least >= 0 && most < 1 << 24) return {CellKind::int24, name, put24(values, 0), 0};
    if (least < std::numeric_limits<std::int32_t>::min() ||
        most > std::numeric_limits<std::int32_t>::max()) {
      return {CellKind::int64, name, put<std::int64_t>(values), 0};
    }
    std::vector<std::int64_t> numbers = values;
    std::sort(numbers.begin(), numbers.end());
    numbers.erase(std::unique(numbers.begin(), numbers.end()), numbers.end());
    if (numbers.size() > 65536 || numbers.size() * 2 >= values.size()) {
      return {CellKind::int32, name, put<std::int32_t>(values), 0};
    }
    std::vector<std::int64_t> codes;
    for (const std::int64_t value : values) {
      codes.push_back(std::lower_bound(numbers.begin(), numbers.end(), value) - numbers.begin());
    }
    return {CellKind::number16, name, put<std::uint16_t>(codes), put_codes<std::int32_t>(numbers)};
  }

  // The values times `scale`, where that makes integers between -most and most of all of them.
  static std::optional<std::vector<std::int64_t>> scaled(const std::vector<double>& values,
                                                         double scale, double most) {
    std::vector<std::int64_t> fixed;
    for (const double value : values) {
      const double number = std::round(value * scale);
      if (std::fabs(number) >= most || number / scale != value) return std::nullopt;
      fixed.push_back(static_cast<std::int64_t>(number));
    }
    return fixed;
  }

  ColumnHead write_reals(std::uint32_t name, const std::vector<double>& values) {
    if (const auto fixed = scaled(values, 1e4, fixed24_zero)) {
      return {CellKind::fixed24, name, put24(*fixed, fixed24_zero), 0};
    }
    if (const auto fixed = scaled(values, 1e5, std::numeric_limits<std::int32_t>::max())) {
      return {CellKind::fixed32, name, put<std::int32_t>(*fixed), 0};
    }
    return {CellKind::real64, name, put<double>(values), 0};
  }

  ColumnHead write_texts(std::uint32_t name, const std::vector<std::string_view>& cells) {
    std::unordered_map<std::uint32_t, std::uint32_t> code_of;
    std::vector<std::uint32_t> codes, offsets, coded;
    for (const std::string_view cell : cells) {
      const std::uint32_t at = pool_.add(cell);
      const auto [it, fresh] = code_of.try_emplace(at, static_cast<std::uint32_t>(codes.size()));
      if (fresh) codes.push_back(at);
      offsets.push_back(at);
      coded.push_back(it->second);
    }
    if (codes.size() <= 256)
      return {CellKind::code8, name, put<std::uint8_t>(coded), put_codes<std::uint32_t>(codes)};
    // Codes pay only where values repeat.
    if (codes.size() <= 65536 && codes.size() * 2 < cells.size()) {
      return {CellKind::code16, name, put<std::uint16_t>(coded), put_codes<std::uint32_t>(codes)};
    }
    if (pool_.bytes().size() < 1 << 24) return {CellKind::text24, name, put24(offsets, 0), 0};
    return {CellKind::text32, name, put<std::uint32_t>(offsets), 0};
  }

  struct Cells {
    std::uint32_t size = 0;  // of one
    std::string bytes;
  };
  const ParsedTable& table_;
  Pool pool_;
  std::string bytes_;
  std::vector<Cells> cells_;  // one a column that has any
  std::uint32_t row_size_ = 0;
};

// "Ra's al-Ayn" is found as written and as "Ras al-Ayn"; a form that only adds the apostrophe is
// not.
void add_name(std::string_view name, NameEntry entry, NameIndexBuilder& names) {
  names.add(name, entry);
  if (name.find('\'') == std::string_view::npos) return;
  std::string joined(name);
  std::erase(joined, '\'');
  names.add(joined, entry);
}

void add_names(const ParsedTable& table, std::uint32_t number, NameIndexBuilder& names) {
  for (std::size_t c = 0; c < table.columns.size(); ++c) {
    const Column& column = table.columns[c];
    const bool several = column.type == CellType::names || column.type == CellType::keys;
    if (c != 0 && !several) continue;
    for (std::uint32_t row = 0; row < column.cells.size(); ++row) {
      const NameEntry entry{number, row, c != 0};
      if (c == 0)
        add_name(column.cells[row], entry, names);
      else
        for (const std::string_view one : split(column.cells[row], ';'))
          add_name(one, entry, names);
    }
  }
}

}  // namespace

std::string pack_tables(const std::vector<Source>& sources, Problems& problems) {
  std::vector<ParsedTable> tables;
  for (const Source& source : sources) {
    if (source.kind == SourceKind::table) parse_table(source, tables, problems);
  }
  ImageWriter image;
  NameIndexBuilder names;
  std::string list;
  for (std::uint32_t i = 0; i < tables.size(); ++i) {
    add_names(tables[i], i, names);
    image.add("table/" + tables[i].name, TableWriter(tables[i]).write());
    list += tables[i].name + "\n";
  }
  image.add("tables", list);
  auto sections = names.write();
  image.add("names/bitmap", std::move(sections.bitmap));
  image.add("names/slots", std::move(sections.slots));
  image.add("names/lists", std::move(sections.lists));
  return image.finish();
}

}  // namespace dateline::rules
