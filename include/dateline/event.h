// Events: who did what to whom, where and when, said by whom; and the chronology they add up to.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "dateline/article.h"
#include "dateline/date.h"
#include "dateline/mention.h"
#include "dateline/rules.h"
#include "dateline/span.h"

namespace dateline {

// PLOVER's sixteen, then ours.
enum class EventType : std::uint8_t {
  agree,
  consult,
  support,
  concede,
  cooperate,
  aid,
  retreat,
  request,
  accuse,
  reject,
  threaten,
  protest,
  sanction,
  mobilize,
  coerce,
  assault,
  statement,
  disaster,
  crime,
  elect,
  appoint,
  die,
  legal,
  economy,
  other
};
inline constexpr std::size_t event_types = static_cast<std::size_t>(EventType::other) + 1;

enum class Modality : std::uint8_t {
  asserted,
  reported,
  claimed,
  planned,
  requested,
  conditional,
  denied,
  negated,
  ongoing
};
enum class ActorRole : std::uint8_t { source, target, attributed, participant };
enum class PlaceRelation : std::uint8_t { location, target, context };
enum class Zone : std::uint8_t { body, title, caption, headline };

[[nodiscard]] std::string_view to_string(EventType type);
[[nodiscard]] std::optional<EventType> parse_event_type(std::string_view name);
[[nodiscard]] std::string_view to_string(Modality modality);
[[nodiscard]] std::optional<Modality> parse_modality(std::string_view name);
[[nodiscard]] std::string_view to_string(ActorRole role);
[[nodiscard]] std::optional<ActorRole> parse_actor_role(std::string_view name);
[[nodiscard]] std::string_view to_string(PlaceRelation relation);
[[nodiscard]] std::optional<PlaceRelation> parse_place_relation(std::string_view name);
[[nodiscard]] std::string_view to_string(Zone zone);
[[nodiscard]] std::optional<Zone> parse_zone(std::string_view name);
// "material-conflict"; PLOVER's quad class, sanction counted as material conflict; "" for our own
// types.
[[nodiscard]] std::string_view quad_class(EventType type);
// The two-digit CAMEO root, "" where there is none.
[[nodiscard]] std::string_view cameo_root(EventType type);

struct EventActor {
  std::string name;  // as worded, or the canonical label where known
  std::string id;    // empty where unknown
  ActorRole role = ActorRole::source;
  std::string type;  // person organization place nationality, or "" for a common noun phrase
  std::string kind;
  std::string country;
};

struct EventPlace {
  std::string name;
  std::string id;
  std::string kind;
  std::string country;
  std::optional<Coordinates> where;
  PlaceRelation relation = PlaceRelation::location;
};

// Which rule and which characters gave one field of an event; only made for --explain.
struct Explanation {
  std::string field;  // "date", "type", "modality", "actor", "place", "attribution"
  std::string value;  // what the field holds because of it
  Span span;          // in the document of the evidence; empty where no words of the text gave it
  std::string text;
  std::string rule;  // "data/en/time/weekdays.rules:12"
};

// Where an event was read: enough to find and re-read it without the document at hand.
struct Evidence {
  std::string document;
  std::uint32_t article = 0;
  std::uint32_t line = 0;  // of the sentence; counts from 1
  Span span;               // the sentence
  std::string sentence;    // its text, verbatim
  Span date_span;          // empty where the date comes from the article's own
  Span trigger_span;
  Zone zone = Zone::body;
  RuleId rule = no_rule;
  std::string
      rule_place;  // "data/en/events/assault.rules:48": kept as text so that streams need no rules
  std::vector<Explanation> explanations;  // empty without --explain
  Span modality_span{};  // the word that says how sure it is; empty where it is asserted, and in
                         // streams
  RuleId modality_rule = no_rule;
};

struct EventDate {
  Date date;
  std::string text;   // the words it was read from; empty where it is the publication date
  std::string basis;  // "weekday", "explicit", "published", "previous-sentence" ...
  std::string
      value;  // TIMEX3 value of `text`, with X for what is not known ("XXXX-WXX-7"); may be empty
  Day anchor = no_day;
};

// How many people, where the text counts them; -1 where it does not.
struct Toll {
  std::int32_t dead = -1, injured = -1, detained = -1, displaced = -1;
  std::string words;
};

// Where the sources of one entry do not agree: every value with who gives it, none of them averaged
// away.
struct Variant {
  std::string what;                    // "date", "dead", "injured", "detained", "displaced"
  std::string value;                   // "2024-11-25..2024-12-01", "37"
  std::vector<std::string> documents;  // sorted
};

// Another entry that this one belongs with but is not: it `follows` a plan or request, it `denies`
// a claim.
struct EventLink {
  std::string relation;  // "follows", "denies"
  std::string event;     // its id
};

struct Event {
  std::string id;  // "e-" and 12 hex digits
  EventDate date;
  EventType type = EventType::other;
  std::string mode;
  std::string trigger;
  Modality modality = Modality::asserted;
  std::vector<std::string> attribution;
  std::vector<EventActor> actors;
  std::vector<EventPlace> places;
  Toll toll;
  std::string summary;
  bool background = false;
  double salience = 0;
  std::uint32_t documents = 1;     // near-copies of one text count once
  std::vector<Evidence> evidence;  // at least one
  std::vector<Variant> variants;   // empty where all sources agree; made by merge
  std::vector<EventLink> links;    // made by merge
};

// "e-" and 12 hex digits: a hash of type, first day, actors, places (ids, else names) and trigger.
[[nodiscard]] std::string event_id(const Event& event);

// A sentence that tells of a day: what day salience counts and summaries are chosen from, event or
// not.
struct DayReport {
  Day day = no_day;            // what it tells of; for an undated lead, the publication day
  bool explicit_date = false;  // the sentence names the day itself
  bool bound = false;  // "since Sunday", "by Sunday": it is told of, but nothing is dated so
  std::string document;
  std::uint32_t article = 0;
  std::uint32_t position = 0;  // number of the sentence in its article, from 0
  std::uint32_t line = 0;      // counts from 1
  Span span;
  std::string sentence;
  Span date_span;  // the words that name the day; empty for an undated lead
};

// An article as a source of the chronology.
struct Source {
  std::string document;
  std::uint32_t article = 0;
  std::string title;
  std::string byline;
  std::string publisher;
  std::string url;
  Published published;
  std::uint64_t fingerprint[4] = {0, 0, 0,
                                  0};  // min-hashes of the core text's shingles: near-copies agree
};

// What extract gives for one article.
struct Extraction {
  Source source;
  std::vector<Event> events;
  std::vector<DayReport> reports;
};

struct ChronologyDay {
  Day date = no_day;
  double salience = 0;
  std::uint32_t documents = 0;
  std::vector<std::uint32_t> events;  // indices into Chronology::events, best first
};

struct Chronology {
  std::vector<Source> sources;      // sorted by document, article
  std::vector<ChronologyDay> days;  // sorted by date
  std::vector<Event> events;        // in total order
};

}  // namespace dateline
