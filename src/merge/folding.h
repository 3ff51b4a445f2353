// Private to src/merge: the records of one event become one entry.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "merge/actors.h"
#include "merge/articles.h"
#include "merge/record.h"

namespace dateline::merge {

// Keeps its buffers from event to event.
class Folding {
 public:
  Folding(const Articles& articles, const Labels& labels, const Records& records)
      : articles_(articles), labels_(labels), records_(records) {}

  // One entry of the records with these numbers, which ascend.
  [[nodiscard]] Event fold(std::span<const std::uint32_t> members);

 private:
  // What one record says that another may not.
  struct Saying {
    Date date;
    std::int32_t toll[4];
    std::string_view document;
  };

  void read(std::uint32_t record, EventView& event);
  void begin(std::uint32_t best);
  void absorb(std::uint32_t record);
  void add_actor(const ActorView& actor);
  void add_place(const PlaceView& place);
  void note(const EventView& event);
  void tidy();
  [[nodiscard]] std::uint32_t count_groups(std::span<const std::uint32_t> members);
  [[nodiscard]] std::vector<Variant> disagreements() const;
  [[nodiscard]] Event made() const;

  const Articles& articles_;
  const Labels& labels_;
  const Records& records_;
  EventView event_, other_;
  std::vector<ActorView> seen_actors_;   // as the articles give them
  std::vector<PlaceView> seen_places_;
  std::vector<Saying> sayings_;
  std::vector<std::uint32_t> groups_;
};

}  // namespace dateline::merge
