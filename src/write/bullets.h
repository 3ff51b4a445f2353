// Private to src/write: which entries the Markdown tells in one bullet. Those that are summed up by
// one sentence, whole or cut short, under one date; or under a day and what only says that it had
// been by then.
#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <string_view>
#include <tuple>
#include <vector>

#include "dateline/event.h"

namespace dateline::write {

// Entries that one bullet tells, in the order of the chronology; but the first one's date is that
// of the bullet.
using Told = std::vector<const Event*>;

[[nodiscard]] std::string_view longest_summary(const Told& told);

class Bullets {
 public:
  explicit Bullets(const std::vector<const Event*>& events);
  [[nodiscard]] const std::vector<Told>& all() const { return bullets_; }

 private:
  // To a bullet that was there, or a new one at the end.
  void add(const Event& event);
  // To one of its sentence, whose date says more or less exactly the same.
  bool add_to_sentence(const Event& event);

  using Key = std::tuple<Day, Day, Precision, std::string_view>;  // a date and how a summary begins
  using Place = std::tuple<std::string_view, std::uint32_t, std::uint32_t>;  // of a sentence

  std::map<Key, std::vector<std::size_t>> alike_;
  std::map<Place, std::vector<std::size_t>> of_sentence_;
  std::vector<Told> bullets_;
};

}  // namespace dateline::write
