// Private to src/merge: one id and one label for an actor or place over the whole corpus. The label
// of an id is the name that most events give it; a name without an id takes the id that all others
// of that name have, where they agree.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "dateline/event.h"
#include "merge/base/flat_map.h"
#include "merge/base/hash.h"
#include "merge/records/articles.h"

namespace dateline::merge {

// "organization/fr-government" of FR: "the Paris authorities" and "the president's new cabinet"
// describe it, each for its day.
[[nodiscard]] bool is_described(std::string_view id, std::string_view country);

class Labels {
 public:
  // Counts the names that an event gives; what is counted is remembered, so that it can be taken
  // back.
  void count(const Event& event);
  [[nodiscard]] std::uint32_t counted() const { return static_cast<std::uint32_t>(log_.size()); }
  void take_back(Range counted);
  void add(const Labels& other);
  // Decides; ties go to the longer name, then to the bytewise smaller.
  void settle();
  // The id and the label of a participant; they stay valid as long as the labels do.
  template <typename Participant>
  void rewrite(Participant& participant) const;

 private:
  struct Naming {  // one id under one name
    std::string id, name;
    std::uint32_t count = 0;
    std::uint32_t owner = 0;  // the number of the id
  };
  static constexpr std::uint32_t ambiguous = 0xFFFFFFFE;

  std::uint32_t count(std::string_view id, std::string_view name, std::uint32_t times);

  FlatMap ids_, namings_of_, names_;
  std::vector<Naming> namings_;
  std::vector<std::uint32_t> best_;     // of an id: its naming
  std::vector<std::uint32_t> of_name_;  // of a name: the naming whose id it means, or ambiguous
  std::vector<std::uint32_t> log_;      // namings in the order of counting
};

template <typename Participant>
void Labels::rewrite(Participant& participant) const {
  if (participant.name.empty()) return;
  if (participant.id.empty()) {
    const std::uint32_t slot = names_.find(hash_of(participant.name));
    if (slot == FlatMap::none || of_name_[slot] == ambiguous) return;
    participant.id = namings_[of_name_[slot]].id;
  }
  if (is_described(participant.id, participant.country)) return;
  const std::uint32_t owner = ids_.find(hash_of(participant.id));
  if (owner == FlatMap::none || best_[owner] == FlatMap::none) return;
  participant.name = namings_[best_[owner]].name;
}

}  // namespace dateline::merge
