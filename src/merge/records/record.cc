// Events into records of numbers, sorted by how sure their dates are, then by date, then by where
// they were read.
#include "merge/records/record.h"

#include <algorithm>
#include <array>
#include <bit>
#include <string>
#include <string_view>

#include "merge/base/hash.h"
#include "merge/base/radix.h"
#include "merge/records/circumstances.h"
#include "text/text.h"

namespace dateline::merge {
namespace {

constexpr std::size_t most_words = 32;   // of a sentence; the others are not compared
constexpr std::size_t most_parts = 256;  // of an event
constexpr std::size_t stem_bytes = 5;

Part make_part(PartKind kind, std::string_view text) {
  return make_part(kind, static_cast<std::uint32_t>(hash_of(text) >> 32));
}

bool is_site(std::string_view kind) {
  return !(kind == "country" || kind == "region" || kind == "continent" || kind == "water" ||
           kind == "area");
}

// A site counts by its id, and as an area by its name, which a city and the region around it may
// share. A place that is only mentioned near the event may be where it was, but does not exclude
// another.
void add_place(const EventPlace& place, Record& record, std::vector<Part>& parts) {
  const bool site = is_site(place.kind);
  if (site && !place.id.empty()) parts.push_back(make_part(PartKind::site, place.id));
  if (site || place.kind == "region" || place.kind == "water")
    parts.push_back(make_part(PartKind::area, text::fold(place.name) + place.country));
  record.has_own_site |= site && place.relation != PlaceRelation::context;
  record.has_known_site |= site && !place.kind.empty();
  if (!place.country.empty()) parts.push_back(make_part(PartKind::land, place.country));
}

// A country, or a capital that stands for one, is known by its country: "Moscow" and "Russia" are
// one actor.
bool is_named(const EventActor& actor) {
  return !actor.id.empty() && actor.type != "nationality" && !actor.id.starts_with("place/") &&
         actor.kind != "country";
}

// Of each byte what is hashed: letters without their case, and all that is not ASCII; 0: nothing.
constexpr auto letter_of = [] {
  std::array<char, 256> letters = {};
  for (unsigned byte = 0; byte < letters.size(); ++byte) {
    const unsigned lower = byte | 0x20U;
    if ((lower >= 'a' && lower <= 'z') || byte >= 0x80) letters[byte] = static_cast<char>(lower);
  }
  return letters;
}();

// 0 where there are none.
std::uint64_t letters_hash(std::string_view sentence, std::string& letters) {
  letters.resize(std::max(letters.size(), sentence.size()));
  char* at = letters.data();
  for (const char c : sentence) {
    *at = letter_of[static_cast<unsigned char>(c)];
    at += *at != 0;
  }
  return at == letters.data() ? 0 : hash_of({letters.data(), at});
}

// The first bytes of a trigger's longest words: "seized control" and "seizure" meet in "seizu".
void set_stems(std::string_view trigger, Record& record) {
  const std::string folded = text::fold(trigger);
  std::string_view longest[2];
  for (std::size_t at = 0; at < folded.size();) {
    std::size_t end = at;
    while (end < folded.size() && folded[end] != ' ' && folded[end] != '-') ++end;
    const std::string_view word =
        std::string_view(folded).substr(at, std::min(end - at, stem_bytes));
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

std::uint32_t mode_key(std::string_view mode) {
  return static_cast<std::uint32_t>(hash_of(mode) >> 32) | 1U;
}

void make_set(std::vector<std::uint32_t>& items) {
  std::sort(items.begin(), items.end());
  items.erase(std::unique(items.begin(), items.end()), items.end());
}

}  // namespace

TypeGroup group_of(EventType type) {
  switch (type) {
    case EventType::assault:
    case EventType::coerce:
    case EventType::mobilize:
    case EventType::retreat:
    case EventType::crime:
    case EventType::die:
    case EventType::disaster:
    case EventType::concede:
      return TypeGroup::force;
    case EventType::agree:
    case EventType::consult:
    case EventType::cooperate:
      return TypeGroup::talk;
    case EventType::support:
    case EventType::aid:
      return TypeGroup::help;
    case EventType::request:
    case EventType::accuse:
    case EventType::reject:
    case EventType::threaten:
    case EventType::statement:
      return TypeGroup::word;
    case EventType::protest:
      return TypeGroup::protest;
    case EventType::sanction:
      return TypeGroup::sanction;
    case EventType::elect:
    case EventType::appoint:
      return TypeGroup::office;
    case EventType::legal:
      return TypeGroup::law;
    case EventType::economy:
      return TypeGroup::economy;
    case EventType::other:
      break;
  }
  return TypeGroup::other;
}

Standing standing_of(Modality modality) {
  switch (modality) {
    case Modality::planned:
    case Modality::requested:
    case Modality::conditional:
      return Standing::plan;
    case Modality::denied:
    case Modality::negated:
      return Standing::denial;
    default:
      return Standing::fact;
  }
}

void set_dates(const Date& date, Record& record) {
  record.first = date.first == no_day ? beginning_of_time : date.first;
  record.last = date.last == no_day ? end_of_time : date.last;
  record.precision = date.precision;
}

// Its words have been read.
void RecordMaker::add_actor(const EventActor& actor) {
  if (is_named(actor)) {
    parts_.push_back(
        make_part(actor.type == "person" ? PartKind::person : PartKind::name, actor.id));
  } else {
    for (const std::uint32_t word : scratch_) parts_.push_back(make_part(PartKind::word, word));
  }
  if (!actor.country.empty()) parts_.push_back(make_part(PartKind::land, actor.country));
}

// Of the words that were read last.
void RecordMaker::add_own_circumstances() {
  for (const std::uint32_t word : scratch_) {
    const Keys keys = reader_.circumstances_of(word);
    own_circumstances_.insert(own_circumstances_.end(), keys.begin(), keys.end());
  }
}

void RecordMaker::add_actors(const Event& event) {
  own_circumstances_.clear();
  keys_.clear();
  key_ends_.clear();
  const std::size_t of_places = known_.size();
  for (const EventActor& actor : event.actors) {
    reader_.read_name(actor.name, scratch_);
    if (!actor.id.empty() || actor.role == ActorRole::attributed)
      known_.insert(known_.end(), scratch_.begin(), scratch_.end());
    if (actor.role != ActorRole::attributed) {
      add_actor(actor);
      add_own_circumstances();
      const std::string_view unnumbered = without_number(actor.name);
      if (unnumbered.size() < actor.name.size()) reader_.read_name(unnumbered, scratch_);
      if (actor.id.empty()) {  // "a Kabul police chief" is not "a Kabul journalist"
        std::erase_if(scratch_, [&](std::uint32_t word) {
          const auto end = known_.begin() + static_cast<std::ptrdiff_t>(of_places);
          return std::find(known_.begin(), end, word) != end;
        });
      }
      add_to_side(actor, scratch_, keys_);
    }
    key_ends_.push_back(static_cast<std::uint32_t>(keys_.size()));
  }
}

void RecordMaker::add_sides(const Event& event, Record& record) {
  constexpr std::size_t most_of_side = 40;
  sides_.clear();
  const auto add = [&](auto is_of) {
    side_.clear();
    for (std::size_t i = 0; i < event.actors.size(); ++i) {
      if (!is_of(event.actors[i].role)) continue;
      const auto begin = keys_.begin() + (i == 0 ? 0 : key_ends_[i - 1]);
      side_.insert(side_.end(), begin, keys_.begin() + key_ends_[i]);
    }
    make_set(side_);
    if (side_.size() > most_of_side) side_.resize(most_of_side);
    sides_.insert(sides_.end(), side_.begin(), side_.end());
    return static_cast<std::uint8_t>(side_.size());
  };
  record.all_count = add([](ActorRole role) { return role != ActorRole::attributed; });
  record.source_count = add([](ActorRole role) { return role == ActorRole::source; });
  record.target_count = add([](ActorRole role) { return role == ActorRole::target; });
  if (leader_ != 0) own_circumstances_.push_back(leader_);
  make_set(own_circumstances_);
  sides_.insert(sides_.end(), circumstances_.begin(), circumstances_.end());
  sides_.insert(sides_.end(), own_circumstances_.begin(), own_circumstances_.end());
  record.circumstance_count = static_cast<std::uint8_t>(circumstances_.size());
  record.own_count = static_cast<std::uint8_t>(own_circumstances_.size());
  record.side_list = arena_.keep(sides_).data();
  record.kinds_of_targets = kinds_of(record.targets());
}

void RecordMaker::read_sentence(const Evidence& evidence, std::span<const Report> reports) {
  has_read_ = false;
  if (evidence.sentence == sentence_ && letters_ != 0) return;
  sentence_ = evidence.sentence;
  letters_ = letters_hash(sentence_, lower_);
  const auto report =
      std::lower_bound(reports.begin(), reports.end(), evidence.span.begin,
                       [](const Report& x, std::uint32_t begin) { return x.begin < begin; });
  if (report != reports.end() && report->sentence == sentence_) {
    scratch_.assign(report->words.begin(), report->words.end());
  } else {
    reader_.read(sentence_, scratch_);
    has_read_ = true;
  }
  make_set(scratch_);
  if (scratch_.size() > most_words) scratch_.resize(most_words);
  words_ = arena_.keep(scratch_);
  circumstances_.clear();
  circumstantial_ = 0;
  leader_ = 0;
  fate_ = Fate::none;
  for (std::size_t i = 0; i < words_.size(); ++i) {
    const Keys keys = reader_.circumstances_of(words_[i]);
    if (keys.empty()) continue;
    if (const Fate fate = told_fate(keys); fate != Fate::none) {
      fate_ = fate_ == Fate::none ? fate : std::min(fate_, fate);  // words have no order here
      continue;
    }
    circumstantial_ |= std::uint32_t{1} << i;
    circumstances_.insert(circumstances_.end(), keys.begin(), keys.end());
  }
  make_set(circumstances_);
  if ((kinds_of(circumstances_) & kind_bit(Circumstance::leader)) != 0) leader_ = find_leader();
}

// What the first cause that the sentence names is called; 0 if it is no leader.
std::uint32_t RecordMaker::find_leader() {
  reader_.read(sentence_, scratch_);  // in text order
  for (const std::uint32_t word : scratch_) {
    const Keys keys = reader_.circumstances_of(word);
    if ((kinds_of(keys) & kind_bit(Circumstance::cause)) == 0) continue;
    const auto leads = std::find_if(keys.begin(), keys.end(), [](std::uint32_t key) {
      return (kinds_of({&key, 1}) & kind_bit(Circumstance::leader)) != 0;
    });
    return leads == keys.end() ? 0 : *leads;
  }
  return 0;
}

// What is compared by itself does not speak for two sentences a second time.
void RecordMaker::add_known(std::string_view text) {
  if (text.empty()) return;
  reader_.read_name(text, scratch_);
  known_.insert(known_.end(), scratch_.begin(), scratch_.end());
}

std::uint32_t RecordMaker::telling_words() const {
  auto telling = static_cast<std::uint32_t>((std::uint64_t{1} << words_.size()) - 1);
  telling &= ~circumstantial_;
  for (const std::uint32_t word : known_) {
    const auto found = std::lower_bound(words_.begin(), words_.end(), word);
    if (found != words_.end() && *found == word)
      telling &= ~(std::uint32_t{1} << (found - words_.begin()));
  }
  return telling;
}

// What the event says of itself, in numbers.
void RecordMaker::set_facts(const Event& event, Record& record) {
  set_dates(event.date.date, record);
  record.type = event.type;
  record.deeds = deeds_of(event.mode, event.type);
  record.group = group_of(event.type);
  record.standing = standing_of(event.modality);
  record.background = event.background;
  record.stated = !event.date.text.empty();
  record.participants = static_cast<std::uint16_t>(
      std::min<std::size_t>(event.actors.size() + event.places.size(), 0xFFFF));
  if (!event.mode.empty()) record.mode = mode_key(event.mode);
  record.dead = event.type == EventType::coerce ? event.toll.detained : event.toll.dead;
}

// Its texts, all but the sentence.
void RecordMaker::read_texts(const Event& event, Record& record) {
  set_stems(event.trigger, record);
  parts_.clear();
  known_.clear();
  for (const EventPlace& place : event.places) {
    add_place(place, record, parts_);
    add_known(place.name);
  }
  add_actors(event);
  add_known(event.date.text);
  if (!event.trigger.empty()) {
    add_known(event.trigger);
    if (!scratch_.empty()) record.trigger_word = scratch_.back();
    add_own_circumstances();
  }
  add_known(event.toll.words);
}

void RecordMaker::set_parts(Record& record) {
  make_set(parts_);
  if (parts_.size() > most_parts) parts_.resize(most_parts);
  const std::span<Part> parts = arena_.keep(parts_);
  record.part_list = parts.data();
  record.part_count = static_cast<std::uint16_t>(parts.size());
  for (const Part part : parts) {
    record.kinds_of_parts |= static_cast<std::uint8_t>(1U << static_cast<unsigned>(kind_of(part)));
    if (kind_of(part) == PartKind::site)
      record.site_marks |= static_cast<std::uint16_t>(1U << (part >> 28));
  }
  record.land_count = static_cast<std::uint8_t>(std::min<std::ptrdiff_t>(
      std::count_if(parts.begin(), parts.end(),
                    [](Part part) { return kind_of(part) == PartKind::land; }),
      0xFF));
  record.part_marks = marks_of(parts);
}

// The words of the sentence, which has been read.
void RecordMaker::set_words(Record& record) {
  record.sentence = letters_;
  record.word_list = words_.data();
  record.word_count = static_cast<std::uint8_t>(words_.size());
  record.telling = telling_words();
  record.telling_count = static_cast<std::uint8_t>(std::popcount(record.telling));
  record.word_marks = marks_of(words_);
  for (std::size_t i = 0; i < words_.size(); ++i)
    record.telling_marks |= std::uint64_t{record.telling >> i & 1U} << range_of(words_[i]);
  const auto hidden = [](std::size_t count, std::uint64_t marks) {
    return static_cast<std::uint8_t>(count - static_cast<unsigned>(std::popcount(marks)));
  };
  record.hidden_words = hidden(words_.size(), record.word_marks);
  record.hidden_telling = hidden(record.telling_count, record.telling_marks);
}

Record RecordMaker::make(const Event& event, std::span<const Report> reports) {
  Record record;
  set_facts(event, record);
  read_texts(event, record);
  set_parts(record);
  static const Evidence none;
  const Evidence& first = event.evidence.empty() ? none : event.evidence.front();
  read_sentence(first, reports);  // last of all texts: its passages are asked for next
  if (record.deeds.is(Deed::force)) record.deeds.fate = fate_;
  add_sides(event, record);
  record.zone = event.evidence.empty() ? Zone::headline : first.zone;
  record.begin = first.span.begin;
  record.trigger_begin = first.trigger_span.begin;
  set_words(record);
  return record;
}

Records::Records(const Articles& articles) {
  all_.reserve(articles.events);
  for (std::uint32_t i = 0; i < articles.all.size(); ++i) {
    std::uint32_t event = articles.all[i].first_event;
    for (Record& record : articles.all[i].records) {
      record.article = i;
      record.event = event++;
      all_.push_back({key_of(record), &record});
    }
  }
  radix_sort(all_, [](const Item& item) {  // they are in order of article and event
    return item.key & ((std::uint64_t{1} << standing_shift) - 1);
  });
  while (first_wide_ < size() && width(first_wide_) == 0) ++first_wide_;
}

std::uint64_t Records::key_of(const Record& record) {
  const std::uint32_t width =
      std::min(static_cast<std::uint32_t>(record.last - record.first), most_width);
  return static_cast<std::uint64_t>(record.standing) << standing_shift |
         std::uint64_t{width} << 32 | (static_cast<std::uint32_t>(record.first) ^ 0x80000000U);
}

}  // namespace dateline::merge
