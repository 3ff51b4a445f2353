// The narrowest date wins, among equals one that the text states; participants, attributions and
// evidence add up; what the sources disagree about is listed. All this is done on views; only what
// comes out is copied.
#include "merge/entries/folding.h"

#include <algorithm>
#include <iterator>
#include <string>
#include <tuple>
#include <utility>

#include "text/text.h"

namespace dateline::merge {
namespace {

std::string range_text(const Date& date) {
  if (date.first == date.last) return to_iso(date.first);
  return to_iso(date.first) + ".." + to_iso(date.last);
}

constexpr std::string_view figures[] = {"dead", "injured", "detained", "displaced"};

// What one record says that another record of the event may not.
struct Claim {
  std::string_view what;
  std::string value;
  std::string document;
  friend auto operator<=>(const Claim&, const Claim&) = default;
};

std::vector<Variant> list_variants(std::vector<Claim> claims) {
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

int strength(Modality modality) {
  switch (modality) {
    case Modality::asserted:
      return 4;
    case Modality::reported:
      return 3;
    case Modality::ongoing:
      return 2;
    case Modality::claimed:
      return 1;
    default:
      return 0;
  }
}

bool is_same(const ActorView& a, const ActorView& b) {
  if (a.role != b.role) return false;
  if (!a.id.empty() && !b.id.empty()) return a.id == b.id;
  return a.name == b.name || text::fold(a.name) == text::fold(b.name);
}

auto place_of(const EvidenceView& evidence) {
  return std::tie(evidence.document, evidence.article, evidence.span, evidence.trigger_span,
                  evidence.date_span);
}

// Most fields of an event are empty.
void put(std::string_view from, std::string& to) {
  if (!from.empty()) to.assign(from);
}

void make(const ActorView& from, EventActor& to) {
  put(from.name, to.name);
  put(from.id, to.id);
  to.role = from.role;
  put(from.type, to.type);
  put(from.kind, to.kind);
  put(from.country, to.country);
}

void make(const PlaceView& from, EventPlace& to) {
  put(from.name, to.name);
  put(from.id, to.id);
  put(from.kind, to.kind);
  put(from.country, to.country);
  to.where = from.where;
  to.relation = from.relation;
}

void make(const EvidenceView& from, Evidence& to) {
  put(from.document, to.document);
  to.article = from.article;
  to.line = from.line;
  to.span = from.span;
  put(from.sentence, to.sentence);
  to.date_span = from.date_span;
  to.trigger_span = from.trigger_span;
  to.zone = from.zone;
  to.rule = from.rule;
  put(from.rule_place, to.rule_place);
  if (!from.explanations.empty()) to.explanations = from.explanations;
}

double salience_of(const Event& event) {
  double salience = event.documents;
  const bool prominent = std::any_of(event.evidence.begin(), event.evidence.end(),
                                     [](const Evidence& x) { return x.zone == Zone::title; });
  if (prominent) salience += 0.5;
  if (event.type == EventType::statement || standing_of(event.modality) != Standing::fact)
    salience *= 0.7;
  return event.background ? salience * 0.3 : salience;
}

// What was seen need not be named again: of an entry of thousands of actors only the first few are
// looked through for that, so that time stays linear.
constexpr std::size_t most_seen = 64;

}  // namespace

void Folding::read(const Member& member, EventView& event) {
  Unpacker(member.block).event(member.at, event);
  if (!member.is_anchored) return;
  event.date = member.date;
  event.anchor = articles_.all[member.article].published.last;
}

void Folding::note(const EventView& event) {
  Saying saying{event.date,
                {},
                event.evidence.empty() ? std::string_view() : event.evidence.front().document};
  std::copy(std::begin(event.toll), std::end(event.toll), saying.toll);
  sayings_.push_back(saying);
}

void Folding::begin(const Member& best) {
  read(best, event_);
  seen_actors_.assign(event_.actors.begin(),
                      event_.actors.begin() + std::min(event_.actors.size(), most_seen));
  seen_places_.clear();
  for (ActorView& actor : event_.actors) labels_.rewrite(actor);
  for (PlaceView& place : event_.places) labels_.rewrite(place);
  sayings_.clear();
  note(event_);
}

// A nameless actor ("rebels") says nothing new where the role is filled.
void Folding::add_actor(const ActorView& actor) {
  for (const ActorView& seen : seen_actors_) {
    if (seen.role == actor.role && seen.id == actor.id && seen.name == actor.name) return;
  }
  if (seen_actors_.size() < most_seen) seen_actors_.push_back(actor);
  ActorView known_as = actor;
  labels_.rewrite(known_as);
  bool filled = false;
  for (const ActorView& known : event_.actors) {
    if (is_same(known, known_as)) return;
    filled |= known.role == actor.role;
  }
  if (!filled || !known_as.id.empty()) event_.actors.push_back(known_as);
}

void Folding::add_place(const PlaceView& place) {
  for (const PlaceView& seen : seen_places_) {
    if (seen.relation == place.relation && seen.id == place.id && seen.name == place.name) return;
  }
  if (seen_places_.size() < most_seen) seen_places_.push_back(place);
  PlaceView known_as = place;
  labels_.rewrite(known_as);
  for (PlaceView& known : event_.places) {
    const bool same = known.id.empty() || known_as.id.empty() ? known.name == known_as.name
                                                              : known.id == known_as.id;
    if (!same) continue;
    known.relation = std::min(known.relation, place.relation);
    return;
  }
  event_.places.push_back(known_as);
}

void Folding::absorb(const Member& member) {
  read(member, other_);
  note(other_);
  if (strength(other_.modality) > strength(event_.modality)) event_.modality = other_.modality;
  if (event_.mode.empty()) event_.mode = other_.mode;
  event_.background &= other_.background;
  event_.attribution.insert(event_.attribution.end(), other_.attribution.begin(),
                            other_.attribution.end());
  for (const ActorView& actor : other_.actors) add_actor(actor);
  for (const PlaceView& place : other_.places) add_place(place);
  for (EvidenceView& evidence : other_.evidence) event_.evidence.push_back(std::move(evidence));
  for (std::size_t i = 0; i < std::size(figures); ++i) {
    if (event_.toll[i] < 0) event_.toll[i] = other_.toll[i];
  }
  if (event_.toll_words.empty()) event_.toll_words = other_.toll_words;
}

void Folding::tidy() {
  std::sort(event_.attribution.begin(), event_.attribution.end());
  event_.attribution.erase(std::unique(event_.attribution.begin(), event_.attribution.end()),
                           event_.attribution.end());
  std::vector<EvidenceView>& evidence = event_.evidence;
  std::sort(evidence.begin(), evidence.end(),
            [](const EvidenceView& a, const EvidenceView& b) { return place_of(a) < place_of(b); });
  evidence.erase(std::unique(evidence.begin(), evidence.end(),
                             [](const EvidenceView& a, const EvidenceView& b) {
                               return place_of(a) == place_of(b);
                             }),
                 evidence.end());
}

std::uint32_t Folding::count_groups(std::span<const Member> members) {
  groups_.clear();
  for (const Member& member : members) groups_.push_back(articles_.group[member.article]);
  std::sort(groups_.begin(), groups_.end());
  return static_cast<std::uint32_t>(std::unique(groups_.begin(), groups_.end()) - groups_.begin());
}

// The best record's saying is the first; a wider date that holds its date is no disagreement, nor a
// figure that the best leaves open, if nobody gives another. Most events have none.
std::vector<Variant> Folding::disagreements() const {
  const Saying& best = sayings_.front();
  std::int32_t known[std::size(figures)];
  std::copy(std::begin(best.toll), std::end(best.toll), known);
  const bool differ = std::any_of(sayings_.begin(), sayings_.end(), [&](const Saying& saying) {
    bool other = !(saying.date == best.date) && !is_inside(best.date, saying.date);
    for (std::size_t i = 0; i < std::size(figures); ++i) {
      if (known[i] < 0) known[i] = saying.toll[i];
      other |= saying.toll[i] >= 0 && saying.toll[i] != known[i];
    }
    return other;
  });
  if (!differ) return {};
  std::vector<Claim> claims;
  for (const Saying& saying : sayings_) {
    if (saying.document.data() == nullptr) continue;
    if (saying.date == best.date || !is_inside(best.date, saying.date)) {
      claims.push_back({"date", range_text(saying.date), std::string(saying.document)});
    }
    for (std::size_t i = 0; i < std::size(figures); ++i) {
      if (saying.toll[i] < 0) continue;
      claims.push_back({figures[i], std::to_string(saying.toll[i]), std::string(saying.document)});
    }
  }
  return list_variants(std::move(claims));
}

void Folding::make_event(Event& event) const {
  event.date.date = event_.date;
  put(event_.date_text, event.date.text);
  put(event_.date_basis, event.date.basis);
  put(event_.date_value, event.date.value);
  event.date.anchor = event_.anchor;
  event.type = event_.type;
  put(event_.mode, event.mode);
  put(event_.trigger, event.trigger);
  event.modality = event_.modality;
  event.attribution.assign(event_.attribution.begin(), event_.attribution.end());
  event.actors.resize(event_.actors.size());
  for (std::size_t i = 0; i < event.actors.size(); ++i) make(event_.actors[i], event.actors[i]);
  event.places.resize(event_.places.size());
  for (std::size_t i = 0; i < event.places.size(); ++i) make(event_.places[i], event.places[i]);
  event.toll.dead = event_.toll[0];
  event.toll.injured = event_.toll[1];
  event.toll.detained = event_.toll[2];
  event.toll.displaced = event_.toll[3];
  put(event_.toll_words, event.toll.words);
  put(event_.summary, event.summary);
  event.background = event_.background;
  event.evidence.resize(event_.evidence.size());
  for (std::size_t i = 0; i < event.evidence.size(); ++i)
    make(event_.evidence[i], event.evidence[i]);
}

void Folding::fold(std::span<const Member> members, Event& event) {
  const Member& best = best_of(members);
  begin(best);
  for (const Member& member : members) {
    if (&member != &best) absorb(member);
  }
  tidy();
  make_event(event);
  event.documents = count_groups(members);
  event.variants = disagreements();
  event.salience = salience_of(event);
}

}  // namespace dateline::merge
