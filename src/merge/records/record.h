// Private to src/merge: what of an event is compared, as numbers. One is made of every event before
// any two are compared, so that comparing touches no strings.
#pragma once

#include <cstdint>
#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "merge/base/arena.h"
#include "merge/base/marked.h"
#include "merge/records/articles.h"
#include "merge/records/deeds.h"
#include "merge/records/sides.h"
#include "merge/records/words.h"

namespace dateline::merge {

// May these be one happening? Types of one group may (a town's seizure is one side's assault and
// the other's retreat).
enum class TypeGroup : std::uint8_t {
  force,
  talk,
  help,
  word,
  protest,
  sanction,
  office,
  law,
  economy,
  other
};
// A plan is not its execution, a denial not the claim.
enum class Standing : std::uint8_t { fact, plan, denial };
inline constexpr std::size_t standings = static_cast<std::size_t>(Standing::denial) + 1;

[[nodiscard]] TypeGroup group_of(EventType type);
[[nodiscard]] Standing standing_of(Modality modality);

// A participant: the hash of an id or name, with what it is in the low bits.
enum class PartKind : std::uint8_t { name, person, site, area, word, land };
using Part = std::uint32_t;
inline constexpr Part kind_mask = 7;
[[nodiscard]] constexpr PartKind kind_of(Part part) {
  return static_cast<PartKind>(part & kind_mask);
}
[[nodiscard]] constexpr Part make_part(PartKind kind, std::uint32_t hash) {
  return (hash & ~kind_mask) | static_cast<Part>(kind);
}

inline constexpr Day beginning_of_time = -800000;
inline constexpr Day end_of_time = 3000000;

struct Record {
  std::uint32_t article = 0;                     // set by Records
  std::uint32_t event = 0;                       // in the count of all events; likewise
  Day first = 0, last = 0;                       // open ends are the ends of time
  std::uint64_t sentence = 0;                    // hash of the first evidence's letters
  std::uint64_t part_marks = 0, word_marks = 0;  // of its parts and words: see Marked
  std::uint64_t telling_marks = 0;               // of its telling words
  const char* block = nullptr;                   // of its article
  std::uint32_t at = 0;                          // where its fields are in the block
  std::uint32_t mode = 0;                        // hash; 0 where there is none
  const Part* part_list = nullptr;               // sorted
  const std::uint32_t* word_list = nullptr;      // sorted content words of the sentence
  std::uint32_t telling = 0;  // of these, a bit each: those that name no date, place, actor or toll
  std::uint32_t stems[2] = {0, 0};  // hashes of the trigger's content words, shortened
  std::uint32_t trigger_word = 0;   // the last of them as it stands in a sentence
  // All sides, sources, targets, circumstances, those that the event itself names: each sorted.
  const std::uint32_t* side_list = nullptr;
  std::uint8_t all_count = 0, source_count = 0, target_count = 0;
  std::uint8_t circumstance_count = 0, own_count = 0;
  std::uint8_t kinds_of_parts = 0;  // one bit each
  std::uint8_t kinds_of_targets = 0;
  std::uint8_t land_count = 0;
  std::int32_t dead = -1;  // of arrests and the like: how many were detained
  std::uint16_t part_count = 0;
  std::uint16_t site_marks = 0;    // of its sites: a bit of sixteen each
  std::uint16_t participants = 0;  // actors and places
  std::uint8_t word_count = 0;
  std::uint8_t hidden_words = 0, hidden_telling = 0;  // that share their mark with another
  std::uint8_t telling_count = 0;
  EventType type = EventType::other;
  Deeds deeds;
  TypeGroup group = TypeGroup::other;
  Standing standing = Standing::fact;
  bool background = false;
  bool has_own_site = false;    // not only sites that the text mentions near it
  bool has_known_site = false;  // that the gazetteer has; a name that it lacks may be a suburb
  bool stated = false;          // the text names the date
  Zone zone = Zone::body;
  bool is_anchored = false;  // a sister has dated its article
  Precision precision = Precision::unknown;
  std::uint32_t begin = 0, trigger_begin = 0;  // of its sentence, and in it

  [[nodiscard]] std::span<const Part> parts() const { return {part_list, part_count}; }
  [[nodiscard]] Marked marked_parts() const {
    return {part_list, part_list + part_count, part_marks};
  }
  [[nodiscard]] Marked marked_words() const {
    return {word_list, word_list + word_count, word_marks};
  }
  [[nodiscard]] std::span<const std::uint32_t> words() const { return {word_list, word_count}; }
  [[nodiscard]] Side all_sides() const { return {side_list, all_count}; }
  [[nodiscard]] Side sources() const { return {side_list + all_count, source_count}; }
  [[nodiscard]] Side targets() const {
    return {side_list + all_count + source_count, target_count};
  }
  [[nodiscard]] Keys circumstances() const {
    return {side_list + all_count + source_count + target_count, circumstance_count};
  }
  [[nodiscard]] Keys own_circumstances() const {
    const Keys all = circumstances();
    return {all.data() + all.size(), own_count};
  }
  // Whom its fate befalls.
  [[nodiscard]] Side undergoers() const {
    if (deeds.fate == Fate::victory) return all_sides();  // one wins, or is elected
    return deeds.befalls_source ? sources() : targets();
  }
  [[nodiscard]] bool is_day() const { return first == last; }
  [[nodiscard]] Date date() const {
    return {first == beginning_of_time ? no_day : first, last == end_of_time ? no_day : last,
            precision};
  }
};

// Those of all articles, in order of comparison: the surest dates first, then by date, then by
// where they were read. They stay where their shelf has put them; what is asked of one after the
// other is kept here.
class Records {
 public:
  Records() = default;
  explicit Records(const Articles& articles);

