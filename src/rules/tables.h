// Tables (places, countries, actors ...) as packed bytes: rows of fixed width and a pool of
// strings, made once by pack_tables and read in place by TableStore, without parsing. Rows are
// found by their names (names.h). Whoever asks for one cell of a row soon asks for others: the row
// stands together, in one or two cache lines.
//
//   section "table/NAME":   TableHead  ColumnHead{columns}  codes ...  rows  pool of texts
#pragma once

#include <cstdint>
#include <cstring>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "dateline/problem.h"
#include "rules/names.h"
#include "rules/rules.h"
#include "rules/sources.h"

namespace dateline::rules {

// How the cells of a column are held: texts as offsets into the pool or as codes of such offsets,
// numbers as they are, as codes, or as decimals of four places (fixed24) or five (fixed32). `keys`
// holds none: rows are found by it, but its text is not kept.
enum class CellKind : std::uint32_t {
  text24,
  text32,
  code8,
  code16,
  int24,
  int32,
  int64,
  number16,
  fixed24,
  fixed32,
  real64,
  keys
};

// fixed24 has no sign: this stands for 0.
inline constexpr std::int32_t fixed24_zero = 1 << 23;

struct TableHead {
  std::uint32_t rows, columns;
  std::uint32_t row_begin, pool;  // offsets from the section's start
  std::uint32_t row_size, pool_size;
};

struct ColumnHead {
  CellKind kind;
  std::uint32_t name;   // in the pool
  std::uint32_t cell;   // offset in a row, not aligned
  std::uint32_t codes;  // code8, code16: offset of the pool offsets that a code stands for;
                        // number16: of the numbers
};

class PackedTable final : public Table {
 public:
  // `bytes` is a section as pack_tables made it, aligned to 8.
  PackedTable(std::string_view name, std::string_view bytes) : name_(name), bytes_(bytes) {}

  [[nodiscard]] std::string_view name() const override { return name_; }
  [[nodiscard]] RowId rows() const override { return head().rows; }
  [[nodiscard]] int column(std::string_view name) const override;
  // "" for a column that is -1 or of numbers.
  [[nodiscard]] std::string_view text(RowId row, int column) const override;
  // 0 for a column that is -1 or of text.
  [[nodiscard]] std::int64_t integer(RowId row, int column) const override;
  [[nodiscard]] double real(RowId row, int column) const override;
  // The row will be read: brings it into the cache.
  void expect(RowId row) const {
    __builtin_prefetch(bytes_.data() + head().row_begin + std::size_t{row} * head().row_size);
  }

 private:
  [[nodiscard]] const TableHead& head() const {
    return *reinterpret_cast<const TableHead*>(bytes_.data());
  }
  [[nodiscard]] const ColumnHead& column_head(int column) const {
    return reinterpret_cast<const ColumnHead*>(bytes_.data() + sizeof(TableHead))[column];
  }
  template <typename T, std::size_t size = sizeof(T)>
  [[nodiscard]] T cell(RowId row, std::uint32_t cell) const {
    T value{};
    const TableHead& table = head();
    const std::size_t at = table.row_begin + std::size_t{row} * table.row_size + cell;
    std::memcpy(&value, bytes_.data() + at, size);
    return value;
  }
  [[nodiscard]] std::uint32_t cell24(RowId row, std::uint32_t at) const {
    return cell<std::uint32_t, 3>(row, at);
  }
  template <typename T>
  [[nodiscard]] T coded(std::uint32_t codes, std::uint32_t code) const {
    return reinterpret_cast<const T*>(bytes_.data() + codes)[code];
  }
  [[nodiscard]] std::string_view pooled(std::uint32_t at) const;

  std::string_view name_;
  std::string_view bytes_;
};

// All tables of one pack and the index of their names.
class TableStore {
 public:
  TableStore() = default;
  // Nothing for bytes that pack_tables did not make. The bytes must stay, aligned to 16.
  [[nodiscard]] static std::optional<TableStore> view(std::string_view bytes);

  [[nodiscard]] bool empty() const { return tables_.empty(); }
  // Null where there is none.
  [[nodiscard]] const Table* table(std::string_view name) const;
  // Appends the names that start at token `first`, longest first.
  void names_at(const text::Tokens& tokens, std::uint32_t first, text::TokenRange range,
                std::vector<NameHit>& hits) const;

 private:
  std::vector<PackedTable> tables_;
  NameIndex names_;
};

// The tables among `sources`, packed; two files of one stem are one table and must have the same
// columns. Appends an error (file, line) for a row that does not fit its header.
[[nodiscard]] std::string pack_tables(const std::vector<Source>& sources, Problems& problems);

}  // namespace dateline::rules
