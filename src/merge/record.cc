// Events into records of numbers, sorted by how sure their dates are, then by date, then by where they were read.
#include "merge/record.h"

#include <algorithm>
#include <string>
#include <string_view>
#include <tuple>

#include "merge/hash.h"
#include "text/text.h"

namespace dateline::merge {
namespace {

constexpr std::size_t most_words = 32;      // of a sentence; the others are not compared
constexpr std::size_t stem_bytes = 5;

Part make_part(PartKind kind, std::string_view text) {
  const auto hash = static_cast<std::uint32_t>(hash_of(text) >> 32);
  return (hash & ~3U) | static_cast<std::uint32_t>(kind);
}

bool is_site(std::string_view kind) {
  return !(kind == "country" || kind == "region" || kind == "continent" || kind == "water" || kind == "area");
}

// A site counts by its id and by its name, which a city and the region around it may share. A place that is only
// mentioned near the event may be where it was, but does not exclude another.
void add_place(const EventPlace& place, Record& record, std::vector<Part>& parts) {
  const bool site = is_site(place.kind);
  if (site && !place.id.empty()) parts.push_back(make_part(PartKind::site, place.id));
  if (site || place.kind == "region") parts.push_back(make_part(PartKind::site, text::fold(place.name) + place.country));
  record.has_own_site |= site && place.relation != PlaceRelation::context;
  if (!place.country.empty()) parts.push_back(make_part(PartKind::land, place.country));
}

// A country, or a capital that stands for one, is known by its country: "Moscow" and "Russia" are one actor.
bool is_named(const EventActor& actor) {
  return !actor.id.empty() && actor.type != "nationality" && !actor.id.starts_with("place/") &&
         actor.kind != "country";
}

void add_actor(const EventActor& actor, WordHashes& words, std::vector<std::uint32_t>& scratch, std::vector<Part>& parts) {
  if (actor.role == ActorRole::attributed) return;
  if (is_named(actor)) {
    parts.push_back(make_part(PartKind::name, actor.id));
  } else {
    words.read(actor.name, scratch);
    for (const std::uint32_t word : scratch) parts.push_back((word & ~3U) | static_cast<std::uint32_t>(PartKind::word));
  }
  if (!actor.country.empty()) parts.push_back(make_part(PartKind::land, actor.country));
}

void add_source(const EventActor& actor, Record& record) {
  if (actor.role != ActorRole::source || actor.country.size() != 2) return;
  const auto code = static_cast<std::uint16_t>(actor.country[0] << 8 | actor.country[1]);
  for (std::uint16_t& known : record.sources) {
    if (known == code) return;
    if (known != 0) continue;
    known = code;
    return;
  }
}

std::uint64_t letters_hash(std::string_view sentence) {
  std::uint64_t state = 0;
  for (const char c : sentence) {
    const auto byte = static_cast<unsigned char>(c);
    const unsigned lower = byte | 0x20U;
    if ((lower >= 'a' && lower <= 'z') || byte >= 0x80) state = mix(state, lower);
  }
  return state;
}

// The first bytes of a trigger's longest words: "seized control" and "seizure" meet in "seizu".
void set_stems(std::string_view trigger, Record& record) {
  const std::string folded = text::fold(trigger);
  std::string_view longest[2];
  for (std::size_t at = 0; at < folded.size();) {
    std::size_t end = at;
    while (end < folded.size() && folded[end] != ' ' && folded[end] != '-') ++end;
    const std::string_view word = std::string_view(folded).substr(at, std::min(end - at, stem_bytes));
    if (word.size() > longest[0].size()) {
      longest[1] = longest[0];
      longest[0] = word;
    } else if (word.size() > longest[1].size()) {
      longest[1] = word;
    }
    at = end + 1;
  }
  for (int i = 0; i < 2; ++i) {
    if (longest[i].size() > 3 || (i == 0 && !longest[i].empty())) {
      record.stems[i] = static_cast<std::uint32_t>(hash_of(longest[i]) >> 32) | 1U;
    }
  }
}

template <typename T>
Slice append_sorted(std::vector<T>& items, std::vector<T>& pool) {
  std::sort(items.begin(), items.end());
  items.erase(std::unique(items.begin(), items.end()), items.end());
  const auto begin = static_cast<std::uint32_t>(pool.size());
  pool.insert(pool.end(), items.begin(), items.end());
  return {begin, static_cast<std::uint32_t>(pool.size())};
}

}  // namespace

TypeGroup group_of(EventType type) {
  switch (type) {
    case EventType::assault: case EventType::coerce: case EventType::mobilize: case EventType::retreat:
    case EventType::crime: case EventType::die: case EventType::disaster: case EventType::concede:
      return TypeGroup::force;
    case EventType::agree: case EventType::consult: case EventType::cooperate:
      return TypeGroup::talk;
    case EventType::support: case EventType::aid:
      return TypeGroup::help;
    case EventType::request: case EventType::accuse: case EventType::reject: case EventType::threaten:
    case EventType::statement:
      return TypeGroup::word;
    case EventType::protest: return TypeGroup::protest;
    case EventType::sanction: return TypeGroup::sanction;
    case EventType::elect: case EventType::appoint: return TypeGroup::office;
    case EventType::legal: return TypeGroup::law;
    case EventType::economy: return TypeGroup::economy;
    case EventType::other: break;
  }
  return TypeGroup::other;
}

Standing standing_of(Modality modality) {
  switch (modality) {
    case Modality::planned: case Modality::requested: case Modality::conditional: return Standing::plan;
    case Modality::denied: case Modality::negated: return Standing::denial;
    default: return Standing::fact;
  }
}

void set_dates(const Date& date, Record& record) {
  record.first = date.first == no_day ? beginning_of_time : date.first;
  record.last = date.last == no_day ? end_of_time : date.last;
}

void RecordMaker::add(const Event& event, std::uint32_t number, Records& records) {
  Record record;
  record.event = number;
  set_dates(event.date.date, record);
  record.type = event.type;
  record.group = group_of(event.type);
  record.standing = standing_of(event.modality);
  record.background = event.background;
  if (!event.mode.empty()) record.mode = static_cast<std::uint32_t>(hash_of(event.mode) >> 32) | 1U;
  set_stems(event.trigger, record);
  parts_.clear();
  for (const EventPlace& place : event.places) add_place(place, record, parts_);
  for (const EventActor& actor : event.actors) {
    add_actor(actor, hashes_, scratch_, parts_);
    add_source(actor, record);
  }
  record.parts = append_sorted(parts_, records.parts);
  const std::string_view sentence = event.evidence.empty() ? std::string_view() : event.evidence.front().sentence;
  if (sentence != sentence_ || letters_ == 0) {
    sentence_ = sentence;
    letters_ = letters_hash(sentence);
    hashes_.read(sentence, words_);
    if (words_.size() > most_words) words_.resize(most_words);
  }
  record.sentence = letters_;
  record.words = append_sorted(words_, records.words);
  records.all.push_back(record);
}

void sort_records(const Articles& articles, Records& records) {
  std::vector<Record> kept;
  kept.reserve(records.all.size());
  for (std::uint32_t i = 0; i < articles.all.size(); ++i) {
    for (std::uint32_t k = articles.all[i].records.begin; k < articles.all[i].records.end; ++k) {
      kept.push_back(records.all[k]);
      kept.back().article = i;
    }
  }
  std::sort(kept.begin(), kept.end(), [](const Record& a, const Record& b) {
    return std::tuple(a.last - a.first, a.first, a.article, a.event) <
           std::tuple(b.last - b.first, b.first, b.article, b.event);
  });
  records.all = std::move(kept);
}

}  // namespace dateline::merge
