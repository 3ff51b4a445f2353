// Private to src/merge: the records of one event become one entry.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "merge/entries/actors.h"
#include "merge/entries/groups.h"
#include "merge/records/articles.h"

namespace dateline::merge {

// Keeps its buffers from event to event.
class Folding {
 public:
  Folding(const Articles& articles, const Labels& labels) : articles_(articles), labels_(labels) {}

  // Makes `event`, which is empty, of its records, in the order of comparison.
  void fold(std::span<const Member> members, Event& event);

 private:
  // What one record says that another may not.
  struct Saying {
    Date date;
    std::int32_t toll[4];
    std::string_view document;
  };

  void read(const Member& member, EventView& event);
  void begin(const Member& best);
  void absorb(const Member& member);
  void add_actor(const ActorView& actor);
  void add_place(const PlaceView& place);
  void note(const EventView& event);
  void tidy();
  [[nodiscard]] std::uint32_t count_groups(std::span<const Member> members);
  [[nodiscard]] std::vector<Variant> disagreements() const;
  void make_event(Event& event) const;

  const Articles& articles_;
  const Labels& labels_;
  EventView event_, other_;
  std::vector<ActorView> seen_actors_;  // as the articles give them
  std::vector<PlaceView> seen_places_;
  std::vector<Saying> sayings_;
  std::vector<std::uint32_t> groups_;
};

}  // namespace dateline::merge
