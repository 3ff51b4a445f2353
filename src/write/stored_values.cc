// See stored_values.h.
#include "write/stored_values.h"

#include <algorithm>
#include <charconv>

namespace dateline::write {
namespace {

const Json nothing;
const Json no_items = Json::array();

constexpr int deepest = 32;

bool is_shallow(std::string_view line) {
  int depth = 0;
  bool in_string = false;
  for (std::size_t i = 0; i < line.size(); ++i) {
    const char c = line[i];
    if (in_string) {
      if (c == '\\') ++i;
      if (c == '"') in_string = false;
    } else if (c == '"') {
      in_string = true;
    } else if (c == '{' || c == '[') {
      if (++depth > deepest) return false;
    } else if (c == '}' || c == ']') {
      --depth;
    }
  }
  return true;
}

std::uint32_t count(const Json& object, const char* key, std::uint32_t otherwise = 0) {
  return static_cast<std::uint32_t>(
      std::clamp<std::int64_t>(number(object, key, otherwise), 0, 0xFFFFFFFF));
}

std::vector<std::string> texts(const Json& items) {
  std::vector<std::string> out;
  for (const Json& item : items)
    if (const auto* value = item.get_ptr<const std::string*>()) out.push_back(*value);
  return out;
}

EventActor actor(const Json& item) {
  return {text(item, "name"), text(item, "id"),   spelled(parse_actor_role(view(item, "role"))),
          text(item, "type"), text(item, "kind"), text(item, "country")};
}

EventPlace place(const Json& item) {
  return {text(item, "name"), text(item, "id"),
          text(item, "kind"), text(item, "country"),
          coordinates(item),  spelled(parse_place_relation(view(item, "relation")))};
}

Evidence evidence(const Json& item) {
  Evidence e;
  e.document = text(item, "document");
  e.article = count(item, "article");
  e.line = count(item, "line");
  e.span = span(member(item, "span"));
  e.sentence = text(item, "sentence");
  e.date_span = span(member(item, "date_span"));
  e.trigger_span = span(member(item, "trigger_span"));
  e.zone = spelled(parse_zone(view(item, "zone")));
  e.rule_place = text(item, "rule");
  for (const Json& why : list(item, "explain"))
    e.explanations.push_back({text(why, "field"), text(why, "value"), span(member(why, "span")),
                              text(why, "text"), text(why, "rule")});
  return e;
}

Toll toll(const Json& item) {
  const auto people = [&item](const char* key) {
    return static_cast<std::int32_t>(
        std::clamp<std::int64_t>(number(item, key, -1), -1, 0x7FFFFFFF));
  };
  return {people("dead"), people("injured"), people("detained"), people("displaced"),
          text(item, "text")};
}

}  // namespace

std::optional<Json> parse_record(std::string_view line) {
  if (!is_shallow(line)) return std::nullopt;
  Json record = Json::parse(line, nullptr, false);
  if (!record.is_object()) return std::nullopt;
  return record;
}

const Json& member(const Json& object, const char* key) {
  if (!object.is_object()) return nothing;
  const auto found = object.find(key);
  return found == object.end() ? nothing : *found;
}

const Json& list(const Json& object, const char* key) {
  const Json& value = member(object, key);
  return value.is_array() ? value : no_items;
}

std::string text(const Json& object, const char* key) { return std::string(view(object, key)); }

std::string_view view(const Json& object, const char* key) {
  const auto* value = member(object, key).get_ptr<const std::string*>();
  return value != nullptr ? std::string_view(*value) : std::string_view();
}

std::int64_t number(const Json& object, const char* key, std::int64_t otherwise) {
  const Json& value = member(object, key);
  return value.is_number_integer() ? value.get<std::int64_t>() : otherwise;
}

double real(const Json& object, const char* key) {
  const Json& value = member(object, key);
  return value.is_number() ? value.get<double>() : 0;
}

bool boolean(const Json& object, const char* key) {
  const Json& value = member(object, key);
  return value.is_boolean() && value.get<bool>();
}

Span span(const Json& pair) {
  if (!pair.is_array() || pair.size() != 2 || !pair[0].is_number_unsigned() ||
      !pair[1].is_number_unsigned())
    return {};
  const auto begin = pair[0].get<std::uint64_t>();
  const auto end = pair[1].get<std::uint64_t>();
  if (begin > end || end > 0xFFFFFFFF) return {};
  return {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)};
}

Day day(const Json& object, const char* key) {
  return parse_day(view(object, key)).value_or(no_day);
}

Date date(const Json& object) {
  Date value{day(object, "start"), day(object, "end"), Precision::unknown};
  value.precision = parse_precision(view(object, "precision")).value_or(Precision::unknown);
  return value;
}

std::optional<Coordinates> coordinates(const Json& object) {
  if (!member(object, "lat").is_number() || !member(object, "lon").is_number()) return std::nullopt;
  return Coordinates{real(object, "lat"), real(object, "lon")};
}

Published published(const Json& object) {
  Published value;
  value.date = date(object);
  value.time = text(object, "time");
  value.modified = parse_day(view(object, "modified")).value_or(no_day);
  value.basis = parse_published_basis(view(object, "basis")).value_or(PublishedBasis::unknown);
  value.confidence = parse_confidence(view(object, "confidence")).value_or(Confidence::low);
  for (const Json& item : list(object, "evidence")) value.evidence.push_back(span(item));
  value.sister = text(object, "sister");
  return value;
}

Source source(const Json& record) {
  Source value;
  value.document = text(record, "document");
  value.article = count(record, "article");
  value.title = text(record, "title");
  value.byline = text(record, "byline");
  value.publisher = text(record, "publisher");
  value.url = text(record, "url");
  value.published = published(member(record, "published"));
  const std::vector<std::string> hashes = texts(list(record, "fingerprint"));
  for (std::size_t i = 0; i < std::min(hashes.size(), std::size(value.fingerprint)); ++i)
    std::from_chars(hashes[i].data(), hashes[i].data() + hashes[i].size(), value.fingerprint[i],
                    16);
  return value;
}

Event event(const Json& record) {
  Event value;
  const Json& when = member(record, "date");
  value.id = text(record, "id");
  value.date = {date(when), text(when, "text"), text(when, "basis"), text(when, "value"),
                day(when, "anchor")};
  value.type = parse_event_type(view(record, "type")).value_or(EventType::other);
  value.mode = text(record, "mode");
  value.trigger = text(record, "trigger");
  value.modality = spelled(parse_modality(view(record, "modality")));
  value.attribution = texts(list(record, "attribution"));
  for (const Json& item : list(record, "actors")) value.actors.push_back(actor(item));
  for (const Json& item : list(record, "places")) value.places.push_back(place(item));
  value.toll = toll(member(record, "toll"));
  value.summary = text(record, "summary");
  value.background = boolean(record, "background");
  value.salience = real(record, "salience");
  value.documents = count(record, "documents", 1);
  for (const Json& item : list(record, "evidence")) value.evidence.push_back(evidence(item));
  return value;
}

DayReport report(const Json& record) {
  DayReport value;
  value.day = day(record, "day");
  value.explicit_date = boolean(record, "explicit");
  value.bound = boolean(record, "bound");
  value.document = text(record, "document");
  value.article = count(record, "article");
  value.position = count(record, "position");
  value.line = count(record, "line");
  value.span = span(member(record, "span"));
  value.sentence = text(record, "sentence");
  value.date_span = span(member(record, "date_span"));
  return value;
}

}  // namespace dateline::write
