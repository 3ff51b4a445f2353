// Blocks are counted before they are filled, so that all their events lie in one vector. A block of
// one record is left out: that record meets nobody there.
#include "merge/same/blocks.h"

namespace dateline::merge {

void Blocks::clear(std::size_t records) {
  numbers_.clear(records * 4);
  blocks_.clear();
  begins_.assign(1, 0);
  of_record_.clear();
  known_.clear();
  told_ = 0;
}

void Blocks::add(const Record& record) {
  ++told_;
  for_each_key(record, [&](std::uint64_t key) {
    const std::uint32_t number = numbers_.insert(key, static_cast<std::uint32_t>(blocks_.size()));
    if (number == blocks_.size()) blocks_.emplace_back();
    Block& block = blocks_[number];
    if (std::exchange(block.latest, told_) == told_) return;
    ++block.records;
    block.first = std::min(block.first, record.first);
    block.last = std::max(block.last, record.last);
    of_record_.push_back(number);
  });
  begins_.push_back(static_cast<std::uint32_t>(of_record_.size()));
}

void Blocks::add_known(const Record& record, std::uint32_t event) {
  ++told_;
  for_each_key(record, [&](std::uint64_t key) {
    const std::uint32_t number = numbers_.find(key);
    if (number == FlatMap::none) return;
    Block& block = blocks_[number];
    if (record.last < block.first || record.first > block.last)
      return;  // nobody there will look at it
    if (std::exchange(block.latest, told_) == told_) return;
    ++block.records;
    known_.push_back({number, {record.first, event}, record.is_day()});
  });
}

void Blocks::settle() {
  std::uint32_t slots = 0;
  for (Block& block : blocks_) {
    block.begin = slots;
    if (block.records > 1) slots += block.records;
  }
  slots_.resize(slots);
  for (const Known& known : known_) enter(blocks_[known.block], known.slot, known.is_day);
}

void Blocks::enter(Block& block, Slot slot, bool is_day) {
  if (block.records < 2 ||
      (block.used > 0 && slots_[block.begin + block.used - 1].event == slot.event))
    return;
  slots_[block.begin + block.used++] = slot;
  if (is_day) ++block.days;
}

void Blocks::enter(std::uint32_t number, const Record& record, std::uint32_t event) {
  for (std::uint32_t i = begins_[number]; i < begins_[number + 1]; ++i) {
    enter(blocks_[of_record_[i]], {record.first, event}, record.is_day());
  }
}

}  // namespace dateline::merge
