// Private to src/merge: what of an event is compared, as numbers. One is made of every event before any two are
// compared, so that comparing touches no strings.
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "merge/articles.h"
#include "merge/words.h"

namespace dateline::merge {

// May these be one happening? Types of one group may (a town's seizure is one side's assault and the other's retreat).
enum class TypeGroup : std::uint8_t { force, talk, help, word, protest, sanction, office, law, economy, other };
// A plan is not its execution, a denial not the claim.
enum class Standing : std::uint8_t { fact, plan, denial };

[[nodiscard]] TypeGroup group_of(EventType type);
[[nodiscard]] Standing standing_of(Modality modality);

// A participant: the hash of an id or name, with what it is in the low bits.
enum class PartKind : std::uint8_t { name, site, word, land };
using Part = std::uint32_t;
[[nodiscard]] constexpr PartKind kind_of(Part part) { return static_cast<PartKind>(part & 3U); }

struct Slice {
  std::uint32_t begin = 0, end = 0;
};

struct Record {
  std::uint32_t article = 0;       // set by sort_records
  std::uint32_t event = 0;         // index into the article's events
  Day first = 0, last = 0;         // open ends are the ends of time
  std::uint64_t sentence = 0;      // hash of the first evidence's letters
  std::uint32_t mode = 0;          // hash; 0 where there is none
  std::uint32_t stems[2] = {0, 0}; // hashes of the trigger's content words, shortened
  Slice parts;                     // sorted
  Slice words;                     // sorted content words of the sentence
  EventType type = EventType::other;
  TypeGroup group = TypeGroup::other;
  Standing standing = Standing::fact;
  bool background = false;
  std::uint16_t sources[2] = {0, 0};   // countries of the first two sources that have one
  bool has_own_site = false;       // not only sites that the text mentions near it
};

struct Records {
  std::vector<Record> all;             // in order of comparison: the surest dates first
  std::vector<Part> parts;
  std::vector<std::uint32_t> words;    // hashes
};

inline constexpr Day beginning_of_time = -800000;
inline constexpr Day end_of_time = 3000000;

// Makes records as events come in.
class RecordMaker {
 public:
  explicit RecordMaker(std::function<bool(std::string_view)> is_common) : hashes_(std::move(is_common)) {}
  void add(const Event& event, std::uint32_t number, Records& records);

 private:
  WordHashes hashes_;
  std::vector<Part> parts_;
  std::vector<std::uint32_t> scratch_, words_;
  std::string sentence_;               // that words_ were read from: events of one sentence follow each other
  std::uint64_t letters_ = 0;
};

void set_dates(const Date& date, Record& record);

// Numbers the records by the sorted articles, leaves out those of dropped articles, and sorts.
void sort_records(const Articles& articles, Records& records);

}  // namespace dateline::merge
