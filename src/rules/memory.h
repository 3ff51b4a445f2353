// What a worker remembers about spans it has seen: the same symbols always give the same rules and captures.
#pragma once

#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "rules/rules.h"

namespace dateline::rules {

struct SpanPlan {
  struct Slot {
    std::string_view name;
    std::uint32_t first, last;   // symbols, relative to the span
  };
  struct Candidate {
    std::uint32_t rule;
    std::vector<Slot> slots;
  };
  std::vector<Candidate> candidates;   // in order of priority
};

struct StringHash {
  using is_transparent = void;
  std::size_t operator()(std::string_view s) const { return std::hash<std::string_view>()(s); }
};

struct MatchMemory {
  std::string symbols;   // of the range under work
  std::vector<std::unordered_map<std::string, SpanPlan, StringHash, std::equal_to<>>> plans;   // one an area
};

}  // namespace dateline::rules
