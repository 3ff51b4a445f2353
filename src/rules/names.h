// Finds names of many words in one probe a token: a set of all names and of all their beginnings,
// by a running hash over the tokens' hashes. Before it stands a bitmap of first tokens, so that an
// ordinary word costs one load.
//
// Hyphens, apostrophes and dots inside a name do not count: "Deir ez-Zor" = "Deir ez Zor", "St.
// Louis" = "St Louis".
//
// No bytes are compared: those of alternates are not kept. A word is told by the 32 bits of its
// token's hash, so that one word in some 46,000 that no table has is taken for one of the 92,000
// names of one word; a longer name is told by all 64 bits of its hash and in effect never mistaken.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "text/text.h"

namespace dateline::rules {

// What a name leads to: a row of a table, by its `name` or by an alternate.
struct NameEntry {
  std::uint32_t table = 0;  // < most_tables
  std::uint32_t row = 0;    // < most_rows
  bool alternate = false;
};

// The marks that do not count inside a name, by the hash of their folded form: all dashes and
// apostrophes are these.
struct NameMarks {
  std::uint32_t hyphen = text::hash_folded("-");
  std::uint32_t apostrophe = text::hash_folded("'");
  std::uint32_t dot = text::hash_folded(".");
};

// As NameIndex::find fills it; room for many costs nothing before.
struct FoundName {
  std::uint32_t last;   // tokens [first, last)
  std::uint32_t begin;  // entries [begin, end) of NameIndex::entry
  std::uint32_t end;
  std::uint32_t single;  // the packed entry itself where there is but one; else 0
};

class NameIndex {
 public:
  NameIndex() = default;
  // Sections as NameIndexBuilder::write made them.
  NameIndex(std::string_view bitmap, std::string_view slots, std::string_view lists);

  static constexpr std::uint32_t longest = 12;  // words of a name
  static constexpr std::uint32_t most_tables = 256;
  static constexpr std::uint32_t most_rows = 1U << 21;
  // The names that start at `first`, shortest first; returns how many. `found` has room for
  // `longest`.
  std::uint32_t find(const text::Tokens& tokens, std::uint32_t first, text::TokenRange range,
                     std::span<FoundName, longest> found) const;
  template <typename Visit>
  void entries(const FoundName& name, Visit&& visit) const {
    if (name.single != 0) return visit(unpacked(name.single));
    for (std::uint32_t i = name.begin; i < name.end; ++i) visit(unpacked(lists_[i]));
  }

  struct Slot {
    std::uint32_t check = 0;  // the other half of the running hash
    std::uint32_t value = 0;  // 0: empty slot
  };
  // Values: 1 = only the beginning of names; top bit set = offset of a list {count, packed
  // entries}; else one entry.
  static constexpr std::uint32_t only_beginning = 1;
  static constexpr std::uint32_t list_bit = 0x80000000U;
  static constexpr std::uint32_t entry_bit = 0x40000000U;
  [[nodiscard]] static std::uint32_t packed(NameEntry entry);
  [[nodiscard]] static NameEntry unpacked(std::uint32_t value);

 private:
  [[nodiscard]] std::uint32_t value_of(std::uint64_t hash) const;

  const std::uint64_t* bitmap_ = nullptr;
  std::uint32_t bitmap_mask_ = 0;
  std::span<const Slot> slots_;
  std::span<const std::uint32_t> lists_;
  NameMarks marks_;
};

class NameIndexBuilder {
 public:
  void add(std::string_view name, NameEntry entry);
  struct Sections {
    std::string bitmap, slots, lists;
  };
  [[nodiscard]] Sections write() const;

 private:
  std::unordered_map<std::uint64_t, std::vector<std::uint32_t>>
      names_;                         // running hash -> entries; none: a beginning
  std::vector<std::uint64_t> order_;  // in order of arrival
  std::vector<std::uint32_t> first_tokens_;
  text::Tokens tokens_;
};

}  // namespace dateline::rules
