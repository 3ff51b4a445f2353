// Names are counted as events come in, and put into the entries when those are made.
#include "merge/actors.h"

#include "merge/hash.h"

namespace dateline::merge {

void Labels::count(std::string_view id, std::string_view name) {
  if (id.empty() || name.empty()) return;
  const std::uint64_t id_hash = hash_of(id);
  const std::uint32_t owner = ids_.insert(id_hash, static_cast<std::uint32_t>(best_.size()));
  if (owner == best_.size()) best_.push_back(FlatMap::none);
  const std::uint32_t naming = namings_of_.insert(hash_of(name, id_hash), static_cast<std::uint32_t>(namings_.size()));
  if (naming == namings_.size()) namings_.push_back({std::string(id), std::string(name), 0, owner});
  ++namings_[naming].count;
  log_.push_back(naming);
}

void Labels::count(const Event& event) {
  for (const EventActor& actor : event.actors) count(actor.id, actor.name);
  for (const EventPlace& place : event.places) count(place.id, place.name);
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
    std::uint32_t& best = best_[naming.owner];
    if (best == FlatMap::none || is_better(naming, namings_[best])) best = i;
    const std::uint32_t slot = names_.insert(hash_of(naming.name), static_cast<std::uint32_t>(of_name_.size()));
    if (slot == of_name_.size()) {
      of_name_.push_back(i);
    } else if (of_name_[slot] != ambiguous && namings_[of_name_[slot]].owner != naming.owner) {
      of_name_[slot] = ambiguous;
    }
  }
}

template <typename Participant>
void Labels::rewrite_one(Participant& participant) const {
  if (participant.name.empty()) return;
  if (participant.id.empty()) {
    const std::uint32_t slot = names_.find(hash_of(participant.name));
    if (slot == FlatMap::none || of_name_[slot] == ambiguous) return;
    participant.id = namings_[of_name_[slot]].id;
  }
  const std::uint32_t owner = ids_.find(hash_of(participant.id));
  if (owner == FlatMap::none || best_[owner] == FlatMap::none) return;
  const std::string& label = namings_[best_[owner]].name;
  if (label != participant.name) participant.name = label;
}

void Labels::rewrite(Event& event) const {
  for (EventActor& actor : event.actors) rewrite_one(actor);
  for (EventPlace& place : event.places) rewrite_one(place);
}

}  // namespace dateline::merge
