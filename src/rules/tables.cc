#include "rules/tables.h"

#include <array>
#include <cstring>

#include "rules/image.h"

namespace dateline::rules {

std::string_view PackedTable::pooled(std::uint32_t at) const {
  // One byte of length; 255 says that four more follow.
  const char* start = bytes_.data() + head().pool + at;
  const auto size = static_cast<std::uint8_t>(*start++);
  if (size < 255) return {start, size};
  std::uint32_t longer = 0;
  std::memcpy(&longer, start, sizeof longer);
  return {start + sizeof longer, longer};
}

int PackedTable::column(std::string_view name) const {
  for (std::uint32_t i = 0; i < head().columns; ++i) {
    if (pooled(column_head(static_cast<int>(i)).name) == name) return static_cast<int>(i);
  }
  return -1;
}

std::string_view PackedTable::text(RowId row, int column) const {
  if (column < 0) return {};
  const ColumnHead& head = column_head(column);
  switch (head.kind) {
    case CellKind::text24:
      return pooled(cell24(row, head.cell));
    case CellKind::text32:
      return pooled(cell<std::uint32_t>(row, head.cell));
    case CellKind::code8:
      return pooled(coded<std::uint32_t>(head.codes, cell<std::uint8_t>(row, head.cell)));
    case CellKind::code16:
      return pooled(coded<std::uint32_t>(head.codes, cell<std::uint16_t>(row, head.cell)));
    default:
      return {};
  }
}

std::int64_t PackedTable::integer(RowId row, int column) const {
  if (column < 0) return 0;
  const ColumnHead& head = column_head(column);
  switch (head.kind) {
    case CellKind::int24:
      return cell24(row, head.cell);
    case CellKind::int32:
      return cell<std::int32_t>(row, head.cell);
    case CellKind::int64:
      return cell<std::int64_t>(row, head.cell);
    case CellKind::number16:
      return coded<std::int32_t>(head.codes, cell<std::uint16_t>(row, head.cell));
    default:
      return static_cast<std::int64_t>(real(row, column));
  }
}

double PackedTable::real(RowId row, int column) const {
  if (column < 0) return 0;
  const ColumnHead& head = column_head(column);
  switch (head.kind) {
    // A division, not a multiplication by 1e-5: it gives the double nearest to the written decimal.
    case CellKind::fixed24:
      return (static_cast<std::int32_t>(cell24(row, head.cell)) - fixed24_zero) / 1e4;
    case CellKind::fixed32:
      return cell<std::int32_t>(row, head.cell) / 1e5;
    case CellKind::real64:
      return cell<double>(row, head.cell);
    case CellKind::int24:
    case CellKind::int32:
    case CellKind::int64:
    case CellKind::number16:
      return static_cast<double>(integer(row, column));
    default:
      return 0;
  }
}

std::optional<TableStore> TableStore::view(std::string_view bytes) {
  const auto image = ImageView::open(bytes);
  if (!image) return std::nullopt;
  TableStore store;
  std::string_view list = image->section("tables");
  while (!list.empty()) {
    const std::size_t end = list.find('\n');
    const std::string_view name = list.substr(0, end);
    store.tables_.emplace_back(name, image->section("table/" + std::string(name)));
    list.remove_prefix(end + 1);
  }
  store.names_ = {image->section("names/bitmap"), image->section("names/slots"),
                  image->section("names/lists")};
  return store;
}

const Table* TableStore::table(std::string_view name) const {
  for (const PackedTable& table : tables_) {
    if (table.name() == name) return &table;
  }
  return nullptr;
}

void TableStore::names_at(const text::Tokens& tokens, std::uint32_t first, text::TokenRange range,
                          std::vector<NameHit>& hits) const {
  std::array<FoundName, NameIndex::longest> found;
  for (std::uint32_t i = names_.find(tokens, first, range, found); i-- > 0;) {
    names_.entries(found[i], [&](NameEntry entry) {
      tables_[entry.table].expect(entry.row);
      hits.push_back({found[i].last, &tables_[entry.table], entry.row, entry.alternate});
    });
  }
}

}  // namespace dateline::rules
