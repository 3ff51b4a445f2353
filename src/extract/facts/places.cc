// Where it was: place names behind prepositions of place in the trigger's clause, places that are
// the target, and what else the sentence names as context.
#include <algorithm>

#include "extract/facts/facts.h"

namespace dateline::extract {
namespace {

EventPlace place_from(const Mention& mention, std::string_view text, PlaceRelation relation) {
  EventPlace place;
  place.name = mention.span.of(text);
  place.id = mention.id;
  place.kind = mention.kind;
  place.country = mention.country;
  place.where = mention.where;
  place.relation = relation;
  return place;
}

bool inside(const Sentence& sentence, Index phrase, Index unit) {
  if (phrase == none) return false;
  const Chunk& chunk = chunk_at(sentence, phrase);
  return chunk.first <= unit && unit < chunk.last;
}

// The country that the article names and that a people of the sentence is of: of "Syrian rebels",
// Syria.
const Mention* country_of_people(const Countries& countries, const Mention& people) {
  if (people.type != MentionType::nationality || people.country.empty()) return nullptr;
  const auto found = std::lower_bound(
      countries.begin(), countries.end(), people.country,
      [](const Mention* country, const std::string& code) { return country->country < code; });
  return found == countries.end() || (*found)->country != people.country ? nullptr : *found;
}

// Where no place is told, the countries of the peoples that the sentence names are the context.
void add_countries_of_peoples(const Context& context, const Sentence& sentence,
                              const Countries& countries, std::vector<EventPlace>& places) {
  Index seen = none;
  for (const Unit& unit : sentence.units) {
    if (unit.mention == none || unit.mention == seen) continue;
    seen = unit.mention;
    const Mention* country =
        country_of_people(countries, context.annotations.mentions[static_cast<std::size_t>(seen)]);
    if (country == nullptr) continue;
    const bool known = std::any_of(places.begin(), places.end(), [&](const EventPlace& place) {
      return place.id == country->id;
    });
    if (!known)
      places.push_back(place_from(*country, context.reading.text, PlaceRelation::context));
  }
}

}  // namespace

Countries countries_named(const Annotations& annotations) {
  Countries countries;
  for (const Mention& mention : annotations.mentions) {
    if (mention.type == MentionType::place && mention.kind == "country" && !mention.country.empty())
      countries.push_back(&mention);
  }
  std::stable_sort(countries.begin(), countries.end(),
                   [](const Mention* a, const Mention* b) { return a->country < b->country; });
  countries.erase(
      std::unique(countries.begin(), countries.end(),
                  [](const Mention* a, const Mention* b) { return a->country == b->country; }),
      countries.end());
  return countries;
}

void find_places(const Context& context, const Sentence& sentence,
                 std::vector<NamedPlace>& places) {
  places.clear();
  if (!sentence.has_mention) return;
  Index seen = none;
  for (const Index i : sentence.phrases) {
    const Chunk& chunk = chunk_at(sentence, i);
    for (Index u = chunk.first; u < chunk.last; ++u) {
      const Index index = unit_at(sentence, u).mention;
      if (index == none || index == seen) continue;
      seen = index;
      const Mention& mention = context.annotations.mentions[static_cast<std::size_t>(index)];
      if (mention.type != MentionType::place) continue;
      const std::string_view name = mention.span.of(context.reading.text);
      const bool known = std::any_of(places.begin(), places.end(), [&](const NamedPlace& place) {
        return place.mention->span.of(context.reading.text) == name;
      });
      if (!known) places.push_back({i, u, &mention});
    }
  }
}

std::vector<EventPlace> places_of(const Context& context, const Sentence& sentence,
                                  const Candidate& candidate, const std::vector<NamedPlace>& named,
                                  const Countries& countries) {
  std::vector<EventPlace> places;
  places.reserve(named.size());
  for (const NamedPlace& place : named) {
    const Chunk& chunk = chunk_at(sentence, place.phrase);
    const bool is_head = place.unit == chunk.head;
    const bool behind = candidate.verb == none || place.phrase > candidate.verb;
    PlaceRelation relation = PlaceRelation::context;
    if (is_head && inside(sentence, candidate.target, place.unit))
      relation = PlaceRelation::target;
    else if (is_head && chunk.preposition != none && behind)
      relation = PlaceRelation::location;
    places.push_back(place_from(*place.mention, context.reading.text, relation));
  }
  const bool told = std::any_of(places.begin(), places.end(), [](const EventPlace& place) {
    return place.relation != PlaceRelation::context;
  });
  if (!told && sentence.has_mention) add_countries_of_peoples(context, sentence, countries, places);
  return places;
}

std::optional<EventPlace> place_of_title(const Context& context, Span title) {
  for (const Mention& mention : context.annotations.mentions) {
    if (mention.span.begin >= title.end) break;
    if (mention.type == MentionType::place && title.contains(mention.span)) {
      return place_from(mention, context.reading.text, PlaceRelation::context);
    }
  }
  return std::nullopt;
}

}  // namespace dateline::extract
