// How often each line stands in other inputs. A line is known by a hash of its bytes: blanks and case left aside, every
// run of digits one class. Each document counts a line once.
#include <algorithm>
#include <array>
#include <bit>
#include <cstring>

#include "segment/segment.h"

namespace dateline::segment {

namespace {

constexpr std::size_t shortest = 3;     // bytes: "-" and the like say nothing
constexpr std::size_t longest = 1000;   // whole paragraphs repeat where texts are copied, which furniture is not

// What a byte counts as: 0 for blanks, '0' for digits, capitals as small letters.
constexpr std::array<unsigned char, 256> folded = [] {
  std::array<unsigned char, 256> table{};
  for (unsigned byte = ' ' + 1; byte < 256; ++byte) {
    const bool digit = byte >= '0' && byte <= '9', capital = byte >= 'A' && byte <= 'Z';
    table[byte] = static_cast<unsigned char>(digit ? '0' : capital ? byte | 0x20U : byte);
  }
  return table;
}();

std::uint64_t mixed(std::uint64_t hash, std::uint64_t word) {
  hash = (hash ^ word) * 0x9E3779B97F4A7C15ULL;
  return hash ^ (hash >> 32);
}

// Of the folded bytes, eight at a time; behind them stand seven zeros.
std::uint64_t hash_bytes(const unsigned char* bytes, std::size_t size) {
  std::uint64_t hash = size;
  for (std::size_t i = 0; i < size; i += 8) {
    std::uint64_t word = 0;
    for (unsigned k = 0; k < 8; ++k) word |= static_cast<std::uint64_t>(bytes[i + k]) << (8 * k);
    hash = mixed(hash, word);
  }
  return hash;
}

}  // namespace

std::uint64_t Corpus::hash(std::string_view line) {
  if (line.size() > 2 * longest || line.size() < shortest) return 0;
  std::array<unsigned char, 2 * longest + 8> kept;
  std::size_t size = 0, visible = 0;
  unsigned char before = 0;
  for (const char c : line) {
    const unsigned char byte = folded[static_cast<unsigned char>(c)];
    kept[size] = byte;
    visible += byte != 0;
    size += byte != 0 && !(byte == '0' && before == '0');
    before = byte != 0 ? byte : before;
  }
  std::memset(kept.data() + size, 0, 8);
  return visible < shortest || visible > longest ? 0 : hash_bytes(kept.data(), size) | 1;
}

std::size_t LineCounts::index_of(std::uint64_t hash) const {
  const std::size_t mask = slots_.size() - 1;
  std::size_t at = (hash >> 20) & mask;
  while (slots_[at].hash != 0 && slots_[at].hash != hash) at = (at + 1) & mask;
  return at;
}

LineCounts::Slot& LineCounts::at(std::uint64_t hash) {
  if (used_ * 2 >= slots_.size()) grow();
  Slot& slot = slots_[index_of(hash)];
  used_ += slot.hash == 0;
  slot.hash = hash;
  return slot;
}

const LineCounts::Slot* LineCounts::find(std::uint64_t hash) const {
  if (slots_.empty()) return nullptr;
  const Slot& slot = slots_[index_of(hash)];
  return slot.hash == 0 ? nullptr : &slot;
}

void LineCounts::prefetch(std::uint64_t hash) const {
  if (!slots_.empty()) __builtin_prefetch(&slots_[(hash >> 20) & (slots_.size() - 1)]);
}

void LineCounts::grow() {
  std::vector<Slot> old(std::max<std::size_t>(slots_.size() * 2, 1024));
  old.swap(slots_);
  for (const Slot& slot : old) {
    if (slot.hash != 0) slots_[index_of(slot.hash)] = slot;
  }
}

void Corpus::add(const Document& document) {
  ++documents_;
  hashes_.clear();
  std::string_view rest = document.text;
  while (!rest.empty()) {
    const std::size_t end = std::min(rest.find('\n'), rest.size());
    const std::uint64_t line = hash(rest.substr(0, end));
    if (line != 0) {
      hashes_.push_back(line);
      lines_.prefetch(line);
    }
    rest.remove_prefix(std::min(end + 1, rest.size()));
  }
  for (const std::uint64_t line : hashes_) {
    LineCounts::Slot& slot = lines_.at(line);
    slot.documents += slot.last != documents_;
    slot.last = documents_;
  }
}

void Corpus::merge(const Corpus& other) {
  documents_ += other.documents_;
  if (lines_.slots().empty()) {
    lines_ = other.lines_;
    return;
  }
  for (const LineCounts::Slot& slot : other.lines_.slots()) {
    if (slot.hash != 0) lines_.at(slot.hash).documents += slot.documents;
  }
}

std::uint32_t Corpus::documents_with(std::uint64_t line) const {
  const LineCounts::Slot* slot = line == 0 ? nullptr : lines_.find(line);
  return slot == nullptr ? 1 : std::max<std::uint32_t>(slot->documents, 1);
}

}  // namespace dateline::segment
