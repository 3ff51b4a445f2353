// Folds the records of an event into its best-founded one: the narrowest date wins, among equals one that the text
// states; participants, attributions and evidence add up; what the sources disagree about is listed.
#include "merge/entries.h"

#include <algorithm>
#include <string>
#include <string_view>
#include <tuple>
#include <utility>

#include "merge/hash.h"
#include "merge/sisters.h"
#include "text/text.h"

namespace dateline::merge {
namespace {

std::string range_text(const Date& date) {
  if (date.first == date.last) return to_iso(date.first);
  return to_iso(date.first) + ".." + to_iso(date.last);
}

struct Figure {
  std::string_view what;
  std::int32_t Toll::*value;
};
constexpr Figure figures[] = {{"dead", &Toll::dead},
                              {"injured", &Toll::injured},
                              {"detained", &Toll::detained},
                              {"displaced", &Toll::displaced}};

// What one record says that another record of the event may not.
struct Claim {
  std::string_view what;
  std::string value;
  std::string document;
  friend auto operator<=>(const Claim&, const Claim&) = default;
};

std::vector<Variant> disagreements(std::vector<Claim> claims) {
  std::sort(claims.begin(), claims.end());
  claims.erase(std::unique(claims.begin(), claims.end()), claims.end());
  std::vector<Variant> variants;
  for (std::size_t i = 0, j = 0; i < claims.size(); i = j) {
    while (j < claims.size() && claims[j].what == claims[i].what) ++j;
    if (claims[i].value == claims[j - 1].value) continue;
    for (std::size_t k = i; k < j; ++k) {
      if (k == i || claims[k].value != claims[k - 1].value) {
        variants.push_back({std::string(claims[k].what), claims[k].value, {}});
      }
      variants.back().documents.push_back(claims[k].document);
    }
  }
  return variants;
}

bool is_inside(const Date& inner, const Date& outer) {
  return (outer.first == no_day || (inner.first != no_day && inner.first >= outer.first)) &&
         (outer.last == no_day || (inner.last != no_day && inner.last <= outer.last));
}

// A wider date that holds the entry's own is no disagreement.
void claim(const Event& event, const Date& entry, std::vector<Claim>& claims) {
  if (event.evidence.empty()) return;
  const std::string& document = event.evidence.front().document;
  const Date& date = event.date.date;
  if (date == entry || !is_inside(entry, date)) claims.push_back({"date", range_text(date), document});
  for (const Figure& figure : figures) {
    const std::int32_t value = event.toll.*figure.value;
    if (value >= 0) claims.push_back({figure.what, std::to_string(value), document});
  }
}

bool says_the_same(const Event& a, const Event& b) {
  return a.date.date == b.date.date && a.toll.dead == b.toll.dead && a.toll.injured == b.toll.injured &&
         a.toll.detained == b.toll.detained && a.toll.displaced == b.toll.displaced;
}

bool is_same(const EventActor& a, const EventActor& b) {
  return a.role == b.role && (a.id.empty() || b.id.empty() ? text::fold(a.name) == text::fold(b.name) : a.id == b.id);
}

// A nameless actor ("rebels") says nothing new where the role is filled.
void add_actor(EventActor&& actor, std::vector<EventActor>& actors) {
  bool filled = false;
  for (const EventActor& known : actors) {
    if (is_same(known, actor)) return;
    filled |= known.role == actor.role;
  }
  if (!filled || !actor.id.empty()) actors.push_back(std::move(actor));
}

void add_place(EventPlace&& place, std::vector<EventPlace>& places) {
  for (EventPlace& known : places) {
    const bool same = known.id.empty() || place.id.empty() ? known.name == place.name : known.id == place.id;
    if (!same) continue;
    known.relation = std::min(known.relation, place.relation);
    return;
  }
  places.push_back(std::move(place));
}

int strength(Modality modality) {
  switch (modality) {
    case Modality::asserted: return 4;
    case Modality::reported: return 3;
    case Modality::ongoing: return 2;
    case Modality::claimed: return 1;
    default: return 0;
  }
}

void absorb(Event&& other, Event& event) {
  if (strength(other.modality) > strength(event.modality)) event.modality = other.modality;
  if (event.mode.empty()) event.mode = std::move(other.mode);
  event.background &= other.background;
  for (std::string& who : other.attribution) event.attribution.push_back(std::move(who));
  for (EventActor& actor : other.actors) add_actor(std::move(actor), event.actors);
  for (EventPlace& place : other.places) add_place(std::move(place), event.places);
  for (Evidence& evidence : other.evidence) event.evidence.push_back(std::move(evidence));
  for (const Figure& figure : figures) {
    if (event.toll.*figure.value < 0) event.toll.*figure.value = other.toll.*figure.value;
  }
  if (event.toll.words.empty()) event.toll.words = std::move(other.toll.words);
}

auto place_of(const Evidence& evidence) {
  return std::tie(evidence.document, evidence.article, evidence.span, evidence.trigger_span, evidence.date_span);
}

void tidy(Event& event) {
  std::sort(event.attribution.begin(), event.attribution.end());
  event.attribution.erase(std::unique(event.attribution.begin(), event.attribution.end()), event.attribution.end());
  std::sort(event.evidence.begin(), event.evidence.end(),
            [](const Evidence& a, const Evidence& b) { return place_of(a) < place_of(b); });
  const auto last = std::unique(event.evidence.begin(), event.evidence.end(),
                                [](const Evidence& a, const Evidence& b) { return place_of(a) == place_of(b); });
  event.evidence.erase(last, event.evidence.end());
}

// Which record's date, wording and type the entry takes.
struct Rank {
  bool background;
  Day width;
  bool unstated;
  bool not_body;
  std::uint32_t parts;   // fewer participants rank lower, so this is their number subtracted
  std::uint32_t order;
  friend auto operator<=>(const Rank&, const Rank&) = default;
};

Rank rank_of(const Event& event, const Record& record, std::uint32_t order) {
  const bool body = !event.evidence.empty() && event.evidence.front().zone == Zone::body;
  const auto parts = static_cast<std::uint32_t>(event.actors.size() + event.places.size());
  return {record.background, record.last - record.first, event.date.text.empty(), !body, ~parts, order};
}

struct Member {
  std::uint32_t event, record;
  friend auto operator<=>(const Member&, const Member&) = default;
};

std::uint32_t count_groups(const Articles& articles, const Records& records, const Member* first, const Member* last) {
  std::vector<std::uint32_t> groups;
  for (const Member* member = first; member != last; ++member) {
    groups.push_back(articles.group[records.all[member->record].article]);
  }
  std::sort(groups.begin(), groups.end());
  return static_cast<std::uint32_t>(std::unique(groups.begin(), groups.end()) - groups.begin());
}

double salience_of(const Event& event) {
  double salience = event.documents;
  const bool prominent = std::any_of(event.evidence.begin(), event.evidence.end(),
                                     [](const Evidence& x) { return x.zone == Zone::title; });
  if (prominent) salience += 0.5;
  if (event.type == EventType::statement || standing_of(event.modality) != Standing::fact) salience *= 0.7;
  return event.background ? salience * 0.3 : salience;
}

Event fold_members(const Articles& articles, const Records& records, const Member* first, const Member* last,
                   std::vector<Event>& members) {
  std::size_t best = 0;
  for (std::size_t i = 1; i < members.size(); ++i) {
    if (rank_of(members[i], records.all[first[i].record], first[i].record) <
        rank_of(members[best], records.all[first[best].record], first[best].record)) {
      best = i;
    }
  }
  std::vector<Claim> claims;
  const bool differ = std::any_of(members.begin(), members.end(),
                                  [&](const Event& member) { return !says_the_same(member, members.front()); });
  if (differ) {
    const Date date = members[best].date.date;
    for (const Event& member : members) claim(member, date, claims);
  }
  Event event = std::move(members[best]);
  event.documents = count_groups(articles, records, first, last);
  for (std::size_t i = 0; i < members.size(); ++i) {
    if (i != best) absorb(std::move(members[i]), event);
  }
  tidy(event);
  event.variants = disagreements(std::move(claims));
  event.salience = salience_of(event);
  return event;
}

Event unpack(const Articles& articles, const Labels& labels, const Record& record) {
  Event event = articles.event(record.article, record.event);
  const Article& article = articles.all[record.article];
  if (article.dated_by_sister) {
    event.date.date = anchored(event.date, article.published);
    event.date.anchor = article.published.last;
  }
  labels.rewrite(event);
  return event;
}

std::uint64_t identity(const Event& event) {
  std::vector<std::uint64_t> parts;
  for (const EventActor& actor : event.actors) {
    const std::string& name = actor.id.empty() ? actor.name : actor.id;
    parts.push_back(hash_of(actor.id.empty() ? text::fold(name) : name, 1 + static_cast<std::uint64_t>(actor.role)));
  }
  for (const EventPlace& place : event.places) {
    parts.push_back(hash_of(place.id.empty() ? text::fold(place.name) : place.id, 9));
  }
  std::sort(parts.begin(), parts.end());
  std::uint64_t state = mix(static_cast<std::uint64_t>(event.type), static_cast<std::uint64_t>(event.modality));
  state = mix(state, static_cast<std::uint32_t>(event.date.date.first));
  state = hash_of(text::fold(event.trigger), state);
  for (const std::uint64_t part : parts) state = mix(state, part);
  return state;
}

std::string hex_id(std::uint64_t hash) {
  constexpr std::string_view digits = "0123456789abcdef";
  std::string id = "e-";
  for (int shift = 60; shift > 12; shift -= 4) id += digits[(hash >> shift) & 15U];
  return id;
}

}  // namespace

std::string one_line(std::string_view text) {
  std::string line;
  line.reserve(text.size());
  for (const char c : text) {
    const bool blank = c == ' ' || c == '\n' || c == '\r' || c == '\t';
    if (!blank) line += c;
    else if (!line.empty() && line.back() != ' ') line += ' ';
  }
  if (!line.empty() && line.back() == ' ') line.pop_back();
  return line;
}

Entries make_entries(const Articles& articles, const Labels& labels, const Records& records,
                     const std::vector<std::uint32_t>& event) {
  std::vector<Member> members(event.size());
  std::size_t count = 0;
  for (std::uint32_t i = 0; i < event.size(); ++i) {
    members[i] = {event[i], i};
    count += event[i] == i;
  }
  std::sort(members.begin(), members.end());
  Entries entries;
  entries.events.reserve(count);
  std::vector<Event> unpacked;
  for (std::size_t i = 0, j = 0; i < members.size(); i = j) {
    const auto entry = static_cast<std::uint32_t>(entries.events.size());
    unpacked.clear();
    for (; j < members.size() && members[j].event == members[i].event; ++j) {
      const Record& record = records.all[members[j].record];
      unpacked.push_back(unpack(articles, labels, record));
      for (const Evidence& evidence : unpacked.back().evidence) {
        entries.places.push_back({record.article, evidence.span.begin, entry});
      }
    }
    entries.events.push_back(fold_members(articles, records, members.data() + i, members.data() + j, unpacked));
  }
  std::sort(entries.places.begin(), entries.places.end());
  return entries;
}

Event entry_of_report(const Article& article, const DayReport& report) {
  Event event;
  event.type = EventType::other;
  event.modality = Modality::reported;
  event.summary = one_line(report.sentence);
  event.salience = 1;
  Evidence evidence;
  evidence.document = article.document;
  evidence.article = article.article;
  evidence.line = report.line;
  evidence.span = report.span;
  evidence.sentence = report.sentence;
  evidence.date_span = report.date_span;
  if (report.explicit_date) {
    event.date.date = single_day(report.day);
    event.date.basis = "sentence";
    if (!report.date_span.empty() && report.span.contains(report.date_span)) {
      event.date.text = report.sentence.substr(report.date_span.begin - report.span.begin, report.date_span.size());
    }
  } else {   // news of the day or of the day before
    event.date.date = {report.day - 1, report.day, Precision::day};
    event.date.basis = "published";
  }
  event.date.anchor = article.published.is_day() ? article.published.first : no_day;
  event.evidence.push_back(std::move(evidence));
  return event;
}

void name_entries(std::vector<Event>& events) {
  struct Named {
    std::uint64_t hash;
    std::uint32_t event;
  };
  std::vector<Named> named(events.size());
  for (std::uint32_t i = 0; i < events.size(); ++i) named[i] = {identity(events[i]) & ~std::uint64_t{0xFFFF}, i};
  const auto first_place = [&](const Named& x) { return place_of(events[x.event].evidence.front()); };
  std::sort(named.begin(), named.end(), [&](const Named& a, const Named& b) {
    if (a.hash != b.hash) return a.hash < b.hash;
    return first_place(a) < first_place(b);
  });
  for (std::size_t i = 0; i < named.size(); ++i) {
    std::uint64_t hash = named[i].hash;
    if (i > 0 && named[i - 1].hash == hash) {
      const Evidence& evidence = events[named[i].event].evidence.front();
      hash = mix(hash_of(evidence.document, hash), (std::uint64_t{evidence.article} << 32) | evidence.span.begin);
      hash = mix(hash, (std::uint64_t{evidence.trigger_span.begin} << 32) | evidence.trigger_span.end);
    }
    events[named[i].event].id = hex_id(hash);
  }
}

}  // namespace dateline::merge
