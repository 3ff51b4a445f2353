// Names are counted as events come in, and put into the entries when those are made.
#include "merge/entries/actors.h"

#include <algorithm>

namespace dateline::merge {

Labels::Owner Labels::owner_of(std::string_view id) {
  const std::string_view name = id.substr(id.find('/') + 1);
  if (name.size() <= 3 || name[2] != '-') return {};
  return {FlatMap::none, {name[0], name[1]}};
}

std::uint32_t Labels::count(std::string_view id, std::string_view name, std::uint32_t times) {
  const std::uint64_t id_hash = hash_of(id);
  const std::uint32_t owner = ids_.insert(id_hash, static_cast<std::uint32_t>(best_.size()));
  if (owner == best_.size()) best_.push_back(owner_of(id));
  const std::uint32_t naming =
      namings_of_.insert(hash_of(name, id_hash), static_cast<std::uint32_t>(namings_.size()));
  if (naming == namings_.size()) namings_.push_back({std::string(id), std::string(name), 0, owner});
  namings_[naming].count += times;
  return naming;
}

void Labels::count(const Event& event) {
  const auto note = [this](std::string_view id, std::string_view name) {
    if (!id.empty() && !name.empty()) log_.push_back(count(id, name, 1));
  };
  for (const EventActor& actor : event.actors) note(actor.id, actor.name);
  for (const EventPlace& place : event.places) note(place.id, place.name);
}

void Labels::add(const Labels& other) {
  for (const Naming& naming : other.namings_) count(naming.id, naming.name, naming.count);
}

void Labels::take_back(Range counted) {
  for (std::uint32_t i = counted.begin; i < counted.end; ++i) --namings_[log_[i]].count;
}

void Labels::settle() {
  const auto is_better = [](const Naming& a, const Naming& b) {
    if (a.count != b.count) return a.count > b.count;
    if (a.name.size() != b.name.size()) return a.name.size() > b.name.size();
    return a.name < b.name;
  };
  for (std::uint32_t i = 0; i < namings_.size(); ++i) {
    const Naming& naming = namings_[i];
    if (naming.count == 0) continue;
    std::uint32_t& best = best_[naming.owner].naming;
    if (best == FlatMap::none || is_better(naming, namings_[best])) best = i;
    const std::uint32_t slot =
        names_.insert(hash_of(naming.name), static_cast<std::uint32_t>(of_name_.size()));
    if (slot == of_name_.size()) {
      of_name_.push_back(i);
    } else if (of_name_[slot] != ambiguous && namings_[of_name_[slot]].owner != naming.owner) {
      of_name_[slot] = ambiguous;
    }
  }
}

}  // namespace dateline::merge
