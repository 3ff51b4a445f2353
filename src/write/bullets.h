// Private to src/write: which entries the Markdown tells in one bullet. Those of one date that are
// summed up by one sentence, whole or cut short.
#pragma once

#include <cstddef>
#include <map>
#include <string_view>
#include <tuple>
#include <vector>

#include "dateline/event.h"

namespace dateline::write {

// Entries that one bullet tells, in the order of the chronology.
using Told = std::vector<const Event*>;

[[nodiscard]] std::string_view longest_summary(const Told& told);

class Bullets {
 public:
  explicit Bullets(const std::vector<const Event*>& events);
  [[nodiscard]] const std::vector<Told>& all() const { return bullets_; }

 private:
  // To a bullet that was there, or a new one at the end.
  void add(const Event& event);

  using Key = std::tuple<Day, Day, Precision, std::string_view>;  // a date and how a summary begins

  std::map<Key, std::vector<std::size_t>> alike_;
  std::vector<Told> bullets_;
};

}  // namespace dateline::write
