// Numbers are written seven bits a byte; signed ones zigzag, no_day as 0. What is written here in
// one order is read below in the same order.
#include "merge/records/pack.h"

#include <bit>
#include <cstring>

#include "merge/base/hash.h"

namespace dateline::merge {
namespace {

std::uint64_t zigzag(std::int64_t value) {
  return (static_cast<std::uint64_t>(value) << 1) ^ static_cast<std::uint64_t>(value >> 63);
}
std::int64_t unzigzag(std::uint64_t value) {
  return static_cast<std::int64_t>(value >> 1) ^ -static_cast<std::int64_t>(value & 1);
}

std::uint32_t get_u32(const char* at) {
  std::uint32_t value = 0;
  std::memcpy(&value, at, 4);
  return value;
}

}  // namespace

void Packer::number(std::uint64_t value) { fields_.number(value); }

void Packer::day(Day value) { number(value == no_day ? 0 : zigzag(value) + 1); }

void Packer::text(std::string_view value) {
  if (value.empty() && empty_ != 0) return number(empty_ - 1);
  const std::uint64_t hash = hash_of(value);
  Known& known = known_[hash >> 52];
  if (known.hash != hash || known.article != article_) {
    known = {hash, article_, static_cast<std::uint32_t>(begins_.size())};
    begins_.push_back(texts_.size());
    texts_.append(value);
    if (value.empty()) empty_ = known.number + 1;
  }
  number(known.number);
}

void Packer::span(Span value) {
  number(value.begin);
  number(value.end - value.begin);
}

void Packer::date(const Date& value) {
  day(value.first);
  day(value.last);
  number(static_cast<std::uint64_t>(value.precision));
}

void Packer::source(const Source& value) {
  text(value.document);
  number(value.article);
  text(value.title);
  text(value.byline);
  text(value.publisher);
  text(value.url);
  date(value.published.date);
  text(value.published.time);
  number(static_cast<std::uint64_t>(value.published.basis));
  number(static_cast<std::uint64_t>(value.published.confidence));
  number(value.published.evidence.size());
  for (const Span one : value.published.evidence) span(one);
  text(value.published.sister);
  fields_.append(value.fingerprint, sizeof value.fingerprint);
}

void Packer::evidence(const Evidence& value) {
  text(value.document);
  number(value.article);
  number(value.line);
  span(value.span);
  text(value.sentence);
  span(value.date_span);
  span(value.trigger_span);
  number(static_cast<std::uint64_t>(value.zone));
  number(value.rule + std::uint64_t{1});
  text(value.rule_place);
  number(value.explanations.size());
  for (const Explanation& one : value.explanations) explanation(one);
}

void Packer::explanation(const Explanation& value) {
  text(value.field);
  text(value.value);
  span(value.span);
  text(value.text);
  text(value.rule);
}

void Packer::event(const Event& value) {
  date(value.date.date);
  text(value.date.text);
  text(value.date.basis);
  text(value.date.value);
  day(value.date.anchor);
  number(static_cast<std::uint64_t>(value.type));
  text(value.mode);
  text(value.trigger);
  number(static_cast<std::uint64_t>(value.modality));
  number(value.attribution.size());
  for (const std::string& who : value.attribution) text(who);
  number(value.actors.size());
  for (const EventActor& actor : value.actors) {
    text(actor.name);
    text(actor.id);
    number(static_cast<std::uint64_t>(actor.role));
    text(actor.type);
    text(actor.kind);
    text(actor.country);
  }
  number(value.places.size());
  for (const EventPlace& place : value.places) {
    text(place.name);
    text(place.id);
    text(place.kind);
    text(place.country);
    number(static_cast<std::uint64_t>(place.relation));
    number(place.where.has_value());
    if (!place.where) continue;
    fields_.append(&*place.where, sizeof(Coordinates));
  }
  for (const std::int32_t figure :
       {value.toll.dead, value.toll.injured, value.toll.detained, value.toll.displaced}) {
    number(zigzag(figure));
  }
  text(value.toll.words);
  text(value.summary);
  number(value.background);
  number(value.evidence.size());
  for (const Evidence& one : value.evidence) evidence(one);
}

void Packer::report(const DayReport& value) {
  text(value.sentence);
  day(value.day);
  number(value.explicit_date);
  number(value.bound);
  number(value.position);
  number(value.line);
  span(value.span);
  span(value.date_span);
}

const Packer::Packed& Packer::pack(const Extraction& extraction) {
  ++article_;
  texts_.clear();
  fields_.clear();
  begins_.clear();
  empty_ = 0;
  packed_.events.clear();
  packed_.reports.clear();
  source(extraction.source);
  for (const Event& one : extraction.events) {
    packed_.events.push_back(fields_.size());
    event(one);
  }
  for (const DayReport& one : extraction.reports) {
    packed_.reports.push_back(fields_.size());
    report(one);
  }
  begins_.push_back(texts_.size());
  const auto table = static_cast<std::uint32_t>((begins_.size() + 1) * sizeof(std::uint32_t)),
             start = table + texts_.size();
  for (std::uint32_t& begin : begins_) begin += table;
  block_.clear();
  block_.append(&start, sizeof start);
  block_.append(begins_.data(), begins_.size() * sizeof start);
  block_.append(texts_.view());
  block_.append(fields_.view());
  for (std::uint32_t& at : packed_.events) at += start;
  for (std::uint32_t& at : packed_.reports) at += start;
  packed_.bytes = block_.view();
  return packed_;
}

// ---- Reading

struct Unpacker::Cursor {
  const char* block;
  const char* at;

