// Private to src/merge: one id and one label for an actor or place over the whole corpus. The label
// of an id is the name that most events give it; a name without an id takes the id that all others
// of that name have, where they agree.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "dateline/event.h"
#include "merge/base/flat_map.h"
#include "merge/base/hash.h"
#include "merge/records/articles.h"

namespace dateline::merge {

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
  // "organization/fr-government" of FR: "the Paris authorities" and "the president's new cabinet"
  // describe it, each for its day.
  struct Owner {
    std::uint32_t naming = FlatMap::none;  // the best
    std::array<char, 2> country = {};      // in small letters, which its id begins with; else 0

    [[nodiscard]] bool describes(std::string_view code) const {
      return country[0] != 0 && code.size() == 2 && (code[0] | 0x20) == country[0] &&
             (code[1] | 0x20) == country[1];
    }
  };
  static Owner owner_of(std::string_view id);
  static constexpr std::uint32_t ambiguous = 0xFFFFFFFE;

  std::uint32_t count(std::string_view id, std::string_view name, std::uint32_t times);

  FlatMap ids_, namings_of_, names_;
  std::vector<Naming> namings_;
  std::vector<Owner> best_;             // of an id
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
  const std::uint32_t owner = ids_.find(hash_of(participant.id));
  if (owner == FlatMap::none || best_[owner].naming == FlatMap::none ||
      best_[owner].describes(participant.country))
    return;
  participant.name = namings_[best_[owner].naming].name;
}

}  // namespace dateline::merge
