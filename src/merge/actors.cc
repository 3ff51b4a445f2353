// Counts the names of every id, then rewrites the events. Ties go to the longer name, then to the bytewise smaller.
#include "merge/actors.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "merge/flat_map.h"
#include "merge/hash.h"

namespace dateline::merge {
namespace {

struct Naming {                  // one id under one name
  const std::string* id;
  const std::string* name;
  std::uint32_t count = 0;
  std::uint32_t owner = 0;       // the number of the id
};

class Labels {
 public:
  void count(const std::string& id, const std::string& name);
  void settle();
  [[nodiscard]] std::string_view label(std::string_view id) const;
  [[nodiscard]] std::string_view id_named(std::string_view name) const;

 private:
  static constexpr std::uint32_t ambiguous = 0xFFFFFFFE;

  FlatMap ids_, namings_of_, names_;
  std::vector<Naming> namings_;
  std::vector<std::uint32_t> best_;       // of an id: its naming
  std::vector<std::uint32_t> of_name_;    // of a name: the naming whose id it means, or ambiguous
  std::vector<std::string> labels_, named_ids_;
};

void Labels::count(const std::string& id, const std::string& name) {
  if (id.empty() || name.empty()) return;
  const std::uint64_t id_hash = hash_of(id);
  const std::uint32_t owner = ids_.insert(id_hash, static_cast<std::uint32_t>(best_.size()));
  if (owner == best_.size()) best_.push_back(FlatMap::none);
  const std::uint32_t naming = namings_of_.insert(hash_of(name, id_hash), static_cast<std::uint32_t>(namings_.size()));
  if (naming == namings_.size()) {
    namings_.push_back({&id, &name, 0, owner});
    const std::uint32_t slot = names_.insert(hash_of(name), static_cast<std::uint32_t>(of_name_.size()));
    if (slot == of_name_.size()) {
      of_name_.push_back(naming);
    } else if (of_name_[slot] != ambiguous && namings_[of_name_[slot]].owner != owner) {
      of_name_[slot] = ambiguous;
    }
  }
  ++namings_[naming].count;
}

// Takes copies: the events' own strings are about to change.
void Labels::settle() {
  const auto is_better = [](const Naming& a, const Naming& b) {
    if (a.count != b.count) return a.count > b.count;
    if (a.name->size() != b.name->size()) return a.name->size() > b.name->size();
    return *a.name < *b.name;
  };
  for (std::uint32_t i = 0; i < namings_.size(); ++i) {
    std::uint32_t& best = best_[namings_[i].owner];
    if (best == FlatMap::none || is_better(namings_[i], namings_[best])) best = i;
  }
  for (const std::uint32_t best : best_) labels_.push_back(*namings_[best].name);
  for (const std::uint32_t naming : of_name_) {
    named_ids_.push_back(naming == ambiguous ? std::string() : *namings_[naming].id);
  }
}

std::string_view Labels::label(std::string_view id) const {
  const std::uint32_t owner = ids_.find(hash_of(id));
  return owner == FlatMap::none ? std::string_view() : std::string_view(labels_[owner]);
}

std::string_view Labels::id_named(std::string_view name) const {
  const std::uint32_t slot = names_.find(hash_of(name));
  return slot == FlatMap::none ? std::string_view() : std::string_view(named_ids_[slot]);
}

template <typename Participant>
void rewrite(const Labels& labels, Participant& participant) {
  if (participant.id.empty()) {
    if (participant.name.empty()) return;
    participant.id = labels.id_named(participant.name);
    if (participant.id.empty()) return;
  }
  const std::string_view label = labels.label(participant.id);
  if (!label.empty() && label != participant.name) participant.name = label;
}

}  // namespace

void unify_actors(Articles& articles) {
  Labels actors, places;
  for (const Extraction& item : articles.all) {
    for (const Event& event : item.events) {
      for (const EventActor& actor : event.actors) actors.count(actor.id, actor.name);
      for (const EventPlace& place : event.places) places.count(place.id, place.name);
    }
  }
  actors.settle();
  places.settle();
  for (Extraction& item : articles.all) {
    for (Event& event : item.events) {
      for (EventActor& actor : event.actors) rewrite(actors, actor);
      for (EventPlace& place : event.places) rewrite(places, place);
    }
  }
}

}  // namespace dateline::merge
