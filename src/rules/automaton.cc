#include "rules/automaton.h"

namespace dateline::rules {

void Automaton::save(Archive& archive) const {
  archive.put(static_cast<std::uint64_t>(classes_));
  archive.put_all(symbol_class_);
  archive.put_all(table_);
  archive.put_all(rules_begin_);
  archive.put_all(rules_);
}

Automaton Automaton::load(ArchiveReader& reader) {
  Automaton out;
  out.classes_ = static_cast<std::size_t>(reader.get<std::uint64_t>());
  out.symbol_class_ = reader.flat<std::uint16_t>();
  out.table_ = reader.flat<std::uint16_t>();
  out.rules_begin_ = reader.flat<std::uint32_t>();
  out.rules_ = reader.flat<std::uint16_t>();
  return out;
}

}  // namespace dateline::rules
