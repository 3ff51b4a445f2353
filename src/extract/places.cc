// Where it was: place names behind prepositions of place in the trigger's clause, places that are the target, and what
// else the sentence names as context.
#include <algorithm>

#include "extract/facts.h"

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

}  // namespace

void places_of(const Context& context, const Sentence& sentence, const Candidate& candidate,
               std::vector<EventPlace>& places) {
  Index seen = none;
  if (!sentence.has_mention) return;
  for (Index i = 0; i < size_of(sentence.chunks); ++i) {
    const Chunk& chunk = chunk_at(sentence, i);
    if (chunk.kind != ChunkKind::noun_phrase) continue;
    for (Index u = chunk.first; u < chunk.last; ++u) {
      const Index index = unit_at(sentence, u).mention;
      if (index == none || index == seen) continue;
      seen = index;
      const Mention& mention = context.annotations.mentions[static_cast<std::size_t>(index)];
      if (mention.type != MentionType::place) continue;
      const bool behind = candidate.verb == none || i > candidate.verb;
      PlaceRelation relation = PlaceRelation::context;
      if (inside(sentence, candidate.target, u) && u == chunk.head) relation = PlaceRelation::target;
      else if (chunk.preposition != none && behind && u == chunk.head) relation = PlaceRelation::location;
      const bool known = std::any_of(places.begin(), places.end(),
                                     [&](const EventPlace& place) { return place.name == mention.span.of(context.reading.text); });
      if (!known) places.push_back(place_from(mention, context.reading.text, relation));
    }
  }
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
