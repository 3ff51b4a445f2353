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
  has_days_ = false;
  waiting_.clear();
  told_ = 0;
}

void Blocks::add(const Record& record) {
  ++told_;
  has_days_ |= record.is_day();
  keys_.clear();
  for_each_key(record, Meet::on_a_day, [this](std::uint64_t key) { keys_.push_back(key); });
  const std::uint64_t weeks = weeks_of(record.first, record.last);
  auto blocks = static_cast<std::uint32_t>(blocks_.size());
  for (const std::uint64_t key : keys_) {
    const std::uint32_t number = numbers_.insert(key, blocks);
    if (number == blocks) {
      blocks_.emplace_back();
      ++blocks;
    }
    Block& block = blocks_[number];
    if (std::exchange(block.latest, told_) == told_) continue;
    ++block.records;
    block.first = std::min(block.first, record.first);
    block.last = std::max(block.last, record.last);
    block.weeks |= weeks;
    of_record_.push_back(number);
  }
  begins_.push_back(static_cast<std::uint32_t>(of_record_.size()));
}

void Blocks::add_known(const Record& record, std::uint32_t event) {
  constexpr std::size_t most_waiting = 64;
  ++told_;
  for_each_key(record, has_days_ ? Meet::on_a_day : Meet::any, [&](std::uint64_t key) {
    numbers_.prefetch(key);
    waiting_.push_back({key, told_, event, record.first, record.last});
  });
  if (waiting_.size() >= most_waiting) look_up_waiting();
}

void Blocks::look_up_waiting() {
  found_.clear();
  for (const Waiting& one : waiting_) {
    found_.push_back(numbers_.find(one.key));
    if (found_.back() != FlatMap::none) __builtin_prefetch(&blocks_[found_.back()]);
  }
  for (std::size_t i = 0; i < waiting_.size(); ++i) {
    if (found_[i] != FlatMap::none) keep_known(waiting_[i], found_[i]);
  }
  waiting_.clear();
}

// Only where somebody may look at it.
void Blocks::keep_known(const Waiting& one, std::uint32_t number) {
  Block& block = blocks_[number];
  if (one.last < block.first || one.first > block.last ||
      std::exchange(block.latest, one.told) == one.told ||
      std::exchange(block.last_event, one.event) == one.event)
    return;
  const bool is_day = one.first == one.last;
  if (is_day && (weeks_of(one.first, one.last) & block.weeks) == 0) return;
  ++block.records;
  known_.push_back(
      {number, is_day ? Slot{one.event, one.first, one.last} : Slot{one.event}, is_day});
}

void Blocks::settle() {
  look_up_waiting();
  std::uint32_t slots = 0;
  for (Block& block : blocks_) {
    block.begin = slots;
    if (block.records > 1) slots += block.records;
  }
  slots_.resize(slots);
  for (const Known& known : known_) put(blocks_[known.block], known.slot, known.is_day);
}

void Blocks::put(Block& block, Slot slot, bool is_day) {
  if (block.records < 2) return;
  slots_[block.begin + block.used++] = slot;
  block.days += is_day ? 1 : 0;
}

void Blocks::enter(std::uint32_t number, const Record& record, std::uint32_t event,
                   const Record& first) {
  for (std::uint32_t i = begins_[number]; i < begins_[number + 1]; ++i) {
    Block& block = blocks_[of_record_[i]];
    if (std::exchange(block.last_event, event) != event)
      put(block, {event, first.first, first.last}, record.is_day());
  }
}

}  // namespace dateline::merge
