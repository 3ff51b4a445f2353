// Private to src/merge: which entries come out, and in what order, before any of them is made. What
// is filtered away is not made, and what is made need not be moved.
#pragma once

#include <cstdint>
#include <functional>
#include <vector>

#include "dateline/event.h"
#include "merge/entries/groups.h"
#include "merge/records/articles.h"

namespace dateline::merge {

// An entry of a chosen sentence that no event was made of.
struct Told {
  Event event;
  std::uint32_t article = 0;
};

// Entries are numbered: those of the groups as these are, then those that were only told.
struct Plan {
  Groups groups;
  std::vector<Told> told;
  std::vector<const Report*> summaries;  // of a group's entry: the sentence to sum it up, if chosen
  std::vector<std::uint32_t> order;      // the numbers of those that come out

  [[nodiscard]] std::size_t size() const { return groups.size() + told.size(); }
};

// Is an entry of that date, a background one or not, asked for?
using IsWanted = std::function<bool(const Date&, bool)>;
// Fills the order with those that are wanted. It is the final one but for entries of one trigger,
// which differ in what is only known when they are made.
void put_in_order(const IsWanted& is_wanted, Plan& plan);

}  // namespace dateline::merge
