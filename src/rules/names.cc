#include "rules/names.h"

#include <algorithm>
#include <cstring>
#include <utility>

namespace dateline::rules {
namespace {

constexpr std::uint64_t start_hash = 0x243F6A8885A308D3U;

std::uint64_t extend(std::uint64_t hash, std::uint32_t token) {
  hash = (hash ^ token) * 0x9E3779B97F4A7C15U;
  return hash ^ (hash >> 29);
}

// A dot counts as part of a name only after a short word ("St.", "U.S."): elsewhere it ends a
// sentence.
constexpr std::uint32_t longest_abbreviation = 4;

// A hyphen between blanks only after an article: "al - Qaeda", as some tokenizers leave it.
constexpr std::uint32_t longest_article = 3;

bool skipped(const text::Tokens& tokens, std::uint32_t i, const NameMarks& marks) {
  if (!tokens.has(i, text::is_mark)) return false;
  const std::uint32_t hash = tokens.hash[i];
  const std::uint32_t length = tokens.end[i - 1] - tokens.begin[i - 1];
  if (!tokens.has(i, text::glued))
    return hash == marks.hyphen && length <= longest_article && !tokens.has(i, text::after_newline);
  if (hash == marks.hyphen || hash == marks.apostrophe) return true;
  return hash == marks.dot && length <= longest_abbreviation;
}

// The next word of a name after token i, or `last` where the name cannot go on.
std::uint32_t next_word(const text::Tokens& tokens, std::uint32_t i, std::uint32_t last,
                        const NameMarks& marks) {
  std::uint32_t next = i + 1;
  if (next < last && skipped(tokens, next, marks)) ++next;
  if (next >= last || tokens.has(next, text::is_mark | text::after_newline)) return last;
  return next;
}

// "U.S." owns its last dot, as "St." before a name does.
std::uint32_t with_dot(const text::Tokens& tokens, std::uint32_t first, std::uint32_t end,
                       std::uint32_t last, const NameMarks& marks) {
  if (end >= last || end < first + 3 || tokens.hash[end] != marks.dot ||
      !tokens.has(end, text::glued))
    return end;
  const bool letter = tokens.end[end - 1] - tokens.begin[end - 1] == 1;
  return letter && tokens.hash[end - 2] == marks.dot ? end + 1 : end;
}

template <typename T>
std::string bytes_of(const std::vector<T>& values) {
  return {reinterpret_cast<const char*>(values.data()), values.size() * sizeof(T)};
}

std::size_t slot_of(std::uint64_t hash, std::size_t count) {
  return static_cast<std::size_t>(((hash & 0xFFFFFFFFU) * count) >> 32);
}

// From slot `i` on; who has a smaller check makes room and goes on.
void insert(NameIndex::Slot slot, std::size_t i, std::vector<NameIndex::Slot>& slots) {
  for (; slots[i].value != 0; i = i + 1 == slots.size() ? 0 : i + 1) {
    if (slots[i].check < slot.check) std::swap(slot, slots[i]);
  }
  slots[i] = slot;
}

}  // namespace

std::uint32_t NameIndex::packed(NameEntry entry) {
  return entry_bit | (entry.alternate ? 1U << 29 : 0U) | (entry.table & 0xFFU) << 21 |
         (entry.row & 0x1FFFFFU);
}

NameEntry NameIndex::unpacked(std::uint32_t value) {
  return {(value >> 21) & 0xFFU, value & 0x1FFFFFU, (value & (1U << 29)) != 0};
}

NameIndex::NameIndex(std::string_view bitmap, std::string_view slots, std::string_view lists)
    : bitmap_(reinterpret_cast<const std::uint64_t*>(bitmap.data())),
      bitmap_mask_(static_cast<std::uint32_t>(bitmap.size() * 8 - 1)),
      slots_(reinterpret_cast<const Slot*>(slots.data()), slots.size() / sizeof(Slot)),
      lists_(reinterpret_cast<const std::uint32_t*>(lists.data()),
             lists.size() / sizeof(std::uint32_t)) {}

// Along the slots that a hash may be in, the checks fall (Amble and Knuth, Ordered Hash Tables,
// 1974): a smaller one tells that the hash is not there. An empty slot has check and value 0.
std::uint32_t NameIndex::value_of(std::uint64_t hash) const {
  const auto check = static_cast<std::uint32_t>(hash >> 32);
  for (std::size_t i = slot_of(hash, slots_.size());; i = i + 1 == slots_.size() ? 0 : i + 1) {
    const Slot slot = slots_[i];
    if (slot.check <= check) return slot.check == check ? slot.value : 0;
  }
}

std::uint32_t NameIndex::find(const text::Tokens& tokens, std::uint32_t first,
                              text::TokenRange range, std::span<FoundName, longest> found) const {
  if (bitmap_ == nullptr) return 0;
  const std::uint32_t bit = tokens.hash[first] & bitmap_mask_;
  if ((bitmap_[bit >> 6] >> (bit & 63U) & 1U) == 0) return 0;
  std::uint64_t hash = extend(start_hash, tokens.hash[first]);
  std::uint32_t count = 0;
  std::uint32_t token = first;
  for (std::uint32_t words = 0; words < longest && token < range.last; ++words) {
    // The slot of a name that is longer by a word comes while this one's is waited for.
    const std::uint32_t next = next_word(tokens, token, range.last, marks_);
    const std::uint64_t longer = next < range.last ? extend(hash, tokens.hash[next]) : hash;
    __builtin_prefetch(&slots_[slot_of(longer, slots_.size())]);
    const std::uint32_t value = value_of(hash);
    if (value == 0) break;
    if (value != only_beginning) {
      FoundName& name = found[count++];
      name.last = with_dot(tokens, first, token + 1, range.last, marks_);
      const bool list = (value & list_bit) != 0;
      name.single = list ? 0 : value;
      name.begin = list ? (value & ~list_bit) + 1 : 0;
      name.end = list ? name.begin + lists_[value & ~list_bit] : 0;
    }
    token = next;
    hash = longer;
  }
  return count;
}

void NameIndexBuilder::add(std::string_view name, NameEntry entry) {
  text::tokenize(name, tokens_);
  std::uint64_t hash = start_hash;
  std::uint32_t words = 0;
  for (std::uint32_t i = 0; i < tokens_.size(); ++i) {
    if (!tokens_.has(i, text::is_mark)) ++words;
  }
  if (words == 0 || words > NameIndex::longest) return;
  std::uint32_t seen = 0;
  for (std::uint32_t i = 0; i < tokens_.size(); ++i) {
    if (tokens_.has(i, text::is_mark)) continue;
    if (seen++ == 0) first_tokens_.push_back(tokens_.hash[i]);
    hash = extend(hash, tokens_.hash[i]);
    const auto [it, fresh] = names_.try_emplace(hash);
    if (fresh) order_.push_back(hash);
    if (seen < words) continue;
    // One row may have the name twice (name and alternate); the first, the name itself, stands.
    const auto same_row = [&](std::uint32_t value) {
      const NameEntry other = NameIndex::unpacked(value);
      return other.table == entry.table && other.row == entry.row;
    };
    if (std::none_of(it->second.begin(), it->second.end(), same_row))
      it->second.push_back(NameIndex::packed(entry));
  }
}

NameIndexBuilder::Sections NameIndexBuilder::write() const {
  std::size_t bits = 1U << 12;
  while (bits < first_tokens_.size() * 8 && bits < (1U << 20)) bits *= 2;
  std::vector<std::uint64_t> bitmap(bits / 64);
  for (const std::uint32_t token : first_tokens_) {
    const std::size_t bit = token & (bits - 1);
    bitmap[bit >> 6] |= std::uint64_t{1} << (bit & 63U);
  }
  std::vector<NameIndex::Slot> slots(order_.size() * 8 / 7 + 16);
  std::vector<std::uint32_t> lists;
  for (const std::uint64_t hash : order_) {
    const auto& entries = names_.at(hash);
    std::uint32_t value = NameIndex::only_beginning;
    if (entries.size() == 1) value = entries[0];
    if (entries.size() > 1) {
      value = NameIndex::list_bit | static_cast<std::uint32_t>(lists.size());
      lists.push_back(static_cast<std::uint32_t>(entries.size()));
      lists.insert(lists.end(), entries.begin(), entries.end());
    }
    insert({static_cast<std::uint32_t>(hash >> 32), value}, slot_of(hash, slots.size()), slots);
  }
  return {bytes_of(bitmap), bytes_of(slots), bytes_of(lists)};
}

}  // namespace dateline::rules
