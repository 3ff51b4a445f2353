// See fields.h.
#include "write/fields.h"

#include <fmt/format.h>

#include "dateline/pipeline.h"

namespace dateline::write {
namespace {

void date_object(const EventDate& date, JsonWriter& json) {
  json.open_object("date");
  json.day("start", date.date.first);
  json.day("end", date.date.last);
  json.text("precision", to_string(date.date.precision));
  json.text_or_null("text", date.text);
  json.text_or_null("basis", date.basis);
  json.day("anchor", date.anchor);
  if (!date.value.empty()) json.text("value", date.value);
  json.close_object();
}

void actors(const std::vector<EventActor>& list, JsonWriter& json) {
  json.open_array("actors");
  for (const EventActor& actor : list) {
    json.open_object();
    json.text("name", actor.name);
    json.text_or_null("id", actor.id);
    json.text("role", to_string(actor.role));
    json.text_or_null("type", actor.type);
    json.text_or_null("kind", actor.kind);
    json.text_or_null("country", actor.country);
    json.close_object();
  }
  json.close_array();
}

void places(const std::vector<EventPlace>& list, JsonWriter& json) {
  json.open_array("places");
  for (const EventPlace& place : list) {
    json.open_object();
    json.text("name", place.name);
    json.text_or_null("id", place.id);
    json.text_or_null("kind", place.kind);
    json.text_or_null("country", place.country);
    if (place.where) {
      json.real("lat", place.where->lat);
      json.real("lon", place.where->lon);
    } else {
      json.null("lat");
      json.null("lon");
    }
    json.text("relation", to_string(place.relation));
    json.close_object();
  }
  json.close_array();
}

void toll_object(const Toll& toll, JsonWriter& json) {
  if (toll.dead < 0 && toll.injured < 0 && toll.detained < 0 && toll.displaced < 0) return;
  const auto count = [&json](std::string_view key, std::int32_t value) {
    if (value >= 0) json.number(key, value);
  };
  json.open_object("toll");
  count("dead", toll.dead);
  count("injured", toll.injured);
  count("detained", toll.detained);
  count("displaced", toll.displaced);
  json.text("text", toll.words);
  json.close_object();
}

void explanations(const std::vector<Explanation>& list, JsonWriter& json) {
  if (list.empty()) return;
  json.open_array("explain");
  for (const Explanation& item : list) {
    json.open_object();
    json.text("field", item.field);
    json.text("value", item.value);
    json.span_or_null("span", item.span);
    json.text_or_null("text", item.text);
    json.text_or_null("rule", item.rule);
    json.close_object();
  }
  json.close_array();
}

void evidence_object(const Evidence& evidence, JsonWriter& json) {
  json.open_object();
  json.text("document", evidence.document);
  json.number("article", evidence.article);
  json.number("line", evidence.line);
  json.span("span", evidence.span);
  json.text("sentence", evidence.sentence);
  json.span_or_null("date_span", evidence.date_span);
  json.span_or_null("trigger_span", evidence.trigger_span);
  json.text("zone", to_string(evidence.zone));
  json.text_or_null("rule", evidence.rule_place);
  explanations(evidence.explanations, json);
  json.close_object();
}

void variants(const std::vector<Variant>& list, JsonWriter& json) {
  if (list.empty()) return;
  json.open_array("variants");
  for (const Variant& variant : list) {
    json.open_object();
    json.text("what", variant.what);
    json.text("value", variant.value);
    json.open_array("documents");
    for (const std::string& document : variant.documents) json.item(std::string_view(document));
    json.close_array();
    json.close_object();
  }
  json.close_array();
}

void links(const std::vector<EventLink>& list, JsonWriter& json) {
  if (list.empty()) return;
  json.open_array("links");
  for (const EventLink& link : list) {
    json.open_object();
    json.text("relation", link.relation);
    json.text("event", link.event);
    json.close_object();
  }
  json.close_array();
}

}  // namespace

void program_fields(std::string_view rules_digest, JsonWriter& json) {
  json.text("program", fmt::format("dateline {}", version));
  json.text("rules", rules_digest);
}

void published_object(const Published& published, JsonWriter& json) {
  json.open_object("published");
  json.day("start", published.date.first);
  json.day("end", published.date.last);
  json.text_or_null("time", published.time);
  if (published.modified != no_day) json.day("modified", published.modified);
  json.text("precision", to_string(published.date.precision));
  json.text("basis", to_string(published.basis));
  json.text("confidence", to_string(published.confidence));
  json.open_array("evidence");
  for (const Span span : published.evidence) json.item(span);
  json.close_array();
  json.text_or_null("sister", published.sister);
  json.close_object();
}

void event_fields(const Event& event, JsonWriter& json) {
  json.text("id", event.id);
  date_object(event.date, json);
  json.text("type", to_string(event.type));
  json.text_or_null("mode", event.mode);
  json.text_or_null("quad", quad_class(event.type));
  json.text_or_null("cameo", cameo_root(event.type));
  json.text_or_null("trigger", event.trigger);
  json.text("modality", to_string(event.modality));
  json.open_array("attribution");
  for (const std::string& who : event.attribution) json.item(std::string_view(who));
  json.close_array();
  actors(event.actors, json);
  places(event.places, json);
  toll_object(event.toll, json);
  json.text("summary", event.summary);
  json.boolean("background", event.background);
  json.real("salience", event.salience);
  json.number("documents", event.documents);
  json.open_array("evidence");
  for (const Evidence& evidence : event.evidence) evidence_object(evidence, json);
  json.close_array();
  variants(event.variants, json);
  links(event.links, json);
}

void source_fields(const Source& source, JsonWriter& json) {
  json.text("document", source.document);
  json.number("article", source.article);
  json.text_or_null("title", source.title);
  json.text_or_null("byline", source.byline);
  json.text_or_null("publisher", source.publisher);
  json.text_or_null("url", source.url);
  published_object(source.published, json);
}

}  // namespace dateline::write