  [[nodiscard]] std::uint32_t size() const { return static_cast<std::uint32_t>(all_.size()); }
  [[nodiscard]] const Record& operator[](std::uint32_t i) const { return *all_[i].record; }
  [[nodiscard]] Standing standing(std::uint32_t i) const {
    return static_cast<Standing>(all_[i].key >> standing_shift);
  }
  [[nodiscard]] Day first_day(std::uint32_t i) const {
    return static_cast<Day>(static_cast<std::uint32_t>(all_[i].key) ^ 0x80000000U);
  }
  // All before it are dated to a day.
  [[nodiscard]] std::uint32_t first_wide() const { return first_wide_; }

  // It will be read soon; its lists, when it may have come.
  void prefetch(std::uint32_t i) const {
    if (i >= size()) return;
    const auto* const at = reinterpret_cast<const char*>(all_[i].record);
    for (std::size_t line = 0; line < sizeof(Record); line += 64) __builtin_prefetch(at + line);
  }
  void prefetch_lists(std::uint32_t i) const {
    if (i >= size()) return;
    __builtin_prefetch((*this)[i].part_list);
    __builtin_prefetch((*this)[i].word_list);
  }

 private:
  static constexpr unsigned standing_shift = 60;
  static constexpr std::uint32_t most_width = (std::uint32_t{1} << (standing_shift - 32)) - 1;
  struct Item {
    std::uint64_t key;  // standing, which is not sorted by; width of the date, first day
    const Record* record;
  };
  [[nodiscard]] static std::uint64_t key_of(const Record& record);
  [[nodiscard]] std::uint32_t width(std::uint32_t i) const {
    return static_cast<std::uint32_t>(all_[i].key >> 32) & most_width;
  }

  LargeVector<Item> all_;
  std::uint32_t first_wide_ = 0;
};

// Makes records as events come in; their lists are kept in the arena.
class RecordMaker {
 public:
  RecordMaker(WordReader& reader, Arena& arena) : reader_(reader), arena_(arena) {}
  // `reports` are those of its article; where one has the event's sentence, its words are known
  // already.
  [[nodiscard]] Record make(const Event& event, std::span<const Report> reports);
  // Forgets the last sentence: what an article holds does not depend on the one before it.
  void start_article() {
    sentence_.clear();
    letters_ = 0;
  }
  // Was the sentence of the last event read, and not known before?
  [[nodiscard]] bool has_read() const { return has_read_; }

 private:
  void add_actor(const EventActor& actor);
  void add_actors(const Event& event);
  void add_sides(const Event& event, Record& record);
  void add_own_circumstances();
  static void set_facts(const Event& event, Record& record);
  void read_texts(const Event& event, Record& record);
  void set_parts(Record& record);
  void set_words(Record& record);
  void add_known(std::string_view text);
  [[nodiscard]] std::uint32_t telling_words() const;
  [[nodiscard]] std::uint32_t find_leader();
  void read_sentence(const Evidence& evidence, std::span<const Report> reports);

  WordReader& reader_;
  Arena& arena_;
  std::vector<Part> parts_;
  std::vector<std::uint32_t> scratch_, side_, sides_;
  std::vector<std::uint32_t> known_;            // words that are compared in other ways
  std::vector<std::uint32_t> keys_, key_ends_;  // of the sides: one run an actor
  std::vector<std::uint32_t> circumstances_;    // of the sentence; then those that the event names
  std::vector<std::uint32_t> own_circumstances_;
  Fate fate_ = Fate::none;            // that the sentence tells of
  std::uint32_t leader_ = 0;          // of the sentence: see Circumstance::leader
  std::uint32_t circumstantial_ = 0;  // words of the sentence that tell of them, a bit each
  std::string sentence_;  // that words_ were read from: events of one sentence follow each other
  std::uint64_t letters_ = 0;
  std::string lower_;
  std::span<std::uint32_t> words_;
  bool has_read_ = false;
};

// A title words its article's news in its own way.
[[nodiscard]] inline bool is_headline_of(const Record& a, const Record& b) {
  return a.article == b.article && ((a.zone == Zone::title && b.zone == Zone::body) ||
                                    (a.zone == Zone::body && b.zone == Zone::title));
}
void set_dates(const Date& date, Record& record);

}  // namespace dateline::merge
