// Private to src/merge: an extraction as one short block of bytes. A chronology may hold millions
// of events; as structs of strings they would need a kilobyte each, packed they need about two
// hundred bytes, and only the entries that come out are ever unpacked.
//
//   block   [fields' begin][where each text begins, and the last one ends]  texts ...  fields ...
//
// All offsets are from the block's begin. Every text of the article is kept once; fields name it by
// number.
#pragma once

#include <cstdint>
#include <cstring>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "dateline/event.h"
#include "merge/base/bytes.h"

namespace dateline::merge {

class Packer {
 public:
  struct Packed {
    std::string_view bytes;              // valid until the next pack()
    std::vector<std::uint32_t> events;   // where each event's fields begin in the block
    std::vector<std::uint32_t> reports;  // likewise
  };
  [[nodiscard]] const Packed& pack(const Extraction& extraction);

 private:
  void number(std::uint64_t value);
  void day(Day value);
  void text(std::string_view value);
  void span(Span value);
  void date(const Date& value);
  void source(const Source& value);
  void event(const Event& value);
  void report(const DayReport& value);
  void evidence(const Evidence& value);
  void explanation(const Explanation& value);

  Packed packed_;
  Bytes block_, texts_, fields_;
  std::vector<std::uint32_t> begins_;  // of the texts; in front, what stands in front of them
  // Texts seen in this article, by hash; where two meet, the later takes the place and a text may
  // be kept twice.
  struct Known {
    std::uint64_t hash = 0;
    std::uint32_t article = 0, number = 0;
  };
  std::vector<Known> known_ = std::vector<Known>(4096);
  std::uint32_t article_ = 0;
  std::uint32_t empty_ = 0;  // the number of the empty text, plus 1: many fields have none
};

// An event as it lies in its block: texts are views into it. Reading one allocates nothing once its
// lists have grown.
struct ActorView {
  std::string_view name, id, type, kind, country;
  ActorRole role = ActorRole::source;
};

struct PlaceView {
  std::string_view name, id, kind, country;
  PlaceRelation relation = PlaceRelation::location;
  std::optional<Coordinates> where;
};

struct EvidenceView {
  std::string_view document, sentence, rule_place;
  std::uint32_t article = 0, line = 0;
  Span span, date_span, trigger_span;
  Zone zone = Zone::body;
  RuleId rule = no_rule;
  std::vector<Explanation> explanations;  // only with --explain
};

struct EventView {
  Date date;
  std::string_view date_text, date_basis, date_value;
  Day anchor = no_day;
  EventType type = EventType::other;
  Modality modality = Modality::asserted;
  bool background = false;
  std::string_view mode, trigger, toll_words, summary;
  std::int32_t toll[4] = {-1, -1, -1, -1};  // dead, injured, detained, displaced
  std::vector<std::string_view> attribution;
  std::vector<ActorView> actors;
  std::vector<PlaceView> places;
  std::vector<EvidenceView> evidence;
};

class Unpacker {
 public:
  explicit Unpacker(const char* block) : block_(block) {}
  [[nodiscard]] Source source() const;
  // The source will be asked for soon; the block's first bytes have come.
  [[gnu::always_inline]] void prefetch() const {
    std::uint32_t fields = 0;
    std::memcpy(&fields, block_, sizeof fields);
    __builtin_prefetch(block_ + fields);
    __builtin_prefetch(block_ + 64);
    __builtin_prefetch(block_ + 128);
  }
  [[nodiscard]] std::string_view document() const;
  void event(std::uint32_t at, EventView& value) const;
  [[nodiscard]] DayReport report(std::uint32_t at) const;
  // Only its sentence, as it stands in the block.
  [[nodiscard]] std::string_view sentence_of_report(std::uint32_t at) const;

 private:
  struct Cursor;

  const char* block_;
};

}  // namespace dateline::merge
