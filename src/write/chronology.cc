// The finished chronology: one indented object, or the same as records.
#include "dateline/pipeline.h"
#include "write/fields.h"
#include "write/write.h"

namespace dateline::write {
namespace {

// The first and last day that any entry touches.
Date range_of(const Chronology& chronology) {
  Date range;
  const auto widen = [&range](Day day) {
    if (day == no_day) return;
    if (range.first == no_day || day < range.first) range.first = day;
    if (range.last == no_day || day > range.last) range.last = day;
  };
  for (const Event& event : chronology.events) {
    widen(event.date.date.first);
    widen(event.date.date.last);
  }
  return range;
}

void day_fields(const ChronologyDay& day, const Chronology& chronology, JsonWriter& json) {
  json.day("date", day.date);
  json.real("salience", day.salience);
  json.number("documents", day.documents);
  json.open_array("events");
  for (const std::uint32_t event : day.events)
    json.item(std::string_view(chronology.events[event].id));
  json.close_array();
}

}  // namespace

std::string json(const Chronology& chronology, std::string_view rules_digest) {
  std::string out;
  JsonWriter json(out, JsonStyle::indented);
  json.open_object();
  json.number("schema", schema);
  program_fields(rules_digest, json);
  const Date range = range_of(chronology);
  json.open_object("range");
  json.day("start", range.first);
  json.day("end", range.last);
  json.close_object();
  json.open_array("sources");
  for (const Source& source : chronology.sources) {
    json.open_object();
    source_fields(source, json);
    json.close_object();
  }
  json.close_array();
  json.open_array("days");
  for (const ChronologyDay& day : chronology.days) {
    json.open_object();
    day_fields(day, chronology, json);
    json.close_object();
  }
  json.close_array();
  json.open_array("events");
  for (const Event& event : chronology.events) {
    json.open_object();
    event_fields(event, json);
    json.close_object();
  }
  json.close_array();
  json.close_object();
  out += '\n';
  return out;
}

std::string ndjson(const Chronology& chronology, std::string_view rules_digest) {
  std::string out;
  header(to_string(Stage::merge), rules_digest, out);
  JsonWriter json(out);
  const auto record = [&](std::string_view name, const auto& fields) {
    json.open_object();
    json.text("record", name);
    fields();
    json.close_object();
    out += '\n';
  };
  for (const Source& source : chronology.sources)
    record("source", [&] { source_fields(source, json); });
  for (const ChronologyDay& day : chronology.days)
    record("day", [&] { day_fields(day, chronology, json); });
  for (const Event& event : chronology.events) record("event", [&] { event_fields(event, json); });
  return out;
}

}  // namespace dateline::write
