// Every enumerator and its spelling in the output, once. to_string and parse_* read the same
// tables, so that what is written can be read back.
#include <array>
#include <cstddef>

#include "dateline/article.h"
#include "dateline/event.h"
#include "dateline/mention.h"
#include "dateline/pipeline.h"

namespace dateline {
namespace {

using namespace std::string_view_literals;

constexpr std::array stages = {"read"sv, "segment"sv, "annotate"sv, "extract"sv, "merge"sv};
constexpr std::array formats = {"json"sv, "ndjson"sv, "markdown"sv};
constexpr std::array precisions = {"time"sv, "day"sv,    "week"sv,   "month"sv, "season"sv,
                                   "year"sv, "decade"sv, "before"sv, "after"sv, "unknown"sv};
constexpr std::array block_kind_names = {"title"sv,           "subtitle"sv,
                                         "byline"sv,          "published-line"sv,
                                         "dateline"sv,        "body"sv,
                                         "subheading"sv,      "caption"sv,
                                         "credit"sv,          "quote"sv,
                                         "list-item"sv,       "ticker"sv,
                                         "navigation"sv,      "related-headline"sv,
                                         "related-byline"sv,  "related-timestamp"sv,
                                         "section-label"sv,   "promotion"sv,
                                         "sharing"sv,         "comments"sv,
                                         "legal"sv,           "pagination"sv,
                                         "language-switch"sv, "other"sv};
constexpr std::array published_bases = {"published-line"sv,  "dateline"sv,
                                        "metadata"sv,        "url"sv,
                                        "file-name"sv,       "sidebar-timestamps"sv,
                                        "caption"sv,         "body"sv,
                                        "sister-document"sv, "option"sv,
                                        "unknown"sv};
constexpr std::array confidences = {"high"sv, "medium"sv, "low"sv};
constexpr std::array timex_types = {"DATE"sv, "TIME"sv, "DURATION"sv, "SET"sv};
constexpr std::array anchors = {"published"sv, "mention"sv, "none"sv};
constexpr std::array mention_types = {"person"sv, "organization"sv, "place"sv, "nationality"sv};
constexpr std::array readings = {"actor"sv, "place"sv, "credit"sv};
constexpr std::array event_type_names = {
    "agree"sv,    "consult"sv,   "support"sv,  "concede"sv,  "cooperate"sv,
    "aid"sv,      "retreat"sv,   "request"sv,  "accuse"sv,   "reject"sv,
    "threaten"sv, "protest"sv,   "sanction"sv, "mobilize"sv, "coerce"sv,
    "assault"sv,  "statement"sv, "disaster"sv, "crime"sv,    "elect"sv,
    "appoint"sv,  "die"sv,       "legal"sv,    "economy"sv,  "other"sv};
constexpr std::array modalities = {"asserted"sv, "reported"sv,  "claimed"sv,
                                   "planned"sv,  "requested"sv, "conditional"sv,
                                   "denied"sv,   "negated"sv,   "ongoing"sv};
constexpr std::array actor_roles = {"source"sv, "target"sv, "attributed"sv, "participant"sv};
constexpr std::array place_relations = {"location"sv, "target"sv, "context"sv};
constexpr std::array zones = {"body"sv, "title"sv, "caption"sv, "headline"sv};

// By event type: PLOVER's quad class (sanction counted as material conflict), and the root of CAMEO
// that most of the type's old codes have.
struct Classes {
  std::string_view quad, cameo;
};
constexpr std::array<Classes, event_types> event_classes = {{
    {"verbal-cooperation"sv, "03"sv},    // agree
    {"verbal-cooperation"sv, "04"sv},    // consult
    {"verbal-cooperation"sv, "05"sv},    // support
    {"verbal-cooperation"sv, "08"sv},    // concede
    {"material-cooperation"sv, "06"sv},  // cooperate
    {"material-cooperation"sv, "07"sv},  // aid
    {"material-cooperation"sv, "08"sv},  // retreat
    {"verbal-conflict"sv, "10"sv},       // request
    {"verbal-conflict"sv, "11"sv},       // accuse
    {"verbal-conflict"sv, "12"sv},       // reject
    {"verbal-conflict"sv, "13"sv},       // threaten
    {"material-conflict"sv, "14"sv},     // protest
    {"material-conflict"sv, "16"sv},     // sanction
    {"material-conflict"sv, "15"sv},     // mobilize
    {"material-conflict"sv, "17"sv},     // coerce
    {"material-conflict"sv, "19"sv},     // assault
    {""sv, "01"sv},                      // statement
}};

static_assert(block_kind_names.size() == block_kinds);
static_assert(event_type_names.size() == event_types);

template <typename Enum, std::size_t size>
std::string_view name_in(const std::array<std::string_view, size>& names, Enum value) {
  return names[static_cast<std::size_t>(value)];
}

template <typename Enum, std::size_t size>
std::optional<Enum> value_in(const std::array<std::string_view, size>& names,
                             std::string_view name) {
  for (std::size_t i = 0; i < size; ++i)
    if (names[i] == name) return static_cast<Enum>(i);
  return std::nullopt;
}

}  // namespace

std::string_view to_string(Stage stage) { return name_in(stages, stage); }
std::optional<Stage> parse_stage(std::string_view name) { return value_in<Stage>(stages, name); }
std::optional<Format> parse_format(std::string_view name) {
  if (name == "md") return Format::markdown;
  return value_in<Format>(formats, name);
}

std::string_view to_string(Precision precision) { return name_in(precisions, precision); }
std::optional<Precision> parse_precision(std::string_view name) {
  return value_in<Precision>(precisions, name);
}

std::string_view to_string(BlockKind kind) { return name_in(block_kind_names, kind); }
std::optional<BlockKind> parse_block_kind(std::string_view name) {
  return value_in<BlockKind>(block_kind_names, name);
}
std::string_view to_string(PublishedBasis basis) { return name_in(published_bases, basis); }
std::optional<PublishedBasis> parse_published_basis(std::string_view name) {
  return value_in<PublishedBasis>(published_bases, name);
}
std::string_view to_string(Confidence confidence) { return name_in(confidences, confidence); }
std::optional<Confidence> parse_confidence(std::string_view name) {
  return value_in<Confidence>(confidences, name);
}

std::string_view to_string(TimexType type) { return name_in(timex_types, type); }
std::optional<TimexType> parse_timex_type(std::string_view name) {
  return value_in<TimexType>(timex_types, name);
}
std::string_view to_string(Anchor anchor) { return name_in(anchors, anchor); }
std::optional<Anchor> parse_anchor(std::string_view name) {
  return value_in<Anchor>(anchors, name);
}
std::string_view to_string(MentionType type) { return name_in(mention_types, type); }
std::optional<MentionType> parse_mention_type(std::string_view name) {
  return value_in<MentionType>(mention_types, name);
}
std::string_view to_string(Reading reading) { return name_in(readings, reading); }
std::optional<Reading> parse_reading(std::string_view name) {
  return value_in<Reading>(readings, name);
}

std::string_view to_string(EventType type) { return name_in(event_type_names, type); }
std::optional<EventType> parse_event_type(std::string_view name) {
  return value_in<EventType>(event_type_names, name);
}
std::string_view quad_class(EventType type) {
  return event_classes[static_cast<std::size_t>(type)].quad;
}
std::string_view cameo_root(EventType type) {
  return event_classes[static_cast<std::size_t>(type)].cameo;
}
std::string_view to_string(Modality modality) { return name_in(modalities, modality); }
std::optional<Modality> parse_modality(std::string_view name) {
  return value_in<Modality>(modalities, name);
}
std::string_view to_string(ActorRole role) { return name_in(actor_roles, role); }
std::optional<ActorRole> parse_actor_role(std::string_view name) {
  return value_in<ActorRole>(actor_roles, name);
}
std::string_view to_string(PlaceRelation relation) { return name_in(place_relations, relation); }
std::optional<PlaceRelation> parse_place_relation(std::string_view name) {
  return value_in<PlaceRelation>(place_relations, name);
}
std::string_view to_string(Zone zone) { return name_in(zones, zone); }
std::optional<Zone> parse_zone(std::string_view name) { return value_in<Zone>(zones, name); }

}  // namespace dateline