  std::uint64_t number() {
    if (static_cast<unsigned char>(*at) < 0x80) return static_cast<unsigned char>(*at++);
    return large_number();
  }
  std::uint64_t large_number() {
    std::uint64_t value = 0;
    for (int shift = 0;; shift += 7) {
      const auto byte = static_cast<unsigned char>(*at++);
      value |= static_cast<std::uint64_t>(byte & 0x7FU) << shift;
      if (byte < 0x80) return value;
    }
  }
  std::uint32_t small() { return static_cast<std::uint32_t>(number()); }
  template <typename Enum>
  Enum kind() {
    return static_cast<Enum>(number());
  }
  Day day() {
    const std::uint64_t value = number();
    return value == 0 ? no_day : static_cast<Day>(unzigzag(value - 1));
  }
  std::string_view text() {
    const char* const begins = block + 4 + 4 * number();
    const std::uint32_t begin = get_u32(begins);
    return {block + begin, get_u32(begins + 4) - begin};
  }
  Span span() {
    const std::uint32_t begin = small();
    return {begin, begin + small()};
  }
  Date date() {
    Date value;
    value.first = day();
    value.last = day();
    value.precision = kind<Precision>();
    return value;
  }
  void bytes(void* to, std::size_t size) {
    std::memcpy(to, at, size);
    at += size;
  }
  Explanation explanation() {
    Explanation value;
    value.field = text();
    value.value = text();
    value.span = span();
    value.text = text();
    value.rule = text();
    return value;
  }
  void evidence(EvidenceView& value) {
    value.document = text();
    value.article = small();
    value.line = small();
    value.span = span();
    value.sentence = text();
    value.date_span = span();
    value.trigger_span = span();
    value.zone = kind<Zone>();
    value.rule = static_cast<RuleId>(number() - 1);
    value.rule_place = text();
    value.explanations.resize(number());
    for (Explanation& one : value.explanations) one = explanation();
  }
  void actor(ActorView& value) {
    value.name = text();
    value.id = text();
    value.role = kind<ActorRole>();
    value.type = text();
    value.kind = text();
    value.country = text();
  }
  void place(PlaceView& value) {
    value.name = text();
    value.id = text();
    value.kind = text();
    value.country = text();
    value.relation = kind<PlaceRelation>();
    value.where.reset();
    if (number() == 0) return;
    Coordinates where;
    bytes(&where, sizeof where);
    value.where = where;
  }
};

Source Unpacker::source() const {
  Cursor in{block_, block_ + get_u32(block_)};
  Source value;
  value.document = in.text();
  value.article = in.small();
  value.title = in.text();
  value.byline = in.text();
  value.publisher = in.text();
  value.url = in.text();
  value.published.date = in.date();
  value.published.time = in.text();
  value.published.basis = in.kind<PublishedBasis>();
  value.published.confidence = in.kind<Confidence>();
  value.published.evidence.resize(in.number());
  for (Span& span : value.published.evidence) span = in.span();
  value.published.sister = in.text();
  in.bytes(value.fingerprint, sizeof value.fingerprint);
  return value;
}

std::string_view Unpacker::document() const {  // the first text that is packed
  return Cursor{block_, block_ + get_u32(block_)}.text();
}

void Unpacker::event(std::uint32_t at, EventView& value) const {
  Cursor in{block_, block_ + at};
  value.date = in.date();
  value.date_text = in.text();
  value.date_basis = in.text();
  value.date_value = in.text();
  value.anchor = in.day();
  value.type = in.kind<EventType>();
  value.mode = in.text();
  value.trigger = in.text();
  value.modality = in.kind<Modality>();
  value.attribution.resize(in.number());
  for (std::string_view& who : value.attribution) who = in.text();
  value.actors.resize(in.number());
  for (ActorView& one : value.actors) in.actor(one);
  value.places.resize(in.number());
  for (PlaceView& one : value.places) in.place(one);
  for (std::int32_t& figure : value.toll) figure = static_cast<std::int32_t>(unzigzag(in.number()));
  value.toll_words = in.text();
  value.summary = in.text();
  value.background = in.number() != 0;
  value.evidence.resize(in.number());
  for (EvidenceView& one : value.evidence) in.evidence(one);
}

DayReport Unpacker::report(std::uint32_t at) const {
  Cursor in{block_, block_ + at};
  DayReport value;
  value.sentence = in.text();
  value.day = in.day();
  value.explicit_date = in.number() != 0;
  value.bound = in.number() != 0;
  value.position = in.small();
  value.line = in.small();
  value.span = in.span();
  value.date_span = in.span();
  return value;
}

std::string_view Unpacker::sentence_of_report(std::uint32_t at) const {
  return Cursor{block_, block_ + at}.text();
}

}  // namespace dateline::merge
